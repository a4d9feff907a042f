#include "crosscut/algo/betweenness.h"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>

namespace crosscut::algo {
namespace {

using Rows =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, Vertex, std::size_t>;

// Over ordered pairs. Boost's short call counts paths in integers, which wrap round to 0 at 2^64
// (64 forks and joins in a row); the long call lets the counts be doubles.
std::vector<double> count_ordered_pairs(const Digraph& graph) {
  const auto arcs = list_arcs(graph);
  const std::size_t n = graph.size();
  const Rows rows(boost::edges_are_sorted, arcs.begin(), arcs.end(), static_cast<Vertex>(n),
                  arcs.size());
  const auto index = get(boost::vertex_index, rows);
  std::vector<double> centrality(n);
  std::vector<std::vector<Rows::edge_descriptor>> incoming(n);
  std::vector<std::uint32_t> distance(n);
  std::vector<double> dependency(n);
  std::vector<double> path_count(n);
  boost::brandes_betweenness_centrality(
      rows, boost::make_iterator_property_map(centrality.begin(), index),
      boost::dummy_property_map(), boost::make_iterator_property_map(incoming.begin(), index),
      boost::make_iterator_property_map(distance.begin(), index),
      boost::make_iterator_property_map(dependency.begin(), index),
      boost::make_iterator_property_map(path_count.begin(), index), index);
  return centrality;
}

}  // namespace

std::vector<double> betweenness(const Digraph& graph, Direction direction) {
  if (direction == Direction::directed) return count_ordered_pairs(graph);
  // Boost halves for its own undirected graphs only; these rows hold each tie as two arcs, so
  // every unordered pair is counted twice.
  std::vector<double> centrality = count_ordered_pairs(symmetrise(graph));
  for (double& value : centrality) value /= 2;
  return centrality;
}

}  // namespace crosscut::algo
