// One step of a measurement: prints "name seconds result peak-MiB", as every program here does.
#pragma once

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

/// Largest amount of memory that the process has held so far, in MiB.
inline long peak_mib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6)) / 1024;
  return 0;
}

/// Takes the step when it is among those wanted, or when none are named.
class Steps {
 public:
  Steps(int count, char** arguments) : wanted_(arguments + 2, arguments + count) {}

  template <typename Work>
  void take(const std::string& name, Work work) const {
    if (wants(name)) always(name, work);
  }

  /// A step that the others rest on.
  template <typename Work>
  void always(const std::string& name, Work work) const {
    const auto start = std::chrono::steady_clock::now();
    const double result = static_cast<double>(work());
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("%s %.6f %.12g %ld\n", name.c_str(), taken.count(), result, peak_mib());
    std::fflush(stdout);
  }

 private:
  bool wants(const std::string& name) const {
    if (wanted_.empty() || name == "load") return true;
    for (const std::string& step : wanted_)
      if (step == name) return true;
    return false;
  }

  std::vector<std::string> wanted_;
};
