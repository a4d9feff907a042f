// Files to write: all of a run are written whole under temporary names, then all renamed.
#pragma once

#include <string>
#include <vector>

namespace crosscut {

struct OutputFile {
  std::string name;  // in the folder; may hold '/'
  std::string bytes;
};

/// Writes all files into the folder, which is made when missing. Returns what went wrong, or an
/// empty text; then nothing of the run is left half written.
std::string write_files(const std::string& folder, const std::vector<OutputFile>& files);

/// "Written to my-report: report.html, findings.json and 6 figures."
std::string what_was_written(const std::string& folder, const std::vector<OutputFile>& files,
                             std::size_t figures);

}  // namespace crosscut
