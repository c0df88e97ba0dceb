"""Graphs of nodes and edges with attributes, as GraphML and GEXF have them."""
