#include "crosscut/lens/chains.h"

#include <gtest/gtest.h>

#include "crosscut/model/names.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

std::vector<std::string> chains_of(std::string_view text, std::string_view from,
                                   std::string_view to, std::size_t most = 10) {
  const Graph graph = link(sketch(text), {}).graph;
  std::vector<std::string> result;
  for (const auto& chain : shortest_chains(graph, *graph.find(from), *graph.find(to), most)) {
    std::string words;
    for (const RelationId r : chain)
      words += (words.empty() ? "" : "; ") + relation_sentence(graph, r);
    result.push_back(words);
  }
  return result;
}

TEST(Chains, EveryShortestOneAndNoLongerOne) {
  EXPECT_EQ(chains_of("a depends-on b  a depends-on c  b depends-on d  c depends-on d  "
                      "a depends-on e  e depends-on f  f depends-on d",
                      "a", "d"),
            (std::vector<std::string>{"A depends on B; B depends on D",
                                      "A depends on C; C depends on D"}));
}

TEST(Chains, ApprovalsAreNeeds) {
  EXPECT_EQ(chains_of("a depends-on b  hmt approves b", "a", "hmt"),
            std::vector<std::string>{"A depends on B; Hmt approves B"});
}

TEST(Chains, NoneAgainstTheDirectionToItselfOrByEndedNeeds) {
  EXPECT_TRUE(chains_of("a depends-on b", "b", "a").empty());
  EXPECT_TRUE(chains_of("a depends-on b  b depends-on a", "a", "a").empty());
  EXPECT_TRUE(chains_of("a depends-on b 2020..2024  b", "a", "b").empty());
}

TEST(Chains, StopAtTheMost) {
  EXPECT_EQ(
      chains_of("a depends-on b  a depends-on c  b depends-on d  c depends-on d", "a", "d", 1),
      std::vector<std::string>{"A depends on B; B depends on D"});
}

}  // namespace
}  // namespace crosscut
