// Chains of consents against walking every path, and on maps that would hang a careless walk.
#include "crosscut/lens/consent_chains.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "crosscut/lens/lens.h"
#include "crosscut/model/homes.h"
#include "crosscut/model/sketch.h"

namespace crosscut {
namespace {

Graph graph_of(const std::string& text) { return link(sketch(text), {}).graph; }

std::vector<Finding> find(const Graph& graph) {
  return find_lens("long-approval-chain")->run({graph, {}});
}

/// Policies p0 to p8 that wait for lower ones only, with consents by a, b and c.
std::string random_map(std::mt19937& random) {
  std::string text = "a:body  b:body  c:body";
  for (int i = 0; i < 9; ++i) {
    const std::string item = "p" + std::to_string(i);
    text += "  " + item + ":policy";
    for (int j = 0; j < i; ++j)
      if (random() % 3 == 0) text += "  " + item + " depends-on p" + std::to_string(j);
    for (int j = 0; j < i; ++j)
      if (random() % 12 == 0) text += "  p" + std::to_string(j) + " approves " + item;
    for (const char* body : {"a", "b", "c"})
      if (random() % 4 == 0) text += std::string("  ") + body + " approves " + item;
  }
  return text;
}

/// The most consents on a walk from the item that are given by 2 or more, the first to the item.
struct Walker {
  const Graph& graph;
  std::size_t most = 0;

  void walk(EntityId item, std::size_t consents, const std::set<EntityId>& by, bool first) {
    std::vector<RelationId> given;
    for (const RelationId r : graph.in(item))
      if (graph.relation(r).verb == Verb::approves) given.push_back(r);
    for (const RelationId r : given) {
      auto more = by;
      const EntityId approver = graph.relation(r).from;
      more.insert(approver);
      if (more.size() >= 2) most = std::max(most, consents + 1);
      if (graph.entity(approver).kind == Kind::policy) walk(approver, consents + 1, more, false);
      for (const RelationId need : graph.out(item))
        if (graph.relation(need).verb == Verb::depends_on)
          walk(graph.relation(need).to, consents + 1, more, false);
    }
    if (!given.empty() || first) return;
    if (by.size() >= 2) most = std::max(most, consents);
    for (const RelationId need : graph.out(item))
      if (graph.relation(need).verb == Verb::depends_on)
        walk(graph.relation(need).to, consents, by, false);
  }
};

TEST(ConsentChains, AreTheLongestOfAllWalks) {
  std::mt19937 random(11);
  std::size_t long_ones = 0;
  for (int round = 0; round < 150; ++round) {
    const Graph graph = graph_of(random_map(random));
    const ConsentChains chains(graph, 0);
    for (std::size_t i = 0; i < graph.entity_count(); ++i) {
      if (graph.entity(EntityId(i)).kind != Kind::policy) continue;
      Walker walker{graph};
      walker.walk(EntityId(i), 0, {}, true);
      const ConsentChain* chain = chains.longest(EntityId(i));
      EXPECT_EQ(chain == nullptr ? 0 : chain->consents, walker.most)
          << graph.entity(EntityId(i)).id.str() << " of map " << round;
      long_ones += walker.most >= 3;
    }
  }
  EXPECT_GE(long_ones, 100U);
}

std::string chain_of(std::size_t items) {
  std::string text = "a:body  b:body";
  for (std::size_t i = 0; i < items; ++i) {
    const std::string item = "p" + std::to_string(i);
    text += (i % 2 == 0 ? "  a approves " : "  b approves ") + item;
    if (i > 0) text += "  " + item + " depends-on p" + std::to_string(i - 1);
  }
  return text;
}

TEST(ConsentChains, AVeryLongChainIsOneFinding) {
  const auto findings = find(graph_of(chain_of(20000)));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().headline,
            "P19999 waits for 20000 consents one after the other, from B and A");
  EXPECT_EQ(findings.front().evidence.size(), 39999U);
}

TEST(ConsentChains, WhatJoinsAChainIsNamedThere) {
  const Graph graph = graph_of(chain_of(4) +
                               "  a approves x  x depends-on p2  b approves y  y depends-on z  z "
                               "depends-on p3");
  const auto findings = find(graph);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().headline, "Y waits for 5 consents one after the other, from B and A");
  EXPECT_EQ(findings.front().basis,
            (std::vector<std::string>{"It waits for Z, and that for P3, and that for P2, and that "
                                      "for P1, and that for P0.",
                                      "X waits for a part of the same chain."}));
}

TEST(ConsentChains, ACircleEndsAChain) {
  EXPECT_TRUE(find(graph_of(chain_of(5) + "  p0 depends-on p4")).empty());
  EXPECT_EQ(find(graph_of(chain_of(5) + "  p0 depends-on p1")).size(), 1U);
}

TEST(ConsentChains, AGuessIsAQuestionAndHidesNothing) {
  const auto guess =
      find(graph_of("a:body approves x  x depends-on y ~0.6  b:body approves y  y "
                    "depends-on z  a approves z"));
  ASSERT_EQ(guess.size(), 1U);
  EXPECT_TRUE(guess.front().is_question());
  EXPECT_EQ(guess.front().headline, "X may wait for 3 consents one after the other, from A and B");
  const auto circle = find(graph_of(chain_of(4) + "  p0 depends-on p3 ~0.5"));
  ASSERT_EQ(circle.size(), 1U);
  EXPECT_FALSE(circle.front().is_question());
}

TEST(ConsentChains, AMinisterAndTheirDepartmentAreOneOwner) {
  EXPECT_TRUE(find(graph_of("secretary:role under desnz  secretary approves x  x depends-on y  "
                            "desnz approves y  y depends-on z  secretary approves z"))
                  .empty());
}

TEST(ConsentChains, SeverityIsAtMostMedium) {
  const auto findings = find(graph_of(
      "a:body approves x  x depends-on y  b:body approves y  y depends-on z  a approves z  x "
      "advances m:mission  ho leads x  dfe leads y  moj leads z"));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().severity, Severity::medium);
}

}  // namespace
}  // namespace crosscut
