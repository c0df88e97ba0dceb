"""Links that open a source's page at the passage (text fragments of the WICG)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.analysis import Analysis
from argmap.evidence.passages.fragments import Directive, write_directives, write_fragment


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
    """Return a link for each passage and citation whose source has an address; one for a place that is both.

    Where the source's text is at hand, the link is in its own characters, as a browser folds no quotation marks.
    """
    for statement, place, resolution in analysis.anchored_once:
        source, selector = analysis.sources.get(place.source), place.selector
        if source is None or not source.url or selector is None:
            continue
        if place.source in analysis.texts and len(resolution.places) == 1:
            directives = write_directives(analysis.texts[place.source], resolution.places[0])
        else:
            directives = (Directive(selector.start, selector.end, selector.before, selector.after),)
        address = source.url.partition("#")[0] + write_fragment(*directives)
        yield Link(statement.id, place.source, selector.quote, address)
