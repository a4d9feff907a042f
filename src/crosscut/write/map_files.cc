#include "crosscut/write/map_files.h"

#include <fmt/format.h>

#include "crosscut/base/text.h"
#include "crosscut/write/csv.h"
#include "crosscut/write/json_parts.h"

namespace crosscut {

std::string write_table_csv(const TextTable& table) {
  std::string text = plain_csv_row(table.header);
  for (const auto& row : table.rows) text += plain_csv_row(row);
  return text;
}

std::string write_map_json(const std::vector<TextTable>& tables) {
  using json::Json;
  const auto object = [](const std::vector<std::string>& keys,
                         const std::vector<std::string>& values) {
    Json row = Json::object();
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (!values[i].empty()) row[keys[i]] = values[i];
    return row.dump();
  };
  std::string text = "{\n\"schema\": 1";
  for (const TextTable& table : tables) {
    text += fmt::format(",\n\"{}\": ", table.name);
    if (table.name == "map") {
      std::vector<std::string> keys, values;
      for (const auto& row : table.rows) {
        keys.push_back(row[0]);
        values.push_back(row[1]);
      }
      text += object(keys, values);
      continue;
    }
    std::vector<std::string> rows;
    for (const auto& row : table.rows) rows.push_back(object(table.header, row));
    text += rows.empty() ? "[]" : "[\n" + join(rows, ",\n") + "\n]";
  }
  return text + "\n}\n";
}

}  // namespace crosscut
