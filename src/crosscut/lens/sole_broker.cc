#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/weigh.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::size_t enough_routes = 3;

const Card card = {
    .id = "sole-broker",
    .singular = "sole go-between",
    .plural = "sole go-betweens",
    .flag = "All passes through it",
    .family = "Silos and coordination",
    .question = "Through whom alone does everything between two departments pass?",
    .matters = "If it is busy, or goes, the two lose each other from sight.",
    .definition =
        "Two departments that no relation joins and that share no forum, with 3 or more routes of "
        "2 steps between them that all pass one entity of a third owner. A route is a need of what "
        "in turn needs something (approvals included), or a contribution to what in turn "
        "contributes. An entity that stands for many, such as local authorities, is left out.",
    .advice = "Tell the two of each other, and give them one direct tie for when it is needed.",
    .caveat = "The map may not see how the two work together directly.",
    .rule = "Brokerage of the liaison kind, where one broker has all of it",
    .source =
        "Gould and Fernandez, Structures of mediation, Sociological Methodology 19, 1989; the "
        "threshold is ours",
    .examples =
        {{"dft leads a  dft leads b  dft leads c  unit:body under hmt  mod leads d  a depends-on "
          "unit  b depends-on unit  c depends-on unit  unit depends-on d",
          "All 3 routes that we found between Dft and Mod appear to go by way of the Unit"},
         {"dft leads a  dft leads b  dft leads c  unit:body under hmt  mod leads d  a "
          "contributes-to unit  b contributes-to unit  c contributes-to unit  unit contributes-to "
          "d",
          "All 3 routes that we found between Dft and Mod appear to go by way of the Unit"},
         {"dft leads a  dft leads b  unit:body under hmt  mod leads d  a depends-on unit  b "
          "depends-on unit  unit depends-on d",
          ""},
         {"dft leads a  dft leads b  dft leads c  unit:body under hmt  mod leads d  a depends-on "
          "unit  b depends-on unit  c depends-on unit  unit depends-on d  a reinforces d",
          ""},
         {"dft leads a  dft leads b  dft leads c  unit:body under hmt  other:body under ho  mod "
          "leads d  a depends-on unit  b depends-on unit  c depends-on unit  unit depends-on d  a "
          "depends-on other  other depends-on d",
          ""},
         {"dft leads a  dft leads b  dft leads c  unit:body under hmt  mod leads d  a depends-on "
          "unit  b depends-on unit  c depends-on unit  unit contributes-to d",
          ""}},
};

using Pair = std::pair<EntityId, EntityId>;

/// From one department's entity by way of the broker to the other's.
struct Route {
  RelationId first{}, second{};
  EntityId from{}, to{};  // the far ends
  double confidence = 1;  // of both, and of who owns the ends
};

bool holds(std::span<const EntityId> list, EntityId id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// Pairs of departments that anything joins directly: a relation of any kind, a forum, or something
/// that both answer for.
std::set<Pair> joined_pairs(const LensInput& input) {
  const Graph& graph = input.graph;
  std::set<Pair> joined;
  const auto join = [&](std::span<const EntityId> from, std::span<const EntityId> to) {
    for (const EntityId a : from)
      for (const EntityId b : to)
        if (a != b) joined.insert(std::minmax(a, b));
  };
  for (const DepartmentPair& pair : input.pairs) joined.insert({pair.a, pair.b});
  for (std::size_t i = 0; i < graph.relation_count(); ++i) {
    const Relation& r = graph.relation(RelationId(i));
    if (graph.open(RelationId(i))) join(graph.departments(r.from), graph.departments(r.to));
  }
  for (std::size_t i = 0; i < graph.entity_count(); ++i)
    if (graph.open(EntityId(i)))
      join(graph.departments(EntityId(i)), graph.departments(EntityId(i)));
  return joined;
}

/// A step between the broker and something of a department, and how sure both are.
struct Step {
  EntityId far{};
  RelationId relation{};
  double confidence = 1;
};
using Steps = std::map<EntityId, std::vector<Step>>;  // by department

/// All that passes one broker takes time by the square of the departments next to it; of each side
/// at most the surest `most_steps` relations are put together, so that it is linear but for that.
constexpr std::size_t most_steps = 30;

class BrokerFinder {
 public:
  explicit BrokerFinder(const LensInput& input)
      : graph_(input.graph), joined_(joined_pairs(input)) {}

  struct Found {
    EntityId broker{};
    bool alone = true;
    std::vector<Route> routes;
  };

  /// Pairs of departments that something joins directly.
  std::size_t joined() const { return joined_.size(); }

  std::map<Pair, Found> run() {
    for (std::size_t i = 0; i < graph_.entity_count(); ++i)
      if (graph_.open(EntityId(i)) && !graph_.is_whole_government(EntityId(i)))
        look_at(EntityId(i));
    return std::move(found_);
  }

 private:
  void look_at(EntityId broker) {
    pass(broker, steps(broker, true, Way::need), steps(broker, false, Way::need));
    pass(broker, steps(broker, true, Way::contribution), steps(broker, false, Way::contribution));
  }

  enum class Way { need, contribution };

  /// Whether the relation is a step of this way, and whether it goes from subject to object.
  static bool goes(Verb verb, Way way, bool& forward) {
    forward = info(verb).need != Need::backward;
    return way == Way::need ? info(verb).need != Need::none : verb == Verb::contributes_to;
  }

  Steps steps(EntityId broker, bool towards, Way way) const {
    Steps steps;
    const auto look = [&](std::span<const RelationId> relations, bool broker_is_subject) {
      for (const RelationId r : relations) {
        bool forward = true;
        const Relation& relation = graph_.relation(r);
        if (!goes(relation.verb, way, forward)) continue;
        // Towards the broker: it is the object of a forward relation, or the subject of a backward.
        if (towards != (forward != broker_is_subject)) continue;
        const EntityId far = broker_is_subject ? relation.to : relation.from;
        if (far == broker || is_delivered(graph_, far)) continue;
        for (const EntityId department : graph_.departments(far))
          steps[department].push_back(
              {far, r,
               std::min(relation.confidence,
                        weakest_confidence(graph_, owned_by(graph_, far, department)))});
      }
    };
    look(graph_.in(broker), false);
    look(graph_.out(broker), true);
    for (auto& [department, list] : steps) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Step& a, const Step& b) { return a.confidence > b.confidence; });
      list.resize(std::min(list.size(), most_steps));
    }
    return steps;
  }

  void pass(EntityId broker, const Steps& in, const Steps& out) {
    const auto& owners = graph_.home(broker).owners;
    for (const auto& [from, first] : in) {
      for (const auto& [to, second] : out) {
        if (from == to || holds(owners, from) || holds(owners, to)) continue;
        const Pair pair = std::minmax(from, to);
        if (!joined_.contains(pair)) join(found_[pair], broker, first, second);
      }
    }
  }

  static void join(Found& found, EntityId broker, const std::vector<Step>& first,
                   const std::vector<Step>& second) {
    if (found.routes.empty()) found.broker = broker;
    if (found.broker != broker) found.alone = false;
    if (!found.alone) return;
    for (const Step& a : first)
      for (const Step& b : second)
        if (a.far != b.far)
          found.routes.push_back(
              {a.relation, b.relation, a.far, b.far, std::min(a.confidence, b.confidence)});
  }

  const Graph& graph_;
  const std::set<Pair> joined_;
  std::map<Pair, Found> found_;
};

