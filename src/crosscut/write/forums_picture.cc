// Who sits on which board, and who needs whom without one: the boards that we found to the left,
// who sits on them in the middle, and the boards that we did not find to the right.
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/picture_parts.h"
#include "crosscut/write/words.h"

namespace crosscut {
namespace {

enum Column { boards, who, missing };

/// Boards with the same seats, drawn as one box.
struct Board {
  std::vector<EntityId> forums;
  std::map<EntityId, std::vector<RelationId>> seats;  // owner -> how it sits there
  bool listed = false;                                // its seats stand in the box, without lines

  bool same_seats(const Board& other) const {
    return seats.size() == other.seats.size() &&
           std::equal(seats.begin(), seats.end(), other.seats.begin(),
                      [](const auto& a, const auto& b) { return a.first == b.first; });
  }
};

class ForumsPicture {
 public:
  ForumsPicture(const Report& report, std::optional<EntityId> subject,
                const PictureRequest& request)
      : report_(report), graph_(report.graph), subject_(subject), request_(request) {}

  std::optional<Picture> run() {
    find_boards();
    find_gaps();
    all_boards_ = boards_.size();
    if (boards_.empty() && gaps_.empty()) return std::nullopt;
    return build_to_fit(
        request_, [&] { return build(); }, [&] { return roll_up(); });
  }

 private:
  const Entity& entity(EntityId id) const { return graph_.entity(id); }

  void find_boards() {
    for (std::size_t i = 0; i < graph_.entity_count(); ++i) {
      const EntityId forum{static_cast<std::uint32_t>(i)};
      if (entity(forum).kind != Kind::forum || !graph_.open(forum)) continue;
      ++forum_count_;
      Board board{{forum}, {}, false};
      bool sits = forum == subject_;
      for (const RelationId r : graph_.in(forum)) {
        const Relation& relation = graph_.relation(r);
        if (relation.verb != Verb::member_of && relation.verb != Verb::chairs) continue;
        sits = sits || relation.from == subject_;
        for (const EntityId owner : graph_.home(relation.from).owners)
          board.seats[owner].push_back(r);
      }
      if (!board.seats.empty()) ++with_members_;
      if (subject_ && !sits && !board.seats.contains(*subject_)) continue;
      if (board.seats.size() > 1 || (subject_ && !board.seats.empty()))
        boards_.push_back(std::move(board));
      else if (!board.seats.empty())
        ++with_one_;
    }
  }

  void find_gaps() {
    for (const Finding& finding : report_.findings) {
      const bool asked_for = !subject_ || finding.subjects[0] == *subject_ ||
                             (finding.subjects.size() > 1 && finding.subjects[1] == *subject_);
      if (finding.card->id == "coordination-gap" && asked_for) gaps_.push_back(&finding);
    }
  }

  /// More lines, or more boxes in the middle column, than there is room for.
  bool crowded() const {
    std::size_t lines = 2 * gaps_.size();
    std::set<EntityId> middle;
    for (const Finding* gap : gaps_) middle.insert({gap->subjects[0], gap->subjects[1]});
    for (const Board& board : boards_) {
      if (board.listed) continue;
      lines += board.seats.size();
      for (const auto& [owner, relations] : board.seats) middle.insert(owner);
    }
    return lines > request_.budget.lines || middle.size() > request_.budget.boxes / 2;
  }

  /// Boards with the same seats together; then without the smallest, down to a column's worth; then
  /// the seats of the largest in words; then without more of the smallest.
  bool roll_up() {
    if (!merged_) {
      merged_ = true;
      merge_boards();
      return true;
    }
    const auto seats = [](const Board& board) { return board.seats.size(); };
    if (boards_.size() <= request_.budget.boxes / 3 && crowded()) {
      const auto largest =
          std::max_element(boards_.begin(), boards_.end(), [&](const Board& a, const Board& b) {
            return std::pair(!a.listed, seats(a)) < std::pair(!b.listed, seats(b));
          });
      if (largest != boards_.end() && !largest->listed) {
        largest->listed = true;
        return true;
      }
    }
    if (boards_.size() > 1 || (boards_.size() == 1 && !gaps_.empty())) {
      do {  // at once down to what can fit at all
        const auto smallest =
            std::min_element(boards_.rbegin(), boards_.rend(),
                             [&](const Board& a, const Board& b) { return seats(a) < seats(b); });
        left_out_ += smallest->forums.size();
        boards_.erase(std::next(smallest).base());
      } while (boards_.size() > request_.budget.boxes);
      return true;
    }
    if (gaps_.size() < 2) return false;
    ++gaps_left_out_;
    gaps_.pop_back();
    return true;
  }

  void merge_boards() {
    std::vector<Board> merged;
    for (const Board& board : boards_) {
      const auto same = std::find_if(merged.begin(), merged.end(),
                                     [&](const Board& other) { return other.same_seats(board); });
      if (same == merged.end()) {
        merged.push_back(board);
        continue;
      }
      same->forums.push_back(board.forums.front());
      for (const auto& [owner, relations] : board.seats)
        same->seats[owner].insert(same->seats[owner].end(), relations.begin(), relations.end());
    }
    boards_ = std::move(merged);
  }

  Picture build() const {
    Picture picture;
    picture.id = subject_ ? "forums-" + entity(*subject_).id : "forums";
    if (subject_) picture.focus = entity(*subject_).id;
    picture.columns = {"Boards that we found", "Who sits", "Boards that we did not find"};
    for (const Board& board : boards_) add_board(picture, board);
    for (const Finding* gap : gaps_) add_gap(picture, *gap);
    add_words(picture);
    finish(picture, report_, request_);
    return picture;
  }

