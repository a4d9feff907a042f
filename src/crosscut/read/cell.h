// A cell of a table, wherever the table comes from.
#pragma once

#include "crosscut/base/diagnostic.h"
#include "crosscut/base/shared_text.h"

namespace crosscut {

struct Cell {
  Text text;  // trimmed
  Place place;
};

}  // namespace crosscut
