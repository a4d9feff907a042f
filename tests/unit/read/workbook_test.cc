#include "crosscut/read/workbook.h"

#include <gtest/gtest.h>

#include "books.h"
#include "crosscut/base/text.h"

namespace crosscut {
namespace {

TEST(Xlsx, ReadsTextsWhereverTheyAreKept) {
  EXPECT_EQ(
      read_cells(xlsx_of(
          {R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>in</t><rPh><t>
                 no</t></rPh></is></c><c t="str"><f>A1</f><v>made</v></c></row>)",
           R"(<si><t>zero</t></si><si><r><rPr/><t xml:space="preserve">one </t></r><r><t>two</t></r>
                 <rPh sb="0" eb="1"><t>phonetic</t></rPh></si>)"})),
      "A2=one two C2=in D2=made");
  EXPECT_EQ(read_cells(xlsx_of({R"(<row><c t="s"><v>0</v></c></row>)",
                                "<si><t>a<!-- not text -->b<![CDATA[ & c]]></t></si>"})),
            "A1=ab & c");
}

TEST(Xlsx, ReadsNamesWithAPrefix) {
  const std::string bytes = write_zip(
      {{"xl/workbook.xml",
        R"(<x:workbook><x:sheets><x:sheet name="entities" q:id="a"/></x:sheets></x:workbook>)"},
       {"xl/_rels/workbook.xml.rels",
        R"(<p:Relationships><p:Relationship Id="a" Type="worksheet" Target="../xl/./s.xml"/>
        </p:Relationships>)"},
       {"xl/s.xml",
        R"(<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row>
        </x:sheetData></x:worksheet>)"}});
  EXPECT_EQ(read_cells(bytes), "B1=7");
}

TEST(Xlsx, TakesCellsInAnyOrderAndWithoutReferences) {
  EXPECT_EQ(read_cells(xlsx_of(R"(<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>
                               <row/><row r="9"><c><v>4</v></c></row><row><c><v>5</v></c></row>
                               <row r="4"><c r="B4"><v>6</v></c></row>)")),
            "A1=1 D1=2 E1=3 A9=4 A10=5 B4=6");
}

TEST(Xlsx, UndoesEscapesOnce) {
  const auto read = [](const std::string& text) {
    return read_cells(
        xlsx_of({R"(<row><c t="s"><v>0</v></c></row>)", "<si><t>" + text + "</t></si>"}));
  };
  EXPECT_EQ(read("a_x000D_\nb"), "A1=a\nb") << "Windows line ends";
  EXPECT_EQ(read("a_x000D_b"), "A1=a\nb");
  EXPECT_EQ(read("_x005F_x0041_"), "A1=_x0041_");
  EXPECT_EQ(read("a_x0000_b_x000C_c"), "A1=a b c") << "no map holds such characters";
  EXPECT_EQ(read("_xylo_ _x00G0_ _x12"), "A1=_xylo_ _x00G0_ _x12");
}

/// A number under a format code.
std::string number_as(const std::string& value, const std::string& code,
                      const std::string& of_book = "") {
  return read_cells(xlsx_of({"<row><c s=\"1\"><v>" + value + "</v></c></row>", "",
                             "<numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/>",
                             "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>", of_book}))
      .substr(3);
}

TEST(Xlsx, ReadsDatesAsFarAsTheyAreShown) {
  EXPECT_EQ(number_as("46234", "yyyy-mm-dd"), "2026-07-31");
  EXPECT_EQ(number_as("46234.75", "dd/mm/yyyy\\ hh:mm"), "2026-07-31");
  EXPECT_EQ(number_as("46234", "[$-809]mmmm\\ yyyy;@"), "2026-07");
  EXPECT_EQ(number_as("46234", "yyyy"), "2026");
  EXPECT_EQ(number_as("46234", "&quot;due &quot;yyyy"), "2026") << "quoted letters are words";
  EXPECT_EQ(number_as("59", "d mmm yy"), "1900-02-28");
  EXPECT_EQ(number_as("61", "d mmm yy"), "1900-03-01") << "60 is a day that was not";
  EXPECT_EQ(number_as("44772", "yyyy-mm-dd", "<workbookPr date1904=\"1\"/>"), "2026-07-31");
  EXPECT_EQ(number_as("0", "yyyy-mm-dd", "<workbookPr date1904=\"true\"/>"), "1904-01-01");
  EXPECT_EQ(number_as("2958465", "yyyy"), "9999");
}

TEST(Xlsx, LeavesNumbersThatAreNoDates) {
  EXPECT_EQ(number_as("2958466", "yyyy"), "2958466");
  EXPECT_EQ(number_as("-1", "yyyy"), "-1");
  EXPECT_EQ(number_as("1.5", "[h]:mm"), "1.5") << "a length of time";
  EXPECT_EQ(number_as("0.5", "h:mm"), "0.5");
  EXPECT_EQ(number_as("0.7", "0%"), "0.7");
  EXPECT_EQ(number_as("3", "[Red]0.00E+00"), "3");
  EXPECT_EQ(number_as("1.1000000000000001", "General"), "1.1");
  EXPECT_EQ(number_as("2026", "General"), "2026");
}

TEST(Xlsx, KnowsTheFormatsWithoutACode) {
  const auto read = [](const std::string& id) {
    return read_cells(xlsx_of(
        {"<row><c s=\"0\"><v>46234</v></c></row>", "", "", "<xf numFmtId=\"" + id + "\"/>"}));
  };
  EXPECT_EQ(read("14"), "A1=2026-07-31");
  EXPECT_EQ(read("17"), "A1=2026-07");
  EXPECT_EQ(read("20"), "A1=46234");
}

TEST(Xlsx, ReadsTruthErrorsAndIsoDates) {
  EXPECT_EQ(read_cells(xlsx_of(R"(<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c>
                               <c t="e"><f>X</f><v>#REF!</v></c><c t="d"><v>2026-07-31T00:00:00</v></c>
                               <c t="b"/><c t="s"/></row>)")),
            "A1=TRUE B1=FALSE C1=!#REF! D1=2026-07-31");
}

TEST(Xlsx, RefusesWhatIsMisread) {
  EXPECT_EQ(read_cells(xlsx_of(R"(<row><c t="s"><v>0</v></c></row>)")), "[broken-workbook]");
  EXPECT_EQ(read_cells(xlsx_of(R"(<row><c t="s"><v>-1</v></c></row>)")), "[broken-workbook]");
  EXPECT_EQ(read_cells(xlsx_of(R"(<row r="1048577"><c><v>0</v></c></row>)")), "[broken-workbook]");
  EXPECT_EQ(read_cells(xlsx_of(R"(<row><c r="XFE1"><v>0</v></c></row>)")), "[broken-workbook]");
  EXPECT_EQ(read_cells(xlsx_of(R"(<row><c r="A4294967295"><v>0</v></c></row>)")),
            "[broken-workbook]");
  EXPECT_EQ(read_cells(xlsx_of(xlsx_row({"\xFF\xFE"}))), "[broken-workbook]");
  EXPECT_EQ(read_cells(xlsx_of(xlsx_row({"&#xD800;"}))), "[broken-workbook]");
}

TEST(Ods, ReadsTextAsItStands) {
  const auto read = [](const std::string& cell) {
    return read_cells(ods_of("<table:table-row>" + cell + "</table:table-row>"));
  };
  const std::string open = "<table:table-cell office:value-type=\"string\">";
  EXPECT_EQ(read(open + "<text:p>a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d</text:p>"
                        "<text:p/><text:p><text:span>e</text:span></text:p></table:table-cell>"),
            "A1=a  b\tc\nd\n\ne");
  EXPECT_EQ(read(open + "<text:p>\n  one\n  <text:a>two</text:a>  three\n</text:p>"
                        "</table:table-cell>"),
            "A1=one two three")
      << "white space in XML is one space";
  EXPECT_EQ(read(open + "<office:annotation><text:p>a comment</text:p></office:annotation>"
                        "<text:p>text<office:annotation><text:p>no</text:p></office:annotation>"
                        "<text:ruby><text:ruby-base>!</text:ruby-base><text:ruby-text>no"
                        "</text:ruby-text></text:ruby></text:p></table:table-cell>"),
            "A1=text!");
  EXPECT_EQ(read("<table:table-cell office:value-type=\"string\" office:string-value=\"x\"/>"),
            "A1=x");
}

TEST(Ods, ReadsValuesNotWhatIsShown) {
  const auto read = [](const std::string& attributes, const std::string& shown) {
    return read_cells(ods_of("<table:table-row><table:table-cell " + attributes + "><text:p>" +
                             shown + "</text:p></table:table-cell></table:table-row>"));
  };
  EXPECT_EQ(read(R"(office:value-type="percentage" office:value="0.7")", "70%"), "A1=0.7");
  EXPECT_EQ(read(R"(office:value-type="float" office:value="1.1000000000000001")", "1"), "A1=1.1");
  EXPECT_EQ(read(R"(office:value-type="boolean" office:boolean-value="true")", "WAHR"), "A1=TRUE");
  EXPECT_EQ(read(R"(table:formula="of:=1/0" office:value-type="string" office:string-value=""
                 calcext:value-type="error")",
                 "#DIV/0!"),
            "A1=!#DIV/0!");
  EXPECT_EQ(read(R"(table:formula="of:=X" office:value-type="float" office:value="0")", "Err:508"),
            "A1=!Err:508");
  EXPECT_EQ(read(R"(office:value-type="string")", "#LevellingUp!"), "A1=#LevellingUp!")
      << "text is no error";
}

TEST(Ods, ReadsDatesAsFarAsTheyAreShown) {
  const std::string styles =
      R"(<number:date-style style:name="N1"><number:month/><number:text>/</number:text>
      <number:year/></number:date-style><number:date-style style:name="N2"><number:year/>
      </number:date-style>
      <style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>
      <style:style style:name="year" style:family="table-cell" style:data-style-name="N2"/>
      <style:style style:name="bold" style:family="table-cell" style:parent-style-name="month"/>
      <style:style style:name="month" style:family="graphic"/>)";
  const auto date = [](const std::string& style) {
    return "<table:table-cell " + style +
           R"( office:value-type="date" office:date-value="2026-07-31T00:00:00"/>)";
  };
  EXPECT_EQ(
      read_cells(ods_of(
          R"(<table:table-column table:number-columns-repeated="5"/>
                <table:table-column-group><table:table-column table:default-cell-style-name="year"/>
                </table:table-column-group><table:table-row>)" +
              date("") + date("table:style-name=\"month\"") + date("table:style-name=\"bold\"") +
              date("table:style-name=\"loop\"") + "<table:table-cell/>" + date("") +
              R"(</table:table-row><table:table-row table:default-cell-style-name="year">)" +
              date("") + "</table:table-row>",
          styles + R"(<style:style style:name="loop" style:family="table-cell"
                            style:parent-style-name="loop"/>)")),
      "A1=2026-07-31 B1=2026-07 C1=2026-07 D1=2026-07-31 F1=2026 A2=2026");
}

TEST(Ods, CountsRepeatedAndCoveredCells) {
  EXPECT_EQ(read_cells(ods_of(
                R"(<table:table-header-rows><table:table-row table:number-rows-repeated="2">
          <table:table-cell table:number-columns-repeated="2"/>
          <table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>
          <table:covered-table-cell table:number-columns-repeated="2"><text:p>no</text:p>
          </table:covered-table-cell><table:table-cell><text:p>y</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="16377"/></table:table-row>
          </table:table-header-rows><table:table-row-group><table:table-row-group>
          <table:table-row table:number-rows-repeated="7"/>)" +
                ods_row({"z"}) +
                R"(</table:table-row-group></table:table-row-group>
          <table:table-row table:number-rows-repeated="1048566"><table:table-cell/></table:table-row>)")),
            "C1=x D1=x G1=y C2=x D2=x G2=y A10=z");
}

TEST(Ods, PassesOverCopiesOfOtherFiles) {
  std::vector<Diagnostic> diagnostics;
  const auto book = read_workbook(
      "map.ods",
      ods_of("", "",
             R"(<table:table table:name="'file:///x'#entities"><table:table-source/>)"
             "</table:table>"),
      [](std::string_view) { return true; }, diagnostics);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->sheets.size(), 1U);
}

TEST(Workbook, ReadsOneOfSheetsWithTheSameName) {
  std::vector<Diagnostic> diagnostics;
  const auto book = read_workbook(
      "map.ods",
      ods_of(ods_row({"a"}), "",
             "<table:table table:name=\"Entities \">" + ods_row({"b"}) + "</table:table>"),
      [](std::string_view) { return true; }, diagnostics);
  ASSERT_TRUE(book);
  ASSERT_EQ(book->sheets.size(), 2U);
  EXPECT_EQ(book->sheets[0].cells.size(), 1U);
  EXPECT_EQ(book->sheets[1].cells.size(), 0U);
}

TEST(Workbook, SaysWhenItIsAnotherFile) {
  EXPECT_EQ(read_cells(""), "[broken-workbook]");
  EXPECT_EQ(read_cells("PK"), "[broken-workbook]");
  EXPECT_EQ(read_cells("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."), "[locked-workbook]");
  EXPECT_EQ(read_cells(write_zip({{"notes.txt", "x"}})), "[broken-workbook]");
  EXPECT_EQ(
      read_cells(write_zip(
          {{"_rels/.rels",
            R"(<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/>
                  </Relationships>)"},
           {"word/document.xml", "<w:document/>"}})),
      "[broken-workbook]");
  EXPECT_EQ(read_cells(write_zip({{"META-INF/manifest.xml",
                                   R"(<manifest:manifest><manifest:file-entry>
                                   <manifest:encryption-data/></manifest:file-entry>
                                   </manifest:manifest>)"},
                                  {"content.xml", "scrambled"}})),
            "[locked-workbook]");
  EXPECT_EQ(read_cells(write_zip({{"encrypted-package", "scrambled"}})), "[locked-workbook]");
  EXPECT_EQ(read_cells(write_zip({{"content.xml",
                                   "<office:document-content><office:body>"
                                   "<office:text/></office:body>"
                                   "</office:document-content>"}})),
            "[broken-workbook]");
}

TEST(Workbook, SaysWhenItIsCutShort) {
  const std::string whole = xlsx_of(xlsx_row({"id", "name"}));
  for (std::size_t i = 0; i < 20; ++i)
    EXPECT_EQ(read_cells(whole.substr(0, whole.size() * i / 20)), "[broken-workbook]") << i;
}

TEST(Workbook, ShowsNoBrokenLetters) {
  for (const std::string& bytes :
       {write_zip({{"xl/workbook.xml", "<workbook/>"},
                   {"xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Type=\"/styles\" Target=\"\xFF\xE2\x82\"/>"
                    "</Relationships>"}}),
        xlsx_of("<row r=\"\xE2\x82\"/>"), xlsx_of("<row><c t=\"s\"><v>\xC3</v></c></row>")}) {
    std::vector<Diagnostic> diagnostics;
    EXPECT_FALSE(read_workbook(
        "map.xlsx", bytes, [](std::string_view) { return true; }, diagnostics));
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_TRUE(is_utf8(diagnostics[0].message)) << diagnostics[0].message;
  }
}

// Small forms of workbooks that are made to exhaust a machine.

TEST(HostileWorkbook, RepeatsOfText) {
  const std::string cell =
      "<table:table-cell "
      "table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
  EXPECT_EQ(read_cells(ods_of("<table:table-row table:number-rows-repeated=\"1048576\">" + cell +
                              "</table:table-row>")),
            "[file-too-large]");
  EXPECT_EQ(read_cells(ods_of("<table:table-row>" + cell + cell + "</table:table-row>")),
            "[broken-workbook]");
  EXPECT_EQ(read_cells(ods_of("<table:table-row table:number-rows-repeated=\"1000\">"
                              "<table:table-cell><text:p>" +
                              std::string(100'000, 'x') +
                              "</text:p></table:table-cell></table:table-row>")),
            "[file-too-large]")
      << "100 MB of text";
  std::string empty_rows;
  for (int i = 0; i < 5000; ++i)
    empty_rows += "<table:table-row table:number-rows-repeated=\"1048576\"/>";
  EXPECT_EQ(read_cells(ods_of(empty_rows + ods_row({"x"}))), "[broken-workbook]")
      << "rows are not counted round";
}

TEST(HostileWorkbook, OneTextInManyCells) {
  std::string rows = "<row>";
  for (int i = 0; i < 1000; ++i) rows += "<c t=\"s\"><v>0</v></c>";
  EXPECT_EQ(
      read_cells(xlsx_of({rows + "</row>", "<si><t>" + std::string(100'000, 'x') + "</t></si>"})),
      "[file-too-large]");
}

TEST(HostileWorkbook, EntitiesOfItsOwn) {
  std::string laughs = "<!DOCTYPE workbook [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'k'; ++c)
    laughs += std::string("<!ENTITY ") + c + " \"&" + char(c - 1) + ";&" + char(c - 1) + ";\">";
  const std::string file = R"(<!DOCTYPE workbook [<!ENTITY j SYSTEM "file:///etc/hostname">]>)";
  for (const std::string& start : {laughs + "]>", file}) {
    EXPECT_EQ(read_cells(write_zip({{"xl/workbook.xml", start + "<workbook>&j;</workbook>"}})),
              "[broken-workbook]");
    EXPECT_EQ(
        read_cells(write_zip(
            {{"content.xml", start + "<office:document-content>&j;</office:document-content>"}})),
        "[broken-workbook]");
  }
}

TEST(HostileWorkbook, ElementsInElements) {
  for (const std::size_t deep : {101U, 500'000U}) {
    std::string text;
    for (std::size_t i = 0; i < deep; ++i) text += "<text:span>";
    text += "x";
    for (std::size_t i = 0; i < deep; ++i) text += "</text:span>";
    EXPECT_EQ(read_cells(ods_of(ods_row({text}))), "[broken-workbook]");
  }
}

TEST(HostileWorkbook, ManySheets) {
  std::string sheets;
  for (int i = 0; i < 1001; ++i) sheets += "<table:table table:name=\"entities\"/>";
  EXPECT_EQ(read_cells(ods_of("", "", sheets)), "[file-too-large]");
}

TEST(HostileWorkbook, MoreElementsThanFitIntoMemory) {
  std::string rows = "<row>";
  for (int i = 0; i < 7'000'000; ++i) rows += "<c/>";
  EXPECT_EQ(read_cells(xlsx_of(rows + "</row>")), "[file-too-large]");
}

TEST(HostileWorkbook, APartThatUnpacksToMore) {
  EXPECT_EQ(read_cells(write_zip({{"xl/workbook.xml", std::string(most_part_bytes + 1, ' ')}})),
            "[file-too-large]");
}

}  // namespace
}  // namespace crosscut
