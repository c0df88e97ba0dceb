"""The word ``same`` under ``cite:``: the passages under ``from:`` are cited too, without being written twice.

Such a citation stands where its passage does: what is found about it is said there once, and mended there once.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.citations import Citation, Passage

SAME = "same"
"""The word; a source that is called so is named in a record."""

_MEANT = frozenset(
    {
        *("from", "as from", "see from", "from above", "yes", "true", "on", "ditto", "dito", "idem", "ibid", "ibidem"),
        *("as above", "see above", "the same", "same passage", "the same passage", "same as from", "same as above"),
    }
)
"""What people write for it, in small letters and without the signs at its ends."""
_SIGNS = ".:;,@$*&"
_LONGEST = 40


def stands_for(text: str) -> bool:
    """Tell whether a citation is ``same``, or what people write for it.

    Example:
        >>> [stands_for(text) for text in ("same", "Ditto", "ibid.", "city-survey", "same streets")]
        [True, True, True, False, False]
    """
    word = " ".join(text.lower().split()).strip(_SIGNS) if len(text) <= _LONGEST else ""
    return word == SAME or word in _MEANT


def is_same(text: str, *, has_from: bool) -> bool:
    """Tell whether a citation is read as ``same``; other words name a source where there is no ``from:``."""
    return text.strip().lower() == SAME or (has_from and stands_for(text))


def trouble(text: str, written: str, *, has_from: bool, is_second: bool) -> str | None:
    """Return what is wrong with a citation that is read as ``same``.

    Args:
        text: What its author wrote.
        written: ``same``, as it stands in that place.
        has_from: Whether there is a ``from:``.
        is_second: Whether its passages are cited already.
    """
    if not has_from:
        return "'same' cites what stands beside it under 'from:', and nothing does: write the passage there, or here"
    if is_second:
        return f"{text.strip()!r} cites the passages under 'from:' a second time: delete it"
    if text.strip() != SAME:
        return f"{text.strip()!r} names no source: write {written}, which cites the passages under 'from:' too"
    return None


NO_PASSAGE = (
    "'same' stands under 'cite:', and cites what stands here: write the phrases, or 'source \"phrase … phrase\"'"
)
"""What is said of ``same`` under ``from:``."""


def run_of(passages: Sequence[Passage], citations: Sequence[Citation], plain: Sequence[bool]) -> int | None:
    """Return where the citations of a statement repeat its passages, all of them and in order; None where they do not.

    Args:
        passages: The passages.
        citations: The citations.
        plain: For each citation, whether it only supports, and has nothing of its own.
    """
    wanted = [(each.source, each.selector, each.locator) for each in passages]
    found = [
        (each.source, each.selector, each.locator) if is_plain else None
        for each, is_plain in zip(citations, plain, strict=True)
    ]
    if not wanted or wanted[0] not in found:
        return None
    at = found.index(wanted[0])
    return at if found[at : at + len(wanted)] == wanted else None
