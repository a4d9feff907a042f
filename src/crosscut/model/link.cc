// Dataset -> Graph: resolves names, merges rows that state the same relation, finds what is open.
#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

#include "crosscut/base/sort_texts.h"
#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/graph.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/marking.h"
#include "crosscut/model/name_table.h"
#include "crosscut/model/parent_cycles.h"
#include "crosscut/model/relation_candidates.h"
#include "crosscut/model/source_table.h"

namespace crosscut {
namespace {

std::string quoted(std::string_view text) { return "\"" + shorten(text, 60) + "\""; }

/// The more precise of two dates; the first when they are equally precise.
PartialDate more_precise(const PartialDate& a, const PartialDate& b) {
  return b.precision() > a.precision() ? b : a;
}

void fill_if_empty(Text& kept, const Text& other) {
  if (kept.empty()) kept = other;
}

/// Lists of relations, by a number that each has; ascending within a list.
template <typename RowOf, typename Keep>
void fill(Graph::Lists& lists, std::size_t rows, std::size_t relations, RowOf row_of, Keep keep) {
  lists.starts.assign(rows + 1, 0);
  for (std::size_t i = 0; i < relations; ++i)
    if (keep(RelationId(i))) ++lists.starts[row_of(RelationId(i)) + 1];
  for (std::size_t row = 0; row < rows; ++row) lists.starts[row + 1] += lists.starts[row];
  lists.items.resize(lists.starts.back());
  std::vector<std::uint32_t> next(lists.starts.begin(), lists.starts.end() - 1);
  for (std::size_t i = 0; i < relations; ++i)
    if (keep(RelationId(i))) lists.items[next[row_of(RelationId(i))]++] = RelationId(i);
}

}  // namespace

class Linker {
 public:
  Linker(const Dataset& dataset, const LinkOptions& options)
      : dataset_(dataset), options_(options), sources_(dataset) {}

  Linked run() {
    graph_.maps_ = dataset_.maps;
    graph_.files_ = dataset_.files;
    graph_.names_ = std::make_shared<LazyNames>();
    add_entities();
    resolve_parents();
    for (const auto& cycle : break_parent_cycles(graph_.entities_)) report_cycle(cycle);
    fill_children();
    add_relations();
    set_marking();
    set_as_at();
    mark_open();
    fill_lists();
    for (std::size_t i = 0; i < graph_.entity_count(); ++i)
      if (graph_.entities_[i].kind == Kind::department && graph_.open(EntityId(i)))
        for (const EntityId parent : graph_.entities_[i].parents)
          if (graph_.entity(parent).kind != Kind::department)
            graph_.whole_government_[index_of(parent)] = true;
    graph_.homes_ = find_homes(graph_);
    fill_departments();
    graph_.sources_ = sources_.take();
    sort_diagnostics(diagnostics_);
    return {std::move(graph_), std::move(diagnostics_)};
  }

 private:
  std::vector<SourceId> resolve_sources(const std::vector<Reference>& references, MapIndex map) {
    std::vector<SourceId> ids;
    if (sources_.listed(map).empty()) return ids;  // said once, by no-sources
    for (const Reference& reference : references) {
      if (const auto found = sources_.find(map, reference.text)) {
        if (std::find(ids.begin(), ids.end(), *found) == ids.end()) ids.push_back(*found);
        continue;
      }
      const auto& known = sources_.listed(map);
      report("unknown-source", reference.place, "no source has the id " + quoted(reference.text),
             suggest(reference.text, known, "correct it, or add a row for it to sources.csv"));
    }
    return ids;
  }

  void add_entities() {
    std::vector<std::string_view> ids;
    ids.reserve(dataset_.entities.size());
    for (const EntityRow& row : dataset_.entities) ids.push_back(row.id);
    graph_.by_id_ = KeyTable(ids.size() + dataset_.same.size());
    graph_.entities_.reserve(ids.size());
    rows_.reserve(ids.size());
    for (const std::uint32_t row : sorted_order(ids)) add_entity(dataset_.entities[row]);
    for (const SameRow& same : dataset_.same)
      if (const auto kept = graph_.by_id_.find(same.same_as.text))
        graph_.by_id_.insert(same.id.text, *kept);
  }

