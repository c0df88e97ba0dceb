"""Texts with a backslash before each character that Argdown would take for a mark."""

from __future__ import annotations

import re

from argmap.formats.argdown.shortcodes import SHORTCODES

_MARKS = re.compile(r"[\\*_\[<{@#]|/(?=[/*])|={3,}|[.:](?=\S)")
_SPECIAL = re.compile(r"\.\S+?\.|:\S+?:")
_IN_SPECIAL = re.compile(r"[\\*_\[<{@#/=]")


def escape(text: str) -> str:
    r"""Write a text in one line so that it is read as it is.

    Example:
        >>> print(escape("2 * 3 [see #4] U.S. and .~."))
        2 \* 3 \[see \#4] U.S. and \.~.
    """
    return _MARKS.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in ".:":
        special = _SPECIAL.match(found.string, found.start())
        harmless = special is None or (special[0] not in SHORTCODES and not _IN_SPECIAL.search(special[0]))
        return mark if harmless else "\\" + mark
    return "".join("\\" + char for char in mark)
