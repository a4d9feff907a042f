// Dataset -> Graph: resolves names, merges rows that state the same relation, finds what is open.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/model/graph.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/marking.h"
#include "crosscut/model/parent_cycles.h"
#include "crosscut/model/source_table.h"

namespace crosscut {
namespace {

std::string quoted(std::string_view text) { return "\"" + shorten(text, 60) + "\""; }

/// The more precise of two dates; the first when they are equally precise.
PartialDate more_precise(const PartialDate& a, const PartialDate& b) {
  return b.precision() > a.precision() ? b : a;
}

void fill_if_empty(std::string& kept, const std::string& other) {
  if (kept.empty()) kept = other;
}

template <typename Lists, typename Id>
void fill(Lists& lists, std::size_t rows, const std::vector<std::pair<std::uint32_t, Id>>& pairs) {
  lists.starts.assign(rows + 1, 0);
  for (const auto& [row, id] : pairs) ++lists.starts[row + 1];
  for (std::size_t row = 0; row < rows; ++row) lists.starts[row + 1] += lists.starts[row];
  lists.items.resize(pairs.size());
  std::vector<std::uint32_t> next(lists.starts.begin(), lists.starts.end() - 1);
  for (const auto& [row, id] : pairs) lists.items[next[row]++] = id;
}

}  // namespace

class Linker {
 public:
  Linker(const Dataset& dataset, const LinkOptions& options)
      : dataset_(dataset), options_(options), sources_(dataset) {}

  Linked run() {
    graph_.maps_ = dataset_.maps;
    graph_.files_ = dataset_.files;
    add_entities();
    collect_words();
    resolve_parents();
    for (const auto& cycle : break_parent_cycles(graph_.entities_)) report_cycle(cycle);
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
    for (const Reference& reference : references) {
      if (const auto found = sources_.find(map, reference.text)) {
        if (std::find(ids.begin(), ids.end(), *found) == ids.end()) ids.push_back(*found);
        continue;
      }
      const auto& known = sources_.listed(map);
      if (known.empty()) continue;  // said once, by no-sources
      report("unknown-source", reference.place, "no source has the id " + quoted(reference.text),
             suggest(reference.text, known, "correct it, or add a row for it to sources.csv"));
    }
    return ids;
  }

  void add_entities() {
    std::vector<std::size_t> order(dataset_.entities.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return dataset_.entities[a].id < dataset_.entities[b].id;
    });
    for (const std::size_t row : order) add_entity(dataset_.entities[row]);
    for (std::size_t i = 0; i < graph_.entity_count(); ++i) add_names(EntityId(i));
    for (const SameRow& same : dataset_.same)
      if (const auto kept = graph_.by_id_.find(same.same_as.text); kept != graph_.by_id_.end())
        graph_.by_id_.try_emplace(same.id.text, kept->second);
  }

  void add_entity(const EntityRow& row) {
    Entity entity;
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
    graph_.by_id_.emplace(row.id, EntityId(graph_.entities_.size()));
    rows_.push_back(&row);
    graph_.entities_.push_back(std::move(entity));
  }

  void add_names(EntityId id) {
    const auto add = [&](const std::string& name) {
      const std::string key = name_key(name);
      if (key.empty()) return;
      auto& holders = graph_.by_name_[key];
      if (holders.empty() || holders.back() != id) holders.push_back(id);
    };
    add(graph_.entities_[index_of(id)].name);
    for (const std::string& alias : graph_.entities_[index_of(id)].aliases) add(alias);
  }

  std::optional<EntityId> resolve(const Reference& reference) {
    if (const auto found = graph_.find(reference.text)) return found;
    const auto named = graph_.by_name_.find(name_key(reference.text));
    if (named != graph_.by_name_.end()) {
      Diagnostic& diagnostic = report("ambiguous-name", reference.place,
                                      quoted(reference.text) + " stands for several entities",
                                      "write the id of the one you mean");
      for (const EntityId id : named->second)
        diagnostic.notes.push_back({graph_.entity(id).place,
                                    "\"" + graph_.entity(id).id + "\", " + graph_.entity(id).name});
      return std::nullopt;
    }
    if (dataset_.entities_unread || is_left_out(reference.text))
      return std::nullopt;  // said where it was read
    report(
        "unknown-id", reference.place, "unknown entity " + quoted(reference.text),
        suggest(reference.text, known_words_, "correct it, or add a row for it to entities.csv"));
    return std::nullopt;
  }

  void collect_words() {
    for (const Entity& entity : graph_.entities_)
      known_words_.insert(known_words_.end(), {entity.id, entity.name});
    for (const std::string& text : dataset_.left_out) {
      left_out_.insert(name_key(text));
      known_words_.push_back(text);
    }
  }

