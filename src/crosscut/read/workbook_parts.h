// What the readers of .xlsx and .ods share: the parts of the file as XML, what to say when one
// cannot be read, and how much is read.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/zip.h"
#include "crosscut/read/workbook.h"

namespace crosscut {

class WorkbookParts {
 public:
  WorkbookParts(const ZipReader& archive, const std::string& path,
                const std::function<bool(std::string_view)>& wanted,
                std::vector<Diagnostic>& diagnostics)
      : archive_(archive), path_(path), wanted_(wanted), diagnostics_(diagnostics) {}

  bool has(std::string_view name) const { return archive_.has(name); }
  /// Loads the part into `document`; false, with a diagnostic, when it cannot. A part that defines
  /// entities of its own is refused.
  bool load(std::string_view name, pugi::xml_document& document) const;
  /// True when the sheet of that name is to be read now.
  bool wants(const std::string& sheet);
  /// Adds a cell, unless it is blank; false, with a diagnostic, when it cannot be read or there are
  /// too many.
  bool add(SheetCell cell, Sheet& sheet);
  /// Adds a sheet; false, with a diagnostic, when there are too many.
  bool add(Sheet sheet, Workbook& book) const;
  bool refuse_size(std::string what) const;  // false
  bool refuse(std::string what) const;       // false; the workbook is broken
  void report(std::string_view code, std::string message, std::string hint) const;

 private:
  bool parse(std::string_view name, const std::string& text, pugi::xml_document& document) const;

  const ZipReader& archive_;
  const std::string& path_;
  const std::function<bool(std::string_view)>& wanted_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::string> read_;
  std::size_t cells_ = 0;
  std::size_t text_ = 0;
};

/// The name without its prefix: "x:row" -> "row". Writers choose their prefixes freely.
std::string_view local_name(const pugi::xml_node& node);
bool is(const pugi::xml_node& node, std::string_view name);
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute of that name, whatever its prefix; empty when it is not there.
std::string_view value_of(const pugi::xml_node& node, std::string_view name);
/// All text directly in the node, also when a comment stands in between.
std::string own_text(const pugi::xml_node& node);

std::optional<Workbook> read_xlsx(WorkbookParts& parts);
std::optional<Workbook> read_ods(WorkbookParts& parts);

}  // namespace crosscut
