// The first byte says what the others are: a whole .ods file, or the XML of one part of it.
#include <cstdint>

#include "crosscut/base/zip.h"
#include "read_it.h"

using namespace crosscut;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string content = R"(<office:document-content><office:body><office:spreadsheet>
<table:table table:name="entities"><table:table-column/><table:table-row>
<table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>)";
  switch (data[0] % 4) {
    case 0:
      read_book(bytes);
      break;
    case 1:
      read_book(write_zip({{"content.xml", bytes, true}}));
      break;
    case 2:
      read_book(write_zip({{"styles.xml", bytes, true}, {"content.xml", content, true}}));
      break;
    default:
      read_book(
          write_zip({{"META-INF/manifest.xml", bytes, true}, {"content.xml", content, true}}));
  }
  return 0;
}
