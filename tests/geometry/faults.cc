#include "geometry/faults.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "geometry/checks.h"

namespace crosscut::geometry {
namespace {

constexpr std::array<std::string_view, fault_kind_count> names = {
    "box-on-box",     "off-page",           "line-through-box", "lines-merged",  "head-hidden",
    "head-on-head",   "text-outside-shape", "text-on-text",     "number-on-box", "number-on-number",
    "line-on-number", "number-astray",      "line-on-heading",  "small-text",    "line-missing",
    "line-extra",     "box-missing",        "box-extra",        "over-budget",   "gave-up",
    "warning",        "heavy-file",         "faint-text",       "faint-line",    "faint-outline",
    "same-in-grey"};

constexpr double smallest_print = 8;
constexpr std::size_t svg_limit = 150'000, png_limit = 300'000;

/// What was given and not drawn, and the other way round.
void compare(const std::set<std::string>& given, const std::set<std::string>& drawn,
             FaultKind missing, FaultKind extra, std::vector<Fault>& faults) {
  for (const std::string& id : given)
    if (!drawn.contains(id)) faults.push_back({missing, id, "", 0});
  for (const std::string& id : drawn)
    if (!given.contains(id)) faults.push_back({extra, id, "", 0});
}

void check_completeness(const Layout& layout, const Picture& picture, std::vector<Fault>& faults) {
  std::set<std::string> given, drawn;
  for (const Box& box : picture.boxes) given.insert(box.id);
  for (const DrawnBox& box : layout.boxes)
    if (!box.heading || given.contains(box.id)) drawn.insert(box.id);
  compare(given, drawn, FaultKind::box_missing, FaultKind::box_extra, faults);
  given.clear();
  drawn.clear();
  for (const Line& line : picture.lines) given.insert(picture.id + "-" + line.id);
  for (const DrawnLine& line : layout.lines) drawn.insert(line.id);
  compare(given, drawn, FaultKind::line_missing, FaultKind::line_extra, faults);
}

void check_budget(const Drawing& drawing, const Picture& picture, const Budget& budget,
                  std::vector<Fault>& faults) {
  const auto most = [&](std::size_t count, std::size_t limit, const char* what) {
    if (count > limit)
      faults.push_back({FaultKind::over_budget, what, "", static_cast<double>(count)});
  };
  most(picture.boxes.size(), budget.boxes, "boxes");
  most(picture.lines.size(), budget.lines, "lines");
  const auto weigh = [&](ImageFormat format, std::size_t limit, const char* what) {
    const auto image = drawing.images.find(format);
    if (image != drawing.images.end() && image->second.size() > limit)
      faults.push_back(
          {FaultKind::heavy_file, what, "", static_cast<double>(image->second.size())});
  };
  weigh(ImageFormat::svg, svg_limit, "SVG");
  const double pages = budget.width_mm * budget.height_mm / (a4_page.width_mm * a4_page.height_mm);
  weigh(ImageFormat::png,
        static_cast<std::size_t>(static_cast<double>(png_limit) * std::max(1.0, pages)), "PNG");
}

void check_print(const Layout& layout, double scale, std::vector<Fault>& faults) {
  const Words* smallest = nullptr;
  const auto look = [&](const std::vector<Words>& all) {
    for (const Words& words : all)
      if (smallest == nullptr || words.size < smallest->size) smallest = &words;
  };
  look(layout.words);
  for (const DrawnBox& box : layout.boxes) look(box.words);
  for (const DrawnLine& line : layout.lines) look(line.number);
  if (smallest != nullptr && smallest->size * scale < smallest_print)
    faults.push_back({FaultKind::small_text, smallest->text, "", smallest->size * scale});
}

}  // namespace

std::string_view name_of(FaultKind kind) { return names[std::size_t(kind)]; }

std::string in_words(const Fault& fault) {
  return fmt::format("{}: {}{}{} ({:.1f})", name_of(fault.kind), fault.first,
                     fault.second.empty() ? "" : ", ", fault.second, fault.amount);
}

std::vector<Fault> faults_of(const Drawing& drawing, const Picture& picture, const Budget& budget) {
  const Layout layout = read_layout(drawing.images.at(ImageFormat::json));
  std::vector<Fault> faults;
  check_completeness(layout, picture, faults);
  check_budget(drawing, picture, budget, faults);
  // a page does not enlarge a small picture; a slide does
  check_print(layout,
              std::min(print_scale(drawing.width_pt, drawing.height_pt, budget),
                       std::max(1.0, budget.least_scale)),
              faults);
  if (drawing.step != DrawStep::as_given) faults.push_back({FaultKind::gave_up, picture.id, "", 0});
  for (const std::string& warning : drawing.warnings)
    faults.push_back({FaultKind::warning, warning, "", 0});
  check_places(layout, faults);
  check_words(layout, faults);
  check_colours(layout, faults);
  check_grey(layout, picture, faults);
  return faults;
}

}  // namespace crosscut::geometry
