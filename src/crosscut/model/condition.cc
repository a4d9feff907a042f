#include "crosscut/model/condition.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "crosscut/base/unique.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t most_alternatives = 3;
constexpr std::size_t beyond_reach = 1'000'000;  // undoing that no error of single facts does

/// A way to undo a condition.
struct Way {
  std::size_t cost = beyond_reach;
  double confidence = 1;  // of its weakest fact
  std::vector<std::string> facts;
};

bool is_easier(const Way& a, const Way& b) {
  return a.cost != b.cost ? a.cost < b.cost : a.confidence < b.confidence;
}

Way single(std::string fact, double confidence) { return {1, confidence, {std::move(fact)}}; }

Way easiest_way(const Graph& graph, const Condition& condition);

/// The ways to undo each part, the easiest first: by weight, then cost, then confidence.
std::vector<Way> ways_of_parts(const Graph& graph, const Condition& condition, int& sum,
                               std::vector<int>& weights) {
  std::vector<std::pair<Way, int>> ways;
  for (std::size_t i = 0; i < condition.parts.size(); ++i) {
    const int weight = condition.weights.empty() ? 1 : condition.weights[i];
    if (condition.parts[i].sort == Condition::Sort::presence) continue;
    sum += weight;
    if (weight > 0) ways.emplace_back(easiest_way(graph, condition.parts[i]), weight);
  }
  std::stable_sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : is_easier(a.first, b.first);
  });
  std::vector<Way> sorted;
  for (auto& [way, weight] : ways) {
    sorted.push_back(std::move(way));
    weights.push_back(weight);
  }
  return sorted;
}

Way easiest_way(const Graph& graph, const Condition& condition) {
  switch (condition.sort) {
    case Condition::Sort::relation:
      return single(relation_sentence(graph, condition.relation),
                    graph.relation(condition.relation).confidence);
    case Condition::Sort::row:
      return single(condition.unstated.what, 1);
    case Condition::Sort::absence:
      return single(condition.unstated.what, condition.unstated.confidence);
    case Condition::Sort::presence:
      return {0, 0, {}};  // not there as it is
    case Condition::Sort::count:
      break;
  }
  int sum = 0;
  std::vector<int> weights;
  std::vector<Way> ways = ways_of_parts(graph, condition, sum, weights);
  Way together{0, 1, {}};
  for (std::size_t i = 0; i < ways.size() && sum >= condition.least; ++i) {
    sum -= weights[i];
    together.cost = std::min(beyond_reach, together.cost + ways[i].cost);
    together.confidence = std::min(together.confidence, ways[i].confidence);
    std::move(ways[i].facts.begin(), ways[i].facts.end(), std::back_inserter(together.facts));
  }
  return sum >= condition.least ? Way{} : together;
}

/// Single facts of which each one would undo the condition.
void add_alternatives(const Graph& graph, const Condition& condition, std::vector<Way>& ways) {
  const bool every = condition.sort == Condition::Sort::count && condition.weights.empty() &&
                     condition.least == static_cast<int>(condition.parts.size());
  if (every) {
    for (const Condition& part : condition.parts) add_alternatives(graph, part, ways);
  } else if (Way way = easiest_way(graph, condition); way.cost == 1) {
    ways.push_back(std::move(way));
  }
}

/// Each once, in order; "x (2 times)".
std::vector<std::string> count_same(const std::vector<std::string>& facts) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const std::string& fact : facts) {
    const auto same = std::find_if(counts.begin(), counts.end(),
                                   [&](const auto& known) { return known.first == fact; });
    if (same == counts.end())
      counts.emplace_back(fact, 1);
    else
      ++same->second;
  }
  std::vector<std::string> texts;
  for (const auto& [fact, count] : counts)
    texts.push_back(count == 1 ? fact : fact + " (" + std::to_string(count) + " times)");
  return texts;
}

Condition fact(Condition::Sort sort, Unstated unstated) {
  Condition condition;
  condition.sort = sort;
  condition.unstated = std::move(unstated);
  return condition;
}

void collect(const Condition& condition, std::vector<RelationId>& relations) {
  if (condition.sort == Condition::Sort::relation) relations.push_back(condition.relation);
  for (const Condition& part : condition.parts) collect(part, relations);
}

}  // namespace

