// Who is on record as lead of what has an ownership finding, and what pulls against it.
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"

namespace crosscut {
namespace {

enum Column { leaders, owned, pulls };

class OwnershipPicture {
 public:
  OwnershipPicture(const Report& report, std::optional<EntityId> subject,
                   const PictureRequest& request)
      : report_(report), graph_(report.graph), subject_(subject), request_(request) {}

  std::optional<Picture> run() {
    find_findings();
    choose_items();
    if (items_.empty()) return std::nullopt;
    return build_to_fit(
        request_, [&] { return build(); }, [&] { return roll_up(); });
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }
  bool one_item() const { return subject_ && is_item(entity(*subject_).kind); }

  /// The ownership findings on items, in the order of the report.
  void find_findings() {
    for (const Finding& finding : report_.findings) {
      const EntityId item = finding.subjects.front();
      if (finding.card->family == "Ownership" && is_item(entity(item).kind))
        findings_[item].push_back(&finding);
    }
  }

  /// The item asked for, or those with findings that concern the organisation asked for: findings
  /// first, then questions, both in the order of the report.
  void choose_items() {
    if (one_item()) {
      items_ = {*subject_};
      return;
    }
    for (const bool question : {false, true})
      for (const Finding& finding : report_.findings) {
        const EntityId item = finding.subjects.front();
        const bool here = std::find(items_.begin(), items_.end(), item) != items_.end();
        if (finding.is_question() == question && findings_.contains(item) && !here &&
            finding.card->family == "Ownership" && concerns_subject(item))
          items_.push_back(item);
      }
  }

  bool concerns_subject(EntityId item) const {
    if (!subject_) return true;
    for (const RelationId r : owning_leads(graph_, item)) {
      const EntityId from = graph_.relation(r).from;
      const auto& owners = graph_.home(from).owners;
      if (from == *subject_ || std::find(owners.begin(), owners.end(), *subject_) != owners.end())
        return true;
    }
    return false;
  }

  /// Down to a few items; then without what pulls against them; then fewer items.
  bool roll_up() {
    if (conflicts_ && !one_item() && items_.size() <= request_.budget.boxes / 4) {
      conflicts_ = false;
      return true;
    }
    if (items_.size() < 2) return false;
    do {  // at once down to what can fit at all
      dropped_.push_back(items_.back());
      items_.pop_back();
    } while (items_.size() > request_.budget.boxes);
    return true;
  }

  Picture build() const {
    Picture picture;
    picture.id = subject_ ? "ownership-" + entity(*subject_).id : "ownership";
    picture.columns = {"Who leads", "Items", "What pulls against it"};
    if (subject_) picture.focus = entity(*subject_).id;
    if (one_item()) {
      picture.columns = {"Who has a part in it", "The item",
                         "What it serves, what pulls against it"};
      add_parts(picture, *subject_);
    }
    for (const EntityId item : items_) add_item(picture, item);
    add_words(picture);
    finish(picture, report_, request_);
    return picture;
  }

  void add_item(Picture& picture, EntityId item) const {
    Box box = entity_box(report_, item, 30, owned);
    box.second = capitalise(info(box.kind).singular);
    const auto found = findings_.find(item);
    if (box.flag.empty() && found != findings_.end())
      box.second += " · question: " + to_lower(found->second.front()->card->flag);
    picture.boxes.push_back(std::move(box));
    const bool rivals = found != findings_.end() &&
                        std::any_of(found->second.begin(), found->second.end(),
                                    [](const Finding* f) { return f->card->id == "rival-leads"; });
    std::set<EntityId> leading;
    for (const RelationId r : owning_leads(graph_, item)) {
      const Relation& relation = graph_.relation(r);
      if (relation.verb == Verb::leads) leading.insert(relation.from);
      if (relation.verb == Verb::co_leads && leading.contains(relation.from)) continue;
      add_box(picture, entity_box(report_, relation.from, 24, leaders));
      const bool rival = rivals && relation.verb == Verb::leads;
      add_relation(picture, graph_, r, entity(relation.from).id, entity(item).id,
                   rival ? LineRole::rival_leads : role_of(relation.verb));
    }
    if (!conflicts_) return;
    for (const auto relations : {graph_.out(item), graph_.in(item)})
      for (const RelationId r : relations) add_conflict(picture, r, item);
  }

