#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

#include "crosscut/base/zip.h"
#include "crosscut/write/book.h"

namespace crosscut {
namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.spreadsheet";

struct Attribute {
  const char* name;
  std::string value;
};

pugi::xml_node add(pugi::xml_node parent, const char* name,
                   const std::vector<Attribute>& attributes = {}) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key).set_value(value.c_str());
  return node;
}

pugi::xml_node add_root(pugi::xml_document& document, const char* name) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = document.append_child(name);
  const std::string base = "urn:oasis:names:tc:opendocument:xmlns:";
  for (const char* part : {"office", "style", "text", "table"})
    root.append_attribute(("xmlns:" + std::string(part)).c_str())
        .set_value((base + part + ":1.0").c_str());
  root.append_attribute("xmlns:fo").set_value((base + "xsl-fo-compatible:1.0").c_str());
  root.append_attribute("xmlns:number").set_value((base + "datastyle:1.0").c_str());
  root.append_attribute("office:version").set_value("1.3");
  return root;
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream stream;
  document.save(stream, "", pugi::format_raw, pugi::encoding_utf8);
  return stream.str();
}

void add_words(pugi::xml_node node, const std::string& text) {
  if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

/// A line of text: runs of spaces and tabs are elements of their own, else they count as one.
void add_paragraph(pugi::xml_node cell, std::string_view line) {
  pugi::xml_node paragraph = cell.append_child("text:p");
  std::string words;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find_first_not_of(' ', i), line.size());
    if (line[i] == '\t' || end - i > 1 || (end > i && (i == 0 || end == line.size()))) {
      add_words(paragraph, words);
      words.clear();
      if (line[i] == '\t')
        paragraph.append_child("text:tab");
      else
        add(paragraph, "text:s", {{"text:c", std::to_string(end - i)}});
      i = line[i] == '\t' ? i + 1 : end;
    } else {
      words += static_cast<unsigned char>(line[i]) < 0x20 ? ' ' : line[i];  // XML has no others
      ++i;
    }
  }
  add_words(paragraph, words);
}

void add_cell(pugi::xml_node row, const std::string& text, const char* style) {
  pugi::xml_node cell = add(row, "table:table-cell");
  if (*style != '\0') cell.append_attribute("table:style-name").set_value(style);
  if (text.empty()) return;
  cell.append_attribute("office:value-type").set_value("string");
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    add_paragraph(cell, std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
}

void add_styles(pugi::xml_node root, const Book& book) {
  pugi::xml_node styles = add(root, "office:automatic-styles");
  pugi::xml_node text_style = add(styles, "number:text-style", {{"style:name", "as-typed"}});
  add(text_style, "number:text-content");
  const auto cell_style = [&](const char* name) {
    return add(styles, "style:style",
               {{"style:name", name},
                {"style:family", "table-cell"},
                {"style:data-style-name", "as-typed"}});
  };
  pugi::xml_node heading = cell_style("heading");
  add(heading, "style:table-cell-properties", {{"fo:background-color", "#e8edf2"}});
  add(heading, "style:text-properties", {{"fo:font-weight", "bold"}});
  pugi::xml_node plain = cell_style("plain");
  add(plain, "style:table-cell-properties", {{"fo:wrap-option", "wrap"}});
  for (std::size_t i = 0; i < book.sheets.size(); ++i)
    for (std::size_t j = 0; j < book.sheets[i].columns.size(); ++j) {
      pugi::xml_node column =
          add(styles, "style:style",
              {{"style:name", "column-" + std::to_string(i) + "-" + std::to_string(j)},
               {"style:family", "table-column"}});
      const int tenths = static_cast<int>(book.sheets[i].columns[j].width * 2);
      add(column, "style:table-column-properties",
          {{"style:column-width",
            std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "cm"}});
    }
}

void add_sheet(pugi::xml_node parent, const BookSheet& sheet, std::size_t index) {
  pugi::xml_node table = add(parent, "table:table", {{"table:name", sheet.name}});
  for (std::size_t i = 0; i < sheet.columns.size(); ++i)
    add(table, "table:table-column",
        {{"table:style-name", "column-" + std::to_string(index) + "-" + std::to_string(i)},
         {"table:default-cell-style-name", "plain"}});
  if (!sheet.columns.empty()) {
    pugi::xml_node row = add(table, "table:table-row");
    for (const BookColumn& column : sheet.columns) add_cell(row, column.heading, "heading");
  }
  for (const auto& cells : sheet.rows) {
    pugi::xml_node row = add(table, "table:table-row");
    for (const std::string& cell : cells) add_cell(row, cell, "plain");
  }
  for (const std::string& paragraph : sheet.prose)
    add_cell(add(table, "table:table-row"), paragraph, "plain");
}

std::string content(const Book& book) {
  pugi::xml_document document;
  pugi::xml_node root = add_root(document, "office:document-content");
  add_styles(root, book);
  pugi::xml_node body = add(add(root, "office:body"), "office:spreadsheet");
  for (std::size_t i = 0; i < book.sheets.size(); ++i) add_sheet(body, book.sheets[i], i);
  return text_of(document);
}

std::string manifest() {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("manifest:manifest");
  root.append_attribute("xmlns:manifest")
      .set_value("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  root.append_attribute("manifest:version").set_value("1.3");
  add(root, "manifest:file-entry",
      {{"manifest:full-path", "/"}, {"manifest:media-type", std::string(media_type)}});
  add(root, "manifest:file-entry",
      {{"manifest:full-path", "content.xml"}, {"manifest:media-type", "text/xml"}});
  return text_of(document);
}

}  // namespace

std::string write_ods(const Book& book) {
  return write_zip({{"mimetype", std::string(media_type), true},
                    {"META-INF/manifest.xml", manifest(), false},
                    {"content.xml", content(book), false}});
}

}  // namespace crosscut
