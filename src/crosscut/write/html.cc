#include "crosscut/write/html.h"

#include <fmt/format.h>
#include <sha256.h>

#include <array>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/html_parts.h"
#include "crosscut/write/matrix.h"

namespace crosscut {
namespace html {
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

std::string head(const Page& page, const std::string& date) {
  const std::string policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" +
                             hash_for_policy(script()) + "'";
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"crosscut "
      "{}\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
      policy, version(), escape(page_title(page.report)),
      style(page.report.title, date, page.report.marking));
}

std::string header(const Page& page, const std::string& date) {
  return fmt::format(
      "<a class=\"skip\" href=\"#main\">Skip to main content</a>\n<header>\n"
      "<div class=\"bar\"><div class=\"wrap\"><p><span>{}</span> <span>As "
      "at {}</span> <span>{}</span></p></div></div>\n"
      "<div class=\"wrap\">\n<h1>{}</h1>\n{}</div>\n</header>\n",
      escape(page_subject(page.report)), date, escape(page.report.marking),
      escape(page_title(page.report)), paragraph(summary(page.report), "summary"));
}

std::string contents(const Page& page) {
  const auto any_open = [&](Kind kind) { return !open_of_kind(page.graph, kind).empty(); };
  std::vector<std::pair<std::string_view, std::string_view>> entries = {{"numbers", "In numbers"},
                                                                        {"findings", "Findings"}};
  if (!page.selection.questions.empty()) entries.emplace_back("questions", "Questions to ask");
  if (!page.report.accepted.empty()) entries.emplace_back("accepted", "Accepted");
  if (!page.figures.empty()) entries.emplace_back("diagrams", "Diagrams");
  if (any_open(Kind::department)) entries.emplace_back("by-department", "Department by department");
  if (any_open(Kind::mission)) entries.emplace_back("by-mission", "Mission by mission");
  entries.insert(entries.end(), {{"tables", "Tables"},
                                 {"all-findings", "Table: all findings"},
                                 {"ownership", "Table: ownership"},
                                 {"pairs", "Table: departments that work together"}});
  if (needs_matrix(page.report))
    entries.emplace_back("matrix", "Table: which department relies on which");
  entries.insert(entries.end(), {{"relations", "Table: relations"},
                                 {"entities", "Table: organisations and items"},
                                 {"sources", "Table: sources"},
                                 {"method", "Annex A: method"},
                                 {"quality", "Annex B: data quality"}});
  std::string text =
      "<nav class=\"wrap\" aria-labelledby=\"contents-h\">\n<h2 "
      "id=\"contents-h\">Contents</h2>\n<ul>\n";
  for (const auto& [id, words] : entries)
    text += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, words);
  return text + "</ul>\n</nav>\n";
}

std::string numbers(const Page& page) {
  std::string body = "<ul class=\"numbers\">\n";
  for (const KeyFigure& figure : key_figures(page.report))
    body += fmt::format("<li><b>{}</b> {}</li>\n", escape(figure.number), escape(figure.phrase));
  return section(2, "numbers", "In numbers", body + "</ul>\n");
}

std::string footer(const Page& page) {
  std::string text = "<footer>\n<h2>About this report</h2>\n";
  for (const std::string& words : about_words(page.report)) text += paragraph(words);
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

}  // namespace html

std::string write_html(const Report& report, const std::vector<ReportFigure>& figures) {
  using namespace html;
  const Page page(report, figures);
  const std::string date = as_at_words(report.graph);
  std::string text = head(page, date) + header(page, date) + contents(page);
  text +=
      "<main id=\"main\" tabindex=\"-1\">\n<p id=\"sorted\" class=\"hidden\" "
      "role=\"status\"></p>\n";
  text += numbers(page) + findings_section(page) + questions_section(page) +
          accepted_section(page) + diagrams_section(page);
  text += departments_section(page) + missions_section(page);
  text += tables_section(page) + method_section(page) + quality_section(page) + "</main>\n" +
          footer(page);
  text += fmt::format("<script>{}</script>\n</body>\n</html>\n", script());
  return text;
}

}  // namespace crosscut
