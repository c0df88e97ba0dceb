"""Sources that a file names by their addresses, and passages that it quotes from them."""

from __future__ import annotations

from attrs import define, field

from argmap.model.citations import Selector
from argmap.model.sources import Source
from argmap.native.ids import Names, slug

_LONGEST = 8
_ENDS = 4
_QUOTES = "\"'“”„‟«»‘’"


@define
class Addresses:
    """The sources found so far, one for each address.

    Attributes:
        sources: By address.
    """

    sources: dict[str, Source] = field(factory=dict)
    _names: Names = field(factory=Names)

    def source(self, address: str) -> str:
        """Return the id of the source with an address, which may also be a file or a title.

        Example:
            >>> Addresses().source("https://example.org/flour.html")
            'example-org-flour-html'
        """
        known = self.sources.get(address)
        if known is None:
            name = self._names.make(slug(address.partition("://")[2] or address), "-")
            is_address = "://" in address
            known = Source(name, url=address) if is_address else Source(name, title=address)
            self.sources[address] = known
        return known.id


def address(source: Source | None, name: str) -> str:
    """Return what a source is named by in a file that has room for one line: its address, else its title or id."""
    found = (source.url or source.doi_address or source.title) if source else None
    return " ".join((found or name).split()) or name


def selector(quote: str) -> Selector | None:
    """Return the selector of a quotation: of a long one only the first and the last words are kept.

    Example:
        >>> selector('"For ninety years the mill ground all the flour of the town."').quote
        'For ninety years the … flour of the town.'
    """
    words = quote.strip().strip(_QUOTES).split()
    phrases = Selector(" ".join(words)).phrases if words else ()
    if any(len(phrase.split()) > _LONGEST for phrase in phrases):
        return Selector(f"{' '.join(words[:_ENDS])} … {' '.join(words[-_ENDS:])}")
    return Selector(" ".join(words)) if words else None
