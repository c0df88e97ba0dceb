"""Zotero: highlights and remarks on PDFs, as its API gives them or Better BibTeX exports them as JSON.

An annotation is a statement and the words that it marks its passage; the item that it belongs to is the source, with
its title, authors, date, address and DOI. A tag that is the name of a kind gives the kind, and the tag ``cite`` makes
the passage evidence. Quotations in notes are read too.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell items of Zotero, which have an 'itemType', and annotations among them."""
    if b'"itemType"' not in data:
        return Sign.NONE
    marks = (b'"annotationType"', b'"annotationText"', b'"annotationComment"', b"data-annotation=")
    return Sign.SURE if any(mark in data for mark in marks) else Sign.POSSIBLE


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; raises `ConvertError` where there are no items of Zotero."""
    from argmap.formats.annotated.zotero.meaning import read as read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write annotations as items of the API, or as the file has them that the map was read from."""
    from argmap.formats.annotated.zotero.meaning import write as write_map

    return write_map(m)


FORMAT = Format(
    title="Zotero",
    suffixes=(".zotero.json", ".json"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset({"kinds", "tags", "passages", "citations", "stances", "places"}),
    needs_texts=True,
)