/// Routes on record are told apart from guesses, as in bottleneck; surest first.
std::vector<Route> routes_to_tell(std::vector<Route> routes) {
  std::stable_sort(routes.begin(), routes.end(),
                   [](const Route& a, const Route& b) { return a.confidence > b.confidence; });
  if (routes.size() >= enough_routes && routes[enough_routes - 1].confidence >= recorded_confidence)
    std::erase_if(routes, [](const Route& r) { return r.confidence < recorded_confidence; });
  return routes;
}

/// Who answers for an end, of the two departments.
Condition owned_by_either(const Graph& graph, EntityId end, const Pair& pair) {
  const auto homes = graph.departments(end);
  return owned_by(graph, end, holds(homes, pair.first) ? pair.first : pair.second);
}

/// Enough routes, and nothing that joins the two directly.
Condition only_by_way(const Graph& graph, const Pair& pair, const std::vector<Route>& routes,
                      const std::string& both, double absence, Like like) {
  std::vector<Condition> ways;
  for (const Route& route : routes)
    ways.push_back(
        all_of({recorded(route.first), recorded(route.second),
                owned_by_either(graph, route.from, pair), owned_by_either(graph, route.to, pair)}));
  return all_of({at_least(enough_routes, std::move(ways)),
                 not_on_record(missing_fact(
                     "one relation or board that joins " + both + " directly", absence, like))});
}

Finding describe(const Graph& graph, const Pair& pair, EntityId broker,
                 const std::vector<Route>& routes, Like like) {
  const auto looked = [&](EntityId department) {
    return std::max(absence_confidence(graph, department, Coverage::forums),
                    absence_confidence(graph, department, Coverage::membership));
  };
  Finding finding;
  finding.card = &card;
  finding.absence = std::max(looked(pair.first), looked(pair.second));
  const std::string both = full_name(graph, pair.first) + " and " + full_name(graph, pair.second);
  rest_on(graph, finding, only_by_way(graph, pair, routes, both, finding.absence, like));
  finding.subjects = {broker, pair.first, pair.second};
  std::vector<RelationId> relations;
  std::vector<EntityId> items;
  for (const Route& route : routes)
    for (const RelationId r : {route.first, route.second}) {
      relations.push_back(r);
      for (const EntityId end : {graph.relation(r).from, graph.relation(r).to})
        if (is_item(graph.entity(end).kind)) items.push_back(end);
    }
  keep_unique(relations);
  keep_unique(items);
  finding.severity =
      std::min(Severity::medium, weigh_severity(graph, items, {pair.first, pair.second}));
  finding.affected = items.size();
  finding.headline = "All " + std::to_string(routes.size()) + " routes that we found between " +
                     both + hedge(finding.confidence, " go", " appear to go", " may go") +
                     " by way of " + full_name(graph, broker);
  finding.why = "We found nothing that joins the two directly, and no board where both sit.";
  finding.action = finding.is_question()
                       ? "Check with " + both + " how they work together."
                       : "Give " + both + " one direct tie for when it is needed.";
  finding.ask = both;
  for (const RelationId r : relations) finding.evidence.push_back({r, {}});
  finding.basis.push_back(
      "A route joins something of the one, by 2 relations, with something of "
      "the other.");
  return finding;
}

std::vector<Finding> run(const LensInput& input) {
  const Graph& graph = input.graph;
  std::vector<Finding> findings;
  BrokerFinder finder(input);
  const auto by_pair = finder.run();
  const Like like{finder.joined(), finder.joined() + by_pair.size()};
  for (const auto& [pair, found] : by_pair) {
    if (!found.alone || graph.entity(found.broker).catch_all) continue;
    const auto routes = routes_to_tell(found.routes);
    if (routes.size() >= enough_routes)
      findings.push_back(describe(graph, pair, found.broker, routes, like));
  }
  return findings;
}

}  // namespace

const Lens sole_broker_lens = {&card, run};

}  // namespace crosscut
