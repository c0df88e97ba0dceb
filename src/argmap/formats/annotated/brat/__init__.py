"""brat: annotations of a text in a file of their own, beside it (``.ann`` and ``.txt``).

Stretches of text that are labelled as claims, premises and the like become statements with their passages, lines
between them supports, attacks and contradictions; the attribute ``Stance`` of a claim becomes what it says, its support
of the major claims or its attack on them. What else the file holds is kept for writing it again. Format: brat 1.3,
"brat standoff format" (brat.nlplab.org/standoff.html); labels as in AbstRCT and the Argument Annotated Essays.
"""

from __future__ import annotations

import re

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap

_LINE = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:T[0-9]++\S*+[ \t]++\S++[ \t]++[0-9]++ [0-9]|[REAMN][0-9]++\t|\*\t|#[0-9]*+\t)", re.MULTILINE
)


def sniff(data: bytes) -> Sign:
    """Tell annotations by their first line; a file without any may be one whose text nobody has annotated yet."""
    if _LINE.match(data.lstrip()[:2000]):
        return Sign.SURE
    return Sign.NONE if data.strip() else Sign.POSSIBLE


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations, and the text beside them, as a map."""
    from argmap.formats.annotated.brat.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write the annotations of the text of the analysed source, and the text."""
    from argmap.formats.annotated.brat.writing import write_map

    return write_map(m)


KEEPS = frozenset(
    ("supports", "attacks", "contradictions", "forces", "kinds", "tags", "notes", "relation notes", "passages")
) | {"about", "sources"}
FORMAT = Format(
    title="brat",
    suffixes=(".ann",),
    read=read,
    sniff=sniff,
    write=write,
    keeps=KEEPS,
    needs_texts=True,
    known_by="lines such as T1⇥Claim 0 20⇥words",
)
