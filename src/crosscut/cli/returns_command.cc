// returns: a workbook for each department with what the maps hold on it, to be answered.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/files.h"
#include "crosscut/cli/form.h"
#include "crosscut/edit/flatten.h"
#include "crosscut/edit/held_rows.h"
#include "crosscut/model/names.h"

namespace crosscut {
namespace {

constexpr std::string_view question_heading = "question (ignore)";
constexpr std::string_view source_heading = "where it is written (ignore)";
constexpr std::string_view confirmed_heading = "last confirmed (ignore)";

/// What is sent to one department.
struct Sent {
  Dataset data;
  std::vector<HeldRow> rows;  // of its relations, in their order
};

std::string titles_of(const Dataset& one, const RelationRow& row) {
  std::vector<std::string> titles;
  for (const Reference& reference : row.sources) {
    const auto source =
        std::find_if(one.sources.begin(), one.sources.end(),
                     [&](const SourceRow& known) { return known.id == reference.text; });
    titles.push_back(source == one.sources.end() ? reference.text.str() : source->title);
  }
  return join(titles, "; ");
}

/// The row with what helps its reader, and without what others said of it.
RelationRow to_send(const Dataset& one, const HeldRow& held) {
  RelationRow row = one.relations[held.relation];
  row.extra.emplace_back(question_heading, held.question);
  row.extra.emplace_back(source_heading, titles_of(one, row));
  row.extra.emplace_back(confirmed_heading,
                         row.review == "confirmed" && !row.asked.empty() ? row.asked : "not yet");
  row.note.clear();
  row.respondent.clear();
  row.asked.clear();
  row.review.clear();
  return row;
}

/// Its own entities first, then those that its rows name.
std::vector<EntityRow> entities_to_send(const Dataset& one, const Graph& graph,
                                        const std::vector<RelationRow>& relations,
                                        EntityId department) {
  std::set<EntityId> named;
  for (const RelationRow& row : relations)
    for (const Reference* end : {&row.from, &row.to})
      if (const auto id = graph.find(end->text)) named.insert(*id);
  std::vector<EntityRow> own, others;
  for (EntityRow row : one.entities) {
    const EntityId id = *graph.find(row.id);
    row.note.clear();
    const bool is_own = belongs(graph, id, department) && graph.open(id);
    if (!is_own) row.parents.clear();
    if (is_own)
      for (const Reference& parent : row.parents)
        if (const auto above = graph.find(parent.text)) named.insert(*above);
    (is_own ? own : others).push_back(std::move(row));
  }
  for (EntityRow& row : others)
    if (named.contains(*graph.find(row.id))) own.push_back(std::move(row));
  return own;
}

std::vector<SourceRow> sources_to_send(const Dataset& one, const Dataset& sent) {
  std::set<std::string> cited;
  for (const RelationRow& row : sent.relations)
    for (const Reference& source : row.sources) cited.insert(source.text);
  for (const EntityRow& row : sent.entities)
    for (const Reference& source : row.sources) cited.insert(source.text);
  std::vector<SourceRow> sources;
  for (const SourceRow& row : one.sources)
    if (cited.contains(row.id)) sources.push_back(row);
  return sources;
}

Sent to_send(const Dataset& one, const Graph& graph, EntityId department) {
  Sent sent;
  sent.rows = held_rows(one, graph, department);
  for (const HeldRow& held : sent.rows) sent.data.relations.push_back(to_send(one, held));
  sent.data.entities = entities_to_send(one, graph, sent.data.relations, department);
  sent.data.sources = sources_to_send(one, sent.data);
  MapInfo map;
  map.title = "What we hold on " + full_name(graph, department);
  map.publisher = graph.entity(department).name;
  map.as_at = graph.as_at();
  map.marking = one.maps.front().marking;
  sent.data.maps.push_back(map);
  return sent;
}

std::size_t stale_of(const std::vector<HeldRow>& rows) {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const HeldRow& row) { return row.stale; }));
}

std::vector<std::string> guide(const Sent& sent, const std::string& name, const std::string& as_at,
                               const std::string& marking) {
  return {
      "# What we hold on " + name,
      fmt::format("This workbook lists {} that we hold on {}, its bodies and what it leads, as at "
                  "{}. Please confirm, correct and add. Its marking is {}.",
                  count_of(sent.rows.size(), "statement", "statements"), name, as_at, marking),
      stale_of(sent.rows) == sent.rows.size()
          ? "None of them has been confirmed in the last 6 months."
          : fmt::format("Not confirmed in the last 6 months: {} of them.", stale_of(sent.rows)),
      "# What to do",
      "1. Open the sheet relations. Each row is a sentence: from, relation, to. The first column "
      "says which question it answers, and the source and page say where we read it.",
      "2. Confirm: when the sentence is right, choose yes in the column answer. When it is wrong, "
      "choose no, and say why in the column note. When you do not know, choose unknown.",
      "3. Correct: when the sentence is right but a date, an amount or another cell is not, type "
      "over that cell. Leave from, relation, to, capacity, source and locator as they are: they "
      "say "
      "which row it is. For another sentence, answer no and add a row; for another source or page, "
      "add a row.",
      "4. Add: write what is missing into the empty rows below, with the source and the page. Add "
      "a "
      "row in the sheet entities for a name that is not in the list yet.",
      "5. In the sheet entities, correct what we hold on what is yours: its kind, dates, measure, "
      "status and the team to contact.",
      "6. Save it as an Excel workbook (.xlsx) and send it back. A row that you leave as it is "
      "counts as not answered, never as agreed.",
      "# What happens then",
      "Your answers are kept under the name of your organisation, never of a person. Where you and "
      "somebody else disagree, both stay in the map until it is settled."};
}

