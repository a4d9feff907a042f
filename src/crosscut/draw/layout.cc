// The worker: the only file that calls Graphviz. Everything here runs in a child process.
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <sstream>
#include <utility>

#include <gvc.h>

#include "crosscut/base/text.h"
#include "crosscut/draw/numbers.h"
#include "crosscut/draw/worker.h"

namespace crosscut {
namespace {

// ---- RAII around Graphviz -------------------------------------------------------------------

struct CloseContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeImage {
  void operator()(char* image) const { gvFreeRenderData(image); }
};
using Context = std::unique_ptr<GVC_t, CloseContext>;
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph)
      : context_(context), graph_(graph), good_(gvLayout(context, graph, "dot") == 0) {}
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  ~Layout() {
    if (good_) gvFreeLayout(context_, graph_);
  }
  explicit operator bool() const { return good_; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool good_;
};

// ---- messages -------------------------------------------------------------------------------

/// Graphviz hands its messages over in pieces, to a plain function: hence this one global, which
/// only the child ever writes.
std::string& messages() {
  static std::string text;
  return text;
}

extern "C" int collect_message(char* piece) {
  messages() += piece;
  return 0;
}

void listen() {
  messages().clear();
  agseterrf(collect_message);
  agseterr(AGWARN);
}

/// One entry per message; Graphviz goes on with details (node names) in lines of their own.
std::vector<std::string> message_list() {
  std::vector<std::string> list;
  for (const std::string_view line : split_list(messages(), '\n')) {
    if (list.empty() || line.starts_with("Warning") || line.starts_with("Error")) {
      list.emplace_back(line);
    } else {
      list.back().append(" ").append(line);
    }
  }
  return list;
}

std::string with_messages(std::string sentence) {
  const std::vector<std::string> list = message_list();
  if (!list.empty()) sentence += ": " + shorten(join(list, "; "), 500);
  return sentence;
}

// ---- attributes -----------------------------------------------------------------------------

// cgraph of 2.42 takes names and values as char* and writes to neither.
char* name_of(const char* text) { return const_cast<char*>(text); }

std::string attribute(void* object, const char* name) {
  const char* value = agget(object, name_of(name));
  return value == nullptr ? "" : value;
}

void set_attribute(void* object, const char* name, const char* value) {
  agsafeset(object, name_of(name), name_of(value), name_of(""));
}

/// How Graphviz itself reads a boolean: "true", "yes" or a number other than 0.
bool is_on(const std::string& value) {
  const std::string word = to_lower(value);
  return word == "true" || word == "yes" || std::atoi(word.c_str()) != 0;
}

bool is_hidden(void* object) {
  const std::string styles = attribute(object, "style");
  for (const std::string_view style : split_list(styles, ',')) {
    if (style == "invis" || style == "invisible") return true;
  }
  return false;
}

template <typename Visit>
void for_each_node(Agraph_t* graph, Visit visit) {
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    visit(node);
  }
}

template <typename Visit>
void for_each_edge(Agraph_t* graph, Visit visit) {
  for_each_node(graph, [&](Agnode_t* node) {
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      visit(edge);
    }
  });
}

// ---- steps (each returns whether it changed anything) ---------------------------------------

bool rank_the_old_way(Agraph_t* graph) {
  if (!is_on(attribute(graph, "newrank"))) return false;
  set_attribute(graph, "newrank", "false");
  return true;
}

/// Labels go too: they, more than xlabels, are what upsets Graphviz among clusters.
bool drop_numbers(Agraph_t* graph) {
  bool changed = false;
  for_each_edge(graph, [&](Agedge_t* edge) {
    for (const char* name : {"xlabel", "label"}) {
      if (attribute(edge, name).empty()) continue;
      set_attribute(edge, name, "");
      changed = true;
    }
  });
  return changed;
}

bool straighten_lines(Agraph_t* graph) {
  const std::string splines = to_lower(attribute(graph, "splines"));
  if (splines == "line" || splines == "false" || splines == "no") return false;
  set_attribute(graph, "splines", "line");
  return true;
}

