#include "crosscut/write/before_after.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/dot.h"
#include "crosscut/write/markup.h"
#include "crosscut/write/theme.h"

namespace crosscut {
namespace {

constexpr std::string_view nobody = "no department";

/// Items, bodies, roles and boards; a department is itself a side.
bool is_counted(const Entity& entity) {
  return entity.kind != Kind::department && entity.kind != Kind::cycle;
}

class FlowFinder {
 public:
  explicit FlowFinder(const Effect& effect)
      : effect_(effect), before_(effect.before.graph), after_(effect.after.graph) {}

  std::map<std::pair<std::string, std::string>, std::size_t> run() {
    std::map<EntityId, const EntityChange*> changed;
    for (const EntityChange& change : effect_.remainder.entities) changed[change.before] = &change;
    for (std::size_t i = 0; i < before_.entity_count(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      const auto homes = before_.departments(id);
      if (!before_.open(id) || !is_counted(before_.entity(id)) || homes.empty()) continue;
      const auto found = changed.find(id);
      if (found == changed.end()) {
        const std::string& home = before_.entity(homes.front()).id;
        ++flows_[{home, home}];
        continue;
      }
      const auto names_before = names(before_, found->second->homes_before);
      const auto names_after = names(after_, found->second->homes_after);
      const std::string from = other_than(names_before, names_after);
      const std::string to = other_than(names_after, names_before);
      ++flows_[{from, to}];
    }
    keep_concerned();
    return flows_;
  }

 private:
  static std::vector<std::string> names(const Graph& graph, const std::vector<EntityId>& homes) {
    std::vector<std::string> list;
    for (const EntityId home : homes) list.push_back(graph.entity(home).id);
    return list;
  }

  /// The first that is not among the others: of what several departments lead, the one that
  /// changes. The first when all are; empty when there is none.
  static std::string other_than(const std::vector<std::string>& list,
                                const std::vector<std::string>& others) {
    for (const std::string& name : list)
      if (std::find(others.begin(), others.end(), name) == others.end()) return name;
    return list.empty() ? std::string() : list.front();
  }

  /// Only departments that something leaves or reaches.
  void keep_concerned() {
    std::set<std::string> concerned;
    for (const auto& [ends, count] : flows_)
      if (ends.first != ends.second) concerned.insert({ends.first, ends.second});
    std::erase_if(flows_, [&](const auto& flow) {
      return !concerned.contains(flow.first.first) && !concerned.contains(flow.first.second);
    });
  }

  const Effect& effect_;
  const Graph& before_;
  const Graph& after_;
  std::map<std::pair<std::string, std::string>, std::size_t> flows_;
};

std::string name_of(const Graph& graph, const std::string& id) {
  const auto found = graph.find(id);
  return id.empty() || !found ? std::string(nobody) : short_name(graph, *found);
}

/// The right side, each where the middle of what reaches it begins on the left.
void order_after(BeforeAfter& picture) {
  const auto middle = [&](const std::string& id) {
    double sum = 0;
    double weight = 0;
    for (const Flow& flow : picture.flows) {
      if (flow.to != id) continue;
      const auto place = std::find_if(picture.before.begin(), picture.before.end(),
                                      [&](const auto& side) { return side.first == flow.from; });
      const auto count = static_cast<double>(flow.count);
      sum += count * static_cast<double>(place - picture.before.begin());
      weight += count;
    }
    return weight == 0 ? 0 : sum / weight;
  };
  std::stable_sort(picture.after.begin(), picture.after.end(),
                   [&](const auto& a, const auto& b) { return middle(a.first) < middle(b.first); });
}

void add_words(const Effect& effect, std::string id, BeforeAfter& picture) {
  picture.today = !effect.taken_on.given();
  Picture& page = picture.page;
  page.id = std::move(id);
  page.layout = Layout::bands;
  std::size_t moved = 0;
  for (const Flow& flow : picture.flows) {
    if (flow.from != flow.to) moved += flow.count;
    const std::string from = name_of(effect.before.graph, flow.from);
    const std::string to = name_of(effect.after.graph, flow.to);
    Line line;
    line.id = "e-" + flow.from + "--" + flow.to;
    line.sentence =
        flow.from == flow.to
            ? capitalise(count_of(flow.count, "thing stays", "things stay")) + " with " + from + "."
            : capitalise(count_of(flow.count, "thing goes", "things go")) + " from " + from +
                  " to " + to + ".";
    page.lines.push_back(std::move(line));
  }
  page.title =
      capitalise(count_of(moved, "thing", "things")) + " would answer to another department";
  page.subtitle =
      "Policies, programmes, targets, bodies and boards by department, before and after";
  page.key = {std::string("Band and number: how many. Colour: the department that they ") +
              (picture.today ? "answer to today." : "answered to before.")};
  page.source = source_line(effect.after);
}

std::string_view colour_of(std::size_t i) {
  constexpr std::array<std::string_view, 4> colours = {theme::families[0], theme::families[1],
                                                       theme::families[2], theme::families[3]};
  return colours[i % colours.size()];
}

class BandWriter {
 public:
  explicit BandWriter(const BeforeAfter& picture) : picture_(picture) {
    std::size_t total = 0;
    for (const Flow& flow : picture.flows) total += flow.count;
    points_each_ = std::min(5.0, 360.0 / static_cast<double>(total));
  }

