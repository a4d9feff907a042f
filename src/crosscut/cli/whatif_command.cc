// whatif: what a change to the machinery of government would do, on paper.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "crosscut/base/text.h"
#include "crosscut/cli/command.h"
#include "crosscut/cli/figures.h"
#include "crosscut/cli/files.h"
#include "crosscut/plan/whatif.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/join.h"
#include "crosscut/write/effect_paper.h"
#include "crosscut/write/odt_paper.h"
#include "crosscut/write/svg.h"

namespace crosscut {
namespace {

namespace fs = std::filesystem;

struct Option {
  Scenario scenario;
  std::vector<std::string> sentences;  // as written
  WhatIf tried;
};

bool is_changes_file(const std::string& argument) {
  std::error_code unreadable;
  return argument.ends_with(".changes") || (fs::exists(argument, unreadable) && !is_map(argument));
}

/// The lines that say something.
std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  for (const std::string_view line : split_list(text, '\n')) {
    const std::string_view words = trim(line.substr(0, line.find('#')));
    if (!words.empty()) sentences.emplace_back(words);
  }
  return sentences;
}

/// What the comment on the first line says, or else `name`.
std::string name_of(std::string_view text, std::string name) {
  if (!text.starts_with('#')) return name;
  std::string_view said = trim(text.substr(0, text.find('\n')).substr(1));
  if (said.ends_with('.')) said.remove_suffix(1);
  return said.empty() ? name : std::string(said);
}

/// The sentences of --change as one file, and each file of changes.
std::vector<Option> read_all_changes(const Options& options, const std::vector<std::string>& files,
                                     Dataset& dataset, std::vector<Diagnostic>& diagnostics) {
  std::vector<Option> read;
  const auto add = [&](std::uint32_t file, const std::string& name) {
    Option option{read_changes(file, dataset.files, diagnostics),
                  sentences_of(dataset.files[file]->text),
                  {}};
    option.scenario.name = name_of(dataset.files[file]->text, name);
    read.push_back(std::move(option));
  };
  if (!options.changes.empty())
    add(add_text("--change", join(options.changes, "\n") + "\n", dataset.files),
        options.changes.size() == 1 ? options.changes.front() : "the sentences of --change");
  for (const std::string& path : files)
    if (const auto file = load_file(path, read_options(options), dataset.files, diagnostics))
      add(*file, fs::path(path).stem().string());
  return read;
}

/// Reads the maps and the changes and tries each; complains and returns nothing when any is wrong.
std::optional<std::vector<Option>> try_all(const std::vector<std::string>& maps,
                                           const std::vector<std::string>& files,
                                           const Options& options, const Streams& streams) {
  MapRead map = read_maps(maps, read_options(options));
  Linked linked = link(map.dataset, {options.as_at});
  std::move(linked.diagnostics.begin(), linked.diagnostics.end(),
            std::back_inserter(map.diagnostics));
  std::vector<Diagnostic> wrong;
  std::copy_if(map.diagnostics.begin(), map.diagnostics.end(), std::back_inserter(wrong),
               [](const Diagnostic& diagnostic) { return diagnostic.level == Level::error; });
  std::vector<Option> read = read_all_changes(options, files, map.dataset, wrong);
  if (wrong.empty())
    for (Option& option : read) {
      option.tried = try_change(map.dataset, option.scenario, {options.as_at}, options.jobs);
      std::copy(option.tried.diagnostics.begin(), option.tried.diagnostics.end(),
                std::back_inserter(wrong));
    }
  sort_diagnostics(wrong);
  for (const Diagnostic& diagnostic : wrong)
    streams.err << format_diagnostic(diagnostic, map.dataset.files, streams.colour);
  if (!has_errors(wrong)) return read;
  fail(streams, count_diagnostics(wrong) + "; nothing was tried");
  return std::nullopt;
}

std::string figure_id(const std::vector<Option>& tried, std::size_t i) {
  return tried.size() == 1 ? "before-after" : fmt::format("before-after-{}", i + 1);
}

/// The picture of one change to the file of -o.
int write_picture(const Effect& effect, const std::string& format, const Options& options,
                  const Streams& streams) {
  const auto picture = before_after(effect, "before-after");
  if (!picture)
    return fail(streams, "nothing answers to another department than before",
                "-f text says what the change touches");
  const ImageFormat image = image_format(format);
  const FigureResult result = draw_before_after(*picture, {.formats = {image},
                                                           .budget = a4_page,
                                                           .title = !options.no_title,
                                                           .dpi = static_cast<int>(options.dpi)});
  if (!result.problem.empty()) streams.err << "crosscut: figure " << result.problem << "\n";
  if (!result.figure) return bad;
  if (format == "dot") return write_result(result.figure->dot, options, streams);
  const std::string& drawn = result.figure->drawing.images.at(image);
  return write_result(format == "svg" ? rewrite_svg(drawn, picture->page) : drawn, options,
                      streams);
}

/// The changes with their pictures for a page; adds the picture files.
std::vector<NamedEffect> name_effects(const std::vector<Option>& tried,
                                      const std::vector<std::string>& formats,
                                      std::vector<OutputFile>& files, const Streams& streams) {
  std::vector<NamedEffect> effects;
  const bool document = has_format(formats, "odt");  // it holds them as PNG
  for (std::size_t i = 0; i < tried.size(); ++i) {
    const Option& option = tried[i];
    effects.push_back({option.scenario.name, option.sentences, &option.tried.effect, {}});
    const auto picture = before_after(option.tried.effect, figure_id(tried, i));
    if (!picture) continue;
    for (const bool alone : {false, true}) {
      const FigureResult drawn = draw_before_after(
          *picture,
          alone
              ? FigureOptions{.formats = image_formats(formats), .budget = a4_page, .title = true}
              : FigureOptions{.formats = document ? std::vector{ImageFormat::svg, ImageFormat::png}
                                                  : std::vector{ImageFormat::svg},
                              .dpi = 150});
      if (!drawn.problem.empty()) streams.err << "crosscut: figure " << drawn.problem << "\n";
      if (!drawn.figure) continue;
      if (alone)
        add_figure_files(*drawn.figure, formats, files);
      else
        effects.back().figure = report_figure(*drawn.figure);
    }
  }
  return effects;
}

/// The report and its pictures to the folder of -o.
int write_folder(const std::vector<Option>& tried, const std::vector<std::string>& formats,
                 const Options& options, const Streams& streams) {
  std::vector<OutputFile> pictures;
  const std::vector<NamedEffect> effects = name_effects(tried, formats, pictures, streams);
  const Paper paper = effects_paper(effects);
  std::vector<OutputFile> files;
  if (has_format(formats, "html")) files.push_back({"report.html", write_paper_html(paper)});
  if (has_format(formats, "md"))
    files.push_back({"report.md", write_paper_markdown(paper, linked_ending(formats))});
  if (has_format(formats, "odt")) files.push_back({"report.odt", write_paper_odt(paper)});
  if (has_format(formats, "text")) files.push_back({"report.txt", write_paper_text(paper)});
  if (has_format(formats, "json")) files.push_back({"whatif.json", write_effects_json(effects)});
  std::move(pictures.begin(), pictures.end(), std::back_inserter(files));
  if (const std::string fault = write_files(options.output, files); !fault.empty())
    return fail(streams, fault);
  const auto figures = std::count_if(effects.begin(), effects.end(), [](const NamedEffect& named) {
    return named.figure.has_value();
  });
  streams.out << what_was_written(options.output, files, static_cast<std::size_t>(figures));
  return clean;
}

int write_one(const std::vector<Option>& tried, const std::string& format, const Options& options,
              const Streams& streams) {
  if (has_format({"svg", "png", "pdf", "dot"}, format)) {
    if (tried.size() > 1)
      return fail(streams, "one picture shows one change, and there are several",
                  "-o FOLDER without -f writes a report with a picture of each");
    return write_picture(tried.front().tried.effect, format, options, streams);
  }
  std::vector<OutputFile> pictures;
  std::vector<NamedEffect> effects;
  if (format == "html" || format == "md" || format == "odt")
    effects = name_effects(tried, {format}, pictures, streams);
  else
    for (const Option& option : tried)
      effects.push_back({option.scenario.name, option.sentences, &option.tried.effect, {}});
  return write_result(
      format == "json" ? write_effects_json(effects) : write_paper(effects_paper(effects), format),
      options, streams);
}

}  // namespace

