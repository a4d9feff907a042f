// A shared library that is loaded when it is first used. libzip and libxlsxwriter bring OpenSSL
// with them, which would take longer to load than all the rest of the program to start.
//
//   struct Libzip {
//     LateLibrary library{CROSSCUT_LIBZIP};
//     CROSSCUT_LATE(zip_fread);
//   };
#pragma once

/// A member of the name and type of a function of C, found in the member `library` before it.
#define CROSSCUT_LATE(name) \
  decltype(&::name) name = reinterpret_cast<decltype(&::name)>(library.find(#name))

namespace crosscut {

class LateLibrary {
 public:
  /// `file` as the loader finds it, "libzip.so.4". Where it is not installed, the program says so
  /// and ends. It stays loaded.
  explicit LateLibrary(const char* file);
  void* find(const char* symbol) const;

 private:
  const char* file_;
  void* handle_;
};

}  // namespace crosscut
