#!/usr/bin/env python3
"""Writes networkx_answers.json: known graphs and what NetworkX makes of them.

tests/unit/algo/networkx_test.cc compares crosscut's own answers with these. To make them again
(the file says which NetworkX gave them; 2.8.8, as in Debian 12, and 3.6.1 give the same):

    pip install networkx==3.6.1
    python3 tests/reference/make_networkx_answers.py

Each graph is a list of arcs over vertices 0 .. n-1 in NetworkX's own order of nodes. An undirected
graph gives one arc per edge, from the lower to the higher vertex. Every graph is then answered
twice: as the digraph of its arcs, and with their direction ignored. Weights are ignored. Labels of
components are numbered from 0 in the order of each component's smallest vertex.
"""

import json
import pathlib
import random

import networkx as nx


def undirected_arcs(graph):
    index = {node: i for i, node in enumerate(graph)}
    return len(index), sorted(tuple(sorted((index[u], index[v]))) for u, v in graph.edges())


def random_arcs(vertices, share, seed):
    """Each ordered pair of different vertices with the given probability."""
    draw = random.Random(seed)
    return vertices, [
        (u, v)
        for u in range(vertices)
        for v in range(vertices)
        if u != v and draw.random() < share
    ]


def labels(vertices, components):
    numbered = sorted(components, key=min)
    return [next(i for i, part in enumerate(numbered) if v in part) for v in range(vertices)]


def answer(name, vertices, arcs):
    directed = nx.DiGraph()
    directed.add_nodes_from(range(vertices))
    directed.add_edges_from(arcs)
    undirected = directed.to_undirected()

    def betweenness(graph):
        values = nx.betweenness_centrality(graph, normalized=False, endpoints=False)
        return [values[v] for v in range(vertices)]

    def distances_from(v):
        found = nx.single_source_shortest_path_length(directed, v)
        return [found.get(w, -1) for w in range(vertices)]

    return {
        "name": name,
        "vertices": vertices,
        "arcs": arcs,
        "betweenness_undirected": betweenness(undirected),
        "betweenness_directed": betweenness(directed),
        "articulation_points": sorted(nx.articulation_points(undirected)),
        "bridges": sorted(tuple(sorted(bridge)) for bridge in nx.bridges(undirected)),
        "components": labels(vertices, nx.connected_components(undirected)),
        "strong_components": labels(vertices, nx.strongly_connected_components(directed)),
        "distances_from_0": distances_from(0),
        "reachable_from_0": sorted(nx.descendants(directed, 0)),
        "reaching_last": sorted(nx.ancestors(directed, vertices - 1)),
    }


def main():
    graphs = [
        ("karate club", *undirected_arcs(nx.karate_club_graph())),
        ("davis southern women", *undirected_arcs(nx.davis_southern_women_graph())),
        ("florentine families", *undirected_arcs(nx.florentine_families_graph())),
        ("les miserables", *undirected_arcs(nx.les_miserables_graph())),
        ("krackhardt kite", *undirected_arcs(nx.krackhardt_kite_graph())),
        ("random, sparse", *random_arcs(80, 0.014, 1)),
        ("random, middling", *random_arcs(60, 0.03, 2)),
        ("random, dense", *random_arcs(40, 0.2, 3)),
    ]
    lines = [json.dumps(answer(*graph), separators=(",", ":")) for graph in graphs]
    text = '{"networkx":%s,"graphs":[\n%s\n]}\n' % (json.dumps(nx.__version__), ",\n".join(lines))
    pathlib.Path(__file__).with_name("networkx_answers.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
