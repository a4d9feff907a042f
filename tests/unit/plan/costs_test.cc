#include "crosscut/plan/costs.h"

#include <gtest/gtest.h>

#include <map>

#include "crosscut/base/text.h"
#include "crosscut/model/sketch.h"
#include "crosscut/plan/whatif.h"
#include "crosscut/read/changes.h"
#include "crosscut/read/csv.h"
#include "crosscut/read/join.h"

namespace crosscut {
namespace {

TEST(Costs, FiguresAreThoseOfTheMapOfChanges) {
  Files files;
  std::vector<Diagnostic> diagnostics;
  const auto file = load_file(std::string(CROSSCUT_ROOT) + "/graphs/mog-changes/costs.csv", {},
                              files, diagnostics);
  ASSERT_TRUE(file);
  std::map<std::string, std::pair<std::string, std::string>> rows;
  const Table table = parse_csv(*file, files, diagnostics);
  for (const auto& row : table.rows) rows[row[0].text] = {row[1].text, row[2].text};
  ASSERT_GT(all_cost_figures().size(), 4U);
  const auto number = [](const std::string& text) { return text.empty() ? 0 : std::stod(text); };
  for (const CostFigure& figure : all_cost_figures()) {
    const auto found = rows.find(std::string(figure.item));
    ASSERT_NE(found, rows.end()) << figure.item;
    EXPECT_EQ(number(found->second.first), figure.low) << figure.item;
    EXPECT_EQ(number(found->second.second), figure.high) << figure.item;
  }
}

TEST(Costs, ABodyThatJoinsItsDepartmentIsNoMergerOfDepartments) {
  Dataset dataset = sketch("agency:body under dhsc  dhsc leads health  dwp leads jobs");
  const auto items = [&](std::string sentences) {
    const std::uint32_t file = add_text("test.changes", std::move(sentences), dataset.files);
    std::vector<Diagnostic> diagnostics;
    const Scenario scenario = read_changes(file, dataset.files, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    std::vector<std::string> names;
    for (const Cost& cost : published_costs(scenario, link(dataset, {}).graph))
      names.emplace_back(cost.figure->item);
    return join(names, " ");
  };
  EXPECT_EQ(items("abolish agency into dhsc\n"),
            "nhse-dhsc-icb-redundancy reorganisation-average-per-case");
  EXPECT_EQ(items("move agency to dwp\n"), "reorganisation-average-per-case");
  EXPECT_EQ(items("move health to dwp\n"), "");
}

}  // namespace
}  // namespace crosscut
