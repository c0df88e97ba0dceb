"""Selectors, passages and citations: how a place in a source is written down, and what for."""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import field, frozen

from argmap.text import Span

_ELLIPSIS = re.compile(r"(?<!\s)\s++(?:…|\.\.\.)\s+")
_BEFORE = re.compile(r"^(\S(?:.*?[^\s-])?)-\s+(?=\S)", re.DOTALL)
_AFTER = re.compile(r"(?<!\s)\s++-(?=[^\s-])(.*)", re.DOTALL)


class Stance(StrEnum):
    """What a citation does for its statement."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


@frozen
class Selector:
    """A place in a source, written as one phrase or as the first and last phrase of a passage.

    The text is kept as its author wrote it. ``start … end`` names a passage by its two ends; ``before- start … end
    -after`` adds the words around it, as a W3C text-quote selector does with prefix and suffix; ``nth`` picks one of
    several equal places. A text that stands in the source literally, ellipsis and all, is taken literally first.

    Attributes:
        quote: What stands between the quotation marks.
        nth: Which of several equal places, counted from 1.

    Example:
        >>> selector = Selector("Mean speed … 41 streets")
        >>> selector.start, selector.end
        ('Mean speed', '41 streets')
        >>> Selector("found that- 61 % -in favour").before
        'found that'
    """

    quote: str
    nth: int | None = None

    @property
    def before(self) -> str | None:
        """Return the words that must stand before the passage, if they are written."""
        match = _BEFORE.match(self.quote)
        return match[1] if match else None

    @property
    def after(self) -> str | None:
        """Return the words that must follow the passage, if they are written."""
        match = _ends_after(self.quote)
        return match[1] if match else None

    @property
    def phrases(self) -> tuple[str, ...]:
        """Return the phrases of the passage itself, in order: one, or its start and its end, with any between them."""
        core = _BEFORE.sub("", self.quote)
        after = _ends_after(core)
        return tuple(_ELLIPSIS.split((core[: after.start()] if after else core).strip()))

    @property
    def start(self) -> str:
        """Return the first phrase."""
        return self.phrases[0]

    @property
    def end(self) -> str | None:
        """Return the last phrase, or None where the passage is written whole."""
        phrases = self.phrases
        return phrases[-1] if len(phrases) > 1 else None


def _ends_after(quote: str) -> re.Match[str] | None:
    return None if quote[-1:].isspace() else _AFTER.search(quote)


@frozen
class Passage:
    """Where the analysed text puts a statement forward (``from``); no evidence for it.

    Attributes:
        source: Id of the source.
        selector: The place in it, or None for the source as a whole.
        locator: What a printed reference would say: ``p. 12``, ``§ 3``.
    """

    source: str
    selector: Selector | None = None
    locator: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class Citation:
    """What is offered as evidence for, or against, a statement (``cite``).

    Attributes:
        id: By which an undercut names it; ``statement@source`` unless the author gives one.
        source: Id of the source.
        selector: The place in it, or None for the source as a whole.
        locator: What a printed reference would say: ``p. 12``, ``§ 3``.
        stance: What it does for the statement.
        statement: Id of the statement, where it was read from a map; it takes no part in equality.
        fair: A person has looked and found the quotation fair, whatever argmap makes of the words around it.
        weight: How much it weighs for or against its statement; see `Relation.weight`.
    """

    id: str
    source: str
    selector: Selector | None = None
    locator: str | None = None
    stance: Stance = Stance.SUPPORTS
    span: Span | None = field(default=None, eq=False, repr=False)
    statement: str | None = field(default=None, eq=False, repr=False)
    fair: bool = field(default=False, kw_only=True)
    weight: float | None = field(default=None, kw_only=True)


Cited = Passage | Citation
"""What names a source: a passage or a citation of a statement."""
