"""What a map says apart from its ids: by which a map is compared with what a format without ids makes of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from argmap.formats._xml import forbidden
from argmap.model.document import ArgumentMap


def plain(text: str) -> str:
    """Return a text on one line, with no character that XML forbids, and no quotation marks around it."""
    return " ".join(forbidden(" ".join(text.split())).split()).strip('"')


def shape(m: ArgumentMap, *, exact: bool) -> dict[str, Counter[Any]]:
    """Return the texts and relations of a map, by texts instead of ids; exact texts, or just their words."""
    texts = {s.id: s.text if exact else plain(s.text) for s in m}
    known = [r for r in m.relations if r.target in texts and set(r.premises) <= texts.keys()]
    return {
        "title": Counter([m.title if exact else plain(m.title)]),
        "statements": Counter(texts.values()),
        "relations": Counter(
            (r.kind.value, tuple(texts[name] for name in r.premises), texts[r.target], r.scheme) for r in known
        ),
    }
