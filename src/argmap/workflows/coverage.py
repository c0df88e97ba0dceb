"""How much of a source a project's maps use: by sentence and by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from attrs import frozen

from argmap.analysis import Analysis
from argmap.evidence.text.normalise import normal_text
from argmap.model.citations import Stance
from argmap.text import LineIndex, Span

_PARAGRAPH = re.compile(r"[^\n\f]+(?:\n(?![^\S\n]*\n)[^\n\f]+)*")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st vs etc e.g i.e cf no vol fig figs p pp ch sec ed eds al approx dept gen col lt sgt rev hon "
    "jr sr inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n".split()
)
_LONGEST_WORD = 80  # characters; no abbreviation has as many
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9\u00c0-\U0010ffff])|[。！？]+[」』”’]*")


@frozen
class Sentence:
    """A sentence of a source.

    Attributes:
        span: In the source's text.
        line: Counted from 1.
        paragraph: Counted from 1.
        text: On one line.
        use: ``used`` by a passage or citation, ``context`` where citations only give context, ``unused``.
    """

    span: Span
    line: int
    paragraph: int
    text: str
    use: str


def coverage(name: str, text: str, maps: Iterable[Analysis]) -> list[Sentence]:
    """Tell for each sentence of a source whether some map uses it.

    Args:
        name: Id of the source.
        text: Its text.
        maps: The maps; those in which another source has this id do not count.
    """
    used: list[Span] = []
    context: list[Span] = []
    for analysis in maps:
        if analysis.texts.get(name) != text:
            continue
        for statement in analysis.map:
            for passage in statement.passages:
                if passage.source == name:
                    used += analysis.resolutions[name, passage.selector].places
            for citation in statement.citations:
                if citation.source == name:
                    places = analysis.resolutions[name, citation.selector].places
                    (context if citation.stance is Stance.CONTEXT else used).extend(places)
    lines = LineIndex(text)
    used_at, context_at = _Cover.of(used), _Cover.of(context)
    return [
        Sentence(
            span,
            lines.position(span.start).line,
            paragraph,
            normal_text(text[span.start : span.end]),
            "used" if used_at.touches(span) else "context" if context_at.touches(span) else "unused",
        )
        for paragraph, span in sentences(text)
    ]


def sentences(text: str) -> Iterator[tuple[int, Span]]:
    """Split a text into sentences, each with the number of its paragraph.

    A paragraph ends at a blank line; a text without blank lines has one paragraph a line.

    Example:
        >>> text = "Dr. Fox left at 4.30. It rained! So what?"
        >>> [text[span.start : span.end] for _, span in sentences(text)]
        ['Dr. Fox left at 4.30.', 'It rained!', 'So what?']
    """
    pattern = _PARAGRAPH if re.search(r"\n[^\S\n]*\n", text) else re.compile(r"[^\n\f]+")
    for number, paragraph in enumerate((p for p in pattern.finditer(text) if p[0].strip()), 1):
        start = paragraph.start()
        for mark in _END.finditer(text, start, paragraph.end()):
            before = text[max(start, mark.start() - _LONGEST_WORD) : mark.start()].rsplit(None, 1)
            last = before[-1].strip("(\"'“‘[").lower() if before else ""
            if mark[0] == "." and (last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())):
                continue
            yield number, _stripped(text, start, mark.end())
            start = mark.end()
        rest = _stripped(text, start, paragraph.end())
        if rest.start < rest.end:
            yield number, rest


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


@frozen
class _Cover:
    """Spans joined where they touch, to look up what they touch."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> _Cover:
        starts: list[int] = []
        ends: list[int] = []
        for span in sorted(spans, key=lambda s: s.start):
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)
        return cls(tuple(starts), tuple(ends))

    def touches(self, span: Span) -> bool:
        before = bisect_left(self.starts, span.end)
        return before > 0 and self.ends[before - 1] > span.start
