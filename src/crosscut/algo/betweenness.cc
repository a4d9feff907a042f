#include "crosscut/algo/betweenness.h"

#include <algorithm>
#include <numeric>
#include <queue>

#include "crosscut/base/parallel.h"

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

// Own code, though Boost has Brandes' method: it neither shares work among threads nor takes part
// of the sources, and keeps a list of arcs for each vertex.

// Sources are summed in blocks of which the number depends on the graph alone, and the blocks in
// order, so threads change no figure; more blocks would need more memory.
std::size_t count_blocks(std::size_t vertices, std::size_t sources) {
  constexpr std::size_t most_values = std::size_t{1} << 24U;
  const std::size_t affordable =
      std::clamp(most_values / std::max<std::size_t>(vertices, 1), std::size_t{8}, std::size_t{64});
  return std::min(sources, affordable);
}

constexpr std::uint64_t unreached = ~std::uint64_t{0};

// Shortest paths from one source at a time; what was reached is cleared before the next.
struct Sweep {
  explicit Sweep(std::size_t vertices)
      : distance(vertices, unreached), paths(vertices), dependency(vertices) {}

  std::vector<std::uint64_t> distance;
  std::vector<double> paths;  // number of shortest paths from the source
  std::vector<double> dependency;
  std::vector<Vertex> order;  // of those reached, nearest first

  void start(Vertex source) {
    for (const Vertex v : order) {
      distance[v] = unreached;
      paths[v] = dependency[v] = 0;
    }
    order.clear();
    distance[source] = 0;
    paths[source] = 1;
  }
};

void search_breadth_first(const Digraph& graph, Vertex source, Sweep& sweep) {
  sweep.start(source);
  sweep.order.push_back(source);
  for (std::size_t i = 0; i < sweep.order.size(); ++i) {
    const Vertex v = sweep.order[i];
    const std::uint64_t next = sweep.distance[v] + 1;
    for (const Vertex w : graph.out(v)) {
      if (sweep.distance[w] == unreached) {
        sweep.distance[w] = next;
        sweep.order.push_back(w);
      }
      if (sweep.distance[w] == next) sweep.paths[w] += sweep.paths[v];
    }
  }
}

// Dijkstra, A note on two problems in connexion with graphs, Numer. Math. 1 (1959).
void search_by_length(const Digraph& graph, std::span<const std::uint64_t> lengths,
                      const std::vector<std::size_t>& first, Vertex source, Sweep& sweep) {
  sweep.start(source);
  using Entry = std::pair<std::uint64_t, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting;
  waiting.emplace(0, source);
  while (!waiting.empty()) {
    const auto [distance, v] = waiting.top();
    waiting.pop();
    // Entries of one vertex come shortest first; the rest are out of date.
    if (distance != sweep.distance[v]) continue;
    sweep.order.push_back(v);
    const auto heads = graph.out(v);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const Vertex w = heads[i];
      const std::uint64_t through = distance + lengths[first[v] + i];
      if (through < sweep.distance[w]) {
        sweep.distance[w] = through;
        sweep.paths[w] = 0;
        waiting.emplace(through, w);
      }
      if (through == sweep.distance[w]) sweep.paths[w] += sweep.paths[v];
    }
  }
}

// From the farthest back: each vertex gets its share of the paths that go on from it. Calls
// credit(arc, share) for each arc on a shortest path, by its place in list_arcs.
template <typename Length, typename Credit>
void accumulate(const Digraph& graph, const std::vector<std::size_t>& first, Sweep& sweep,
                Length length, Credit credit) {
  for (std::size_t k = sweep.order.size(); k-- > 0;) {
    const Vertex v = sweep.order[k];
    const auto heads = graph.out(v);
    double sum = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const Vertex w = heads[i];
      const std::size_t arc = first[v] + i;
      if (sweep.distance[w] != sweep.distance[v] + length(arc)) continue;
      const double share = sweep.paths[v] / sweep.paths[w] * (1 + sweep.dependency[w]);
      credit(arc, share);
      sum += share;
    }
    sweep.dependency[v] = sum;
  }
}

std::vector<std::size_t> first_arcs(const Digraph& graph) {
  std::vector<std::size_t> first(graph.size() + 1);
  for (Vertex v = 0; v < graph.size(); ++v) first[v + 1] = first[v] + graph.out(v).size();
  return first;
}

