// The workbook of `new --xlsx`: a form that people fill in from lists, and a map as it stands.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "crosscut/model/graph.h"
#include "crosscut/model/map_tables.h"
#include "crosscut/write/book.h"

namespace crosscut {

/// What a form starts with.
struct FormRows {
  std::vector<TextTable> tables;                           // as map_tables gives them
  std::function<std::string(const std::string&)> name_of;  // an id -> what to write for it
  std::string title;
  std::string marking;    // at the head of each printed page; may be empty
  bool of_a_map = false;  // else they are examples, to be deleted
};

/// The rows of a map. An entity goes by its name where `graph` gives that name to no other; the
/// graph must outlive the rows.
FormRows map_rows(const Dataset& dataset, const Graph& graph);

/// The worked rows of a new map.
FormRows example_rows();

/// Sheets: guide, entities, relations, sources, map, same and accepted when they have rows, lists.
Book form_book(const FormRows& rows);

/// The paragraphs of the sheet "guide".
std::vector<std::string> form_guide(const FormRows& rows);

}  // namespace crosscut