/// Moves the columns of these headings to the front, in this order.
void move_to_front(BookSheet& sheet, const std::vector<std::string_view>& headings) {
  std::vector<std::size_t> order;
  const auto place_of = [&](std::string_view heading) {
    return static_cast<std::size_t>(
        std::find_if(sheet.columns.begin(), sheet.columns.end(),
                     [&](const BookColumn& column) { return column.heading == heading; }) -
        sheet.columns.begin());
  };
  for (const std::string_view heading : headings)
    if (const std::size_t place = place_of(heading); place < sheet.columns.size())
      order.push_back(place);
  for (std::size_t i = 0; i < sheet.columns.size(); ++i)
    if (std::find(order.begin(), order.end(), i) == order.end()) order.push_back(i);
  const auto arrange = [&](auto& cells) {
    auto moved = cells;
    cells.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      cells[i] = order[i] < moved.size() ? moved[order[i]]
                                         : typename std::decay_t<decltype(cells)>::value_type{};
  };
  arrange(sheet.columns);
  for (auto& row : sheet.rows) arrange(row);
}

/// Leaves out the columns that no row fills, but for those that people are asked to fill.
void drop_empty(BookSheet& sheet, const std::vector<std::string_view>& kept) {
  for (std::size_t i = sheet.columns.size(); i-- > 0;) {
    const auto is_filled = [&](const auto& row) { return i < row.size() && !row[i].empty(); };
    if (std::find(kept.begin(), kept.end(), sheet.columns[i].heading) != kept.end() ||
        std::any_of(sheet.rows.begin(), sheet.rows.end(), is_filled))
      continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    sheet.columns.erase(sheet.columns.begin() + at);
    for (auto& row : sheet.rows)
      if (i < row.size()) row.erase(row.begin() + at);
  }
}

void finish(BookSheet& sheet) {
  for (BookColumn& column : sheet.columns) {
    if (column.heading == question_heading) column.width = 30;
    if (column.heading == source_heading) column.width = 40;
  }
  move_to_front(sheet,
                {question_heading, "from", "relation", "to", "answer", "note", "start", "end",
                 source_heading, "locator", confirmed_heading, "confidence", "capacity"});
  drop_empty(sheet,
             {"answer", "note", "start", "end", "locator", "confidence", "capacity", "source"});
  sheet.frozen_columns = 4;  // the question and the sentence
}

Book book_of(const Sent& sent, const Graph& graph, EntityId department) {
  Book book = form_book(map_rows(sent.data, graph));
  for (BookSheet& sheet : book.sheets) {
    if (sheet.name == "guide")
      sheet.prose = guide(sent, full_name(graph, department), as_at_words(graph), graph.marking());
    if (sheet.name == "relations") finish(sheet);
    if (sheet.name == "entities")
      drop_empty(sheet,
                 {"name", "kind", "parent", "due", "measure", "note", "status", "contact", "id"});
  }
  return book;
}

}  // namespace

int run_returns(const Options& options, const Streams& streams) {
  if (options.output.empty() || options.output == "-")
    return fail(streams, "returns needs -o, the folder to write the workbooks into",
                "crosscut returns my-map -o to-departments");
  const auto dataset = load_dataset_or_complain(options, options.arguments, streams);
  if (!dataset) return bad;
  const Dataset one = flatten(*dataset);
  const Graph graph = link(one, {options.as_at}).graph;
  std::vector<OutputFile> files;
  std::size_t rows = 0, stale = 0;
  for (const EntityId department : open_of_kind(graph, Kind::department)) {
    const Sent sent = to_send(one, graph, department);
    if (sent.rows.empty()) continue;
    rows += sent.rows.size();
    stale += stale_of(sent.rows);
    const Book book = book_of(sent, graph, department);
    if (const std::string fault = xlsx_limit(book); !fault.empty())
      return fail(streams, fault + "; nothing was written", "shorten it");
    files.push_back({graph.entity(department).id + ".xlsx", write_xlsx(book)});
  }
  if (files.empty()) return fail(streams, "these maps hold no open relation of any department");
  if (const std::string fault = write_files(options.output, files); !fault.empty())
    return fail(streams, fault, "check that you may write there");
  streams.out << "Written to " << options.output << ": "
              << count_of(files.size(), "workbook", "workbooks") << " with "
              << count_of(rows, "row", "rows") << ".\n"
              << stale << " of them not confirmed in the 6 months before " << as_at_words(graph)
              << ".\nWhen they are back: crosscut combine " << options.output << "/*.xlsx --from "
              << join(options.arguments, " --from ") << " -o new-map\n";
  return clean;
}

}  // namespace crosscut
