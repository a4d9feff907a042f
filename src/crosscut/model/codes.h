// Every diagnostic code: what it means and what to do. Codes are public: they are in JSON, in
// docs/codes.md and in what people search for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "crosscut/base/diagnostic.h"

namespace crosscut {

struct CodeInfo {
  std::string_view code;
  Level level;
  std::string_view meaning;
  std::string_view remedy;
};

/// In alphabetical order.
std::span<const CodeInfo> all_codes();

/// A diagnostic of a listed code, with that code's level. Aborts on a code that is not listed.
Diagnostic diagnose(std::string_view code, Place place, std::string message, std::string hint = "");

/// The same about a whole file or folder.
Diagnostic diagnose_path(std::string_view code, std::string_view path, std::string message,
                         std::string hint = "");

}  // namespace crosscut