/// Applies the step and those before it; false when the last one changed nothing.
bool apply(DrawStep step, Agraph_t* graph) {
  bool changed = true;
  if (step >= DrawStep::old_ranking) changed = rank_the_old_way(graph);
  if (step >= DrawStep::no_numbers) changed = drop_numbers(graph);
  if (step >= DrawStep::straight_lines) changed = straighten_lines(graph);
  return changed;
}

// ---- what came out --------------------------------------------------------------------------

void count_given(Agraph_t* graph, WorkerReply& reply) {
  for_each_node(graph, [&](Agnode_t* node) { reply.boxes_given += is_hidden(node) ? 0U : 1U; });
  for_each_edge(graph, [&](Agedge_t* edge) { reply.lines_given += is_hidden(edge) ? 0U : 1U; });
}

/// A node counts when it has a shape and a place inside the picture.
bool is_drawn(Agraph_t* graph, Agnode_t* node) {
  const boxf page = GD_bb(graph);
  const pointf at = ND_coord(node);
  return ND_shape(node) != nullptr && at.x >= page.LL.x && at.x <= page.UR.x && at.y >= page.LL.y &&
         at.y <= page.UR.y;  // false for not-a-number as well
}

bool is_drawn(Agedge_t* edge) { return ED_spl(edge) != nullptr && ED_spl(edge)->size > 0; }

void count_drawn(Agraph_t* graph, Drawing& drawing) {
  for_each_node(graph, [&](Agnode_t* node) {
    drawing.boxes += !is_hidden(node) && is_drawn(graph, node) ? 1U : 0U;
  });
  for_each_edge(graph, [&](Agedge_t* edge) {
    drawing.lines += !is_hidden(edge) && is_drawn(edge) ? 1U : 0U;
  });
}

// ---- numbers --------------------------------------------------------------------------------

/// A drawn line as spots about a point apart.
std::vector<Spot> path_of(Agedge_t* edge) {
  std::vector<Spot> path;
  for (int k = 0; k < ED_spl(edge)->size; ++k) {
    const bezier& curve = ED_spl(edge)->list[k];
    const auto spot = [&](int i) { return Spot{curve.list[i].x, curve.list[i].y}; };
    for (int i = 0; i + 3 < curve.size; i += 3)
      add_curve(path, spot(i), spot(i + 1), spot(i + 2), spot(i + 3));
  }
  return path;
}

bool has_number(Agedge_t* edge) {
  return ED_xlabel(edge) != nullptr && ED_xlabel(edge)->set && ED_xlabel(edge)->html;
}

/// Moves each line's number onto the line. Plain text stays where it is: it would be struck
/// through.
void set_numbers(Agraph_t* graph) {
  bool any = false;
  for_each_edge(graph, [&](Agedge_t* edge) { any = any || has_number(edge); });
  if (!any) return;
  std::vector<Extent> boxes;
  std::vector<NumberedLine> lines;
  std::vector<Agedge_t*> edges;
  for_each_node(graph, [&](Agnode_t* node) {
    if (is_hidden(node)) return;
    const pointf at = ND_coord(node);
    const double x = ND_width(node) * 36, y = ND_height(node) * 36;  // half, in points
    boxes.push_back({at.x - x, at.y - y, at.x + x, at.y + y});
  });
  for_each_edge(graph, [&](Agedge_t* edge) {
    if (is_hidden(edge) || !is_drawn(edge)) return;
    edges.push_back(edge);
    const pointf size = has_number(edge) ? ED_xlabel(edge)->dimen : pointf{0, 0};
    lines.push_back({path_of(edge), size.x, size.y});
  });
  const std::vector<Spot> spots = place_numbers(lines, boxes);
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (has_number(edges[i])) ED_xlabel(edges[i])->pos = {spots[i].x, spots[i].y};
}

// ---- writing --------------------------------------------------------------------------------

const char* format_name(ImageFormat format) {
  switch (format) {
    case ImageFormat::svg:
      return "svg";
    case ImageFormat::png:
      return "png";
    case ImageFormat::pdf:
      return "pdf";
    case ImageFormat::json:
      return "json";
  }
  return "";
}

