#include "crosscut/model/finding.h"

#include <algorithm>
#include <tuple>

namespace crosscut {

std::string_view word(Severity severity) {
  return severity == Severity::high ? "high" : severity == Severity::medium ? "medium" : "low";
}

Band band(double confidence) {
  return confidence >= 0.85 ? Band::high : confidence >= 0.65 ? Band::medium : Band::low;
}

std::string_view word(Band band) {
  return band == Band::high ? "high" : band == Band::medium ? "medium" : "low";
}

std::string_view robustness_word(double share) {
  return share >= 0.9 ? "firm" : share >= 0.7 ? "likely" : share >= 0.5 ? "open" : "weak";
}

std::string finding_id(const Finding& finding, const Graph& graph) {
  std::string id(finding.card->id);
  for (std::size_t i = 0; i < finding.subjects.size(); ++i)
    id += (i == 0 ? ":" : "+") + graph.entity(finding.subjects[i]).id;
  return id;
}

void sort_findings(std::vector<Finding>& findings, const Graph& graph) {
  const auto key = [&](const Finding& f) {
    return std::tuple(-int(f.severity), -f.confidence, -static_cast<long>(f.affected),
                      finding_id(f, graph));
  };
  std::sort(findings.begin(), findings.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

PartialDate latest_evidence(const Finding& finding, const Graph& graph) {
  PartialDate latest;
  const auto take = [&](const PartialDate& date) {
    if (date.given() && (!latest.given() || date.latest() > latest.latest())) latest = date;
  };
  const auto take_sources = [&](const std::vector<SourceId>& sources) {
    for (const SourceId source : sources) take(graph.source(source).date);
  };
  for (const Evidence& evidence : finding.evidence) {
    if (!evidence.relation) {
      take_sources(graph.entity(evidence.entity).sources);
      continue;
    }
    for (const Citation& citation : graph.relation(*evidence.relation).citations)
      take_sources(citation.sources);
  }
  return latest;
}

}  // namespace crosscut
