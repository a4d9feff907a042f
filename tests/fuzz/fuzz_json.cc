// A map as JSON.
#include <cstdint>

#include "crosscut/read/load.h"
#include "read_it.h"

using namespace crosscut;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(text)) return 0;  // load_file makes it so
  Files files;
  std::vector<Diagnostic> diagnostics;
  const std::uint32_t file = add_text("map.json", std::move(text), files);
  const MapTables tables = json_tables(file, files, diagnostics);
  finish(tables, files, std::move(diagnostics));
  return 0;
}
