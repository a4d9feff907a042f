// The share of readings in which a condition holds, without drawing any.
#include <algorithm>
#include <map>
#include <set>

#include "crosscut/lens/robustness.h"

namespace crosscut {
namespace {

constexpr std::size_t most_shared = 6;  // sources behind several facts: 2^n cases
constexpr std::size_t most_own = 4;     // sources behind one fact alone

/// Sources on which a citation rests alone: they may be judged lower.
std::set<SourceId> judges_of(const Relation& relation) {
  std::set<SourceId> sources;
  for (const Citation& citation : relation.citations)
    if (citation.sources.size() == 1) sources.insert(citation.sources.front());
  return sources;
}

/// Counts what the facts of a condition have in common.
class FactReader {
 public:
  explicit FactReader(const Graph& graph) : graph_(graph) {}

  /// False when a fact that may fail stands in the condition twice.
  bool read(const Condition& condition) {
    switch (condition.sort) {
      case Condition::Sort::relation:
        return read_relation(condition.relation);
      case Condition::Sort::row:
        return true;
      case Condition::Sort::absence:
      case Condition::Sort::presence:
        return condition.unstated.odds <= 0 ||
               absences_.emplace(condition.unstated.what, condition.unstated.number).second;
      case Condition::Sort::count:
        return std::all_of(condition.parts.begin(), condition.parts.end(),
                           [&](const Condition& part) { return read(part); });
    }
    return false;
  }

  std::vector<SourceId> shared() const {
    std::vector<SourceId> sources;
    for (const auto& [source, facts] : facts_of_)
      if (facts > 1) sources.push_back(source);
    return sources;
  }

 private:
  bool read_relation(RelationId id) {
    const Relation& relation = graph_.relation(id);
    if (relation.confidence >= 1) return true;
    if (!relations_.insert(id).second) return false;
    const std::set<SourceId> own = judges_of(relation);
    for (const SourceId source : own) ++facts_of_[source];
    return own.size() <= most_own;
  }

  const Graph& graph_;
  std::set<RelationId> relations_;
  std::set<std::pair<std::string, std::size_t>> absences_;
  std::map<SourceId, std::size_t> facts_of_;
};

using Lowered = std::map<SourceId, bool>;

double confidence_when(const Relation& relation, const Lowered& lowered) {
  double confidence = 0;
  for (const Citation& citation : relation.citations) {
    const double judged =
        citation.sources.size() == 1
            ? judged_confidence(citation.confidence, lowered.at(citation.sources.front()))
            : citation.confidence;
    confidence = std::max(confidence, judged);
  }
  return confidence;
}

/// Calls use(lowered, probability) for each way in which the sources may be judged.
template <typename Use>
void each_judgement(const std::vector<SourceId>& sources, Lowered lowered, Use use) {
  for (std::size_t state = 0; state < (std::size_t{1} << sources.size()); ++state) {
    double probability = 1;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const bool lower = (state >> i) & 1U;
      lowered[sources[i]] = lower;
      probability *= lower ? source_doubt : 1 - source_doubt;
    }
    use(lowered, probability);
  }
}

/// Probability that a relation is there, given how the shared sources are judged.
double relation_probability(const Relation& relation, const Lowered& shared) {
  if (relation.confidence >= 1) return 1;
  std::set<SourceId> own = judges_of(relation);
  std::erase_if(own, [&](SourceId source) { return shared.contains(source); });
  double sum = 0;
  each_judgement({own.begin(), own.end()}, shared, [&](const Lowered& lowered, double probability) {
    sum += probability * confidence_when(relation, lowered);
  });
  return sum;
}

class Calculator {
 public:
  Calculator(const Graph& graph, double missing) : graph_(graph), missing_(missing) {}

  double probability(const Condition& condition, const Lowered& shared) const {
    switch (condition.sort) {
      case Condition::Sort::relation:
        return relation_probability(graph_.relation(condition.relation), shared);
      case Condition::Sort::row:
        return 1;
      case Condition::Sort::absence:
        return absence_probability(condition.unstated, missing_);
      case Condition::Sort::presence:
        return 1 - absence_probability(condition.unstated, missing_);
      case Condition::Sort::count:
        break;
    }
    return count_probability(condition, shared);
  }

 private:
  /// The distribution of the weighted sum of independent parts (Poisson-binomial when each counts
  /// 1), part by part.
  double count_probability(const Condition& condition, const Lowered& shared) const {
    int lowest = 0;
    int highest = 0;
    const auto weight_of = [&](std::size_t i) {
      return condition.weights.empty() ? 1 : condition.weights[i];
    };
    for (std::size_t i = 0; i < condition.parts.size(); ++i)
      (weight_of(i) < 0 ? lowest : highest) += weight_of(i);
    std::vector<double> chance(static_cast<std::size_t>(highest - lowest) + 1, 0);
    const auto slot = [&](int sum) { return static_cast<std::size_t>(sum - lowest); };
    chance[slot(0)] = 1;
    for (std::size_t i = 0; i < condition.parts.size(); ++i) {
      const double p = probability(condition.parts[i], shared);
      std::vector<double> next(chance.size(), 0);
      for (int sum = lowest; sum <= highest; ++sum) {
        const double before = chance[slot(sum)];
        if (before <= 0) continue;
        next[slot(sum)] += before * (1 - p);
        next[slot(sum + weight_of(i))] += before * p;
      }
      chance = std::move(next);
    }
    double enough = 0;
    for (int sum = std::max(lowest, condition.least); sum <= highest; ++sum)
      enough += chance[slot(sum)];
    return std::min(1.0, enough);
  }

  const Graph& graph_;
  double missing_;
};

}  // namespace

std::optional<double> exact_share(const Graph& graph, const Condition& condition, double missing) {
  FactReader reader(graph);
  if (!reader.read(condition)) return std::nullopt;
  const std::vector<SourceId> shared = reader.shared();
  if (shared.size() > most_shared) return std::nullopt;
  const Calculator calculator(graph, missing);
  double share = 0;
  each_judgement(shared, {}, [&](const Lowered& lowered, double probability) {
    share += probability * calculator.probability(condition, lowered);
  });
  return share;
}

}  // namespace crosscut
