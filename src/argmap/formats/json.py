"""JSON: the native document, written for programs."""

from __future__ import annotations

from argmap.formats import Format, Writing
from argmap.model.document import ArgumentMap


def read(text: str, file: str) -> ArgumentMap:
    """Read a map from JSON; never raises for what stands in it."""
    from argmap.native.read import read_json

    return read_json(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map with two spaces of indentation; only relations to no statement have no place."""
    from argmap.native.json.layout import lay_out as laid_out
    from argmap.native.write import to_tree

    tree, findings = to_tree(m)
    return Writing(laid_out(tree), findings)


def lay_out(text: str) -> str | None:
    """Put a file into the canonical layout; see `argmap.native.format`."""
    from argmap.native.format import format_json

    return format_json(text)


FORMAT = Format(title="argmap JSON", suffixes=(".json",), read=read, write=write, lay_out=lay_out)
