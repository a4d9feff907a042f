#include "crosscut/cli/commands.h"

#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "crosscut/cli/files.h"
#include "crosscut/cli/options.h"
#include "crosscut/lens/lens.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

struct Ran {
  int code;
  std::string out, err;
};

Ran run_with(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  const int code = run(arguments, {out, err});
  return {code, out.str(), err.str()};
}

/// Every file below a folder: its name and its bytes.
std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).generic_string()] = {
        std::istreambuf_iterator<char>(stream), {}};
  }
  return files;
}

class Commands : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("crosscut-commands-test-" + std::to_string(getpid()));
    fs::create_directories(folder_ / "map");
    write("map/entities.csv",
          "id,name,kind\ndfe,Department for Education,department\nho,Home "
          "Office,department\nhubs,Youth hubs,programme\nsafer,Safer streets,mission\n");
    write("map/relations.csv",
          "from,relation,to\ndfe,contributes-to,hubs\nhubs,advances,safer\nho,leads,safer\n");
    write("map/sources.csv", "id,title\ns,A source\n");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string map() const { return (folder_ / "map").string(); }
  fs::path folder_;
};

TEST_F(Commands, JsonGoesToStandardOutputAlone) {
  const Ran ran = run_with({"analyse", map(), "-f", "json", "-o", "-"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("{\n  \"schema\": 1,"));
}

TEST_F(Commands, NothingIsWrittenFromInputWithErrors) {
  write("map/relations.csv", "from,relation,to\ndfee,contributes-to,hubs\n");
  const Ran ran = run_with({"analyse", map(), "-o", (folder_ / "out").string()});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("[unknown-id]"), std::string::npos);
  EXPECT_NE(ran.err.find("nothing was written"), std::string::npos);
  EXPECT_FALSE(fs::exists(folder_ / "out"));
}

TEST_F(Commands, AnalyseWritesWholeFilesAndNoTemporaries) {
  const fs::path out = folder_ / "out";
  EXPECT_EQ(run_with({"analyse", map(), "-o", out.string(), "-f", "json,csv"}).code, 0);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(out))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"findings.csv", "findings.json", "measures.csv"}));
}

