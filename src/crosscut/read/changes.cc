#include "crosscut/read/changes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

constexpr auto sentences = std::to_array<SentenceInfo>({
    {"create KIND ID [\"NAME\"]",
     "A new entity. After a forum may stand: with WHO, ... (its members)."},
    {"move WHAT, ... [from OLD] to NEW",
     "Bodies, roles and boards answer to NEW; items are led by it. A kind may stand before WHAT."},
    {"report BODY, ... to NEW",
     "NEW sponsors the body. Unlike move, staff, money and what it leads stay in its department."},
    {"merge A, ... into B [\"NAME\"]", "They become B, which may be new."},
    {"abolish A, ... [into B]",
     "B takes over all that A had. Without B, what is said of A ends with it."},
    {"split A into B [\"NAME\"], C ...",
     "Below it, indented: WHAT, ... to B, a line for each, and last: rest to C."},
    {"rename A ID [\"NAME\"]", "It has another id, and another name when one is given."},
    {"let WHO lead WHAT", "WHO leads it, and nobody else does."},
    {"end FROM RELATION TO", "The relation is no longer."},
    {"add FROM RELATION TO", "The relation is new."},
});

struct Token {
  std::string text;
  bool quoted = false;
  Place place;
};

/// Words, quoted texts and commas of a line, up to a comment.
std::vector<Token> tokens_of(std::string_view line, std::uint32_t file, std::uint32_t number) {
  std::vector<Token> tokens;
  const auto add = [&](std::size_t begin, std::size_t end, bool quoted) {
    const std::string_view text = line.substr(begin, end - begin);
    const auto column = static_cast<std::uint32_t>(count_characters(line.substr(0, begin)) + 1);
    const auto length = static_cast<std::uint32_t>(count_characters(text));
    tokens.push_back({std::string(text), quoted, {file, number, column, length}});
  };
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c == '#') break;
    if (c == ' ' || c == '\t') {
      ++i;
    } else if (c == '"') {
      const std::size_t close = std::min(line.find('"', i + 1), line.size());
      add(i + 1, close, true);
      i = close + 1;
    } else if (c == ',') {
      add(i, i + 1, false);
      ++i;
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t,\"#", i), line.size());
      add(i, end, false);
      i = end;
    }
  }
  return tokens;
}

/// Reads one sentence; the first thing that is wrong ends it.
class SentenceReader {
 public:
  SentenceReader(std::vector<Token> tokens, std::vector<Diagnostic>& diagnostics)
      : tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

  std::optional<Edit> run() {
    edit_.place = tokens_.front().place;
    const std::string first = to_lower(tokens_[at_++].text);
    const bool ok = first == "create"    ? create()
                    : first == "move"    ? move()
                    : first == "report"  ? report()
                    : first == "merge"   ? merge(EditKind::merge)
                    : first == "abolish" ? merge(EditKind::abolish)
                    : first == "split"   ? split()
                    : first == "rename"  ? rename()
                    : first == "let"     ? lead()
                    : first == "end"     ? relation(EditKind::end)
                    : first == "add"     ? relation(EditKind::add)
                                         : unknown(first);
    if (!ok || !date() || !finished()) return std::nullopt;
    return edit_;
  }

  /// A line below a split: "WHAT, ... to B" or "rest to C".
  bool read_part(Edit& split) {
    std::vector<Reference> what;
    Reference to;
    const bool rest = next_is("rest");
    if (!references(what) || !word("to") || !reference(to, "where it goes") || !finished())
      return false;
    const auto part =
        std::find_if(split.parts.begin(), split.parts.end(),
                     [&](const SplitPart& known) { return known.id.text == to.text; });
    if (part == split.parts.end()) {
      --at_;
      return fail("\"" + shorten(to.text, 40) + "\" is none of what it is split into",
                  "write one of those after \"into\"");
    }
    if (rest)
      split.target = to;
    else
      part->what.insert(part->what.end(), what.begin(), what.end());
    return true;
  }

 private:
  bool more() const { return at_ < tokens_.size(); }
  bool next_is(std::string_view word) const {
    return more() && !tokens_[at_].quoted && to_lower(tokens_[at_].text) == word;
  }

  bool fail(const std::string& message, std::string hint) {
    const Place place = more() ? tokens_[at_].place : tokens_.back().place;
    diagnostics_.push_back(diagnose("unknown-change", place, message, std::move(hint)));
    return false;
  }
  bool expected(std::string_view what) {
    const std::string word = to_lower(tokens_.front().text);
    const auto pattern = std::find_if(
        sentences.begin(), sentences.end(),
        [&](const SentenceInfo& info) { return info.pattern.starts_with(word + " "); });
    return fail("the sentence needs " + std::string(what) + (more() ? " here" : " at its end"),
                pattern == sentences.end() ? "write: WHAT, ... to B, or: rest to C"
                                           : "write: " + std::string(pattern->pattern));
  }
  bool unknown(const std::string& first) {
    --at_;
    std::vector<std::string_view> words;
    for (const SentenceInfo& info : sentences)
      words.push_back(info.pattern.substr(0, info.pattern.find(' ')));
    const auto close = nearest(first, words);
    return fail("no sentence begins with \"" + shorten(first, 40) + "\"",
                close ? "did you mean \"" + *close + "\"?"
                      : "begin with " + join_words({words.begin(), words.end()}, "or"));
  }