Condition recorded(RelationId relation) {
  Condition condition = fact(Condition::Sort::relation, {});
  condition.relation = relation;
  return condition;
}

Condition stands(std::string what) { return fact(Condition::Sort::row, {.what = std::move(what)}); }

Condition not_on_record(Unstated unstated) {
  return fact(Condition::Sort::absence, std::move(unstated));
}

std::vector<Condition> none_of_these_on_record(const Unstated& unstated, std::size_t count) {
  std::vector<Condition> absences;
  for (std::size_t number = 1; number <= count; ++number)
    absences.push_back(not_on_record(
        {unstated.what, unstated.confidence, unstated.odds / static_cast<double>(count), number}));
  return absences;
}

Condition unrecorded(Unstated unstated) {
  return fact(Condition::Sort::presence, std::move(unstated));
}

Condition at_least(std::size_t least, std::vector<Condition> parts) {
  Condition condition;
  condition.parts = std::move(parts);
  condition.least = static_cast<int>(least);
  return condition;
}

Condition all_of(std::vector<Condition> parts) {
  const std::size_t all = parts.size();
  return at_least(all, std::move(parts));
}

Condition any_of(std::vector<Condition> parts) {
  return parts.size() == 1 ? std::move(parts.front()) : at_least(1, std::move(parts));
}

Condition any_recorded(const std::vector<RelationId>& relations) {
  std::vector<Condition> parts;
  for (const RelationId r : relations) parts.push_back(recorded(r));
  return any_of(std::move(parts));
}

Condition weighted(int least, std::vector<Condition> facts, std::vector<int> weights) {
  Condition condition;
  condition.parts = std::move(facts);
  condition.weights = std::move(weights);
  condition.least = least;
  return condition;
}

double weakest_confidence(const Graph& graph, const Condition& condition) {
  switch (condition.sort) {
    case Condition::Sort::relation:
      return graph.relation(condition.relation).confidence;
    case Condition::Sort::row:
      return 1;
    case Condition::Sort::absence:
      return condition.unstated.confidence;
    case Condition::Sort::presence:
      return 0;
    case Condition::Sort::count:
      break;
  }
  std::vector<std::pair<double, int>> parts;  // confidence, weight
  int left = condition.least;
  for (std::size_t i = 0; i < condition.parts.size(); ++i) {
    const int weight = condition.weights.empty() ? 1 : condition.weights[i];
    if (weight < 0)
      left -= weight;  // what speaks against it is taken to hold
    else
      parts.emplace_back(weakest_confidence(graph, condition.parts[i]), weight);
  }
  std::sort(parts.rbegin(), parts.rend());
  double weakest = 1;
  for (const auto& [confidence, weight] : parts) {
    if (left <= 0) break;
    weakest = confidence;
    left -= weight;
  }
  return left > 0 ? 0 : weakest;
}

Undoing fewest_undoing(const Graph& graph, const Condition& condition) {
  Way way = easiest_way(graph, condition);
  if (way.cost >= beyond_reach) return {};
  if (way.cost != 1) return {way.cost, count_same(way.facts)};
  std::vector<Way> ways;
  add_alternatives(graph, condition, ways);
  std::stable_sort(ways.begin(), ways.end(), is_easier);
  Undoing undoing{1, {}};
  for (Way& each : ways) {
    std::string& text = each.facts.front();
    if (std::find(undoing.facts.begin(), undoing.facts.end(), text) == undoing.facts.end())
      undoing.facts.push_back(std::move(text));
    if (undoing.facts.size() == most_alternatives) break;
  }
  return undoing;
}

bool holds(const Condition& condition, const std::function<bool(RelationId)>& relation_holds) {
  if (condition.sort == Condition::Sort::relation) return relation_holds(condition.relation);
  if (condition.sort == Condition::Sort::presence) return false;
  if (condition.sort != Condition::Sort::count) return true;
  int sum = 0;
  for (std::size_t i = 0; i < condition.parts.size(); ++i)
    if (holds(condition.parts[i], relation_holds))
      sum += condition.weights.empty() ? 1 : condition.weights[i];
  return sum >= condition.least;
}

std::vector<RelationId> relations_in(const Condition& condition) {
  std::vector<RelationId> relations;
  collect(condition, relations);
  keep_unique(relations);
  return relations;
}

}  // namespace crosscut