  void add_board(Picture& picture, const Board& board) const {
    const std::string& first = entity(board.forums.front()).id;
    Box box = board.forums.size() == 1
                  ? entity_box(report_, board.forums.front(), 34, boards)
                  : group_box(graph_, first + "-and-others", board.forums, 34, boards);
    if (board.forums.size() == 1)
      box.second = count_of(board.seats.size(), "organisation", "organisations");
    if (board.listed) box.second = join_words(seat_names(board));
    box.sentence += " On it: " + join_words(seat_names(board)) + ".";
    const std::string id = box.id;
    picture.boxes.push_back(std::move(box));
    if (board.listed) return;
    for (const auto& [owner, relations] : board.seats) {
      if (entity(owner).id == id) continue;  // a board of its own organisation
      add_box(picture, entity_box(report_, owner, 24, who));
      const bool chairs = std::any_of(relations.begin(), relations.end(), [&](RelationId r) {
        return graph_.relation(r).verb == Verb::chairs;
      });
      for (const RelationId r : relations)
        add_relation(picture, graph_, r, entity(owner).id, id,
                     chairs ? LineRole::chairs : LineRole::member_of);
    }
  }

  std::vector<std::string> seat_names(const Board& board) const {
    std::vector<std::string> names;
    for (const auto& [owner, relations] : board.seats) names.push_back(initials(graph_, owner));
    return names;
  }

  void add_gap(Picture& picture, const Finding& gap) const {
    const EntityId a = gap.subjects[0];
    const EntityId b = gap.subjects[1];
    const bool question = gap.is_question();
    Box box;
    box.id = "no-board-" + entity(a).id + "-" + entity(b).id;
    box.kind = Kind::forum;
    box.name = wrap_even(initials(graph_, a) + " and " + initials(graph_, b), 34);
    box.second = question ? "May need a board: a question" : "";
    box.flag = question ? "" : "We found no shared board";
    box.sentence = gap.headline + (question ? " (a question)." : ".");
    box.column = missing;
    for (const EntityId end : {a, b}) {
      add_box(picture, entity_box(report_, end, 24, who));
      add_line(picture, entity(end).id, box.id,
               question ? LineRole::possible_no_table : LineRole::no_table, box.sentence);
    }
    picture.boxes.push_back(std::move(box));
  }

  std::string title() const {
    std::vector<const Finding*> firm;
    for (const Finding* gap : gaps_)
      if (!gap->is_question()) firm.push_back(gap);
    if (firm.size() == 1)
      return "We found no board where " + short_name(graph_, firm[0]->subjects[0]) + " and " +
             short_name(graph_, firm[0]->subjects[1]) + " both sit";
    if (firm.size() > 1)
      return count_of(firm.size(), "pair", "pairs") +
             " of departments appear to need each other, and we found no shared board";
    if (subject_ && entity(*subject_).kind == Kind::forum)
      return "Who sits on " + full_name(graph_, *subject_);
    if (subject_ && all_boards_ > 0)
      return capitalise(full_name(graph_, *subject_)) +
             (is_plural(graph_, *subject_) ? " sit on " : " sits on ") +
             count_of(all_boards_, "board", "boards");
    std::map<EntityId, std::size_t> seats;
    for (const Board& board : boards_)
      for (const auto& [owner, relations] : board.seats) seats[owner] += board.forums.size();
    const auto most =
        std::max_element(seats.begin(), seats.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == seats.end()) return "Who may need a board";
    if (std::count_if(seats.begin(), seats.end(),
                      [&](const auto& s) { return s.second == most->second; }) > 1)
      return "Who sits on which board";
    return short_name(graph_, most->first) + " has the most seats on the boards drawn here, " +
           std::to_string(most->second);
  }

  void add_words(Picture& picture) const {
    picture.title = title();
    picture.subtitle = "Boards and who sits on them; members are known for " +
                       number(with_members_) + " of " + count_of(forum_count_, "board", "boards");
    if (merged_ && std::any_of(boards_.begin(), boards_.end(),
                               [](const Board& board) { return board.forums.size() > 1; }))
      picture.notes.emplace_back("Boards with the same seats are drawn as one box.");
    picture.notes.emplace_back("Bodies and roles count for the department they belong to.");
    if (std::any_of(boards_.begin(), boards_.end(), [](const Board& b) { return b.listed; }))
      picture.notes.emplace_back("The members of large boards stand in the box, without lines.");
    if (with_one_ > 0)
      picture.notes.push_back("Not drawn: " + count_of(with_one_, "board", "boards") +
                              " with one organisation on record.");
    if (left_out_ > 0)
      picture.notes.push_back("Not drawn for want of room: " +
                              count_of(left_out_, "smaller board", "smaller boards") + ".");
    if (gaps_left_out_ > 0)
      picture.notes.push_back("Not drawn for want of room: " +
                              count_of(gaps_left_out_, "pair", "pairs") + " without a board.");
  }

  const Report& report_;
  const Graph& graph_;
  std::optional<EntityId> subject_;
  PictureRequest request_;
  std::vector<Board> boards_;
  std::vector<const Finding*> gaps_;
  bool merged_ = false;
  std::size_t forum_count_ = 0, with_members_ = 0, with_one_ = 0, left_out_ = 0, gaps_left_out_ = 0,
              all_boards_ = 0;
};

}  // namespace

std::optional<Picture> forums_picture(const Report& report, std::optional<EntityId> subject,
                                      const PictureRequest& request) {
  return ForumsPicture(report, subject, request).run();
}

}  // namespace crosscut
