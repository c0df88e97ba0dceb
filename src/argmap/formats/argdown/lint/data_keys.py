"""Keys of data in braces that mean nothing, and their values that cannot be read."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise
from typing import Any

from argmap.evidence.passages.fragments import FRAGMENT
from argmap.flaws import Flaws
from argmap.formats.argdown.settings.setting_types import OF_ELEMENTS
from argmap.formats.argdown.syntax.values import as_text, cut_texts
from argmap.native.scalars import brief, quoted
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_TEXTS = frozenset({"id", "title", "type", "kind", "text", "group", "note", "scheme"})
_MEASURES = frozenset({"weight", "credence"})
_OF_CITATIONS = {
    "fair": "it is a citation that is fair, as in {cite: {source: id, quote: phrase … phrase, fair: true}}",
    "same": "'same' is a citation, as in {cite: same}",
}


def is_setting(key: str) -> bool:
    """Tell whether data means something to Argdown's own map."""
    return key in OF_ELEMENTS


def note_unknown(data: dict[str, Any], known: tuple[str, ...], span: Span, node: str | None, flaws: Flaws) -> None:
    """Note unknown keys of data, with the one that was probably meant, and settings of a wrong value."""
    rests = note_cut(data, known, span, node, flaws)
    for key, value in data.items():
        if key in rests:
            continue
        if key in OF_ELEMENTS:
            for wrong in OF_ELEMENTS[key](value):
                flaws.add(WRONG_VALUE, f"{key!r} {wrong}", span, node)
        note_wrong(key, value, span, node, flaws)
        if key in known or is_setting(key):
            continue
        meant = _meant(key, known)
        if key in _OF_CITATIONS and "cite" in known:
            message = f"unknown key {key!r} in a statement: {_OF_CITATIONS[key]}"
            flaws.add(UNKNOWN_KEY.leniently, message, span, node)
        elif meant:
            flaws.add(UNKNOWN_KEY.leniently, f"unknown key {key!r}: did you mean {meant!r}?", span, node)
        else:
            flaws.drop(f"the data key {key!r} is not kept", span)


def note_cut(data: dict[str, Any], known: Container[str], span: Span, node: str | None, flaws: Flaws) -> set[str]:
    """Note each text that its own commas cut; return the pieces that were taken for keys.

    A number that its comma cuts, as in ``weight: 0,7``, is noted by who reads it.
    """
    rests = {rest for key, rest in pairwise(data) if key in _MEASURES and data[rest] is None and rest.isdigit()}
    for key, pieces in cut_texts(data, known):
        written = brief(quoted(("," if FRAGMENT in pieces[0] else ", ").join(pieces)))
        flaws.add(
            UNKNOWN_KEY.leniently,
            f"a text with a comma needs quotes inside braces: write {key}: {written}",
            span,
            node,
        )
        rests.update(pieces[1:])
    return rests


def note_wrong(key: str, value: object, span: Span, node: str | None, flaws: Flaws) -> None:
    """Note a value that its key cannot have, so that it would not be read."""
    if key in _TEXTS and value is not None and as_text(value) is None:
        flaws.add(WRONG_VALUE, f"{key!r} takes a text: put it in quotation marks", span, node)
    if key == "implicit" and not isinstance(value, bool):
        flaws.add(WRONG_VALUE, f"'implicit' is true or false, not {value!r}", span, node)


def _meant(key: str, known: tuple[str, ...]) -> str | None:
    """Return the key that one is a misspelling of."""
    from difflib import get_close_matches

    near = get_close_matches(key.lower(), [name for name in known if len(name) > 3], n=1, cutoff=0.75)
    return near[0] if near else None
