"""OPML outlines, as outliners such as OmniOutliner, Workflowy and Dynalist write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats import Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell an outline, which may be one of an argument; those that list feeds are none.

    Example:
        >>> sniff(b"<opml version='2.0'><body><outline text='Rain'/></body></opml>"), sniff(b"<svg/>")
        (<Sign.POSSIBLE: 1>, <Sign.NONE: 0>)
    """
    return Sign.POSSIBLE if b"<opml" in data[:2_000].replace(b"\0", b"") else Sign.NONE


def read(data: bytes, file: str) -> ArgumentMap:
    """Read a map from an outline; raises `ConvertError` where it is no XML, or no OPML.

    What stands inside an outline is a reason for it, or an objection where it begins with ``Con:``; notes are remarks.

    Example:
        >>> m = read(b"<opml><body><outline text='A'><outline text='Con: B'/></outline></body></opml>", "")
        >>> [(r.kind.value, r.premises, r.target) for r in m.relations]
        [('attack', ('b',), 'a')]
    """
    from argmap.formats.outlines.opml.reading import read_map

    return read_map(data, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as an outline."""
    from argmap.formats.outlines.opml.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="OPML outline",
    suffixes=(".opml",),
    read_bytes=read,
    sniff=sniff,
    write=write,
    keeps=frozenset({"titles", "notes", "supports", "attacks"}),
    known_by='"<opml"',
)
