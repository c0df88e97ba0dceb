"""Tree to argument map: the document, its groups and its sources, with every slip on the way."""

from __future__ import annotations

from typing import Any

from argmap.flaws import Flaws
from argmap.model.document import Group
from argmap.model.sources import Source
from argmap.native import fields, values
from argmap.native.extras.annex import read_annex
from argmap.native.extras.expectations import read_expectations
from argmap.native.extras.orders import read_orders
from argmap.native.source import read_source
from argmap.native.statements import read_statements
from argmap.native.tree import Mapping, Node, Scalar, describe, span
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def build(tree: Node | None, flaws: Flaws) -> dict[str, Any]:
    """Read what a map is made of from its tree.

    Args:
        tree: What the file holds.
        flaws: Where flaws are noted.

    Returns:
        The fields of the map, as far as they can be read.
    """
    if tree is None:
        return {}
    if not isinstance(tree, Mapping):
        message = f"a map begins with keys such as 'title:' and 'nodes:', and this is {describe(tree)}"
        flaws.add(WRONG_VALUE, message, Span(tree.start, tree.start + 1))
        return {}
    found = values.record(tree, fields.DOCUMENT, "a map", flaws)
    plain = {name: values.text(*found[name], flaws) for name in ("title", "description", "about") if name in found}
    if "nodes" not in found:
        message = "a map has statements: write 'nodes:', and under it one id with a kind and a text each"
        flaws.add(WRONG_VALUE, message, Span(tree.start, tree.start + 1))
    statements, relations = (
        read_statements(*found["nodes"], plain.get("about"), flaws) if "nodes" in found else ((), ())
    )
    return {
        "title": plain.get("title") or "",
        "description": plain.get("description"),
        "about": plain.get("about"),
        "about_span": span(found["about"][0]) if "about" in found else None,
        "groups": _groups(*found["groups"], flaws) if "groups" in found else (),
        "statements": statements,
        "relations": relations,
        "sources": _sources(*found["sources"], flaws) if "sources" in found else (),
        "orders": read_orders(*found["orders"], flaws) if "orders" in found else (),
        "expectations": read_expectations(found["expect"][1], flaws) if "expect" in found else (),
        "annex": read_annex(*found["annex"], flaws) if "annex" in found else {},
    }


def _groups(key: Scalar, node: Node, flaws: Flaws) -> tuple[Group, ...]:
    groups = []
    for name, at, value in values.pairs(key, node, "a group", flaws):
        written = values.unquoted(value, flaws, name, f"{name}: ") or value
        found = {"title": (at, written)}
        if isinstance(written, Mapping):
            found = values.record(written, fields.GROUP, "a group", flaws, name)
        title = values.text(*found["title"], flaws, name) if "title" in found else None
        parent = values.text(*found["in"], flaws, name) if "in" in found else None
        groups.append(Group(name, title or name, parent, span(at)))
    return tuple(groups)


def _sources(key: Scalar, node: Node, flaws: Flaws) -> tuple[Source, ...]:
    return tuple(
        read_source(name, span(at), values.unquoted(value, flaws, name, f"{name}: ") or value, flaws)
        for name, at, value in values.pairs(key, node, "a source", flaws)
    )