  /// What works against the item, or what it works against.
  void add_conflict(Picture& picture, RelationId r, EntityId item) const {
    const Relation& relation = graph_.relation(r);
    if (relation.verb != Verb::constrains && relation.verb != Verb::conflicts_with) return;
    const EntityId other = relation.from == item ? relation.to : relation.from;
    if (!is_item(entity(other).kind)) return;
    if (std::find(items_.begin(), items_.end(), other) == items_.end())
      add_box(picture, entity_box(report_, other, 28, pulls));
    add_relation(picture, graph_, r, entity(relation.from).id, entity(relation.to).id);
  }

  /// The other parts in one item: who pays, delivers, must agree; and the aims that it serves.
  void add_parts(Picture& picture, EntityId item) const {
    constexpr std::array<Verb, 6> parts = {Verb::delivers,  Verb::contributes_to, Verb::funds,
                                           Verb::regulates, Verb::approves,       Verb::clears};
    for (const RelationId r : graph_.in(item)) {
      const Relation& relation = graph_.relation(r);
      if (std::find(parts.begin(), parts.end(), relation.verb) == parts.end()) continue;
      if (graph_.is_whole_government(relation.from)) continue;
      add_box(picture, entity_box(report_, relation.from, 24, leaders));
      add_relation(picture, graph_, r, entity(relation.from).id, entity(item).id);
    }
    for (const RelationId r : graph_.out(item)) {
      const Relation& relation = graph_.relation(r);
      if (relation.verb != Verb::advances && relation.verb != Verb::part_of) continue;
      add_box(picture, entity_box(report_, relation.to, 28, pulls));
      add_relation(picture, graph_, r, entity(item).id, entity(relation.to).id);
    }
  }

  /// "2 items without a lead", "5 shared leads": of findings or of questions.
  std::vector<std::string> counts(bool questions) const {
    std::vector<std::string> parts;
    for (const Card* card : report_.cards) {
      std::size_t count = 0;
      for (const auto& [item, found] : findings_)
        if (concerns_subject(item))
          for (const Finding* finding : found)
            if (finding->card == card && finding->is_question() == questions) ++count;
      if (count > 0) parts.push_back(count_of(count, card->singular, card->plural));
    }
    return parts;
  }

  /// Of the whole map, or of an organisation.
  std::string title(const std::vector<std::string>& firm,
                    const std::vector<std::string>& questions) const {
    const auto& parts = firm.empty() ? questions : firm;
    std::string words =
        firm.empty() ? "Questions to ask about who owns what" : "Findings about who owns what";
    if (parts.size() <= 2)
      words = (firm.empty() ? "To ask: " : "Who owns what: ") + join_words(parts);
    return subject_ ? short_name(graph_, *subject_) + ": " + words : words;
  }

  bool any_presented() const {
    return std::any_of(items_.begin(), items_.end(), [&](EntityId item) {
      const auto in = graph_.in(item);
      return std::any_of(in.begin(), in.end(), [&](RelationId r) {
        return graph_.relation(r).capacity == Capacity::presented;
      });
    });
  }

  void add_words(Picture& picture) const {
    const auto firm = counts(false);
    const auto questions = counts(true);
    if (one_item()) {
      const auto found = findings_.find(*subject_);
      picture.title = found != findings_.end()
                          ? found->second.front()->headline
                          : "Who has a part in " + full_name(graph_, *subject_);
    } else {
      picture.title = title(firm, questions);
    }
    picture.subtitle = one_item() ? "Who leads it, who else has a part, and what pulls against it"
                                  : "The items with a finding, or a question, about who owns them";
    if (!one_item() && firm.size() > 2) picture.notes.push_back("Found: " + join_words(firm) + ".");
    if (!one_item() && !questions.empty() && (!firm.empty() || questions.size() > 2))
      picture.notes.push_back("To ask: " + join_words(questions) + ".");
    if (!conflicts_) picture.notes.emplace_back("What pulls against them is not drawn.");
    if (!dropped_.empty())
      picture.notes.push_back("Not drawn: " + count_of(dropped_.size(), "item", "items") +
                              " with a finding or a question. The tables list them.");
    if (any_presented())
      picture.notes.emplace_back("Joint presentation is not drawn: it is not ownership.");
  }

  const Report& report_;
  const Graph& graph_;
  std::optional<EntityId> subject_;
  PictureRequest request_;
  std::map<EntityId, std::vector<const Finding*>> findings_;
  std::vector<EntityId> items_, dropped_;
  bool conflicts_ = true;
};

}  // namespace

std::optional<Picture> ownership_picture(const Report& report, std::optional<EntityId> subject,
                                         const PictureRequest& request) {
  return OwnershipPicture(report, subject, request).run();
}

}  // namespace crosscut
