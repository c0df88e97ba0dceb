"""INCEpTION: annotated texts as UIMA CAS JSON, with span and relation layers of any names.

Annotations that a feature or the name of their layer calls claims, premises and the like become statements with their
passages; relations between annotations supports, attacks and contradictions. Everything else, such as sentences and
tokens, is kept for writing it again. Format: "JSON serialization of the Apache UIMA CAS", draft 0.4, whose offsets
count UTF-16.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.formats.annotated import LABELLED
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell a CAS by the name of its list of feature structures."""
    return Sign.SURE if b'"%FEATURE_STRUCTURES"' in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read a CAS as a map; raises `ConvertError` for what is none."""
    from argmap.formats.annotated.inception.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a CAS with the text of the analysed source and an annotation for each statement in it."""
    from argmap.formats.annotated.inception.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="INCEpTION",
    suffixes=(".cas.json", ".json"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=LABELLED,
    needs_texts=True,
    known_by='"%FEATURE_STRUCTURES"',
)