  void add_entity(const EntityRow& row) {
    Entity& entity = graph_.entities_.emplace_back();
    entity.id = row.id;
    entity.name = row.name.empty() ? row.id : row.name;
    entity.kind = row.kind;
    entity.period = row.period;
    entity.due = row.due;
    entity.measure = row.measure;
    entity.aliases = row.aliases;
    entity.sources = resolve_sources(row.sources, row.map);
    for (const auto& [map, source] : row.other_sources)
      for (const SourceId id : resolve_sources({source}, map))
        if (std::find(entity.sources.begin(), entity.sources.end(), id) == entity.sources.end())
          entity.sources.push_back(id);
    entity.organisation_class = row.organisation_class;
    entity.power = row.power;
    entity.membership = row.membership;
    entity.status = row.status;
    entity.extent = row.extent;
    entity.model = row.model;
    entity.contact = row.contact;
    entity.marking = row.marking;
    entity.statutory = row.statutory;
    entity.catch_all = row.catch_all;
    entity.maps = {row.map};
    entity.maps.insert(entity.maps.end(), row.other_maps.begin(), row.other_maps.end());
    entity.place = row.place;
    graph_.by_id_.insert(row.id, static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back(&row);
  }

  std::optional<EntityId> resolve(const Reference& reference) {
    if (const auto found = graph_.find(reference.text)) return found;
    const std::vector<EntityId> named = graph_.named(reference.text);
    if (!named.empty()) {
      Diagnostic& diagnostic = report("ambiguous-name", reference.place,
                                      quoted(reference.text) + " stands for several entities",
                                      "write the id of the one you mean");
      for (const EntityId id : named)
        diagnostic.notes.push_back({graph_.entity(id).place,
                                    "\"" + graph_.entity(id).id + "\", " + graph_.entity(id).name});
      return std::nullopt;
    }
    if (dataset_.entities_unread || is_left_out(reference.text))
      return std::nullopt;  // said where it was read
    collect_words();
    report(
        "unknown-id", reference.place, "unknown entity " + quoted(reference.text),
        suggest(reference.text, known_words_, "correct it, or add a row for it to entities.csv"));
    return std::nullopt;
  }

  /// Words to choose a hint from, once something is not known.
  void collect_words() {
    if (!known_words_.empty()) return;
    for (const Entity& entity : graph_.entities_)
      known_words_.insert(known_words_.end(), {entity.id, entity.name});
    known_words_.insert(known_words_.end(), dataset_.left_out.begin(), dataset_.left_out.end());
  }

  bool is_left_out(std::string_view text) {
    if (left_out_.empty())
      for (const std::string& left : dataset_.left_out) left_out_.insert(name_key(left));
    return left_out_.contains(name_key(text));
  }

  /// A hint, while comparing every word known with every word unknown does not take long.
  std::string suggest(std::string_view text, const std::vector<std::string_view>& known,
                      std::string otherwise) {
    constexpr std::size_t most_compared = 2'000'000;
    if (compared_ > most_compared) return otherwise;
    compared_ += known.size();
    const auto close = nearest(text, known);
    return close ? "did you mean \"" + *close + "\"?" : otherwise;
  }

  void resolve_parents() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto& parents = graph_.entities_[i].parents;
      for (const Reference& reference : rows_[i]->parents)
        if (const auto parent = resolve(reference)) parents.push_back(*parent);
      std::sort(parents.begin(), parents.end());
      parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
    }
  }

  void report_cycle(const std::vector<EntityId>& path) {
    std::string chain;
    for (const EntityId id : path) chain += graph_.entity(id).id + " -> ";
    const EntityId closing = path.front();
    Place place = graph_.entity(path.back()).place;
    for (const Reference& reference : rows_[index_of(path.back())]->parents)
      if (graph_.find(reference.text) == closing) place = reference.place;
    report("parent-cycle", place,
           "parents go round in a circle: " + chain + graph_.entity(closing).id,
           "remove one of these parents");
  }

  /// Both ends of every row that have an id as they are written; KeyTable::none for the others.
  std::vector<std::uint32_t> find_ends() const {
    std::vector<std::string_view> texts;
    texts.reserve(2 * dataset_.relations.size());
    for (const RelationRow& row : dataset_.relations) {
      texts.push_back(row.from.text);
      texts.push_back(row.to.text);
    }
    std::vector<std::uint32_t> numbers(texts.size());
    graph_.by_id_.find_all(texts, numbers);
    return numbers;
  }

