#include "crosscut/lens/robustness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace crosscut {
namespace {

bool holds_without(const Relation& relation, SourceId source) {
  return std::any_of(relation.citations.begin(), relation.citations.end(),
                     [&](const Citation& citation) {
                       return citation.sources.empty() ||
                              std::any_of(citation.sources.begin(), citation.sources.end(),
                                          [&](SourceId s) { return s != source; });
                     });
}

Bits both(const Bits& a, const Bits& b) {
  Bits bits(a.size());
  for (std::size_t word = 0; word < bits.size(); ++word) bits[word] = a[word] & b[word];
  return bits;
}

double share_of(const Bits& bits, std::size_t draws) {
  return static_cast<double>(count_bits(bits)) / static_cast<double>(draws);
}

void set_exact(const Graph& graph, Finding& finding, double share, const MissingRates& rates) {
  Robustness& robustness = finding.robustness;
  robustness.share = robustness.low = robustness.high = share;
  robustness.if_complete = *exact_share(graph, finding.condition, rates.none);
  robustness.if_twice_missing = *exact_share(graph, finding.condition, rates.twice);
}

}  // namespace

Interval wilson_interval(std::size_t hits, std::size_t draws) {
  if (draws == 0) return {};
  constexpr double z = 1.959963984540054;  // 97.5% point of the normal distribution
  const auto n = static_cast<double>(draws);
  const double p = static_cast<double>(hits) / n;
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::vector<SourceId> sources_it_rests_on(const Graph& graph, const Condition& condition) {
  std::set<SourceId> cited;
  for (const RelationId r : relations_in(condition))
    for (const Citation& citation : graph.relation(r).citations)
      cited.insert(citation.sources.begin(), citation.sources.end());
  std::vector<SourceId> sources;
  for (const SourceId source : cited) {
    const auto stays = [&](RelationId r) { return holds_without(graph.relation(r), source); };
    if (!holds(condition, stays)) sources.push_back(source);
  }
  return sources;
}

void weigh_robustness(const Lens& lens, const LensInput& input, std::vector<Finding>& findings) {
  if (findings.empty()) return;
  const MissingRates rates;
  std::vector<Finding*> to_draw;
  for (Finding& finding : findings) {
    finding.robustness.rests_on = sources_it_rests_on(input.graph, finding.condition);
    const auto share = lens.holds_in == nullptr
                           ? exact_share(input.graph, finding.condition, rates.assumed)
                           : std::nullopt;
    if (share)
      set_exact(input.graph, finding, *share, rates);
    else
      to_draw.push_back(&finding);
  }
  if (to_draw.empty()) return;
  const auto draws_at = [&](double missing) { return Draws(input.graph, {.missing = missing}); };
  const std::array draws = {draws_at(rates.assumed), draws_at(rates.none), draws_at(rates.twice)};
  // What no formula says rests on relations alone, so that it is the same at every rate.
  std::vector<Bits> in_lens;
  if (lens.holds_in != nullptr) in_lens = lens.holds_in(input, draws.front(), findings);
  for (Finding* finding : to_draw) {
    const auto at = static_cast<std::size_t>(finding - findings.data());
    std::array<Bits, 3> held;
    for (std::size_t i = 0; i < held.size(); ++i) {
      held[i] = draws_in_which(finding->condition, draws[i]);
      if (!in_lens.empty()) held[i] = both(held[i], in_lens[at]);
    }
    Robustness& robustness = finding->robustness;
    robustness.draws = draws.front().count();
    robustness.share = share_of(held[0], robustness.draws);
    robustness.if_complete = share_of(held[1], robustness.draws);
    robustness.if_twice_missing = share_of(held[2], robustness.draws);
    const Interval interval = wilson_interval(count_bits(held[0]), robustness.draws);
    robustness.low = interval.low;
    robustness.high = interval.high;
  }
}

}  // namespace crosscut
