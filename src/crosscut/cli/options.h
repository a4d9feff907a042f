// What the user typed: commands and options, their help, and how they are read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "crosscut/lens/measures.h"
#include "crosscut/model/date.h"
#include "crosscut/model/finding.h"
#include "crosscut/model/vocabulary.h"

namespace crosscut {

struct CommandInfo {
  std::string_view name;
  std::string_view arguments;
  std::string_view summary;
};
std::span<const CommandInfo> all_commands();

struct OptionInfo {
  std::string_view name;      // without dashes
  std::string_view letter;    // one letter, or empty
  std::string_view argument;  // empty = a switch
  std::string_view help;
  std::string_view commands;  // names separated by spaces; "*" = all
};
std::span<const OptionInfo> all_options();

struct ViewInfo {
  std::string_view name;
  std::string_view focus;  // what --focus takes; empty = nothing
  std::string_view shows;
};
std::span<const ViewInfo> all_views();

struct Options {
  std::string command;
  std::vector<std::string> arguments;  // maps, or what to explain
  PartialDate as_at;
  PartialDate since;                 // of compare: the earlier day
  std::string output;                // file or folder; "-" = standard output; empty = the default
  std::vector<std::string> formats;  // empty = the command's own
  std::vector<std::string> same;
  std::string title;     // of the report; empty = the maps' own
  std::string headline;  // id of the finding to stand over it; may be empty
  std::string view;
  std::string focus;
  std::string to;                    // the other end of a path
  std::optional<std::size_t> depth;  // not given = the view's own
  KindSet only = every_kind;
  std::vector<std::string> lenses;   // empty = all
  std::vector<std::string> changes;  // sentences
  std::string xlsx;                  // the workbook to write
  std::vector<std::string> from;     // maps whose rows it starts with
  std::string size;
  std::size_t dpi = 120;
  bool no_title = false;
  std::size_t jobs = 1;
  std::uintmax_t max_file_bytes = 0;
  bool no_figures = false;
  bool release = false;
  double min_confidence = 0;
  MeasuredGraph measured = MeasuredGraph::working;
  std::optional<double> min_robustness;  // not given: half, and for findings alone
  std::optional<Severity> fail_on;
};

/// Text to print and leave: help or version (exit 0).
struct Information {
  std::string text;
};
/// What is wrong with the command line (exit 2).
struct UsageError {
  std::string message;
  std::string hint;
};

/// Reads the arguments after the program's name.
std::variant<Options, Information, UsageError> parse_options(
    const std::vector<std::string>& arguments);

/// Help of the program, or of one command.
std::string help_text(std::string_view command = "");

}  // namespace crosscut
