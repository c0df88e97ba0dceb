"""Label Studio: tasks with labelled regions of texts and relations between them, in JSON.

Regions that are labelled as claims, premises and the like become statements with their passages, relations supports,
attacks and contradictions; each text is a source. Of several people's annotations of one text the first is read.
Whatever else a task holds is kept for writing it again. Format: "Label Studio JSON format of annotated tasks".
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.formats.annotated import LABELLED
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell tasks by what every annotation in them names."""
    if all(key in data for key in (b'"from_name"', b'"to_name"', b'"result"')):
        return Sign.SURE
    return Sign.LIKELY if b'"result"' in data and b'"data"' in data and b'"annotations"' in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read tasks as a map; raises `ConvertError` for what are none."""
    from argmap.formats.annotated.label_studio.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write the tasks that a map was read from, or one with the text of the analysed source."""
    from argmap.formats.annotated.label_studio.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="Label Studio",
    suffixes=(".ls.json", ".json"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=LABELLED,
    needs_texts=True,
    known_by='"from_name"',
)