TEST_F(Commands, DrawWritesEachFormat) {
  for (const auto& [format, opening] : std::vector<std::pair<std::string, std::string>>{
           {"svg", "<svg "}, {"png", "\x89PNG"}, {"pdf", "%PDF"}, {"dot", "digraph "}}) {
    const Ran ran = run_with({"draw", map(), "--view", "mission", "-f", format, "-o", "-"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with(opening)) << format;
  }
}

TEST_F(Commands, AMissionIsFoundByNameAndMistypedIdsAreSuggested) {
  EXPECT_EQ(
      run_with({"draw", map(), "--view", "mission", "--focus", "Safer streets", "-f", "dot"}).code,
      0);
  const Ran ran = run_with({"draw", map(), "--view", "mission", "--focus", "safr"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("did you mean \"safer\"?"), std::string::npos) << ran.err;
}

TEST_F(Commands, ConveneAndBriefSuggestWhatWasMeant) {
  const Ran convene = run_with({"convene", map(), "hub"});
  EXPECT_EQ(convene.code, 2);
  EXPECT_NE(convene.err.find("did you mean \"hubs\"?"), std::string::npos) << convene.err;
  EXPECT_EQ(convene.out, "");
  const Ran department = run_with({"convene", map(), "dfe"});
  EXPECT_EQ(department.code, 2);
  EXPECT_NE(department.err.find("is a department"), std::string::npos) << department.err;
  const Ran finding = run_with({"brief", map(), "no-lead:hub"});
  EXPECT_EQ(finding.code, 2);
  EXPECT_NE(finding.err.find("no finding with the id \"no-lead:hub\""), std::string::npos);
  EXPECT_NE(finding.err.find("did you mean \"no-lead:hubs\"?"), std::string::npos) << finding.err;
  const Ran lens = run_with({"brief", map(), "no-lead"});
  EXPECT_EQ(lens.code, 2);
  EXPECT_NE(lens.err.find("is a lens"), std::string::npos) << lens.err;
  EXPECT_EQ(run_with({"brief", map(), "hubs", "-f", "docx"}).code, 2);
  EXPECT_EQ(run_with({"convene", map()}).code, 2);
}

TEST_F(Commands, BriefWritesEachFormatTheSameEachTime) {
  for (const auto& [format, opening] :
       std::vector<std::pair<std::string, std::string>>{{"text", "OFFICIAL. "},
                                                        {"html", "<!DOCTYPE html>"},
                                                        {"md", "OFFICIAL"},
                                                        {"odt", "PK"},
                                                        {"json", "{"}}) {
    const std::vector<std::string> call = {"brief", map(), "no-lead:hubs", "-f", format};
    const Ran once = run_with(call), twice = run_with(call);
    EXPECT_EQ(once.code, 0) << once.err;
    EXPECT_TRUE(once.out.starts_with(opening)) << format << once.out.substr(0, 40);
    EXPECT_EQ(once.out, twice.out) << format;
  }
  EXPECT_NE(run_with({"brief", map(), "hubs", "-f", "html"}).out.find("<svg"), std::string::npos);
  EXPECT_NE(run_with({"brief", map(), "hubs", "-f", "odt"}).out.find("Pictures/figure-1.png"),
            std::string::npos);
  EXPECT_EQ(run_with({"brief", map(), "dfe"}).code, 0);
}

TEST_F(Commands, AsAtChangesWhatIsOpen) {
  write("map/relations.csv", "from,relation,to,start,end\nho,leads,hubs,2025,2026-03-01\n");
  const auto json_on = [&](const std::string& day) {
    return run_with({"analyse", map(), "-f", "json", "-o", "-", "--as-at", day}).out;
  };
  EXPECT_EQ(json_on("2026-02-28").find("orphaned-lead:hubs"), std::string::npos);
  EXPECT_NE(json_on("2026-03-01").find("orphaned-lead:hubs"), std::string::npos);
}

TEST_F(Commands, FailOnCountsFindingsThatAreSevereEnough) {
  write("map/map.csv", "key,value\ncovers,leads\n");  // so that a missing lead is a finding
  const auto code = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"analyse", map(), "-f", "json", "-o", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_with(arguments).code;
  };
  EXPECT_EQ(code({}), 0);
  EXPECT_EQ(code({"--fail-on", "medium"}), 1);
  EXPECT_EQ(code({"--fail-on", "high"}), 0);
  EXPECT_EQ(code({"--fail-on", "low", "--min-confidence", "0.9"}), 0);
  EXPECT_EQ(code({"--fail-on", "awful"}), 2);
  EXPECT_EQ(code({"--min-confidence", "2"}), 2);
}

TEST_F(Commands, MinConfidenceLeavesOutWhatIsLessSure) {
  const auto json = [&](const std::string& least) {
    return run_with({"analyse", map(), "-f", "json", "-o", "-", "--min-confidence", least}).out;
  };
  EXPECT_NE(json("0.6").find("no-lead:hubs"), std::string::npos);
  EXPECT_EQ(json("0.61").find("no-lead:hubs"), std::string::npos);
  const Ran page = run_with({"analyse", map(), "-f", "md", "-o", "-", "--min-confidence", "0.61"});
  EXPECT_NE(page.out.find("with less confidence than was asked for"), std::string::npos);
}

TEST_F(Commands, LensShowsOnlyWhatItFound) {
  const auto json = [&](const std::string& lens) {
    return run_with({"analyse", map(), "-f", "json", "-o", "-", "--lens", lens}).out;
  };
  EXPECT_NE(json("no-lead,no-measure").find("no-lead:hubs"), std::string::npos);
  EXPECT_EQ(json("no-measure").find("no-lead:hubs"), std::string::npos);
}

TEST_F(Commands, AReportOfSomeLensesSaysSo) {
  write("map/accepted.csv", "finding,reason\nno-lead:hubs,A lead is being named\n");
  const auto page = [&](const std::string& lens) {
    return run_with({"analyse", map(), "-f", "md", "-o", "-", "--lens", lens}).out;
  };
  const std::string told =
      "This shows one of " + std::to_string(all_lenses().size()) + " lenses alone: silo.";
  EXPECT_NE(page("silo").find(told), std::string::npos);
  EXPECT_EQ(page("silo").find("We found nothing serious"), std::string::npos);
  EXPECT_EQ(page("silo").find("A lead is being named"), std::string::npos);
  EXPECT_NE(page("no-lead").find("A lead is being named"), std::string::npos);
  EXPECT_NE(run_with({"draw", map(), "--view", "around", "--focus", "hubs", "--lens", "silo", "-f",
                      "dot"})
                .out.find(told),
            std::string::npos);
}

TEST_F(Commands, DrawTakesSizeResolutionAndNoTitle) {
  const auto draw_around = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"draw", map(), "--view", "around", "--focus", "hubs"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  };
  EXPECT_NE(draw_around({"-f", "dot"}).find("Made with crosscut"), std::string::npos);
  EXPECT_EQ(draw_around({"-f", "dot", "--no-title"}).find("Made with crosscut"), std::string::npos);
  const auto width = [](const std::string& png) {  // bytes 16 to 19 of the header
    return (static_cast<unsigned char>(png[18]) << 8) + static_cast<unsigned char>(png[19]);
  };
  const int usual = width(draw_around({"-f", "png"}));
  EXPECT_NEAR(width(draw_around({"-f", "png", "--dpi", "240"})), 2 * usual, 2);
  for (const std::string size : {"a4", "a3", "slide", "screen"})
    EXPECT_TRUE(draw_around({"--size", size}).starts_with("<svg ")) << size;
}

