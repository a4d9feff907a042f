#include "crosscut/model/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

constexpr KindSet actors = Kind::department | Kind::body | Kind::role | Kind::council |
                           Kind::devolved_government | Kind::partner;
constexpr KindSet actors_and_forums = organisation_kinds;
constexpr KindSet items = item_kinds;
constexpr KindSet anything = static_cast<KindSet>((1U << kind_count) - 1);
constexpr KindSet led = items | Kind::cycle | Kind::body | Kind::forum | Kind::department;

constexpr std::array<KindInfo, kind_count> kinds = {{
    {"department", "department", "departments", "a department of state"},
    {"body", "body", "bodies", "an agency, arm's length body, regulator or public corporation"},
    {"forum", "forum", "forums",
     "a board, committee, taskforce or unit that brings several together"},
    {"role", "role", "roles", "an office that a person holds, never the person"},
    {"council", "council", "councils", "a local or combined authority"},
    {"devolved-government", "devolved government", "devolved governments",
     "the government of a nation or region"},
    {"partner", "partner", "partners", "an organisation outside government"},
    {"mission", "mission", "missions", "a cross-cutting aim with a public outcome"},
    {"target", "target", "targets", "a measurable aim, often of a mission"},
    {"policy", "policy", "policies", "a strategy, framework, plan, statement or Act"},
    {"programme", "programme", "programmes", "a delivery programme"},
    {"fund", "fund", "funds", "money set aside for a purpose"},
    {"cycle", "cycle", "cycles", "a recurring process such as a Budget or Spending Review"},
}};

constexpr std::array<VerbInfo, verb_count> verbs = {{
    {"leads", "leads", "is led by", actors_and_forums, led, Need::none, "answers for it"},
    {"co-leads", "co-leads", "is co-led by", actors_and_forums, led, Need::none,
     "answers for it together with others"},
    {"delivers", "delivers", "is delivered by", actors_and_forums,
     static_cast<KindSet>(items | Kind::cycle), Need::none, "does the work"},
    {"contributes-to", "contributes to", "has a contribution from", anything, anything, Need::none,
     "adds a part"},
    {"consulted-on", "is consulted on", "is discussed with", actors_and_forums,
     static_cast<KindSet>(items | Kind::cycle), Need::none, "is asked before it is settled"},
    {"funds", "funds", "is funded by",
     static_cast<KindSet>(actors | Kind::fund | Kind::cycle | Kind::programme | Kind::policy),
     anything, Need::none, "pays for it"},
    {"regulates", "regulates", "is regulated by", static_cast<KindSet>(actors | Kind::policy),
     anything, Need::none, "supervises it by law"},
    {"approves", "approves", "is approved by",
     static_cast<KindSet>(actors_and_forums | Kind::policy | Kind::cycle | Kind::programme),
     anything, Need::backward, "must agree before it can go ahead"},
    {"clears", "clears", "is cleared by",
     static_cast<KindSet>(actors_and_forums | Kind::cycle | Kind::policy), anything, Need::none,
     "gives collective or central clearance"},
    {"chairs", "chairs", "is chaired by", actors_and_forums, Kind::forum | Kind::body, Need::none,
     "takes the chair"},
    {"member-of", "sits on", "seats", actors_and_forums, Kind::forum | Kind::body, Need::none,
     "has a seat"},
    {"coordinates-with", "coordinates with", "coordinates with", actors_and_forums,
     actors_and_forums, Need::none, "works with it by arrangement"},
    {"depends-on", "depends on", "is needed by", anything, anything, Need::forward,
     "cannot succeed without it"},
    {"advances", "advances", "is advanced by", static_cast<KindSet>(items | Kind::cycle),
     static_cast<KindSet>((Kind::mission | Kind::target) | Kind::policy | Kind::programme),
     Need::none, "moves it forward"},
    {"reinforces", "reinforces", "is reinforced by", static_cast<KindSet>(items | Kind::cycle),
     static_cast<KindSet>(items | Kind::cycle), Need::none, "makes the other easier"},
    {"constrains", "constrains", "is constrained by", anything, anything, Need::none,
     "makes the other harder"},
    {"conflicts-with", "conflicts with", "conflicts with",
     static_cast<KindSet>(items | Kind::cycle), static_cast<KindSet>(items | Kind::cycle),
     Need::none, "pulls against the other"},
    {"part-of", "is part of", "includes", anything, anything, Need::none, "belongs to it"},
    {"succeeds", "succeeds", "is succeeded by", anything, anything, Need::none,
     "takes its place (new, then old)"},
}};

constexpr std::array<std::string_view, 8> capacities = {
    "policy",    "minister", "sro",      "accounting-officer",
    "statutory", "sponsor",  "delivery", "presented"};
constexpr std::array<std::string_view, 7> coverages = {"leads", "sponsors", "forums", "membership",
                                                       "money", "delivery", "dates"};
