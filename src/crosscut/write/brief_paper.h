// One page in the order of a submission, on a finding, an item or a department, from what the maps
// hold and nothing else: issue, recommendation, timing, background, options, who must agree,
// sources.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crosscut/model/convening.h"
#include "crosscut/model/report.h"
#include "crosscut/write/paper.h"

namespace crosscut {

/// `rooms`: who must be in the room on the items that it is about; may be empty.
/// `accepted`: its entry in report.accepted; null when it is not accepted.
Paper finding_brief(const Report& report, const Finding& finding, const Accepted* accepted,
                    const std::vector<Convening>& rooms);
Paper item_brief(const Report& report, const Convening& room);
Paper department_brief(const Report& report, EntityId department);

/// Puts the picture at the end.
void add_brief_figure(Paper& paper, ReportFigure figure);

/// `about`: id of the finding or the entity.
std::string write_brief_json(const Report& report, const std::string& about, const Paper& paper);

}  // namespace crosscut
