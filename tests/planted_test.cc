// Generated governments with known faults: does each lens find all of them, and nothing else? A
// class is a lens; a finding counts when its confidence is 0.65 or more, as the rest are questions.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "crosscut/algo/components.h"
#include "crosscut/lens/examine.h"
#include "crosscut/lens/leads.h"
#include "crosscut/lens/lens.h"
#include "crosscut/lens/meetings.h"
#include "crosscut/lens/project.h"
#include "crosscut/lens/robustness.h"
#include "crosscut/model/sketch.h"
#include "planted/noise.h"
#include "planted/plants.h"
#include "program.h"

namespace crosscut {
namespace {

using planted::plant;
using planted::Planted;
using planted::Recipe;
using Ids = std::set<std::string>;

constexpr std::array<std::string_view, 9> classes = {
    "silo",     "bottleneck",          "cut-point",       "rival-leads",
    "no-lead",  "circular-dependency", "late-dependency", "coordination-gap",
    "trade-off"};

/// What the tables say, in words.
constexpr std::string_view calibration_reading =
    "\n## What this says\n\nAt 5% the figures tell true findings from false ones, and score better "
    "than one figure for all. They are too sure below 70 and not sure enough above. At 20% they "
    "are "
    "too sure nearly throughout, and score worse than one figure for all would: each map claims to "
    "have looked for everything and lacks 7% of its relations, where crosscut assumes 2%. "
    "`share_if_twice_missing` in the JSON file shows how far a finding depends on that. Read the "
    "figures as an order, firm before open, and not as odds.\n";

/// Six rounds of ten governments: enough that one finding more or less moves no figure by 0.01.
const std::vector<Recipe>& recipes() {
  static const std::vector<Recipe> all = [] {
    constexpr std::array<Recipe, 10> round = {{{1, 300},
                                               {2, 300},
                                               {3, 500},
                                               {4, 700},
                                               {5, 900},
                                               {6, 900, true},
                                               {7, 1200},
                                               {8, 1500},
                                               {9, 2000},
                                               {10, 2000, true}}};
    std::vector<Recipe> rounds;
    for (std::uint64_t hundred = 0; hundred < 600; hundred += 100)
      for (Recipe recipe : round) {
        recipe.seed += hundred;
        rounds.push_back(recipe);
      }
    return rounds;
  }();
  return all;
}

Graph graph_of(const Dataset& data) { return link(data, {}).graph; }

std::vector<Finding> weighed(std::string_view lens, const Graph& graph,
                             const std::vector<DepartmentPair>& pairs) {
  const LensInput input{graph, pairs};
  std::vector<Finding> findings = find_lens(lens)->run(input);
  weigh_robustness(*find_lens(lens), input, findings);
  return findings;
}

/// Ids of the findings that hold in such a share of readings.
Ids found_by(std::string_view lens, const Graph& graph, const std::vector<DepartmentPair>& pairs,
             double least = 0) {
  Ids ids;
  for (const Finding& finding : weighed(lens, graph, pairs))
    if (!finding.is_question() && finding.robustness.share >= least)
      ids.insert(finding_id(finding, graph));
  return ids;
}

Ids planted_of(std::string_view lens, const Planted& map) {
  Ids ids;
  for (const std::string& id : map.plants)
    if (id.starts_with(std::string(lens) + ":")) ids.insert(id);
  return ids;
}

std::string join(const Ids& ids) {
  std::string text;
  for (const std::string& id : ids) text += "\n  " + id;
  return text;
}

Ids without(const Ids& all, const Ids& some) {
  Ids rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

struct Score {
  std::size_t right = 0, wrong = 0, missed = 0;

  void add(const Ids& found, const Ids& expected) {
    right += found.size() - without(found, expected).size();
    wrong += without(found, expected).size();
    missed += without(expected, found).size();
  }
  static double share(std::size_t part, std::size_t rest) {
    return part + rest == 0 ? 1 : static_cast<double>(part) / static_cast<double>(part + rest);
  }
  double precision() const { return share(right, wrong); }
  double recall() const { return share(right, missed); }
  double f1() const { return share(2 * right, wrong + missed); }
};

using Table = std::map<std::string_view, Score>;

/// Every class over every recipe, with so many of 100 relations wrong, counting what holds in such
/// a share of readings.
Table score(std::size_t percent, double least = 0) {
  Table table;
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    const Graph graph = graph_of(planted::Noise(map.data, recipe.seed + 1000).run(percent));
    const auto pairs = department_pairs(graph);
    for (const std::string_view lens : classes)
      table[lens].add(found_by(lens, graph, pairs, least), planted_of(lens, map));
  }
  return table;
}

double mean_f1(const Table& table) {
  double sum = 0;
  for (const auto& [lens, score] : table) sum += score.f1();
  return sum / static_cast<double>(table.size());
}

void print(std::size_t percent, const Table& table) {
  if (std::getenv("CROSSCUT_TABLE") == nullptr) return;
  std::printf("%zu%% noise            planted  precision  recall     F1\n", percent);
  for (const auto& [lens, score] : table)
    std::printf("%-20s %7zu %10.2f %7.2f %6.2f\n", std::string(lens).c_str(),
                score.right + score.missed, score.precision(), score.recall(), score.f1());
  std::printf("mean F1 %.3f\n\n", mean_f1(table));
}

TEST(Planted, GeneratedMapsHaveTheSizeAskedForAndLinkWithoutAWord) {
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    EXPECT_EQ(map.data.entities.size(), recipe.entities);
    const Linked linked = link(map.data, {});
    EXPECT_TRUE(linked.diagnostics.empty())
        << linked.diagnostics.front().message << " (seed " << recipe.seed << ")";
  }
}

TEST(Planted, SameSeedSameMap) {
  const auto text = [](const Planted& map) {
    std::string all = join(map.plants);
    for (const RelationRow& row : map.data.relations)
      all += row.from.text + std::string(info(row.verb).word) + row.to.text;
    return all;
  };
  EXPECT_EQ(text(plant({1, 300})), text(plant({1, 300})));
  EXPECT_NE(text(plant({1, 300})), text(plant({2, 300})));
}

TEST(Planted, WithoutNoiseEveryFaultIsFoundAndNothingElse) {
  Table table;
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    const Graph graph = graph_of(map.data);
    const auto pairs = department_pairs(graph);
    for (const std::string_view lens : classes) {
      const Ids found = found_by(lens, graph, pairs);
      const Ids expected = planted_of(lens, map);
      EXPECT_TRUE(found == expected)
          << "seed " << recipe.seed << ", " << lens << ", missed:" << join(without(expected, found))
          << "\nfound without cause:" << join(without(found, expected));
      table[lens].add(found, expected);
    }
  }
  for (const auto& [lens, score] : table) EXPECT_GE(score.right + score.missed, 10U) << lens;
  print(0, table);
}