  std::vector<RelationCandidate> collect_candidates() {
    const std::vector<std::uint32_t> ends = find_ends();
    const auto end_of = [&](std::size_t i, const Reference& reference) {
      return ends[i] == KeyTable::none ? resolve(reference) : std::optional(EntityId(ends[i]));
    };
    std::vector<RelationCandidate> candidates;
    candidates.reserve(dataset_.relations.size());
    for (std::size_t i = 0; i < dataset_.relations.size(); ++i) {
      const RelationRow& row = dataset_.relations[i];
      const auto from = end_of(2 * i, row.from);
      const auto to = end_of(2 * i + 1, row.to);
      if (!from || !to) continue;
      check_ends(row, *from, *to);
      if (row.answer == "unknown") continue;  // whoever was asked does not know
      candidates.push_back({*from, *to, &row});
    }
    return candidates;
  }

  void add_relations() {
    for (const Reference& end : dataset_.loose_ends) resolve(end);
    const std::vector<RelationCandidate> candidates =
        in_order(collect_candidates(), graph_.entity_count());
    graph_.relations_.reserve(candidates.size());
    for (const RelationCandidate& candidate : candidates)
      if (candidate.row->answer != "no") add_relation(candidate);
    for (const RelationCandidate& candidate : candidates)
      if (candidate.row->answer == "no") deny_relation(candidate);
    const auto stronger = [](const Citation& a, const Citation& b) {
      return a.confidence > b.confidence;
    };
    for (Relation& relation : graph_.relations_) {
      for (auto* rows : {&relation.citations, &relation.denials})
        if (rows->size() > 1) std::stable_sort(rows->begin(), rows->end(), stronger);
      relation.confidence = relation.citations.front().confidence;
    }
  }

  Citation citation_of(const RelationRow& row) {
    return {resolve_sources(row.sources, row.map),
            row.locator,
            row.confidence,
            row.period,
            row.map,
            row.place};
  }

  /// A no counts against what somebody else states. Where nobody does, it is the end of it: a
  /// confirmed no outranks silence.
  void deny_relation(const RelationCandidate& candidate) {
    const RelationRow& row = *candidate.row;
    auto& relations = graph_.relations_;
    const auto key = [](const Relation& r) { return std::tuple(r.from, r.verb, r.to, r.capacity); };
    const auto wanted = std::tuple(candidate.from, row.verb, candidate.to, row.capacity);
    auto at = std::lower_bound(relations.begin(), relations.end(), wanted,
                               [&](const Relation& r, const auto& k) { return key(r) < k; });
    for (; at != relations.end() && key(*at) == wanted; ++at)
      if (may_overlap(at->period, row.period)) at->denials.push_back(citation_of(row));
  }

  void add_relation(const RelationCandidate& candidate) {
    const RelationRow& row = *candidate.row;
    Citation citation = citation_of(row);
    auto& relations = graph_.relations_;
    for (auto at = relations.rbegin(); at != relations.rend(); ++at) {
      if (at->from != candidate.from || at->verb != row.verb || at->to != candidate.to ||
          at->capacity != row.capacity)
        break;
      if (!may_overlap(at->period, row.period)) continue;
      at->period.start = more_precise(at->period.start, row.period.start);
      at->period.end = more_precise(at->period.end, row.period.end);
      at->period.end_unknown =
          (at->period.end_unknown || row.period.end_unknown) && !at->period.end.given();
      at->strength = std::max(at->strength, row.strength);
      fill_if_empty(at->approval, row.approval);
      fill_if_empty(at->amount, row.amount);
      fill_if_empty(at->money_period, row.money_period);
      at->citations.push_back(std::move(citation));
      return;
    }
    relations.push_back({candidate.from,
                         row.verb,
                         candidate.to,
                         row.capacity,
                         row.strength,
                         row.confidence,
                         row.period,
                         row.approval,
                         row.amount,
                         row.money_period,
                         {},
                         {}});
    relations.back().citations.push_back(std::move(citation));
  }

