#include "crosscut/base/zip.h"

#include <zip.h>

#include <cstdio>
#include <cstdlib>

#include "crosscut/base/late_library.h"

namespace crosscut {
namespace {

struct Libzip {
  LateLibrary library{CROSSCUT_LIBZIP};
  CROSSCUT_LATE(zip_close);
  CROSSCUT_LATE(zip_discard);
  CROSSCUT_LATE(zip_error_init);
  CROSSCUT_LATE(zip_error_strerror);
  CROSSCUT_LATE(zip_fclose);
  CROSSCUT_LATE(zip_file_add);
  CROSSCUT_LATE(zip_file_set_dostime);
  CROSSCUT_LATE(zip_fopen_index);
  CROSSCUT_LATE(zip_fread);
  CROSSCUT_LATE(zip_name_locate);
  CROSSCUT_LATE(zip_open_from_source);
  CROSSCUT_LATE(zip_set_file_compression);
  CROSSCUT_LATE(zip_source_buffer);
  CROSSCUT_LATE(zip_source_buffer_create);
  CROSSCUT_LATE(zip_source_close);
  CROSSCUT_LATE(zip_source_free);
  CROSSCUT_LATE(zip_source_keep);
  CROSSCUT_LATE(zip_source_open);
  CROSSCUT_LATE(zip_source_read);
  CROSSCUT_LATE(zip_source_seek);
  CROSSCUT_LATE(zip_source_tell);
  CROSSCUT_LATE(zip_stat);
  CROSSCUT_LATE(zip_stat_init);
  CROSSCUT_LATE(zip_strerror);
};

const Libzip& libzip() {
  static const Libzip loaded;
  return loaded;
}

/// Writing to memory fails only when there is none left, or through a fault of ours.
[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "crosscut: cannot write a zip archive: %s\n", what);
  std::abort();
}

void add_part(zip_t* archive, const ZipPart& part) {
  zip_source_t* source =
      libzip().zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  const zip_int64_t index =
      source ? libzip().zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
  if (index < 0) give_up(libzip().zip_strerror(archive));
  const auto place = static_cast<zip_uint64_t>(index);
  libzip().zip_set_file_compression(archive, place, part.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
  constexpr zip_uint16_t no_time = 0;
  constexpr zip_uint16_t first_day_of_1980 = (1U << 5U) | 1U;
  libzip().zip_file_set_dostime(archive, place, no_time, first_day_of_1980, 0);
}

std::string take_bytes(zip_source_t* source) {
  if (libzip().zip_source_open(source) != 0) give_up("its bytes cannot be read");
  libzip().zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(libzip().zip_source_tell(source)), '\0');
  libzip().zip_source_seek(source, 0, SEEK_SET);
  const zip_int64_t got = libzip().zip_source_read(source, bytes.data(), bytes.size());
  if (got != static_cast<zip_int64_t>(bytes.size())) give_up("its bytes cannot be read");
  libzip().zip_source_close(source);
  return bytes;
}

}  // namespace

void ZipReader::Close::operator()(zip* archive) const { libzip().zip_discard(archive); }

std::optional<ZipReader> ZipReader::open(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;  // for libzip an archive to be
  zip_source_t* source = libzip().zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return std::nullopt;
  zip_t* archive = libzip().zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    libzip().zip_source_free(source);
    return std::nullopt;
  }
  return ZipReader(archive);
}

bool ZipReader::has(std::string_view name) const {
  return libzip().zip_name_locate(archive_.get(), std::string(name).c_str(), 0) >= 0;
}

std::variant<std::string, ZipFault> ZipReader::read(std::string_view name, std::size_t most) const {
  zip_stat_t about;
  libzip().zip_stat_init(&about);
  if (libzip().zip_stat(archive_.get(), std::string(name).c_str(), 0, &about) != 0)
    return ZipFault::missing;
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
    return ZipFault::encrypted;
  if (about.size > most) return ZipFault::too_large;
  zip_file_t* part = libzip().zip_fopen_index(archive_.get(), about.index, 0);
  if (part == nullptr) return ZipFault::broken;
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(about.size));
  std::string buffer(std::size_t{1} << 16U, '\0');
  zip_int64_t got = 0;
  while ((got = libzip().zip_fread(part, buffer.data(), buffer.size())) > 0) {
    bytes.append(buffer, 0, static_cast<std::size_t>(got));
    if (bytes.size() > most) break;
  }
  libzip().zip_fclose(part);
  if (got < 0) return ZipFault::broken;
  if (bytes.size() > most) return ZipFault::too_large;
  return bytes;
}

std::string write_zip(const std::vector<ZipPart>& parts) {
  zip_error_t error;
  libzip().zip_error_init(&error);
  zip_source_t* memory = libzip().zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive =
      memory ? libzip().zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
  if (archive == nullptr) give_up(libzip().zip_error_strerror(&error));
  libzip().zip_source_keep(memory);
  for (const ZipPart& part : parts) add_part(archive, part);
  if (libzip().zip_close(archive) != 0) give_up(libzip().zip_strerror(archive));
  std::string bytes = take_bytes(memory);
  libzip().zip_source_free(memory);
  return bytes;
}

}  // namespace crosscut
