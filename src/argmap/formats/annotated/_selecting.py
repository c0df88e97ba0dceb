"""Passages as the selectors of annotations, and the addresses of their sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from argmap.evidence.passages.fragments import Directive, write_fragment
from argmap.formats._positions import passages_found
from argmap.formats.annotated import _own as own
from argmap.formats.annotated._annotations import Target
from argmap.formats.annotated._meaning import LOCATOR, NTH, SELECTOR, place_of
from argmap.model.citations import Cited, Selector
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.text import Span

_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"
_PAGES = "http://tools.ietf.org/rfc/rfc3778"
_AROUND = 32  # characters before and after a passage


@frozen
class Selecting:
    """Writes the places of a map.

    Attributes:
        addresses: Of the sources by their ids.
        texts: Of those whose text is at hand.
        places: Where a selector leads in these texts.
    """

    addresses: Mapping[str, str]
    texts: Mapping[str, str]
    places: Mapping[tuple[str, Selector], Span]

    @classmethod
    def of(cls, m: ArgumentMap) -> Selecting:
        """Get ready to write the places of a map, which are looked up in the texts that go with it."""
        return cls({source.id: address_of(source) for source in m.sources}, m.texts, passages_found(m))

    def target(self, cited: Cited) -> str | dict[str, Any]:
        """Return a place as the target of an annotation: the address of all of a source, or a part of it."""
        address = self.address(cited.source)
        part = {"type": "SpecificResource", "source": address}
        selectors = self.selectors(cited.source, cited.selector) if cited.selector else []
        selectors += [_located(cited.locator)] if cited.locator else []
        if selectors:
            return {**part, "selector": selectors}
        return part if "#" in address else address

    def address(self, source: str) -> str:
        """Return what stands for a source."""
        return self.addresses.get(source) or own.name("source", source)

    def selectors(self, source: str, selector: Selector) -> list[dict[str, Any]]:
        """Return the selectors of the model for a passage."""
        directive = Directive(selector.start, selector.end, selector.before, selector.after)
        fragment: dict[str, Any] = {
            "type": "FragmentSelector",
            "conformsTo": _FRAGMENTS,
            "value": write_fragment(directive)[1:],
        }
        selectors: list[dict[str, Any]] = [fragment, *self._quoted(source, selector)]
        place = place_of(Target("urn:x", tuple(selectors)))
        if place is None or place.selectors != (selector,):
            fragment[SELECTOR] = selector.quote
            if selector.nth is not None:
                fragment[NTH] = selector.nth
        return selectors

    def _quoted(self, source: str, selector: Selector) -> Iterator[dict[str, Any]]:
        """Return the selectors that quote a passage, and say where it stands in a text that is at hand."""
        span = self.places.get((source, selector))
        if span is not None:
            text = self.texts[source]
            before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
            exact = {"type": "TextQuoteSelector", "exact": text[span.start : span.end]}
            yield {**exact, "prefix": before, "suffix": after}
            yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        elif selector.end is None:
            context = {"prefix": selector.before, "suffix": selector.after}
            exact = {"type": "TextQuoteSelector", "exact": selector.start}
            yield {**exact, **{name: value for name, value in context.items() if value}}


def _located(locator: str) -> dict[str, Any]:
    """Return the selector of a page, or of another place that a printed reference names."""
    number = locator.removeprefix("p. ")
    if locator == f"p. {number}" and number.isdecimal():
        return {"type": "FragmentSelector", "conformsTo": _PAGES, "value": f"page={number}"}
    return {"type": LOCATOR, "value": locator}


def address_of(source: Source) -> str:
    """Return what stands for a source: its address, that of its DOI, or of an archived copy; empty where it has none.

    Example:
        >>> address_of(Source("a", doi="10.1/x", archived="https://example.org/old"))
        'https://doi.org/10.1/x'
    """
    return source.url or source.doi_address or source.archived or ""
