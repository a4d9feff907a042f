#include "crosscut/base/late_library.h"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>

namespace crosscut {
namespace {

[[noreturn]] void give_up(const char* file) {
  std::fprintf(stderr, "crosscut: %s is needed for workbooks and documents: %s\n", file, dlerror());
  std::exit(1);
}

}  // namespace

LateLibrary::LateLibrary(const char* file)
    : file_(file), handle_(dlopen(file, RTLD_NOW | RTLD_LOCAL)) {
  if (handle_ == nullptr) give_up(file_);
}

void* LateLibrary::find(const char* symbol) const {
  void* found = dlsym(handle_, symbol);
  if (found == nullptr) give_up(file_);
  return found;
}

}  // namespace crosscut
