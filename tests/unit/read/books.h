// Workbooks made of XML, and what is read of them.
//
//   read_cells(xlsx_of("<row><c t=\"inlineStr\"><is><t>id</t></is></c></row>"))  -> "A1=id"
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "crosscut/base/zip.h"
#include "crosscut/read/workbook.h"

namespace crosscut {

struct XlsxParts {
  std::string rows;
  std::string strings = {};  // <si> elements
  std::string formats = {};  // <numFmt> elements, then those of cellXfs
  std::string xfs = {};
  std::string of_book = {};  // before <sheets>
  std::string merges = {};
};

inline std::string xlsx_of(const XlsxParts& parts) {
  const std::string rels = R"(<Relationships>
    <Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>
    <Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>)";
  const std::string book = "<workbook>" + parts.of_book +
                           R"(<sheets><sheet name="entities" sheetId="7" r:id="rId1"/></sheets>)" +
                           "</workbook>";
  return write_zip(
      {{"xl/workbook.xml", book},
       {"xl/_rels/workbook.xml.rels", rels},
       {"xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + parts.rows + "</sheetData>" + parts.merges + "</worksheet>"},
       {"xl/sharedStrings.xml", "<sst>" + parts.strings + "</sst>"},
       {"xl/styles.xml", "<styleSheet><numFmts>" + parts.formats + "</numFmts><cellXfs>" +
                             parts.xfs + "</cellXfs></styleSheet>"}});
}
template <typename Text>
requires std::convertible_to<Text, std::string> std::string xlsx_of(const Text& rows) {
  return xlsx_of(XlsxParts{rows});
}

inline std::string ods_of(const std::string& table, const std::string& styles = "",
                          const std::string& others = "") {
  return write_zip(
      {{"content.xml", "<office:document-content><office:automatic-styles>" + styles +
                           "</office:automatic-styles><office:body><office:spreadsheet>" + others +
                           "<table:table table:name=\"entities\">" + table +
                           "</table:table></office:spreadsheet></office:body>"
                           "</office:document-content>"}});
}

/// A row of text cells.
inline std::string ods_row(const std::vector<std::string>& texts) {
  std::string row = "<table:table-row>";
  for (const std::string& text : texts)
    row += "<table:table-cell office:value-type=\"string\"><text:p>" + text +
           "</text:p></table:table-cell>";
  return row + "</table:table-row>";
}
inline std::string xlsx_row(const std::vector<std::string>& texts) {
  std::string row = "<row>";
  for (const std::string& text : texts)
    row += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  return row + "</row>";
}

/// "A1=id B1=name", "!" before the text of an error; else the codes of the diagnostics.
inline std::string read_cells(const std::string& bytes) {
  std::vector<Diagnostic> diagnostics;
  const auto book = read_workbook(
      "map.xlsx", bytes, [](std::string_view name) { return name == "entities"; }, diagnostics);
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += "[" + diagnostic.code + "]";
  if (!book) return text;
  for (const Sheet& sheet : book->sheets)
    for (const SheetCell& cell : sheet.cells)
      text += (text.empty() ? "" : " ") + column_letters(cell.column) + std::to_string(cell.row) +
              "=" + (cell.error ? "!" : "") + cell.text;
  return text;
}

}  // namespace crosscut
