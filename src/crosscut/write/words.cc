#include "crosscut/write/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/names.h"
#include "crosscut/write/quality.h"

namespace crosscut {
namespace {

constexpr std::size_t most_in_body = 12, most_high = 5, most_of_a_lens = 3;

/// "one of high severity, one of medium and 6 of low"
std::string by_severity(const std::vector<const Finding*>& findings) {
  std::array<std::size_t, 3> counts{};
  for (const Finding* finding : findings) ++counts[std::size_t(finding->severity)];
  std::vector<std::string> parts;
  for (const Severity severity : {Severity::high, Severity::medium, Severity::low}) {
    const std::size_t count = counts[std::size_t(severity)];
    if (count == 0) continue;
    const std::string_view unit = parts.empty() ? " severity" : "";
    parts.push_back(
        fmt::format("{} of {}{}", count == 1 ? "one" : number(count), word(severity), unit));
  }
  return join_words(parts);
}

std::string questions_raised(const std::vector<const Finding*>& questions) {
  if (questions.size() == 1)
    return fmt::format(
        " One more point, of {} severity if true, is a question to ask, as its evidence is weaker.",
        word(questions.front()->severity));
  return fmt::format(
      " Another {} points are questions to ask, as their evidence is weaker. If true, they are {}.",
      number(questions.size()), by_severity(questions));
}

std::string found_by_type(const Report& report) {
  std::vector<std::string> parts;
  for (const Card* card : report.cards) {
    const auto count = static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [&](const Finding& f) { return f.card->id == card->id; }));
    if (count > 0) parts.push_back(count_words(count, card->singular, card->plural));
  }
  return parts.empty() ? "" : " By type: " + join_words(parts) + ".";
}

std::string what_was_read(const Report& report) {
  const DataQuality quality = data_quality(report);
  const std::size_t maps = report.graph.maps().size();
  return fmt::format("We read {}, as at {}. {} {}, {} and {} from {}.",
                     count_words(maps, "map", "maps"), as_at_words(report.graph),
                     maps == 1 ? "It holds" : "They hold",
                     count_words(quality.departments, "department", "departments"),
                     count_words(quality.items, "item of work", "items of work"),
                     count_words(quality.relations, "relation", "relations"),
                     count_words(quality.sources, "source", "sources"));
}

/// Pairs where one department needs what the other has: all, and those that we saw nowhere meet.
std::pair<std::size_t, std::size_t> needing_pairs(const Report& report) {
  std::size_t all = 0, apart = 0;
  for (const DepartmentPair& pair : report.pairs) {
    if (pair.needs.empty()) continue;
    ++all;
    if (pair.forums.empty() && !pair.coordinates) ++apart;
  }
  return {all, apart};
}

CitationWords citation_words(const Graph& graph, const Citation& citation) {
  return {citation.sources, citation.locator, std::string(reading_word(citation.confidence)),
          short_place(citation.place, graph.files())};
}

}  // namespace

std::string_view severity_mark(Severity severity) {
  return severity == Severity::high     ? "■ High"
         : severity == Severity::medium ? "◆ Medium"
                                        : "● Low";
}

std::string_view confidence_word(double confidence) {
  const Band of = band(confidence);
  return of == Band::high ? "High" : of == Band::medium ? "Medium" : "Low";
}

std::string_view reading_word(double confidence) {
  return confidence >= 0.85 ? "stated" : confidence > 0.5 ? "implied" : "our reading";
}

std::string number(std::size_t count) {
  std::string text = std::to_string(count);
  for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, 1, ',');
  return text;
}

std::string count_words(std::size_t count, std::string_view singular, std::string_view plural) {
  if (count < 1000) return count_of(count, singular, plural);
  return fmt::format("{} {}", number(count), plural);
}

std::string percentage(std::size_t part, std::size_t whole) {
  return fmt::format("{}%", whole == 0 ? 0 : part * 100 / whole);
}

std::string_view capacity_phrase(Capacity capacity) {
  switch (capacity) {
    case Capacity::policy:
      return "";
    case Capacity::minister:
      return "as lead minister";
    case Capacity::sro:
      return "as senior responsible owner";
    case Capacity::accounting_officer:
      return "as accounting officer";
    case Capacity::statutory:
      return "by law";
    case Capacity::sponsor:
      return "as sponsor";
    case Capacity::delivery:
      return "for delivery";
    case Capacity::presented:
      return "as joint presenter";
  }
  return "";
}

