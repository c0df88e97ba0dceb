"""Names as they are spoken, out of the orders in which lists of references hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u3005\s·]+")
_BODIES = re.compile(
    r"department|minist|universi|institu|committee|commission|comisi|council|agenc|office|bureau|society|associa|"
    r"organi[sz]a|consortium|collaboration|foundation|stiftung|behörde|corporation|company|authority|group|"
    r"cent(?:er|re)\b|conseil|consejo|министер|институт|университет",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r"(?:inc|ltd|llc|corp|gmbh|s\.?a|plc|co)\.?", re.IGNORECASE)
_GENERATION = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]{1,4}|\d(?:st|nd|rd|th))\.?", re.IGNORECASE)


def is_east_asian(name: str) -> bool:
    """Tell whether a name is in East Asian writing, where the family name comes first."""
    return bool(_EAST_ASIAN.fullmatch(name))


def in_order(first: str, last: str, suffix: str = "") -> str:
    """Join the parts of a name: family names come last, but in East Asian writing, where nothing parts them.

    A suffix that stands in the place of the first name is one all the same, as in ``Sammy Davis, Jr.``

    Example:
        >>> in_order("Martin", "King", "Jr."), in_order("太郎", "山田"), in_order("Jr.", "Sammy Davis")
        ('Martin King Jr.', '山田太郎', 'Sammy Davis Jr.')
    """
    if _GENERATION.fullmatch(first):
        first, suffix = suffix, first
    if first and last and is_east_asian(first + last):
        return f"{last}{first}"
    return " ".join(part for part in (first, last, suffix) if part)


def spoken(name: str) -> str:
    """Return a name that may be written with its family name first; bodies keep their commas.

    Example:
        >>> spoken("Doe, Jane"), spoken("King, Martin, Jr."), spoken("Ministry of Water"), spoken("Acme, Inc.")
        ('Jane Doe', 'Martin King Jr.', 'Ministry of Water', 'Acme, Inc.')
        >>> spoken("Department for Environment, Food and Rural Affairs")
        'Department for Environment, Food and Rural Affairs'
    """
    name = " ".join(name.split())
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1 or not parts[1]:
        return parts[0]
    if len(parts) > 3 or _LEGAL_FORM.fullmatch(parts[1]) or (" " in parts[0] and _BODIES.search(parts[0])):
        return name
    last, first, suffix = [*parts, ""][:3]
    if suffix and _SUFFIX.fullmatch(first):
        first, suffix = suffix, first
    return in_order(first, last, suffix)


def family(name: str) -> str:
    """Return the family name of a name as `spoken` takes it, or the whole name of a body.

    Example:
        >>> family("King, Martin, Jr."), family("Ministry of Water")
        ('King', 'Ministry of Water')
    """
    whole = " ".join(name.split())
    return whole if spoken(whole) == whole else whole.partition(",")[0]


def listed(names: Iterable[str]) -> str:
    """Join names as a sentence does.

    Example:
        >>> listed(["A"]), listed(["A", "B", "C"])
        ('A', 'A, B and C')
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
