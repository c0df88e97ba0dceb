"""Formats of graphs: their statements are nodes, and their relations edges or nodes of their own."""
