"""Web Annotation: the statements of a map as annotations of their passages (W3C Recommendation, 2017).

A statement is a textual body, its kind *classifies* and its tags *tag*. An annotation that *identifies* says where the
analysed text puts it forward, one that *assesses* what is cited as evidence, and one that *links* what statements do to
each other. The annotations of other programs become statements too; what a map has no place for, such as who wrote
them, is kept for writing annotations again.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell annotations by their context, which they must name."""
    return Sign.SURE if b"www.w3.org/ns/anno.jsonld" in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; raises `ConvertError` for what holds none."""
    from argmap.formats.annotated.web_annotation.reading import read as read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a page of annotations, or whatever file of them the map was read from."""
    from argmap.formats.annotated.web_annotation.writing import write as write_map

    return write_map(m)


FORMAT = Format(
    title="W3C Web Annotation",
    suffixes=(".jsonld", ".json"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset(
        {
            *("supports", "attacks", "contradictions", "linkage", "schemes", "relation notes"),
            *("undercuts", "undercut undercuts", "contradiction undercuts", "citation undercuts"),
            *("titles", "kinds", "notes", "tags", "passages", "citations", "stances", "places"),
        }
    ),
    needs_texts=True,
)
