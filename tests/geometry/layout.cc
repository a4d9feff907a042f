#include "geometry/layout.h"

#include <map>
#include <nlohmann/json.hpp>

namespace crosscut::geometry {
namespace {

using Json = nlohmann::json;

/// What a list of drawing operations paints.
struct Painted {
  std::vector<Stroke> strokes;
  std::vector<Area> areas;
  std::vector<Words> words;
};

Path points_of(const Json& operation) {
  Path path;
  for (const Json& point : operation.at("points")) path.push_back({point.at(0), point.at(1)});
  return path;
}

Rectangle ink_of(const Json& operation, double size) {
  const double width = operation.at("width");
  const double x = operation.at("pt").at(0);
  const double y = operation.at("pt").at(1);  // the line that letters stand on
  const std::string align = operation.at("align");
  const double left = align == "l" ? x : align == "r" ? x - width : x - width / 2;
  return {left, y - 0.21 * size, left + width, y + 0.72 * size};  // Arial's descent and capitals
}

/// Reads operations in the order in which they paint, so that each gets a higher `order`.
class Painter {
 public:
  Painted paint(const Json& object, std::initializer_list<const char*> lists) {
    Painted result;
    for (const char* list : lists) {
      width_ = 1;
      style_ = "solid";
      if (!object.contains(list)) continue;
      for (const Json& operation : object.at(list)) apply(operation, result);
    }
    return result;
  }
  /// As paint(), but the areas count as ground for nothing: arrow heads.
  Painted paint_heads(const Json& object) {
    const auto ground = areas_;
    Painted result = paint(object, {"_hdraw_", "_tdraw_"});
    areas_ = ground;
    return result;
  }
  const std::vector<Area>& areas() const { return areas_; }

 private:
  void apply(const Json& operation, Painted& result) {
    const std::string op = operation.at("op");
    if (op == "c")
      pen_ = colour_of(operation.at("color").get<std::string>()).value();
    else if (op == "C")
      fill_ = colour_of(operation.at("color").get<std::string>()).value();
    else if (op == "F")
      size_ = operation.at("size");
    else if (op == "S")
      set_style(operation.at("style"));
    else if (op == "T")
      result.words.push_back(
          {operation.at("text"), ink_of(operation, size_), size_, pen_, ++order_});
    else if (op == "E" || op == "e")
      add_shape(result, oval(operation.at("rect")), true, op == "E");
    else if (op == "P" || op == "p")
      add_shape(result, points_of(operation), true, op == "P");
    else if (op == "B" || op == "b")
      add_shape(result, flatten(points_of(operation)), op == "B", op == "B");
    else if (op == "L")
      add_shape(result, points_of(operation), false, false);
  }

  static Polygon oval(const Json& rect) {
    return ellipse({rect.at(0), rect.at(1)}, rect.at(2), rect.at(3));
  }

  void set_style(const std::string& style) {
    constexpr std::string_view width = "setlinewidth(";
    if (style.starts_with(width))
      width_ = std::stod(style.substr(width.size()));
    else
      style_ = style;
  }

  void add_shape(Painted& result, Path path, bool closed, bool filled) {
    if (filled && fill_.opacity > 0) {
      areas_.push_back({path, fill_, ++order_});
      result.areas.push_back(areas_.back());
    }
    if (pen_.opacity > 0)
      result.strokes.push_back({std::move(path), closed, width_, style_, pen_, ++order_});
  }

