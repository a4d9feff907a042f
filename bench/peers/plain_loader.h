// How a C++ program without a CSV library reads a map: line by line, a hash map of ids.
#pragma once

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Ends = std::pair<std::uint32_t, std::uint32_t>;

struct PlainMap {
  std::uint32_t size = 0;
  std::vector<Ends> arcs;  // one for each row of relations.csv
  std::vector<Ends> ties;  // each pair once, lower end first, without loops
};

/// The cells of a line; quotes may hold separators, but no line ends.
inline std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back().push_back(c);
  }
  return cells;
}

inline PlainMap load_plainly(const std::string& folder) {
  PlainMap map;
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::string line;
  std::ifstream entities(folder + "/entities.csv"), relations(folder + "/relations.csv");
  std::getline(entities, line);
  while (std::getline(entities, line)) numbers.emplace(cells_of(line)[0], map.size++);
  std::getline(relations, line);
  while (std::getline(relations, line)) {
    const auto cells = cells_of(line);
    map.arcs.emplace_back(numbers.at(cells[0]), numbers.at(cells[2]));
  }
  for (const auto& [from, to] : map.arcs)
    if (from != to) map.ties.push_back(std::minmax(from, to));
  std::sort(map.ties.begin(), map.ties.end());
  map.ties.erase(std::unique(map.ties.begin(), map.ties.end()), map.ties.end());
  return map;
}
