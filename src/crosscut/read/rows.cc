#include "crosscut/read/rows.h"

#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

/// Where a part of a cell stands, also when the cell has line breaks.
Place part_place(const Cell& cell, std::string_view part) {
  Place place = cell.place;
  std::string_view before = std::string_view(cell.text).substr(
      0, static_cast<std::size_t>(part.data() - cell.text.data()));
  place.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  if (const std::size_t last = before.rfind('\n'); last != std::string_view::npos) {
    place.column = 1;
    before.remove_prefix(last + 1);
  }
  place.column += static_cast<std::uint32_t>(count_characters(before));
  place.length = static_cast<std::uint32_t>(count_characters(part.substr(0, part.find('\n'))));
  return place;
}

}  // namespace

std::string hyphenated(std::string_view words) {
  std::string text = to_lower(words);
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

void Context::report(std::string_view code, const Cell& cell, std::string message,
                     std::string hint) {
  diagnostics_.push_back(diagnose(code, cell.place, std::move(message), std::move(hint)));
}

void Context::reject(std::string_view code, const Cell& cell, std::string message,
                     std::string hint) {
  report(code, cell, std::move(message), std::move(hint));
  rejected_ = true;
}

PartialDate Context::date(const Cell& cell) {
  if (cell.text.empty()) return {};
  const auto parsed = parse_typed_date(cell.text);
  if (!parsed)
    report("wrong-date", cell, "\"" + shorten(cell.text, 40) + "\" is not a date",
           "write 2026, 2026-07, 2026-07-31 or 31 July 2026");
  else if (parsed->ambiguous)
    report("date-guessed", cell,
           "\"" + cell.text + "\" was read day first, as " + format_date(parsed->date),
           "write " + write_date(parsed->date) + " to be sure");
  return parsed ? parsed->date : PartialDate{};
}

Text Context::word(std::string_view column, const Cell& cell) {
  if (cell.text.empty()) return {};
  const auto allowed = allowed_words(table_, column);
  if (allowed.empty()) return cell.text;
  std::string wanted = hyphenated(cell.text);
  if (std::find(allowed.begin(), allowed.end(), "yes") != allowed.end()) {
    if (wanted == "true") wanted = "yes";  // what a spreadsheet makes of it
    if (wanted == "false") wanted = "no";
    if (wanted == "no" && allowed.size() == 1) return {};
  }
  const auto found = std::find_if(allowed.begin(), allowed.end(),
                                  [&](std::string_view word) { return to_lower(word) == wanted; });
  if (found != allowed.end()) return Text::view(*found);  // of the program itself
  const std::vector<std::string_view> words(allowed.begin(), allowed.end());
  const auto close = nearest(cell.text, words);
  report("unknown-word", cell,
         "\"" + shorten(cell.text, 40) + "\" is not a word that " + std::string(column) + " takes",
         close ? "did you mean \"" + *close + "\"?"
               : "use one of: " + join({words.begin(), words.end()}, ", "));
  return {};
}

std::vector<Reference> Context::references(const Cell& cell) {
  std::vector<Reference> parts;
  if (cell.text.empty()) return parts;
  if (cell.text.find("|") == Text::npos) {
    parts.push_back({cell.text, cells_have_places_ ? cell.place : part_place(cell, cell.text)});
    return parts;
  }
  for (const std::string_view part : split_list(cell.text))
    parts.push_back(
        {cell.text.part(part), cells_have_places_ ? cell.place : part_place(cell, part)});
  return parts;
}

}  // namespace crosscut