TEST_F(Commands, AHeadlineStandsOverTheReportInItsOwnWords) {
  const std::string out = (folder_ / "out").string();
  const auto with = [&](const std::string& id) {
    return run_with({"analyse", map(), "-o", out, "-f", "html,md", "--no-figures", "--title",
                     "Our map", "--headline", id});
  };
  const Ran ran = with("no-lead:hubs");  // a question, which keeps its "We found no"
  EXPECT_EQ(ran.code, 0) << ran.err;
  const std::string headline = "We found no lead for Youth hubs";
  EXPECT_TRUE(ran.out.starts_with(headline)) << ran.out;
  EXPECT_NE(ran.out.find("\nOur map\nOFFICIAL, as at"), std::string::npos);
  const auto files = files_below(out);
  const std::string &page = files.at("report.html"), &paper = files.at("report.md");
  EXPECT_NE(page.find("<title>" + headline), std::string::npos);
  EXPECT_NE(page.find("<h1>" + headline), std::string::npos);
  EXPECT_NE(page.find("<p><span>Our map</span> <span>As at"), std::string::npos);
  EXPECT_EQ(page.find("<h1>Our map"), std::string::npos);
  EXPECT_TRUE(paper.starts_with("OFFICIAL. Our map. As at ")) << paper.substr(0, 60);
  EXPECT_NE(paper.find("\n# " + headline), std::string::npos);
  const Ran wrong = with("no-laed:hubs");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("did you mean \"no-lead:hubs\"?"), std::string::npos) << wrong.err;
  EXPECT_EQ(with("silo").code, 2);
  EXPECT_EQ(with("no-lead:Youth hubs").code, 0) << "as explain takes it";
  EXPECT_EQ(run_with({"analyse", map(), "-o", out, "--no-figures", "--lens", "silo", "--headline",
                      "no-lead:hubs"})
                .code,
            2)
      << "the report does not hold it";
}

