// Runs a function in a forked child process and brings back the bytes it returns, whatever the
// child does: crash, hang, exit, or write to the terminal.
//
//   ChildResult result = run_in_child([] { return risky(); }, std::chrono::seconds(10));
//   if (!result.bytes) complain("Graphviz " + result.failure);
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace crosscut {

/// Built with the address, thread or memory sanitizer? Then the child's memory is not capped, and
/// only one thread may run when a child is made: a fork leaves the sanitizer's own locks held.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

struct ChildResult {
  std::optional<std::string> bytes;
  std::string failure;  ///< verb phrase: "did not finish within 10 seconds", "crashed (signal 11)"
};

/// Calls `work` in a child made by plain fork (no exec), kills it at the deadline and always reaps
/// it. The child has no terminal (its stdin, stdout and stderr are /dev/null), no other open files,
/// the C locale, UTC, at most 4 GiB of memory, dies with the calling thread, and never runs the
/// caller's exit handlers. An exception in `work`, a call of exit() and a short message are
/// failures. Blocks for at most `time_limit` and the time to reap.
ChildResult run_in_child(const std::function<std::string()>& work,
                         std::chrono::milliseconds time_limit);

}  // namespace crosscut
