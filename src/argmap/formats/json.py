"""JSON: the native document, written for programs."""

from __future__ import annotations

import re

from argmap.formats import Changes, Format, Sign, Writing
from argmap.model.document import ArgumentMap
from argmap.text import Edit


def sniff(data: bytes) -> Sign:
    """Tell a map, which has ``"nodes"``, from other JSON; one whose author forgot them has statements all the same."""
    if not data or data.isspace():
        return Sign.POSSIBLE
    if re.search(rb"""["']nodes["']\s*:\s*\{""", data):
        return Sign.LIKELY
    from argmap.native.fields import KINDS

    is_meant = re.search(rf"""["'](?:{"|".join((*KINDS, "about", "because"))})["']\s*:""".encode(), data)
    return Sign.POSSIBLE if is_meant else Sign.NONE


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


def cite(citation: str) -> str:
    """Write the short form of a citation as JSON's text."""
    import json

    return json.dumps(citation, ensure_ascii=False)


def edits(m: ArgumentMap, changes: Changes) -> list[Edit]:
    """Put new selectors in place of old ones; see `argmap.native.recite`."""
    from argmap.native.recite import JSON, recited

    return recited(m, changes, JSON)


FORMAT = Format(
    title="argmap JSON",
    known_by='"nodes"',
    suffixes=(".json",),
    read=read,
    sniff=sniff,
    write=write,
    lay_out=lay_out,
    cite=cite,
    edits=edits,
    fences=("argmap-json",),
)
