"""How much of a text is used: which of its sentences some spans touch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from attrs import frozen

from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.sentences import sentences
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


def covered(text: str, used: Iterable[Span], context: Iterable[Span] = ()) -> list[Sentence]:
    """Tell for each sentence of a text whether it is used.

    Args:
        text: The text.
        used: The places that passages and citations stand for.
        context: Those that citations only give as context.

    Example:
        >>> [sentence.use for sentence in covered("It rained. So what? It was dry.", [Span(3, 5)], [Span(20, 31)])]
        ['used', 'unused', 'context']
    """
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