  bool word(std::string_view expected_word) {
    if (!next_is(expected_word)) return expected("\"" + std::string(expected_word) + "\"");
    ++at_;
    return true;
  }
  bool reference(Reference& into, std::string_view what) {
    if (!more() || (tokens_[at_].text == "," && !tokens_[at_].quoted)) return expected(what);
    into = {tokens_[at_].text, tokens_[at_].place};
    ++at_;
    return true;
  }
  bool references(std::vector<Reference>& into) {
    do {
      if (!into.empty()) ++at_;  // the comma
      into.emplace_back();
      if (!reference(into.back(), "an id, a name or an alias")) return false;
    } while (next_is(","));
    return true;
  }
  void name() {
    if (more() && tokens_[at_].quoted) edit_.name = tokens_[at_++].text;
  }

  bool create() {
    edit_.kind = EditKind::create;
    const auto kind = more() ? find_kind(to_lower(tokens_[at_].text)) : std::nullopt;
    if (!kind) return expected("a kind, such as department or body,");
    edit_.new_kind = *kind;
    ++at_;
    if (!reference(edit_.target, "an id")) return false;
    name();
    if (!next_is("with")) return true;
    if (edit_.new_kind != Kind::forum)
      return fail(
          "only a forum has members, and this is a " + std::string(info(edit_.new_kind).singular),
          "leave \"with\" out, or write: create forum ID \"NAME\" with WHO, ...");
    ++at_;
    return references(edit_.subjects);
  }
  bool move() {
    edit_.kind = EditKind::move;
    if (at_ + 1 < tokens_.size() && find_kind(to_lower(tokens_[at_].text)) &&
        tokens_[at_ + 1].text != "," && to_lower(tokens_[at_ + 1].text) != "to" &&
        to_lower(tokens_[at_ + 1].text) != "from")
      ++at_;  // "move policy x": the kind helps the reader alone
    if (!references(edit_.subjects)) return false;
    if (next_is("from")) {
      ++at_;
      if (!reference(edit_.from, "where it is now")) return false;
    }
    return word("to") && reference(edit_.target, "where it goes");
  }
  bool report() {
    edit_.kind = EditKind::report;
    return references(edit_.subjects) && word("to") &&
           reference(edit_.target, "whom it reports to");
  }
  bool merge(EditKind kind) {
    edit_.kind = kind;
    if (!references(edit_.subjects)) return false;
    if (kind == EditKind::abolish && (!more() || next_is("on"))) return true;
    if (!word("into") || !reference(edit_.target, "what it becomes part of")) return false;
    if (kind == EditKind::merge) name();
    return true;
  }
  bool split() {
    edit_.kind = EditKind::split;
    edit_.subjects.emplace_back();
    if (!reference(edit_.subjects.back(), "what is split") || !word("into")) return false;
    do {
      if (!edit_.parts.empty()) ++at_;  // the comma
      SplitPart part;
      if (!reference(part.id, "an id")) return false;
      if (more() && tokens_[at_].quoted) part.name = tokens_[at_++].text;
      edit_.parts.push_back(std::move(part));
    } while (next_is(","));
    return edit_.parts.size() > 1 || expected("2 or more that it becomes");
  }

  bool rename() {
    edit_.kind = EditKind::rename;
    edit_.subjects.emplace_back();
    if (!reference(edit_.subjects.back(), "what is renamed") ||
        !reference(edit_.target, "its new id"))
      return false;
    name();
    return true;
  }
  bool lead() {
    edit_.kind = EditKind::lead;
    edit_.subjects.emplace_back();
    return reference(edit_.target, "who leads") && word("lead") &&
           reference(edit_.subjects.back(), "what is led");
  }
  bool relation(EditKind kind) {
    edit_.kind = kind;
    edit_.subjects.emplace_back();
    if (!reference(edit_.subjects.back(), "where the relation begins")) return false;
    const auto verb = more() ? find_verb(to_lower(tokens_[at_].text)) : std::nullopt;
    if (!verb) return expected("a relation, such as leads or depends-on,");
    edit_.verb = *verb;
    ++at_;
    return reference(edit_.target, "where the relation ends");
  }

  bool date() {
    if (!next_is("on")) return true;
    ++at_;
    const auto date = more() ? parse_date(tokens_[at_].text) : std::nullopt;
    if (!date)
      return fail("the sentence needs a date after \"on\"", "write 2026, 2026-07 or 2026-07-31");
    edit_.on = *date;
    ++at_;
    return true;
  }
  bool finished() {
    return !more() ||
           fail("the sentence goes on after its end",
                "one sentence a line; a comment begins with #; names with spaces stand in "
                "quotes");
  }

  std::vector<Token> tokens_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t at_ = 0;
  Edit edit_;
};

}  // namespace

std::span<const SentenceInfo> all_sentences() { return sentences; }

Scenario read_changes(std::uint32_t file, const Files& files,
                      std::vector<Diagnostic>& diagnostics) {
  Scenario scenario;
  const InputFile& input = *files[file];
  for (std::uint32_t number = 1; number <= input.line_starts.size(); ++number) {
    const std::string_view line = input.line(number);
    auto tokens = tokens_of(line, file, number);
    if (tokens.empty()) continue;
    SentenceReader reader(std::move(tokens), diagnostics);
    const bool indented = line.front() == ' ' || line.front() == '\t';
    if (indented && !scenario.edits.empty() && scenario.edits.back().kind == EditKind::split)
      reader.read_part(scenario.edits.back());
    else if (auto edit = reader.run())
      scenario.edits.push_back(std::move(*edit));
  }
  for (const Edit& edit : scenario.edits)
    if (edit.kind == EditKind::split && edit.target.text.empty())
      diagnostics.push_back(
          diagnose("unknown-change", edit.place, "the split does not say where the rest goes",
                   "add a line below it, indented: rest to " + edit.parts.back().id.text));
  return scenario;
}

}  // namespace crosscut
