#include "crosscut/base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "crosscut/base/text.h"

namespace crosscut {
namespace {

constexpr std::size_t widest_excerpt = 120;  // characters of a source line that are shown

/// The source line with carets below; long lines show the part around the column.
std::string excerpt(const Place& place, const Files& files) {
  std::string_view line = files[place.file]->line(place.line);
  std::size_t column = place.column > 0 ? place.column - 1 : 0;
  if (files[place.file]->sheet) {  // the cell alone
    for (; column > 0 && line.find('\t') != std::string_view::npos; --column)
      line.remove_prefix(line.find('\t') + 1);
    line = line.substr(0, line.find('\t'));
    if (column > 0 || line.empty()) return {};
  }
  const std::size_t first = column > widest_excerpt * 2 / 3 ? column - widest_excerpt / 3 : 0;
  std::vector<std::string_view> characters;  // from the first shown; a line may have millions
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size() && count <= first + widest_excerpt; ++count) {
    std::size_t end = at + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
    if (count >= first) characters.push_back(line.substr(at, end - at));
    at = end;
  }
  if (column > count) return {};
  const std::size_t last = std::min(count, first + widest_excerpt);
  std::string shown = first > 0 ? "  …" : "  ";
  std::string carets(first > 0 ? 3 : 2, ' ');
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view character = characters[i - first];
    const bool control = character.size() == 1 && static_cast<unsigned char>(character[0]) < 32;
    shown += control ? " " : character;
    if (i < column) carets += ' ';
  }
  if (last < count) shown += "…";
  const std::size_t room = last > column ? last - column : 1;
  carets +=
      '^' +
      std::string(std::min<std::size_t>(place.length > 0 ? place.length - 1 : 0, room - 1), '~');
  return shown + "\n" + carets + "\n";
}

}  // namespace

std::string_view InputFile::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts.size()) return {};
  const std::size_t start = line_starts[number - 1];
  const std::size_t end = number < line_starts.size() ? line_starts[number] : text.size();
  std::string_view result = std::string_view(text).substr(start, end - start);
  while (result.ends_with('\n') || result.ends_with('\r')) result.remove_suffix(1);
  return result;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.level == Level::error; });
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) {
    return std::tuple(d.place.file + 1, d.place.line, d.place.column, std::cref(d.code),
                      std::cref(d.path), std::cref(d.message));
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [&](const auto& a, const auto& b) {
    const auto x = key(a);
    const auto y = key(b);
    return std::tie(std::get<0>(x), std::get<1>(x), std::get<2>(x), std::get<3>(x).get(),
                    std::get<4>(x).get(), std::get<5>(x).get()) <
           std::tie(std::get<0>(y), std::get<1>(y), std::get<2>(y), std::get<3>(y).get(),
                    std::get<4>(y).get(), std::get<5>(y).get());
  });
}

std::string short_path(std::string_view path) {
  const std::size_t last = path.rfind('/');
  if (last == std::string_view::npos || last == 0)
    return std::string(path.substr(last == 0 ? 1 : 0));
  const std::size_t before = path.rfind('/', last - 1);
  return std::string(path.substr(before == std::string_view::npos ? 0 : before + 1));
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string format_place(const Place& place, const Files& files) {
  if (!place.known()) return {};
  std::string text = files[place.file]->path;
  if (place.line > 0 && files[place.file]->sheet)
    return text + "!" + column_letters(place.column) + std::to_string(place.line);
  if (place.line > 0) text += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  return text;
}

std::string format_diagnostic(const Diagnostic& diagnostic, const Files& files, bool colour) {
  const bool error = diagnostic.level == Level::error;
  const auto paint = [&](std::string_view code, std::string_view text) {
    return colour ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m"
                  : std::string(text);
  };
  std::string where =
      diagnostic.place.known() ? format_place(diagnostic.place, files) : diagnostic.path;
  if (!where.empty()) where += ": ";
  std::string text = paint("1", where) +
                     paint(error ? "1;31" : "1;35", error ? "error: " : "warning: ") +
                     diagnostic.message + " [" + diagnostic.code + "]\n";
  if (diagnostic.place.known() && diagnostic.place.line > 0)
    text += excerpt(diagnostic.place, files);
  for (const Note& note : diagnostic.notes) {
    const std::string place = format_place(note.place, files);
    text += "  note: " + (place.empty() ? "" : place + ": ") + note.message + "\n";
  }
  if (!diagnostic.hint.empty()) text += "  hint: " + diagnostic.hint + "\n";
  return text;
}

}  // namespace crosscut
