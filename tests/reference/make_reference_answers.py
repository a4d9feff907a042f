#!/usr/bin/env python3
"""Writes reference_answers.json: known graphs and what NetworkX and igraph make of them.

tests/unit/algo/reference_test.cc compares crosscut's own answers with these. To make them again on
Debian 12, where the packages are those that the file names (NetworkX 2.8.8, python-igraph 0.10.2):

    apt-get install python3-networkx python3-igraph
    /usr/bin/python3 tests/reference/make_reference_answers.py

Each graph is a list of arcs [from, to, weight] over vertices 0 .. n-1, loops and parallel arcs
included, as crosscut is given it. The libraries are asked after the rules that crosscut follows:
loops dropped, parallel arcs merged with their weights summed; for what ignores direction also
reciprocal arcs. Lengths are the least common multiple of all weights over each weight.

An answer is {"networkx": ..., "igraph": ...}, with "same" for igraph's where the two are equal in the
12 digits that are kept. What only one of the two has, has one. "made with" in a measure's name says
that the library gives the parts and the lines below put them together.
"""

import itertools
import json
import math
import pathlib
import random

import igraph as ig
import networkx as nx
from networkx.algorithms import community, connectivity

LOUVAIN_RUNS = 20  # NetworkX is slow
LEIDEN_RUNS = 100


def plain(graph, weight=None):
    """A NetworkX graph as arcs, from the lower to the higher vertex when it is undirected."""
    index = {node: i for i, node in enumerate(graph)}
    return len(index), sorted(
        [*sorted((index[u], index[v])), data.get(weight, 1) if weight else 1]
        for u, v, data in graph.edges(data=True)
    )


def drawn(vertices, share, seed, loops=False, weights=(1,), up=False):
    """Each ordered pair of vertices (only upwards for `up`) with the given probability."""
    draw = random.Random(seed)
    return vertices, [
        [u, v, draw.choice(weights)]
        for u in range(vertices)
        for v in range(vertices)
        if (u < v if up else u != v or loops) and draw.random() < share
    ]


def parallel(vertices, arcs, seed):
    """The same with a third of the arcs stated again, some of them the other way."""
    draw = random.Random(seed)
    more = [arc if draw.random() < 0.6 else [arc[1], arc[0], arc[2]] for arc in arcs]
    return vertices, arcs + [arc for arc in more if draw.random() < 0.34]


def ladder(rungs):
    """Forks and joins by integer lengths: 1 + 4 and 2 + 3 are equal, over and over."""
    arcs = []
    for hub in range(0, 3 * rungs, 3):
        arcs += [[hub, hub + 1, 12], [hub + 1, hub + 3, 3], [hub, hub + 2, 6], [hub + 2, hub + 3, 4]]
    return 3 * rungs + 1, arcs


def graphs():
    return [
        ("karate club, weighted", *plain(nx.karate_club_graph(), "weight")),
        ("davis southern women", *plain(nx.davis_southern_women_graph())),
        ("florentine families", *plain(nx.florentine_families_graph())),
        ("les miserables, weighted", *plain(nx.les_miserables_graph(), "weight")),
        ("krackhardt kite", *plain(nx.krackhardt_kite_graph())),
        ("directed, sparse, disconnected", *drawn(80, 0.014, 1)),
        ("directed, middling", *drawn(60, 0.03, 2)),
        ("directed, dense", *drawn(28, 0.25, 3)),
        ("directed, weighted", *drawn(36, 0.07, 4, weights=(1, 2, 3))),
        ("loops", *drawn(30, 0.06, 5, loops=True)),
        ("parallel and reciprocal", *parallel(*drawn(32, 0.05, 6, weights=(1, 2, 3)), 6)),
        ("isolates", 30, drawn(18, 0.12, 7, weights=(1, 2))[1]),
        ("without circles", *drawn(40, 0.08, 8, up=True)),
        ("complete", *drawn(9, 1, 9)),
        ("equal paths", *ladder(8)),
        ("path", 50, [[v, v + 1, 1] for v in range(49)]),
        ("ring", 30, [[v, (v + 1) % 30, 1] for v in range(30)]),
        ("without arcs", 5, [[2, 2, 1]]),
    ]


def merge(arcs, undirected):
    merged = {}
    for u, v, weight in arcs:
        if u == v:
            continue
        pair = tuple(sorted((u, v))) if undirected else (u, v)
        merged[pair] = merged.get(pair, 0) + weight
    return merged


