// Who owns a mission, who delivers it, and what is missing: organisations, work, targets, mission.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"
#include "crosscut/write/mission_work.h"
#include "crosscut/write/picture.h"

namespace crosscut {
namespace {

enum Column { organisations, work, targets, mission };

class MissionPicture {
 public:
  MissionPicture(const Report& report, EntityId mission_id, std::size_t level, const Budget& budget)
      : report_(report),
        graph_(report.graph),
        mission_(mission_id),
        level_(level),
        budget_(budget),
        work_(report, mission_id) {}

  std::optional<Picture> run() {
    if (work_.targets().empty() && work_.bundles().empty() &&
        owning_leads(graph_, mission_).empty())
      return std::nullopt;
    std::size_t rolled = 0;
    for (;;) {
      Picture picture = build();
      const bool fits =
          picture.boxes.size() <= budget_.boxes && picture.lines.size() <= budget_.lines;
      if (fits && rolled >= level_) return picture;
      if (!work_.roll_up()) return std::nullopt;
      if (fits) ++rolled;
    }
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }

  Picture build() {
    Picture picture;
    picture.id = entity(mission_).id;
    picture.columns = {"Who leads", "Work", "Targets and board", "Mission"};
    shown_.clear();
    add_box(picture, item_box(mission_, mission));
    for (const EntityId target : work_.targets()) add_box(picture, item_box(target, targets));
    for (const EntityId forum : work_.forums()) add_box(picture, item_box(forum, targets));
    for (const Bundle& bundle : work_.bundles()) add_box(picture, bundle_box(bundle));
    add_leads(picture, mission_);
    for (const EntityId target : work_.targets()) {
      add_leads(picture, target);
      add_line(picture, entity(target).id, entity(mission_).id, LineRole::part_of,
               capitalise(full_name(graph_, target)) + " is part of " +
                   full_name(graph_, mission_) + ".");
    }
    for (const EntityId forum : work_.forums())
      add_line(picture, entity(forum).id, entity(mission_).id, LineRole::part_of,
               capitalise(full_name(graph_, forum)) + " is the board of " +
                   full_name(graph_, mission_) + ".");
    for (const Bundle& bundle : work_.bundles()) add_bundle_lines(picture, bundle);
    finish(picture);
    return picture;
  }

  void add_box(Picture& picture, Box box) {
    if (shown_.insert(box.id).second) picture.boxes.push_back(std::move(box));
  }

  std::string short_owners(const std::set<EntityId>& owners) const {
    std::vector<std::string> names;
    for (const EntityId owner : owners) names.push_back(initials(graph_, owner));
    return join_some(names, 2);
  }

  Box item_box(EntityId id, Column column) const {
    Box box;
    box.id = entity(id).id;
    box.kind = entity(id).kind;
    box.name = wrap_even(shorten(plain_name(graph_, id), 70), column == mission ? 18 : 28);
    box.second = capitalise(info(box.kind).singular);
    const auto& home = graph_.home(id);
    if ((is_item(box.kind) || box.kind == Kind::cycle) && !home.presumed && !home.owners.empty())
      box.second += " · " + short_owners({home.owners.begin(), home.owners.end()});
    if (entity(id).due.given()) box.second += " · due " + format_date(entity(id).due);
    box.column = column;
    if (const Finding* finding = work_.finding_on(id))
      box.flag = finding->card->id == "no-lead"
                     ? "We found no lead"
                     : count_of(finding->evidence.size(), "lead", "leads");
    box.sentence = capitalise(full_name(graph_, id)) + ": " + info(box.kind).singular.data();
    const std::string owners = join_words(full_names(graph_, home.owners));
    if (is_item(box.kind))
      box.sentence += owners.empty()  ? ", no lead recorded"
                      : home.presumed ? ", presumed lead " + owners
                                      : ", led by " + owners;
    if (!box.flag.empty()) box.sentence += " (" + box.flag + ")";
    box.sentence += ".";
    return box;
  }

