"""YAML: the native format, strict, with a place for every value."""

from __future__ import annotations

import re

from argmap.formats import Changes, Format, Sign, Writing
from argmap.model.document import ArgumentMap
from argmap.text import Edit


def sniff(data: bytes) -> Sign:
    """Tell a map, which has ``nodes:``, from other YAML; its author may have misspelt that."""
    has_nodes = re.search(rb"""^["']?nodes["']?[ \t]*:""", data, re.MULTILINE)
    return Sign.LIKELY if has_nodes else Sign.POSSIBLE


def read(text: str, file: str) -> ArgumentMap:
    """Read a map from YAML; never raises for what stands in it."""
    from argmap.native.read import read_yaml

    return read_yaml(text, file)


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


def cite(citation: str) -> str:
    """Write the short form of a citation as it stands after ``cite:``."""
    from argmap.native.scalars import inline

    return inline(citation)


def edits(m: ArgumentMap, changes: Changes) -> list[Edit]:
    """Put new selectors in place of old ones; see `argmap.native.recite`."""
    from argmap.native.recite import YAML, recited

    return recited(m, changes, YAML)


FORMAT = Format(
    title="argmap YAML",
    suffixes=(".yaml", ".yml"),
    read=read,
    sniff=sniff,
    write=write,
    lay_out=lay_out,
    cite=cite,
    edits=edits,
    fences=("argmap", "argmap-yaml"),
)
