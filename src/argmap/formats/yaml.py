"""YAML: the native format, strict, with a place for every value."""

from __future__ import annotations

from argmap.formats import Format, Writing
from argmap.model.document import ArgumentMap
from argmap.native.read import read_yaml as read


def write(m: ArgumentMap) -> Writing:
    """Write a map in the canonical layout; only relations to a statement that does not exist have no place."""
    from argmap.native.write import to_tree
    from argmap.native.yaml.layout import lay_out as laid_out

    tree, findings = to_tree(m)
    return Writing(laid_out(tree), findings)


def lay_out(text: str) -> str | None:
    """Put a file into the canonical layout; see `argmap.native.format`."""
    from argmap.native.format import format_yaml

    return format_yaml(text)


FORMAT = Format(title="argmap YAML", suffixes=(".yaml", ".yml"), read=read, write=write, lay_out=lay_out)
