// What the user got wrong, and where: a Diagnostic has a code, a place, a message and a hint.
//
//   graphs/uk/relations.csv:41:1: error: unknown entity "defraa" [unknown-entity]
//     defraa,leads,land-use-framework,...
//     ^~~~~~
//     hint: did you mean "defra"?
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crosscut {

/// The bytes of one file as read (in UTF-8, without a byte order mark).
struct InputFile {
  std::string path;                      // as the user gave it, with '/' separators
  std::string text;                      // UTF-8
  std::function<std::string()> hash;     // works out that of the bytes on disk; may be empty
  std::vector<std::size_t> line_starts;  // offset of each line in text
  /// A sheet of a workbook: a line is a row, with tabs between its cells, and a column in a Place
  /// is that of the sheet.
  bool sheet = false;

  /// The line numbered from 1, without its line end; empty when there is no such line.
  std::string_view line(std::uint32_t number) const;

  /// SHA-256 of the bytes on disk, in hexadecimal; empty when it was not computed.
  std::string sha256() const { return hash ? hash() : std::string(); }
};

using Files = std::vector<std::shared_ptr<const InputFile>>;

/// A stretch of a file. Lines and columns count from 1, columns in characters; 0 = no place.
struct Place {
  static constexpr std::uint32_t no_file = 0xFFFFFFFF;
  std::uint32_t file = no_file;  // index into Files
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;  // characters

  bool known() const { return file != no_file; }
  friend bool operator==(const Place&, const Place&) = default;
};

enum class Level : std::uint8_t { error, warning };

struct Note {
  Place place;
  std::string message;
};

struct Diagnostic {
  std::string code;  // kebab-case, listed in model/codes.h
  Level level = Level::error;
  Place place;
  std::string path;  // the file or folder meant, when place names none
  std::string message;
  std::string hint;  // may be empty
  std::vector<Note> notes;
};

bool has_errors(const std::vector<Diagnostic>& diagnostics);

/// In the order of the input: by file, line, column; those without a place first.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

/// The diagnostic as lines of text, with the source line and carets; ends in a line end.
std::string format_diagnostic(const Diagnostic& diagnostic, const Files& files,
                              bool colour = false);

/// The last two parts of a path, for outputs that must not name folders of this machine:
/// "uk-missions/relations.csv".
std::string short_path(std::string_view path);

/// "C" for the third column of a sheet.
std::string column_letters(std::uint32_t column);

/// "path", "path:line:column", or "map.xlsx[relations]!C14".
std::string format_place(const Place& place, const Files& files);

}  // namespace crosscut
