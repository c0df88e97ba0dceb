"""Offsets in the text of a source: to the selectors of passages, and back.

Programs that annotate texts name a passage by the offsets where it begins and ends. A map names it by its words, which
outlast a change of the text. `described` goes from offsets to selectors, `found` goes back, `checked` tells
offsets that cannot be meant, and `units` counts as other programs do. Where a selector leads to a little less or more
than was annotated (a full stop at the end, half a word), a format keeps the exact span in its annex for as long as
`is_same` says that the map still means it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from attrs import frozen

from argmap.evidence.passages.describe import LONGEST_PHRASE, describe_all
from argmap.evidence.passages.locate import LONGEST_PASSAGE, MOST_PLACES, locate, locate_all
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.words import is_boundary
from argmap.model.citations import Selector
from argmap.model.document import ArgumentMap
from argmap.text import Edit, OffsetMap, Span
from argmap.wording import quoted

_LONGEST_WORD = 60
_SHORT, _OFTEN = 40, 50  # characters of a phrase, places at which it stands
_REACH = 10_000  # characters on either side of a span in which its words are looked for
_SPACE = re.compile(r"\s")
_EXACT = "code points"


@frozen
class Place:
    """A span of a text as a passage can name it.

    Attributes:
        selector: What leads there; None where nothing does, as for a span without words, or a very long one.
        found: The span to which that leads: whole words, without the punctuation at the edges.
    """

    selector: Selector | None = None
    found: Span | None = None


def described(spans: Iterable[Span], text: str) -> dict[Span, Place]:
    """Name many spans of a text, each so that nothing else in it is meant.

    Args:
        spans: In code points of the text, and inside it.
        text: The text of the source.

    Example:
        >>> text = "Wells ran dry. Ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha, ha!"
        >>> described([Span(6, 14)], text)
        {Span(start=6, end=14): Place(selector=Selector(quote='ran dry', nth=None), found=Span(start=6, end=13))}
        >>> described([Span(51, 53)], text)[Span(51, 53)].selector
        Selector(quote='ha', nth=9)
    """
    searched = Searched(text)
    wanted = {span: whole(span, text) for span in spans}
    often = _often(wanted.values(), searched)
    within = {span for span in wanted.values() if not (_parts(text, span.start) and _parts(text, span.end))}
    often |= dict.fromkeys(within)  # inside a word too long to be one, which no quotation begins or ends in
    rest = describe_all((span for span in wanted.values() if span not in often), searched)
    selectors = often | {span: selector or _numbered(span, searched) for span, selector in rest.items()}
    return {span: _place(selectors[at], searched) for span, at in wanted.items()}


def _often(spans: Iterable[Span], searched: Searched) -> dict[Span, Selector | None]:
    """Name the spans whose words stand in a text so often that no words around them are worth looking for."""
    normal = searched.normal
    wanted = {span: normal.from_raw(span) for span in spans if span.end - span.start <= _SHORT}
    quotes = {span: normal.text[at.start : at.end] for span, at in wanted.items()}
    searched.look_for(quotes.values())
    found: dict[Span, Selector | None] = {}
    for span, quote in quotes.items():
        starts = searched.starts(quote) if quote.strip() == quote else ()
        nth = bisect_left(starts, wanted[span].start)
        if len(starts) > _OFTEN and starts[nth : nth + 1] and starts[nth] == wanted[span].start:
            found[span] = Selector(quote, nth + 1) if nth < MOST_PLACES else None
    return found


def _place(selector: Selector | None, searched: Searched) -> Place:
    if selector is None:
        return Place()
    return Place(selector, searched.normal.to_raw(locate(selector, searched, most=1).places[0]))


def _numbered(span: Span, searched: Searched) -> Selector | None:
    """Name a span by its words and by which of the places with these words it is."""
    wanted = searched.normal.from_raw(span)
    words = searched.normal.text[wanted.start : wanted.end].split()
    if not words or wanted.end - wanted.start > LONGEST_PASSAGE:
        return None
    ends = min(LONGEST_PHRASE, (len(words) - 1) // 2)
    is_short = len(words) <= LONGEST_PHRASE
    quote = " ".join(words) if is_short else f"{' '.join(words[:ends])} … {' '.join(words[-ends:])}"
    places = locate(Selector(quote), searched).places
    return Selector(quote, places.index(wanted) + 1) if wanted in places else None


def found(selectors: Iterable[Selector], text: str) -> dict[Selector, Span | None]:
    """Find the passages of many selectors in a text, in code points of it; None for what is not there, or not alone.

    Example:
        >>> found([Selector("wells ran dry"), Selector("rain")], "The wells ran dry.")
        {Selector(quote='wells ran dry', nth=None): Span(start=4, end=17), Selector(quote='rain', nth=None): None}
    """
    searched = Searched(text)
    wanted = list(dict.fromkeys(selectors))
    places = (location.places for location in locate_all(wanted, searched))
    spans = (searched.normal.to_raw(each[0]) if len(each) == 1 else None for each in places)
    return dict(zip(wanted, spans, strict=True))


def passages_found(m: ArgumentMap) -> dict[tuple[str, Selector], Span]:
    """Find the passages of a map in the texts that go with it, by their sources and selectors."""
    wanted: dict[str, list[Selector]] = {}
    for statement in m:
        for each in statement.cited:
            if each.selector is not None and each.source in m.texts:
                wanted.setdefault(each.source, []).append(each.selector)
    places = {name: found(selectors, m.texts[name]) for name, selectors in wanted.items()}
    return {(name, at): span for name, there in places.items() for at, span in there.items() if span is not None}


def is_same(exact: Span, other: Span, text: str) -> bool:
    """Tell whether two spans of a text hold the same words: one may have more punctuation, or only part of a word.

    Example:
        >>> is_same(Span(3, 14), Span(4, 13), 'So, "wells dry".'), is_same(Span(4, 9), Span(4, 14), "The wells dry.")
        (True, False)
    """
    cores = _core(exact, text), _core(other, text)
    return cores[0] == cores[1] or (cores == (None, None) and exact.start < other.end and other.start < exact.end)


def _core(span: Span, text: str) -> Span | None:
    words = whole(span, text)
    start, end = words.start, words.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else None


def whole(span: Span, text: str) -> Span:
    """Return a span with the words whole at whose middle it begins or ends.

    Example:
        >>> whole(Span(6, 8), "The wells")
        Span(start=4, end=9)
    """
    start, end = span.start, span.end
    if start >= end:
        return span
    least, most = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > least and not _parts(text, start):
        start -= 1
    while end < most and not _parts(text, end):
        end += 1
    return Span(start, end)


def _parts(text: str, at: int) -> bool:
    """Tell whether words part at an offset, of which little is looked at."""
    return is_boundary(_SPACE.sub(" ", text[max(0, at - 2) : at + 2]), min(at, 2))


@frozen
class Checked:
    """What became of offsets that were looked up in a text.

    Attributes:
        span: What they mean: the span itself where its words are those expected, else the nearest that has them, else
            None.
        flaw: What is wrong with them, as a sentence without its full stop; None where nothing is.
    """

    span: Span | None
    flaw: str | None = None


def checked(span: Span, text: str, expected: str | None = None) -> Checked:
    """Look offsets up in a text.

    Args:
        span: The offsets as they are written.
        text: The text of the source.
        expected: What is said to stand there, if that is said; how its words are spaced does not count.

    Example:
        >>> text = "In May the wells ran dry."
        >>> checked(Span(11, 16), text, "wells")
        Checked(span=Span(start=11, end=16), flaw=None)
        >>> checked(Span(10, 15), text, "wells").flaw
        "at 10 to 15 stands ' well', not 'wells': that stands at 11 to 16"
        >>> checked(Span(20, 40), text).flaw
        '20 to 40 lies outside the text, which ends at 25'
        >>> checked(Span(11, 14), text)
        Checked(span=Span(start=11, end=14), flaw="11 to 14 ends inside the word 'wells'")
    """
    where = f"{span.start} to {span.end}"
    if not 0 <= span.start < span.end <= len(text):
        is_outside = span.start < span.end
        what = f"lies outside the text, which ends at {len(text)}" if is_outside else "is no stretch of text"
        return _elsewhere(span, text, expected, f"{where} {what}")
    there = text[span.start : span.end]
    if expected is not None and there != expected and there.split() != expected.split():
        return _elsewhere(span, text, expected, f"at {where} stands {quoted(there)}, not {quoted(expected)}")
    words = whole(span, text)
    if words == span:
        return Checked(span)
    verb, at = ("begins", span.start) if words.start < span.start else ("ends", span.end - 1)
    cut = whole(Span(at, at + 1), text)
    return Checked(span, f"{where} {verb} inside the word {quoted(text[cut.start : cut.end])}")


def _elsewhere(span: Span, text: str, expected: str | None, flaw: str) -> Checked:
    """Look for the words that were expected at a span, near it."""
    if not (expected and expected.strip()):
        return Checked(None, flaw)
    at = min(max(span.start, 0), len(text))
    first = max(0, at - _REACH)
    pattern = re.compile(r"\s+".join(map(re.escape, expected.split())))
    matches = pattern.finditer(text, first, min(len(text), at + len(expected) + _REACH))
    nearest = min(matches, key=lambda match: abs(match.start() - at), default=None)
    if nearest is None:
        return Checked(None, f"{flaw}: that stands nowhere near")
    place = Span(*nearest.span())
    return Checked(place, f"{flaw}: that stands at {place.start} to {place.end}")


def units(text: str, name: str) -> OffsetMap:
    r"""Return the map between offsets in code points (``before``) and those that another program counts (``after``).

    Args:
        text: The text of the source.
        name: What is counted: ``code points``; ``UTF-16``, as Java and JavaScript do; ``UTF-8``, the bytes; or ``line
            ends as one``, as programs do that turn ``\r\n`` into ``\n`` before they count.

    Example:
        >>> units("\U0001f4a7 dry", "UTF-16").back(Span(3, 6))
        Span(start=2, end=5)
        >>> units("a\r\nb", "line ends as one").back(Span(2, 3))
        Span(start=3, end=4)
    """
    return OffsetMap.of(_COUNTED[name](text))


def units_of(quotations: Sequence[tuple[Span, str]], text: str) -> str:
    """Return in what the offsets of quotations are counted: where most of them stand where they are said to stand.

    Args:
        quotations: Spans, with what is said to stand there.
        text: The text of the source.

    Returns:
        A name that `units` knows; ``code points`` unless others fit better.

    Example:
        >>> units_of([(Span(3, 6), "dry")], "\U0001f4a7 dry"), units_of([(Span(2, 5), "dry")], "\U0001f4a7 dry")
        ('UTF-16', 'code points')
    """

    def fitting(name: str) -> int:
        back = units(text, name).back
        spans = ((back(span), expected) for span, expected in quotations)
        return sum(text[span.start : span.end].split() == expected.split() for span, expected in spans)

    if (text.isascii() and "\r\n" not in text) or fitting(_EXACT) == len(quotations):
        return _EXACT
    return max(_COUNTED, key=fitting)


def _widths(pattern: str, width: Callable[[str], int], text: str) -> Iterable[Edit]:
    """Go through the characters that count as more than one, or fewer."""
    if text.isascii() and pattern.startswith("["):
        return ()
    return (Edit(Span(*m.span()), "x" * width(m[0])) for m in re.finditer(pattern, text))


_COUNTED: Mapping[str, Callable[[str], Iterable[Edit]]] = {
    _EXACT: lambda _: (),
    "UTF-16": partial(_widths, "[\U00010000-\U0010ffff]", lambda _: 2),
    "line ends as one": partial(_widths, "\r\n", lambda _: 1),
    "UTF-8": partial(_widths, "[^\x00-\x7f]", lambda character: len(character.encode("utf-8", "surrogatepass"))),
}
UNITS = tuple(_COUNTED)
"""What offsets may count."""
