"""REFI-QDA: coded interviews and documents, as programs for qualitative analysis exchange them (``.qdpx``, ``.qde``).

A coded quotation is a statement and its place in the source the passage; its codes are tags, and the categories that
codes stand in sections. Links between quotations whose names say so, such as ``supports``, are relations. Format:
REFI-QDA project exchange 1.5 (Rotterdam Exchange Format Initiative; schema Project.xsd of 18 March 2019).
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell an archive by the project in it, and a project by its namespace."""
    start = data[:4096]
    if b"QDA-XML:project" in start:
        return Sign.SURE
    is_archive = data[:2] == b"PK" and b".qde" in data
    return Sign.SURE if is_archive else Sign.POSSIBLE if data[:2] == b"PK" or b"<Project" in start else Sign.NONE


def read(data: bytes, file: str) -> ArgumentMap:
    """Read a project as a map; raises `ConvertError` where it is none."""
    from argmap.formats.annotated.qdpx.reading import read as read_map

    return read_map(data, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as a project with the texts of its sources."""
    from argmap.formats.annotated.qdpx.writing import write as write_map

    return write_map(m)


FORMAT = Format(
    title="REFI-QDA",
    suffixes=(".qdpx", ".qde"),
    read_bytes=read,
    sniff=sniff,
    write=write,
    keeps=frozenset(
        {
            *("supports", "attacks", "contradictions", "undercuts", "undercut undercuts", "contradiction undercuts"),
            *("titles", "descriptions", "kinds", "notes", "tags", "groups", "passages", "citations", "stances"),
        }
    ),
    needs_texts=True,
    known_by="a project.qde",
)
