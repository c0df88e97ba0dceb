"""Answering questions about a framework: what is settled is taken away, what is apart is solved apart."""
