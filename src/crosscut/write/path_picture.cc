// Why one thing depends on another: the shortest chains of needs between them, step by step.
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"

namespace crosscut {
namespace {

class PathPicture {
 public:
  PathPicture(const Report& report, EntityId from, EntityId to,
              const std::vector<std::vector<RelationId>>& chains, bool more,
              const PictureRequest& request)
      : report_(report),
        graph_(report.graph),
        from_(from),
        to_(to),
        chains_(chains),
        more_(more),
        request_(request) {}

  std::optional<Picture> run() {
    if (chains_.empty()) return std::nullopt;
    drawn_ = chains_.size();
    return build_to_fit(
        request_, [&] { return build(); }, [&] { return --drawn_ > 0; });
  }

 private:
  std::size_t steps() const { return chains_.front().size(); }

  Picture build() const {
    Picture picture;
    picture.id = "path-" + graph_.entity(from_).id + "-to-" + graph_.entity(to_).id;
    picture.focus = graph_.entity(from_).id;
    picture.columns = {"What waits"};
    for (std::size_t step = 1; step < steps(); ++step)
      picture.columns.push_back("Step " + std::to_string(step));
    picture.columns.emplace_back("What it waits for");
    for (std::size_t i = 0; i < drawn_; ++i) add_chain(picture, chains_[i]);
    add_words(picture);
    finish(picture, report_, request_);
    return picture;
  }

  void add_chain(Picture& picture, const std::vector<RelationId>& chain) const {
    EntityId at = from_;
    int column = 0;
    add_box(picture, entity_box(report_, at, 24, column));
    for (const RelationId r : chain) {
      const Relation& relation = graph_.relation(r);
      at = relation.from == at ? relation.to : relation.from;
      add_box(picture, entity_box(report_, at, 24, ++column));
      add_relation(picture, graph_, r, graph_.entity(relation.from).id,
                   graph_.entity(relation.to).id);
    }
  }

  /// What stands on every chain between the two ends.
  std::vector<EntityId> on_every_chain() const {
    std::map<EntityId, std::size_t> times;
    for (const auto& chain : chains_) {
      EntityId at = from_;
      for (const RelationId r : chain) {
        const Relation& relation = graph_.relation(r);
        at = relation.from == at ? relation.to : relation.from;
        ++times[at];
      }
    }
    std::vector<EntityId> always;
    for (const auto& [id, count] : times)
      if (count == chains_.size() && id != to_) always.push_back(id);
    return always;
  }

  double confidence() const {
    double strongest = 0;
    for (const auto& chain : chains_) {
      double weakest = 1;
      for (const RelationId r : chain) weakest = std::min(weakest, graph_.relation(r).confidence);
      strongest = std::max(strongest, weakest);
    }
    return strongest;
  }

  void add_words(Picture& picture) const {
    const Band sure = band(confidence());
    const bool several = is_plural(graph_, from_);
    const std::string verb = sure == Band::high ? (several ? " depend on " : " depends on ")
                             : sure == Band::medium
                                 ? (several ? " probably depend on " : " probably depends on ")
                                 : " may depend on ";
    picture.title = capitalise(full_name(graph_, from_)) + verb + full_name(graph_, to_) +
                    (steps() == 1 ? "" : ", in " + std::to_string(steps()) + " steps");
    const std::string chains = count_of(chains_.size(), "shortest chain", "shortest chains");
    picture.subtitle =
        (more_ ? "The first " + chains : capitalise(chains)) + " of needs and consents";
    if (const auto always = on_every_chain(); chains_.size() > 1 && !more_ && !always.empty())
      picture.notes.push_back("On every one of them: " + join_words(full_names(graph_, always)) +
                              ".");
    if (drawn_ < chains_.size())
      picture.notes.push_back("Not drawn: " + count_of(chains_.size() - drawn_, "chain", "chains") +
                              " of the same length" + (more_ ? ", and more beyond." : "."));
    else if (more_)
      picture.notes.emplace_back("More chains of the same length are not drawn.");
  }

  const Report& report_;
  const Graph& graph_;
  EntityId from_, to_;
  const std::vector<std::vector<RelationId>>& chains_;
  bool more_;
  PictureRequest request_;
  std::size_t drawn_ = 0;
};

}  // namespace

std::optional<Picture> path_picture(const Report& report, EntityId from, EntityId to,
                                    const std::vector<std::vector<RelationId>>& chains, bool more,
                                    const PictureRequest& request) {
  return PathPicture(report, from, to, chains, more, request).run();
}

}  // namespace crosscut
