"""Lines of the texts of sources, for messages."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from argmap.text import LineIndex, Span

_WORDS = 8


@define
class Lines:
    """The lines of the sources' texts, indexed when they are first asked for.

    Attributes:
        texts: The text of each source that is at hand, by id.
    """

    texts: Mapping[str, str]
    indexes: dict[str, LineIndex] = field(factory=dict)

    def of(self, source: str, span: Span) -> int:
        """Return the line of a source on which a span begins."""
        if source not in self.indexes:
            self.indexes[source] = LineIndex(self.texts[source])
        return self.indexes[source].position(span.start).line

    def excerpt(self, source: str, span: Span) -> str:
        """Return the first words of a span, in quotes."""
        words = self.texts[source][span.start : span.end].split()
        return repr(" ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else ""))
