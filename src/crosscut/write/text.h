// The report as plain text, for the terminal.
#pragma once

#include <string>

#include "crosscut/model/report.h"

namespace crosscut {

/// What was read, the findings with severity, confidence, action and where the first source
/// stands, then the questions to ask. No colour, lines of any length.
std::string write_text(const Report& report);

}  // namespace crosscut
