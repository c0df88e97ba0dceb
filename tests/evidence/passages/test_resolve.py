"""Resolving the passages and citations of a map."""

from __future__ import annotations

import pytest

from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.evidence.passages.resolve import resolve
from argmap.model.citations import Citation, Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.text import Span


def resolved(text, quote, nth=None):
    """Resolve one citation of one source."""
    selector = Selector(quote, nth)
    cited = Statement("s", Kind.EVIDENCE, "S.", citations=(Citation("s@doc", "doc", selector),))
    resolution = resolve(ArgumentMap(statements=(cited,)), {"doc": Source("doc")}, {"doc": text})
    return resolution["doc", selector]


def test_each_kind_of_outcome() -> None:
    """Passages and citations are looked up once each, and every outcome says why a passage was not proven."""
    there, gone = Selector("ran dry"), Selector("ran wet")
    statement = Statement(
        "s",
        Kind.CLAIM,
        "Wells ran dry.",
        passages=(Passage("doc", there), Passage("doc", gone), Passage("doc")),
        citations=(Citation("a", "doc", there), Citation("b", "far", there), Citation("c", "nowhere", there)),
    )
    m = ArgumentMap(statements=(statement,), sources=(Source("far"),))
    assert resolve(m, {"doc": Source("doc")}, {"doc": "The wells ran dry."}) == {
        ("doc", there): Resolution(Outcome.VERIFIED, (Span(10, 17),)),
        ("doc", gone): Resolution(Outcome.MISSING),
        ("doc", None): Resolution(Outcome.WHOLE_SOURCE),
        ("far", there): Resolution(Outcome.SOURCE_ABSENT),
        ("nowhere", there): Resolution(Outcome.UNKNOWN_SOURCE),
    }


def test_ambiguous_gives_every_place() -> None:
    """Equal places are all given, as spans of the raw text."""
    assert resolved("It  fell. It  fell.", "It fell") == Resolution(Outcome.AMBIGUOUS, (Span(0, 8), Span(10, 18)))


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        ("We met at the cafe\u0301. Then left.", "at the café", "at the cafe\u0301"),
        ("An e\ufb03cient \ufb01", "efficient fi", "e\ufb03cient \ufb01"),
        ("so it ended… Then", "it ended...", "it ended…"),
        ("\ufeffFirst\r\nline,\r\nsecond line", "First line, second", "First\r\nline,\r\nsecond"),
        ("a well-\nknown case", "a well-known case", "a well-\nknown case"),
        ("😀 the 😀 face of it", "face … it", "face of it"),
        ("It began here.\n\nAnd it ended there.", "It began … ended there", "It began here.\n\nAnd it ended there"),
        ("the “safe” le\u00advel — so", 'the "safe" level - so', "the “safe” le\u00advel — so"),
    ],
)
def test_places_are_spans_of_the_raw_text(text, quote, passage) -> None:
    """A verified passage is cut out of the text as it stands, whole marks, ligatures and line ends included."""
    resolution = resolved(text, quote)
    assert resolution.outcome is Outcome.VERIFIED
    (place,) = resolution.places
    assert text[place.start : place.end] == passage


def test_missing_gives_a_guess() -> None:
    """Where one phrase of a passage is there, that is where to look; else where what is most like it stands."""
    assert resolved("The wells ran dry.", "wells … ran wet").guess == Span(4, 9)
    slip = resolved("The  wells ran dry.", "wels ran dry")
    assert (slip.outcome, slip.guess) == (Outcome.MISSING, Span(5, 18))
    assert slip.score == pytest.approx(11 / 12)
