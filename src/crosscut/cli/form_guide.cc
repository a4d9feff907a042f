#include <fmt/format.h>

#include "crosscut/cli/form.h"
#include "crosscut/cli/form_lists.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/vocabulary.h"

namespace crosscut {
namespace {

using Paragraphs = std::vector<std::string>;

void add_steps(Paragraphs& text, bool of_a_map) {
  text.insert(
      text.end(),
      {"# How to fill it in",
       "1. In the sheet entities, list who and what there is: departments, bodies, boards, "
       "missions, policies. Write the name and choose the kind. Leave the id empty: it is made "
       "from "
       "the name.",
       "2. In the sheet sources, list the pages and documents that you read. Make up a short id "
       "for "
       "each, such as plan-2026.",
       "3. In the sheet relations, write a row for each thing that a source says. Read it as a "
       "sentence: from, relation, to, such as \"Example Department leads Example Programme\". "
       "Choose the names, the relation and the source from the lists. Give the page in the column "
       "locator.",
       "4. In the sheet map, write the title, the date that the map describes, and what you looked "
       "for throughout."});
  text.emplace_back(of_a_map
                        ? "5. Correct the rows that were here when you got this workbook, and "
                          "delete what is wrong. When you change a name, write the old one into "
                          "the column aliases: other rows may use it. The ids in grey stay."
                        : "5. Delete the example rows. Each says \"delete this row\".");
}

void add_help(Paragraphs& text) {
  text.insert(
      text.end(),
      {"# What helps",
       "Columns with a dark heading must be filled. Fill the others when a source says something "
       "about them. Select a heading to read what the column is for.",
       "Select a cell to see whether it has a list: an arrow stands beside it. A name that is not "
       "in the list yet may be typed; add a row for it in the sheet entities too.",
       "Several names, ids or words in one cell are separated by |, as in Board A | Board B. This "
       "works for parent, aliases and source, and for what the map covers.",
       "Dates are a year, a month or a day: 2026, 2026-07 or 2026-07-31. They stay as you type "
       "them.",
       "Below the last row there are 200 with lists. For more, insert rows among them, but not "
       "right under the headings. You can delete, sort and filter rows. Headings are protected "
       "against slips; there is no password.",
       "Write offices and teams, never the names of people. Choose a marking for a row that is "
       "more sensitive than OFFICIAL."});
}

void add_words(Paragraphs& text) {
  text.emplace_back("# How sure you are");
  text.emplace_back("Choose one of these in the column confidence, or write a number from 0 to 1.");
  for (const ConfidenceWord& word : all_confidence_words())
    text.push_back(fmt::format("{} ({}): {}.",
                               in_words("relations", "confidence", std::string(word.word)),
                               word.value, word.meaning));
  text.push_back(fmt::format(
      "What rests on less than {} is a question to ask in the report, and not a finding.",
      recorded_confidence));
  text.push_back(fmt::format("# The {} kinds", all_kinds().size()));
  for (const KindInfo& kind : all_kinds())
    text.push_back(fmt::format("{}: {}.", kind.singular, kind.meaning));
  text.push_back(fmt::format("# The {} relations", all_verbs().size()));
  for (std::size_t i = 0; i < verb_count; ++i) {
    const auto verb = static_cast<Verb>(i);
    text.push_back(fmt::format("A {} B: A {}.", choice(verb), info(verb).meaning));
  }
}

}  // namespace

std::vector<std::string> form_guide(const FormRows& rows) {
  Paragraphs text = {
      "# " + rows.title,
      "This workbook is a map of who does what, who works with whom, and what depends on what. You "
      "fill it in with Excel or LibreOffice. Those who sent it to you then look for silos, "
      "bottlenecks and unclear ownership in it, with a program called crosscut. You do not need "
      "the program."};
  if (!rows.marking.empty()) text.push_back("Its marking is " + rows.marking + ".");
  add_steps(text, rows.of_a_map);
  add_help(text);
  text.insert(text.end(),
              {"# How to send it back",
               "Save it as an Excel workbook (.xlsx), and send it to those who sent it to you. You "
               "need not fill in everything. They check it with: crosscut check FILE. That lists "
               "what is wrong or doubtful by sheet and cell."});
  add_words(text);
  return text;
}

}  // namespace crosscut
