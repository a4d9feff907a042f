"""graph-tool, on as many threads as OpenMP takes.   graph_tool_peer.py FOLDER [STEP...]"""
import graph_tool.all as gt
import numpy
from steps import rows, take

graphs = {}


def build(count, ends, directed):
    graph = gt.Graph(directed=directed)
    graph.add_vertex(count)
    graph.add_edge_list(ends)
    return graph


def load():
    number = {row["id"]: i for i, row in enumerate(rows("entities"))}
    ends = numpy.array([(number[row["from"]], number[row["to"]]) for row in rows("relations")])
    graphs["directed"] = build(len(number), ends, True)
    graphs["undirected"] = build(len(number), numpy.unique(numpy.sort(ends, axis=1), axis=0), False)
    return len(ends)


def dominators():
    turned = gt.GraphView(graphs["directed"], reversed=True)
    return int((gt.dominator_tree(turned, 0).a > 0).sum())


def sampled():
    graph = graphs["undirected"]
    count = graph.num_vertices()
    pivots = numpy.arange(0, count, max(1, count // 256))
    return numpy.nanmax(gt.betweenness(graph, pivots=pivots, norm=False)[0].a)


take("load", load)
take("components", lambda: int(gt.label_components(graphs["undirected"])[0].a.max()) + 1)
take("points", lambda: int(gt.label_biconnected_components(graphs["undirected"])[1].a.sum()))
take("strong", lambda: int(gt.label_components(graphs["directed"])[0].a.max()) + 1)
take("dominators", dominators)
take("sampled", sampled)
take("exact", lambda: gt.betweenness(graphs["undirected"], norm=False)[0].a.max())