  Box bundle_box(const Bundle& bundle) const {
    if (bundle.items.size() == 1 && !bundle.rest) return item_box(bundle.items.front(), work);
    Box box;
    box.id = bundle_id(bundle);
    box.kind = common_kind(bundle);
    std::vector<std::string> names;
    for (const EntityId item : bundle.items) names.push_back(plain_name(graph_, item));
    box.name = bundle.rest ? std::vector<std::string>{"Other work: " + count_of(bundle.items.size(),
                                                                                "piece", "pieces")}
                           : std::vector{counts(bundle)};
    box.second =
        bundle.rest
            ? (bundle.owners.empty()
                   ? "no lead recorded"
                   : "led by " + count_of(bundle.owners.size(), "organisation", "organisations"))
            : shorten(names.front(), 34) +
                  (names.size() == 2 ? " and one other"
                                     : " and " + std::to_string(names.size() - 1) + " others");
    box.column = work;
    box.sentence = capitalise(counts(bundle)) + " led by " + owners_of(bundle) + ": " +
                   join_words(names) + ".";
    return box;
  }

  std::string owners_of(const Bundle& bundle) const {
    const std::string owners =
        join_words(full_names(graph_, {bundle.owners.begin(), bundle.owners.end()}));
    return owners.empty() ? "nobody on record" : owners;
  }

  Kind common_kind(const Bundle& bundle) const {
    const Kind kind = entity(bundle.items.front()).kind;
    const bool all = std::all_of(bundle.items.begin(), bundle.items.end(),
                                 [&](EntityId item) { return entity(item).kind == kind; });
    return all ? kind : Kind::policy;
  }

  std::string counts(const Bundle& bundle) const {
    std::map<Kind, std::size_t> kinds;
    for (const EntityId item : bundle.items) ++kinds[entity(item).kind];
    if (kinds.size() > 2) return std::to_string(bundle.items.size()) + " policies and programmes";
    std::vector<std::string> parts;
    for (const auto& [kind, count] : kinds)
      parts.push_back(count_of(count, info(kind).singular, info(kind).plural));
    return capitalise(join_words(parts));
  }

  std::string bundle_id(const Bundle& bundle) const {
    if (bundle.rest) return "other-work";
    if (bundle.items.size() == 1) return entity(bundle.items.front()).id;
    std::string id = "work-of";
    for (const EntityId owner : bundle.owners) id += "-" + entity(owner).id;
    return id;
  }

  void add_organisation(Picture& picture, EntityId id) {
    Box box;
    box.id = entity(id).id;
    box.kind = entity(id).kind;
    box.name = wrap_even(shorten(short_name(graph_, id), 60), 22);
    box.second =
        box.kind == Kind::department ? initials(graph_, id) : capitalise(info(box.kind).singular);
    if (box.second == plain_name(graph_, id)) box.second = "Department";
    box.column = organisations;
    box.sentence =
        capitalise(full_name(graph_, id)) + ": " + std::string(info(box.kind).singular) + ".";
    add_box(picture, std::move(box));
  }

  /// A line from the home of each lead and co-lead.
  void add_leads(Picture& picture, EntityId item) {
    std::set<EntityId> drawn;
    for (const LineRole role : {LineRole::leads, LineRole::co_leads}) {
      for (const RelationId r : owning_leads(graph_, item)) {
        const Relation& relation = graph_.relation(r);
        if ((relation.verb == Verb::leads) != (role == LineRole::leads)) continue;
        for (const EntityId owner : graph_.home(relation.from).owners) {
          if (owner == item || !drawn.insert(owner).second) continue;
          add_organisation(picture, owner);
          const std::string verb = role == LineRole::leads ? " leads " : " co-leads ";
          add_line(picture, entity(owner).id, entity(item).id, role,
                   capitalise(full_name(graph_, owner)) + verb + full_name(graph_, item) + ".");
        }
      }
    }
  }

  void add_bundle_lines(Picture& picture, const Bundle& bundle) {
    const std::string id = bundle_id(bundle);
    if (bundle.rest) {
      add_line(picture, id, entity(mission_).id, LineRole::advances,
               "Other work advances " + full_name(graph_, mission_) + ".");
      return;
    }
    if (bundle.items.size() == 1) {
      add_leads(picture, bundle.items.front());
    } else {
      for (const EntityId owner : bundle.owners) {
        add_organisation(picture, owner);
        add_line(picture, entity(owner).id, id, LineRole::leads,
                 capitalise(full_name(graph_, owner)) + " leads " + counts(bundle) + ".");
      }
    }
    const std::string what = bundle.items.size() == 1 ? full_name(graph_, bundle.items.front())
                                                      : counts(bundle) + " of " + owners_of(bundle);
    for (const EntityId aim : bundle.aims)
      add_line(picture, id, entity(aim).id, LineRole::advances,
               capitalise(what) + (bundle.items.size() == 1 ? " advances " : " advance ") +
                   full_name(graph_, aim) + ".");
  }

