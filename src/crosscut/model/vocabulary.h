// The words of a map: kinds of entity, relations (verbs) and the short lists some columns take.
// One table each; reading, lenses, writers and docs all take their words from here.
//
//   find_verb("leads")->sentence    -> "leads"
//   info(Kind::policy).plural       -> "policies"
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace crosscut {

enum class Kind : std::uint8_t {
  department,
  body,
  forum,
  role,
  council,
  devolved_government,
  partner,
  mission,
  target,
  policy,
  programme,
  fund,
  cycle,
};
inline constexpr std::size_t kind_count = 13;

using KindSet = std::uint16_t;  // one bit a kind
constexpr KindSet operator|(Kind a, Kind b) {
  return static_cast<KindSet>((1U << unsigned(a)) | (1U << unsigned(b)));
}
constexpr KindSet operator|(KindSet set, Kind kind) {
  return static_cast<KindSet>(set | (1U << unsigned(kind)));
}
inline constexpr KindSet every_kind = (1U << kind_count) - 1;
constexpr bool contains(KindSet set, Kind kind) { return (set >> unsigned(kind)) & 1U; }

/// Missions, targets, policies, programmes and funds: what somebody owns.
inline constexpr KindSet item_kinds =
    Kind::mission | Kind::target | Kind::policy | Kind::programme | Kind::fund;
/// Who can own, sit and work together.
inline constexpr KindSet organisation_kinds = Kind::department | Kind::body | Kind::forum |
                                              Kind::role | Kind::council |
                                              Kind::devolved_government | Kind::partner;
constexpr bool is_item(Kind kind) { return contains(item_kinds, kind); }
constexpr bool is_organisation(Kind kind) { return contains(organisation_kinds, kind); }

struct KindInfo {
  std::string_view word;      // in CSV
  std::string_view singular;  // in sentences
  std::string_view plural;
  std::string_view meaning;
};

enum class Verb : std::uint8_t {
  leads,
  co_leads,
  delivers,
  contributes_to,
  consulted_on,
  funds,
  regulates,
  approves,
  clears,
  chairs,
  member_of,
  coordinates_with,
  depends_on,
  advances,
  reinforces,
  constrains,
  conflicts_with,
  part_of,
  succeeds,
};
inline constexpr std::size_t verb_count = 19;

/// Which end cannot succeed without the other (graph N of measures.md).
enum class Need : std::uint8_t { none, forward, backward };

struct VerbInfo {
  std::string_view word;      // in CSV
  std::string_view sentence;  // X <sentence> Y
  std::string_view passive;   // Y <passive> X
  KindSet from;               // usual kinds of the subject; others give a warning
  KindSet to;                 // usual kinds of the object
  Need need;
  std::string_view meaning;
};

/// In what way an organisation leads; `policy` when the map does not say.
enum class Capacity : std::uint8_t {
  policy,
  minister,
  sro,
  accounting_officer,
  statutory,
  sponsor,
  delivery,
  presented,
};
enum class Coverage : std::uint8_t { leads, sponsors, forums, membership, money, delivery, dates };

const KindInfo& info(Kind kind);
const VerbInfo& info(Verb verb);
std::string_view word(Capacity capacity);
std::string_view word(Coverage coverage);

std::optional<Kind> find_kind(std::string_view word);
std::optional<Verb> find_verb(std::string_view word);
/// By its word, its sentence, or as a workbook's list has it ("cannot succeed without"), in any
/// case.
std::optional<Verb> find_verb_phrase(std::string_view text);
/// What a workbook's list offers for the relation; read as a sentence, X <choice> Y.
std::string_view choice(Verb verb);
std::optional<Capacity> find_capacity(std::string_view word);
std::optional<Coverage> find_coverage(std::string_view word);

std::span<const KindInfo> all_kinds();
std::span<const VerbInfo> all_verbs();

/// The words that a column with a short list takes (class, power, membership, status, extent,
/// statutory, catch-all, capacity, approval type, answer, review, source type, covers); empty when
/// the column takes free text. `table` is "entities", "relations", "sources" or "map".
std::span<const std::string_view> allowed_words(std::string_view table, std::string_view column);

struct ConfidenceWord {
  std::string_view word;  // in CSV
  double value;
  std::string_view meaning;
};
std::span<const ConfidenceWord> all_confidence_words();

/// Confidence in words: stated (1), implied (0.7), told-to-us (0.6), our-view (0.5).
std::optional<double> find_confidence_word(std::string_view word);

}  // namespace crosscut
