#include <algorithm>
#include <cmath>
#include <numeric>

#include "crosscut/algo/betweenness.h"
#include "crosscut/algo/components.h"
#include "crosscut/base/parallel.h"
#include "crosscut/base/random.h"

#undef NDEBUG  // these checks stay on in release builds
#include <cassert>

namespace crosscut::algo {
namespace {

// One breadth-first search at a time; what it reached is cleared before the next.
class Walker {
 public:
  explicit Walker(const Digraph& graph)
      : graph_(graph), distance_(graph.size(), no_vertex), paths_(graph.size()) {}

  // The vertices between the ends of a shortest path, each such path as likely as another; none
  // when there is no path.
  std::vector<Vertex> draw(Vertex from, Vertex to, std::uint64_t key) {
    search(from, to);
    std::vector<Vertex> between;
    if (distance_[to] == no_vertex) return between;
    for (Vertex v = to; distance_[v] > 1;) {
      v = step_back(v, to_unit(scramble(key ^ distance_[v])) * paths_[v]);
      between.push_back(v);
    }
    return between;
  }

  // The two greatest distances from a vertex, and so a bound on any two vertices it reaches.
  std::pair<std::size_t, std::size_t> farthest(Vertex from) {
    search(from, no_vertex);
    std::size_t first = 0;
    std::size_t second = 0;
    for (std::size_t i = reached_.size() - std::min<std::size_t>(reached_.size(), 2);
         i < reached_.size(); ++i) {
      second = first;
      first = distance_[reached_[i]];
    }
    return {first, reached_.size() > 2 ? second : 0};
  }

 private:
  void search(Vertex from, Vertex to) {
    for (const Vertex v : reached_) {
      distance_[v] = no_vertex;
      paths_[v] = 0;
    }
    reached_.assign(1, from);
    distance_[from] = 0;
    paths_[from] = 1;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const Vertex v = reached_[i];
      if (to != no_vertex && distance_[v] >= distance_[to]) return;  // no more paths to it
      for (const Vertex w : graph_.out(v)) {
        if (distance_[w] == no_vertex) {
          distance_[w] = distance_[v] + 1;
          reached_.push_back(w);
        }
        if (distance_[w] == distance_[v] + 1) paths_[w] += paths_[v];
      }
    }
  }

  Vertex step_back(Vertex v, double left) const {
    Vertex last = no_vertex;
    for (const Vertex tail : graph_.in(v)) {
      if (distance_[tail] == no_vertex || distance_[tail] + 1 != distance_[v]) continue;
      last = tail;
      left -= paths_[tail];
      if (left < 0) break;
    }
    return last;
  }

  const Digraph& graph_;
  std::vector<Vertex> distance_;
  std::vector<double> paths_;
  std::vector<Vertex> reached_;
};

std::size_t bound_undirected(const Digraph& ties) {
  Walker walker(ties);
  std::size_t most = 0;
  std::uint32_t next = 0;  // component
  const auto labels = components(ties);
  for (Vertex v = 0; v < ties.size(); ++v) {
    if (labels[v] != next) continue;
    ++next;
    const auto [first, second] = walker.farthest(v);
    most = std::max(most, first + second + 1);
  }
  return most;
}

// A shortest path goes through strong components one after the other, and inside each it is no
// longer than by way of one of its vertices.
std::size_t bound_directed(const Digraph& graph) {
  const Condensation condensation = condense(graph);
  std::vector<Arc> inside;
  std::vector<Arc> turned;
  for (const auto& [from, to] : list_arcs(graph))
    if (condensation.labels[from] == condensation.labels[to]) {
      inside.push_back({from, to});
      turned.push_back({to, from});
    }
  const Digraph forth(graph.size(), std::move(inside));
  const Digraph back(graph.size(), std::move(turned));
  Walker walk_forth(forth);
  Walker walk_back(back);
  std::vector<std::size_t> longest(condensation.graph.size());
  std::size_t most = 0;
  for (std::size_t i = longest.size(); i-- > 0;) {
    const Vertex c = condensation.order[i];
    const Vertex v = condensation.members[c].front();
    std::size_t after = 0;
    for (const Vertex head : condensation.graph.out(c)) after = std::max(after, longest[head]);
    const std::size_t within = walk_forth.farthest(v).first + walk_back.farthest(v).first + 1;
    longest[c] = after + std::min(within, condensation.members[c].size());
    most = std::max(most, longest[c]);
  }
  return most;
}

void check_share(double share) { assert(share > 0 && share < 1 && "not between 0 and 1"); }

double count_all_pairs(const Digraph& graph, Direction direction) {
  const auto n = static_cast<double>(graph.size());
  return direction == Direction::directed ? n * (n - 1) : n * (n - 1) / 2;
}

}  // namespace

