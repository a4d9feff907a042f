#include "crosscut/draw/draw.h"

#include <array>
#include <cmath>
#include <utility>

#include "crosscut/base/text.h"
#include "crosscut/draw/child.h"
#include "crosscut/draw/worker.h"

namespace crosscut {
namespace {

constexpr std::array kSteps = {DrawStep::as_given, DrawStep::old_ranking, DrawStep::no_numbers,
                               DrawStep::straight_lines};

WorkerReply failed_reply(std::string failure) {
  WorkerReply reply;
  reply.failure = std::move(failure);
  return reply;
}

/// One step in a fresh child. A reply of "drawn" is believed only when nothing is missing.
WorkerReply try_step(const Worker& worker, const WorkerTask& task,
                     std::chrono::milliseconds time_limit) {
  const ChildResult child = run_in_child([&] { return encode_reply(worker(task)); }, time_limit);
  if (!child.bytes) return failed_reply("Graphviz " + child.failure);
  std::optional<WorkerReply> reply = decode_reply(*child.bytes);
  if (!reply) return failed_reply("Graphviz sent back a message that makes no sense");
  if (reply->outcome != WorkerOutcome::drawn) return *std::move(reply);
  const Drawing& drawing = reply->drawing;
  if (drawing.boxes < reply->boxes_given || drawing.lines < reply->lines_given) {
    return failed_reply("Graphviz drew only " + std::to_string(drawing.boxes) + " of " +
                        count_of(reply->boxes_given, "box", "boxes") + " and " +
                        std::to_string(drawing.lines) + " of " +
                        count_of(reply->lines_given, "line", "lines"));
  }
  return *std::move(reply);
}

}  // namespace

DrawResult draw_with(const Worker& worker, std::string_view dot,
                     const std::vector<ImageFormat>& formats, const DrawOptions& options) {
  DrawResult result;
  for (const DrawStep step : kSteps) {
    WorkerReply reply = try_step(worker, {dot, step, formats, options.dpi}, options.time_limit);
    if (reply.outcome == WorkerOutcome::unchanged) continue;
    if (reply.outcome == WorkerOutcome::drawn) {
      result.drawing = std::move(reply.drawing);
      result.drawing->step = step;
      result.failure.clear();
      return result;
    }
    // The first failure is the one of the picture that was asked for.
    if (result.failure.empty()) result.failure = std::move(reply.failure);
    if (reply.outcome == WorkerOutcome::bad_dot) return result;
  }
  return result;
}

DrawResult draw(std::string_view dot, const std::vector<ImageFormat>& formats,
                const DrawOptions& options) {
  return draw_with(lay_out, dot, formats, options);
}

std::string graphviz_version() {
  return run_in_child(library_version, DrawOptions{}.time_limit).bytes.value_or("unknown");
}

bool measured_font_present() {
  // At 100pt this line is 1578pt wide in Liberation Sans, 1436 in Times and 1817 in DejaVu Sans,
  // which is what fontconfig falls back to.
  constexpr double kWidth = 1578;
  const DrawResult result = draw(R"(digraph { pad=0 n [shape=plain fontname=Arial fontsize=100)"
                                 R"( label="Whitehall departments 0123456789"] })",
                                 {});
  return result.drawing && std::abs(result.drawing->width_pt - kWidth) < 0.01 * kWidth;
}

}  // namespace crosscut
