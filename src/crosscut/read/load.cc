#include "crosscut/read/load.h"

#include <iconv.h>
#include <sha256.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "crosscut/base/text.h"
#include "crosscut/model/codes.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

/// Windows-1252 to UTF-8; the five bytes that it leaves undefined become question marks.
std::string from_windows_1252(const std::string& bytes) {
  const iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
  std::string text(bytes.size() * 3 + 4, '\0');
  std::string input = bytes;
  char* in = input.data();
  std::size_t in_left = input.size();
  char* out = text.data();
  std::size_t out_left = text.size();
  while (in_left > 0 &&
         iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) {
    *out++ = '?';
    --out_left;
    ++in;
    --in_left;
  }
  iconv_close(converter);
  text.resize(text.size() - out_left);
  return text;
}

/// Works through the text in blocks of one length, of which compilers take many bytes at a time.
template <typename IsOdd>
bool has_odd_byte(std::string_view text, IsOdd is_odd) {
  constexpr std::size_t block = 64;
  const auto odd_byte = [&](char c) { return is_odd(static_cast<unsigned char>(c)); };
  for (; text.size() >= block; text.remove_prefix(block)) {
    unsigned char odd = 0;
    for (std::size_t i = 0; i < block; ++i)
      odd = static_cast<unsigned char>(odd | (odd_byte(text.data()[i]) ? 1 : 0));
    if (odd != 0) return true;
  }
  return std::any_of(text.begin(), text.end(), odd_byte);
}

bool is_binary(std::string_view bytes) {
  return has_odd_byte(bytes, [](unsigned char byte) {
    return ((byte < 0x20) & (byte != '\t') & (byte != '\r') & (byte != '\n') & (byte != '\f')) |
           (byte == 0x7F);
  });
}

bool is_utf16(const std::string& bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// As plain_text does, in place: form feeds, and U+FFFE and U+FFFF.
void replace_odd_characters(std::string& text) {
  std::replace(text.begin(), text.end(), '\f', ' ');
  for (const char last : {'\xBE', '\xBF'})
    for (std::size_t at = text.find(std::string("\xEF\xBF") + last); at != std::string::npos;
         at = text.find(std::string("\xEF\xBF") + last, at))
      text.replace(at, 3, "\xEF\xBF\xBD");
}

bool has_odd_characters(std::string_view text) {
  return has_odd_byte(text, [](unsigned char byte) { return (byte == '\f') | (byte == 0xEF); });
}

void find_lines(InputFile& file) {
  const std::string& text = file.text;
  const bool returns = text.find('\r') != std::string::npos;
  file.line_starts.push_back(0);
  if (!returns) {
    file.line_starts.reserve(1 +
                             static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      file.line_starts.push_back(at + 1);
    return;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool lone_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || lone_return) file.line_starts.push_back(i + 1);
  }
}

/// Of a file whose text has the bytes on disk, or all but the mark at their start.
std::string hash_of(std::string_view mark, std::string_view text) {
  SHA2_CTX context;
  SHA256Init(&context);
  for (const std::string_view part : {mark, text})
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digest{};
  return SHA256End(&context, digest.data());
}

}  // namespace

std::string sha256_of(const std::string& bytes) { return hash_of("", bytes); }

std::optional<std::string> load_bytes(const std::string& path, const ReadOptions& options,
                                      std::vector<Diagnostic>& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    diagnostics.push_back(diagnose_path("missing-file", path, "we found no such file",
                                        "check the spelling of the path"));
    return std::nullopt;
  }
  if (!fs::is_regular_file(status)) {
    diagnostics.push_back(
        diagnose_path("missing-file", path, "this is not a file", "give the path of a file"));
    return std::nullopt;
  }
  const std::uintmax_t size = fs::file_size(path, error);
  if (!error && size > options.max_file_bytes) {
    diagnostics.push_back(diagnose_path("file-too-large", path,
                                        "the file has " + std::to_string(size) +
                                            " bytes; the limit is " +
                                            std::to_string(options.max_file_bytes),
                                        "split the map, or raise the limit with --max-file-mb"));
    return std::nullopt;
  }
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || !stream) {
    diagnostics.push_back(diagnose_path("missing-file", path, "the file cannot be read",
                                        "check that you may read it"));
    return std::nullopt;
  }
  return bytes;
}

std::uint32_t add_text(std::string path, std::string text, Files& files) {
  auto file = std::make_shared<InputFile>();
  file->path = std::move(path);
  file->text = std::move(text);
  file->hash = [&text = file->text] { return hash_of("", text); };
  find_lines(*file);
  files.push_back(std::move(file));
  return static_cast<std::uint32_t>(files.size() - 1);
}

std::uint32_t add_sheet(std::string path, std::string text, std::string sha256, Files& files) {
  auto file = std::make_shared<InputFile>();
  file->path = std::move(path);
  file->hash = [sha256 = std::move(sha256)] { return sha256; };
  file->text = std::move(text);
  file->sheet = true;
  find_lines(*file);
  files.push_back(std::move(file));
  return static_cast<std::uint32_t>(files.size() - 1);
}

std::shared_ptr<const InputFile> load_input(const std::string& path, const ReadOptions& options,
                                            std::vector<Diagnostic>& diagnostics) {
  auto bytes = load_bytes(path, options, diagnostics);
  if (!bytes) return nullptr;
  if (is_utf16(*bytes) || is_binary(*bytes)) {
    diagnostics.push_back(diagnose_path(
        "binary-file", path, is_utf16(*bytes) ? "the file is in UTF-16" : "the file is not text",
        "in Excel, use Save as, then CSV UTF-8 (comma delimited)"));
    return nullptr;
  }
  auto file = std::make_shared<InputFile>();
  file->path = path;
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const bool marked = bytes->starts_with(mark);
  file->text = marked ? bytes->substr(mark.size()) : std::move(*bytes);
  const std::string_view before = marked ? mark : "";
  file->hash = [before, &text = file->text] { return hash_of(before, text); };
  if (trim(file->text).empty()) {
    diagnostics.push_back(diagnose_path("empty-file", path, "the file is empty",
                                        "write the column names in the first row"));
    return nullptr;
  }
  const bool utf8 = is_utf8(file->text);
  const bool odd = has_odd_characters(file->text);
  if (!utf8 || odd)  // the text will no longer be what lies on disk
    file->hash = [sha256 = file->hash()] { return sha256; };
  if (!utf8) {
    file->text = from_windows_1252(file->text);
    diagnostics.push_back(diagnose_path(
        "encoding-guessed", path, "the file is not UTF-8; it was read as Windows-1252",
        "save it as CSV UTF-8 to be sure that every letter is right"));
  }
  if (!utf8 || odd) replace_odd_characters(file->text);
  find_lines(*file);
  return file;
}

std::optional<std::uint32_t> load_file(const std::string& path, const ReadOptions& options,
                                       Files& files, std::vector<Diagnostic>& diagnostics) {
  auto file = load_input(path, options, diagnostics);
  if (!file) return std::nullopt;
  files.push_back(std::move(file));
  return static_cast<std::uint32_t>(files.size() - 1);
}

}  // namespace crosscut