  std::string run() const {
    std::string text =
        side("l", picture_.today ? "Today" : "Before the change", picture_.before, true) +
        side("r", "After the change", picture_.after, false);
    for (const Flow& flow : picture_.flows)
      text += fmt::format(
          "  \"l\":\"{0}\":e -> \"r\":\"{0}\":w [dir=none penwidth={1:.1f} color=\"{2}66\" "
          "id=\"{5}-e-{3}--{4}\" class=\"moves\"];\n",
          port(flow), height(flow), colour_of(place(flow.from)), flow.from, flow.to,
          picture_.page.id);
    return text;
  }

 private:
  static std::string port(const Flow& flow) { return flow.from + "-to-" + flow.to; }
  double height(const Flow& flow) const {
    return std::max(11.0, points_each_ * static_cast<double>(flow.count));
  }
  std::size_t place(const std::string& id) const {
    std::size_t i = 0;
    while (i < picture_.before.size() && picture_.before[i].first != id) ++i;
    return i;
  }

  std::string band(const Flow& flow, bool left) const {
    return fmt::format(
        "<TD PORT=\"{}\" WIDTH=\"22\" HEIGHT=\"{:.0f}\" FIXEDSIZE=\"TRUE\" BGCOLOR=\"{}\" "
        "CELLPADDING=\"0\"><FONT POINT-SIZE=\"9\" COLOR=\"#FFFFFF\"><B>{}</B></FONT></TD>",
        port(flow), height(flow), left ? colour_of(place(flow.from)) : theme::families[3],
        flow.count);
  }

  std::string side(std::string_view id, std::string_view heading,
                   const std::vector<std::pair<std::string, std::string>>& departments,
                   bool left) const {
    const std::string_view align = left ? "RIGHT" : "LEFT";
    std::string rows = fmt::format(
        "<TR><TD COLSPAN=\"2\" ALIGN=\"{}\"><FONT POINT-SIZE=\"11\"><B>{}</B></FONT></TD></TR>",
        align, heading);
    for (const auto& [department, name] : departments) {
      rows += fmt::format("<TR><TD COLSPAN=\"2\" HEIGHT=\"{}\"></TD></TR>", gap);
      std::vector<const Flow*> flows;
      std::size_t sum = 0;
      for (const Flow& flow : picture_.flows)
        if ((left ? flow.from : flow.to) == department) {
          flows.push_back(&flow);
          sum += flow.count;
        }
      std::string words;
      for (const std::string& line : wrap_even(name, 26))
        words += "<B>" + escape_markup(line) + "</B><BR/>";
      const std::string cell = fmt::format(
          "<TD ROWSPAN=\"{0}\" WIDTH=\"130\" ALIGN=\"{1}\" BALIGN=\"{1}\">{2}<FONT "
          "POINT-SIZE=\"9\" "
          "COLOR=\"{3}\">{4}</FONT></TD>",
          flows.size(), align, words, theme::second_text, count_of(sum, "thing", "things"));
      for (std::size_t i = 0; i < flows.size(); ++i) {
        const std::string bands = band(*flows[i], left);
        rows += "<TR>" + (i > 0 ? bands : left ? cell + bands : bands + cell) + "</TR>";
      }
    }
    // Both sides begin at the same height.
    const std::size_t most = std::max(picture_.before.size(), picture_.after.size());
    if (departments.size() < most)
      rows += fmt::format("<TR><TD COLSPAN=\"2\" HEIGHT=\"{}\"></TD></TR>",
                          gap * (most - departments.size()));
    return fmt::format(
        "  \"{0}\" [shape=plain id=\"{2}-{0}\" class=\"departments\" label=<<TABLE "
        "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\">{1}</TABLE>>];\n",
        id, rows, picture_.page.id);
  }

  static constexpr std::size_t gap = 14;  // points between departments
  const BeforeAfter& picture_;
  double points_each_ = 5;
};

}  // namespace

std::optional<BeforeAfter> before_after(const Effect& effect, std::string id) {
  const auto flows = FlowFinder(effect).run();
  if (flows.empty()) return std::nullopt;
  BeforeAfter picture;
  std::set<std::string> lefts;
  std::set<std::string> rights;
  for (const auto& [ends, count] : flows) {
    picture.flows.push_back({ends.first, ends.second, count});
    if (lefts.insert(ends.first).second)
      picture.before.emplace_back(ends.first, name_of(effect.before.graph, ends.first));
    if (rights.insert(ends.second).second)
      picture.after.emplace_back(ends.second, name_of(effect.after.graph, ends.second));
  }
  order_after(picture);
  // Bands leave a department in the order in which they arrive, so that they do not cross there.
  const auto rank = [&](const std::string& department) {
    return std::find_if(picture.after.begin(), picture.after.end(),
                        [&](const auto& side) { return side.first == department; }) -
           picture.after.begin();
  };
  std::stable_sort(picture.flows.begin(), picture.flows.end(), [&](const Flow& a, const Flow& b) {
    return std::pair(a.from, rank(a.to)) < std::pair(b.from, rank(b.to));
  });
  add_words(effect, std::move(id), picture);
  return picture;
}

std::string write_before_after_dot(const BeforeAfter& picture, bool title) {
  return frame_dot(picture.page, BandWriter(picture).run(), {title});
}

}  // namespace crosscut
