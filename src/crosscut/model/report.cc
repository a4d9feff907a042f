#include "crosscut/model/report.h"

namespace crosscut {

std::string_view version() { return CROSSCUT_VERSION; }

}  // namespace crosscut
