#include "crosscut/lens/robustness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "crosscut/base/unique.h"

namespace crosscut {
namespace {

constexpr std::array rates = {assumed_missing, 0.0, 2 * assumed_missing};

void set_shares(Robustness& robustness, const std::array<double, 3>& shares) {
  robustness.share = robustness.low = robustness.high = shares[0];
  robustness.if_complete = shares[1];
  robustness.if_twice_missing = shares[2];
}

/// False where the shares have to be drawn.
bool set_exactly(const Graph& graph, Finding& finding) {
  std::array<double, 3> shares{};
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const auto share = exact_share(graph, finding.condition, rates[i]);
    if (!share) return false;
    shares[i] = *share;
  }
  set_shares(finding.robustness, shares);
  return true;
}

/// `in_lens` are the draws in which the lens itself says that it holds.
void set_by_draws(Finding& finding, const std::array<Draws, 3>& draws, const Bits& in_lens) {
  Robustness& robustness = finding.robustness;
  std::array<std::size_t, 3> hits{};
  std::array<double, 3> shares{};
  robustness.draws = draws[0].count();
  for (std::size_t i = 0; i < draws.size(); ++i) {
    hits[i] = count_bits(in_both(draws_in_which(finding.condition, draws[i]), in_lens));
    shares[i] = static_cast<double>(hits[i]) / static_cast<double>(robustness.draws);
  }
  set_shares(robustness, shares);
  const Interval interval = wilson_interval(hits[0], robustness.draws);
  robustness.low = interval.low;
  robustness.high = interval.high;
}

std::vector<SourceId> sources_of(const Graph& graph, const std::vector<RelationId>& relations) {
  std::vector<SourceId> sources;
  for (const RelationId r : relations)
    for (const Citation& citation : graph.relation(r).citations)
      sources.insert(sources.end(), citation.sources.begin(), citation.sources.end());
  keep_unique(sources);
  return sources;
}

/// Where the lens itself says in which readings its findings hold: the sources of their evidence
/// are taken out one after the other.
void add_sources_by_lens(const Lens& lens, const LensInput& input, std::vector<Finding>& findings) {
  std::vector<RelationId> cited;
  for (const Finding& finding : findings)
    for (const Evidence& evidence : finding.evidence)
      if (evidence.relation) cited.push_back(*evidence.relation);
  const std::vector<SourceId> sources = sources_of(input.graph, cited);
  if (sources.empty()) return;
  const Draws draws = Draws::without_each(input.graph, sources);
  const std::vector<Bits> held = lens.holds_in(input, draws, findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    auto& rests_on = findings[i].robustness.rests_on;
    for (std::size_t k = 0; k < sources.size(); ++k)
      if (!is_set(held[i], k)) rests_on.push_back(sources[k]);
    keep_unique(rests_on);
  }
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
  std::vector<SourceId> sources = sources_of(graph, relations_in(condition));
  std::erase_if(sources, [&](SourceId source) {
    return holds(condition, [&](RelationId r) { return holds_without(graph.relation(r), source); });
  });
  return sources;
}

void weigh_robustness(const Lens& lens, const LensInput& input, std::vector<Finding>& findings) {
  std::vector<std::size_t> to_draw;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    findings[i].robustness.rests_on = sources_it_rests_on(input.graph, findings[i].condition);
    if (lens.holds_in != nullptr || !set_exactly(input.graph, findings[i])) to_draw.push_back(i);
  }
  if (to_draw.empty()) return;
  if (lens.holds_in != nullptr) add_sources_by_lens(lens, input, findings);
  const auto draws_at = [&](double missing) { return Draws(input.graph, {.missing = missing}); };
  const std::array draws = {draws_at(rates[0]), draws_at(rates[1]), draws_at(rates[2])};
  // What no formula says rests on relations alone, so that it is the same at every rate.
  const std::vector<Bits> in_lens = lens.holds_in != nullptr
                                        ? lens.holds_in(input, draws[0], findings)
                                        : std::vector<Bits>(findings.size(), draws[0].all());
  for (const std::size_t i : to_draw) set_by_draws(findings[i], draws, in_lens[i]);
}

}  // namespace crosscut