class Both:
    """One graph, simple, as both libraries hold it."""

    def __init__(self, vertices, arcs, undirected):
        merged = merge(arcs, undirected)
        common = math.lcm(*merged.values()) if merged else 1
        self.directed = not undirected
        self.pairs = sorted(merged)
        self.weights = [merged[pair] for pair in self.pairs]
        self.lengths = [common // weight for weight in self.weights]
        self.nx = nx.Graph() if undirected else nx.DiGraph()
        self.nx.add_nodes_from(range(vertices))
        for (u, v), weight, length in zip(self.pairs, self.weights, self.lengths):
            self.nx.add_edge(u, v, weight=weight, length=length)
        self.ig = ig.Graph(vertices, self.pairs, directed=not undirected)


def number(labels_or_parts, vertices):
    """Labels from 0 in the order of each part's smallest vertex."""
    parts = sorted(map(sorted, labels_or_parts))
    return [next(i for i, part in enumerate(parts) if v in part) for v in range(vertices)]


def parts_of(labels):
    return [{v for v, l in enumerate(labels) if l == label} for label in sorted(set(labels))]


def structure(answers, directed, undirected):
    n = len(directed.nx)
    answers["components"] = (
        number(nx.connected_components(undirected.nx), n),
        number(undirected.ig.connected_components(), n),
    )
    answers["strong components"] = (
        number(nx.strongly_connected_components(directed.nx), n),
        number(directed.ig.connected_components(mode="strong"), n),
    )
    answers["articulation points"] = (
        sorted(nx.articulation_points(undirected.nx)),
        sorted(undirected.ig.articulation_points()),
    )
    answers["bridges"] = (
        sorted(map(sorted, nx.bridges(undirected.nx))),
        sorted(sorted(undirected.pairs[e]) for e in undirected.ig.bridges()),
    )
    cut = []
    for v in range(n):
        own = nx.node_connected_component(undirected.nx, v) - {v}
        pieces = nx.connected_components(undirected.nx.subgraph(own))
        cut.append(math.comb(len(own), 2) - sum(math.comb(len(piece), 2) for piece in pieces))
    answers["pairs cut, made with components"] = (cut, None)
    answers["distances from 0"] = (
        [nx.single_source_shortest_path_length(directed.nx, 0).get(v, -1) for v in range(n)],
        [-1 if d == math.inf else int(d) for d in directed.ig.distances(0)[0]],
    )
    answers["vertices that reach each"] = (
        [len(nx.ancestors(directed.nx, v)) for v in range(n)],
        [size - 1 for size in directed.ig.neighborhood_size(order=n, mode="in")],
    )
    lengths = [
        nx.shortest_path_length(directed.nx, v, u) + 1
        for u, v in directed.pairs
        if nx.has_path(directed.nx, v, u)
    ]
    answers["length of the shortest circle, made with shortest paths"] = (min(lengths, default=0), None)
    condensed = nx.condensation(directed.nx)
    answers["arcs of the longest path through strong components"] = (
        nx.dag_longest_path_length(condensed, weight=None),
        None,
    )
    parts = [list(part) for part in nx.strongly_connected_components(directed.nx)]
    if all(len(part) <= 16 for part in parts):  # igraph's exact method is slow on larger ones
        answers["size of the least feedback arc set"] = (
            None,
            sum(
                len(directed.ig.induced_subgraph(part).feedback_arc_set(method="ip"))
                for part in parts
                if len(part) > 1
            ),
        )


def betweenness(answers, graph, name):
    n = len(graph.nx)
    answers[f"betweenness, {name}"] = (
        list_by(nx.betweenness_centrality(graph.nx, normalized=False), range(n)),
        graph.ig.betweenness(directed=graph.directed),
    )
    answers[f"betweenness by length, {name}"] = (
        list_by(nx.betweenness_centrality(graph.nx, normalized=False, weight="length"), range(n)),
        graph.ig.betweenness(directed=graph.directed, weights=graph.lengths or None),
    )
    edges = nx.edge_betweenness_centrality(graph.nx, normalized=False)
    edges.update({(v, u): value for (u, v), value in edges.items() if not graph.directed})
    answers[f"edge betweenness, {name}"] = (
        list_by(edges, graph.pairs),
        graph.ig.edge_betweenness(directed=graph.directed),
    )


def list_by(values, keys):
    return [values[key] for key in keys]


def dominators(answers, directed):
    n = len(directed.nx)
    roots = sorted(range(n), key=lambda v: (-len(nx.descendants(directed.nx, v)), v))[:2]
    answers["dominators"] = [[], []]
    for root in sorted({0, *roots}):
        found = nx.immediate_dominators(directed.nx, root)
        answers["dominators"][0].append(
            [root, [-1 if v == root else found.get(v, -1) for v in range(n)]]
        )
        of_igraph = directed.ig.dominator(root)
        answers["dominators"][1].append([root, [-1 if v != v else int(v) for v in of_igraph]])


def routes(answers, directed, seed):
    """Adjacent pairs: NetworkX counts the arc as a route; igraph is told to leave it out."""
    n = len(directed.nx)
    draw = random.Random(seed)
    pairs = draw.sample(list(itertools.permutations(range(n), 2)), min(10, n * (n - 1)))
    pairs += draw.sample(directed.pairs, min(3, len(directed.pairs)))
    answers["disjoint routes"] = [[], []]
    answers["size of the least vertex cut"] = [[], None]
    for s, t in pairs:
        tied = directed.nx.has_edge(s, t)
        answers["disjoint routes"][0].append(
            [s, t, connectivity.local_node_connectivity(directed.nx, s, t)]
        )
        apart = directed.ig.vertex_connectivity(s, t, neighbors="ignore")
        answers["disjoint routes"][1].append([s, t, int(apart) + tied])
        if not tied and not directed.nx.has_edge(t, s):  # NetworkX gives {} for such a pair
            cut = connectivity.minimum_st_node_cut(directed.nx, s, t)
            answers["size of the least vertex cut"][0].append([s, t, len(cut)])


def groups(answers, graph, name, labels):
    """Modularity of given groups; without edges it is undefined by our rule, and left out.

    python-igraph 0.10.2 takes a resolution and does not use it, so it is asked at 1 alone.
    """
    if not graph.pairs:
        return
    for resolution in (0.5, 1, 2):
        answers[f"modularity at {resolution}, {name}"] = (
            community.modularity(graph.nx, parts_of(labels), resolution=resolution),
            graph.ig.modularity(labels, weights=graph.weights, directed=graph.directed)
            if resolution == 1
            else None,
        )


def cuts_of_groups(answers, undirected, labels):
    n = len(undirected.nx)
    conductance, normalised, cut, volume = [], [], [], []
    for part in parts_of(labels):
        rest = set(range(n)) - part
        cut.append(nx.cut_size(undirected.nx, part, rest, weight="weight"))
        volume.append(nx.volume(undirected.nx, part, weight="weight"))
        defined = volume[-1] > 0 and nx.volume(undirected.nx, rest, weight="weight") > 0
        conductance.append(
            nx.conductance(undirected.nx, part, rest, weight="weight") if defined else None
        )
        normalised.append(
            nx.normalized_cut_size(undirected.nx, part, rest, weight="weight") if defined else None
        )
    answers["cut size of groups"] = (cut, None)
    answers["volume of groups"] = (volume, None)
    answers["conductance of groups"] = (conductance, None)
    answers["normalised cut of groups"] = (normalised, None)


def best(graph, resolution):
    """The greatest modularity that either finds: NetworkX by Louvain, igraph by Leiden."""
    louvain = max(
        community.modularity(
            graph.nx,
            community.louvain_communities(graph.nx, resolution=resolution, seed=seed),
            resolution=resolution,
        )
        for seed in range(LOUVAIN_RUNS)
    )
    leiden = max(
        community.modularity(
            graph.nx,
            parts_of(
                graph.ig.community_leiden(
                    "modularity",
                    weights=graph.weights,
                    resolution_parameter=resolution,
                    n_iterations=2,
                ).membership
            ),
            resolution=resolution,
        )
        for _ in range(LEIDEN_RUNS)
    )
    return louvain, leiden


def rounded(value):
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    if isinstance(value, float):
        short = float(f"{value:.12g}")
        return int(short) if short == int(short) else short
    return value


def answer(index, name, vertices, arcs):
    directed = Both(vertices, arcs, undirected=False)
    undirected = Both(vertices, arcs, undirected=True)
    labels = [(v * v + v // 3) % 4 for v in range(vertices)]
    other = [(v // 5) % 3 for v in range(vertices)]
    labels, other = ([sorted(set(l)).index(x) for x in l] for l in (labels, other))
    answers = {}
    structure(answers, directed, undirected)
    for graph, way in ((directed, "directed"), (undirected, "undirected")):
        betweenness(answers, graph, way)
        groups(answers, graph, way, labels)
    dominators(answers, directed)
    routes(answers, directed, index)
    cuts_of_groups(answers, undirected, labels)
    answers["variation of information"] = (
        None,
        ig.compare_communities(labels, other, method="vi"),
    )
    if undirected.pairs:
        for resolution in (0.5, 1, 2):
            answers[f"best modularity at {resolution}"] = best(undirected, resolution)
    kept = {}
    for measure, (of_networkx, of_igraph) in answers.items():
        of_networkx, of_igraph = rounded(of_networkx), rounded(of_igraph)
        kept[measure] = {"networkx": of_networkx}
        if of_igraph is not None:
            kept[measure]["igraph"] = "same" if of_igraph == of_networkx else of_igraph
        if of_networkx is None:
            del kept[measure]["networkx"]
    return {
        "name": name,
        "vertices": vertices,
        "arcs": arcs,
        "labels": labels,
        "other_labels": other,
        "answers": kept,
    }


def main():
    random.seed(1)  # igraph draws from Python's generator
    lines = [
        json.dumps(answer(i, *graph), separators=(",", ":")) for i, graph in enumerate(graphs())
    ]
    text = '{"networkx":%s,"igraph":%s,"graphs":[\n%s\n]}\n' % (
        json.dumps(nx.__version__),
        json.dumps(ig.__version__),
        ",\n".join(lines),
    )
    pathlib.Path(__file__).with_name("reference_answers.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
