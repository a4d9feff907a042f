// Maps joined at random, each from its seed, and a map as text.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "crosscut/model/dataset.h"

namespace crosscut {

/// 5 departments, 6 bodies (some with a sponsor on record), 12 items and 2 boards.
class RandomMap {
 public:
  /// `links` relations of each sort: with few of them, some departments have none with each other.
  explicit RandomMap(std::uint32_t seed, int links = 6) : random_(seed), links_(links) {}

  std::string sketch_text() {
    text_.clear();
    for (int i = 0; i < 5; ++i) say("dep-" + std::to_string(i) + ":department");
    for (int i = 0; i < 6; ++i) {
      const std::string parent = department();
      say(body(i) + ":body under " + parent);
      if (often(2)) say(parent + " leads " + body(i) + " as sponsor");
      if (often(4)) say(body(i) + " part-of " + parent);
    }
    for (int i = 0; i < 12; ++i) {
      const std::string item = "item-" + std::to_string(i);
      say((i < 9 ? department() : body(number(6))) + " leads " + item);
      if (often(5)) say(department() + (often(2) ? " co-leads " : " leads ") + item);
      if (often(4)) say(item + " due " + pick({"2026-03", "2026-12", "2028"}));
    }
    for (int i = 0; i < 2 * links_; ++i)
      say(actor() + pick({" delivers ", " contributes-to ", " funds ", " approves "}) + item());
    for (int i = 0; i < links_; ++i) {
      const int a = number(12);
      const int b = (a + 1 + number(11)) % 12;
      say("item-" + std::to_string(a) + pick({" depends-on ", " depends-on ", " constrains "}) +
          "item-" + std::to_string(b));
    }
    for (int i = 0; i < links_; ++i)
      say(actor() + " member-of board-" + std::to_string(number(2)) + ":forum");
    return text_;
  }

  std::string department() { return "dep-" + std::to_string(number(5)); }
  std::string body(int i) { return "body-" + std::to_string(i); }
  std::string item() { return "item-" + std::to_string(number(12)); }
  std::string actor() { return often(2) ? department() : body(number(6)); }
  /// Another department than that one.
  std::string other_than(const std::string& one) {
    std::string other = department();
    while (other == one) other = department();
    return other;
  }
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool often(int one_in) { return number(one_in) == 0; }

 private:
  void say(const std::string& statement) { text_ += statement + "  "; }
  std::string pick(const std::vector<std::string>& words) {
    return words[random_() % words.size()];
  }
  std::mt19937 random_;
  int links_;
  std::string text_;
};

/// All that the rows say, in an order that does not hang on theirs. Places, which say where a row
/// stands, and names that only sentences gave (`same`) are left out.
inline std::string written(const Dataset& dataset) {
  const auto period = [](const Period& p) {
    return write_date(p.start) + ".." + write_date(p.end) + (p.end_unknown ? "?" : "");
  };
  const auto references = [](const std::vector<Reference>& list) {
    std::vector<std::string> texts;
    for (const Reference& reference : list) texts.push_back(reference.text);
    std::sort(texts.begin(), texts.end());
    std::string text = " [";
    for (const std::string& one : texts) text += one + " ";
    return text + "]";
  };
  std::vector<std::string> lines;
  for (const EntityRow& row : dataset.entities) {
    std::string line = row.id + " \"" + row.name + "\" " + std::string(info(row.kind).word) +
                       references(row.parents) + references(row.sources) + period(row.period) +
                       " due " + write_date(row.due) + " " + row.measure + " " +
                       row.organisation_class + " " + row.status + " " + row.note + " of map " +
                       std::to_string(row.map);
    for (const Text& alias : row.aliases) line += " alias " + alias;
    lines.push_back(std::move(line));
  }
  for (const RelationRow& row : dataset.relations)
    lines.push_back(row.from.text + " " + std::string(info(row.verb).word) + " " + row.to.text +
                    " as " + std::string(word(row.capacity)) + " " + std::to_string(row.strength) +
                    " " + std::to_string(row.confidence) + " " + period(row.period) +
                    references(row.sources) + row.locator);
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace crosscut