  Colour pen_, fill_;
  double width_ = 1, size_ = 14;
  std::string style_ = "solid";
  std::size_t order_ = 0;
  std::vector<Area> areas_;
};

std::string text_of(const Json& object, const char* name) {
  return object.contains(name) ? object.at(name).get<std::string>() : std::string();
}

Rectangle extent_of(const Painted& painted) {
  Rectangle extent;
  for (const Area& area : painted.areas) extent.cover(around(area.polygon));
  for (const Stroke& stroke : painted.strokes) extent.cover(around(stroke.path));
  for (const Words& words : painted.words) extent.cover(words.ink);
  return extent;
}

/// Outline and room: of several closed shapes (two outlines) the largest and the smallest. What has
/// no shape but a table or words covers what these cover.
void set_shape(DrawnBox& box, const Painted& shape, const Painted& label) {
  std::vector<Polygon> closed;
  for (const Area& area : shape.areas) closed.push_back(area.polygon);
  for (const Stroke& stroke : shape.strokes)
    if (stroke.closed) closed.push_back(stroke.path);
  const auto narrower = [](const Polygon& a, const Polygon& b) {
    const Rectangle one = around(a);
    const Rectangle other = around(b);
    return one.right - one.left < other.right - other.left;
  };
  if (closed.empty()) {
    box.heading = label.areas.empty() && label.strokes.empty();
    box.outline = box.room = outline_of(extent_of(label));
  } else {
    box.outline = *std::max_element(closed.begin(), closed.end(), narrower);
    box.room = *std::min_element(closed.begin(), closed.end(), narrower);
  }
}

class Reader {
 public:
  explicit Reader(const std::string& json) : root_(Json::parse(json)) {}

  Layout run() {
    add_page();
    const bool lines_first = text_of(root_, "outputorder") == "edgesfirst";
    find_boxes();
    if (lines_first) add_lines();
    add_boxes();
    if (!lines_first) add_lines();
    layout_.painted = painter_.areas();
    return std::move(layout_);
  }

 private:
  bool is_group(const Json& object) const {
    return object.at("_gvid").get<int>() < root_.at("_subgraph_cnt").get<int>();
  }

  void add_page() {
    const Painted page = painter_.paint(root_, {"_draw_", "_ldraw_"});
    for (const Area& area : page.areas) layout_.page.cover(around(area.polygon));
    layout_.words = page.words;
    if (!root_.contains("objects")) return;
    for (const Json& object : root_.at("objects")) {
      if (!is_group(object)) continue;
      const Painted group = painter_.paint(object, {"_draw_", "_ldraw_"});
      layout_.words.insert(layout_.words.end(), group.words.begin(), group.words.end());
    }
  }

  void find_boxes() {
    if (!root_.contains("objects")) return;
    for (const Json& object : root_.at("objects")) {
      if (is_group(object) || !(object.contains("_draw_") || object.contains("_ldraw_"))) continue;
      index_[object.at("_gvid")] = layout_.boxes.size();
      layout_.boxes.push_back({});
    }
  }

  void add_boxes() {
    if (!root_.contains("objects")) return;
    for (const Json& object : root_.at("objects")) {
      const auto found = index_.find(object.at("_gvid"));
      if (is_group(object) || found == index_.end()) continue;
      DrawnBox& box = layout_.boxes[found->second];
      box.id = object.at("name");
      Painted shape = painter_.paint(object, {"_draw_"});
      Painted label = painter_.paint(object, {"_ldraw_"});
      set_shape(box, shape, label);
      box.strokes = std::move(shape.strokes);
      box.areas = std::move(shape.areas);
      box.words = std::move(label.words);
    }
  }

  void add_lines() {
    if (!root_.contains("edges")) return;
    for (const Json& edge : root_.at("edges")) {
      if (!edge.contains("_draw_")) continue;
      DrawnLine line;
      line.id = text_of(edge, "id");
      line.from = box_at(edge.at("tail"));
      line.to = box_at(edge.at("head"));
      line.strokes = painter_.paint(edge, {"_draw_"}).strokes;
      line.heads = painter_.paint_heads(edge).strokes;
      Painted number = painter_.paint(edge, {"_ldraw_", "_xldraw_"});
      line.number = std::move(number.words);
      line.number_on_ground = !number.areas.empty();
      if (!line.strokes.empty()) layout_.lines.push_back(std::move(line));
    }
  }

  std::size_t box_at(int gvid) const {
    const auto found = index_.find(gvid);
    return found == index_.end() ? layout_.boxes.size() : found->second;
  }

  Json root_;
  Painter painter_;
  Layout layout_;
  std::map<int, std::size_t> index_;  // Graphviz's number of a box -> its place in the layout
};

}  // namespace

Colour Layout::under(Point place, std::size_t order) const {
  Colour ground;
  for (const Area& area : painted)
    if (area.order < order && depth(place, area.polygon) > 0) ground = over(area.fill, ground);
  return ground;
}

Layout read_layout(const std::string& json) { return Reader(json).run(); }

}  // namespace crosscut::geometry
