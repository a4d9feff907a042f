// Text helpers that every room uses: splitting, counting characters, English lists and plurals.
//
//   count_of(3, "policy", "policies")          -> "3 policies"
//   join_words({"Defra", "DESNZ", "MHCLG"})    -> "Defra, DESNZ and MHCLG"
//   nearest("defraa", {"defra", "dfe"})        -> "defra"
//   natural_less("Mission 2", "Mission 10")    -> true
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscut {

/// Without leading and trailing white space (ASCII space, tab, line ends and no-break space).
std::string_view trim(std::string_view text);

/// The parts between separators, trimmed, without empty ones: "a | b |" -> {"a", "b"}.
std::vector<std::string_view> split_list(std::string_view text, char separator = '|');

/// ASCII letters in lower case; other bytes unchanged.
std::string to_lower(std::string_view text);

/// First letter in upper case (ASCII only), the rest unchanged.
std::string capitalise(std::string_view text);

/// Number of characters (code points) in UTF-8 text.
std::size_t count_characters(std::string_view text);

/// True when text is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

/// As XML and every other form of a map can hold it: line ends are "\n"; other control characters
/// but tabs are spaces; U+FFFE and U+FFFF, which are no characters, are U+FFFD.
std::string plain_text(std::string_view text);

/// Cut to at most `characters` characters; the last becomes an ellipsis when text was cut.
std::string shorten(std::string_view text, std::size_t characters);

/// Lower case, white space and punctuation folded to single hyphens, apostrophes (also curly ones)
/// left out, "&" read as "and", a leading "the" dropped: two names with the same key are near
/// enough to be the same thing. Empty for a name without any letter or digit.
std::string name_key(std::string_view name);
/// The same, at the end of `key`.
void append_name_key(std::string& key, std::string_view name);

/// Edits (insert, delete, replace, swap of neighbours) from a to b, in bytes; stops counting at
/// `limit` + 1. Optimal string alignment distance.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate closest to word, when close enough to be a likely typing mistake (at most a third
/// of its length, at most 3 edits); ties go to the first candidate in order.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string_view>& candidates);

/// Whether `a` comes before `b` as people sort names: numbers by their size, letters in any case
/// (ASCII); names that differ in nothing else by their bytes. "Mission 2" before "mission 10".
bool natural_less(std::string_view a, std::string_view b);

/// "one policy", "3 policies": numerals from 2 up, "one" in words, "no policies" for 0.
std::string count_of(std::size_t count, std::string_view singular, std::string_view plural);

/// "A", "A and B", "A, B and C".
std::string join_words(const std::vector<std::string>& words, std::string_view last = "and");

/// As join_words, but with at most `most` named: "A, B and 4 others".
std::string join_some(const std::vector<std::string>& words, std::size_t most);

/// Joined with a plain separator.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace crosscut
