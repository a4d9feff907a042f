#include "crosscut/algo/components.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <limits>

namespace crosscut::algo {
namespace {

constexpr std::uint32_t no_label = std::numeric_limits<std::uint32_t>::max();

// Renumbers labels below size() in the order in which they first occur.
void number_by_first_vertex(std::vector<std::uint32_t>& labels) {
  std::vector<std::uint32_t> renumbered(labels.size(), no_label);
  std::uint32_t count = 0;
  for (std::uint32_t& label : labels) {
    if (renumbered[label] == no_label) renumbered[label] = count++;
    label = renumbered[label];
  }
}

}  // namespace

std::vector<std::uint32_t> components(const Digraph& graph) {
  std::vector<std::uint32_t> labels(graph.size(), no_label);
  std::vector<Vertex> waiting;
  std::uint32_t count = 0;
  for (Vertex start = 0; start < graph.size(); ++start) {
    if (labels[start] != no_label) continue;
    labels[start] = count;
    waiting.push_back(start);
    while (!waiting.empty()) {
      const Vertex v = waiting.back();
      waiting.pop_back();
      for (const auto neighbours : {graph.out(v), graph.in(v)}) {
        for (const Vertex w : neighbours) {
          if (labels[w] != no_label) continue;
          labels[w] = count;
          waiting.push_back(w);
        }
      }
    }
    ++count;
  }
  return labels;
}

std::vector<std::uint32_t> strong_components(const Digraph& graph) {
  using Rows =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                         boost::no_property, Vertex, std::size_t>;
  std::vector<std::uint32_t> labels(graph.size());
  if (labels.empty()) return labels;
  const auto arcs = list_arcs(graph);
  const Rows rows(boost::edges_are_sorted, arcs.begin(), arcs.end(),
                  static_cast<Vertex>(graph.size()), arcs.size());
  boost::strong_components(
      rows, boost::make_iterator_property_map(labels.begin(), get(boost::vertex_index, rows)));
  number_by_first_vertex(labels);
  return labels;
}

Condensation condense(const Digraph& graph) {
  Condensation condensation;
  condensation.labels = strong_components(graph);
  const auto& labels = condensation.labels;
  for (Vertex v = 0; v < graph.size(); ++v) {
    if (labels[v] == condensation.members.size()) condensation.members.emplace_back();
    condensation.members[labels[v]].push_back(v);
  }
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto heads = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t i = 0; i < heads.size(); ++i)
      if (labels[v] != labels[heads[i]]) arcs.push_back({labels[v], labels[heads[i]], weights[i]});
  }
  condensation.graph = Digraph(condensation.members.size(), std::move(arcs));

  std::vector<std::size_t> waiting_for(condensation.graph.size());
  auto& order = condensation.order;
  for (Vertex c = 0; c < condensation.graph.size(); ++c) {
    waiting_for[c] = condensation.graph.in(c).size();
    if (waiting_for[c] == 0) order.push_back(c);
  }
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const Vertex head : condensation.graph.out(order[i]))
      if (--waiting_for[head] == 0) order.push_back(head);
  return condensation;
}

}  // namespace crosscut::algo
