// Who works with whom, who is alone, and who needs whom without a table.
#include <algorithm>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

struct Gap {
  const DepartmentPair* pair;
  const Finding* finding;
};

std::size_t links_of(const DepartmentPair& pair) { return pair.links.size() + pair.forums.size(); }

std::vector<Gap> find_gaps(const Report& report) {
  std::vector<Gap> gaps;
  for (const Finding& finding : report.findings) {
    if (finding.card->id != "coordination-gap") continue;
    for (const DepartmentPair& pair : report.pairs)
      if (finding.subjects == std::vector{pair.a, pair.b}) gaps.push_back({&pair, &finding});
  }
  return gaps;
}

class DepartmentsPicture {
 public:
  DepartmentsPicture(const Report& report, const PictureRequest& request)
      : report_(report), graph_(report.graph), request_(request), gaps_(find_gaps(report)) {}

  std::optional<Picture> run() {
    count_links();
    std::size_t threshold = 1;
    for (std::size_t step = 0;; ++threshold) {
      choose(threshold);
      if (drawn_.empty() && request_.level > 0) return std::nullopt;
      const bool fits = boxes_.size() <= request_.budget.boxes &&
                        drawn_.size() + gaps_.size() <= request_.budget.lines;
      if (fits && step++ == request_.level) break;
      if (threshold > most_links_ + 1) return std::nullopt;
    }
    if (boxes_.size() < 2) return std::nullopt;
    return build(threshold);
  }

 private:
  void count_links() {
    for (const DepartmentPair& pair : report_.pairs) {
      const std::size_t links = links_of(pair);
      total_[pair.a] += links;
      total_[pair.b] += links;
      most_links_ = std::max(most_links_, links);
    }
  }

  bool is_gap(const DepartmentPair& pair) const {
    return std::any_of(gaps_.begin(), gaps_.end(),
                       [&](const Gap& gap) { return gap.pair == &pair; });
  }

  /// Pairs with at least so many links, and the departments at their ends and at those of gaps.
  void choose(std::size_t threshold) {
    drawn_.clear();
    boxes_.clear();
    for (const DepartmentPair& pair : report_.pairs)
      if (links_of(pair) >= threshold && !is_gap(pair)) drawn_.push_back(&pair);
    for (const DepartmentPair* pair : drawn_) boxes_.insert({pair->a, pair->b});
    for (const Gap& gap : gaps_) boxes_.insert({gap.pair->a, gap.pair->b});
  }

  Picture build(std::size_t threshold) {
    Picture picture;
    picture.id = "departments";
    picture.title = title();
    picture.subtitle = "Links between departments: " + number(total_links()) +
                       " through shared work, approvals, money, needs and boards";
    for (const EntityId id : boxes_) picture.boxes.push_back(box(id));
    for (const DepartmentPair* pair : drawn_) picture.lines.push_back(line(*pair));
    for (const Gap& gap : gaps_) picture.lines.push_back(gap_line(gap));
    finish(picture, report_, request_);
    add_notes(picture, threshold);
    return picture;
  }

  std::size_t total_links() const {
    std::size_t sum = 0;
    for (const DepartmentPair& pair : report_.pairs) sum += links_of(pair);
    return sum;
  }

  std::string title() const {
    std::vector<const Gap*> firm;
    for (const Gap& gap : gaps_)
      if (!gap.finding->is_question()) firm.push_back(&gap);
    if (firm.size() == 1) {
      return dependence(*firm.front()) + "; we found no shared board";
    }
    if (firm.size() > 1)
      return std::to_string(firm.size()) +
             " pairs of departments appear to need each other, and we found no shared board";
    const DepartmentPair* closest = nullptr;
    for (const DepartmentPair& pair : report_.pairs)
      if (closest == nullptr || links_of(pair) > links_of(*closest)) closest = &pair;
    const auto as_close = std::count_if(
        report_.pairs.begin(), report_.pairs.end(),
        [&](const DepartmentPair& pair) { return links_of(pair) == links_of(*closest); });
    if (as_close > 1)
      return capitalise(count_of(static_cast<std::size_t>(as_close), "pair", "pairs")) +
             " of departments have the most links, " + std::to_string(links_of(*closest)) + " each";
    return short_name(graph_, closest->a) + " and " + short_name(graph_, closest->b) +
           " have the most links, " + std::to_string(links_of(*closest));
  }

