// Spoilt maps: whatever the bytes, reading and linking end, and every diagnostic points into its
// file.
#include <gtest/gtest.h>

#include <random>

#include "crosscut/base/text.h"
#include "crosscut/model/graph.h"
#include "folder.h"

namespace crosscut {
namespace {

const std::map<std::string, std::string> seed = {
    {"map.csv",
     "key,value\r\ntitle,\"Dŵr, \"\"land\"\" use\"\r\nas-at,2026-07\r\ncovers,leads | dates\r\n"},
    {"entities.csv",
     "id,name,kind,parent,start,end,due,aliases,source,status\n"
     "hmg,HM Government,body,,,,,UK Government,s1,\n"
     "defra,\"Department for Environment, Food and Rural Affairs\",department,hmg,2001,,,Defra | "
     "the \"\"Department\"\",s1,\n"
     "dwr,Dŵr Cymru – Tŷ’r Dŵr,body,defra | hmg,,2025-03-31,,DC,s1 | s2,\n"
     "board,\"A board\nof two lines\",forum,\" defra |\n hmg\",2024,unknown,,,s2,\n"
     "plan,Flood Plan,policy,defra,2024-07,,2029,FP,s1,in-force\n"
     "aim,Clean water,mission,,,,2030-12,,,\n"},
    {"relations.csv",
     "from;relation;to;strength;confidence;start;end;source;locator;capacity\n"
     "Defra;leads;plan;3;stated;2024;;s1;page 1;policy\n"
     "\"Dŵr Cymru – Tŷ’r Dŵr\";delivers;FP;;0.7;;2025-03;s2;\"page; 2\";\n"
     "board;approves;plan;2;our-view;;;s1 | s2;;\n"
     "plan;advances;aim;;;;;;;\n"},
    {"sources.csv", "id\ttitle\tdate\ns1\tA paper\t2026-01\ns2\tPapur â llun\t2025\n"},
    {"same.csv", "id,same_as\rwater,aim\raim-2,water\r"},
};

class Mutator {
 public:
  explicit Mutator(std::uint32_t number) : random_(number) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  void mutate(std::string& bytes) {
    if (bytes.empty()) return;
    const std::size_t at = below(bytes.size());
    switch (below(8)) {
      case 0:
        bytes.insert(at, 1, pick());
        break;
      case 1:
        bytes.erase(at, 1 + below(12));
        break;
      case 2:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
      case 3:
        repeat_line(bytes, at);
        break;
      case 4:
        std::erase(bytes, '"');
        break;
      case 5:
        bytes[at] = pick();
        break;
      case 6:
        bytes.resize(at);
        break;
      default:
        std::swap(bytes[at], bytes[below(bytes.size())]);
        break;
    }
  }

 private:
  char pick() {
    static const std::string chars = "\"\",;\t\r\n | \xC5\xB5\xE9-09a=\f\xEF";
    return chars[below(chars.size())];
  }

  void repeat_line(std::string& bytes, std::size_t at) {
    const std::size_t start =
        bytes.rfind('\n', at) == std::string::npos ? 0 : bytes.rfind('\n', at) + 1;
    const std::string line = bytes.substr(start, bytes.find('\n', start) - start);
    for (std::size_t times = 1 + below(3); times > 0; --times) bytes.insert(start, line + "\n");
  }

  std::mt19937 random_;
};

void expect_inside(const Place& place, const Files& files, const Diagnostic& diagnostic) {
  if (!place.known()) return;
  ASSERT_LT(place.file, files.size()) << diagnostic.code;
  const InputFile& file = *files[place.file];
  ASSERT_GE(place.line, 1U) << diagnostic.code;
  ASSERT_LE(place.line, file.line_starts.size()) << diagnostic.code;
  ASSERT_GE(place.column, 1U) << diagnostic.code;
  ASSERT_LE(place.column, count_characters(file.line(place.line)) + 1)
      << diagnostic.code << " " << format_place(place, files) << "\n"
      << file.text;
}

TEST(Mutation, TwoThousandSpoiltMapsAreReadAndLinked) {
  const Folder folder;
  const std::string map = folder.map("map", seed);
  ASSERT_FALSE(has_errors(read_maps({map}, {}).diagnostics));
  std::map<std::string, std::size_t> seen;
  for (std::uint32_t number = 0; number < 2000; ++number) {
    SCOPED_TRACE(number);
    Mutator mutator(number);
    const auto file = std::next(seed.begin(), static_cast<long>(mutator.below(seed.size())));
    std::string bytes = file->second;
    for (std::size_t times = 1 + mutator.below(4); times > 0; --times) mutator.mutate(bytes);
    folder.write("map/" + file->first, bytes);
    const MapRead read = read_maps({map}, {});
    const Linked linked = link(read.dataset, {});
    for (const auto* diagnostics : {&read.diagnostics, &linked.diagnostics})
      for (const Diagnostic& diagnostic : *diagnostics) {
        ++seen[diagnostic.code];
        expect_inside(diagnostic.place, read.dataset.files, diagnostic);
        for (const Note& note : diagnostic.notes)
          expect_inside(note.place, read.dataset.files, diagnostic);
        ASSERT_FALSE(format_diagnostic(diagnostic, read.dataset.files, true).empty());
      }
    folder.write("map/" + file->first, file->second);
  }
  EXPECT_GE(seen.size(), 20U) << "the mutations reach too few of the codes";
}

}  // namespace
}  // namespace crosscut
