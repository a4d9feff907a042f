// Zip archives in memory, as workbooks and documents are: read with a limit on what they may
// unpack to, written with the same bytes on any day.
//
//   auto archive = ZipReader::open(bytes);
//   if (archive) auto text = archive->read("content.xml", limit);
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct zip;

namespace crosscut {

enum class ZipFault : std::uint8_t { missing, too_large, encrypted, broken };

class ZipReader {
 public:
  /// Nothing when the bytes are no whole zip archive. They must outlive the reader.
  static std::optional<ZipReader> open(std::string_view bytes);

  bool has(std::string_view name) const;
  /// The part unpacked; it is never unpacked beyond `most` bytes, whatever its header claims.
  std::variant<std::string, ZipFault> read(std::string_view name, std::size_t most) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  explicit ZipReader(zip* archive) : archive_(archive) {}
  std::unique_ptr<zip, Close> archive_;
};

struct ZipPart {
  std::string name;
  std::string bytes;
  bool stored = false;  // not compressed, as the first part of an OpenDocument file must be
};

/// The archive of the parts, in this order, with one fixed time for all.
std::string write_zip(const std::vector<ZipPart>& parts);

}  // namespace crosscut