TEST(Planted, WithNoiseMostFaultsAreStillFound) {
  const Table some = score(5);
  const Table much = score(20);
  print(5, some);
  print(20, much);
  // Measured 0.770 and 0.484 on these maps; the margin of 0.06 leaves room for other draws. A silo
  // or a cut point falls with one stray tie and a lost lead is a missing lead, so that more than
  // this is not to be had: circles and dates stay above 0.80 at either level.
  EXPECT_GE(mean_f1(some), 0.71);
  EXPECT_GE(mean_f1(much), 0.43);
  for (const std::string_view lens : {"circular-dependency", "late-dependency"}) {
    EXPECT_GE(some.at(lens).f1(), 0.85) << lens;
    EXPECT_GE(much.at(lens).f1(), 0.75) << lens;
  }
}

/// What --min-robustness 0.7 leaves: nearly no class is the worse for it, and all together are
/// better. A circle or a silo of which one relation is doubted is mostly a true one all the same,
/// as a stray relation seldom makes one: leaving these out costs up to 0.02.
TEST(Planted, WithMinRobustnessFewerFindingsAreWrong) {
  for (const std::size_t percent : {5U, 20U}) {
    const Table all = score(percent);
    const Table robust = score(percent, 0.7);
    print(percent, robust);
    for (const auto& [lens, score] : robust) {
      EXPECT_GE(score.f1(), all.at(lens).f1() - 0.025) << lens << ", " << percent << "% noise";
      EXPECT_GE(score.precision(), all.at(lens).precision() - 0.01) << lens;
    }
    EXPECT_GT(mean_f1(robust), mean_f1(all) + 0.01) << percent << "% noise";
  }
}

/// Findings by the share of readings in which they are said to hold, and how many are true.
struct Bin {
  std::size_t findings = 0, right = 0;
  double shares = 0, squares = 0;  // sums: of the shares, and of their squared errors (Brier 1950)
};

std::array<Bin, 10> calibrate(std::size_t percent) {
  std::array<Bin, 10> bins{};
  for (const Recipe& recipe : recipes()) {
    const Planted map = plant(recipe);
    const Graph graph = graph_of(planted::Noise(map.data, recipe.seed + 1000).run(percent));
    const auto pairs = department_pairs(graph);
    for (const std::string_view lens : classes) {
      const Ids planted_ids = planted_of(lens, map);
      for (const Finding& finding : weighed(lens, graph, pairs)) {
        const double share = finding.robustness.share;
        const bool right = planted_ids.contains(finding_id(finding, graph));
        Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(share * 10))];
        ++bin.findings;
        bin.right += right;
        bin.shares += share;
        bin.squares += (share - right) * (share - right);
      }
    }
  }
  return bins;
}

