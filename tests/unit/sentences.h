// Sentences tried on a map, for tests. All of them must be readable.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "crosscut/plan/whatif.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/load.h"

namespace crosscut {

/// Adds the text to the files of the map.
inline Scenario read_sentences(Dataset& dataset, std::string sentences) {
  const std::uint32_t file = add_text("test.changes", std::move(sentences), dataset.files);
  std::vector<Diagnostic> diagnostics;
  Scenario scenario = read_changes(file, dataset.files, diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  return scenario;
}

inline Applied apply_sentences(Dataset dataset, std::string sentences) {
  const Scenario scenario = read_sentences(dataset, std::move(sentences));
  return apply(dataset, scenario, {});
}

inline WhatIf try_sentences(Dataset dataset, std::string sentences,
                            const LinkOptions& options = {}) {
  const Scenario scenario = read_sentences(dataset, std::move(sentences));
  return try_change(dataset, scenario, options, 1);
}

}  // namespace crosscut
