"""networkx.   networkx_peer.py FOLDER [STEP...]"""
import networkx as nx
from steps import rows, take

directed = nx.DiGraph()
undirected = nx.Graph()


def load():
    global undirected
    for row in rows("entities"):
        directed.add_node(row["id"], **row)
    count = 0
    for row in rows("relations"):
        directed.add_edge(row["from"], row["to"], relation=row["relation"])
        count += 1
    undirected = directed.to_undirected()
    return count


def dominators():
    root = next(iter(directed))
    above = nx.immediate_dominators(directed.reverse(copy=False), root)
    return sum(1 for entity in above if entity != root)


def cuts():
    points = set(nx.articulation_points(undirected))
    return len(points) * 1e6 + sum(1 for _ in nx.bridges(undirected))


def betweenness(**options):
    return max(nx.betweenness_centrality(undirected, normalized=False, **options).values())


take("load", load)
take("components", lambda: nx.number_connected_components(undirected))
take("cuts", cuts)
take("strong", lambda: nx.number_strongly_connected_components(directed))
take("dominators", dominators)
take("sampled", lambda: betweenness(k=min(256, len(directed)), seed=1))
take("exact", betweenness)
