#include "crosscut/read/workbook.h"

#include <algorithm>

#include "crosscut/model/codes.h"
#include "crosscut/read/workbook_parts.h"

namespace crosscut {
namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view save_as = "open it in Excel or LibreOffice and save it as .xlsx";

}  // namespace

bool WorkbookParts::load(std::string_view name, pugi::xml_document& document) const {
  auto part = archive_.read(name, most_part_bytes);
  if (const auto* fault = std::get_if<ZipFault>(&part)) {
    if (*fault == ZipFault::too_large)
      report("file-too-large",
             std::string(name) + " in the workbook unpacks to more than " +
                 std::to_string(most_part_bytes >> 20U) + " MiB",
             "save its sheets as CSV files in a folder, which may be larger");
    else if (*fault == ZipFault::encrypted)
      report("locked-workbook", "the workbook is locked with a password",
             "remove the password, and save it again");
    else
      report("broken-workbook",
             std::string(name) + (*fault == ZipFault::missing
                                      ? " is missing from the workbook"
                                      : " in the workbook is damaged or cut short"),
             std::string(save_as));
    return false;
  }
  const std::string& text = std::get<std::string>(part);
  const pugi::xml_parse_result result = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_auto);
  if (!result)
    report("broken-workbook",
           std::string(name) + " in the workbook is not well-formed XML: " + result.description(),
           std::string(save_as));
  return bool(result);
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
  const auto archive = ZipReader::open(bytes);
  if (!archive)
    return refuse("broken-workbook", "the file is not a whole workbook", std::string(save_as));
  const WorkbookParts parts(*archive, path, diagnostics);
  if (parts.has("content.xml")) return read_ods(parts, wanted);
  if (parts.has("xl/workbook.xml") || parts.has("_rels/.rels")) return read_xlsx(parts, wanted);
  return refuse("broken-workbook", "the file is a zip archive, but holds no workbook",
                std::string(save_as));
}

}  // namespace crosscut
