"""What became of a passage or citation when its source was searched."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from argmap.model.citations import Selector
from argmap.text import Span


class Outcome(StrEnum):
    """Whether the selected passage is in its source.

    *moved*, *context-changed* and *fuzzy* are only given to anchors that are locked, in a text that changed since.
    """

    VERIFIED = "verified"
    MOVED = "moved"
    CONTEXT_CHANGED = "context-changed"
    FUZZY = "fuzzy"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    SOURCE_ABSENT = "source-absent"
    UNKNOWN_SOURCE = "unknown-source"
    WHOLE_SOURCE = "whole-source"


@frozen
class Resolution:
    """The outcome for one selector in one source.

    Attributes:
        outcome: Whether the passage is there. *verified*: the words stand where they are said to stand; *moved*:
            elsewhere, in the surroundings that were recorded; *context-changed*: once, in other surroundings; *fuzzy*:
            its words were changed; *ambiguous*: at several places that are equally good; *missing*: nowhere.
            *source-absent* when the record has no text at hand, *unknown-source* when there is no record,
            *whole-source* when no passage is named.
        places: The places where it stands, the first thousand of them, as spans of the source's own text; one for
            *verified*, *moved*, *context-changed* and *fuzzy*.
        guess: For a *missing* passage, the most similar place, if any is similar at all.
        loose: It stands there with other case, spacing, punctuation or hyphenation, but the same figures and negations.
        implausible: It is *missing* although both its phrases are there: the end stands before the start, or more than
            3,000 characters after it.
        locked: The lock says what the passage was when it was last verified.
        score: For a *fuzzy* place or a guess, how like it is to what was recorded, from 0 to 1: 0.65 for the words,
            0.35 for the surroundings; without a record, how like it is to the longest phrase of the selector.
        context: How like the surroundings are to those recorded, from 0 to 1; None without a record.
        harmless: For a *fuzzy* place, the lock proves that nothing but typography, spelling variants, citation marks
            and fillers such as *also* differs.
        lost: Figures, negations and other signal words of the recorded passage that this place lacks.
        gained: Those of this place that the recorded passage lacks.
        replaced: Pairs of the two, where one stands in the place of the other.
        count: For a *missing* passage, how often it stands there, where it is asked for oftener; else 0.
        page: Page of the place, counted from 1, in a text with form feeds between its pages.
    """

    outcome: Outcome
    places: tuple[Span, ...] = ()
    guess: Span | None = None
    loose: bool = False
    implausible: bool = False
    locked: bool = False
    score: float | None = None
    context: float | None = None
    harmless: bool = False
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    count: int = 0
    page: int | None = None

    @property
    def is_verified(self) -> bool:
        """Tell whether the very words stand in the source, at a place that needs no review."""
        return self.outcome in (Outcome.VERIFIED, Outcome.MOVED)

    @property
    def needs_review(self) -> bool:
        """Tell whether a person should look at the place before it is locked again."""
        return self.outcome in (Outcome.CONTEXT_CHANGED, Outcome.FUZZY)

    @property
    def says_otherwise(self) -> bool:
        """Tell whether figures, negations or other signal words came, went or were replaced."""
        return bool(self.lost or self.gained)

    @property
    def is_strong(self) -> bool:
        """Tell whether the meaning of a *fuzzy* place cannot have changed."""
        return self.outcome is Outcome.FUZZY and self.harmless and not self.says_otherwise


Anchor = tuple[str, Selector | None]
"""What is looked up: the id of a source and a selector in it."""

Resolutions = Mapping[Anchor, Resolution]
"""The outcome for every passage and citation of a map, by source and selector."""