std::string calibration_table(std::size_t percent) {
  std::string text = fmt::format(
      "\n## {}% noise\n\n| Holds in, of 100 readings | Findings | Mean of what is said | True |\n"
      "|---|---:|---:|---:|\n",
      percent);
  Bin all;
  const auto bins = calibrate(percent);
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const Bin& bin = bins[i];
    if (bin.findings == 0) continue;
    const auto count = static_cast<double>(bin.findings);
    text += fmt::format("| {} to {} | {} | {:.0f} | {:.0f} |\n", i * 10, i * 10 + 10, bin.findings,
                        100 * bin.shares / count, 100 * static_cast<double>(bin.right) / count);
    all.findings += bin.findings;
    all.right += bin.right;
    all.squares += bin.squares;
  }
  const auto count = static_cast<double>(all.findings);
  const double rate = static_cast<double>(all.right) / count;
  return text + fmt::format(
                    "\nBrier score {:.3f}, over {} findings of which {:.0f}% are true. Saying "
                    "{:.0f}% of every one would score {:.3f}.\n",
                    all.squares / count, all.findings, 100 * rate, 100 * rate, rate * (1 - rate));
}

/// docs/calibration.md says how the figures fared; it is written by this test.
TEST(Planted, CalibrationIsAsTheDocsSay) {
  const std::string text =
      "# Do findings hold as often as crosscut says?\n\nMeasured on the 60 generated governments "
      "of "
      "tests/planted, with known faults of 9 lenses planted in them. Of the relations so many in "
      "100 "
      "are then spoilt: a third left out, a third left with a confidence of 0.30 to 0.75, and as "
      "many "
      "strays of 0.30 to 0.75 put in. A finding is true when it was planted, under the same id. "
      "Questions are counted too. tests/planted_test.cc writes this page.\n" +
      calibration_table(5) + calibration_table(20) + std::string(calibration_reading);
  const std::string path = std::string(CROSSCUT_ROOT) + "/docs/calibration.md";
  if (std::getenv("CROSSCUT_BLESS") != nullptr) std::ofstream(path) << text;
  EXPECT_EQ(read_bytes(path), text) << "run the tests with CROSSCUT_BLESS=1";
}

Report report_of(const Dataset& data) {
  Linked linked = link(data, {});
  return examine(std::move(linked.graph), std::move(linked.diagnostics), {});
}

bool is_hedged(const Finding& finding) {
  const auto says = [&](std::string_view words) {
    return finding.headline.find(words) != std::string::npos;
  };
  return says(" may ") || says("e found no ") || says("on record");
}

/// With errors of every kind in the map: what each finding must have.
TEST(Planted, EveryFindingIsWellFormed) {
  for (const std::uint64_t seed : {11U, 12U, 13U}) {
    const Report report = report_of(planted::Noise(plant({seed, 600}).data, seed).run(20));
    Ids ids;
    for (const Finding& finding : report.findings) {
      const std::string id = finding_id(finding, report.graph);
      EXPECT_TRUE(ids.insert(id).second) << id << " twice";
      EXPECT_FALSE(finding.evidence.empty()) << id;
      EXPECT_FALSE(finding.flips.empty()) << id;
      EXPECT_FALSE(finding.ask.empty()) << id;
      EXPECT_GT(finding.confidence, 0) << id;
      EXPECT_LE(finding.confidence, 1) << id;
      EXPECT_EQ(finding.headline.find("here is no "), std::string::npos) << finding.headline;
      EXPECT_TRUE(!finding.is_question() || is_hedged(finding)) << finding.headline;
      EXPECT_TRUE(!finding.is_question() || finding.action.starts_with("Check with "))
          << id << ": " << finding.action;
      for (const std::string& text : finding.basis) EXPECT_TRUE(text.ends_with('.')) << text;
    }
    EXPECT_GE(ids.size(), 100U);
  }
}

/// Nothing is cited twice, and nothing that does not hold today, but for leads that have ended.
TEST(Planted, EvidenceIsCitedOnce) {
  const Report report = report_of(planted::Noise(plant({14, 900}).data, 14).run(20));
  for (const Finding& finding : report.findings) {
    std::set<RelationId> cited;
    for (const Evidence& evidence : finding.evidence) {
      if (!evidence.relation) continue;
      const std::string id = finding_id(finding, report.graph);
      EXPECT_TRUE(cited.insert(*evidence.relation).second) << id;
      EXPECT_TRUE(report.graph.open(*evidence.relation) || finding.card->id == "orphaned-lead")
          << id;
    }
  }
}

