// What a worker process does with one step, and what it sends back. Inside the room only: `draw`
// uses it, and tests use it to put a worker that crashes or hangs in place of the real one.
//
//   Worker bad = [](const WorkerTask& task) -> WorkerReply {
//     if (task.step == DrawStep::as_given) std::abort();
//     return lay_out(task);
//   };
//   draw_with(bad, dot, {ImageFormat::svg}).drawing->step  // -> DrawStep::old_ranking
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crosscut/draw/draw.h"

namespace crosscut {

struct WorkerTask {
  std::string_view dot;
  DrawStep step = DrawStep::as_given;
  const std::vector<ImageFormat>& formats;
  int dpi = 120;
};

enum class WorkerOutcome {
  drawn,      ///< `drawing` is filled
  unchanged,  ///< the step changes nothing about this graph, so nothing was tried
  bad_dot,    ///< no step can help; `failure` says what is wrong
  failed,     ///< `failure` says why
};

struct WorkerReply {
  WorkerOutcome outcome = WorkerOutcome::failed;
  std::string failure;
  std::size_t boxes_given = 0;  ///< visible nodes in the DOT
  std::size_t lines_given = 0;  ///< visible edges in the DOT
  Drawing drawing;
};

using Worker = std::function<WorkerReply(const WorkerTask&)>;

/// The real worker. Call it in a child process only: Graphviz keeps global state, leaks, and may
/// crash or never return.
WorkerReply lay_out(const WorkerTask& task);

/// As `draw`, with another worker.
DrawResult draw_with(const Worker& worker, std::string_view dot,
                     const std::vector<ImageFormat>& formats, const DrawOptions& options = {});

/// Bytes to send through a pipe between two processes of this same program, and back.
/// `decode_reply` gives nothing when the bytes are short, long or make no sense.
std::string encode_reply(const WorkerReply& reply);
std::optional<WorkerReply> decode_reply(std::string_view bytes);

/// Gives the last /CreationDate of a PDF a fixed value of the same length. False when none is
/// found in plain sight (cairo from 1.18 on puts it in a compressed stream).
bool fix_creation_date(std::string& pdf);

/// Graphviz's version by its own account. In a child process only.
std::string library_version();

}  // namespace crosscut
