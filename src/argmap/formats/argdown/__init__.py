"""Argdown: the language most argument maps are written in, read whole and written back.

It is read as its reference implementation, npm ``@argdown/core``, reads it; what that rejects is a finding, and so is
what has no place in a map.
"""

from __future__ import annotations

from argmap.formats import Advice, Changes, Format, Writing
from argmap.model.document import ArgumentMap
from argmap.text import Edit


def read(text: str, file: str) -> ArgumentMap:
    """Read a map from Argdown; never raises, whatever is in it."""
    from argmap.formats.argdown.reading import document as reading

    return reading.read(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as Argdown; what Argdown has no words for is a finding."""
    from argmap.formats.argdown.writing import document as writing

    return writing.write(m)


def lay_out(text: str) -> str | None:
    """Put a file into the layout; see `argmap.formats.argdown.layout.arrangement.lay_out`."""
    from argmap.formats.argdown.layout import arrangement as layout

    return layout.lay_out(text)


def cite(citation: str) -> str:
    """Write the short form of a citation in braces, as it stands after a statement."""
    from argmap.formats.argdown.writing.braces import flow

    return flow({"cite": citation})


def edits(m: ArgumentMap, changes: Changes) -> list[Edit]:
    """Put new selectors in place of old ones; see `argmap.formats.argdown.recite`."""
    from argmap.formats.argdown.recite import recited

    return recited(m, changes)


FORMAT = Format(
    title="Argdown",
    suffixes=(".argdown", ".ad"),
    read=read,
    write=write,
    lay_out=lay_out,
    cite=cite,
    edits=edits,
    fences=("argdown", "argdown-map"),
    advice=Advice(
        cite="add {cite: …} after it",
        same="'cite: same' in its braces",
        reason="below it with '+'",
        use="write it with '+' or '-' below what it supports or attacks",
        call_it_claim="tag it #claim",
        passage="{from: …}",
        elsewhere="{from: SOURCE …}",
        implicit="mark it {implicit: true}",
        source="under 'sources:' in the front matter",
        fair="write `{cite: {source: …, quote: …, fair: true}}`",
        outweigh="in braces after it, as {outweighed-by: …}",
        why="beside it, as {why: …}",
        object="with '-' below the statement",
        write_out="name one that is there by its title or id",
        group="name a heading of the file, or give it a title under 'groups:' in the front matter",
        by_title=True,
        weight="write {weight: 0.7} after it",
        standard="{standard: …}",
    ),
    keeps_look=True,
)
