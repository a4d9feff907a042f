#include "crosscut/algo/cuts.h"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <iterator>
#include <limits>

namespace crosscut::algo {
namespace {

// Boost's undirected graphs are adjacency lists, slow to build and to walk. Its search needs only
// outgoing arcs, so it gets the symmetrised graph in rows: each tie is then met once from either
// end, labelled at the first meeting and passed over at the second, whose arc keeps `unlabelled`.
using Rows =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, Vertex, std::size_t>;

constexpr std::size_t unlabelled = std::numeric_limits<std::size_t>::max();

Rows make_rows(std::size_t vertices, const std::vector<std::pair<Vertex, Vertex>>& arcs) {
  return Rows(boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<Vertex>(vertices),
              arcs.size());
}

}  // namespace

std::vector<Vertex> articulation_points(const Digraph& graph) {
  std::vector<Vertex> points;
  if (graph.size() == 0) return points;
  const Rows rows = make_rows(graph.size(), list_arcs(symmetrise(graph)));
  boost::articulation_points(rows, std::back_inserter(points));
  std::sort(points.begin(), points.end());
  return points;
}

std::vector<std::pair<Vertex, Vertex>> bridges(const Digraph& graph) {
  std::vector<std::pair<Vertex, Vertex>> found;
  const auto arcs = list_arcs(symmetrise(graph));
  if (arcs.empty()) return found;
  const Rows rows = make_rows(graph.size(), arcs);
  std::vector<std::size_t> labels(arcs.size(), unlabelled);
  const std::size_t count = boost::biconnected_components(
      rows, boost::make_iterator_property_map(labels.begin(), get(boost::edge_index, rows)));

  std::vector<std::size_t> ties(count);
  for (const std::size_t label : labels)
    if (label != unlabelled) ++ties[label];
  for (std::size_t i = 0; i < arcs.size(); ++i)
    if (labels[i] != unlabelled && ties[labels[i]] == 1)
      found.push_back(std::minmax(arcs[i].first, arcs[i].second));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace crosscut::algo
