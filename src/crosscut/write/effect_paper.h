// What a change does, beside doing nothing: as a paper for text, HTML and Markdown, and as JSON.
#pragma once

#include <string>
#include <vector>

#include "crosscut/model/effect.h"
#include "crosscut/write/paper.h"

namespace crosscut {

/// A change with its name, that of its file or "change", and the sentences as they were written.
struct NamedEffect {
  std::string name;
  std::vector<std::string> sentences;
  const Effect* effect = nullptr;
  std::optional<ReportFigure> figure;  // before and after
};

/// Doing nothing beside each change, then each change in full. Takes one change or more, all of one
/// map; the result points into their graphs.
Paper effects_paper(const std::vector<NamedEffect>& effects);
std::string write_effects_json(const std::vector<NamedEffect>& effects);

/// Needs of one department that rest with another.
std::size_t count_needs(const Report& report);

}  // namespace crosscut