  /// "Home Office appears to depend on Education", by the direction of the needs.
  std::string dependence(const Gap& gap) const {
    bool forward = false;
    bool backward = false;
    for (const RelationId r : gap.pair->needs) {
      const auto homes = graph_.departments(graph_.relation(r).from);
      (std::find(homes.begin(), homes.end(), gap.pair->a) != homes.end() ? forward : backward) =
          true;
    }
    const std::string a = short_name(graph_, gap.pair->a);
    const std::string b = short_name(graph_, gap.pair->b);
    const bool sure = band(gap.finding->confidence) == Band::high;
    if (forward && backward)
      return a + " and " + b + (sure ? " need" : " appear to need") + " each other";
    const std::string verb = sure ? " depends on " : " appears to depend on ";
    return forward ? a + verb + b : b + verb + a;
  }

  Box box(EntityId id) const {
    Box result = entity_box(report_, id, 18);
    const auto found = total_.find(id);
    const std::size_t links = found == total_.end() ? 0 : found->second;
    const std::string letters = initials_beside_name(graph_, id);
    result.second = (letters.empty() ? "" : letters + " · ") + count_of(links, "link", "links");
    result.sentence = capitalise(full_name(graph_, id)) + " has " +
                      count_of(links, "link", "links") + " with other departments" +
                      (result.flag.empty() ? "." : " (" + result.flag + ").");
    return result;
  }

  Line line(const DepartmentPair& pair) const {
    Line result = between(pair);
    result.count = links_of(pair);
    result.role = result.count >= 3 ? LineRole::links : LineRole::few_links;
    result.sentence = capitalise(full_name(graph_, pair.a)) + " and " + full_name(graph_, pair.b) +
                      " have " + count_of(result.count, "link", "links") + ".";
    return result;
  }

  Line gap_line(const Gap& gap) const {
    Line result = between(*gap.pair);
    result.count = gap.finding->affected;
    result.role = gap.finding->is_question() ? LineRole::possible_gap : LineRole::gap;
    result.sentence = gap.finding->headline + ".";
    return result;
  }

  Line between(const DepartmentPair& pair) const {
    Line result;
    result.from = graph_.entity(pair.a).id;
    result.to = graph_.entity(pair.b).id;
    result.id = "e-" + result.from + "--links--" + result.to;
    return result;
  }

  void add_notes(Picture& picture, std::size_t threshold) const {
    std::size_t left_out = 0;
    for (const DepartmentPair& pair : report_.pairs)
      if (links_of(pair) > 0 && links_of(pair) < threshold && !is_gap(pair)) ++left_out;
    if (left_out > 0)
      picture.notes.push_back(capitalise(count_of(left_out, "pair", "pairs")) +
                              " with fewer than " + std::to_string(threshold) + " links " +
                              (left_out == 1 ? "is" : "are") + " not drawn.");
    std::vector<std::string> few;
    std::vector<std::string> alone;
    for (const DepartmentMeasures& d : report_.measures.departments) {
      if (boxes_.contains(d.id)) continue;
      (total_.contains(d.id) ? few : alone).push_back(initials(graph_, d.id));
    }
    if (!few.empty())
      picture.notes.push_back("Departments with too few links to draw: " + join_words(few) + ".");
    if (!alone.empty())
      picture.notes.push_back("We found no link from or to: " + join_words(alone) + ".");
  }

  const Report& report_;
  const Graph& graph_;
  PictureRequest request_;
  std::vector<Gap> gaps_;
  std::map<EntityId, std::size_t> total_;
  std::size_t most_links_ = 0;
  std::vector<const DepartmentPair*> drawn_;
  std::set<EntityId> boxes_;
};

}  // namespace

std::optional<Picture> departments_picture(const Report& report, const PictureRequest& request) {
  if (report.pairs.empty()) return std::nullopt;
  return DepartmentsPicture(report, request).run();
}

}  // namespace crosscut
