"""The canonical order of keys, put upon a tree as an author wrote it."""

from __future__ import annotations

from collections.abc import Mapping as Table
from typing import Any, TypeVar

from argmap.native import fields
from argmap.native.reasons import measures
from argmap.native.tree import BARE, VERBATIM, Node, Scalar, Sequence

_RECORDS: dict[str, Table[str, Any]] = {
    "document": fields.DOCUMENT,
    "record": fields.SOURCE,
    "statement": fields.STATEMENT,
    "step": fields.REASON,
    "passages": fields.PASSAGE,
    "citations": fields.CITATION,
    "group": fields.GROUP,
    "intake": fields.INTAKE,
    "reliability": fields.RELIABILITY,
}
_INSIDE = {"nodes": "statement", "sources": "record", "groups": "group", "annex": "verbatim"}


_N = TypeVar("_N", bound=Node)


def in_order(node: _N, what: str = "document") -> _N:
    """Return a tree with the keys of every record in canonical order; unknown keys stand last.

    Args:
        node: The tree, at most `MAX_DEPTH` deep.
        what: Which record it is: ``document`` for a map, ``record`` for a source.
    """
    if isinstance(node, Sequence):
        return node._replace(items=[in_order(item, what) for item in node.items])
    if isinstance(node, Scalar):
        bare = {
            "flag": _bare,
            "number": _bare,
            "count": _bare,
            "weight": _measured,
            "credence": _measured,
            "verbatim": _verbatim,
        }.get(what)
        return bare(node) if bare else node  # type: ignore[return-value]
    if what in _INSIDE:
        return node._replace(pairs=[(key, in_order(value, _INSIDE[what])) for key, value in node.pairs])
    if what in ("reasons", "reason"):
        what = "statement" if any(key.value in fields.KINDS for key, _ in node.pairs) else "step"
    table = _RECORDS.get(what, {})
    rank = {name: place for place, name in enumerate(table)}
    pairs = sorted(node.pairs, key=lambda pair: rank.get(pair[0].value or "", len(rank)))
    return node._replace(
        pairs=[(key, in_order(value, table.get(key.value or "", ("", ""))[0])) for key, value in pairs]
    )


def _measured(node: Scalar) -> Scalar:
    """Write a weight or credence as a number, whatever it came as."""
    number = measures.CREDENCE.parse(node.value or "")
    return node if number is None else node._replace(value=measures.write(number), style=BARE)


def _verbatim(node: Scalar) -> Scalar:
    return node._replace(style=VERBATIM) if node.value else node


def _bare(node: Scalar) -> Scalar:
    """Write a truth value or a number as one, whatever quotation marks it came in."""
    value = node.value or ""
    word = {"yes": "true", "no": "false"}.get(value.lower(), value.lower())
    is_typed = word in ("true", "false") or (word.isascii() and word.isdigit())
    return node._replace(value=word, style=BARE) if is_typed else node
