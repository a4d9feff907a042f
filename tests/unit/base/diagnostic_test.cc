#include "crosscut/base/diagnostic.h"

#include <gtest/gtest.h>

#include "crosscut/read/load.h"

namespace crosscut {
namespace {

Diagnostic at(Place place, std::string code = "unknown-id") {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.place = place;
  diagnostic.message = "unknown entity";
  return diagnostic;
}

/// The caret line of the diagnostic.
std::string carets(const Place& place, const Files& files) {
  const std::string text = format_diagnostic(at(place), files);
  const std::size_t second = text.find('\n', text.find('\n') + 1) + 1;
  return text.substr(second, text.find('\n', second) - second);
}

TEST(FormatDiagnostic, PrintsPlaceLineCaretsNotesAndHint) {
  Files files;
  const auto file = add_text("map/relations.csv", "from,relation,to\ndefraa,leads,x\n", files);
  Diagnostic diagnostic = at({file, 2, 1, 6});
  diagnostic.hint = "did you mean \"defra\"?";
  diagnostic.notes.push_back({{file, 1, 1, 4}, "the header"});
  EXPECT_EQ(format_diagnostic(diagnostic, files),
            "map/relations.csv:2:1: error: unknown entity [unknown-id]\n"
            "  defraa,leads,x\n"
            "  ^~~~~~\n"
            "  note: map/relations.csv:1:1: the header\n"
            "  hint: did you mean \"defra\"?\n");
  diagnostic.level = Level::warning;
  EXPECT_NE(format_diagnostic(diagnostic, files, true).find("\x1b[1;35mwarning: \x1b[0m"),
            std::string::npos);
  EXPECT_EQ(format_diagnostic(diagnostic, files, false).find('\x1b'), std::string::npos);
}

TEST(FormatDiagnostic, NamesTheFileWhenThereIsNoPlace) {
  Diagnostic diagnostic = at({});
  diagnostic.path = "map";
  EXPECT_EQ(format_diagnostic(diagnostic, {}), "map: error: unknown entity [unknown-id]\n");
}

TEST(FormatDiagnostic, CaretsCountCharactersAndStayInTheLine) {
  Files files;
  const auto file = add_text("m", "Dŵr,x\tyz\nab", files);
  EXPECT_EQ(carets({file, 1, 5, 1}, files), "      ^");
  EXPECT_EQ(carets({file, 1, 7, 9}, files), "        ^~");  // longer than the line
  EXPECT_EQ(carets({file, 2, 3, 0}, files), "    ^");       // just after its end
  const std::string beyond = format_diagnostic(at({file, 2, 9, 1}), files);
  EXPECT_EQ(beyond.find('^'), std::string::npos);
}

TEST(FormatDiagnostic, LongLinesShowThePartAroundTheColumn) {
  Files files;
  const auto file = add_text("m", std::string(300, 'a') + "DEFRA" + std::string(300, 'b'), files);
  const std::string text = format_diagnostic(at({file, 1, 301, 5}), files);
  const std::size_t line = text.find('\n') + 1;
  const std::size_t carets = text.find('\n', line) + 1;
  const std::size_t ellipsis_bytes = std::string("…").size() - 1;
  EXPECT_EQ(text.find("DEFRA") - line - ellipsis_bytes, text.find('^') - carets);
  EXPECT_LT(text.size(), 400U);
}

TEST(InputFile, LinesEndInAnyOfThreeWays) {
  Files files;
  const auto file = add_text("m", "a\r\nb\rc\nd", files);
  EXPECT_EQ(files[file]->line_starts.size(), 4U);
  EXPECT_EQ(files[file]->line(1), "a");
  EXPECT_EQ(files[file]->line(2), "b");
  EXPECT_EQ(files[file]->line(3), "c");
  EXPECT_EQ(files[file]->line(4), "d");
  EXPECT_EQ(files[file]->line(0), "");
  EXPECT_EQ(files[file]->line(5), "");
}

TEST(SortDiagnostics, FollowsTheInputAndPutsThoseWithoutPlaceFirst) {
  std::vector<Diagnostic> all = {at({1, 1, 1, 0}),      at({0, 9, 1, 0}), at({0, 2, 7, 0}, "b"),
                                 at({0, 2, 7, 0}, "a"), at({0, 2, 3, 0}), at({})};
  sort_diagnostics(all);
  EXPECT_FALSE(all[0].place.known());
  EXPECT_EQ(all[1].place.column, 3U);
  EXPECT_EQ(all[2].code, "a");
  EXPECT_EQ(all[3].code, "b");
  EXPECT_EQ(all[4].place.line, 9U);
  EXPECT_EQ(all[5].place.file, 1U);
}

TEST(HasErrors, WarningsAreNone) {
  Diagnostic warning = at({});
  warning.level = Level::warning;
  EXPECT_FALSE(has_errors({warning}));
  EXPECT_TRUE(has_errors({warning, at({})}));
}

TEST(ShortPath, KeepsTheLastTwoParts) {
  EXPECT_EQ(short_path("/home/someone/graphs/uk/relations.csv"), "uk/relations.csv");
  EXPECT_EQ(short_path("/uk/relations.csv"), "uk/relations.csv");
  EXPECT_EQ(short_path("uk/relations.csv"), "uk/relations.csv");
  EXPECT_EQ(short_path("relations.csv"), "relations.csv");
  EXPECT_EQ(short_path("/relations.csv"), "relations.csv");
}

}  // namespace
}  // namespace crosscut
