"""Telling a web page by how it begins."""

from __future__ import annotations

import re

_BEGINNING = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SKIPPED = ((b"<!--", b"-->"), (b"<?", b"?>"))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def looks_like_html(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of a page, comments and declarations aside.

    Example:
        >>> looks_like_html(b"<!-- saved --><!DOCTYPE html><p>Rain"), looks_like_html(b"<p>Rain")
        (True, False)
    """
    wide = head.startswith(_MARKS[1:]) or head[:2] in (b"<\0", b"\0<")
    rest = (head.replace(b"\0", b"") if wide else head).removeprefix(_MARKS[0])
    rest = rest[2 * rest.startswith(_MARKS[1:]) :].lstrip()
    at = 0
    while skipped := next((end for start, end in _SKIPPED if rest.startswith(start, at)), None):
        end = rest.find(skipped, at)
        if end < 0:
            return False
        at = end + len(skipped)
        while rest[at : at + 1].isspace():
            at += 1
    return bool(_BEGINNING.match(rest, at))
