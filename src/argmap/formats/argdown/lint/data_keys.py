"""Keys of data in braces that mean nothing, and their values that cannot be read."""

from __future__ import annotations

from typing import Any

from argmap.flaws import Flaws
from argmap.formats.argdown.settings.setting_types import OF_ELEMENTS
from argmap.formats.argdown.syntax.values import as_text
from argmap.native.instead import SAID
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_TEXTS = frozenset({"id", "title", "type", "kind", "text", "group", "note", "scheme"})
_OF_CITATIONS = ("fair", "same")


def is_setting(key: str) -> bool:
    """Tell whether data means something to Argdown's own map."""
    return key in OF_ELEMENTS


def note_unknown(data: dict[str, Any], known: tuple[str, ...], span: Span, node: str | None, flaws: Flaws) -> None:
    """Note unknown keys of data, with the one that was probably meant, and settings of a wrong value."""
    for key, value in data.items():
        if key in OF_ELEMENTS:
            for wrong in OF_ELEMENTS[key](value):
                flaws.add(WRONG_VALUE, f"{key!r} {wrong}", span, node)
        note_wrong(key, value, span, node, flaws)
        if key in known or is_setting(key):
            continue
        meant = _meant(key, known)
        if key in _OF_CITATIONS and "cite" in known:
            message = f"unknown key {key!r} in a statement: {SAID['a statement', key]}"
            flaws.add(UNKNOWN_KEY.leniently, message, span, node)
        elif meant:
            flaws.add(UNKNOWN_KEY.leniently, f"unknown key {key!r}: did you mean {meant!r}?", span, node)
        else:
            flaws.drop(f"the data key {key!r} is not kept", span)


def note_wrong(key: str, value: object, span: Span, node: str | None, flaws: Flaws) -> None:
    """Note a value that its key cannot have, so that it would not be read."""
    if key in _TEXTS and value is not None and as_text(value) is None:
        flaws.add(WRONG_VALUE, f"{key!r} takes a text: put it in quotation marks", span, node)
    if key == "implicit" and not isinstance(value, bool):
        flaws.add(WRONG_VALUE, f"'implicit' is true or false, not {value!r}", span, node)


def _meant(key: str, known: tuple[str, ...]) -> str | None:
    """Return the key that one is a misspelling of."""
    from difflib import get_close_matches

    near = get_close_matches(key, [name for name in known if len(name) > 3], n=1, cutoff=0.75)
    return near[0] if near else None