  void check_ends(const RelationRow& row, EntityId from, EntityId to) {
    const VerbInfo& verb = info(row.verb);
    const Kind subject = graph_.entity(from).kind;
    const Kind object = graph_.entity(to).kind;
    if (from == to) {
      report("self-relation", row.from.place,
             quoted(row.from.text) + " " + std::string(verb.sentence) + " itself",
             "check the two ends; the relation is kept but counts nowhere");
    } else if (!contains(verb.from, subject) || !contains(verb.to, object)) {
      report("odd-ends", row.place,
             quoted(verb.word) + " does not usually join a " + std::string(info(subject).singular) +
                 " to a " + std::string(info(object).singular),
             "check both ends and the direction; the relation is kept");
    }
  }

  void set_marking() {
    std::set<std::string_view> markings;
    for (const MapInfo& map : dataset_.maps) markings.insert(map.marking);
    const auto add = [&](const auto& rows) {  // the same one is often in row after row
      std::string_view last;
      for (const auto& row : rows)
        if (row.marking != last) markings.insert(last = row.marking);
    };
    markings.insert("");
    add(dataset_.entities);
    add(dataset_.relations);
    graph_.marking_ = highest_marking(markings);
  }

  void set_as_at() {
    PartialDate latest = options_.as_at;
    const auto take = [&](const PartialDate& date) {
      if (date.given() && (!latest.given() || date.latest() > latest.latest())) latest = date;
    };
    if (!latest.given())
      for (const MapInfo& map : dataset_.maps) take(map.as_at);
    if (!latest.given()) {
      for (const RelationRow& row : dataset_.relations) take(row.period.start);
      for (const SourceRow& row : dataset_.sources) take(row.date);
    }
    graph_.as_at_ = latest;
  }

  void mark_open() {
    const Day day = graph_.as_at_day();
    graph_.whole_government_.assign(graph_.entity_count(), 0);
    graph_.open_entities_.reserve(graph_.entity_count());
    graph_.open_relations_.reserve(graph_.relation_count());
    for (const Entity& entity : graph_.entities_)
      graph_.open_entities_.push_back(entity.period.open_on(day) && entity.status != "superseded");
    for (const Relation& relation : graph_.relations_)
      graph_.open_relations_.push_back(relation.period.open_on(day) && graph_.open(relation.from) &&
                                       graph_.open(relation.to));
  }

  void fill_lists() {
    const auto from = [&](RelationId r) { return index_of(graph_.relation(r).from); };
    const auto to = [&](RelationId r) { return index_of(graph_.relation(r).to); };
    const auto open = [&](RelationId r) { return graph_.open(r); };
    const auto ever = [](RelationId) { return true; };
    const std::size_t rows = graph_.entity_count(), relations = graph_.relation_count();
    fill(graph_.out_, rows, relations, from, open);
    fill(graph_.in_, rows, relations, to, open);
    fill(graph_.out_ever_, rows, relations, from, ever);
    fill(graph_.in_ever_, rows, relations, to, ever);
  }

  void fill_children() {
    std::vector<std::vector<EntityId>> children(graph_.entity_count());
    for (std::size_t i = 0; i < graph_.entity_count(); ++i)
      for (const EntityId parent : graph_.entities_[i].parents)
        children[index_of(parent)].push_back(EntityId(i));
    for (const auto& of_one : children) graph_.children_.add(of_one);
  }

  void fill_departments() {
    for (const Home& home : graph_.homes_) {
      std::vector<EntityId> departments = home.owners;
      std::erase_if(departments, [&](EntityId owner) {
        return graph_.entity(owner).kind != Kind::department || !graph_.open(owner);
      });
      graph_.departments_.add(departments);
    }
  }

  Diagnostic& report(std::string_view code, Place place, std::string message, std::string hint) {
    diagnostics_.push_back(diagnose(code, place, std::move(message), std::move(hint)));
    return diagnostics_.back();
  }

  const Dataset& dataset_;
  LinkOptions options_;
  SourceTable sources_;
  Graph graph_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<const EntityRow*> rows_;         // of each entity
  std::vector<std::string_view> known_words_;  // ids and names
  std::unordered_set<std::string> left_out_;   // name keys of rows that could not be read
  std::size_t compared_ = 0;
};

Linked link(const Dataset& dataset, const LinkOptions& options) {
  return Linker(dataset, options).run();
}

}  // namespace crosscut
