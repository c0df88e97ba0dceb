"""The pictures of a report: of the whole map, or of each of its sections where that would be too small to read."""

from __future__ import annotations

from argmap.analysis import Analysis
from argmap.errors import ArgmapError
from argmap.model.document import ArgumentMap
from argmap.renderers import DrawingOptions, Theme, View
from argmap.wording import counted
from argmap.workflows.pictures import renderer
from argmap.workflows.reporting.report import Block, Paragraph, Picture, Section

_WHOLE = 40
"""Cards of a map that is drawn whole."""
_MOST_CARDS = 150
"""Cards of one picture."""
_MOST = 24
"""Pictures of a report."""

Shown = tuple[Section, tuple[str, ...]]
"""A section, and what to know of its pictures, a sentence each."""


def pictures(analysis: Analysis, kind: str, stem: str) -> Shown:
    """Draw the map without its findings, which the report tells in words; what cannot be drawn is said in its place.

    Args:
        analysis: The map.
        kind: Name of a renderer: ``svg`` or ``png``.
        stem: What the names of the files begin with.
    """
    blocks: list[Block] = []
    warnings: list[str] = []
    theme = Theme.AUTO if kind == "svg" else Theme.LIGHT
    for number, (caption, group, cards) in enumerate(_parts(analysis.map), start=1):
        if cards > _MOST_CARDS or number > _MOST:
            warnings.append(
                f"{caption} ({counted(cards, 'statement')}) is not drawn: argmap render has pictures of parts"
            )
            blocks.append(Paragraph(f"{caption}: {counted(cards, 'statement')}, too many for a picture here."))
            continue
        options = DrawingOptions(groups=(group,) if group else (), theme=theme)
        try:
            drawn = renderer(kind).render(View(analysis, (), options))
        except ArgmapError as error:
            return Section("Picture", (Paragraph(f"The map could not be drawn: {error}."),)), (str(error),)
        warnings += drawn.warnings
        told = f"{caption}: {counted(cards, 'statement')} as cards, joined by arrows; all of it is told in words below."
        blocks.append(Picture(caption, told, f"{stem}-{number}.{kind}", drawn.data))
    return Section("Pictures" if len(blocks) > 1 else "Picture", tuple(blocks)), tuple(dict.fromkeys(warnings))


def _parts(m: ArgumentMap) -> list[tuple[str, str | None, int]]:
    """Return what is drawn in a picture each: a caption, the id of a section or None for all, the number of cards."""
    tops = [group for group in m.groups if group.parent is None]
    if len(m) <= _WHOLE or not tops:
        return [("The whole map", None, len(m))]
    top_of = _tops(m)
    counts = dict.fromkeys((group.id for group in tops), 0)
    for statement in m:
        top_id = top_of.get(statement.group or "")
        if top_id in counts:
            counts[top_id] += 1
    return [(f"Section “{m.headings[group.id]}”", group.id, counts[group.id]) for group in tops if counts[group.id]]


def _tops(m: ArgumentMap) -> dict[str, str]:
    """Return the outermost section that each section stands in, by its id; itself for one in a circle."""
    parents = {group.id: group.parent for group in m.groups}
    tops: dict[str, str] = {}
    for group in m.groups:
        above = dict.fromkeys([group.id])
        at = group.id
        while (parent := parents.get(at)) and parent in parents and parent not in above and at not in tops:
            above[parent] = None
            at = parent
        tops |= dict.fromkeys(above, tops.get(at, at))
    return tops
