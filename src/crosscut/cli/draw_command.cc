// draw: one picture.
#include <variant>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/figures.h"
#include "crosscut/cli/files.h"
#include "crosscut/cli/views.h"
#include "crosscut/write/matrix.h"
#include "crosscut/write/svg.h"

namespace crosscut {
namespace {

int draw_matrix(const Report& report, const std::string& format, const Options& options,
                const Streams& streams) {
  const auto matrix = needs_matrix(report);
  if (!matrix) return fail(streams, "we found no department that needs another in these maps");
  if (format == "svg")
    return write_result(write_matrix_svg(*matrix, !options.no_title), options, streams);
  const std::string dot = write_matrix_dot(*matrix, !options.no_title);
  if (format == "dot") return write_result(dot, options, streams);
  const ImageFormat image = image_format(format);
  const DrawResult result = draw(dot, {image}, {.dpi = static_cast<int>(options.dpi)});
  if (!result.drawing) return fail(streams, "figure matrix: " + result.failure);
  for (const std::string& warning : result.drawing->warnings)
    streams.err << "crosscut: figure matrix: Graphviz says: " << warning << "\n";
  return write_result(result.drawing->images.at(image), options, streams);
}

std::variant<FigureResult, UsageError> draw_view(const Report& report, const Options& options,
                                                 const FigureOptions& figure) {
  if (options.view == "timeline") {
    const auto timeline = plan_timeline(report, options);
    if (const auto* fault = std::get_if<UsageError>(&timeline)) return *fault;
    return draw_timeline(std::get<Timeline>(timeline), figure);
  }
  const auto plan = plan_view(report, options);
  if (const auto* fault = std::get_if<UsageError>(&plan)) return *fault;
  return draw_figure(std::get<FigurePlan>(plan), figure);
}

}  // namespace

int run_draw(const Options& options, const Streams& streams) {
  const std::string format = options.formats.empty() ? "svg" : options.formats.front();
  if (options.formats.size() > 1) return fail(streams, "draw writes one format at a time");
  if (const std::string fault = check_formats({format}, {"svg", "png", "pdf", "dot"});
      !fault.empty())
    return fail(streams, fault);
  if (const auto fault = check_view(options)) return fail(streams, fault->message, fault->hint);
  auto loaded = load_or_complain(options, options.arguments, streams);
  if (!loaded) return bad;
  Report report = examine_maps(std::move(*loaded), options);
  if (const auto fault = keep_lenses(report, options.lenses))
    return fail(streams, fault->message, fault->hint);
  if (options.view == "matrix") return draw_matrix(report, format, options, streams);
  const ImageFormat image = image_format(format);
  const FigureOptions figure_options{{image},
                                     *find_size(options.size.empty() ? "a4" : options.size),
                                     options.only,
                                     !options.no_title,
                                     static_cast<int>(options.dpi)};
  const auto drawn = draw_view(report, options, figure_options);
  if (const auto* fault = std::get_if<UsageError>(&drawn))
    return fail(streams, fault->message, fault->hint);
  const auto& result = std::get<FigureResult>(drawn);
  if (!result.problem.empty()) streams.err << "crosscut: figure " << result.problem << "\n";
  if (!result.figure)
    return fail(streams, "we found nothing to draw in this view",
                "the maps may hold nothing of it on that day, or --only, --lens or --focus leaves "
                "nothing");
  const DrawnFigure& figure = *result.figure;
  if (format == "dot") return write_result(figure.dot, options, streams);
  const std::string& file = figure.drawing.images.at(image);
  return write_result(format == "svg" ? rewrite_svg(file, figure.picture) : file, options, streams);
}

}  // namespace crosscut
