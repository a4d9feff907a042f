// `new --xlsx` writes a workbook that is a map as it stands, with lists to choose from, and takes
// the rows of maps along.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "../model/dump.h"
#include "crosscut/base/text.h"
#include "crosscut/base/zip.h"
#include "crosscut/cli/form.h"
#include "crosscut/edit/flatten.h"
#include "crosscut/read/columns.h"
#include "crosscut/read/join.h"
#include "program.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

std::string graphs(const std::string& name) {
  return (fs::path(CROSSCUT_ROOT) / "graphs" / name).string();
}

struct Validation {
  std::string type, formula, prompt;
  bool strict = false;
};

class NewWorkbook : public OwnFolder {
 protected:
  std::string file(const std::string& name = "map.xlsx") const { return (folder_ / name).string(); }

  /// A part of the workbook as XML.
  void load(const std::string& part, pugi::xml_document& document) const {
    const std::string bytes = read_bytes(file());
    const auto archive = ZipReader::open(bytes);
    ASSERT_TRUE(archive);
    const auto text = archive->read(part, std::size_t{1} << 28U);
    ASSERT_TRUE(std::holds_alternative<std::string>(text)) << part;
    ASSERT_TRUE(document.load_string(std::get<std::string>(text).c_str()));
  }

  /// The validations of a sheet (counted from 1) by the cells that they are for.
  std::map<std::string, Validation> validations(int sheet) const {
    pugi::xml_document document;
    load("xl/worksheets/sheet" + std::to_string(sheet) + ".xml", document);
    std::map<std::string, Validation> found;
    for (const pugi::xml_node node :
         document.child("worksheet").child("dataValidations").children("dataValidation"))
      found[node.attribute("sqref").value()] = {
          node.attribute("type").value(), node.child("formula1").text().get(),
          node.attribute("prompt").value(), node.attribute("showErrorMessage").as_bool()};
    return found;
  }

  Strings sheet_names() const {
    pugi::xml_document document;
    load("xl/workbook.xml", document);
    Strings names;
    for (const pugi::xml_node node : document.child("workbook").child("sheets").children())
      names.emplace_back(node.attribute("name").value());
    return names;
  }
};

TEST_F(NewWorkbook, IsAMapAsItStands) {
  const Ran ran = run_with({"new", "--xlsx", file()});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("crosscut check"), std::string::npos);
  EXPECT_EQ(sheet_names(), (Strings{"guide", "entities", "relations", "sources", "map", "lists"}));
  const MapRead read = read_maps({file()}, {});
  EXPECT_TRUE(read.diagnostics.empty());
  const Linked linked = link(read.dataset, {});
  EXPECT_TRUE(linked.diagnostics.empty());
  EXPECT_EQ(linked.graph.entity_count(), 3U);
  ASSERT_EQ(linked.graph.relation_count(), 1U);
  EXPECT_EQ(linked.graph.entity(linked.graph.relations()[0].to).id, "example-programme");
  EXPECT_EQ(read.dataset.relations[0].from.text, "Example Department");  // names are typed
}

TEST_F(NewWorkbook, CheckSaysWhichIdsWereMade) {
  run_with({"new", "--xlsx", file()});
  const Ran ran = run_with({"check", file()});
  EXPECT_EQ(ran.out,
            "No errors, no warnings in 3 entities and one relation.\n3 ids were made from names: "
            "example-department, example-programme and example-strategy.\n");
  run_with({"new", "--xlsx", file("second.xlsx"), "--from", file()});
  EXPECT_EQ(run_with({"check", file("second.xlsx")}).out,
            "No errors, no warnings in 3 entities and one relation.\n");  // they are written down
}

