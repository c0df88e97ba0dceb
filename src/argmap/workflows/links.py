"""Links that open a source's page at the passage (text fragments of the WICG)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.analysis import Analysis
from argmap.evidence.passages.fragments import address


@frozen
class Link:
    """A passage or citation, and the address that opens its source there.

    Attributes:
        statement: Id of the statement.
        source: Id of the source.
        quote: The phrases as they are written in the map.
        url: The address.
    """

    statement: str
    source: str
    quote: str
    url: str


def links(analysis: Analysis) -> Iterator[Link]:
    """Return a link for each passage and citation whose source has an address; one for a place that is both."""
    for statement, place, resolution in analysis.anchored_once:
        source, selector = analysis.sources.get(place.source), place.selector
        if source is None or not source.url or selector is None:
            continue
        text = analysis.texts.get(place.source)
        opened = address(source.url, selector, text, resolution.places)
        yield Link(statement.id, place.source, selector.quote, opened)
