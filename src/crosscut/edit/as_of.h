// A map as somebody could have written it on an earlier day, so that history can be replayed.
#pragma once

#include "crosscut/model/dataset.h"

namespace crosscut {

/// The rows that are open on `day`. Ends up to `own`, the map's own date, are left out: they lay
/// ahead on `day`, and the map does not say since when they were planned. Later ends stay.
Dataset as_of(const Dataset& dataset, const PartialDate& day, const PartialDate& own);

}  // namespace crosscut
