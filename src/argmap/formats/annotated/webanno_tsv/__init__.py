"""WebAnno TSV: annotated texts as tables of tokens, in the versions 3.x that WebAnno and INCEpTION write.

Annotations that a feature or the name of their layer calls claims, premises and the like become statements with their
passages, relations between annotations supports, attacks and contradictions. Other layers, chains and slots are kept
for writing them again. Format: "WebAnno TSV 3.3 File format", in the user guide of INCEpTION; offsets count UTF-16.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.formats.annotated import LABELLED
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell a table by its first line."""
    return Sign.SURE if data.removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT=WebAnno TSV 3") else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read a table of tokens as a map; raises `ConvertError` for what is none."""
    from argmap.formats.annotated.webanno_tsv.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a table of the tokens of the analysed source, with an annotation for each statement in it."""
    from argmap.formats.annotated.webanno_tsv.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="WebAnno TSV",
    suffixes=(".webanno.tsv", ".tsv"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=LABELLED,
    needs_texts=True,
    known_by="#FORMAT=WebAnno TSV 3",
)
