// Sentences that change a map -> Scenario, one a line, `#` opens a comment:
//
//   create department dsit "Department for Science, Innovation and Technology" on 2023-02-07
//   move skills-england, ofsted to dwp
//   create forum skills-board "Skills Board" with dfe, dwp
//   report skills-england to dwp
//   move policy energy-efficiency from desnz to mhclg
//   merge fco, dfid into fcdo "Foreign, Commonwealth and Development Office"
//   abolish nhs-england into dhsc
//   abolish growth-board
//   split beis into desnz "Energy Security and Net Zero", dbt "Business and Trade"
//     energy-policy, ofgem to desnz
//     rest to dbt
//   rename dluhc mhclg "Ministry of Housing, Communities and Local Government"
//   let hmt lead industrial-strategy
//   end dfe co-leads skills
//   add board approves plan
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "crosscut/base/diagnostic.h"
#include "crosscut/model/scenario.h"

namespace crosscut {

struct SentenceInfo {
  std::string_view pattern;  // "move WHAT, ... to DEPARTMENT"
  std::string_view meaning;
};
std::span<const SentenceInfo> all_sentences();

/// Reads the file with that index. Every sentence that cannot be read is a diagnostic.
Scenario read_changes(std::uint32_t file, const Files& files, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscut
