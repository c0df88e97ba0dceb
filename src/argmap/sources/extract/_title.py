"""Titles that files state of themselves, of which many were never meant to be read."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"Microsoft (?:Word|PowerPoint|Excel) - ")
_FILE = re.compile(
    r"\S+\.(?:docx?|docm|dotx?|dvi|html?|indd|odt|pages|pdf|pmd|pptx?|ps|qxd|rtf|tex|txt|xlsx?)", re.IGNORECASE
)
_PLACEHOLDERS = (
    *("(anonymous)", "(untitled)", "powerpoint presentation", "powerpoint-präsentation", "présentation powerpoint"),
    *("sans titre", "sin título", "slide 1", "title", "unbenannt", "untitled", "word document"),
    *("dokument", "dokument1", "document", "document1", "documento", "documento1"),
)


def sensible(title: str | None) -> str | None:
    """Return a title on one line, if it is one: neither the name of a file nor what a program puts where none is.

    Example:
        >>> sensible("Microsoft Word - Annual report"), sensible("report_v3_final.docx"), sensible("Untitled")
        ('Annual report', None, None)
    """
    shown = "".join(" " if c.isspace() else c for c in title or "" if c.isspace() or c.isprintable())
    line = _PREFIX.sub("", " ".join(shown.split()), count=1)
    if not any(map(str.isalnum, line)) or line.lower() in _PLACEHOLDERS or _FILE.fullmatch(line):
        return None
    return line
