// Files from disk: bytes, checked to be text, in UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crosscut/base/diagnostic.h"

namespace crosscut {

struct ReadOptions {
  std::uintmax_t max_file_bytes = std::uintmax_t{512} << 20U;  // larger files are refused
  std::vector<std::string> same_files;                         // besides each map's own same.csv
  std::size_t jobs = 1;                                        // threads, for the tables of a map
};

/// Reads one file. Takes UTF-8 with or without a byte order mark, and Windows-1252, which it
/// converts and says so. Null, with a diagnostic, when the file cannot be read, is too large, empty
/// or not text.
std::shared_ptr<const InputFile> load_input(const std::string& path, const ReadOptions& options,
                                            std::vector<Diagnostic>& diagnostics);

/// The same, added to `files`. Returns its index there.
std::optional<std::uint32_t> load_file(const std::string& path, const ReadOptions& options,
                                       Files& files, std::vector<Diagnostic>& diagnostics);

/// The bytes of a file; nothing, with a diagnostic, when it cannot be read or is too large.
std::optional<std::string> load_bytes(const std::string& path, const ReadOptions& options,
                                      std::vector<Diagnostic>& diagnostics);

/// Adds a sheet of a workbook; `text` has its rows between line ends, their cells between tabs.
std::uint32_t add_sheet(std::string path, std::string text, std::string sha256, Files& files);

/// In hexadecimal.
std::string sha256_of(const std::string& bytes);

/// A file from text in memory, for tests and examples.
std::uint32_t add_text(std::string path, std::string text, Files& files);

}  // namespace crosscut
