#include "crosscut/lens/draws.h"

#include <algorithm>
#include <bit>

#include "crosscut/base/random.h"
#include "crosscut/base/text.h"

namespace crosscut {
namespace {

/// Sets the bit of each draw for which `holds` says so.
template <typename Holds>
Bits bits_where(std::size_t draws, Holds holds) {
  Bits bits((draws + 63) / 64, 0);
  for (std::size_t draw = 0; draw < draws; ++draw)
    if (holds(draw)) bits[draw / 64] |= std::uint64_t{1} << (draw % 64);
  return bits;
}

std::uint64_t key_of_relation(const Graph& graph, RelationId id) {
  const Relation& relation = graph.relation(id);
  const std::string text =
      join({graph.entity(relation.from).id.str(), std::string(info(relation.verb).word),
            graph.entity(relation.to).id.str(), std::to_string(static_cast<int>(relation.capacity)),
            std::to_string(relation.period.possible_start())},
           " ");
  return key_of(text);
}

Bits count_parts(const Condition& condition, const Draws& draws) {
  std::vector<int> sums(draws.count(), 0);
  for (std::size_t i = 0; i < condition.parts.size(); ++i) {
    const Bits part = draws_in_which(condition.parts[i], draws);
    const int weight = condition.weights.empty() ? 1 : condition.weights[i];
    for (std::size_t word = 0; word < part.size(); ++word)
      for (std::uint64_t left = part[word]; left != 0; left &= left - 1)
        sums[word * 64 + static_cast<std::size_t>(std::countr_zero(left))] += weight;
  }
  return bits_where(draws.count(), [&](std::size_t draw) { return sums[draw] >= condition.least; });
}

/// All parts, or any of them: word by word.
Bits join_parts(const Condition& condition, const Draws& draws, bool every) {
  Bits bits = every ? draws.all() : draws.none();
  for (const Condition& part : condition.parts) {
    const Bits more = draws_in_which(part, draws);
    for (std::size_t word = 0; word < bits.size(); ++word)
      bits[word] = every ? bits[word] & more[word] : bits[word] | more[word];
  }
  return bits;
}

}  // namespace

Draws::Draws(const Graph& graph, const ReadingOptions& options) : Draws(graph, options, false) {
  for (const Source& source : graph.sources()) {
    const std::uint64_t key = key_of("source " + source.id);
    source_is_lower_.push_back(bits_where(options_.draws, [&](std::size_t draw) {
      return to_unit(random_bits(options_.seed, key, draw)) < source_doubt;
    }));
  }
}

Draws::Draws(const Graph& graph, const ReadingOptions& options, bool as_written)
    : graph_(graph),
      options_(options),
      words_((options.draws + 63) / 64),
      as_written_(as_written) {}

void Draws::take_out(RelationId id, std::size_t draw) {
  const auto [there, added] = taken_out_.try_emplace(id);
  if (added) there->second = all();
  there->second[draw / 64] &= ~(std::uint64_t{1} << (draw % 64));
}

Draws Draws::without_each(const Graph& graph, const std::vector<RelationId>& relations) {
  Draws draws(graph, {.draws = relations.size()}, true);
  for (std::size_t i = 0; i < relations.size(); ++i) draws.take_out(relations[i], i);
  return draws;
}

Draws Draws::without_each(const Graph& graph, const std::vector<SourceId>& sources) {
  Draws draws(graph, {.draws = sources.size()}, true);
  std::map<SourceId, std::size_t> number;
  for (std::size_t i = 0; i < sources.size(); ++i) number.emplace(sources[i], i);
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const RelationId r{static_cast<std::uint32_t>(i)};
    // A source that its first row does not name cannot be the only one.
    for (const SourceId source : graph.relation(r).citations.front().sources)
      if (const auto out = number.find(source);
          out != number.end() && !holds_without(graph.relation(r), source))
        draws.take_out(r, out->second);
  }
  return draws;
}

