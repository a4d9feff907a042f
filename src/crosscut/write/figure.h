// A drawn picture as the report shows it, with its words.
#pragma once

#include <string>
#include <vector>

namespace crosscut {

/// A rendered picture: the report sets title, subtitle and source as HTML, so `svg` has none.
struct ReportFigure {
  std::string id;                      // "departments", "mission-growth"; also the file's name
  std::string title;                   // the finding, sentence case, without a full stop
  std::string subtitle;                // what is counted, how many, scope
  std::string key;                     // how to read it, a sentence or two
  std::string note;                    // what was left out; may be empty
  std::string source;                  // sources, as-at date, number of relations
  std::string svg;                     // inline: <svg ...>...</svg>, ids prefixed, no prolog
  std::vector<std::string> as_text;    // every box and line in words, a sentence each
  std::string png = {};                // for documents; may be empty
  double width_pt = 0, height_pt = 0;  // of the picture at its natural size
};

}  // namespace crosscut
