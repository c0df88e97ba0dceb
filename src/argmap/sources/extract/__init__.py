"""Extraction: the text of a file, one module per kind of file.

Each module has ``EXTRACTOR``, a declaration as in `argmap.sources.extract._base`.
"""
