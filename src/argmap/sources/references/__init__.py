"""Lists of references as source records, one module per format.

Each module has ``REFERENCES``, a declaration as in `argmap.sources.references._base`.
"""
