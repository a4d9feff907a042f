#include "crosscut/base/text.h"
#include "crosscut/lens/aims.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

const Card card = {
    .id = "lapsed-target",
    .singular = "lapsed target",
    .plural = "lapsed targets",
    .flag = "Past its due date",
    .family = "Order and time",
    .question = "Which aims are past their date and still open?",
    .matters =
        "An aim past its date is either reached, missed or changed, and the record does "
        "not say which.",
    .definition =
        "An open mission or target whose due date is certainly before the as-at date and "
        "that is not recorded as delivered.",
    .advice = "Record whether it was reached, and close it or set a new date.",
    .caveat = "The map may simply not have been updated.",
    .rule = "R25: due before today and still open; at most Medium",
    .source = "Levelling-up and Regeneration Act 2023, Part 1; the test is ours",
    .examples = {{"interim-goal:target due 2026-03",
                  "‘Interim goal’ was due in March 2026 and is still open"},
                 {"interim-goal:target due 2026-07", ""},
                 {"interim-goal:target due 2026-03 status delivered", ""}},
};

/// Missions and targets that were due before today, and how many of them are on record as
/// delivered.
Like settled_aims(const Graph& graph) {
  Like like;
  for (std::size_t i = 0; i < graph.entity_count(); ++i) {
    const EntityId id{static_cast<std::uint32_t>(i)};
    const Entity& entity = graph.entity(id);
    const bool aim = entity.kind == Kind::mission || entity.kind == Kind::target;
    if (!aim || !graph.open(id) || !entity.due.given() || !graph.as_at().given()) continue;
    if (entity.due.latest() >= graph.as_at().earliest()) continue;
    ++like.all;
    if (is_delivered(graph, id)) ++like.have;
  }
  return like;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  const Like like = settled_aims(graph);
  std::vector<Finding> findings;
  for (const EntityId aim : open_aims(graph)) {
    const PartialDate due = graph.entity(aim).due;
    if (!due.given() || !graph.as_at().given() || due.latest() >= graph.as_at().earliest())
      continue;
    const std::string name = full_name(graph, aim);
    // The date is on record; that nothing closed it may be an omission.
    constexpr double sure = 0.8;
    Finding finding = gap_in_aim(graph, card, aim);
    finding.absence = sure;
    rest_on(graph, finding,
            all_of({stands("the due date of " + name),
                    not_on_record(missing_fact("one row that says " + name + " was delivered", sure,
                                               like))}));
    finding.headline =
        name + " was due " + (due.day ? "on " : "in ") + format_date(due) + " and is still open";
    finding.why = "The record does not say whether it was reached, missed or changed.";
    finding.action = "Ask " + finding.ask + " for the result, and close it or set a new date.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

const Lens lapsed_target_lens = {&card, run};

}  // namespace crosscut
