// The frame of a page: head, top, contents and foot.
#include <fmt/format.h>
#include <sha256.h>

#include <array>

#include "crosscut/write/html_parts.h"

namespace crosscut::html {
namespace {

std::string base64(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < size; i += 3) {
    const std::size_t left = size - i;
    const unsigned word = static_cast<unsigned>(bytes[i] << 16) |
                          static_cast<unsigned>(left > 1 ? bytes[i + 1] << 8 : 0) |
                          static_cast<unsigned>(left > 2 ? bytes[i + 2] : 0);
    text += letters[(word >> 18) & 63U];
    text += letters[(word >> 12) & 63U];
    text += left > 1 ? letters[(word >> 6) & 63U] : '=';
    text += left > 2 ? letters[word & 63U] : '=';
  }
  return text;
}

std::string head(const Frame& frame) {
  const std::string policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
                             hash_for_policy(script()) + "'";
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"crosscut "
      "{}\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
      policy, version(), escape(frame.title),
      style(frame.printed_title, frame.date, frame.marking) +
          (frame.brief ? brief_style(frame.marking) : ""));
}

std::string header(const Frame& frame) {
  std::string summary;
  for (const std::string& words : frame.summary) summary += paragraph(words, "summary");
  return fmt::format(
      "<a class=\"skip\" href=\"#main\">Skip to main content</a>\n<header>\n"
      "<div class=\"bar\"><div class=\"wrap\"><p><span>{}</span> <span>As "
      "at {}</span> <span>{}</span></p></div></div>\n"
      "<div class=\"wrap\">\n<h1>{}</h1>\n{}</div>\n</header>\n",
      escape(frame.subject), frame.date, escape(frame.marking), escape(frame.title), summary);
}

std::string contents(const Frame& frame) {
  std::string text =
      "<nav class=\"wrap\" aria-labelledby=\"contents-h\">\n<h2 "
      "id=\"contents-h\">Contents</h2>\n<ul>\n";
  for (const auto& [id, words] : frame.contents)
    text += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, escape(words));
  return text + "</ul>\n</nav>\n";
}

std::string footer(const Frame& frame) {
  std::string text = fmt::format("<footer>\n<h2>{}</h2>\n", frame.about_heading);
  for (const std::string& words : frame.about) text += paragraph(words);
  return text + "</footer>\n";
}

}  // namespace

std::string hash_for_policy(std::string_view text) {
  SHA2_CTX context;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  SHA256Final(digest.data(), &context);
  return base64(digest.data(), digest.size());
}

std::string frame_page(const Frame& frame, std::string_view body) {
  return head(frame) + header(frame) + (frame.brief ? "" : contents(frame)) +
         "<main id=\"main\" tabindex=\"-1\">\n<p id=\"sorted\" class=\"hidden\" "
         "role=\"status\"></p>\n" +
         std::string(body) + "</main>\n" + footer(frame) +
         fmt::format("<script>{}</script>\n</body>\n</html>\n", script());
}

}  // namespace crosscut::html