int run_whatif(const Options& options, const Streams& streams) {
  std::vector<std::string> maps, files;
  for (const std::string& argument : options.arguments)
    (is_changes_file(argument) ? files : maps).push_back(argument);
  if (maps.empty())
    return fail(streams, "give the folder of at least one map", "crosscut whatif --help");
  if (files.empty() && options.changes.empty())
    return fail(streams, "give a change",
                "--change \"move skills-england to dwp\", or a file of them");
  std::vector<std::string> formats = options.formats;
  const bool folder =
      formats.size() > 1 || (formats.empty() && !options.output.empty() && options.output != "-");
  if (formats.empty())
    formats = folder ? std::vector<std::string>{"html", "md", "json", "svg"}
                     : std::vector<std::string>{"text"};
  if (const std::string fault =
          check_formats(formats, {"text", "html", "md", "odt", "json", "svg", "png", "pdf", "dot"});
      !fault.empty())
    return fail(streams, fault);
  if (folder && (options.output.empty() || options.output == "-"))
    return fail(streams, "several formats need a folder", "-o FOLDER");
  const auto tried = try_all(maps, files, options, streams);
  if (!tried) return bad;
  return folder ? write_folder(*tried, formats, options, streams)
                : write_one(*tried, formats.front(), options, streams);
}

}  // namespace crosscut