std::size_t bound_vertex_diameter(const Digraph& graph, Direction direction) {
  return direction == Direction::directed ? bound_directed(graph)
                                          : bound_undirected(symmetrise(graph));
}

SampledBetweenness sample_betweenness(const Digraph& graph, Direction direction, double epsilon,
                                      double delta, std::uint64_t seed, std::size_t jobs) {
  check_share(epsilon);
  check_share(delta);
  SampledBetweenness result{std::vector<double>(graph.size()), 0, 0, 0};
  const std::size_t diameter = bound_vertex_diameter(graph, direction);
  if (diameter < 3) return result;
  const double dimension = std::floor(std::log2(static_cast<double>(diameter - 2))) + 1;
  result.samples = static_cast<std::size_t>(
      std::ceil(0.5 / (epsilon * epsilon) * (dimension - std::log(delta))));
  result.epsilon = epsilon;
  result.delta = delta;

  const Digraph ways = direction == Direction::directed ? graph : symmetrise(graph);
  const auto n = static_cast<std::uint32_t>(ways.size());
  constexpr std::size_t per_block = 1024;
  const std::size_t blocks = (result.samples + per_block - 1) / per_block;
  std::vector<std::vector<Vertex>> passed(blocks);
  parallel_for(jobs, blocks, [&](std::size_t block) {
    Walker walker(ways);
    const std::size_t end = std::min(result.samples, (block + 1) * per_block);
    for (std::size_t i = block * per_block; i < end; ++i) {
      const Vertex from = to_below(random_bits(seed, i, 0), n);
      Vertex to = to_below(random_bits(seed, i, 1), n - 1);
      if (to >= from) ++to;
      for (const Vertex v : walker.draw(from, to, random_bits(seed, i, 2)))
        passed[block].push_back(v);
    }
  });
  std::vector<std::size_t> times(graph.size());
  for (const auto& block : passed)
    for (const Vertex v : block) ++times[v];
  const double pairs = count_all_pairs(graph, direction);
  for (Vertex v = 0; v < n; ++v)
    result.values[v] = static_cast<double>(times[v]) / static_cast<double>(result.samples) * pairs;
  return result;
}

SampledBetweenness sample_betweenness_from(const Digraph& graph, Direction direction,
                                           std::size_t sources, double delta, std::uint64_t seed,
                                           std::size_t jobs) {
  check_share(delta);
  std::vector<Vertex> drawn(graph.size());
  std::iota(drawn.begin(), drawn.end(), Vertex{0});
  const auto n = static_cast<double>(graph.size());
  SampledBetweenness result;
  result.samples = std::min(sources, drawn.size());
  assert((result.samples > 0 || drawn.empty()) && "no source");
  for (std::size_t i = 0; i < result.samples; ++i)  // the first of a shuffle
    std::swap(
        drawn[i],
        drawn[i + to_below(random_bits(seed, i, 0), static_cast<std::uint32_t>(drawn.size() - i))]);
  const bool all = result.samples == drawn.size();
  drawn.resize(result.samples);
  std::sort(drawn.begin(), drawn.end());
  const bool directed = direction == Direction::directed;
  result.values = betweenness_from(directed ? graph : symmetrise(graph), drawn, jobs);
  const auto k = static_cast<double>(result.samples);
  for (double& value : result.values) value = (all ? value : value * n / k) / (directed ? 1 : 2);
  if (all) return result;
  result.epsilon = std::sqrt(std::log(2 * n / delta) / (2 * k));
  result.delta = delta;
  return result;
}

}  // namespace crosscut::algo
