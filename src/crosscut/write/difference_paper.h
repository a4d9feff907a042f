// How two maps differ: as a paper for text, HTML and Markdown, and as JSON.
#pragma once

#include <string>

#include "crosscut/model/difference.h"
#include "crosscut/write/paper.h"

namespace crosscut {

/// Points into the graphs of the difference.
Paper difference_paper(const Difference& difference);
std::string write_difference_json(const Difference& difference);

}  // namespace crosscut
