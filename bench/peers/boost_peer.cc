// The Boost Graph Library on one thread, with the graph types of its own examples.
//   boost_peer FOLDER [STEP...]
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <iterator>
#include <limits>

#include "../step.h"
#include "plain_loader.h"

using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Undirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_index_t, std::size_t>>;

template <typename Values, typename Graph>
auto on(Values& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

/// Vertices that can only reach the first one past another: dominators on the arcs reversed. The
/// numbers of the search start at their maximum, as the short form of the call is wrong where a
/// vertex that cannot be reached has an arc to one that can.
std::size_t count_dominated(const Directed& graph) {
  const auto reversed = boost::make_reverse_graph(graph);
  const std::size_t none = std::numeric_limits<std::size_t>::max(), n = num_vertices(graph);
  std::vector<std::size_t> numbers(n, none), parents(n, none), order(n, none), above(n, none);
  lengauer_tarjan_dominator_tree(reversed, 0, get(boost::vertex_index, reversed),
                                 on(numbers, reversed), on(parents, reversed), order,
                                 on(above, reversed));
  return n - static_cast<std::size_t>(std::count(above.begin(), above.end(), none));
}

std::size_t count_bridges(const Undirected& graph, std::size_t& points) {
  std::vector<std::size_t> parts(num_edges(graph)), found;
  const auto result = biconnected_components(
      graph, boost::make_iterator_property_map(parts.begin(), get(boost::edge_index, graph)),
      std::back_inserter(found));
  points = found.size();
  std::vector<int> sizes(result.first);
  for (const std::size_t part : parts) ++sizes[part];
  return static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), 1));
}

int main(int count, char** arguments) {
  const Steps steps(count, arguments);
  Directed directed;
  Undirected undirected;
  std::vector<double> values;
  std::vector<std::size_t> labels;
  steps.take("load", [&] {
    const PlainMap map = load_plainly(arguments[1]);
    directed = Directed(map.arcs.begin(), map.arcs.end(), map.size);
    undirected = Undirected(map.size);
    std::size_t number = 0;
    for (const auto& [a, b] : map.ties) add_edge(a, b, number++, undirected);
    values.resize(map.size);
    labels.resize(map.size);
    return map.arcs.size();
  });
  steps.take("components",
             [&] { return connected_components(undirected, on(labels, undirected)); });
  steps.take("cuts", [&] {
    std::size_t points = 0;
    const std::size_t bridges = count_bridges(undirected, points);
    return static_cast<double>(points) * 1e6 + static_cast<double>(bridges);
  });
  steps.take("strong", [&] { return strong_components(directed, on(labels, directed)); });
  steps.take("dominators", [&] { return count_dominated(directed); });
  steps.take("exact", [&] {
    brandes_betweenness_centrality(undirected, on(values, undirected));
    return *std::max_element(values.begin(), values.end());
  });
}
