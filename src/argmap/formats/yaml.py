"""YAML: the native format, strict, with a place for every value."""

from __future__ import annotations

from argmap.formats._base import Format, Writing
from argmap.formats._native.format import format_yaml
from argmap.formats._native.read import read_yaml as read
from argmap.formats._native.write import to_tree
from argmap.formats._native.yaml_layout import lay_out
from argmap.model.document import ArgumentMap


def write(m: ArgumentMap) -> Writing:
    """Write a map in the canonical layout; only relations to a statement that does not exist have no place."""
    tree, findings = to_tree(m)
    return Writing(lay_out(tree), findings)


FORMAT = Format(title="argmap YAML", suffixes=(".yaml", ".yml"), read=read, write=write, lay_out=format_yaml)