TEST_F(NewWorkbook, TheListsAreOfferedInEveryRow) {
  run_with({"new", "--xlsx", file()});
  const std::string names = "OFFSET(entities!$A$1,1,0,MAX(1,COUNTA(entities!$A:$A)-1),1)";
  const std::string sources = "OFFSET(sources!$A$1,1,0,MAX(1,COUNTA(sources!$A:$A)-1),1)";
  struct Expected {
    int sheet;
    std::string cells, formula;
    bool strict;
  };
  const std::vector<Expected> expected = {
      {2, "B2:B204", "lists!$A$2:$A$14", true},  // kind
      {2, "C2:C204", names, false},              // parent
      {2, "J2:J204", sources, false},            // source
      {2, "K2:K204", "lists!$B$2:$B$15", true},  // class
      {2, "L2:L204", "lists!$C$2:$C$6", true},   // power
      {2, "M2:M204", "lists!$D$2:$D$4", true},   // membership
      {2, "N2:N204", "lists!$E$2:$E$8", true},   // status
      {2, "O2:O204", "lists!$F$2:$F$8", true},   // extent
      {2, "P2:P204", "lists!$G$2:$G$2", true},   // statutory
      {2, "R2:R204", "lists!$G$2:$G$2", true},   // catch-all
      {2, "T2:T204", "lists!$H$2:$H$5", false},  // marking
      {3, "A2:A202", names, false},              // from
      {3, "B2:B202", "lists!$I$2:$I$20", true},  // relation
      {3, "C2:C202", names, false},              // to
      {3, "D2:D202", "lists!$J$2:$J$4", true},   // strength
      {3, "E2:E202", "lists!$K$2:$K$5", false},  // confidence: a number will do
      {3, "H2:H202", sources, false},            // source
      {3, "K2:K202", "lists!$L$2:$L$9", true},   // capacity
      {3, "L2:L202", "lists!$M$2:$M$4", true},   // type of approval
      {3, "O2:O202", "lists!$N$2:$N$4", true},   // answer
      {3, "R2:R202", "lists!$O$2:$O$4", true},   // review
      {3, "S2:S202", "lists!$H$2:$H$5", false},  // marking
      {4, "F2:F202", "lists!$P$2:$P$10", true},  // type of source
      {5, "B4", "lists!$H$2:$H$5", false},       // marking of the map
      {5, "B7", "lists!$Q$2:$Q$8", false},       // covers: several
  };
  std::map<int, std::size_t> lists;
  for (const Expected& e : expected) {
    const auto found = validations(e.sheet);
    ASSERT_TRUE(found.contains(e.cells)) << e.sheet << " " << e.cells;
    EXPECT_EQ(found.at(e.cells).type, "list") << e.cells;
    EXPECT_EQ(found.at(e.cells).formula, e.formula) << e.cells;
    EXPECT_EQ(found.at(e.cells).strict, e.strict) << e.sheet << " " << e.cells;
    EXPECT_LE(found.at(e.cells).formula.size(), 255U);
    ++lists[e.sheet];
  }
  for (const int sheet : {1, 2, 3, 4, 5, 6}) {
    std::size_t count = 0;
    for (const auto& [cells, validation] : validations(sheet))
      count += validation.type == "list" ? 1U : 0U;
    EXPECT_EQ(count, lists[sheet]) << sheet;  // and no others
  }
}

/// The column of a sheet, by its heading.
std::size_t place_of(const BookSheet& sheet, const std::string& heading) {
  std::size_t i = 0;
  while (i < sheet.columns.size() && sheet.columns[i].heading != heading) ++i;
  return i;
}

/// Where a list is offered: sheet, row and column of one cell each.
std::vector<std::array<std::size_t, 3>> uses_of(const Book& book, const std::string& list) {
  std::vector<std::array<std::size_t, 3>> uses;
  for (std::size_t s = 0; s < book.sheets.size(); ++s) {
    for (std::size_t c = 0; c < book.sheets[s].columns.size(); ++c)
      if (book.sheets[s].columns[c].choices == list) uses.push_back({s, 0, c});
    for (const BookCell& cell : book.sheets[s].cells)
      if (cell.choices == list) uses.push_back({s, cell.row, cell.column});
  }
  return uses;
}

/// The reader takes whatever a list offers.
TEST_F(NewWorkbook, EveryChoiceIsUnderstood) {
  const Book book = form_book(example_rows());
  const BookSheet& lists = book.sheets.back();
  for (std::size_t i = 0; i < lists.columns.size(); ++i) {
    const auto uses = uses_of(book, lists.columns[i].heading);
    EXPECT_FALSE(uses.empty()) << lists.columns[i].heading;
    for (const auto& row : lists.rows)
      for (const auto& [s, r, c] : uses) {
        if (i >= row.size() || row[i].empty()) continue;
        Book copy = book;
        copy.sheets[s].rows[r][c] = row[i];
        std::ofstream(file(), std::ios::binary) << write_xlsx(copy);
        const MapRead read = read_maps({file()}, {});
        EXPECT_TRUE(read.diagnostics.empty()) << lists.columns[i].heading << ": " << row[i] << ": "
                                              << read.diagnostics.front().message;
      }
  }
}

