#include "crosscut/model/accept.h"

#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/finding_names.h"

namespace crosscut {
namespace {

using RowOf = std::map<std::string, const AcceptedRow*>;  // finding -> the row that counts

/// Which of two rows for one finding counts: the longest, whatever the order of the rows.
bool comes_first(const AcceptedRow& a, const AcceptedRow& b) {
  const auto key = [](const AcceptedRow& row) {
    const Place& place = row.finding.place;
    return std::tuple(-row.until.latest(), -row.until.precision(), std::string_view(row.reason),
                      place.file, place.line);
  };
  return key(a) < key(b);
}

void keep_first(RowOf& rows, const std::string& finding, const AcceptedRow& row) {
  const auto [known, added] = rows.try_emplace(finding, &row);
  if (!added && comes_first(row, *known->second)) known->second = &row;
}

Diagnostic ended(const std::string& finding, const AcceptedRow& row) {
  return diagnose(
      "acceptance-ended", row.finding.place,
      "\"" + finding + "\" was accepted until " + format_date(row.until) + "; it is listed again",
      "give a later date, or remove the row");
}

Diagnostic unmatched(const AcceptedRow& row, const std::string& hint) {
  return diagnose(
      "acceptance-unmatched", row.finding.place,
      "we found no \"" + shorten(row.finding.text, 100) + "\" in these maps on this date",
      hint.empty() ? "remove the row if it is settled" : hint);
}

}  // namespace

void accept_findings(Report& report, const std::vector<AcceptedRow>& rows) {
  if (rows.empty()) return;
  const FindingNames names(report);
  RowOf matched, strays;
  for (const AcceptedRow& row : rows) {
    const auto finding = names.find(row.finding.text);
    keep_first(finding ? matched : strays, finding.value_or(row.finding.text), row);
  }
  constexpr std::size_t most_compared = 2'000'000;  // then hints would take long
  std::size_t compared = 0;
  for (const auto& [text, row] : strays) {
    const bool affordable = compared <= most_compared;
    report.diagnostics.push_back(unmatched(*row, affordable ? names.suggest(text) : ""));
    compared += report.findings.size() + report.graph.entity_count();
  }
  RowOf in_force;
  for (const auto& [finding, row] : matched)
    if (report.graph.as_at_day() <= row->until.latest())
      in_force.emplace(finding, row);
    else
      report.diagnostics.push_back(ended(finding, *row));
  sort_diagnostics(report.diagnostics);
  std::vector<Finding> listed;
  for (Finding& finding : report.findings) {
    const auto row = in_force.find(finding_id(finding, report.graph));
    if (row == in_force.end())
      listed.push_back(std::move(finding));
    else
      report.accepted.push_back({std::move(finding), row->second->reason, row->second->until});
  }
  report.findings = std::move(listed);
}

}  // namespace crosscut