/// `dpi` 0 leaves each format its own: 72 for SVG and PDF, so that a unit is a point. Either way
/// what the DOT says about it is overruled.
std::optional<std::string> render(GVC_t* context, Agraph_t* graph, ImageFormat format, int dpi) {
  GD_drawing(graph)->dpi = dpi;
  char* image = nullptr;
  unsigned size = 0;
  const int status = gvRenderData(context, graph, format_name(format), &image, &size);
  const std::unique_ptr<char, FreeImage> owner(image);
  if (status != 0 || image == nullptr || size == 0) return std::nullopt;
  return std::string(image, size);
}

/// The size as SVG states it, in hundredths of a point, after padding and any `size` or `ratio`.
bool read_size(const std::string& svg, Drawing& drawing) {
  const std::size_t at = svg.find("viewBox=\"");
  if (at == std::string::npos) return false;
  std::istringstream numbers(svg.substr(at + 9, 100));
  double left = 0, top = 0;
  numbers >> left >> top >> drawing.width_pt >> drawing.height_pt;
  return !numbers.fail() && drawing.width_pt > 0 && drawing.height_pt > 0;
}

/// A PDF page of just the picture's size: Graphviz would add half an inch all round. Only once the
/// layout is done, because there the same attribute means the room around clusters.
std::optional<std::string> render_pdf(GVC_t* context, Agraph_t* graph) {
  if (attribute(graph, "margin").empty()) set_attribute(graph, "margin", "0");
  std::optional<std::string> pdf = render(context, graph, ImageFormat::pdf, 0);
  if (pdf && !fix_creation_date(*pdf)) {
    collect_message(name_of("Warning: this PDF's bytes change with the clock\n"));
  }
  return pdf;
}

std::optional<std::string> render_format(GVC_t* context, Agraph_t* graph, ImageFormat format,
                                         int dpi) {
  if (format == ImageFormat::pdf) return render_pdf(context, graph);
  return render(context, graph, format, format == ImageFormat::png ? dpi : 0);
}

/// Fills `drawing.images`; false when a format could not be written.
bool render_all(GVC_t* context, Agraph_t* graph, const WorkerTask& task, Drawing& drawing) {
  const std::optional<std::string> svg = render(context, graph, ImageFormat::svg, 0);
  if (!svg || !read_size(*svg, drawing)) return false;
  // PDF last: the margin it sets would show up in the JSON.
  std::vector<ImageFormat> formats = task.formats;
  std::stable_partition(formats.begin(), formats.end(),
                        [](ImageFormat format) { return format != ImageFormat::pdf; });
  for (const ImageFormat format : formats) {
    std::optional<std::string> image = render_format(context, graph, format, task.dpi);
    if (!image) return false;
    drawing.images[format] = *std::move(image);
  }
  return true;
}

WorkerReply refuse(WorkerOutcome outcome, std::string sentence) {
  WorkerReply reply;
  reply.outcome = outcome;
  reply.failure = with_messages(std::move(sentence));
  return reply;
}

}  // namespace

std::string library_version() {
  listen();
  const Context context(gvContext());
  return context ? gvcVersion(context.get()) : "unknown";
}

WorkerReply lay_out(const WorkerTask& task) {
  listen();
  const std::string dot(task.dot);
  const Graph graph(agmemread(dot.c_str()));
  if (!graph) return refuse(WorkerOutcome::bad_dot, "Graphviz cannot read this DOT");
  WorkerReply reply;
  if (!apply(task.step, graph.get())) {
    reply.outcome = WorkerOutcome::unchanged;
    return reply;
  }
  count_given(graph.get(), reply);

  const Context context(gvContext());
  if (!context) return refuse(WorkerOutcome::failed, "Graphviz cannot be started");
  const Layout layout(context.get(), graph.get());
  if (!layout) return refuse(WorkerOutcome::failed, "Graphviz cannot lay out this picture");
  count_drawn(graph.get(), reply.drawing);
  set_numbers(graph.get());
  if (!render_all(context.get(), graph.get(), task, reply.drawing)) {
    return refuse(WorkerOutcome::failed, "Graphviz cannot write this picture");
  }
  reply.drawing.warnings = message_list();
  reply.outcome = WorkerOutcome::drawn;
  return reply;
}

}  // namespace crosscut
