// The figures for experts, as tables of the annex.
#pragma once

#include "crosscut/write/table_words.h"

namespace crosscut {

/// Of the map: each with what it says.
TableWords map_measure_words(const Report& report);

/// Of each open department.
TableWords department_measure_words(const Report& report);

}  // namespace crosscut
