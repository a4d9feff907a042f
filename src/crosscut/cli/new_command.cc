// new: an empty map with one worked line in each file, and a guide beside it.
#include <filesystem>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/files.h"
#include "crosscut/cli/reference.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

/// As Excel on Windows opens and saves it: with a byte order mark, or it takes UTF-8 for
/// Windows-1252 and spoils "ŵ" and "é"; and with its line ends.
std::string for_excel(std::string_view lines) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : lines) {
    if (c == '\n') text += '\r';
    text += c;
  }
  return text;
}

constexpr std::string_view map_lines =
    "key,value\n"
    "title,Title of your map\n"
    "as-at,\n"
    "marking,OFFICIAL\n"
    "publisher,Your team\n"
    "licence,\n"
    "covers,\n";

constexpr std::string_view entity_lines =
    "id,name,kind,parent,start,end,due,measure,aliases,note,source\n"
    "example-department,Department for Examples,department,,,,,,DfX,Delete this line,example-plan\n"
    "example-strategy,Example Strategy,policy,,2026,,,,,Delete this line,example-plan\n"
    "example-programme,Example Programme,programme,,,,2028-03,Number of examples,,Delete this "
    "line,example-plan\n";

constexpr std::string_view relation_lines =
    "from,relation,to,strength,confidence,start,end,source,locator,note\n"
    "example-department,leads,example-strategy,2,stated,2026,,example-plan,page 4,Delete this "
    "line\n";

constexpr std::string_view source_lines =
    "id,title,publisher,date,url,type\n"
    "example-plan,The Example Plan,Department for Examples,2026-01-15,"
    "https://www.example.org/plan,official\n";

constexpr std::string_view same_lines =
    "id,same_as,note\n"
    "department-of-examples,example-department,The id that another map uses\n";

constexpr std::string_view accepted_lines =
    "finding,reason,until\n"
    "no-lead:example-programme,A lead is to be named with the business case,2027-03\n";

std::string guide() {
  return "# How to fill in this map\n\n"
         "This folder is a map: who leads what, who depends on whom, who sits on which board, and "
         "which source says so. The files are spreadsheets. Open them in Excel or LibreOffice, and "
         "save them as CSV UTF-8.\n\n"
         "1. **Look at the worked lines.** Every file has one, or a few. Delete them when you have "
         "your own.\n"
         "2. **List what there is** in `entities.csv`: departments, bodies, boards, missions, "
         "targets, policies, programmes. One line each. Give each a short id that never changes.\n"
         "3. **Say who does what** in `relations.csv`. Each line reads as a sentence: *from* "
         "relation *to*. One fact a line. If 2 sources say the same, write 2 lines.\n"
         "4. **Say who says so** in `sources.csv`, once for each document, and name it in the "
         "column `source` of the relation, with the page in `locator`.\n"
         "5. **Say how sure you are** in `confidence`: `stated` (the source says so), `implied` "
         "(it clearly follows), `told-to-us` (somebody said so) or `our-view` (our own reading). A "
         "number from 0 to 1 will do as well.\n"
         "6. **Say what you looked for** in `map.csv`, in the line `covers`: which of leads, "
         "sponsors, forums, membership, money, delivery and dates you looked for throughout, "
         "separated by |. Only there is something missing a finding; elsewhere it is a question to "
         "ask.\n"
         "7. **Check it**: `crosscut check` and this folder. Every fault is printed with its file, "
         "line and column, and how to mend it.\n"
         "8. **Ask what needs attention**: `crosscut analyse` and this folder, then `-o` and a "
         "folder for the report.\n\n"
         "`same.csv` is for joining maps: it says that 2 ids mean the same. `accepted.csv` is for "
         "findings that you know of and accept, with the reason and until when. Delete both files "
         "if you need neither.\n\n"
         "Name offices and teams, not persons. Columns of your own are kept. Columns that you do "
         "not need can be deleted, but for those that the tables below call required.\n\n" +
         map_format();
}

std::vector<OutputFile> new_map() {
  return {{"map.csv", for_excel(map_lines)},
          {"entities.csv", for_excel(entity_lines)},
          {"relations.csv", for_excel(relation_lines)},
          {"sources.csv", for_excel(source_lines)},
          {"same.csv", for_excel(same_lines)},
          {"accepted.csv", for_excel(accepted_lines)},
          {"GUIDE.md", guide()}};
}

}  // namespace

int run_new(const Options& options, const Streams& streams) {
  if (options.arguments.size() > 1)
    return fail(streams, "new takes one folder", "put a name with spaces in quotes");
  const std::string& folder = options.arguments.front();
  const std::vector<OutputFile> files = new_map();
  std::vector<std::string> names, there;
  for (const OutputFile& file : files) {
    names.push_back(file.name);
    std::error_code unreadable;
    if (fs::exists(fs::path(folder) / file.name, unreadable)) there.push_back(file.name);
  }
  if (!there.empty())
    return fail(streams, folder + " has " + join_words(there) + " already; nothing was written",
                "give the name of a folder that is new or has no map");
  if (const std::string fault = write_files(folder, files); !fault.empty())
    return fail(streams, fault);
  streams.out << "Written to " << folder << ": " << join_words(names)
              << ".\nRead GUIDE.md first. Then: crosscut check " << folder << "\n";
  return clean;
}

}  // namespace crosscut
