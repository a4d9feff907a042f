// What the fuzzing programs share: whatever the tables, reading and linking end.
#pragma once

#include <cstdlib>

#include "crosscut/base/text.h"
#include "crosscut/model/graph.h"
#include "crosscut/read/map.h"

namespace crosscut {

/// Aborts when a diagnostic points nowhere, or no error explains why nothing was read.
inline void finish(const MapTables& tables, const Files& files,
                   std::vector<Diagnostic> diagnostics) {
  if (tables.empty() && !has_errors(diagnostics)) std::abort();
  MapRead read = read_map(tables, "map");
  read.dataset.files = files;
  const Linked linked = link(read.dataset, {});
  diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  diagnostics.insert(diagnostics.end(), linked.diagnostics.begin(), linked.diagnostics.end());
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.place.known() && diagnostic.place.file >= files.size()) std::abort();
    if (!is_utf8(format_diagnostic(diagnostic, files))) std::abort();
  }
  for (const EntityRow& row : read.dataset.entities)
    if (!is_utf8(row.name) || plain_text(row.name) != row.name) std::abort();
}

inline void read_book(const std::string& bytes) {
  Files files;
  std::vector<Diagnostic> diagnostics;
  const MapTables tables = workbook_tables("map.xlsx", bytes, files, diagnostics);
  finish(tables, files, std::move(diagnostics));
}

}  // namespace crosscut
