"""From a phrase of a source to what a map may say of it: the shortest selector that is unique."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from argmap.errors import ReadError, UnknownNameError
from argmap.evidence.passages.describe import describe
from argmap.evidence.passages.fragments import FRAGMENT, find_first, read_directives
from argmap.evidence.passages.locate import Location, locate
from argmap.evidence.passages.misquoted import ELLIPSIS, misquoted, parted
from argmap.evidence.passages.resolve import look_up
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector
from argmap.model.document import ArgumentMap
from argmap.native.citation import short
from argmap.project.project import Project
from argmap.text import LineIndex, Span
from argmap.wording import quoted

MOST = 10
"""Passages that a citation is made for; of a phrase that stands on every page, more would help nobody."""

_SPACE = re.compile(r"\s+")
_AROUND = 60


@frozen
class Hit:
    """A passage that a phrase stands for.

    Attributes:
        line: Of the source's text, counted from 1.
        page: Where the text has pages.
        shown: The passage with some words around it, on one line.
        citation: The short form, for the format of a map to write; None where nothing near it tells it from others.
    """

    line: int
    page: int | None
    shown: str
    citation: str | None


@frozen
class Hits:
    """The passages that a phrase stands for.

    Attributes:
        first: The first of them.
        more: How many there are besides.
    """

    first: tuple[Hit, ...]
    more: int = 0


def annotate(project: Project, name: str, phrase: str, about: str | None = None) -> Hits:
    """Find a phrase, a passage given as ``start … end``, or the one that a link to a passage opens, in a source.

    Args:
        project: The project.
        name: Id of the source.
        phrase: What to look for; small and capital letters do not count where nothing fits as it is written. A link
            with a text fragment (``https://…#:~:text=…``, as browsers copy it) is looked up as a browser does.
        about: Id of the source that the map is about, whose citations need no id.

    Returns:
        A hit for each of the first ten passages found, and the number of the others.

    Raises:
        UnknownNameError: There is no such source.
        ReadError: Its text is not at hand, or the phrase is not in it; then the most similar passage is named.
    """
    searched = Searched(text_of(project, name))
    location = _opened(phrase, searched) if FRAGMENT in phrase else locate(Selector(phrase), searched)
    if not location.places:
        near = "" if FRAGMENT in phrase else _nearest(Selector(phrase), searched)
        raise ReadError(f"{phrase!r} is not in the text of {name!r}{near}")
    return Hits(tuple(_hits(location.places[:MOST], searched, name, about)), max(0, len(location.places) - MOST))


def _nearest(selector: Selector, searched: Searched) -> str:
    apart = parted(selector)
    if apart and locate(apart, searched, most=1).places:
        return f": {ELLIPSIS} {quoted(apart.quote)}"
    guess = look_up([selector], [None], searched.normal.raw)[0].guess
    if not guess:
        return ""
    line = LineIndex(searched.normal.raw).position(guess.start).line
    return f"; the nearest, in line {line}, is {misquoted(selector, searched.normal.raw[guess.start : guess.end])}"


def _opened(link: str, searched: Searched) -> Location:
    found = find_first(read_directives(link), searched.normal.raw)
    return Location((searched.normal.from_raw(found),)) if found else Location()


def text_of(project: Project, name: str, maps: Iterable[ArgumentMap] = ()) -> str:
    """Return the text of a source of the project, or of some maps; the first map that has it there counts.

    Raises:
        UnknownNameError: There is no such source.
        ReadError: Its text is not at hand, or cannot be used.
    """
    own = {source.id: (m, source) for m in reversed(list(maps)) for source in m.sources}
    own |= {source.id: (ArgumentMap(), source) for source in project.records.values()}
    if name not in own:
        raise UnknownNameError("source", name, own)
    m, source = own[name]
    texts, found = project.texts([source], m)
    if found:
        raise ReadError(found[0].message)
    if name not in texts:
        raise ReadError(f"the text of {name!r} is not at hand: 'argmap source update {name} FILE' brings it in")
    return texts[name]


def _hits(spans: tuple[Span, ...], searched: Searched, name: str, about: str | None) -> Iterator[Hit]:
    lines = LineIndex(searched.normal.raw)
    for span in spans:
        raw = searched.normal.to_raw(span)
        page = searched.page(raw.start)
        selector = describe(raw, searched)
        locator = f"p. {page}" if page else None
        written = short(name, selector, locator, about) if selector else None
        line = lines.position(raw.start).line
        yield Hit(line, page, _shown(span, searched), written)


def _shown(span: Span, searched: Searched) -> str:
    """Return a passage between its surroundings, with the signs of the text, on one line."""
    normal = searched.normal
    start, end = max(0, span.start - _AROUND), min(len(normal.text), span.end + _AROUND)
    head, tail = "…" if start else "", "…" if end < len(normal.text) else ""
    around, found = normal.to_raw(Span(start, end)), normal.to_raw(span)
    cuts = ((around.start, found.start), (found.start, found.end), (found.end, around.end))
    before, passage, after = (_SPACE.sub(" ", normal.raw[first:last]) for first, last in cuts)
    if len(passage) > 3 * _AROUND:
        passage = f"{passage[:_AROUND]} … {passage[-_AROUND:]}"
    return f"{head}{before}[{passage}]{after}{tail}"
