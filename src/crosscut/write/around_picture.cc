// What is linked to one entity: what refers to it to the left, what it refers to to the right; or,
// for more than one step, everything within so many steps.
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/items.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"

namespace crosscut {
namespace {

enum Column { refers_to_it, itself, it_refers_to };

/// Entities drawn as one box.
struct Unit {
  std::vector<EntityId> members;
  int column = -1;
  std::size_t distance = 0;
};

class AroundPicture {
 public:
  AroundPicture(const Report& report, EntityId subject, std::size_t depth,
                const PictureRequest& request)
      : report_(report),
        graph_(report.graph),
        subject_(subject),
        asked_depth_(depth),
        depth_(depth),
        request_(request) {}

  std::optional<Picture> run() {
    find_entities();
    everything_ = distance_.size();
    if (everything_ < 2) return std::nullopt;
    return build_to_fit(
        request_, [&] { return build(); }, [&] { return roll_up(); });
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }
  bool minor(RelationId r) const {
    const Verb verb = graph_.relation(r).verb;
    return verb == Verb::consulted_on || verb == Verb::part_of || verb == Verb::succeeds;
  }
  bool wanted(EntityId id) const { return contains(request_.only, entity(id).kind); }

  /// Calls `use` with each relation of an entity and its other end.
  template <typename Use>
  void each_relation(EntityId id, Use use) const {
    for (const auto relations : {graph_.out(id), graph_.in(id)})
      for (const RelationId r : relations) {
        if (without_minor_ && minor(r)) continue;
        const Relation& relation = graph_.relation(r);
        const EntityId other = relation.from == id ? relation.to : relation.from;
        if (!graph_.is_whole_government(other)) use(r, other);
      }
  }

  /// Entities within `depth_` steps, by way of kinds that are drawn; one unit each.
  void find_entities() {
    distance_ = {{subject_, 0}};
    std::vector<EntityId> ring = {subject_};
    for (std::size_t step = 1; step <= depth_; ++step) {
      std::vector<EntityId> next;
      for (const EntityId id : ring)
        each_relation(id, [&](RelationId, EntityId other) {
          if (wanted(other) && distance_.emplace(other, step).second) next.push_back(other);
        });
      ring = std::move(next);
    }
    units_.clear();
    for (const auto& [id, distance] : distance_) units_.push_back({{id}, column_of(id), distance});
  }

  int column_of(EntityId id) const {
    if (depth_ > 1) return -1;
    if (id == subject_) return itself;
    std::size_t in = 0;
    std::size_t out = 0;
    each_relation(subject_, [&](RelationId r, EntityId other) {
      if (other == id) ++(graph_.relation(r).to == subject_ ? in : out);
    });
    return in >= out ? refers_to_it : it_refers_to;
  }

  /// Further than one step away, all but one of its links to what is nearer may be left out.
  bool left_out(RelationId r, EntityId outer) const {
    if (!thin_ || distance_.at(outer) < 2) return false;
    bool first = true;
    bool is_first = false;
    each_relation(outer, [&](RelationId link, EntityId other) {
      const auto found = distance_.find(other);
      if (found == distance_.end() || found->second >= distance_.at(outer)) return;
      if (first) is_first = link == r;
      first = false;
    });
    return !is_first;
  }

  /// How a unit hangs on those nearer to the subject: what it takes to be drawn as one with others.
  std::vector<std::string> links_of(const Unit& unit, bool with_place) const {
    std::vector<std::string> links;
    for (const EntityId member : unit.members)
      each_relation(member, [&](RelationId r, EntityId other) {
        const auto found = distance_.find(other);
        if (found == distance_.end() || found->second >= unit.distance) return;
        if (left_out(r, member)) return;
        const Relation& relation = graph_.relation(r);
        links.push_back(std::string(info(relation.verb).word) +
                        (relation.from == member ? ">" : "<") +
                        (with_place ? entity(other).id : ""));
      });
    keep_unique(links);
    return links;
  }

  std::string key_of(const Unit& unit) const {
    const EntityId first = unit.members.front();
    if (unit.distance == 0 || (merging_ < 3 && finding_on(report_, first) != nullptr))
      return "=" + entity(first).id;
    std::string key = std::to_string(unit.column) + "/" + std::to_string(unit.distance);
    if (merging_ < 5) key += "/" + std::to_string(unsigned(entity(first).kind));
    if (merging_ == 1)
      for (const EntityId owner : graph_.home(first).owners) key += "/" + entity(owner).id;
    const auto links = links_of(unit, depth_ > 1 && merging_ < 4);
    if (merging_ < 4)
      key += "/" + join(links, "/");
    else if (!links.empty())
      key += "/" + links.front();
    return key;
  }