TEST(Planted, RowOrderChangesNoFinding) {
  const auto told = [](const Report& report) {
    std::vector<std::string> all;
    for (const Finding& f : report.findings)
      all.push_back(finding_id(f, report.graph) + " " + std::to_string(f.confidence) + " " +
                    f.headline + " " + f.action + " " + std::to_string(f.evidence.size()));
    return all;
  };
  for (const std::uint64_t seed : {15U, 16U}) {
    Dataset data = planted::Noise(plant({seed, 500}).data, seed).run(20);
    const auto before = told(report_of(data));
    planted::Dice dice(seed);
    dice.shuffle(data.relations);
    dice.shuffle(data.entities);
    EXPECT_EQ(before, told(report_of(data)));
  }
}

/// Departments in each piece that is left of the meeting graph when one vertex goes, by trying it.
std::size_t pieces_without(const Graph& graph, const Projection& meeting, algo::Vertex gone) {
  std::vector<algo::Arc> arcs;
  for (const auto& [from, to] : algo::list_arcs(meeting.digraph))
    if (from != gone && to != gone) arcs.push_back({from, to});
  const auto before = algo::components(meeting.digraph);
  const auto after = algo::components(algo::Digraph(meeting.digraph.size(), std::move(arcs)));
  std::map<std::uint32_t, std::size_t> departments;
  for (algo::Vertex v = 0; v < after.size(); ++v)
    if (v != gone && before[v] == before[gone] &&
        graph.entity(meeting.entities[v]).kind == Kind::department)
      ++departments[after[v]];
  return static_cast<std::size_t>(std::count_if(departments.begin(), departments.end(),
                                                [](const auto& d) { return d.second >= 2; }));
}

/// Sparse meetings, so that there is much to cut: the lens against trying every vertex.
TEST(Planted, CutPointsAreThoseThatBreakTheMeetingGraph) {
  std::size_t found = 0;
  for (std::uint64_t seed = 20; seed < 50; ++seed) {
    Dataset data = plant({seed, 300}).data;
    planted::Dice dice(seed);
    std::erase_if(data.relations, [&](const RelationRow& row) {
      return (row.verb == Verb::member_of || row.verb == Verb::chairs) && dice.chance(45);
    });
    const Graph graph = graph_of(data);
    const Projection meeting = meeting_graph(graph);
    Ids expected;
    for (algo::Vertex v = 0; v < meeting.digraph.size(); ++v)
      if (pieces_without(graph, meeting, v) >= 2)
        expected.insert("cut-point:" + graph.entity(meeting.entities[v]).id);
    EXPECT_EQ(found_by("cut-point", graph, {}), expected) << "seed " << seed;
    found += expected.size();
  }
  EXPECT_GE(found, 20U);
}

/// The only finding of a lens on a sketch.
struct Told {
  std::string headline;
  double confidence = 0;
  Severity severity = Severity::low;
  std::size_t findings = 0, evidence = 0;
};

Told told_by(std::string_view lens, std::string_view text) {
  const Graph graph = graph_of(sketch(text));
  const auto pairs = department_pairs(graph);
  const auto findings = find_lens(lens)->run({graph, pairs});
  if (findings.empty()) return {};
  const Finding& first = findings.front();
  return {first.headline, first.confidence, first.severity, findings.size(), first.evidence.size()};
}

constexpr std::string_view four_wait =
    "dft leads a  dft leads b  dft leads c  mhclg leads d  mhclg leads e  a depends-on p:body ~0.9 "
    " b depends-on p ~0.9  c depends-on p ~0.9  d depends-on p ~0.8  ";

TEST(Weakest, AGuessBesideFourThatWaitMakesNoQuestionOfThem) {
  const Told told = told_by("bottleneck", std::string(four_wait) + "e depends-on p ~0.3");
  EXPECT_EQ(told.headline, "4 policies from 2 departments appear to depend on P");
  EXPECT_DOUBLE_EQ(told.confidence, 0.8);
  EXPECT_EQ(told.severity, Severity::low);
}

TEST(Weakest, ABottleneckNeedsItsSecondDepartment) {
  EXPECT_DOUBLE_EQ(
      told_by("bottleneck",
              "dft leads a  dft leads b  dft leads c  dft leads d  dft leads e  mhclg leads f "
              "~0.7  p:body approves a  p approves b  p approves c  p approves d  p approves e  p "
              "approves f")
          .confidence,
      0.7);
}

