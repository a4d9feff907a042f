// move, report and let: who answers to whom, and who leads what.
#include <algorithm>

#include "crosscut/edit/rows.h"
#include "crosscut/edit/step.h"

namespace crosscut {
namespace {

/// `to` leads the item in place of those who lead it on the day, or of those at home in `from`.
void set_lead(Step& step, const std::string& item, const std::string& to,
              const std::string& from = {}) {
  bool led = false;  // by `to`, on record
  std::erase_if(step.data().relations, [&](const RelationRow& row) {
    if (row.to.text != item || !is_lead(row) || !row.period.open_on(step.day)) return false;
    if (row.from.text != to) return from.empty() || step.is_of(row.from.text, from);
    led = led || (row.verb == Verb::leads && row.capacity == Capacity::policy &&
                  row.confidence == 1 && row.answer != "no");
    return row.verb == Verb::co_leads && from.empty();
  });
  if (!led) add_relation(step.data(), to, Verb::leads, item, step.edit);
}

bool report_to(Step& step, const Reference& subject, const std::string& id, const std::string& to) {
  auto& rows = step.data().relations;
  const auto& parents = row_of(step.data(), id).parents;
  const auto sponsors = [&](const RelationRow& row) {
    return row.verb == Verb::leads && row.capacity == Capacity::sponsor && row.to.text == id &&
           row.period.open_on(step.day);
  };
  const auto is_to = [&](const Reference& reference) { return reference.text == to; };
  const bool home = std::any_of(parents.begin(), parents.end(), is_to);
  const bool sponsored = std::any_of(rows.begin(), rows.end(), sponsors);
  const bool already =
      sponsored
          ? std::all_of(rows.begin(), rows.end(),
                        [&](const RelationRow& row) { return !sponsors(row) || is_to(row.from); })
          : home && parents.size() == 1;
  if (id == to)
    return step.find.refuse(subject.place, "\"" + id + "\" cannot report to itself",
                            "name another organisation");
  if (already)
    return step.find.refuse(subject.place, "\"" + id + "\" reports to \"" + to + "\" already",
                            "name another, or leave the sentence out");
  if (!sponsored) add_relation(step.data(), to, Verb::leads, id, step.edit, Capacity::sponsor);
  // What a sentence above added is taken back where the parent says as much.
  std::erase_if(rows, [&](const RelationRow& row) {
    return sponsored && home && sponsors(row) && row.place.file == step.edit.place.file;
  });
  for (RelationRow& row : rows)
    if (sponsors(row)) row.from.text = to;
  return true;
}

}  // namespace

bool move(Step& step, const SentenceIds& ids, const std::string& to) {
  const Edit& edit = step.edit;
  std::string from;
  if (!edit.from.text.empty()) {
    const auto found = step.find.find(edit.from);
    if (!found) return false;
    from = *found;
  }
  const std::string hint =
      is_led(step.find.kind(ids.front()))
          ? "name who is to lead it, or write: add " + ids.front() + " part-of " + to
          : "name the organisation that it is to answer to";
  if (!step.find.is_organisation(edit.target, to, hint)) return false;
  for (const std::string& id : ids) {
    if (is_led(step.find.kind(id)))
      set_lead(step, id, to, from);
    else
      set_parent(step.data(), id, to, from, edit, step.day);
  }
  return true;
}

bool report(Step& step, const SentenceIds& ids, const std::string& to) {
  const Edit& edit = step.edit;
  bool ok = step.find.is_organisation(edit.target, to, "name a department or another organisation");
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string hint = is_led(step.find.kind(ids[i])) ? "write: let " + to + " lead " + ids[i]
                                                            : "write: move " + ids[i] + " to " + to;
    if (!step.find.is_kind(edit.subjects[i], ids[i], Kind::body, hint)) ok = false;
  }
  for (std::size_t i = 0; ok && i < ids.size(); ++i)
    ok = report_to(step, edit.subjects[i], ids[i], to);
  return ok;
}

bool lead(Step& step, const std::string& item, const std::string& to) {
  if (!step.find.is_organisation(step.edit.target, to, "name who is to lead it")) return false;
  set_lead(step, item, to);
  return true;
}

}  // namespace crosscut
