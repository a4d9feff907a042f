#include "crosscut/algo/leiden.h"

#include <algorithm>
#include <numeric>

#include "crosscut/base/random.h"
namespace crosscut::algo {
namespace {

using Labels = std::vector<std::uint32_t>;

class Runner {
 public:
  Runner(const TieRows& ties, const CommunityOptions& options)
      : base_(ties), factor_(options.resolution / ties.total), options_(options) {
    groups_.resize(ties.size());
    queued_.resize(ties.size());
  }

  Labels run() {
    Labels labels(base_.size());
    std::iota(labels.begin(), labels.end(), 0U);
    if (base_.total == 0) return labels;
    for (int i = 0; i < options_.iterations; ++i) improve(labels);
    return labels;
  }

 private:
  struct Group {
    double total = 0;           // ends of its vertices
    std::uint32_t reached = 0;  // weight from the vertex in hand
    std::uint32_t members = 0;
  };

  // One pass of the method: move, refine, merge what was refined into single vertices, and again.
  void improve(Labels& labels) {
    const TieRows* ties = &base_;
    Labels vertex(base_.size());  // of the level, for each vertex of the base
    std::iota(vertex.begin(), vertex.end(), 0U);
    TieRows levels[2];
    Labels community = labels;
    for (std::size_t level = 0;; ++level) {
      move_vertices(*ties, community);
      Labels refined = refine(*ties, community);
      std::size_t count = number(refined, ties->size());
      if (count == ties->size()) {  // nothing merged: take the communities, so far as they are one
        refined = connected_parts(*ties, community);
        community = refined;
        count = number(refined, ties->size());
      }
      if (count == ties->size()) break;
      Labels next_community(count);
      for (Vertex v = 0; v < ties->size(); ++v) next_community[refined[v]] = community[v];
      number(next_community, ties->size());
      levels[level % 2] = merge(*ties, refined, count);
      ties = &levels[level % 2];
      for (std::uint32_t& v : vertex) v = refined[v];
      community = std::move(next_community);
    }
    for (std::size_t v = 0; v < vertex.size(); ++v) labels[v] = community[vertex[v]];
  }

  // Renumbers labels below `limit` in the order of first occurrence; returns how many.
  std::size_t number(Labels& labels, std::size_t limit) {
    renumbered_.assign(limit, no_vertex);
    std::uint32_t count = 0;
    for (std::uint32_t& label : labels) {
      if (renumbered_[label] == no_vertex) renumbered_[label] = count++;
      label = renumbered_[label];
    }
    return count;
  }

  // A random order of stretches of neighbours in number, and within each: near enough to a random
  // order of all, and much easier on the cache.
  void shuffle_order(std::size_t size) {
    const std::uint64_t key = random_bits(options_.seed, options_.run, draws_++);
    const auto shuffle = [&](auto first, std::size_t count, std::uint64_t own_key) {
      for (std::size_t i = count; i > 1; --i) {
        const auto k = to_below(scramble(own_key ^ i), static_cast<std::uint32_t>(i));
        std::swap(*(first + static_cast<std::ptrdiff_t>(i - 1)),
                  *(first + static_cast<std::ptrdiff_t>(k)));
      }
    };
    std::vector<Vertex> stretches((size + stretch - 1) / stretch);
    std::iota(stretches.begin(), stretches.end(), Vertex{0});
    shuffle(stretches.begin(), stretches.size(), key);
    order_.clear();
    for (const Vertex s : stretches) {
      const std::size_t first = order_.size();
      for (std::size_t v = std::size_t{s} * stretch;
           v < std::min(size, (std::size_t{s} + 1) * stretch); ++v)
        order_.push_back(static_cast<Vertex>(v));
      shuffle(order_.begin() + static_cast<std::ptrdiff_t>(first), order_.size() - first,
              scramble(key + s));
    }
  }

  // True with a probability of one in so many.
  bool draw_among(std::uint32_t equals) {
    return to_below(scramble(ties_key_ ^ ++ties_broken_), equals) == 0;
  }

  void add_up_groups(const TieRows& ties, const Labels& community) {
    std::fill_n(groups_.begin(), ties.size(), Group{});
    for (Vertex v = 0; v < ties.size(); ++v) {
      groups_[community[v]].total += ties.ends[v];
      ++groups_[community[v]].members;
    }
  }