TEST_F(Commands, WhatIfAndCompareAnswerAsTextAndAsJson) {
  const Ran change = run_with({"whatif", map(), "--change", "let dfe lead hubs"});
  EXPECT_EQ(change.code, 0) << change.err;
  EXPECT_TRUE(change.out.starts_with("OFFICIAL-SENSITIVE. A change on paper")) << change.out;
  EXPECT_NE(change.out.find("Youth hubs"), std::string::npos);
  const Ran json = run_with({"whatif", map(), "--change", "let dfe lead hubs", "-f", "json"});
  EXPECT_NE(json.out.find("\"without_owner\": []"), std::string::npos) << json.out;
  EXPECT_EQ(run_with({"whatif", map()}).code, 2);
  const Ran same = run_with({"compare", map(), map()});
  EXPECT_EQ(same.code, 0) << same.err;
  EXPECT_NE(same.out.find("We found no difference"), std::string::npos);
  EXPECT_NE(run_with({"compare", map(), map(), "-f", "json"}).out.find("\"entities\": []"),
            std::string::npos);
  EXPECT_EQ(run_with({"compare", map()}).code, 2);
  EXPECT_EQ(run_with({"compare", map(), "--since", "2025"}).code, 0);
}

TEST_F(Commands, UsageErrorsExplainThemselves) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "give a command"},
      {{"analyze", map()}, "did you mean \"analyse\"?"},
      {{"check"}, "give the folder of at least one map"},
      {{"check", map(), "--as-att", "2026"}, "did you mean \"--as-at\"?"},
      {{"check", map(), "--view", "mission"}, "not an option of check"},
      {{"check", map(), "--as-at", "soon"}, "is not a date"},
      {{"analyse", map(), "--jobs", "many"}, "is not a number of threads"},
      {{"analyse", map(), "-f", "docx"}, "unknown format \"docx\""},
      {{"analyse", map(), "-o", "-"}, "standard output takes one format"},
      {{"draw", map()}, "draw needs --view"},
      {{"draw", map(), "--view", "misson"}, "did you mean \"mission\"?"},
      {{"draw", map(), "--view", "around"}, "--view around needs --focus: anything"},
      {{"draw", map(), "--view", "around", "--focus", "street"},
       "did you mean \"safer\" (Safer streets)?"},
      {{"draw", map(), "--view", "path", "--focus", "ho"}, "needs --focus and --to"},
      {{"draw", map(), "--view", "path", "--focus", "ho", "--to", "dfe"}, "we found no chain"},
      {{"explain", map(), "no-lead", "-f", "json"}, "JSON is for one finding"},
      {{"explain", map(), "-f", "json"}, "JSON is for one finding"},
      {{"draw", map(), "--view", "matrix"}, "we found no department that needs another"},
      {{"draw", map(), "--view", "departments", "--size", "a5"}, "the sizes are a4, a3"},
      {{"draw", map(), "--view", "departments", "--focus", "ho"}, "takes no --focus"},
      {{"draw", map(), "--view", "mission", "--depth", "2"}, "takes no --depth"},
      {{"draw", map(), "--view", "forums", "--to", "ho"}, "takes no --to"},
      {{"draw", map(), "--view", "matrix", "--size", "a3"}, "takes no --size"},
      {{"draw", map(), "--view", "departments", "--only", "cat"}, "is not a list of kinds"},
      {{"draw", map(), "--view", "departments", "--depth", "9"}, "is not a number of steps"},
      {{"draw", map(), "--view", "departments", "--dpi", "9"}, "is not a resolution"},
      {{"analyse", map(), "--lens", "no-leed"}, "did you mean \"no-lead\"?"},
      {{"explain", "no-leed"}, "did you mean \"no-lead\"?"},
  };
  for (const auto& [arguments, told] : cases) {
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, 2) << told;
    EXPECT_NE(ran.err.find(told), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
  }
}

