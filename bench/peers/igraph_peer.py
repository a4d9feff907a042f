"""python-igraph.   igraph_peer.py FOLDER [STEP...]"""
import random

import igraph
from steps import rows, take

random.seed(1)
graphs = {}


def load():
    entities = list(rows("entities"))
    relations = list(rows("relations"))
    number = {row["id"]: i for i, row in enumerate(entities)}
    ends = [(number[row["from"]], number[row["to"]]) for row in relations]
    graphs["directed"] = igraph.Graph(
        n=len(entities), edges=ends, directed=True,
        vertex_attrs={name: [row[name] for row in entities] for name in ("id", "name", "kind")},
        edge_attrs={"relation": [row["relation"] for row in relations]})
    graphs["undirected"] = graphs["directed"].as_undirected()
    return len(ends)


def leiden():
    graph = graphs["undirected"]
    found = graph.community_leiden(objective_function="modularity", n_iterations=2)
    return graph.modularity(found.membership)


def cuts():
    graph = graphs["undirected"]
    return len(graph.articulation_points()) * 1e6 + len(graph.bridges())


def dominators():
    return sum(1 for above in graphs["directed"].dominator(0, mode="in") if above >= 0)


take("load", load)
take("components", lambda: len(graphs["undirected"].connected_components()))
take("cuts", cuts)
take("strong", lambda: len(graphs["directed"].connected_components(mode="strong")))
take("dominators", dominators)
take("leiden", leiden)
take("exact", lambda: max(graphs["undirected"].betweenness()))
