"""The places of a source's text that statements rest on, and the stretches into which they part it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from attrs import field, frozen

from argmap.analysis import Analysis
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.evidence.text.coverage import Sentence, covered
from argmap.model.citations import Citation, Cited, Stance
from argmap.model.statements import Statement
from argmap.text import Span

FROM = "from"
"""The role of a place at which the analysed text puts a statement forward; that of a citation is its stance."""
DISPUTED = "disputed"
NEAREST = "nearest"
"""States of a place beside the outcomes of its search: quoted unfairly, and most like a passage that is missing."""


@frozen
class Bearing:
    """What a place is for a statement.

    Attributes:
        statement: Id of the statement.
        role: `FROM`, or the stance of the citation.
        state: What became of the search for it: an `Outcome`, `DISPUTED` or `NEAREST`.
        quote: The phrases by which the map names it.
    """

    statement: str
    role: str
    state: str
    quote: str


@frozen
class Place:
    """A place of a text that statements rest on.

    Attributes:
        span: Where it is.
        bearings: What it is for which statements, in the order of the map.
    """

    span: Span
    bearings: tuple[Bearing, ...]


@frozen
class Unplaced:
    """A passage or citation that has no place of its own in the text of its source.

    Attributes:
        statement: Id of the statement.
        role: `FROM`, or the stance of the citation.
        quote: Its phrases as the map has them; empty where it names the source as a whole.
        nearest: The place that is most like it, if any is.
    """

    statement: str
    role: str
    quote: str
    nearest: Span | None = None


@frozen
class Reading:
    """A source's text with the places that statements rest on.

    Attributes:
        source: Id of the source.
        text: Its text.
        places: Its places, in order; of two that begin together the longer comes first.
        unplaced: What has none.
        sentences: The sentences, and whether they are used.
    """

    source: str
    text: str = field(repr=False)
    places: tuple[Place, ...]
    unplaced: tuple[Unplaced, ...]
    sentences: tuple[Sentence, ...] = field(repr=False)


@frozen
class Stretch:
    """A part of a text that the same places cover all through.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        places: The numbers of the places that cover it, in order.
        use: That of the sentence it is part of; empty between sentences.
    """

    start: int
    end: int
    places: tuple[int, ...]
    use: str


def readings(analysis: Analysis) -> tuple[Reading, ...]:
    """Return the texts that a map rests on and that are at hand: the analysed text first, then as they are named."""
    bearings: dict[str, dict[Span, dict[Bearing, None]]] = {}
    unplaced: dict[str, list[Unplaced]] = {}
    for statement, cited, resolution in analysis.anchored:
        places = bearings.setdefault(cited.source, {})
        for span, bearing in _bearings(analysis, statement, cited, resolution):
            places.setdefault(span, {})[bearing] = None
        if resolution.outcome in (Outcome.MISSING, Outcome.WHOLE_SOURCE):
            unplaced.setdefault(cited.source, []).append(
                Unplaced(statement.id, _role(cited), _quote(cited), resolution.guess)
            )
    about = [analysis.map.about] if analysis.map.about else []
    named = dict.fromkeys([*about, *bearings])
    return tuple(
        _reading(name, analysis.texts[name], bearings.get(name, {}), unplaced.get(name, ()))
        for name in named
        if name in analysis.texts
    )


def _bearings(
    analysis: Analysis, statement: Statement, cited: Cited, resolution: Resolution
) -> Iterator[tuple[Span, Bearing]]:
    disputed = isinstance(cited, Citation) and cited.id in analysis.disputes
    state = DISPUTED if disputed else resolution.outcome.value
    for span in resolution.places:
        yield span, Bearing(statement.id, _role(cited), state, _quote(cited))
    if resolution.outcome is Outcome.MISSING and resolution.guess:
        yield resolution.guess, Bearing(statement.id, _role(cited), NEAREST, _quote(cited))


def _role(cited: Cited) -> str:
    return cited.stance.value if isinstance(cited, Citation) else FROM


def _quote(cited: Cited) -> str:
    return cited.selector.quote if cited.selector else ""


def _reading(name: str, text: str, bearings: Mapping[Span, Iterable[Bearing]], unplaced: Iterable[Unplaced]) -> Reading:
    spans = sorted((span for span in bearings if span.start < span.end), key=lambda span: (span.start, -span.end))
    places = tuple(Place(span, tuple(bearings[span])) for span in spans)
    found = [(place.span, bearing) for place in places for bearing in place.bearings if bearing.state != NEAREST]
    used = [span for span, bearing in found if bearing.role != Stance.CONTEXT]
    context = [span for span, bearing in found if bearing.role == Stance.CONTEXT]
    return Reading(name, text, places, tuple(unplaced), tuple(covered(text, used, context)))


def paragraphs(reading: Reading) -> Iterator[tuple[Stretch, ...]]:
    """Part the paragraphs of a text into stretches; what stands between paragraphs is blank and left out."""
    found = ((number, stretch) for number, stretch in _stretches(reading) if number is not None)
    return (tuple(stretch for _, stretch in each) for _, each in groupby(found, key=itemgetter(0)))


def _stretches(reading: Reading) -> Iterator[tuple[int | None, Stretch]]:
    """Yield the stretches of a text in one pass, each with the number of its paragraph if it stands in one."""
    begins, ends = _by_offset(reading.places)
    sentences = reading.sentences
    edges = {edge for sentence in sentences for edge in (sentence.span.start, sentence.span.end)}
    covering: dict[int, None] = {}
    at = 0
    for start, end in pairwise(sorted(edges | begins.keys() | ends.keys())):
        for number in ends.get(start, ()):
            del covering[number]
        covering |= dict.fromkeys(begins.get(start, ()))
        while at < len(sentences) and sentences[at].span.end <= start:
            at += 1
        if at < len(sentences):
            here = sentences[at]
            is_inside = here.span.start <= start
            paragraph = here.paragraph if is_inside or _follows(sentences, at) else None
            yield paragraph, Stretch(start, end, tuple(covering), here.use if is_inside else "")


def _by_offset(places: Sequence[Place]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return the numbers of the places that begin, and of those that end, at an offset."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        begins.setdefault(place.span.start, []).append(number)
        ends.setdefault(place.span.end, []).append(number)
    return begins, ends


def _follows(sentences: Sequence[Sentence], at: int) -> bool:
    """Tell whether a sentence follows another in the same paragraph."""
    return at > 0 and sentences[at - 1].paragraph == sentences[at].paragraph
