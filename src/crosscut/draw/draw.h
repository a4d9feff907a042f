// Turns DOT text into pictures (SVG, PNG, PDF) with Graphviz, in a worker process that may crash,
// hang or leak without harm to the caller.
//
//   DrawResult result = draw("digraph { tax -> growth }", {ImageFormat::svg, ImageFormat::pdf});
//   if (result.drawing) save(result.drawing->images.at(ImageFormat::svg));
//   else complain(result.failure);  // "Graphviz did not finish within 10 seconds"
//
// The same DOT gives the same bytes on every run, in every time zone and locale, for one Graphviz
// version and one set of fonts. (From cairo 1.18 on, PDF is an exception; a warning says so.)
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscut {

/// `json` is Graphviz's own geometry (-Tjson): where every box and line came to lie, for checks.
enum class ImageFormat { svg, png, pdf, json };

struct DrawOptions {
  std::chrono::milliseconds time_limit{10000};  ///< for each step, so a bad day costs four of them
  int dpi = 120;                                ///< dots per inch of a PNG; no effect on the others
};

/// What had to be given up for the picture. Each step includes those before it, and a step that
/// would change nothing (no numbers to drop, say) is skipped.
enum class DrawStep {
  as_given,        ///< nothing
  old_ranking,     ///< newrank=false
  no_numbers,      ///< lines carry neither `xlabel` nor `label`
  straight_lines,  ///< splines=line
};

struct Drawing {
  double width_pt = 0;    ///< natural size in points (1/72 inch), padding included
  double height_pt = 0;   ///< likewise
  std::size_t boxes = 0;  ///< nodes drawn, without those of style=invis
  std::size_t lines = 0;  ///< edges drawn, without those of style=invis
  DrawStep step = DrawStep::as_given;
  std::vector<std::string> warnings;  ///< Graphviz's own messages, one a line, of this step only
  std::map<ImageFormat, std::string> images;  ///< the file's bytes for every format asked for
};

/// Either a drawing, or a plain English sentence (no full stop) that says why there is none.
struct DrawResult {
  std::optional<Drawing> drawing;
  std::string failure;
};

/// Lays `dot` out once with Graphviz's `dot` engine and renders every format from that layout.
/// Every step runs in a fresh child process; the next one is tried when Graphviz crashes, fails,
/// exceeds the time limit or its memory (4 GiB), or draws fewer boxes or lines than were given.
/// DOT that does not parse fails at once, with Graphviz's message. Graph attributes `dpi` and
/// `resolution` are ignored. A number (`xlabel`) in HTML, which can have a ground of its own, is
/// moved onto its line, clear of boxes and other lines where it can be. Safe to call from several
/// threads; never writes to stdout or stderr.
DrawResult draw(std::string_view dot, const std::vector<ImageFormat>& formats,
                const DrawOptions& options = {});

/// What the installed library calls itself, or "unknown" when it cannot be started. Debian's and
/// Ubuntu's package 2.42.2 answers "2.43.0".
std::string graphviz_version();

/// True when Graphviz sets "Arial" in a font of Arial's widths (Liberation Sans, Arimo or Arial
/// itself), which is what the sizes of boxes rely on. Measures a line of text, so it costs about
/// as much as a small drawing. False also when Graphviz cannot be started.
bool measured_font_present();

}  // namespace crosscut
