// The one thing in a PDF that changes with the clock.
#include "crosscut/draw/worker.h"

namespace crosscut {

bool fix_creation_date(std::string& pdf) {
  constexpr std::string_view kKey = "/CreationDate (D:";
  constexpr std::string_view kFixed = "20000101000000";
  const std::size_t at = pdf.rfind(kKey);
  if (at == std::string::npos || pdf.size() < at + kKey.size() + kFixed.size()) return false;
  pdf.replace(at + kKey.size(), kFixed.size(), kFixed);
  return true;
}

}  // namespace crosscut
