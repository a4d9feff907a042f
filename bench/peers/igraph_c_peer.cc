// The C library igraph, on one thread.   igraph_c_peer FOLDER [STEP...]
#include <igraph/igraph.h>

#include <algorithm>

#include "../step.h"
#include "plain_loader.h"

namespace {

void build(igraph_t& graph, const std::vector<Ends>& pairs, std::uint32_t size, bool directed) {
  igraph_vector_int_t list;
  igraph_vector_int_init(&list, static_cast<igraph_integer_t>(2 * pairs.size()));
  igraph_integer_t at = 0;
  for (const auto& [a, b] : pairs) {
    VECTOR(list)[at++] = a;
    VECTOR(list)[at++] = b;
  }
  igraph_create(&graph, &list, size, directed);
  igraph_vector_int_destroy(&list);
}

double modularity_of_leiden(const igraph_t& graph) {
  igraph_vector_t degrees;
  igraph_vector_int_t members;
  igraph_vector_init(&degrees, 0);
  igraph_vector_int_init(&members, 0);
  igraph_strength(&graph, &degrees, igraph_vss_all(), IGRAPH_ALL, true, nullptr);
  igraph_integer_t groups = 0;
  igraph_real_t quality = 0;
  igraph_community_leiden(&graph, nullptr, &degrees, 0.5 / double(igraph_ecount(&graph)), 0.01,
                          false, 2, &members, &groups, &quality);
  igraph_modularity(&graph, &members, nullptr, 1, false, &quality);
  return quality;
}

}  // namespace

int main(int count, char** arguments) {
  const Steps steps(count, arguments);
  igraph_rng_seed(igraph_rng_default(), 1);
  igraph_t directed, undirected;
  igraph_vector_t values;
  igraph_vector_int_t first, second;
  igraph_integer_t parts = 0;
  igraph_vector_init(&values, 0);
  igraph_vector_int_init(&first, 0);
  igraph_vector_int_init(&second, 0);
  const auto highest = [&] { return igraph_vector_max(&values); };
  steps.take("load", [&] {
    const PlainMap map = load_plainly(arguments[1]);
    build(directed, map.arcs, map.size, true);
    build(undirected, map.ties, map.size, false);
    return map.arcs.size();
  });
  steps.take("components", [&] {
    igraph_connected_components(&undirected, &first, &second, &parts, IGRAPH_WEAK);
    return parts;
  });
  steps.take("cuts", [&] {
    igraph_articulation_points(&undirected, &first);
    igraph_bridges(&undirected, &second);
    return double(igraph_vector_int_size(&first)) * 1e6 + double(igraph_vector_int_size(&second));
  });
  steps.take("strong", [&] {
    igraph_connected_components(&directed, &first, &second, &parts, IGRAPH_STRONG);
    return parts;
  });
  steps.take("dominators", [&] {
    igraph_dominator_tree(&directed, 0, &first, nullptr, nullptr, IGRAPH_IN);
    igraph_integer_t dominated = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&first); ++i)
      dominated += VECTOR(first)[i] >= 0;
    return dominated;
  });
  steps.take("leiden", [&] { return modularity_of_leiden(undirected); });
  steps.take("sampled", [&] {
    const igraph_integer_t n = igraph_vcount(&undirected);
    igraph_vector_int_clear(&first);
    for (igraph_integer_t v = 0; v < n; v += std::max<igraph_integer_t>(1, n / 256))
      igraph_vector_int_push_back(&first, v);
    igraph_betweenness_subset(&undirected, &values, igraph_vss_all(), false,
                              igraph_vss_vector(&first), igraph_vss_all(), nullptr);
    return highest();
  });
  steps.take("exact", [&] {
    igraph_betweenness(&undirected, &values, igraph_vss_all(), false, nullptr);
    return highest();
  });
}
