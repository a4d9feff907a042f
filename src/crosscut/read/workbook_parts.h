// What the readers of .xlsx and .ods share: the parts of the file as XML, and what to say when one
// cannot be read.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/zip.h"
#include "crosscut/read/workbook.h"

namespace crosscut {

class WorkbookParts {
 public:
  WorkbookParts(const ZipReader& archive, const std::string& path,
                std::vector<Diagnostic>& diagnostics)
      : archive_(archive), path_(path), diagnostics_(diagnostics) {}

  bool has(std::string_view name) const { return archive_.has(name); }
  /// Loads the part into `document`; false, with a diagnostic, when it cannot. Entities that the
  /// file defines itself are not expanded.
  bool load(std::string_view name, pugi::xml_document& document) const;
  void report(std::string_view code, std::string message, std::string hint) const;

 private:
  const ZipReader& archive_;
  const std::string& path_;
  std::vector<Diagnostic>& diagnostics_;
};

/// The name without its prefix: "x:row" -> "row". Writers choose their prefixes freely.
std::string_view local_name(const pugi::xml_node& node);
bool is(const pugi::xml_node& node, std::string_view name);
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute of that name, whatever its prefix; empty when it is not there.
std::string_view value_of(const pugi::xml_node& node, std::string_view name);

std::optional<Workbook> read_xlsx(const WorkbookParts& parts,
                                  const std::function<bool(std::string_view)>& wanted);
std::optional<Workbook> read_ods(const WorkbookParts& parts,
                                 const std::function<bool(std::string_view)>& wanted);

}  // namespace crosscut