// Adds up `values` figures over all sources: use(source, sweep, sum).
template <typename Use>
std::vector<double> add_up(std::size_t vertices, std::span<const Vertex> sources,
                           std::size_t values, std::size_t jobs, Use use) {
  const std::size_t blocks = count_blocks(std::max(vertices, values), sources.size());
  std::vector<std::vector<double>> sums(blocks);
  parallel_for(jobs, blocks, [&](std::size_t block) {
    sums[block].resize(values);
    Sweep sweep(vertices);
    const std::size_t end = (block + 1) * sources.size() / blocks;
    for (std::size_t i = block * sources.size() / blocks; i < end; ++i)
      use(sources[i], sweep, sums[block]);
  });
  std::vector<double> total(values);
  for (const auto& sum : sums)
    for (std::size_t i = 0; i < values; ++i) total[i] += sum[i];
  return total;
}

std::vector<Vertex> all_vertices(const Digraph& graph) {
  std::vector<Vertex> all(graph.size());
  std::iota(all.begin(), all.end(), Vertex{0});
  return all;
}

void add_dependencies(const Sweep& sweep, std::vector<double>& sum) {
  for (std::size_t i = 1; i < sweep.order.size(); ++i)  // not the source
    sum[sweep.order[i]] += sweep.dependency[sweep.order[i]];
}

constexpr auto one = [](std::size_t) { return std::uint64_t{1}; };
constexpr auto nobody = [](std::size_t, double) {};

void halve(std::vector<double>& values) {
  for (double& value : values) value /= 2;
}

std::size_t arc_between(const Digraph& graph, const std::vector<std::size_t>& first, Vertex from,
                        Vertex to) {
  const auto heads = graph.out(from);
  const auto at = std::lower_bound(heads.begin(), heads.end(), to);
  assert(at != heads.end() && *at == to && "a tie stands in one direction alone");
  return first[from] + static_cast<std::size_t>(at - heads.begin());
}

void check_lengths(const Digraph& graph, std::span<const std::uint64_t> lengths,
                   const std::vector<std::size_t>& first, Direction direction) {
  assert(lengths.size() == graph.arc_count() && "a length for each arc");
  for (Vertex v = 0; v < graph.size(); ++v) {
    const auto heads = graph.out(v);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const std::uint64_t length = lengths[first[v] + i];
      assert(length > 0 && "a length of 0");
      if (direction == Direction::undirected)
        assert(lengths[arc_between(graph, first, heads[i], v)] == length &&
               "a tie has two lengths");
    }
  }
}

}  // namespace

std::vector<double> betweenness_from(const Digraph& graph, std::span<const Vertex> sources,
                                     std::size_t jobs) {
  const auto first = first_arcs(graph);
  return add_up(graph.size(), sources, graph.size(), jobs,
                [&](Vertex source, Sweep& sweep, std::vector<double>& sum) {
                  search_breadth_first(graph, source, sweep);
                  accumulate(graph, first, sweep, one, nobody);
                  add_dependencies(sweep, sum);
                });
}

std::vector<double> betweenness(const Digraph& graph, Direction direction, std::size_t jobs) {
  const auto sources = all_vertices(graph);
  if (direction == Direction::directed) return betweenness_from(graph, sources, jobs);
  // The rows hold each tie as two arcs, so every unordered pair is counted twice.
  std::vector<double> centrality = betweenness_from(symmetrise(graph), sources, jobs);
  halve(centrality);
  return centrality;
}

std::vector<double> betweenness(const Digraph& graph, std::span<const std::uint64_t> lengths,
                                Direction direction, std::size_t jobs) {
  const auto first = first_arcs(graph);
  check_lengths(graph, lengths, first, direction);
  auto centrality =
      add_up(graph.size(), all_vertices(graph), graph.size(), jobs,
             [&](Vertex source, Sweep& sweep, std::vector<double>& sum) {
               search_by_length(graph, lengths, first, source, sweep);
               accumulate(
                   graph, first, sweep, [&](std::size_t arc) { return lengths[arc]; }, nobody);
               add_dependencies(sweep, sum);
             });
  if (direction == Direction::undirected) halve(centrality);
  return centrality;
}

std::vector<double> edge_betweenness(const Digraph& graph, Direction direction, std::size_t jobs) {
  const bool directed = direction == Direction::directed;
  const Digraph ways = directed ? graph : symmetrise(graph);
  const auto first = first_arcs(ways);
  auto shares = add_up(ways.size(), all_vertices(ways), ways.arc_count(), jobs,
                       [&](Vertex source, Sweep& sweep, std::vector<double>& sum) {
                         search_breadth_first(ways, source, sweep);
                         accumulate(ways, first, sweep, one,
                                    [&](std::size_t arc, double share) { sum[arc] += share; });
                       });
  if (directed) return shares;
  std::vector<double> of_ties;
  for (const auto& [from, to] : list_arcs(graph))
    of_ties.push_back((shares[arc_between(ways, first, std::min(from, to), std::max(from, to))] +
                       shares[arc_between(ways, first, std::max(from, to), std::min(from, to))]) /
                      2);
  return of_ties;
}

}  // namespace crosscut::algo
