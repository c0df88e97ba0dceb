"""Hypothesis: annotations on web pages, as its API gives them (``/api/search``) or its client exports them.

An annotation is a statement and what it is about its passage; a tag that is the name of a kind gives the kind, and the
tag ``cite`` makes the passage evidence. Replies, authors, dates and groups have no place in a map; they are kept for
writing annotations again.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell an answer or an export: its annotations have a 'uri', and most name hypothes.is."""
    from argmap.formats.annotated.hypothesis.rows import is_csv

    if (b'"export_userid"' in data and b'"annotations"' in data) or is_csv(data[:200].decode("utf-8", "replace")):
        return Sign.SURE
    if b'"uri"' not in data:
        return Sign.NONE
    if b"hypothes.is" in data or b'"urn:argmap:' in data:
        return Sign.SURE
    keys = (b'"rows"', b'"annotations"', b'"target"', b'"tags"')
    return Sign.LIKELY if any(key in data for key in keys) else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; its text positions are of the rendered page, and are not used.

    Raises:
        ConvertError: The text is neither an answer of the Hypothesis API nor an export of its client.
    """
    from argmap.formats.annotated.hypothesis.meaning import read as read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write annotations as the client imports them, or as the file has them that the map was read from."""
    from argmap.formats.annotated.hypothesis.meaning import write as write_map

    return write_map(m)


FORMAT = Format(
    title="Hypothesis",
    suffixes=(".hypothesis.json", ".json", ".csv"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset({"kinds", "tags", "passages", "citations", "stances", "places"}),
    needs_texts=True,
)
