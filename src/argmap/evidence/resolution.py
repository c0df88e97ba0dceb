"""What became of a passage or citation when its source was searched."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from argmap.model.citations import Selector
from argmap.text import Span


class Status(StrEnum):
    """Whether the selected passage is in its source."""

    VERIFIED = "verified"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    SOURCE_ABSENT = "source-absent"
    UNKNOWN_SOURCE = "unknown-source"
    WHOLE_SOURCE = "whole-source"


@frozen
class Resolution:
    """The outcome for one selector in one source.

    Attributes:
        status: Whether the passage is there; *source-absent* when the record has no text at hand, *unknown-source* when
            there is no record, *whole-source* when no passage is named.
        places: Every place where it stands, as spans of the source's own text; one for *verified*.
        guess: For a *missing* passage, the most similar place, if one is similar at all.
        loose: It stands there with other case, spacing, punctuation or hyphenation, but the same figures and negations.
        implausible: It is *missing* although both its phrases are there: the end stands before the start, or more than
            3,000 characters behind it.
    """

    status: Status
    places: tuple[Span, ...] = ()
    guess: Span | None = None
    loose: bool = False
    implausible: bool = False


Anchor = tuple[str, Selector | None]
"""What is looked up: the id of a source and a selector in it."""

Resolutions = Mapping[Anchor, Resolution]
"""The outcome for every passage and citation of a map, by source and selector."""