TEST_F(Commands, HelpNamesEveryCommandAndOption) {
  const Ran help = run_with({"--help"});
  EXPECT_EQ(help.code, 0);
  for (const CommandInfo& command : all_commands()) {
    EXPECT_NE(help.out.find(command.name), std::string::npos);
    EXPECT_EQ(run_with({std::string(command.name), "--help"}).code, 0);
  }
  EXPECT_NE(run_with({"analyse", "--help"}).out.find("--no-figures"), std::string::npos);
}

TEST_F(Commands, ExplainKnowsLensesAndCodes) {
  EXPECT_NE(run_with({"explain", "bottleneck"}).out.find("Definition:"), std::string::npos);
  EXPECT_NE(run_with({"explain", "unknown-id"}).out.find("What to do:"), std::string::npos);
}

TEST_F(Commands, ExplainsOneFindingInFull) {
  write("map/sources.csv",
        "id,title,publisher,date,url\ns,A source,An office,2026-03,https://x.uk/\n");
  write("map/relations.csv",
        "from,relation,to,confidence,source,locator\ndfe,contributes-to,hubs,0.7,s,page 4\n");
  const Ran ran = run_with({"explain", map(), "no-lead:Youth hubs"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const auto* told :
       {"We found no lead for Youth hubs", "no-lead:hubs\n", "Severity: ● Low",
        "Confidence: low, 60%. It is as sure as what we did not find", "Why it matters\n",
        "1. Youth hubs is recorded as a programme\n",
        "2. The Department for Education contributes to Youth hubs\n      A source, An office, "
        "March "
        "2026\n      https://x.uk/\n      at: page 4; implied; map/relations.csv:2\n",
        "What would undo it\n", "Whom to ask\n  The Department for Education\n",
        "Suggested action\n", "Which items does nobody lead?", "Source of the rule: "})
    EXPECT_NE(ran.out.find(told), std::string::npos) << told << "\n" << ran.out;
  const Ran json = run_with({"explain", map(), "no-lead:hubs", "-f", "json"});
  EXPECT_NE(json.out.find("\"finding\": {\n    \"id\": \"no-lead:hubs\""), std::string::npos);
  EXPECT_NE(json.out.find("\"card\": {\n    \"id\": \"no-lead\""), std::string::npos);
}

TEST_F(Commands, ExplainListsAndSuggestsFindings) {
  const Ran wrong = run_with({"explain", map(), "no-lead:hubbs"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("did you mean \"no-lead:hubs\"?"), std::string::npos) << wrong.err;
  EXPECT_EQ(run_with({"explain", map(), "silo:hubs"}).code, 2);
  EXPECT_TRUE(run_with({"explain", map(), "no-lead"}).out.starts_with("no-lead:hubs\n"));
  EXPECT_NE(run_with({"explain", map()}).out.find("no-lead:hubs\n"), std::string::npos);
  EXPECT_EQ(run_with({"explain", map(), "silo"}).out,
            "We looked for possible silos and found none.\n\nOFFICIAL. As at a date that the map "
            "does not give.\n");
  EXPECT_EQ(run_with({"explain", "no-lead", "silo"}).code, 0);
  EXPECT_EQ(run_with({"explain", "no-lead:hubs"}).code, 0) << "the lens of an id, without a map";
  EXPECT_EQ(run_with({"explain", "no-lead", "-f", "json"}).code, 2);
  EXPECT_NE(run_with({"explain", "no/such/map", "no-lead:hubs"}).err.find("[missing-folder]"),
            std::string::npos);
}

TEST_F(Commands, AcceptedFindingsStandApartEverywhere) {
  write("map/map.csv", "key,value\nas-at,2026-07\ncovers,leads\n");
  write("map/accepted.csv", "finding,reason,until\nno-lead:hubs,A lead is being named,2026-07\n");
  const auto analyse = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"analyse", map(), "--no-figures", "-o", "-", "-f"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_with(arguments);
  };
  EXPECT_EQ(analyse({"json", "--fail-on", "medium"}).code, 0);
  EXPECT_EQ(analyse({"json", "--fail-on", "medium", "--as-at", "2026-08-01"}).code, 1);
  const std::string json = analyse({"json"}).out;
  EXPECT_EQ(json.find("\"id\": \"no-lead:hubs\""), std::string::npos);
  EXPECT_NE(json.find("\"finding\": \"no-lead:hubs\""), std::string::npos);
  for (const auto* format : {"html", "md"}) {
    const std::string page = analyse({format}).out;
    EXPECT_NE(page.find("A lead is being named"), std::string::npos) << format;
    EXPECT_EQ(page.find("We looked for items without a lead and found none"), std::string::npos)
        << format;
  }
  const Ran text = run_with({"analyse", map(), "-f", "json", "-o", (folder_ / "out").string()});
  EXPECT_NE(text.out.find("One accepted finding is not listed"), std::string::npos) << text.out;
  EXPECT_NE(
      run_with({"explain", map(), "no-lead:hubs"}).out.find("Accepted until July 2026: A lead"),
      std::string::npos);
  EXPECT_EQ(run_with({"check", map()}).err, "");
  EXPECT_NE(run_with({"check", map(), "--as-at", "2026-08"}).err.find("[acceptance-ended]"),
            std::string::npos);
}

TEST_F(Commands, ShowNamesTheSourceAndSuggestsIds) {
  const Ran text = run_with({"show", map(), "Youth hubs"});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_NE(text.out.find("The Department for Education contributes to Youth hubs"),
            std::string::npos)
      << text.out;
  EXPECT_TRUE(
      run_with({"show", map(), "hubs", "-f", "json"}).out.starts_with("{\n  \"schema\": 1,"));
  const Ran wrong = run_with({"show", map(), "hbus"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("did you mean \"hubs\"?"), std::string::npos) << wrong.err;
}

TEST_F(Commands, AWordInSeveralNamesListsThem) {
  const auto hint = [&](const std::string& word) { return run_with({"show", map(), word}).err; };
  write(
      "map/entities.csv",
      "id,name,kind,aliases\nc,Camden Council,council,\nl,Leeds City Council,council,\nf,Forum of "
      "councillors,forum,Councillors\nh,Hub,programme,The one hub\n");
  write("map/relations.csv", "from,relation,to\n");
  EXPECT_EQ(hint("council"),
            "crosscut: no single entity of these maps is called \"council\"\n  hint: it is in the "
            "names of \"c\" (Camden Council) and \"l\" (Leeds City Council)\n");
  EXPECT_NE(hint("one").find("did you mean \"h\" (Hub)?"), std::string::npos) << hint("one");
  EXPECT_NE(hint("zzzzzz").find("give its id, its name or an alias"), std::string::npos);
}

TEST_F(Commands, TraceFollowsNeeds) {
  write("map/relations.csv", "from,relation,to\nhubs,depends-on,dfe\nsafer,depends-on,hubs\n");
  const Ran ran = run_with({"trace", map(), "safer", "dfe"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(
      ran.out.starts_with("One shortest chain of 2 needs from ‘Safer streets’ to the "
                          "Department for Education\n"))
      << ran.out;
  EXPECT_NE(run_with({"trace", map(), "dfe", "safer"}).out.find("We found no chain"),
            std::string::npos);
  EXPECT_EQ(run_with({"trace", map(), "safer"}).code, 2);
}

/// The map with a few rows that are not for everybody.
class Marked : public Commands {
 protected:
  void SetUp() override {
    Commands::SetUp();
    write("map/map.csv", "key,value\ntitle,Hubs\ncovers,leads\n");
    write("map/entities.csv",
          "id,name,kind,note,marking,source\ndfe,Department for "
          "Education,department,NOTE-A,,s\nho,Home Office,department,,OFFICIAL,s\nhubs,Youth "
          "hubs,programme,NOTE-B,,s\nsafer,Safer streets,mission,,,s\nraid,Plan "
          "Zebra,policy,NOTE-C,SECRET,zs\n");
    write("map/relations.csv",
          "from,relation,to,note,respondent,marking,source\ndfe,contributes-to,hubs,NOTE-D,,,s\n"
          "hubs,advances,safer,,RESPONDENT-A,,s\nho,leads,safer,NOTE-E,RESPONDENT-B,,s\n"
          "ho,leads,hubs,,,official sensitive,s\nhubs,depends-on,Plan Zebra,,RESPONDENT-C,,s\n"
          "safer,depends-on,hubs,,,,s\n");
    write("map/sources.csv", "id,title\ns,A source\nzs,Zebra paper\n");
    write("map/same.csv", "id,same_as,note\nplan-zebra,raid,NOTE-F\n");
  }
  std::map<std::string, std::string> analysed(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"analyse", map(), "-o", (folder_ / "out").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    auto files = files_below(folder_ / "out");
    files["standard output"] = ran.out;
    return files;
  }
  /// What show and trace say of the map, in both formats.
  std::map<std::string, std::string> asked(bool release) const {
    std::map<std::string, std::string> said;
    for (const std::string format : {"text", "json"})
      for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{
               {"show", map(), "hubs"}, {"show", map(), "ho"}, {"trace", map(), "safer", "hubs"}}) {
        std::vector<std::string> arguments = question;
        arguments.insert(arguments.end(), {"-f", format});
        if (release) arguments.emplace_back("--release");
        const Ran ran = run_with(arguments);
        EXPECT_EQ(ran.code, 0) << ran.err;
        said[question.front() + " " + question.back() + " " + format] = ran.out;
      }
    return said;
  }
};

TEST_F(Marked, NotesAndRespondentsStandInNoOutput) {
  for (const bool release : {false, true}) {
    std::map<std::string, std::string> said = asked(release);
    said.merge(
        analysed(release ? std::vector<std::string>{"--release"} : std::vector<std::string>{}));
    EXPECT_GT(said.size(), 12U);
    for (const auto& [name, text] : said)
      for (const std::string_view word : {"NOTE-", "RESPONDENT-"})
        EXPECT_EQ(text.find(word), std::string::npos) << name << ", release " << release;
  }
}

TEST_F(Marked, TheHighestMarkingStandsOnEveryOutput) {
  std::map<std::string, std::string> said = asked(false);
  said.merge(analysed({}));
  for (const std::string format : {"dot", "svg"}) {
    said["draw " + format] = run_with({"draw", map(), "--view", "mission", "-f", format}).out;
    said["draw without a title " + format] =
        run_with({"draw", map(), "--view", "mission", "-f", format, "--no-title"}).out;
  }
  const std::string& bare = said.at("draw without a title dot");
  EXPECT_EQ(bare.find("SECRET"), bare.rfind("SECRET"));
  EXPECT_NE(bare.find("label=\"\""), std::string::npos) << "or the page takes the foot's";
  for (const std::string format : {"text", "json"})
    said["explain " + format] = run_with({"explain", map(), "no-lead:raid", "-f", format}).out;
  said["explain a lens"] = run_with({"explain", map(), "silo"}).out;
  for (const std::string name : {"report.html", "report.md", "findings.json", "findings.csv",
                                 "measures.csv", "figures/safer.svg", "figures/safer.dot"})
    EXPECT_TRUE(said.contains(name)) << name;
  for (const auto& [name, text] : said) {
    EXPECT_NE(text.find("SECRET"), std::string::npos) << name;
    EXPECT_EQ(text.find("OFFICIAL"), std::string::npos) << name;
  }
}

TEST_F(Marked, ACopyForReleaseIsOfTheSameDay) {
  write("map/relations.csv",
        "from,relation,to,start,end,marking\ndfe,leads,hubs,2024,2025,\nho,leads,hubs,2026,,"
        "SECRET\n");
  for (const bool release : {false, true}) {
    std::vector<std::string> question = {"show", map(), "hubs"};
    if (release) question.emplace_back("--release");
    EXPECT_NE(run_with(question).out.find("As at 2026."), std::string::npos) << release;
  }
}

TEST_F(Marked, ACopyForReleaseLeavesOutWhyAFindingIsAccepted) {
  write("map/accepted.csv", "finding,reason\nno-lead:hubs,Plan Zebra will name one\n");
  for (const auto& [name, text] : analysed({"--release", "-f", "html,md,json,csv"}))
    EXPECT_EQ(text.find("Zebra"), std::string::npos) << name;
  EXPECT_NE(analysed({"--release", "-f", "md"}).at("report.md").find("Left out of this copy"),
            std::string::npos);
}

TEST_F(Marked, ACopyForReleaseNamesNothingThatIsMarked) {
  std::map<std::string, std::string> said = asked(true);
  said.merge(analysed({"--release"}));
  for (const std::string format : {"dot", "svg"})
    said["draw " + format] =
        run_with({"draw", map(), "--view", "mission", "-f", format, "--release"}).out;
  for (const auto& [name, text] : said) {
    for (const std::string_view word : {"Zebra", "zebra", "raid", "SECRET", "SENSITIVE"})
      EXPECT_EQ(text.find(word), std::string::npos) << name << ": " << word;
    EXPECT_NE(text.find("OFFICIAL"), std::string::npos) << name;
  }
  // The lead of the hubs is left out too: that it is not seen is a question, no finding.
  const std::string& json = said.at("findings.json");
  EXPECT_NE(json.find("\"no-lead:hubs\""), std::string::npos);
  EXPECT_EQ(json.find("\"confidence\": 0.8"), std::string::npos);
  EXPECT_NE(json.find("\"withheld\": {\n      \"entities\": 1,\n      \"relations\": 2,\n      "
                      "\"sources\": 1\n    }"),
            std::string::npos);
  for (const std::string name : {"report.html", "report.md"})
    EXPECT_NE(said.at(name).find("It leaves out one organisation or item, 2 relations and one "
                                 "source that only these cite"),
              std::string::npos)
        << name;
  EXPECT_EQ(run_with({"show", map(), "raid", "--release"}).code, 2);
}

TEST_F(Marked, ReleaseRefusesAMapThatIsMarkedAsAWhole) {
  write("map/map.csv", "key,value\nmarking,OFFICIAL-SENSITIVE\n");
  for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{
           {"analyse", map(), "-o", (folder_ / "out").string()},
           {"draw", map(), "--view", "departments", "-o", (folder_ / "out").string()},
           {"show", map(), "hubs"},
           {"trace", map(), "safer", "hubs"}}) {
    std::vector<std::string> arguments = question;
    arguments.emplace_back("--release");
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("\"map\" (OFFICIAL-SENSITIVE)"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("hint: leave that map out"), std::string::npos) << ran.err;
  }
  EXPECT_FALSE(fs::exists(folder_ / "out"));
}

TEST_F(Commands, AFailedWriteLeavesNothingBehind) {
  const fs::path out = folder_ / "out";
  fs::create_directories(out / "second");  // a folder stands where a file should go
  std::ofstream(out / "second" / "x") << "x";
  EXPECT_NE(write_files(out.string(), {{"first", "1"}, {"second/x/y", "2"}}), "");
  EXPECT_FALSE(fs::exists(out / "first"));
  for (const auto& entry : fs::directory_iterator(out))
    EXPECT_EQ(entry.path().filename(), "second");
}

}  // namespace
}  // namespace crosscut
