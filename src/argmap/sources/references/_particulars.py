"""Where a work stands in its journal, book or series, and what else is known about it, as the note of its record."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DASHES = re.compile(r"(?<=\d)(?:--?|–)(?=\d)|--")


def note(
    journal: str | None = None,
    book: str | None = None,
    volume: str | None = None,
    number: str | None = None,
    pages: str | None = None,
    others: Iterable[str | None] = (),
) -> str | None:
    """Return the note of a record.

    Args:
        journal: Title of the journal that the work stands in.
        book: Title of the book that it stands in.
        volume: Of the journal, the book or the work.
        number: Of the issue or the report.
        pages: From page to page.
        others: What else is known, a phrase each.

    Example:
        >>> note("Journal of Wells", None, "12", "3", "45--67", ["edited by Ann Able", None])
        'Journal of Wells 12(3), 45–67; edited by Ann Able'
        >>> note(None, "Wells", "2", None, "3-9"), note(number="7"), note()
        ('in Wells, vol. 2, pp. 3–9', 'no. 7', None)
    """
    pages = _DASHES.sub("–", pages) if pages else None
    if journal:
        issue = f"{volume or ''}({number})" if number else volume
        place = ", ".join(filter(None, [" ".join(filter(None, [journal, issue])), pages]))
    else:
        parts = (("in", book), ("vol.", volume), ("no.", number), ("pp.", pages))
        place = ", ".join(f"{what} {part}" for what, part in parts if part)
    return "; ".join(filter(None, [place, *others])) or None