  bool is_left_out(std::string_view text) const { return left_out_.contains(name_key(text)); }

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

  struct Candidate {
    EntityId from, to;
    const RelationRow* row;
    std::string sources;
  };

  static std::string source_text(const RelationRow& row) {
    std::string text;
    for (const Reference& source : row.sources) text += source.text + "|";
    return text;
  }

  void add_relations() {
    for (const Reference& end : dataset_.loose_ends) resolve(end);
    std::vector<Candidate> candidates;
    for (const RelationRow& row : dataset_.relations) {
      const auto from = resolve(row.from);
      const auto to = resolve(row.to);
      if (!from || !to) continue;
      check_ends(row, *from, *to);
      if (row.answer == "unknown") continue;  // whoever was asked does not know
      candidates.push_back({*from, *to, &row, source_text(row)});
    }
    const auto key = [](const Candidate& c) {
      const RelationRow& r = *c.row;
      return std::tuple(c.from, r.verb, c.to, r.capacity, r.period, -r.confidence,
                        std::string_view(r.locator), r.map, std::string_view(c.sources), r.strength,
                        std::string_view(r.approval), std::string_view(r.amount),
                        std::string_view(r.money_period), r.place.file, r.place.line);
    };
    std::sort(candidates.begin(), candidates.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const Candidate& candidate : candidates)
      if (candidate.row->answer != "no") add_relation(candidate);
    for (const Candidate& candidate : candidates)
      if (candidate.row->answer == "no") deny_relation(candidate);
    const auto stronger = [](const Citation& a, const Citation& b) {
      return a.confidence > b.confidence;
    };
    for (Relation& relation : graph_.relations_) {
      std::stable_sort(relation.citations.begin(), relation.citations.end(), stronger);
      std::stable_sort(relation.denials.begin(), relation.denials.end(), stronger);
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
  void deny_relation(const Candidate& candidate) {
    const RelationRow& row = *candidate.row;
    auto& relations = graph_.relations_;
    const auto key = [](const Relation& r) { return std::tuple(r.from, r.verb, r.to, r.capacity); };
    const auto wanted = std::tuple(candidate.from, row.verb, candidate.to, row.capacity);
    auto at = std::lower_bound(relations.begin(), relations.end(), wanted,
                               [&](const Relation& r, const auto& k) { return key(r) < k; });
    for (; at != relations.end() && key(*at) == wanted; ++at)
      if (may_overlap(at->period, row.period)) at->denials.push_back(citation_of(row));
  }

  void add_relation(const Candidate& candidate) {
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
    Relation relation{candidate.from, row.verb,         candidate.to, row.capacity,
                      row.strength,   row.confidence,   row.period,   row.approval,
                      row.amount,     row.money_period, {},           {}};
    relation.citations.push_back(std::move(citation));
    relations.push_back(std::move(relation));
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
    for (const EntityRow& row : dataset_.entities) markings.insert(row.marking);
    for (const RelationRow& row : dataset_.relations) markings.insert(row.marking);
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
    for (const Entity& entity : graph_.entities_)
      graph_.open_entities_.push_back(entity.period.open_on(day) && entity.status != "superseded");
    for (const Relation& relation : graph_.relations_)
      graph_.open_relations_.push_back(relation.period.open_on(day) && graph_.open(relation.from) &&
                                       graph_.open(relation.to));
  }

  void fill_lists() {
    std::vector<std::pair<std::uint32_t, RelationId>> out, in, out_ever, in_ever;
    for (std::size_t i = 0; i < graph_.relation_count(); ++i) {
      const Relation& relation = graph_.relations_[i];
      const auto from = static_cast<std::uint32_t>(relation.from);
      const auto to = static_cast<std::uint32_t>(relation.to);
      out_ever.emplace_back(from, RelationId(i));
      in_ever.emplace_back(to, RelationId(i));
      if (!graph_.open(RelationId(i))) continue;
      out.emplace_back(from, RelationId(i));
      in.emplace_back(to, RelationId(i));
    }
    fill(graph_.out_, graph_.entity_count(), out);
    fill(graph_.in_, graph_.entity_count(), in);
    fill(graph_.out_ever_, graph_.entity_count(), out_ever);
    fill(graph_.in_ever_, graph_.entity_count(), in_ever);
  }

  void fill_departments() {
    std::vector<std::pair<std::uint32_t, EntityId>> pairs;
    for (std::size_t i = 0; i < graph_.entity_count(); ++i)
      for (const EntityId owner : graph_.homes_[i].owners)
        if (graph_.entity(owner).kind == Kind::department && graph_.open(owner))
          pairs.emplace_back(static_cast<std::uint32_t>(i), owner);
    fill(graph_.departments_, graph_.entity_count(), pairs);
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
