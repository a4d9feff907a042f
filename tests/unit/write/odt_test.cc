#include "crosscut/write/odt_paper.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "crosscut/base/zip.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

constexpr std::size_t limit = std::size_t{1} << 20U;

std::string part_of(const std::string& bytes, std::string_view name) {
  const auto archive = ZipReader::open(bytes);
  if (!archive) return {};
  const auto part = archive->read(name, limit);
  const auto* text = std::get_if<std::string>(&part);
  return text != nullptr ? *text : "";
}

/// The part as XML; it must be well formed.
pugi::xml_document xml_of(const std::string& bytes, std::string_view name) {
  pugi::xml_document document;
  const std::string text = part_of(bytes, name);
  const auto read = document.load_buffer(text.data(), text.size());
  EXPECT_TRUE(read) << name << ": " << read.description();
  return document;
}

ReportFigure figure_of(double width_pt, double height_pt) {
  ReportFigure figure{"around", "Who has a part",
                      "",       "Blue: leads.",
                      "",       "",
                      "<svg/>", {"Defra leads the plan.", "It depends on the grid."}};
  figure.png = "\x89PNG not really";
  figure.width_pt = width_pt;
  figure.height_pt = height_pt;
  return figure;
}

Paper sample() {
  Paper paper{"Title <&> ‘here’", "A subject", "OFFICIAL-SENSITIVE", "July 2026",
              {"A summary."},     {},          {"The foot."}};
  paper.parts.push_back({"one", "First part", {"Words with a control\x01 character."}});
  paper.parts.back().table =
      TableWords{"Counts", {{"Who"}, {"How many", true}}, "", "", {{"Defra", "3"}, {"DfT", "12"}}};
  paper.parts.back().items.push_back({"A line", {{"Below it"}}});
  paper.parts.push_back({"picture", "Picture"});
  paper.parts.back().figure = figure_of(300, 200);
  return paper;
}

TEST(Odt, TheFirstPartIsTheStoredMediaType) {
  const std::string bytes = write_paper_odt(sample());
  // Local header: 30 bytes, the name, no extra field, then the text as it is (ODF 1.3, part 2).
  EXPECT_EQ(bytes.substr(0, 2), "PK");
  EXPECT_EQ(bytes.substr(30, 8), "mimetype");
  EXPECT_EQ(bytes.substr(38, 39), "application/vnd.oasis.opendocument.text");
}

TEST(Odt, TheManifestNamesEveryPart) {
  const std::string bytes = write_paper_odt(sample());
  const auto manifest = xml_of(bytes, "META-INF/manifest.xml");
  const auto archive = ZipReader::open(bytes);
  ASSERT_TRUE(archive);
  std::size_t entries = 0;
  for (const pugi::xml_node entry : manifest.child("manifest:manifest")) {
    const std::string path = entry.attribute("manifest:full-path").value();
    EXPECT_TRUE(path == "/" || archive->has(path)) << path;
    ++entries;
  }
  EXPECT_EQ(entries, 5U);  // the whole, content, styles, meta, the picture
}

TEST(Odt, TheMarkingStandsAtHeadAndFootOfEveryKindOfPage) {
  const auto styles = xml_of(write_paper_odt(sample()), "styles.xml");
  const auto pages = styles.child("office:document-styles").child("office:master-styles");
  std::size_t count = 0;
  for (const pugi::xml_node page : pages) {
    EXPECT_STREQ(page.child("style:header").child("text:p").child_value(), "OFFICIAL-SENSITIVE");
    EXPECT_STREQ(page.child("style:footer").last_child().child_value(), "OFFICIAL-SENSITIVE");
    ++count;
  }
  EXPECT_EQ(count, 2U);
}

