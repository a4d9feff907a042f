// The report as one web page that stands on its own: no request to any network, opens from disk or
// e-mail, prints to PDF, and meets WCAG 2.2 AA (docs: report outline).
//
//   std::string page = write_html(report, figures);   // <!DOCTYPE html> ... </html>
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/report.h"
#include "crosscut/write/figure.h"

namespace crosscut {

/// UTF-8, ends in a line end. A pure function: same report and figures, same bytes. Text from the
/// maps is escaped; `svg` of each figure is trusted and stands as it is.
std::string write_html(const Report& report, const std::vector<ReportFigure>& figures);

}  // namespace crosscut
