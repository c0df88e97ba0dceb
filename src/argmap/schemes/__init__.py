"""Argumentation schemes: the catalogue, a file of data for each in ``data``, and its reader."""
