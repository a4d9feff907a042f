// The invented map graphs/example: every lens finds something in it, and each finding is one that a
// note in its entities.csv announces. A note that opens with "Fault (silo): " or "Question (...): "
// names the lenses; one that opens with "Normal life: " says that nothing may be found.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "crosscut/base/text.h"
#include "crosscut/cli/commands.h"
#include "crosscut/lens/examine.h"
#include "crosscut/lens/lens.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

const Dataset& data() {
  static const Dataset read = [] {
    MapRead map = read_maps({std::string(CROSSCUT_ROOT) + "/graphs/example"}, {});
    for (const Diagnostic& found : map.diagnostics) ADD_FAILURE() << found.message;
    return std::move(map.dataset);
  }();
  return read;
}

const Report& report() {
  static const Report made = [] {
    Linked linked = link(data(), {});
    for (const Diagnostic& found : linked.diagnostics) ADD_FAILURE() << found.message;
    return examine(std::move(linked.graph), {}, {});
  }();
  return made;
}

/// What a finding is about: its subjects, and the ends of the rows that it cites.
std::set<std::string> ids_in(const Finding& finding) {
  const Graph& graph = report().graph;
  std::set<std::string> ids;
  for (const EntityId id : finding.subjects) ids.insert(graph.entity(id).id);
  for (const Evidence& evidence : finding.evidence) {
    if (!evidence.relation) continue;
    ids.insert(graph.entity(graph.relation(*evidence.relation).from).id);
    ids.insert(graph.entity(graph.relation(*evidence.relation).to).id);
  }
  return ids;
}

/// The lenses in the brackets of a note: "Fault (trade-off and silo): ..." -> trade-off, silo.
std::set<std::string> lenses_in(const std::string& note) {
  const std::size_t open = note.find('(');
  std::set<std::string> ids;
  if (!note.starts_with("Fault (") && !note.starts_with("Question (")) return ids;
  const std::string inside = note.substr(open + 1, note.find("):") - open - 1);
  for (const std::string_view word : split_list(inside, ' '))
    if (word != "and") ids.emplace(word);
  return ids;
}

bool is_announced(const Finding& finding) {
  const auto ids = ids_in(finding);
  const std::string lens(finding.card->id);
  return std::any_of(data().entities.begin(), data().entities.end(), [&](const EntityRow& row) {
    return ids.contains(row.id) && lenses_in(row.note).contains(lens);
  });
}

TEST(ExampleMap, EveryLensFindsSomething) {
  for (const Lens& lens : all_lenses()) {
    const auto by_lens = [&](const Finding& f) {
      // A lead that is a guess can only be a question.
      return f.card == lens.card && (!f.is_question() || lens.card->id == "uncertain-lead");
    };
    const auto& all = report().findings;
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), by_lens))
        << lens.card->id << ": plant a fault for it in graphs/example";
  }
}

TEST(ExampleMap, EveryFaultAnnouncedIsFound) {
  std::size_t faults = 0;
  for (const EntityRow& row : data().entities) {
    for (const std::string& lens : lenses_in(row.note)) {
      const auto about_it = [&](const Finding& f) {
        return f.card->id == lens && ids_in(f).contains(row.id);
      };
      const auto& all = report().findings;
      EXPECT_TRUE(std::any_of(all.begin(), all.end(), about_it)) << row.id.str() << ": " << lens;
      ++faults;
    }
  }
  EXPECT_GE(faults, all_lenses().size());
}

TEST(ExampleMap, NothingElseIsFound) {
  for (const Finding& finding : report().findings)
    EXPECT_TRUE(is_announced(finding)) << finding.headline;
}

TEST(ExampleMap, NormalLifeIsNoFinding) {
  std::size_t decoys = 0;
  for (const EntityRow& row : data().entities) {
    if (!row.note.starts_with("Normal life: ")) continue;
    ++decoys;
    for (const Finding& finding : report().findings)
      EXPECT_FALSE(ids_in(finding).contains(row.id)) << row.id.str() << ": " << finding.headline;
  }
  EXPECT_GE(decoys, 5U);
}

TEST(ExampleMap, ItIsSmallAndShowsEveryKindAndRelation) {
  std::set<Kind> kinds;
  for (const EntityRow& row : data().entities) kinds.insert(row.kind);
  std::set<Verb> verbs;
  for (const RelationRow& row : data().relations) verbs.insert(row.verb);
  EXPECT_EQ(kinds.size(), kind_count);
  EXPECT_EQ(verbs.size(), verb_count);
  EXPECT_LE(data().entities.size(), 80U);
  EXPECT_LE(data().relations.size(), 150U);
}

/// In each figure of the report that has columns.
TEST(ExampleMap, HeadingsStandAboveTheirColumns) {
  std::ostringstream out, err;
  ASSERT_EQ(
      run({"analyse", std::string(CROSSCUT_ROOT) + "/graphs/example", "-f", "html", "-o", "-"},
          {out, err}),
      0)
      << err.str();
  const std::string page = out.str();
  std::size_t figures = 0;
  for (std::size_t at = page.find("<svg"); at != std::string::npos;
       at = page.find("<svg", at + 1)) {
    const std::string svg = page.substr(at, page.find("</svg>", at) - at);
    double heading = 0;
    double top = 0;  // what is higher has the smaller number
    const std::regex text("<text[^>]* y=\"([-0-9.]+)\"([^>]*)>([^<]*)");
    for (std::sregex_iterator i(svg.begin(), svg.end(), text), end; i != end; ++i) {
      top = std::min(top, std::stod((*i)[1]));
      // Headings are bold; under the name of a box stands its kind in plain letters.
      const bool bold = (*i)[2].str().find("bold") != std::string::npos;
      if (bold && ((*i)[3] == "Mission" || (*i)[3] == "Missions")) heading = std::stod((*i)[1]);
    }
    if (heading == 0) continue;
    EXPECT_EQ(heading, top);
    ++figures;
  }
  EXPECT_GE(figures, 4U);
}

/// Nobody may take it for a real government.
TEST(ExampleMap, ItSaysThatItIsInvented) {
  EXPECT_NE(data().maps.front().title.find("invented"), std::string::npos);
  for (const SourceRow& row : data().sources)
    EXPECT_NE(row.title.find("(invented)"), std::string::npos) << row.id;
}

}  // namespace
}  // namespace crosscut