Bits Draws::all() const {
  Bits bits(words_, ~std::uint64_t{0});
  if (const std::size_t over = options_.draws % 64; over != 0)
    bits.back() = (std::uint64_t{1} << over) - 1;
  return bits;
}

double Draws::confidence_in(const Citation& citation, std::size_t draw) const {
  if (citation.sources.size() != 1) return citation.confidence;
  return judged_confidence(citation.confidence,
                           is_set(source_is_lower_[index_of(citation.sources.front())], draw));
}

Bits Draws::relation(RelationId id) const {
  if (as_written_) {
    const auto out = taken_out_.find(id);
    return out == taken_out_.end() ? all() : out->second;
  }
  const Relation& relation = graph_.relation(id);
  if (relation.confidence >= 1) return all();
  const std::uint64_t key = key_of_relation(graph_, id);
  return bits_where(options_.draws, [&](std::size_t draw) {
    double confidence = 0;
    for (const Citation& citation : relation.citations)
      confidence = std::max(confidence, confidence_in(citation, draw));
    return to_unit(random_bits(options_.seed, key, draw)) < confidence;
  });
}

Bits Draws::absence(const Unstated& unstated) const {
  if (as_written_) return all();
  const double probability = absence_probability(unstated, options_.missing);
  if (probability >= 1) return all();
  const std::uint64_t key = key_of(unstated.what) + unstated.number;
  return bits_where(options_.draws, [&](std::size_t draw) {
    return to_unit(random_bits(options_.seed, key, draw)) < probability;
  });
}

Bits Draws::presence(const Unstated& unstated) const { return in_others(absence(unstated), *this); }

bool holds_without(const Relation& relation, SourceId source) {
  return std::any_of(relation.citations.begin(), relation.citations.end(),
                     [&](const Citation& citation) {
                       return citation.sources.empty() ||
                              std::any_of(citation.sources.begin(), citation.sources.end(),
                                          [&](SourceId s) { return s != source; });
                     });
}

double judged_confidence(double confidence, bool lower) {
  if (confidence >= 1) return 1;
  const double step = confidence > 0.7 ? 0.7 : confidence > 0.5 ? 0.5 : confidence / 2;
  if (lower) return step;
  return std::min(1.0, (confidence - source_doubt * step) / (1 - source_doubt));
}

double absence_probability(const Unstated& unstated, double missing) {
  return 1 / (1 + unstated.odds * missing);
}

Bits in_others(const Bits& bits, const Draws& draws) {
  Bits others = draws.all();
  for (std::size_t word = 0; word < others.size(); ++word) others[word] &= ~bits[word];
  return others;
}

Bits in_both(const Bits& a, const Bits& b) {
  Bits bits(a.size());
  for (std::size_t word = 0; word < bits.size(); ++word) bits[word] = a[word] & b[word];
  return bits;
}

void add_bits(Bits& bits, const Bits& more) {
  for (std::size_t word = 0; word < bits.size(); ++word) bits[word] |= more[word];
}

bool is_set(const Bits& bits, std::size_t draw) { return (bits[draw / 64] >> (draw % 64)) & 1U; }

std::size_t count_bits(const Bits& bits) {
  std::size_t count = 0;
  for (const std::uint64_t word : bits) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

Bits draws_in_which(const Condition& condition, const Draws& draws) {
  switch (condition.sort) {
    case Condition::Sort::relation:
      return draws.relation(condition.relation);
    case Condition::Sort::row:
      return draws.all();
    case Condition::Sort::absence:
      return draws.absence(condition.unstated);
    case Condition::Sort::presence:
      return draws.presence(condition.unstated);
    case Condition::Sort::count:
      break;
  }
  const bool plain = condition.weights.empty();
  if (plain && condition.least == static_cast<int>(condition.parts.size()))
    return join_parts(condition, draws, true);
  if (plain && condition.least == 1) return join_parts(condition, draws, false);
  return count_parts(condition, draws);
}

}  // namespace crosscut
