"""Fields that an entry has from others: ``crossref`` and ``xdata`` (manual of BibLaTeX, 2.4.1, 3.13 and appendix B)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

_IN_BOOKS = frozenset(
    "inproceedings conference incollection inbook inreference bookinbook suppbook suppcollection".split()
)
_VOLUMES = frozenset("mvbook mvcollection mvproceedings mvreference".split())
_OWN = frozenset("ids crossref xref xdata entryset entrysubtype execute label options presort sortkey".split())
_DEEPEST = 8
"""Parents of parents of …"""


@frozen
class Raw:
    """An entry as it is written.

    Attributes:
        key: Its key.
        kind: Its type in small letters, such as ``article``.
        line: Where it begins, counted from 1.
        fields: Its fields, by name in small letters, in LaTeX.
        lost: What of it is not in the fields, in words.
    """

    key: str
    kind: str
    line: int
    fields: Mapping[str, str]
    lost: tuple[str, ...] = ()


def complete(entries: Sequence[Raw]) -> list[Raw]:
    """Return the entries, each with the fields that it lacks and has from others."""
    by_key: dict[str, Raw] = {}
    for entry in entries:
        if entry.key:
            by_key.setdefault(entry.key, entry)
    done: dict[int, Raw] = {}
    return [_complete(entry, by_key, done, 0) for entry in entries]


def _complete(entry: Raw, by_key: Mapping[str, Raw], done: dict[int, Raw], depth: int) -> Raw:
    if id(entry) in done:
        return done[id(entry)]
    fields, lost = dict(entry.fields), entry.lost
    done[id(entry)] = entry  # so that no circle goes round
    if depth < _DEEPEST:
        for key in filter(None, map(str.strip, fields.get("xdata", "").split(","))):
            if key not in by_key:
                lost = (*lost, f"what {key!r} hands on (xdata)")
            else:
                fields = {**_complete(by_key[key], by_key, done, depth + 1).fields, **fields}
        named = fields.get("crossref", "").strip()
        parent = by_key.get(named)
        if named and not parent:
            lost = (*lost, f"what {named!r} hands on (crossref)")
        if parent:
            parent = _complete(parent, by_key, done, depth + 1)
            fields = {**_handed_on(parent, entry.kind), **fields}
    done[id(entry)] = evolve(entry, fields=fields, lost=lost)
    return done[id(entry)]


def _handed_on(parent: Raw, kind: str) -> dict[str, str]:
    """Return what an entry of a type has from its parent; a name of its own counts before one that is changed."""
    by_name = sorted(parent.fields.items(), reverse=True)
    return {_renamed(name, parent.kind, kind): value for name, value in by_name if name not in _OWN}


def _renamed(name: str, parent: str, child: str) -> str:
    """Return what a parent's field is called in its child."""
    if name not in ("title", "subtitle", "titleaddon"):
        return name
    if parent == "periodical":
        return f"journal{name}"
    if parent in _VOLUMES and child not in _IN_BOOKS:
        return f"main{name}"
    return f"book{name}" if child in _IN_BOOKS else name
