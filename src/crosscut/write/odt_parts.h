// Pieces of an OpenDocument text. Only for odt_*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosscut/base/zip.h"
#include "crosscut/write/paper.h"

namespace crosscut::odt {

/// What an upright page leaves for text.
inline constexpr double text_width_cm = 17;

/// Text that XML can hold: control characters as spaces.
std::string clean(std::string_view text);

/// styles.xml: page layout with head and foot, and every named style that content.xml uses.
std::string styles_xml(const Paper& paper);

struct Content {
  std::string xml;  // content.xml
  std::vector<ZipPart> pictures;
};
Content content_of(const Paper& paper);

}  // namespace crosscut::odt
