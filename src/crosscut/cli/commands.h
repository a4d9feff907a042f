// The commands: each reads, does its work and prints; returns the exit code.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace crosscut {

/// Where a run prints: results to out, diagnostics to err.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  bool colour = false;  // for diagnostics
};

/// Runs the program with the arguments after its name. 0 = clean, 1 = found what
/// --fail-on names, 2 = bad input or usage.
int run(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace crosscut