TEST_F(NewWorkbook, TheChoiceMeansTheWordThatItStandsFor) {
  Book book = form_book(example_rows());
  BookSheet& entities = book.sheets[1];
  BookSheet& relations = book.sheets[2];
  entities.rows[0][place_of(entities, "kind")] = "devolved government";
  entities.rows[0][place_of(entities, "class")] = "non-ministerial department";
  relations.rows[0][place_of(relations, "relation")] = "cannot succeed without";
  relations.rows[0][place_of(relations, "confidence")] = "told to us";
  relations.rows[0][place_of(relations, "capacity")] = "accounting officer";
  std::ofstream(file(), std::ios::binary) << write_xlsx(book);
  const Dataset data = read_maps({file()}, {}).dataset;
  EXPECT_EQ(data.entities.at(0).kind, Kind::devolved_government);
  EXPECT_EQ(data.entities.at(0).organisation_class, "non-ministerial-department");
  EXPECT_EQ(data.relations.at(0).verb, Verb::depends_on);
  EXPECT_EQ(data.relations.at(0).confidence, 0.6);
  EXPECT_EQ(data.relations.at(0).capacity, Capacity::accounting_officer);
}

TEST_F(NewWorkbook, EveryHeadingSaysWhatItsColumnIsForInAWholeSentence) {
  for (const BookSheet& sheet : form_book(example_rows()).sheets)
    for (const BookColumn& column : sheet.columns) {
      if (sheet.name == "lists" || (sheet.name == "map" && column.heading != "value")) continue;
      EXPECT_TRUE(column.help.ends_with(".")) << column.heading;
      EXPECT_LE(column.help.size(), 255U) << column.heading;
      EXPECT_EQ(column.help.find(".csv"), std::string::npos) << column.help;
    }
  run_with({"new", "--xlsx", file()});
  EXPECT_EQ(validations(3).at("I1").prompt, "Page or section of the source.");
  EXPECT_NE(validations(2).at("U2:U204").prompt.find("makes the id from the name"),
            std::string::npos);
}

/// With a lock on any cell of a row Excel lets nobody delete or sort it, whatever else is allowed.
TEST_F(NewWorkbook, HeadingsAreProtectedAndRowsAreFree) {
  run_with({"new", "--xlsx", file(), "--from", graphs("example")});
  pugi::xml_document styles;
  load("xl/styles.xml", styles);
  std::vector<bool> locked;
  for (const pugi::xml_node xf : styles.child("styleSheet").child("cellXfs").children("xf"))
    locked.push_back(xf.child("protection").attribute("locked").as_bool(true));
  for (const int sheet : {2, 3, 4}) {
    pugi::xml_document document;
    load("xl/worksheets/sheet" + std::to_string(sheet) + ".xml", document);
    const pugi::xml_node page = document.child("worksheet");
    const pugi::xml_node protection = page.child("sheetProtection");
    for (const char* free : {"insertRows", "deleteRows", "sort", "autoFilter"})
      EXPECT_STREQ(protection.attribute(free).value(), "0") << free;
    EXPECT_FALSE(page.child("autoFilter").attribute("ref").empty());
    for (const pugi::xml_node row : page.child("sheetData").children("row"))
      for (const pugi::xml_node cell : row.children("c"))
        EXPECT_EQ(locked.at(cell.attribute("s").as_uint()), row.attribute("r").as_int() == 1)
            << cell.attribute("r").value();
    unsigned columns = 0;
    for (const pugi::xml_node column : page.child("cols").children("col")) {
      EXPECT_EQ(column.attribute("min").as_uint(), columns + 1);
      columns = column.attribute("max").as_uint();
      EXPECT_FALSE(locked.at(column.attribute("style").as_uint()));
    }
    EXPECT_EQ(columns, 16384U);
  }
  for (const int sheet : {5, 6}) {  // map and lists: their rows stay
    pugi::xml_document document;
    load("xl/worksheets/sheet" + std::to_string(sheet) + ".xml", document);
    const pugi::xml_node page = document.child("worksheet");
    EXPECT_TRUE(page.child("sheetProtection"));
    EXPECT_FALSE(page.child("sheetProtection").attribute("deleteRows"));
    EXPECT_FALSE(page.child("autoFilter"));
    for (const pugi::xml_node row : page.child("sheetData").children("row"))
      for (const pugi::xml_node cell : row.children("c")) {
        const bool value = sheet == 5 && cell.attribute("r").value()[0] == 'B';
        EXPECT_EQ(locked.at(cell.attribute("s").as_uint()),
                  !value || row.attribute("r").as_int() == 1);
      }
  }
}

TEST_F(NewWorkbook, TheIdsOfAMapStay) {
  run_with({"new", "--xlsx", file(), "--from", graphs("example")});
  const auto found = validations(2);
  std::ifstream map(graphs("example") + "/entities.csv");
  const std::size_t last = static_cast<std::size_t>(
      std::count(std::istreambuf_iterator<char>(map), std::istreambuf_iterator<char>(), '\n'));
  const std::string filled = "U2:U" + std::to_string(last);
  ASSERT_TRUE(found.contains(filled)) << filled;
  EXPECT_EQ(found.at(filled).type, "custom");
  EXPECT_EQ(found.at(filled).formula, "LEN(U2)=0");
  EXPECT_TRUE(found.at(filled).strict);
  EXPECT_TRUE(found.contains("U" + std::to_string(last + 1) + ":U" + std::to_string(last + 200)));
}

TEST_F(NewWorkbook, PrintsOnA4WithTheHeadingsOnEveryPage) {
  run_with({"new", "--xlsx", file()});
  pugi::xml_document document, book;
  load("xl/worksheets/sheet3.xml", document);
  const pugi::xml_node setup = document.child("worksheet").child("pageSetup");
  EXPECT_EQ(setup.attribute("paperSize").as_int(), 9);
  EXPECT_STREQ(setup.attribute("orientation").value(), "landscape");
  const pugi::xml_node pane =
      document.child("worksheet").child("sheetViews").child("sheetView").child("pane");
  EXPECT_STREQ(pane.attribute("topLeftCell").value(), "D2");
  load("xl/workbook.xml", book);
  std::string titles;
  for (const pugi::xml_node name : book.child("workbook").child("definedNames").children())
    if (std::string_view(name.attribute("name").value()) == "_xlnm.Print_Titles")
      titles += std::string(name.text().get()) + ";";
  EXPECT_NE(titles.find("relations!$A:$C,relations!$1:$1"), std::string::npos) << titles;
}

/// Read back, the rows of maps say the same: as a graph, and cell by cell.
void expect_same_map(const Dataset& before, const Dataset& after) {
  const Graph graph = link(before, {}).graph;
  EXPECT_EQ(dump(graph), dump(link(after, {}).graph));
  const auto ids = [&](const std::string& cell) {
    std::string text;
    for (const std::string_view part : split_list(cell)) {
      const auto id = graph.find(part);
      text += (id ? graph.entity(*id).id.str() : std::string(part)) + "|";
    }
    return text;
  };
  const auto cells = [&](const Dataset& data) {
    std::map<std::string, std::vector<std::map<std::string, std::string>>> all;
    for (const TextTable& table : map_tables(data))
      for (const auto& row : table.rows) {
        auto& kept = all[table.name].emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
          const bool reference =
              table.header[i] == "from" || table.header[i] == "to" || table.header[i] == "parent";
          kept[table.header[i]] = reference ? ids(row[i]) : row[i];
        }
      }
    return all;
  };
  EXPECT_EQ(cells(before), cells(after));
}

TEST_F(NewWorkbook, TheRowsOfMapsComeBackTheSame) {
  for (const Strings& names : {Strings{"example"},
                               {"uk-missions", "uk-policies"},
                               {"mog-changes"},
                               {"sdg"},
                               {"energiewende"}}) {
    fs::remove(file());
    Strings maps, arguments = {"new", "--xlsx", file()};
    for (const std::string& name : names) {
      maps.push_back(graphs(name));
      arguments.insert(arguments.end(), {"--from", graphs(name)});
    }
    const Ran ran = run_with(arguments);
    ASSERT_EQ(ran.code, 0) << ran.err;
    const MapRead read = read_maps({file()}, {});
    EXPECT_FALSE(has_errors(read.diagnostics));
    EXPECT_TRUE(read.made_ids.empty());
    expect_same_map(flatten(read_maps(maps, {}).dataset), flatten(read.dataset));
  }
}

