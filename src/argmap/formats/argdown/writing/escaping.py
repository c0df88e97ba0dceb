"""Backslashes before what Argdown would take for a mark."""

from __future__ import annotations

import re

from argmap.formats.argdown.syntax.shortcodes import SHORTCODES

_MARKS = re.compile(r"@include|[\\*_\[<{@#]|/(?=[/*])|={3,}|[.:](?=\S)")
_SPECIAL = re.compile(r"\.\S+?\.|:\S+?:")
_IN_SPECIAL = re.compile(r"[\\*_\[<{@#/=]")


def escape(text: str) -> str:
    r"""Return a text on one line so that it is read as it is.

    Example:
        >>> print(escape("2 * 3 [see #4] U.S. and .~."))
        2 \* 3 \[see \#4] U.S. and \.~.
    """
    parts = []
    offset = 0
    while found := _MARKS.search(text, offset):
        parts.append(text[offset : found.start()])
        mark, offset = found[0], found.end()
        special = _SPECIAL.match(text, found.start()) if mark in ".:" else None
        if special and special[0] not in SHORTCODES and not _IN_SPECIAL.search(special[0]):
            mark, offset = special[0], special.end()
        elif mark == "@include":
            mark = "\\@\\include"
        elif mark not in ".:" or special:
            mark = "".join("\\" + char for char in mark)
        parts.append(mark)
    return "".join([*parts, text[offset:]])
