// The report as Markdown, in the same words as the web page, to put into another document or to
// turn into a Word or LibreOffice file: pandoc report.md -o report.docx.
//
//   std::string text = write_markdown(report, figures, "svg");   // links figures/departments.svg
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosscut/model/report.h"
#include "crosscut/write/figure.h"

namespace crosscut {

/// CommonMark with pipe tables and no HTML, as both GitHub and pandoc read it; UTF-8, ends in one
/// line end. A pure function: same report and figures, same bytes. Pictures are linked as
/// figures/ID.ENDING, or not at all when the ending is empty.
std::string write_markdown(const Report& report, const std::vector<ReportFigure>& figures,
                           std::string_view image_ending);

}  // namespace crosscut