  /// Fewer lines, then boxes that hang on the same things as one, then one step less.
  bool roll_up() {
    if (!without_minor_ && merging_ == 0) {
      without_minor_ = true;
      const std::size_t before = distance_.size();
      find_entities();
      hidden_ += before - distance_.size();
      return true;
    }
    if (++merging_ > 5) {
      if (depth_ == 1) return false;
      --depth_;
      merging_ = 0;
      thin_ = false;
      without_minor_ = false;
      hidden_ = 0;
      find_entities();
      further_ = everything_ - distance_.size();
      return true;
    }
    thin_ = merging_ >= 2 && depth_ > 1;
    std::map<std::string, Unit> merged;
    for (const Unit& unit : units_) {
      const auto [place, added] = merged.try_emplace(key_of(unit), unit);
      if (!added)
        place->second.members.insert(place->second.members.end(), unit.members.begin(),
                                     unit.members.end());
    }
    units_.clear();
    for (auto& [key, unit] : merged) {
      keep_unique(unit.members);
      units_.push_back(std::move(unit));
    }
    return true;
  }

  std::string id_of(const Unit& unit) const {
    const std::string& first = entity(unit.members.front()).id;
    return unit.members.size() == 1 ? first : first + "-and-others";
  }

  Picture build() const {
    Picture picture;
    picture.id = "around-" + entity(subject_).id;
    picture.focus = entity(subject_).id;
    picture.layout = Layout::across;
    if (depth_ == 1) picture.columns = {"What refers to it", "In focus", "What it refers to"};
    std::map<EntityId, std::string> box_of;
    for (const Unit& unit : units_) {
      const std::size_t width = unit.distance == 0 ? 22 : 28;
      add_box(picture, unit.members.size() == 1
                           ? entity_box(report_, unit.members.front(), width, unit.column)
                           : group_box(graph_, id_of(unit), unit.members, width, unit.column));
      for (const EntityId member : unit.members) box_of[member] = id_of(unit);
    }
    std::set<RelationId> drawn;
    for (const auto& [id, distance] : distance_)
      each_relation(id, [&](RelationId r, EntityId other) {
        const auto found = distance_.find(other);
        // at the rim, only what leads back to the subject
        if (found == distance_.end() || (distance == depth_ && found->second == depth_)) return;
        if (thin_ &&
            (distance == found->second || left_out(r, distance > found->second ? id : other)))
          return;
        const Relation& relation = graph_.relation(r);
        const std::string& from = box_of.at(relation.from);
        const std::string& to = box_of.at(relation.to);
        if (from != to && drawn.insert(r).second) add_relation(picture, graph_, r, from, to);
      });
    add_words(picture, drawn.size());
    finish(picture, report_, request_);
    return picture;
  }

  void add_words(Picture& picture, std::size_t relations) const {
    const Finding* finding = finding_on(report_, subject_);
    picture.title = finding != nullptr ? finding->headline : title();
    picture.subtitle = capitalise(count_of(relations, "relation", "relations")) + " drawn" +
                       (depth_ == 1 ? "" : " within " + std::to_string(depth_) + " steps") +
                       ": what refers to it and what it refers to";
    if (std::any_of(units_.begin(), units_.end(),
                    [](const Unit& unit) { return unit.members.size() > 1; }))
      picture.notes.emplace_back("Things that are linked in the same way are drawn as one box.");
    if (without_minor_)
      picture.notes.push_back("Consultations, parts and earlier versions are not drawn" +
                              (hidden_ == 0 ? std::string(".")
                                            : ", nor " + count_of(hidden_, "thing", "things") +
                                                  " linked in these ways alone."));
    if (thin_)
      picture.notes.emplace_back("Of what is more than one step away, one link each is drawn.");
    if (further_ > 0)
      picture.notes.push_back(
          "Not drawn, being further away: " + count_of(further_, "thing", "things") + ".");
  }

  /// "Natural England is linked to 17 others; 4 items wait for it"
  std::string title() const {
    std::string words = capitalise(full_name(graph_, subject_)) +
                        (is_plural(graph_, subject_) ? " are" : " is") + " linked to " +
                        count_of(everything_ - 1, "other", "others");
    if (asked_depth_ > 1) words += " within " + std::to_string(asked_depth_) + " steps";
    if (request_.only != every_kind) words += ", of the kinds asked for";
    const std::size_t waiting = find_waiting(graph_, subject_).items.size();
    if (waiting > 0) words += "; " + count_of(waiting, "item waits", "items wait") + " for it";
    return words;
  }

  const Report& report_;
  const Graph& graph_;
  EntityId subject_;
  std::size_t asked_depth_, depth_;
  PictureRequest request_;
  bool without_minor_ = false;
  std::size_t merging_ = 0;                                // how far units are merged
  bool thin_ = false;                                      // of what is further away, one link each
  std::size_t everything_ = 0, hidden_ = 0, further_ = 0;  // entities, the subject among them
  std::map<EntityId, std::size_t> distance_;
  std::vector<Unit> units_;
};

}  // namespace

std::optional<Picture> around_picture(const Report& report, EntityId subject, std::size_t depth,
                                      const PictureRequest& request) {
  return AroundPicture(report, subject, depth, request).run();
}

}  // namespace crosscut