std::string lenses_shown(const Report& report) {
  std::vector<std::string> ids;
  for (const Card* card : report.cards) ids.emplace_back(card->id);
  return fmt::format("This shows {} of {} lenses alone: {}.",
                     ids.size() == 1 ? "one" : number(ids.size()),
                     number(ids.size() + report.lenses_left_out), join_words(ids));
}

std::string_view page_title(const Report& report) {
  return report.headline.empty() ? report.title : report.headline;
}

std::string_view page_subject(const Report& report) {
  return report.headline.empty() ? "Working across departments" : std::string_view(report.title);
}

std::string summary(const Report& report) {
  const Selection selection = select_findings(report);
  std::vector<const Finding*> firm = selection.body;
  firm.insert(firm.end(), selection.table.begin(), selection.table.end());
  const bool serious = std::any_of(firm.begin(), firm.end(),
                                   [](const Finding* f) { return f->severity != Severity::low; });
  std::string text = what_was_read(report);
  if (report.lenses_left_out > 0)
    text += " " + lenses_shown(report);
  else if (!serious)
    text += report.accepted.empty() ? " We found nothing serious."
                                    : " We found nothing serious that is not accepted.";
  if (!firm.empty())
    text += fmt::format(" The evidence supports {}: {}.",
                        count_words(firm.size(), "finding", "findings"), by_severity(firm));
  std::vector<const Finding*> questions = selection.questions;
  questions.insert(questions.end(), selection.more_questions.begin(),
                   selection.more_questions.end());
  if (!questions.empty()) text += questions_raised(questions);
  text += found_by_type(report);
  if (const std::size_t count = report.accepted.size(); count > 0)
    text +=
        fmt::format(" {} not listed with them.",
                    capitalise(count_words(count, "accepted finding is", "accepted findings are")));
  if (report.left_out > 0)
    text += fmt::format(" {} with less confidence than was asked for {} left out.",
                        capitalise(count_words(report.left_out, "point", "points")),
                        report.left_out == 1 ? "is" : "are");
  if (report.not_robust > 0)
    text += fmt::format(
        " {} in fewer than {} of 100 readings of the evidence and {} left out.",
        capitalise(count_words(report.not_robust, "finding holds", "findings hold")),
        std::lround(report.least_robustness * 100), report.not_robust == 1 ? "is" : "are");
  return text;
}

std::vector<KeyFigure> key_figures(const Report& report) {
  const DataQuality quality = data_quality(report);
  const Selection selection = select_findings(report);
  const std::size_t firm = selection.body.size() + selection.table.size(),
                    open = selection.questions.size() + selection.more_questions.size();
  std::vector<KeyFigure> figures;
  figures.push_back({number(firm), firm == 1 ? "finding that the evidence supports"
                                             : "findings that the evidence supports"});
  figures.push_back({number(open), open == 1 ? "question to ask, where the evidence is weaker"
                                             : "questions to ask, where the evidence is weaker"});
  if (quality.items_open > 0)
    figures.push_back(
        {fmt::format("{} of {}", number(quality.items_led), number(quality.items_open)),
         "missions, targets, policies, programmes and funds with a recorded lead"});
  if (const auto [all, apart] = needing_pairs(report); all > 0)
    figures.push_back(
        {fmt::format("{} of {}", number(apart), number(all)),
         "pairs of departments where one needs the other and we found no board or working link"});
  figures.push_back(
      {number(quality.relations), quality.relations == 1 ? "relation read" : "relations read"});
  figures.push_back({percentage(quality.relations_cited, quality.relations),
                     "of relations have a source and a page or other locator"});
  return figures;
}

EvidenceWords evidence_words(const Graph& graph, const Evidence& evidence) {
  EvidenceWords words;
  if (!evidence.relation) {
    const Entity& entity = graph.entity(evidence.entity);
    const std::string_view kind = info(entity.kind).singular;
    words.sentence =
        capitalise(fmt::format("{} is recorded as a {}", full_name(graph, evidence.entity), kind));
    words.citations.push_back({entity.sources, "", "", short_place(entity.place, graph.files())});
    return words;
  }
  const Relation& relation = graph.relation(*evidence.relation);
  words.sentence = capitalise(relation_sentence(graph, *evidence.relation));
  if (const auto phrase = capacity_phrase(relation.capacity); !phrase.empty())
    words.sentence += fmt::format(", {}", phrase);
  for (const Citation& citation : relation.citations)
    words.citations.push_back(citation_words(graph, citation));
  for (const Citation& citation : relation.denials) {
    words.citations.push_back(citation_words(graph, citation));
    words.citations.back().confidence = "says that this is not so";
  }
  return words;
}

