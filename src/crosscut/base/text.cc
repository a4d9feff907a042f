#include "crosscut/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace crosscut {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Characters that word processors put for an apostrophe, a space, a hyphen or a quote.
std::string_view plain_mark(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> marks = {
      {{"\xE2\x80\x98", "'"},
       {"\xE2\x80\x99", "'"},
       {"\xCA\xBC", "'"},
       {no_break_space, " "},
       {"\xE2\x80\xAF", " "},
       {"\xE2\x80\x90", "-"},
       {"\xE2\x80\x91", "-"},
       {"\xE2\x80\x93", "-"},
       {"\xE2\x80\x94", "-"},
       {"\xE2\x80\x9C", "-"},
       {"\xE2\x80\x9D", "-"},
       {"\xE2\x80\xA6", "-"}}};
  for (const auto& [mark, plain] : marks)
    if (text.starts_with(mark)) return plain;
  return {};
}
std::size_t mark_length(std::string_view text) { return text.starts_with('\xE2') ? 3 : 2; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that starts at `at`, without leading zeros; moves `at` behind it.
std::string_view take_number(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t start = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(start, at - start);
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Bytes of the well-formed UTF-8 sequence at the start of text, or 0.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!continues(text[i])) return 0;
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool outside = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
  return overlong || outside ? 0 : length;
}

}  // namespace

std::string_view trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front()))
      text.remove_prefix(1);
    else if (text.starts_with(no_break_space))
      text.remove_prefix(no_break_space.size());
    else if (!text.empty() && is_space(text.back()))
      text.remove_suffix(1);
    else if (text.ends_with(no_break_space))
      text.remove_suffix(no_break_space.size());
    else
      return text;
  }
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string capitalise(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z')
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    std::uint64_t block = 0;  // 8 bytes of ASCII at a time
    while (text.size() >= sizeof(block)) {
      std::memcpy(&block, text.data(), sizeof(block));
      if ((block & 0x8080808080808080U) != 0) break;
      text.remove_prefix(sizeof(block));
    }
    if (text.empty()) break;
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') plain += '\n';
    } else if (byte < 0x20 && byte != '\t' && byte != '\n') {
      plain += ' ';
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      plain += "\xEF\xBF\xBD";
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::string shorten(std::string_view text, std::size_t characters) {
  if (count_characters(text) <= characters) return std::string(text);
  std::size_t seen = 0;
  std::size_t end = 0;
  while (end < text.size() && (seen + 1 < characters || continues(text[end]))) {
    ++end;
    if (end < text.size() && !continues(text[end])) ++seen;
  }
  return std::string(trim(text.substr(0, end))) + "…";
}

std::string name_key(std::string_view name) {
  std::string key;
  append_name_key(key, name);
  return key;
}

void append_name_key(std::string& key, std::string_view name) {
  const std::size_t start = key.size();
  const auto separate = [&] {
    if (key.size() > start && key.back() != '-') key += '-';
  };
  for (std::size_t at = 0; at < name.size(); ++at) {
    char c = name[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      if (const auto plain = plain_mark(name.substr(at)); !plain.empty()) {
        at += mark_length(name.substr(at)) - 1;
        c = plain.front();
      }
    }
    if (c == '\'') continue;
    if (c == '&') {
      separate();
      key += "and-";
    } else if (is_word(c)) {
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
      separate();
    }
  }
  while (key.size() > start && key.back() == '-') key.pop_back();
  if (std::string_view(key).substr(start).starts_with("the-")) key.erase(start, 4);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::array<std::vector<std::size_t>, 3> rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit + 1) return limit + 1;  // even a swap across the next row cannot mend that
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string_view>& candidates) {
  const std::string wanted = to_lower(word);
  std::size_t best = std::min<std::size_t>(3, std::max<std::size_t>(1, wanted.size() / 3)) + 1;
  std::optional<std::string> found;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() + best <= wanted.size() || wanted.size() + best <= candidate.size())
      continue;  // too much longer or shorter
    const std::size_t distance = edit_distance(wanted, to_lower(candidate), best - 1);
    if (distance >= best) continue;
    best = distance;
    found = std::string(candidate);
    if (best == 0) break;
  }
  return found;
}

bool natural_less(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  };
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view x = take_number(a, i), y = take_number(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      continue;
    }
    if (lower(a[i]) != lower(b[j])) return lower(a[i]) < lower(b[j]);
    ++i;
    ++j;
  }
  const bool a_ends = i == a.size(), b_ends = j == b.size();
  return a_ends == b_ends ? a < b : a_ends;
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
  std::string text = count == 0 ? "no" : count == 1 ? "one" : std::to_string(count);
  return text.append(" ").append(count == 1 ? singular : plural);
}

std::string join_words(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 == words.size())
      text.append(" ").append(last).append(" ");
    else if (i > 0)
      text += ", ";
    text += words[i];
  }
  return text;
}

std::string join_some(const std::vector<std::string>& words, std::size_t most) {
  if (words.size() <= most + 1) return join_words(words);
  std::vector<std::string> named(words.begin(), words.begin() + static_cast<long>(most));
  named.push_back(std::to_string(words.size() - most) + " others");
  return join_words(named);
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

}  // namespace crosscut
