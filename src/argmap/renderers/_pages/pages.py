"""A view as pages: each a graph in DOT in which everything has its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.renderers import View
from argmap.renderers._diagram.diagram import Diagram, picture
from argmap.renderers._diagram.markup import clean, font, table
from argmap.renderers._diagram.palette import palette
from argmap.renderers._diagram.sheet import placed, size
from argmap.renderers._diagram.wrap import clip, measure
from argmap.renderers._pages.division import Division
from argmap.renderers._pages.layout import Layout, Part, opened, sizes_of
from argmap.renderers._pages.paper import Fit, Paper, fits, fitted, papers, squeezed
from argmap.renderers._pages.portions import DRAFT, Portion, in_components, in_sections, sectioned
from argmap.renderers._parts import MOST_PARTS, Links
from argmap.renderers._selection import Selection, select

_SMALLEST_CARD = 12_000  # square points
_FOOT, _TEXT, _FEWEST, _FEW_PAGES, _SMALL_MAP = 9, 10, 6, 3, 40


@frozen
class PageDrawing:
    """A page before it is drawn.

    Attributes:
        made: The picture on it; its source is in DOT, and everything in it has its place.
        paper: The sheet of paper.
        scale: How large the picture is drawn.
    """

    made: Diagram
    paper: Paper
    scale: float


@frozen
class Pages:
    """Pages before they are drawn.

    Attributes:
        pages: In order.
        warnings: What the caller should know.
        afar: How many of them, the first ones, show the map from afar.
    """

    pages: tuple[PageDrawing, ...]
    warnings: tuple[str, ...]
    afar: int


def on_pages(view: View, format_: str) -> Pages:
    """Divide a view among pages: one if it fits, else first the map from afar, and then its parts.

    Args:
        view: The view.
        format_: What the pages will be drawn as: ``svg``, ``png`` or ``pdf``.

    Raises:
        RenderError: Graphviz is missing, or fails.
        UnknownNameError: The options name a statement or a group that is not there.
    """
    selection, layout = select(view.analysis.map, view.options), Layout(view, format_)
    sheets = papers(view.options.page)
    alone = [pages for paper in sheets if (pages := _alone(selection, paper, layout))]
    if alone:
        return max(alone, key=lambda each: each.pages[0].scale)
    return _divided(selection, sheets, layout)


def _alone(selection: Selection, paper: Paper, layout: Layout) -> Pages | None:
    """Return the one page that all fits on."""
    width, height = paper.room(paper.least)
    if len(selection.map) * _SMALLEST_CARD > width * height:
        return None
    parts = layout.parts(picture(layout.view, selection, width=paper.line))
    return _set(layout, paper, [], [parts]) if fits(paper, sizes_of(parts)) else None


def _divided(selection: Selection, sheets: Sequence[Paper], layout: Layout) -> Pages:
    """Return the pages of a picture that does not fit on one."""
    links = Links.of(selection.map)
    if selection.below:
        return min((_all_afar(selection, links, paper, layout) for paper in sheets), key=lambda each: len(each.pages))
    paper, portions = _on_fewest(selection, links, sheets, layout)
    draft = sectioned(selection.map, links, portions, is_draft=True)
    numbers = {s.id: DRAFT for s in selection.map.statements}
    heading = layout.parts(picture(layout.view, evolve(selection, map=draft.map), numbers, paper.line))[0]
    afar, first = _afar(paper, layout, heading)
    numbers = {name: number for number, portion in enumerate(portions, len(first) + 1) for name in portion.statements}
    front = _drawn(afar, Links.of(afar.map), first, numbers, layout, heading)
    return _set(layout, paper, front, _drawn(selection, links, portions, numbers, layout))


def _all_afar(selection: Selection, links: Links, paper: Paper, layout: Layout) -> Pages:
    """Return the pages of a picture from afar that is all that is drawn."""
    heading = layout.parts(picture(layout.view, selection, {}, paper.line))[0]
    portions = _portions_afar(selection, paper, layout, heading)
    return _set(layout, paper, [], _drawn(selection, links, portions, {}, layout, heading))


def _on_fewest(
    selection: Selection, links: Links, sheets: Sequence[Paper], layout: Layout
) -> tuple[Paper, list[Portion]]:
    """Return the paper on which a map takes fewest pages, or on which more reasons stay; and what stands on these."""
    if len(sheets) > 1 and len(selection.map) > _SMALL_MAP:
        sections = in_sections(selection.map)
        sheets = [min(sheets, key=lambda paper: Division(selection, paper, layout).about(sections))]
    made = [(paper, _portions(selection, links, paper, layout)) for paper in sheets]
    return min(made, key=lambda each: _worth(selection.map, links, each[1]))


def _portions(selection: Selection, links: Links, paper: Paper, layout: Layout) -> list[Portion]:
    """Return what stands on each page: section by section, or of few pages what a recommendation rests on with it."""
    m, division = selection.map, Division(selection, paper, layout)
    sections = in_sections(m)
    portions = division.of(sections)
    if len(portions) > 2 * _FEW_PAGES or not _parted(m, links, portions):
        return portions
    whole = division.of([[name for section in sections for name in section]], keeps_reasons=True)
    is_better = len(whole) <= _FEW_PAGES and _parted(m, links, whole) < _parted(m, links, portions)
    return whole if is_better else portions


def _worth(m: ArgumentMap, links: Links, portions: Sequence[Portion]) -> tuple[bool, int, int]:
    return len(portions) > _FEW_PAGES, _parted(m, links, portions), len(portions)


def _parted(m: ArgumentMap, links: Links, portions: Sequence[Portion]) -> int:
    """Count the direct reasons for recommendations that are not on the same page."""
    homes = {name: number for number, portion in enumerate(portions) for name in portion.statements}
    wanted = (s.id for s in m.statements if s.kind is Kind.RECOMMENDATION)
    return sum(homes[name] != homes[reason] for name in wanted for reason in links.down(name))


def _afar(paper: Paper, layout: Layout, heading: Part) -> tuple[Selection, list[Portion]]:
    """Return the map from afar, with as many parts as leave each group of cards that hang together on a page."""
    options, most = evolve(layout.view.options, overview=True), MOST_PARTS
    while True:
        afar = select(layout.view.analysis.map, options, most)
        portions = _portions_afar(afar, paper, layout, heading)
        if most <= _FEWEST or len(portions) <= len(in_components(afar.map)):
            return afar, portions
        most //= 2


def _portions_afar(afar: Selection, paper: Paper, layout: Layout, heading: Part) -> list[Portion]:
    """Return what stands on each page of a map from afar, under its heading."""
    return Division(afar, paper, layout, size(heading.graph)).of(in_components(afar.map))


def _drawn(
    selection: Selection,
    links: Links,
    portions: Sequence[Portion],
    numbers: Mapping[str, int],
    layout: Layout,
    heading: Part | None = None,
) -> list[list[Part]]:
    """Return what is on each page, laid out."""
    drawn = sectioned(selection.map, links, portions, is_draft=False)
    pages: list[list[Part]] = [[] for _ in portions]
    if heading:
        pages[0].append(heading)
    for part in layout.parts(picture(layout.view, evolve(selection, map=drawn.map), numbers))[1:]:
        pages[drawn.homes[part.section or ""]].append(part)
    return pages


def _set(layout: Layout, paper: Paper, front: Sequence[Sequence[Part]], back: Sequence[Sequence[Part]]) -> Pages:
    """Set parts on pages: those from afar, and the others, in one size of text each."""
    pages = [*front, *back]
    made, warnings = [], layout.warnings | dict.fromkeys(pages[0][0].made.warnings)
    for number, (parts, fit) in enumerate(zip(pages, [*_fits(paper, front), *_fits(paper, back)], strict=True), 1):
        if fit.scale < paper.least:
            smaller = f"the text on page {number} is smaller than {paper.least * _TEXT:g} pt"
            warnings[f"{smaller}: a card with what bears on it is larger than a page"] = None
        foot = _foot(layout.view, paper, fit.scale, f"{number} / {len(pages)}")
        source = _source(parts, paper, fit, foot)
        made.append(PageDrawing(_said(parts, source), paper, fit.scale))
    return Pages(tuple(made), tuple(warnings), len(front))


def _fits(paper: Paper, pages: Sequence[Sequence[Part]]) -> list[Fit]:
    """Set pages at one scale, but for those that fit at none that can be read."""
    found = [(sizes, fits(paper, sizes)) for sizes in map(sizes_of, pages)]
    scale = min((fit.scale for _, fit in found if fit), default=paper.least)
    return [(fit and fitted(paper, sizes, scale)) or fit or squeezed(paper, sizes) for sizes, fit in found]


def _said(parts: Sequence[Part], source: str) -> Diagram:
    """Return the picture on a page, with what is said of all that may be on it."""
    cards = {card: told for part in parts for card, told in part.made.cards.items()}
    return evolve(parts[0].made, source=source, cards=cards, parts=())


def _source(parts: Sequence[Part], paper: Paper, fit: Fit, foot: str) -> str:
    """Return a page in DOT."""
    width, height = paper.width / fit.scale, paper.height / fit.scale
    left, top = paper.corner(fit.scale)
    inches = f"{paper.width / 72:.4f},{paper.height / 72:.4f}!"
    frame = f'\tgraph [pad=0 margin=0 size="{inches}"]\n'
    for name, place in (("low", "0,0"), ("high", f"{width:.2f},{height:.2f}")):
        frame += f'\t"corner-{name}" [label="" pos="{place}" shape=box style=invis width=0 height=0 fixedsize=true]\n'
    body = "".join(part.within for part in parts)
    corners = [(x + left, y + top) for x, y in fit.corners]
    source = f"{opened(parts[0].made.frame)}{frame}{foot}{body}}}\n"
    return placed(source, [part.graph for part in parts], corners, height)


def _foot(view: View, paper: Paper, scale: float, number: str) -> str:
    """Return the line at the foot of a page: the title of the map and the page's number."""
    colours = palette(view.options.theme)
    x, y = paper.foot(scale)
    width, points = round(paper.room(scale)[0]), _FOOT / scale
    title = clip(clean(view.analysis.map.title), width * 0.8, points)
    room = width - round(measure(title, points) + measure(number, points))
    ends = [font(words, points, colours["muted"]) for words in (title, number)]
    label = table(f'<TR><TD>{ends[0]}</TD><TD WIDTH="{room}"></TD><TD>{ends[1]}</TD></TR>')
    place = f'pos="{x:.2f},{paper.height / scale - y:.2f}"'
    return f"\tfoot [label=<{label}> {place} shape=plain style=solid]\n"
