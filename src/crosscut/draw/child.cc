#include "crosscut/draw/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string_view>
#include <thread>
#include <utility>

namespace crosscut {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kPrefix = sizeof(std::uint64_t);

// How a child ends that has sent no message.
constexpr int kThrew = 3;
constexpr int kCalledExit = 4;
constexpr int kCouldNotSend = 5;
constexpr int kOrphan = 6;

/// An open file descriptor, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

/// A child process, killed if need be and reaped at the end of its scope.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { kill_and_reap(); }

  void kill_and_reap() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
  }

  /// The wait status, or nothing if the child still runs at the deadline (or someone else reaped
  /// it, as happens where SIGCHLD is ignored: then `reaped` says 0).
  std::optional<int> wait_until(Clock::time_point deadline) {
    int status = 0;
    while (true) {
      const pid_t got = ::waitpid(pid_, &status, WNOHANG);
      if (got == pid_ || (got < 0 && errno == ECHILD)) {
        pid_ = -1;
        return status;
      }
      if (got == 0 && Clock::now() >= deadline) return std::nullopt;
      // The pipe is closed, so the child is on its way out: this loop turns once or twice.
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

 private:
  pid_t pid_;
};

// ---- in the child ---------------------------------------------------------------------------

[[noreturn]] void leave(int code) { ::_exit(code); }

/// Caps memory, so that a runaway layout fails alone and does not drag the machine into swapping.
/// Not RLIMIT_AS: that counts reserved address space, of which a caller with many threads has
/// gigabytes. Sanitizers map terabytes of shadow memory, so there it is left out.
void cap_memory() {
  constexpr rlim_t kBytes = rlim_t{4} << 30;
  rlimit limit{};
  if (!kSanitized && ::getrlimit(RLIMIT_DATA, &limit) == 0) {
    limit.rlim_cur = std::min({limit.rlim_cur, limit.rlim_max, kBytes});
    ::setrlimit(RLIMIT_DATA, &limit);
  }
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
}

/// Signals as in a fresh program, except that a vanished reader is an error of write().
void reset_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGCHLD}) {
    std::signal(number, SIG_DFL);
  }
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Leaves no open file but the pipe, moved clear of 0 to 2, which become /dev/null. Returns it.
int keep_only(int pipe_end) {
  const int out = ::fcntl(pipe_end, F_DUPFD_CLOEXEC, 3);
  if (out < 0) leave(kCouldNotSend);
  if (out > 3) ::close_range(3, static_cast<unsigned>(out) - 1, 0);
  ::close_range(static_cast<unsigned>(out) + 1, ~0U, 0);
  for (int fd = 0; fd <= 2; ++fd) ::close(fd);
  const int null = ::open("/dev/null", O_RDWR);  // gets 0, the lowest that is free
  for (int fd = 1; fd <= 2; ++fd) ::dup2(null, fd);
  return out;
}

/// Nothing of the user's settings may show in the picture's bytes.
void neutral_surroundings() {
  ::setenv("TZ", "UTC0", 1);
  ::tzset();
  ::setenv("LC_ALL", "C", 1);
  std::setlocale(LC_ALL, "C");
}

bool write_all(int fd, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t done = ::write(fd, data, size);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    data += done;
    size -= static_cast<std::size_t>(done);
  }
  return true;
}

[[noreturn]] void be_child(int pipe_end, pid_t parent, const std::function<std::string()>& work) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) leave(kOrphan);  // it died before the line above
  reset_signals();
  const int out = keep_only(pipe_end);
  cap_memory();
  // Graphviz calls exit() when memory runs out. The last handler registered runs first, so this
  // one keeps the caller's handlers from running and its buffers from being flushed twice.
  std::atexit([] { leave(kCalledExit); });
  try {
    neutral_surroundings();
    const std::string bytes = work();
    std::array<char, kPrefix> prefix{};
    const std::uint64_t size = bytes.size();
    std::memcpy(prefix.data(), &size, kPrefix);
    const bool sent =
        write_all(out, prefix.data(), kPrefix) && write_all(out, bytes.data(), bytes.size());
    leave(sent ? 0 : kCouldNotSend);
  } catch (...) {
    leave(kThrew);
  }
}

// ---- in the parent --------------------------------------------------------------------------

std::string in_words(std::chrono::milliseconds time) {
  const auto count = time.count();
  const bool seconds = count >= 1000 && count % 1000 == 0;
  const std::string number = std::to_string(seconds ? count / 1000 : count);
  return number + (seconds ? " second" : " millisecond") + (number == "1" ? "" : "s");
}

/// Milliseconds left, rounded up so that poll() does not spin in the last one; 0 when over.
int time_left(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

enum class ReadEnd { closed, timed_out, broken };

/// Reads until the child closes its end or the deadline passes.
ReadEnd read_until(int fd, Clock::time_point deadline, std::string& bytes) {
  std::array<char, 65536> buffer;
  while (true) {
    const int wait = time_left(deadline);
    if (wait == 0) return ReadEnd::timed_out;
    pollfd ready{fd, POLLIN, 0};
    const int count = ::poll(&ready, 1, wait);
    if (count == 0 || (count < 0 && errno == EINTR)) continue;
    if (count < 0) return ReadEnd::broken;
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return ReadEnd::broken;
    if (got == 0) return ReadEnd::closed;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string describe_end(int status) {
  if (WIFSIGNALED(status)) return "crashed (signal " + std::to_string(WTERMSIG(status)) + ")";
  if (WEXITSTATUS(status) == kThrew || WEXITSTATUS(status) == kCalledExit) {
    return "gave up, perhaps for want of memory";
  }
  return "stopped early (exit code " + std::to_string(WEXITSTATUS(status)) + ")";
}

/// Takes the length prefix off; nothing when the message is not as long as it says.
std::optional<std::string> unwrap(std::string_view bytes) {
  std::uint64_t size = 0;
  if (bytes.size() < kPrefix) return std::nullopt;
  std::memcpy(&size, bytes.data(), kPrefix);
  if (size != bytes.size() - kPrefix) return std::nullopt;
  return std::string(bytes.substr(kPrefix));
}

ChildResult collect(pid_t pid, int fd, std::chrono::milliseconds time_limit) {
  Child child(pid);
  // Capped at a day: adding the largest duration there is to now() would overflow.
  const Clock::time_point deadline =
      Clock::now() + std::min<std::chrono::milliseconds>(time_limit, std::chrono::hours(24));
  std::string bytes;
  const ReadEnd end = read_until(fd, deadline, bytes);
  if (end == ReadEnd::broken) return {std::nullopt, "could not be read from"};
  const std::optional<int> status =
      end == ReadEnd::closed ? child.wait_until(deadline) : std::nullopt;
  if (!status) return {std::nullopt, "did not finish within " + in_words(time_limit)};
  if (*status != 0) return {std::nullopt, describe_end(*status)};
  std::optional<std::string> message = unwrap(bytes);
  if (!message) return {std::nullopt, "sent back less than it should"};
  return {std::move(message), ""};
}

}  // namespace

ChildResult run_in_child(const std::function<std::string()>& work,
                         std::chrono::milliseconds time_limit) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return {std::nullopt, std::string("could not be started: ") + std::strerror(errno)};
  }
  const Descriptor in(ends[0]);
  Descriptor out(ends[1]);
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return {std::nullopt, std::string("could not be started: ") + std::strerror(errno)};
  if (pid == 0) be_child(out.get(), parent, work);
  out.close();  // or the end of the child's message would never be seen
  return collect(pid, in.get(), time_limit);
}

}  // namespace crosscut
