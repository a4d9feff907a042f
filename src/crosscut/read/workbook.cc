#include "crosscut/read/workbook.h"

#include <algorithm>

#include "crosscut/base/printable.h"
#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"
#include "crosscut/read/workbook_parts.h"

namespace crosscut {
namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view save_as = "open it in Excel or LibreOffice and save it as .xlsx";
constexpr int most_levels = 100;

/// What pugixml takes for the tree of a text, at most: 64 bytes an element or a stretch of text, 40
/// an attribute.
std::size_t tree_bytes(std::string_view text) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '<';
    if ((text[i] == '<' && next != '/') || (text[i] == '>' && next != '<')) bytes += 64;
    if (text[i] == '=') bytes += 40;
  }
  return bytes;
}

bool is_too_deep(const pugi::xml_document& document) {
  int level = 0;
  pugi::xml_node node = document.first_child();
  while (node && level <= most_levels) {
    if (node.first_child()) {
      node = node.first_child();
      ++level;
      continue;
    }
    for (; node && !node.next_sibling(); --level) node = node.parent();
    node = node.next_sibling();
  }
  return level > most_levels;
}

bool defines_entities(const pugi::xml_document& document) {
  const auto children = document.children();
  return std::any_of(children.begin(), children.end(), [](const pugi::xml_node& node) {
    return node.type() == pugi::node_doctype &&
           std::string_view(node.value()).find('[') != std::string_view::npos;
  });
}

}  // namespace

bool WorkbookParts::load(std::string_view name, pugi::xml_document& document) const {
  const auto part = archive_.read(name, most_part_bytes);
  if (const auto* text = std::get_if<std::string>(&part)) return parse(name, *text, document);
  const std::string part_name = shorten(printable(name), 60);
  switch (std::get<ZipFault>(part)) {
    case ZipFault::too_large:
      return refuse_size(part_name + " in the workbook unpacks to more than " +
                         std::to_string(most_part_bytes >> 20U) + " MiB");
    case ZipFault::encrypted:
      report("locked-workbook", "the workbook is locked with a password",
             "remove the password, and save it again");
      return false;
    case ZipFault::missing:
      return refuse(part_name + " is missing from the workbook");
    case ZipFault::broken:
      break;
  }
  return refuse(part_name + " in the workbook is damaged or cut short");
}

bool WorkbookParts::parse(std::string_view name, const std::string& text,
                          pugi::xml_document& document) const {
  const std::string part = shorten(printable(name), 60) + " in the workbook ";
  if (tree_bytes(text) > most_tree_bytes) return refuse_size(part + "has too many cells to read");
  const pugi::xml_parse_result result = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
      pugi::encoding_auto);
  if (!result) return refuse(part + "is not well-formed XML: " + to_lower(result.description()));
  if (is_too_deep(document))
    return refuse(part + "has elements more than " + std::to_string(most_levels) + " deep");
  if (defines_entities(document))
    return refuse(part + "defines entities of its own, as no workbook does");
  return true;
}

bool WorkbookParts::wants(const std::string& sheet) {
  return wanted_(sheet) && read_.insert(to_lower(trim(sheet))).second;
}

bool WorkbookParts::add(SheetCell cell, Sheet& sheet) {
  cell.text = plain_text(cell.text);
  if (trim(cell.text).empty()) return true;
  if (cell.row > most_rows || cell.column > most_columns)
    return refuse("the sheet \"" + sheet.name + "\" has a cell beyond the last row or column");
  if (!is_utf8(cell.text))
    return refuse("the cell " + sheet.name + "!" + column_letters(cell.column) +
                  std::to_string(cell.row) + " holds bytes that are no text");
  text_ += cell.text.size();
  if (++cells_ > most_book_cells || text_ > most_book_text)
    return refuse_size("the sheets hold more than " +
                       (cells_ > most_book_cells
                            ? std::to_string(most_book_cells) + " cells"
                            : std::to_string(most_book_text >> 20U) + " MiB of text"));
  sheet.cells.push_back(std::move(cell));
  return true;
}

bool WorkbookParts::add(Sheet sheet, Workbook& book) const {
  if (!is_utf8(sheet.name)) return refuse("the name of a sheet holds bytes that are no text");
  if (book.sheets.size() == most_book_sheets)
    return refuse_size("the workbook has more than " + std::to_string(most_book_sheets) +
                       " sheets");
  book.sheets.push_back(std::move(sheet));
  return true;
}

bool WorkbookParts::refuse_size(std::string what) const {
  report("file-too-large", std::move(what),
         "save its sheets as CSV files in a folder, which may be larger");
  return false;
}

bool WorkbookParts::refuse(std::string what) const {
  report("broken-workbook", std::move(what), std::string(save_as));
  return false;
}

void WorkbookParts::report(std::string_view code, std::string message, std::string hint) const {
  diagnostics_.push_back(diagnose_path(code, path_, std::move(message), std::move(hint)));
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node) == name; }

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node child : node.children())
    if (is(child, name)) return child;
  return {};
}

std::string_view value_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view own = attribute.name();
    if (own == name || (own.ends_with(name) && own[own.size() - name.size() - 1] == ':'))
      return attribute.value();
  }
  return {};
}

std::string own_text(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      text += child.value();
  return text;
}

std::optional<Workbook> read_workbook(const std::string& path, std::string_view bytes,
                                      const std::function<bool(std::string_view)>& wanted,
                                      std::vector<Diagnostic>& diagnostics) {
  const auto refuse = [&](std::string_view code, std::string message, std::string hint) {
    diagnostics.push_back(diagnose_path(code, path, std::move(message), std::move(hint)));
    return std::nullopt;
  };
  if (bytes.starts_with(compound_file))
    return refuse("locked-workbook",
                  "the workbook is locked with a password, or in the old .xls form",
                  "remove the password, and save it as .xlsx");
  if (bytes.size() > most_book_bytes)  // a list of parts takes memory too
    return refuse("file-too-large",
                  "the workbook has more than " + std::to_string(most_book_bytes >> 20U) + " MiB",
                  "save its sheets as CSV files in a folder, which may be larger");
  const auto archive = ZipReader::open(bytes);
  if (!archive)
    return refuse("broken-workbook", "the file is not a whole workbook", std::string(save_as));
  WorkbookParts parts(*archive, path, wanted, diagnostics);
  if (parts.has("encrypted-package"))
    return refuse("locked-workbook", "the workbook is locked with a password",
                  "remove the password, and save it again");
  if (parts.has("content.xml")) return read_ods(parts);
  if (parts.has("xl/workbook.xml") || parts.has("_rels/.rels")) return read_xlsx(parts);
  return refuse("broken-workbook", "the file is a zip archive, but holds no workbook",
                std::string(save_as));
}

}  // namespace crosscut
