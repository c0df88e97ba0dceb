"""How much of a source a project's maps use: by sentence and by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from attrs import frozen

from argmap.analysis import Analysis
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.sentences import sentences
from argmap.model.citations import Stance
from argmap.text import LineIndex, Span


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