TEST(Odt, HeadingsListsAndTableHeadsAreReal) {
  const auto content = xml_of(write_paper_odt(sample()), "content.xml");
  const auto text =
      content.child("office:document-content").child("office:body").child("office:text");
  EXPECT_STREQ(text.child("text:h").attribute("text:style-name").value(), "Heading_20_1");
  EXPECT_STREQ(text.child("text:h").attribute("text:outline-level").value(), "1");
  const auto head = text.child("table:table").child("table:table-header-rows");
  EXPECT_STREQ(
      head.child("table:table-row").child("table:table-cell").child("text:p").child_value(), "Who");
  EXPECT_TRUE(text.child("text:list").child("text:list-item").child("text:list"));
  EXPECT_STREQ(text.child("text:p").child_value(), "Title <&> ‘here’");
}

TEST(Odt, EveryStyleUsedIsThere) {
  const std::string bytes = write_paper_odt(sample());
  const auto content = xml_of(bytes, "content.xml");
  const std::string all = part_of(bytes, "styles.xml") + part_of(bytes, "content.xml");
  for (const pugi::xpath_node& node :
       content.select_nodes("//@text:style-name | //@table:style-name | //@draw:style-name"))
    EXPECT_NE(all.find("style:name=\"" + std::string(node.attribute().value()) + "\""),
              std::string::npos)
        << node.attribute().value();
}

TEST(Odt, AFigureHasItsPictureAndItsWords) {
  const std::string bytes = write_paper_odt(sample());
  const auto content = xml_of(bytes, "content.xml");
  const auto frame = content.select_node("//draw:frame").node();
  EXPECT_STREQ(frame.child("draw:image").attribute("xlink:href").value(), "Pictures/figure-1.png");
  EXPECT_STREQ(frame.child_value("svg:title"), "Who has a part");
  EXPECT_STREQ(frame.child_value("svg:desc"), "Defra leads the plan. It depends on the grid.");
  EXPECT_EQ(part_of(bytes, "Pictures/figure-1.png"), "\x89PNG not really");
}

TEST(Odt, AWideFigureHasALandscapePageAndASmallOneHasNot) {
  for (const auto& [width, landscape] : {std::pair(300.0, false), {900.0, true}}) {
    Paper paper = sample();
    paper.parts.back().figure = figure_of(width, 200);
    const auto content = xml_of(write_paper_odt(paper), "content.xml");
    EXPECT_EQ(bool(content.select_node("//text:h[@text:style-name='Heading_to_landscape']")),
              landscape);
  }
}

TEST(Odt, AfterALandscapePagePagesAreUprightAgain) {
  Paper paper = sample();
  paper.parts.back().figure = figure_of(900, 200);
  paper.parts.push_back({"last", "Last part", {"More words."}});
  const auto content = xml_of(write_paper_odt(paper), "content.xml");
  EXPECT_TRUE(content.select_node(
      "//text:p[@text:style-name='To_portrait']/following-sibling::text:h[.='Last part']"));
}

TEST(Odt, SourcesAreLinksAndNothingButWebAddresses) {
  Dataset dataset = sketch("defra leads plan");
  dataset.sources.push_back({});
  dataset.sources.back().id = "s";
  dataset.sources.back().title = "A page";
  dataset.sources.back().url = "https://example.org/?a=1&b=2";
  dataset.sources.push_back(dataset.sources.back());
  dataset.sources.back().id = "t";
  dataset.sources.back().url = "javascript:alert(1)";
  dataset.relations.front().sources = {{"s", {}}, {"t", {}}};
  const Graph graph = link(dataset, {}).graph;
  Paper paper{"T", "S", "OFFICIAL", "2026", {}, {}, {}};
  paper.parts.push_back({"evidence", "Evidence"});
  paper.parts.back().items.push_back(relation_item(graph, RelationId(0)));
  const auto content = xml_of(write_paper_odt(paper), "content.xml");
  const auto links = content.select_nodes("//text:a");
  ASSERT_EQ(links.size(), 1U);
  EXPECT_STREQ(links.first().node().attribute("xlink:href").value(),
               "https://example.org/?a=1&b=2");
}

TEST(Odt, TheSamePaperGivesTheSameBytes) {
  EXPECT_EQ(write_paper_odt(sample()), write_paper_odt(sample()));
}

}  // namespace
}  // namespace crosscut