  // Fast local moving: vertices go to the best community until none would gain; whoever loses a
  // neighbour is looked at again.
  void move_vertices(const TieRows& ties, Labels& community) {
    add_up_groups(ties, community);
    empty_.clear();
    for (std::uint32_t c = 0; c < ties.size(); ++c)
      if (groups_[c].members == 0) empty_.push_back(c);
    shuffle_order(ties.size());
    std::fill_n(queued_.begin(), ties.size(), char{1});
    std::vector<Vertex>& queue = order_;  // a ring: never more than all vertices wait
    const std::size_t room = ties.size();
    std::size_t waiting = room;
    for (std::size_t at = 0; waiting > 0; at = at + 1 == room ? 0 : at + 1) {
      const Vertex v = queue[at];
      queued_[v] = 0;
      --waiting;
      const std::uint32_t from = community[v];
      const std::uint32_t to = best_for(ties, community, v);
      if (to == from) continue;
      move(ties, v, from, to);
      community[v] = to;
      for (std::size_t i = ties.begin[v]; i < ties.begin[v + 1]; ++i) {
        const Vertex w = ties.heads[i];
        if (queued_[w] || community[w] == to) continue;
        queued_[w] = 1;
        const std::size_t end = at + 1 + waiting++;
        queue[end >= room ? end - room : end] = w;
      }
    }
  }

  void move(const TieRows& ties, Vertex v, std::uint32_t from, std::uint32_t to) {
    groups_[from].total -= ties.ends[v];
    if (--groups_[from].members == 0) empty_.push_back(from);
    if (groups_[to].members++ == 0) empty_.pop_back();
    groups_[to].total += ties.ends[v];
  }

  // The community by which v gains most; its own when none is better.
  std::uint32_t best_for(const TieRows& ties, const Labels& community, Vertex v) {
    reached_.clear();
    for (std::size_t i = ties.begin[v]; i < ties.begin[v + 1]; ++i) {
      const std::uint32_t c = community[ties.heads[i]];
      if (groups_[c].reached == 0) reached_.push_back(c);
      groups_[c].reached += ties.weights[i];
    }
    const double cost = factor_ * ties.ends[v];
    std::uint32_t best = community[v];
    double best_gain = groups_[best].reached - cost * (groups_[best].total - ties.ends[v]);
    groups_[best].reached = 0;
    std::uint32_t equals = 1;
    for (const std::uint32_t c : reached_) {
      const double gain = groups_[c].reached - cost * groups_[c].total;
      groups_[c].reached = 0;
      if (c == community[v] || gain < best_gain) continue;
      if (gain == best_gain && (best == community[v] || !draw_among(++equals))) continue;
      if (gain > best_gain) equals = 1;
      best_gain = gain;
      best = c;
    }
    if (best_gain < 0 && !empty_.empty() && groups_[community[v]].members > 1) return empty_.back();
    return best;
  }

  // Each community's pieces, by their first vertex.
  Labels connected_parts(const TieRows& ties, const Labels& community) {
    Labels part(ties.size(), no_vertex);
    for (Vertex start = 0; start < ties.size(); ++start) {
      if (part[start] != no_vertex) continue;
      part[start] = start;
      reached_.assign(1, start);
      while (!reached_.empty()) {
        const Vertex v = reached_.back();
        reached_.pop_back();
        for (std::size_t i = ties.begin[v]; i < ties.begin[v + 1]; ++i) {
          const Vertex w = ties.heads[i];
          if (part[w] != no_vertex || community[w] != community[v]) continue;
          part[w] = start;
          reached_.push_back(w);
        }
      }
    }
    return part;
  }

