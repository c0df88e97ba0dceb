"""The pictures of a report: of the whole map, or where that would be too small to read, from afar and by sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from argmap.analysis import Analysis
from argmap.errors import ArgmapError
from argmap.model.document import ArgumentMap
from argmap.model.parts import top_sections
from argmap.renderers import DrawingOptions, Theme, View
from argmap.wording import counted, joined
from argmap.workflows.pictures import renderer
from argmap.workflows.reporting.report import Block, Paragraph, Picture, Section

_WHOLE, _WHOLE_WITHOUT_SECTIONS = 20, 40
"""Cards of a map that is drawn whole, where it has sections and where it has none."""
_MOST_CARDS = 150
"""Cards of one picture."""
_MOST = 24
"""Pictures of a report."""
_LONGEST_FLOWCHART = 15_000
"""Bytes of a flowchart that leave room for the rest of a report."""

Shown = tuple[Section, tuple[str, ...]]
"""A section, and what to know of its pictures, a sentence each."""


@frozen
class _Part:
    """What is drawn in one picture.

    Attributes:
        caption: What it shows.
        cards: How many statements that are, those that an overview counts not included.
        options: What is to be drawn.
    """

    caption: str
    cards: int
    options: DrawingOptions


def pictures(analysis: Analysis, kind: str, stem: str) -> Shown:
    """Draw the map without its findings, which the report tells in words; what cannot be drawn is said in its place.

    Args:
        analysis: The map.
        kind: Name of a renderer: ``svg``, ``png``, or ``mmd`` for one flowchart.
        stem: What the names of the files begin with.
    """
    parts = list(_parts(analysis.map, Theme.AUTO if kind == "svg" else Theme.LIGHT))
    if kind == "mmd":
        return _flowchart(analysis, parts[0]), ()
    shown = [part for part in parts if part.cards <= _MOST_CARDS][:_MOST]
    blocks: list[Block] = []
    warnings: list[str] = []
    for number, part in enumerate(shown, start=1):
        try:
            drawn = renderer(kind).render(View(analysis, (), part.options))
        except ArgmapError as error:
            return Section("Picture", (Paragraph(f"The map could not be drawn: {error}."),)), (str(error),)
        warnings += drawn.warnings
        told = f"{part.caption}, as cards joined by arrows; all of it is told in words below."
        blocks.append(Picture(part.caption, told, f"{stem}-{number}.{kind}", drawn.data))
    left = [part.caption for part in parts if part not in shown]
    if left:
        which = f"{joined(left)} {'is' if len(left) == 1 else 'are'} not drawn here"
        warnings.append(f"{which}: 'argmap render --group' draws a section")
        blocks.append(Paragraph(f"{which}."))
    return Section("Pictures" if len(shown) > 1 else "Picture", tuple(blocks)), tuple(dict.fromkeys(warnings))


def _flowchart(analysis: Analysis, part: _Part) -> Section:
    """Draw the first picture as a flowchart in text, unless that is long; what it has no room for is told in words."""
    drawn = renderer("mmd").render(View(analysis, (), part.options))
    if len(drawn.data) > _LONGEST_FLOWCHART:
        return Section("Picture", (Paragraph(f"{part.caption} is too large for a flowchart here."),))
    caption = f"{part.caption}, as a flowchart: sources and findings are told in words below"
    return Section("Picture", (Picture(caption, caption, "map.mmd", drawn.data),))


def _parts(m: ArgumentMap, theme: Theme) -> Iterator[_Part]:
    """Return what is drawn in a picture each: a small map whole, another from afar and then section by section."""
    counts = Counter(top for top in top_sections(m).values() if top is not None)
    if len(m) <= (_WHOLE if counts else _WHOLE_WITHOUT_SECTIONS):
        yield _Part(f"The whole map ({counted(len(m), 'statement')})", len(m), DrawingOptions(theme=theme))
        return
    yield _Part("Overview", 0, DrawingOptions(theme=theme, overview=True))
    for group, cards in ((group.id, counts[group.id]) for group in m.groups if counts[group.id]):
        caption = f"Section “{m.headings[group]}” ({counted(cards, 'statement')})"
        yield _Part(caption, cards, DrawingOptions(theme=theme, groups=(group,), legend=False, heading=False))
