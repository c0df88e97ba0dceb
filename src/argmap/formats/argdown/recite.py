"""New selectors in place of old ones, in the data of Argdown's statements, and nothing else changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from argmap.formats import Changes
from argmap.formats.argdown.reading.document import read
from argmap.model.citations import Citation, Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.text import Edit, Span

_Cited: TypeAlias = Passage | Citation
_INSIDE: tuple[Callable[[str], str], ...] = (
    str,
    lambda phrase: json.dumps(phrase, ensure_ascii=False)[1:-1],
    lambda phrase: phrase.replace("'", "''"),
)
"""How a phrase stands in braces: as it is, in double quotation marks, in single ones."""


def recited(m: ArgumentMap, changes: Changes) -> list[Edit]:
    """Return the edits that put new selectors in place of old ones; what an included file says is left to that file.

    Args:
        m: The map, as it was read from a file without syntax errors.
        changes: New selectors, by the id of the source and the selector that is written now.
    """
    text = m.origin.lines.text if m.origin else ""
    written_in: dict[Span, list[_Cited]] = {}
    for statement in m:
        for cited in statement.cited:
            if cited.span and not text.startswith("@include(", cited.span.start):
                written_in.setdefault(cited.span, []).append(cited)
    return [
        Edit(span, _rewritten(text[span.start : span.end], cited, changes, m.about))
        for span, cited in written_in.items()
        if any((each.source, each.selector) in changes for each in cited)
    ]


def _rewritten(written: str, cited: Sequence[_Cited], changes: Changes, about: str | None) -> str:
    """Put new phrases into the data of a statement, with the marks that its quotation marks ask for."""
    wanted = [(each.source, changes.get((each.source, each.selector), each.selector)) for each in cited]
    phrases = {c.selector.quote: new.quote for c, (_, new) in zip(cited, wanted, strict=True) if c.selector and new}
    text, brace, data = written.partition("{")
    head = f"===\nabout: {json.dumps(about)}\n===\n\n" if about else ""
    for inside in _INSIDE:
        known = {inside(old): inside(new) for old, new in phrases.items()}
        longest_first = "|".join(re.escape(old) for old in sorted(known, key=len, reverse=True))
        pieces = re.split(f"({longest_first})", data)
        mended = text + brace + "".join(known.get(piece, piece) for piece in pieces)
        if _anchors(read(f"{head}{mended}\n", "")) == wanted:
            return mended
    return written


def _anchors(m: ArgumentMap) -> list[tuple[str, Selector | None]]:
    return [(each.source, each.selector) for statement in m for each in statement.cited]
