#include "crosscut/model/dataset.h"

#include <algorithm>

namespace crosscut {

bool MapInfo::looked_for(Coverage coverage) const {
  return std::find(covers.begin(), covers.end(), coverage) != covers.end();
}

}  // namespace crosscut
