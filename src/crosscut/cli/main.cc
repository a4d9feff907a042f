// The program: hands its arguments to the commands.
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "crosscut/cli/commands.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is not an error
  std::ios::sync_with_stdio(false);
  const bool colour = isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  const int code = crosscut::run({argv + 1, argv + argc}, {std::cout, std::cerr, colour});
  std::cout.flush();
  return code;
}