TEST(Weakest, AnItemIsNoBottleneckOfItself) {
  EXPECT_EQ(told_by("bottleneck",
                    "dft leads a  dft leads b  mhclg leads c  dft leads p  a depends-on p  b "
                    "depends-on p  c depends-on p  p depends-on p")
                .findings,
            0U);
}

TEST(Weakest, ATradeOffNeedsWhatAdvancesTheAimAndItsLead) {
  constexpr std::string_view base =
      "defra leads rules  mhclg leads homes:target  rules constrains homes  ";
  EXPECT_DOUBLE_EQ(
      told_by("trade-off", std::string(base) + "dft leads roads  roads advances homes ~0.5")
          .confidence,
      0.5);
  EXPECT_DOUBLE_EQ(
      told_by("trade-off", std::string(base) + "dft leads roads ~0.4  roads advances homes")
          .confidence,
      0.4);
}

TEST(Weakest, TheSameTwoAreOneTradeOff) {
  const Told told = told_by("trade-off",
                            "defra leads a:target  mhclg leads b:target  a conflicts-with b x2 "
                            "~0.7  a constrains b x2 ~0.9  b conflicts-with a x2 ~0.9");
  EXPECT_EQ(told.findings, 1U);
  EXPECT_EQ(told.evidence, 3U);
  EXPECT_DOUBLE_EQ(told.confidence, 0.9);
}

TEST(Weakest, ASiloRestsOnWhatIsInside) {
  constexpr std::string_view base =
      "a:body under moj  b:body under moj  c:body under moj  a coordinates-with b  a "
      "coordinates-with c  b coordinates-with c ";
  EXPECT_DOUBLE_EQ(told_by("silo", base).confidence, 0.8);
  const Told guess = told_by("silo", std::string(base) + "~0.5");
  EXPECT_DOUBLE_EQ(guess.confidence, 0.5);
  EXPECT_TRUE(guess.headline.starts_with("Moj may work ")) << guess.headline;
  EXPECT_DOUBLE_EQ(told_by("silo", std::string(base) + " covers nothing").confidence, 0.6);
}

TEST(Weakest, ASiloCitesSeatsInItsOwnForums) {
  EXPECT_EQ(told_by("silo",
                    "a:body under moj  b:body under moj  c:body under moj  a member-of board  b "
                    "member-of board  c chairs board")
                .evidence,
            3U);
}

TEST(Weakest, ACutPointRestsOnWhatJoinsThePieces) {
  const auto told = [](std::string_view certainty) {
    return told_by("cut-point",
                   "a member-of left  b member-of left  left coordinates-with hub:body " +
                       std::string(certainty) +
                       "  hub coordinates-with right:forum  c member-of right  d member-of right");
  };
  EXPECT_DOUBLE_EQ(told("").confidence, 0.8);
  EXPECT_DOUBLE_EQ(told("~0.5").confidence, 0.5);
  EXPECT_EQ(told("~0.5").headline, "Without Hub, A and B may share no table with C and D");
}

TEST(Weakest, RivalLeadsRestOnAPairThatOverlaps) {
  // Dft may follow Defra at any time of 2026; only Mhclg certainly leads beside Defra.
  const Told told =
      told_by("rival-leads",
              "defra leads land-use ..2026 ~0.9  dft leads land-use 2026.. ~0.9  mhclg leads "
              "land-use 2020..2026-12 ~0.7");
  EXPECT_EQ(told.headline, "Defra and Mhclg each appear to lead Land use");
  EXPECT_DOUBLE_EQ(told.confidence, 0.7);
}

TEST(Weakest, OverlappingForumsRestOnTheSeatsTheyNeed) {
  // 4 of 4 members are shared and 3 would do.
  EXPECT_DOUBLE_EQ(told_by("overlapping-forums",
                           "a member-of x  b member-of x  c member-of x ~0.9  d member-of x ~0.3  "
                           "a member-of y  b member-of y  c member-of y  d member-of y")
                       .confidence,
                   0.9);
}

TEST(Weakest, ParentsThatShareParentsTakeNoTime) {
  std::string text = "a0";
  for (int i = 0; i < 60; ++i)
    for (const char* from : {"a", "b"})
      for (const char* to : {"a", "b"})
        text += "  " + (from + std::to_string(i)) + ":policy under " +
                (to + std::to_string(i + 1)) + ":policy";
  const Graph graph = graph_of(sketch(text));
  EXPECT_FALSE(has_presumed_owner(graph, *graph.find("a0")));
}

}  // namespace
}  // namespace crosscut