  // Splits each community again: from single vertices, of which each joins, once, the part by which
  // it gains most, if both are well tied to the rest of the community.
  Labels refine(const TieRows& ties, const Labels& community) {
    whole_.assign(ties.size(), 0);
    outward_.assign(ties.size(), 0);
    for (Vertex v = 0; v < ties.size(); ++v) {
      whole_[community[v]] += ties.ends[v];
      for (std::size_t i = ties.begin[v]; i < ties.begin[v + 1]; ++i)
        if (community[ties.heads[i]] == community[v]) outward_[v] += ties.weights[i];
    }
    Labels part(ties.size());
    std::iota(part.begin(), part.end(), 0U);
    add_up_groups(ties, part);
    shuffle_order(ties.size());
    for (const Vertex v : order_) {
      const double whole = whole_[community[v]];
      if (groups_[v].members != 1 || part[v] != v) continue;
      if (outward_[v] < factor_ * ties.ends[v] * (whole - ties.ends[v])) continue;
      join_best_part(ties, community, v, whole, part);
    }
    return part;
  }

  void join_best_part(const TieRows& ties, const Labels& community, Vertex v, double whole,
                      Labels& part) {
    reached_.clear();
    for (std::size_t i = ties.begin[v]; i < ties.begin[v + 1]; ++i) {
      const Vertex w = ties.heads[i];
      if (community[w] != community[v]) continue;
      if (groups_[part[w]].reached == 0) reached_.push_back(part[w]);
      groups_[part[w]].reached += ties.weights[i];
    }
    std::uint32_t best = v;
    double best_gain = 0;
    std::uint32_t best_reached = 0;
    std::uint32_t equals = 0;
    for (const std::uint32_t p : reached_) {
      const Group group = groups_[p];
      groups_[p].reached = 0;
      const double gain = group.reached - factor_ * ties.ends[v] * group.total;
      if (gain <= 0 || gain < best_gain ||
          outward_[p] < factor_ * group.total * (whole - group.total))
        continue;
      equals = gain > best_gain ? 1 : equals + 1;
      if (equals > 1 && !draw_among(equals)) continue;
      best = p;
      best_gain = gain;
      best_reached = group.reached;
    }
    if (best == v) return;
    part[v] = best;
    outward_[best] += outward_[v] - 2.0 * best_reached;
    groups_[best].total += ties.ends[v];
    ++groups_[best].members;
    groups_[v] = Group{};
  }

  // The graph with a vertex for each label.
  TieRows merge(const TieRows& ties, const Labels& label, std::size_t count) {
    std::vector<std::size_t> first(count + 1);
    for (const std::uint32_t c : label) ++first[c + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<Vertex> members(label.size());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (Vertex v = 0; v < label.size(); ++v) members[next[label[v]]++] = v;
    TieRows merged;
    merged.total = ties.total;
    merged.ends.resize(count);
    merged.begin.reserve(count + 1);
    merged.begin.push_back(0);
    std::fill_n(groups_.begin(), count, Group{});
    for (std::uint32_t c = 0; c < count; ++c) {
      reached_.clear();
      for (std::size_t k = first[c]; k < first[c + 1]; ++k) {
        const Vertex v = members[k];
        merged.ends[c] += ties.ends[v];
        for (std::size_t i = ties.begin[v]; i < ties.begin[v + 1]; ++i) {
          const std::uint32_t to = label[ties.heads[i]];
          if (to == c) continue;
          if (groups_[to].reached == 0) reached_.push_back(to);
          groups_[to].reached += ties.weights[i];
        }
      }
      for (const std::uint32_t to : reached_) {
        merged.heads.push_back(to);
        merged.weights.push_back(groups_[to].reached);
        groups_[to].reached = 0;
      }
      merged.begin.push_back(merged.heads.size());
    }
    return merged;
  }

  static constexpr std::size_t stretch = 64;

  const TieRows& base_;
  double factor_;  // resolution / 2m
  CommunityOptions options_;
  std::uint64_t ties_key_ = random_bits(options_.seed, options_.run, key_of("ties"));
  std::uint64_t draws_ = 0;
  std::uint64_t ties_broken_ = 0;
  std::vector<Group> groups_;
  std::vector<char> queued_;
  std::vector<Vertex> order_;
  Labels empty_, reached_, renumbered_;
  std::vector<double> whole_;    // ends of each community
  std::vector<double> outward_;  // weight from each part to the rest of its community
};

}  // namespace

std::vector<std::uint32_t> run_leiden(const TieRows& ties, const CommunityOptions& options) {
  const Labels found = Runner(ties, options).run();
  Labels labels(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) labels[ties.order[i]] = found[i];
  return labels;
}

}  // namespace crosscut::algo