std::string_view web_host(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url.substr(0, url.find_first_of("/?#"));
  }
  return {};
}

std::string citation_line(const Graph& graph, const CitationWords& citation) {
  std::vector<std::string> parts;
  for (const SourceId id : citation.sources) {
    const Source& source = graph.source(id);
    std::vector<std::string> words = {source.title};
    if (!source.publisher.empty()) words.push_back(source.publisher);
    if (source.date.given()) words.push_back(format_date(source.date));
    parts.push_back(join(words, ", "));
  }
  if (parts.empty()) parts.emplace_back("no source given");
  for (const std::string& word : {citation.locator, citation.confidence, citation.place})
    if (!word.empty()) parts.push_back(word);
  return join(parts, "; ");
}

std::string short_place(const Place& place, const Files& files) {
  if (!place.known()) return {};
  const std::string path = short_path(files[place.file]->path);
  return place.line > 0 ? fmt::format("{}:{}", path, place.line) : path;
}

Selection select_findings(const Report& report) {
  Selection selection;
  struct Chosen {
    std::size_t high = 0;
    std::map<std::string_view, std::size_t> of_lens;
  } findings, questions;
  for (const Finding& finding : report.findings) {
    const bool question = finding.is_question();
    const bool is_high = finding.severity == Severity::high;
    Chosen& chosen = question ? questions : findings;
    auto& body = question ? selection.questions : selection.body;
    std::size_t& same = chosen.of_lens[finding.card->id];
    const bool too_many_high = !question && is_high && chosen.high == most_high;
    if (body.size() == most_in_body || too_many_high || same == most_of_a_lens) {
      (question ? selection.more_questions : selection.table).push_back(&finding);
      continue;
    }
    body.push_back(&finding);
    ++same;
    if (is_high) ++chosen.high;
  }
  return selection;
}

std::string latest_evidence_words(const Finding& finding, const Graph& graph) {
  const PartialDate latest = latest_evidence(finding, graph);
  return latest.given() ? format_date(latest) : "no date given";
}

std::vector<std::string> basis_words(const Finding& finding, const Graph& graph) {
  std::vector<std::string> sentences = finding.basis;
  for (const EntityId subject : finding.subjects)
    if (graph.entity(subject).status == "unclear")
      sentences.push_back(
          fmt::format("The status of {} is unclear, so this may have been true and no longer be.",
                      full_name(graph, subject)));
  return sentences;
}

std::string more_stand(std::size_t count, std::string_view singular, std::string_view plural) {
  return count == 1 ? fmt::format("One more {} stands", singular)
                    : fmt::format("{} more {} stand", number(count), plural);
}

std::string_view where_it_stands(const Selection& selection, const Finding& finding) {
  const auto& shown = finding.is_question() ? selection.questions : selection.body;
  if (std::find(shown.begin(), shown.end(), &finding) == shown.end()) return "This table only";
  return finding.is_question() ? "Questions to ask" : "Findings";
}

std::optional<std::size_t> figure_about(const Finding& finding, const Graph& graph,
                                        const std::vector<ReportFigure>& figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].id == "departments" && finding.card->id == "coordination-gap") return i;
    if (std::any_of(finding.subjects.begin(), finding.subjects.end(),
                    [&](EntityId id) { return graph.entity(id).id == figures[i].id; }))
      return i;
  }
  return std::nullopt;
}

std::string found_none(const Report& report, const Card& card) {
  return fmt::format("We looked for {} and found none{}.", card.plural,
                     report.thinned.contains(card.id) ? " that is sure enough to be shown" : "");
}

std::vector<std::string> looked_for_and_not_found(const Report& report) {
  std::vector<std::string> sentences;
  for (const Card* card : report.cards) {
    const bool found = std::any_of(report.findings.begin(), report.findings.end(),
                                   [&](const Finding& f) { return f.card->id == card->id; });
    if (!found && count_accepted(report, *card) == 0)
      sentences.push_back(found_none(report, *card));
  }
  return sentences;
}

}  // namespace crosscut