TEST_F(NewWorkbook, NamesWordsAndSentencesStandForIdsAndNumbers) {
  const auto write = [&](const std::string& name, const std::string& text) {
    fs::create_directories(folder_ / "m");
    std::ofstream(folder_ / "m" / name) << text;
  };
  write("entities.csv",
        "id,name,kind,parent,colour\na,Alpha,department,,red\nb,Beta,body,a,\n"
        "t1,Twin,programme,,\nt2,Twin,programme,,\nmoney,Alpha Fund,fund,a | b,\n"
        "p,With | bar,department,,\nq,Q,body,p,\n");
  write("relations.csv",
        "from,relation,to,confidence,type\na,depends-on,t1,0.7,\nb,leads,t2,0.65,\n"
        "b,approves,money,our-view,statutory-consent\n");
  write("same.csv", "id,same_as\nbb,b\n");
  run_with({"new", "--xlsx", file(), "--from", (folder_ / "m").string()});
  EXPECT_EQ(sheet_names(),
            (Strings{"guide", "entities", "relations", "sources", "map", "same", "lists"}));
  const Dataset data = read_maps({file()}, {}).dataset;
  EXPECT_EQ(data.relations.at(0).from.text, "Alpha");
  EXPECT_EQ(data.relations.at(0).to.text, "t1");  // two have the name
  EXPECT_EQ(data.entities.at(4).parents.at(1).text, "Beta");
  EXPECT_EQ(data.entities.at(6).parents.at(0).text, "p");  // its name would be two
  EXPECT_EQ(data.entities.at(0).extra, (Cells{{"colour", "red"}}));
  expect_same_map(flatten(read_maps({(folder_ / "m").string()}, {}).dataset), flatten(data));
  pugi::xml_document strings;
  load("xl/sharedStrings.xml", strings);
  std::set<std::string> texts;
  for (const pugi::xml_node item : strings.child("sst").children())
    texts.insert(item.child("t").text().get());
  for (const char* text :
       {"cannot succeed without", "implied", "0.65", "our view", "statutory consent"})
    EXPECT_TRUE(texts.contains(text)) << text;
  EXPECT_FALSE(texts.contains("An example: delete this row"));
}

TEST_F(NewWorkbook, ReleaseLeavesOutNotesRespondentsAndMarkedRows) {
  fs::create_directories(folder_ / "m");
  std::ofstream(folder_ / "m" / "entities.csv")
      << "id,name,kind,note,marking\na,Alpha,department,a note,\nb,Beta,body,,SECRET\n";
  std::ofstream(folder_ / "m" / "relations.csv")
      << "from,relation,to,respondent\na,coordinates-with,a,somebody\n";
  const std::string map = (folder_ / "m").string();
  const Ran all = run_with({"new", "--xlsx", file(), "--from", map});
  EXPECT_NE(
      all.out.find("It holds the notes and respondents of the maps; --release leaves them out"),
      std::string::npos)
      << all.out;
  const Ran copy = run_with({"new", "--xlsx", file("copy.xlsx"), "--from", map, "--release"});
  EXPECT_EQ(copy.out.find("It holds"), std::string::npos) << copy.out;
  const Dataset data = read_maps({file("copy.xlsx")}, {}).dataset;
  ASSERT_EQ(data.entities.size(), 1U);
  EXPECT_EQ(data.entities[0].note, "");
  EXPECT_EQ(data.relations.at(0).respondent, "");
  pugi::xml_document page;
  load("xl/worksheets/sheet2.xml", page);
  EXPECT_STREQ(page.child("worksheet").child("headerFooter").child("oddHeader").text().get(),
               "&CSECRET");
}

TEST_F(NewWorkbook, HasTheSameBytesEachTime) {
  for (const std::string name : {"map.xlsx", "again.xlsx"})
    run_with({"new", "--xlsx", file(name), "--from", graphs("example")});
  EXPECT_FALSE(read_bytes(file()).empty());
  EXPECT_EQ(read_bytes(file()), read_bytes(file("again.xlsx")));
}

TEST_F(NewWorkbook, RefusesWhatItCannotDoAndWritesNothing) {
  const auto refused = [&](const Strings& arguments, const std::string& why) {
    const Ran ran = run_with(arguments);
    EXPECT_EQ(ran.code, 2) << why;
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("hint: "), std::string::npos);
  };
  refused({"new", "--xlsx", file("map.xls")}, "does not end in .xlsx");
  refused({"new", "--xlsx", file(".xlsx")}, "does not end in .xlsx");
  refused({"new", file("folder"), "--xlsx", file()}, "not both");
  refused({"new", file("folder"), "--from", graphs("example")}, "go with --xlsx");
  refused({"new", "--xlsx", file(), "--from", file("nowhere")}, "[missing-folder]");
  EXPECT_TRUE(fs::is_empty(folder_));
  std::ofstream(file()) << "mine";
  refused({"new", "--xlsx", file()}, "is there already; nothing was written");
  EXPECT_EQ(read_bytes(file()), "mine");
}

}  // namespace
}  // namespace crosscut
