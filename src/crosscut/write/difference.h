// How two maps differ, as text for the terminal and as JSON.
#pragma once

#include <string>

#include "crosscut/model/difference.h"

namespace crosscut {

std::string write_difference_text(const Difference& difference);
std::string write_difference_json(const Difference& difference);

}  // namespace crosscut