constexpr std::array<std::string_view, 14> classes = {"executive-agency",
                                                      "ndpb",
                                                      "non-ministerial-department",
                                                      "company",
                                                      "parliamentary-body",
                                                      "unit",
                                                      "cabinet-committee",
                                                      "mission-board",
                                                      "taskforce",
                                                      "programme-board",
                                                      "review",
                                                      "select-committee",
                                                      "advisory",
                                                      "other"};
constexpr std::array<std::string_view, 5> powers = {"decides", "clears", "advises", "delivers",
                                                    "scrutinises"};
constexpr std::array<std::string_view, 3> memberships = {"complete", "partial", "not-published"};
constexpr std::array<std::string_view, 7> statuses = {
    "announced", "in-progress", "in-force", "delivered", "paused", "superseded", "unclear"};
constexpr std::array<std::string_view, 7> extents = {"UK", "GB", "EW", "E", "S", "W", "NI"};
constexpr std::array<std::string_view, 1> yes = {"yes"};
constexpr std::array<std::string_view, 3> approvals = {"statutory-consent", "spending", "control"};
constexpr std::array<std::string_view, 3> answers = {"yes", "no", "unknown"};
constexpr std::array<std::string_view, 3> reviews = {"draft", "confirmed", "disputed"};
constexpr std::array<std::string_view, 9> source_types = {"official",     "parliament", "audit",
                                                          "legislation",  "think-tank", "press",
                                                          "professional", "interview",  "other"};

constexpr std::array<ConfidenceWord, 4> confidence_words = {{
    {"stated", 1.0, "the source says so"},
    {"implied", 0.7, "the source clearly implies it"},
    {"told-to-us", 0.6, "somebody who should know told us"},
    {"our-view", 0.5, "our own reading"},
}};

struct WordList {
  std::string_view table;
  std::string_view column;
  std::span<const std::string_view> words;
};
const std::array<WordList, 13> word_lists = {{
    {"entities", "class", classes},
    {"entities", "power", powers},
    {"entities", "membership", memberships},
    {"entities", "status", statuses},
    {"entities", "extent", extents},
    {"entities", "statutory", yes},
    {"entities", "catch-all", yes},
    {"relations", "capacity", capacities},
    {"relations", "type", approvals},
    {"relations", "answer", answers},
    {"relations", "review", reviews},
    {"sources", "type", source_types},
    {"map", "covers", coverages},
}};

template <typename Enum, typename Range, typename Word>
std::optional<Enum> find_word(const Range& range, std::string_view text, Word word_of) {
  const auto found = std::find_if(range.begin(), range.end(),
                                  [&](const auto& entry) { return word_of(entry) == text; });
  if (found == range.end()) return std::nullopt;
  return static_cast<Enum>(found - range.begin());
}

constexpr auto own_word = [](const auto& entry) { return entry.word; };
constexpr auto itself = [](std::string_view entry) { return entry; };

}  // namespace

const KindInfo& info(Kind kind) { return kinds[std::size_t(kind)]; }
const VerbInfo& info(Verb verb) { return verbs[std::size_t(verb)]; }
std::string_view word(Capacity capacity) { return capacities[std::size_t(capacity)]; }
std::string_view word(Coverage coverage) { return coverages[std::size_t(coverage)]; }

std::optional<Kind> find_kind(std::string_view text) {
  return find_word<Kind>(kinds, text, own_word);
}
std::optional<Verb> find_verb(std::string_view text) {
  return find_word<Verb>(verbs, text, own_word);
}
std::string_view choice(Verb verb) {
  return verb == Verb::depends_on ? "cannot succeed without" : info(verb).sentence;
}

std::optional<Verb> find_verb_phrase(std::string_view text) {
  const std::string wanted = to_lower(text);
  if (const auto verb = find_verb(wanted)) return verb;
  for (std::size_t i = 0; i < verb_count; ++i) {
    const auto verb = static_cast<Verb>(i);
    if (wanted == info(verb).sentence || wanted == choice(verb)) return verb;
  }
  return std::nullopt;
}

std::optional<Capacity> find_capacity(std::string_view text) {
  return find_word<Capacity>(capacities, text, itself);
}
std::optional<Coverage> find_coverage(std::string_view text) {
  return find_word<Coverage>(coverages, text, itself);
}

std::span<const KindInfo> all_kinds() { return kinds; }
std::span<const VerbInfo> all_verbs() { return verbs; }

std::span<const std::string_view> allowed_words(std::string_view table, std::string_view column) {
  for (const WordList& list : word_lists)
    if (list.table == table && list.column == column) return list.words;
  return {};
}

std::span<const ConfidenceWord> all_confidence_words() { return confidence_words; }

std::optional<double> find_confidence_word(std::string_view text) {
  for (const ConfidenceWord& known : confidence_words)
    if (known.word == text) return known.value;
  return std::nullopt;
}

}  // namespace crosscut
