"""The rows of a table for a text and for spans of it: tokens, and parts of tokens where spans begin or end in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from attrs import define, field

from argmap.formats.annotated.webanno_tsv.syntax import Row
from argmap.text import OffsetMap, Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"\S[^\n]*")


def tokenised(text: str, units: OffsetMap) -> tuple[list[Row], list[tuple[str, str | None]]]:
    r"""Return the rows and the sentences of a text: a sentence for each line, a token for each word and mark.

    Example:
        >>> rows, sentences = tokenised("So dry.\n\nRain?", OffsetMap())
        >>> [(row.id, row.span.start) for row in rows], sentences
        ([('1-1', 0), ('1-2', 3), ('1-3', 6), ('2-1', 9), ('2-2', 13)], [('So dry.', None), ('Rain?', None)])
    """
    rows: list[Row] = []
    sentences: list[tuple[str, str | None]] = []
    for number, line in enumerate(_SENTENCE.finditer(text), 1):
        tokens = list(_TOKEN.finditer(text, *line.span()))
        sentences.append((line[0], None))
        rows += [Row(f"{number}-{i}", units.forth(Span(*token.span()))) for i, token in enumerate(tokens, 1)]
    return rows, sentences


@define
class Rows:
    """Rows, to which parts of tokens are added as they are needed.

    Attributes:
        tokens: The tokens, in order.
        parts: The parts of each token, by its id.
        starts: Where the tokens begin.
        ends: Where they end.
    """

    tokens: list[Row]
    parts: dict[str, list[Row]] = field(factory=dict)
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.starts = [row.span.start for row in self.tokens]
        self.ends = [row.span.end for row in self.tokens]

    @classmethod
    def of(cls, rows: list[Row]) -> Rows:
        """Sort rows into tokens and parts of them."""
        found = cls([row for row in rows if not row.is_part])
        for row in rows:
            if row.is_part:
                found.parts.setdefault(row.id.partition(".")[0], []).append(row)
        return found

    def all(self) -> list[Row]:
        """Return all rows, each token before its parts."""
        return [row for token in self.tokens for row in (token, *self.parts.get(token.id, ()))]

    def covering(self, span: Span) -> list[str]:
        """Return the ids of the rows that a span covers; none where it has no token."""
        touched = self.tokens[bisect_right(self.ends, span.start) : bisect_left(self.starts, span.end)]
        inside = (Span(max(row.span.start, span.start), min(row.span.end, span.end)) for row in touched)
        return [self._row(row, part) for row, part in zip(touched, inside, strict=True)]

    def _row(self, token: Row, span: Span) -> str:
        if span == token.span:
            return token.id
        parts = self.parts.setdefault(token.id, [])
        known = next((part for part in parts if part.span == span), None)
        if known is None:
            known = Row(f"{token.id}.{len(parts) + 1}", span)
            parts.append(known)
        return known.id