  void add_line(Picture& picture, const std::string& from, const std::string& to, LineRole role,
                std::string sentence) {
    Line line;
    line.from = from;
    line.to = to;
    line.role = role;
    constexpr std::array<std::string_view, 4> words = {"leads", "co-leads", "advances", "part-of"};
    line.id = "e-" + from + "--" + std::string(words[std::size_t(role)]) + "--" + to;
    line.sentence = std::move(sentence);
    picture.lines.push_back(std::move(line));
  }

  void finish(Picture& picture) const {
    std::sort(picture.boxes.begin(), picture.boxes.end(), [](const Box& a, const Box& b) {
      return std::pair(-a.column, a.id) < std::pair(-b.column, b.id);
    });
    std::sort(picture.lines.begin(), picture.lines.end(),
              [](const Line& a, const Line& b) { return a.id < b.id; });
    std::size_t items = 0;
    std::set<EntityId> leaders;
    for (const Bundle& bundle : work_.bundles()) {
      items += bundle.items.size();
      leaders.insert(bundle.owners.begin(), bundle.owners.end());
    }
    picture.title = title(leaders);
    picture.subtitle =
        plain_name(graph_, mission_) + ": " +
        count_of(work_.targets().size() + work_.dropped_targets().size(), "target", "targets") +
        " and " +
        count_of(items, "piece of work that advances it", "pieces of work that advance it");
    picture.source = source_line(report_);
    picture.key = {
        "Thick blue arrow: leads. Double blue arrow: co-leads. Green open arrow: advances. Plain "
        "green line: is part of."};
    if (std::any_of(picture.boxes.begin(), picture.boxes.end(),
                    [](const Box& box) { return !box.flag.empty(); }))
      picture.key.push_back("Orange box with ▲: a finding.");
    if (work_.bundled_by_owner())
      picture.notes.push_back("Work with the same lead is drawn as one box.");
    if (!work_.dropped_targets().empty())
      picture.notes.push_back(
          "Targets not drawn: " + join_words(full_names(graph_, work_.dropped_targets())) + ".");
    if (work_.forums().empty()) picture.notes.push_back("We found no board for this mission.");
  }

  std::string title(const std::set<EntityId>& leaders) const {
    for (const Bundle& bundle : work_.bundles()) {
      const Finding* finding =
          bundle.items.size() == 1 ? work_.finding_on(bundle.items.front()) : nullptr;
      if (finding != nullptr && finding->card->id == "no-lead")
        return "We found no lead for " + full_name(graph_, bundle.items.front()) +
               ", which this mission counts on";
    }
    const auto& owners = graph_.home(mission_).owners;
    if (owners.empty() || graph_.home(mission_).presumed)
      return "We found no stated lead for " + full_name(graph_, mission_);
    std::size_t others = 0;
    for (const EntityId leader : leaders)
      if (std::find(owners.begin(), owners.end(), leader) == owners.end()) ++others;
    std::vector<std::string> names;
    for (const EntityId owner : owners) names.push_back(short_name(graph_, owner));
    return join_words(names) + lead_verb(owners.size() == 1) + " the mission; " +
           (others == 0   ? "we found nobody else who leads"
            : others == 1 ? "one other leads"
                          : std::to_string(others) + " others lead") +
           " work towards it";
  }

  /// " leads", " appears to lead" or " may lead", by the strongest lead of the mission.
  std::string lead_verb(bool one) const {
    double confidence = 0;
    for (const RelationId r : owning_leads(graph_, mission_))
      confidence = std::max(confidence, graph_.relation(r).confidence);
    if (band(confidence) == Band::high) return one ? " leads" : " lead";
    if (band(confidence) == Band::medium) return one ? " appears to lead" : " appear to lead";
    return " may lead";
  }

  const Report& report_;
  const Graph& graph_;
  EntityId mission_;
  std::size_t level_;
  Budget budget_;
  MissionWork work_;
  std::set<std::string> shown_;
};

}  // namespace

std::optional<Picture> mission_picture(const Report& report, EntityId mission_id, std::size_t level,
                                       const Budget& budget) {
  return MissionPicture(report, mission_id, level, budget).run();
}

}  // namespace crosscut
