#include "crosscut/write/brief_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "crosscut/base/text.h"
#include "crosscut/base/unique.h"
#include "crosscut/model/names.h"

namespace crosscut::brief {
namespace {

constexpr std::size_t most_dates = 3;

void add_unless_told(std::vector<PaperItem>& items, std::string words) {
  const bool told = std::any_of(items.begin(), items.end(),
                                [&](const PaperItem& item) { return item.words == words; });
  if (!told) items.push_back({std::move(words)});
}

void add_once(std::vector<std::string>& list, const std::string& words) {
  if (!words.empty() && std::find(list.begin(), list.end(), words) == list.end())
    list.push_back(words);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

}  // namespace

std::string Sources::cite(const Evidence& evidence) {
  const CitationWords row = evidence_words(graph_, evidence).citations.front();
  const std::string key =
      row.sources.empty() ? "row " + row.place : "source " + graph_.source(row.sources.front()).id;
  const auto [found, added] = numbers_.try_emplace(key, numbers_.size() + 1);
  if (added) {
    entries_.emplace_back();
    if (!row.sources.empty()) entries_.back().source = row.sources.front();
  }
  Entry& entry = entries_[found->second - 1];
  add_once(entry.locators, row.locator);
  add_once(entry.places, row.place);
  return fmt::format(" [{}]", found->second);
}

std::string Sources::cite_rows(const std::string& rows) {
  if (rows.empty()) return {};
  const auto [found, added] = numbers_.try_emplace("rows " + rows, numbers_.size() + 1);
  if (added) entries_.push_back({{}, "Rows " + rows, {}, {}});
  return fmt::format(" [{}]", found->second);
}

PaperPart Sources::part(const std::string& more) const {
  PaperPart part{"sources", "Sources"};
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    PaperItem item{fmt::format("[{}]", i + 1)};
    item.beside = true;
    if (!entry.rows.empty()) {
      item.words += " " + entry.rows;
    } else {
      CitationWords citation{{}, join(entry.locators, "; "), "", join(entry.places, ", ")};
      if (entry.source) citation.sources = {*entry.source};
      item.citations = {std::move(citation)};
      item.graph = &graph_;
    }
    part.items.push_back(std::move(item));
  }
  if (!more.empty()) {
    part.items.push_back({more});
    part.items.back().beside = true;
  }
  return part;
}

Paper start(const Report& report, std::string title) {
  Paper paper;
  paper.title = std::move(title);
  paper.subject = "Brief";
  paper.marking = report.marking;
  paper.date = as_at_words(report.graph);
  paper.about = {fmt::format("{} From {}. {}", about_words(report.graph, report.marking).front(),
                             map_titles(report.graph), absence_words)};
  paper.brief = true;
  return paper;
}

std::string stated(const Graph& graph, const Evidence& evidence, Sources& sources) {
  std::string words = evidence_words(graph, evidence).sentence;
  if (evidence.relation)
    if (const double confidence = graph.relation(*evidence.relation).confidence;
        band(confidence) != Band::high)
      words += fmt::format(" ({})", reading_word(confidence));
  return words + sources.cite(evidence) + ".";
}

PaperPart timing(const Graph& graph, std::vector<EntityId> things) {
  keep_unique(things);
  std::erase_if(things, [&](EntityId id) { return !graph.entity(id).due.given(); });
  std::sort(things.begin(), things.end(), [&](EntityId a, EntityId b) {
    return std::pair(graph.entity(a).due.latest(), a) < std::pair(graph.entity(b).due.latest(), b);
  });
  PaperPart part{"timing", "Timing"};
  std::vector<std::string> dates;
  for (const EntityId id : things) {
    const PartialDate due = graph.entity(id).due;
    dates.push_back(fmt::format("{} {} due by {}", full_name(graph, id),
                                due.latest() < graph.as_at_day() ? "was" : "is", format_date(due)));
  }
  if (dates.empty()) {
    part.paragraphs.emplace_back("We found no date in these maps by which it has to be settled.");
    return part;
  }
  const std::size_t more = dates.size() - std::min(dates.size(), most_dates);
  dates.resize(dates.size() - more);
  std::string words = capitalise(join(dates, "; "));
  if (more > 0) words += fmt::format("; and {} later", count_of(more, "other", "others"));
  part.paragraphs.push_back(words + ".");
  return part;
}

std::string lower_first(const std::string& text) {
  const bool one_capital =
      text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z');
  if (!one_capital) return text;
  std::string lower = text;
  lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
  return lower;
}

PaperPart recommendation(const std::vector<const Finding*>& findings) {
  PaperPart part{"recommendation", "Recommendation"};
  if (findings.empty()) {
    part.paragraphs.emplace_back(
        "We recommend that you note it. We found nothing in these maps that calls for a decision.");
    return part;
  }
  std::vector<PaperItem> items;
  const bool several = findings.size() > 1;
  for (std::size_t i = 0; i < findings.size(); ++i)
    add_unless_told(items, (several ? i == 0 ? "on the first point, " : "on the second, " : "") +
                               lower_first(findings[i]->action));
  if (items.size() == 1)
    part.paragraphs.push_back("We recommend that you " + items.front().words);
  else {
    part.paragraphs.emplace_back("We recommend that you:");
    for (PaperItem& item : items)
      if (item.words.ends_with('.')) item.words.pop_back();
    part.items = std::move(items);
  }
  return part;
}

PaperPart options(const std::vector<const Finding*>& findings) {
  PaperPart part{"options", "Options"};
  if (findings.empty()) {
    part.items = {{"Do nothing. We found nothing in these maps that says what this would harm."},
                  {"Bring those above together to say what has to be settled."}};
    return part;
  }
  const Finding& first = *findings.front();
  if (findings.size() > 1) part.paragraphs.emplace_back("On the first point above:");
  part.items.push_back({fmt::format("Do nothing. The risk{}: {}",
                                    first.is_question() ? ", should the point be true" : "",
                                    lower_first(std::string(first.card->matters)))});
  part.items.push_back({"Act as recommended above."});
  const std::string advice(first.card->advice);
  if (first.is_question())
    part.items.push_back({"If that proves true: " + lower_first(advice)});
  else if (first_word(advice) != first_word(first.action))  // else it says the same
    part.items.push_back({advice});
  if (!first.flips.empty())
    part.items.push_back({fmt::format("Look again at the evidence first. {}: {}.",
                                      undo_words(first), join_some(first.flips, 2))});
  part.items.push_back({"We found no costs of these options in the maps."});
  return part;
}

void add_consents(const Graph& graph, const std::vector<RelationId>& consents,
                  std::string_view what, Sources& sources, PaperPart& part) {
  constexpr std::size_t most = 3;
  for (std::size_t i = 0; i < std::min(most, consents.size()); ++i)
    part.items.push_back({stated(graph, {consents[i], {}}, sources)});
  if (consents.size() > most)
    part.items.push_back(
        {capitalise(count_of(consents.size() - most, "other consent is", "other consents are")) +
         " in the maps."});
  if (consents.empty())
    part.items.push_back(
        {fmt::format("We found nobody in these maps who approves, clears or regulates {}.", what)});
}

}  // namespace crosscut::brief
