// A timeline as DOT with every place given: bars are boxes, successions are lines, words are boxes
// without an outline, and the scale is the background.
#include <fmt/format.h>

#include <algorithm>

#include "crosscut/write/markup.h"
#include "crosscut/write/theme.h"
#include "crosscut/write/timeline.h"

namespace crosscut {
namespace {

constexpr double inch = 72;

class DotWriter {
 public:
  explicit DotWriter(const Timeline& timeline) : timeline_(timeline) {}

  std::string run() const {
    std::string text = fmt::format(
        "digraph \"{0}\" {{\n  graph [layout=nop2 fontname=\"{1}\" fontcolor=\"{2}\" "
        "charset=\"UTF-8\" bgcolor=\"{3}\" pad=0.15 outputorder=edgesfirst splines=true "
        "id=\"{0}\" bb=\"0,0,{4:.1f},{5:.1f}\"\n         _background=\"{6}\"];\n"
        "  node [fontname=\"{1}\" fontcolor=\"{2}\" fixedsize=true margin=0];\n"
        "  edge [fontname=\"{1}\" arrowsize=0.6];\n",
        timeline_.page.id, theme::font, theme::text, theme::white, timeline_.width,
        timeline_.height, background());
    for (const PlacedBar& bar : timeline_.bars) text += bar_statement(bar);
    for (std::size_t i = 0; i < timeline_.texts.size(); ++i) text += text_statement(i);
    for (const PlacedLine& line : timeline_.lines) text += line_statement(line);
    return text + "}\n";
  }

 private:
  /// Graphviz reckons from the foot of the page.
  std::string point(double x, double y) const {
    return fmt::format("{:.1f},{:.1f}", x, timeline_.height - y);
  }
  std::string xdot(double x, double y) const {
    return fmt::format("{:.1f} {:.1f} ", x, timeline_.height - y);
  }

  std::string background() const {
    std::string text;
    for (const PlacedRule& rule : timeline_.rules) {
      text += fmt::format("S 15 -setlinewidth({}) c 7 -{} L 2 ", rule.strong ? "2" : "1",
                          rule.strong ? theme::second_text : theme::grid);
      text += xdot(rule.from.x, rule.from.y) + xdot(rule.to.x, rule.to.y);
    }
    for (const PlacedBar& bar : timeline_.bars)
      if (bar.open) text += point_of(bar);
    return text;
  }

  /// Of a bar that is still there.
  std::string point_of(const PlacedBar& bar) const {
    const double h = timeline_.bar_height;
    const std::string_view colour = theme::bar_style(timeline_.page.boxes[bar.box].kind, true).fill;
    return fmt::format("c 7 -{0} C 7 -{0} P 3 ", colour) + xdot(bar.right + 1, bar.top) +
           xdot(bar.right + 7, bar.top + h / 2) + xdot(bar.right + 1, bar.top + h);
  }

  std::string bar_statement(const PlacedBar& bar) const {
    const Box& box = timeline_.page.boxes[bar.box];
    const theme::BarStyle style = theme::bar_style(box.kind, bar.open);
    const double h = timeline_.bar_height;
    const std::string name = escape_markup(bar.label);
    return fmt::format(
        "  \"{}\" [shape=box style=\"{}\" color=\"{}\" fillcolor=\"{}\" penwidth={} width={:.4f} "
        "height={:.4f} pos=\"{}\" id=\"{}-n-{}\" class=\"{}{}\" label={}];\n",
        escape_id(box.id), box.kind == Kind::department ? "filled" : "filled,rounded", style.line,
        style.fill, box.id == timeline_.page.focus ? 2.4 : 1.0, (bar.right - bar.left) / inch,
        h / inch, point((bar.left + bar.right) / 2, bar.top + h / 2), timeline_.page.id,
        escape_id(box.id), info(box.kind).word, bar.open ? "" : " ended",
        bar.label.empty()
            ? "\"\""
            : fmt::format("<<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}</FONT>>", timeline_.name_size,
                          style.text, bar.open ? "<B>" + name + "</B>" : name));
  }

  static std::string escape_id(std::string_view id) {
    std::string text;
    for (const char c : id) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    return text;
  }

  std::string text_statement(std::size_t i) const {
    const PlacedText& text = timeline_.texts[i];
    const std::string words = escape_markup(text.text);
    const double height = text.size + 3;
    const std::string_view align = text.align == PlacedText::Align::left    ? "LEFT"
                                   : text.align == PlacedText::Align::right ? "RIGHT"
                                                                            : "CENTER";
    return fmt::format(
        "  \"words-{0}\" [shape=plaintext width={1:.4f} height={2:.4f} pos=\"{3}\" "
        "id=\"{4}-words-{0}\" class=\"words\" label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
        "CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"{5:.0f}\" "
        "HEIGHT=\"{6:.0f}\" ALIGN=\"{7}\"><FONT POINT-SIZE=\"{8}\" COLOR=\"{9}\">{10}</FONT>"
        "</TD></TR></TABLE>>];\n",
        i, text.width / inch, height / inch,
        point(text.left + text.width / 2, text.top + height / 2), timeline_.page.id, text.width,
        height, align, text.size, text.second ? theme::second_text : theme::text,
        text.bold ? "<B>" + words + "</B>" : words);
  }

  /// Corners as a curve of straight pieces; the head takes the last points of the way.
  std::string line_statement(const PlacedLine& placed) const {
    const Line& line = timeline_.page.lines[placed.line];
    const theme::LineStyle& style = theme::line_style(line.role);
    constexpr double head = timeline_head, tail_dot = 3;
    std::vector<PagePoint> path = placed.path;
    const PagePoint tip = path.back(), start = path.front();
    path.back() = toward(tip, path[path.size() - 2], head);
    std::string way;
    if (style.tail != "none") {
      path.front() = toward(start, path[1], tail_dot);
      way += "s," + point(start.x, start.y) + " ";
    }
    way += "e," + point(tip.x, tip.y) + " " + point(path.front().x, path.front().y);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const PagePoint a = path[i - 1], b = path[i];
      way += " " + point(a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3) + " " +
             point(a.x + (b.x - a.x) * 2 / 3, a.y + (b.y - a.y) * 2 / 3) + " " + point(b.x, b.y);
    }
    return fmt::format(
        "  \"{}\" -> \"{}\" [color=\"{}\" penwidth={:.1f} style={} arrowhead={} arrowtail={} "
        "dir={} pos=\"{}\" id=\"{}-{}\" class=\"line\"];\n",
        escape_id(line.from), escape_id(line.to), style.color, style.width,
        line.unsure ? "dotted" : style.style, style.head, style.tail,
        style.tail == "none" ? "forward" : "both", way, timeline_.page.id, escape_id(line.id));
  }

  static PagePoint toward(PagePoint from, PagePoint to, double length) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double far = std::max(std::abs(dx), std::abs(dy));  // pieces run along the axes
    if (far < 1e-6) return from;
    return {from.x + dx / far * std::min(length, far), from.y + dy / far * std::min(length, far)};
  }

  const Timeline& timeline_;
};

}  // namespace

std::string write_timeline_dot(const Timeline& timeline) { return DotWriter(timeline).run(); }

}  // namespace crosscut
