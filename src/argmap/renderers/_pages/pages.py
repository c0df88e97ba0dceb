"""A view as pages: each a graph in DOT in which everything has its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from argmap.model.document import Group
from argmap.model.parts import top_sections
from argmap.renderers import View
from argmap.renderers._diagram.diagram import Diagram, picture
from argmap.renderers._diagram.markup import clean, font, table
from argmap.renderers._diagram.palette import palette
from argmap.renderers._diagram.sheet import placed, size
from argmap.renderers._diagram.wrap import clip, measure
from argmap.renderers._pages.blocks import DRAFT, Graph, Layout, blocks
from argmap.renderers._pages.paper import LEAST, Fit, Paper, fits, is_room, packed, papers, squeezed
from argmap.renderers._parts import MOST_PARTS, Links, spread
from argmap.renderers._selection import Selection, select

_SMALLEST_CARD = 12_000  # square points
_FOOT, _SMALLEST_TEXT, _FEWEST = 9, 7, 6


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
        cost: How many pages there are, and how many parts on them: the fewer, the better.
    """

    pages: tuple[PageDrawing, ...]
    warnings: tuple[str, ...]
    afar: int
    cost: int


@frozen
class _Part:
    """A block of a picture, or the heading over it, as Graphviz has laid it out."""

    within: str
    graph: Graph
    made: Diagram
    section: str | None = None


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
    alone = (_alone(selection, paper, layout) for paper in sheets)
    made = [pages for pages in alone if pages] or [_divided(selection, paper, layout) for paper in sheets]
    return min(made, key=lambda each: (each.cost, -min(page.scale for page in each.pages)))


def _alone(selection: Selection, paper: Paper, layout: Layout) -> Pages | None:
    """Return the one page that all fits on."""
    width, height = paper.room(LEAST)
    if len(selection.map) * _SMALLEST_CARD > width * height:
        return None
    parts = _parts(picture(layout.view, selection, width=paper.line), layout)
    return _set(layout, paper, [parts]) if fits(paper, _sizes(parts)) else None


def _divided(selection: Selection, paper: Paper, layout: Layout) -> Pages:
    """Return the pages of a picture that does not fit on one."""
    if selection.below:
        afar = blocks(_in_components(selection), paper, layout)
        parts = _parts(picture(layout.view, afar, {}, paper.line), layout)
        return _set(layout, paper, [[parts[place] for place in page] for page in packed(paper, _sizes(parts))])
    divided = blocks(selection, paper, layout)
    afar = _afar(paper, layout)

    def drawn(numbers: Mapping[str, int]) -> tuple[list[_Part], list[_Part]]:
        """Return what is on the first pages, and what is on the others."""
        heading, *parts = _parts(picture(layout.view, divided, numbers, paper.line), layout)
        return [heading, *_parts(picture(layout.view, afar, numbers), layout)[1:]], parts

    front, back = drawn({s.id: DRAFT for s in divided.map})
    tops, wholes = top_sections(divided.map), top_sections(selection.map)
    whole_of = {top: wholes[statement] for statement, top in tops.items()}
    first, rest = packed(paper, _sizes(front)), packed(paper, _sizes(back), [whole_of[part.section] for part in back])
    page_of = {back[place].section: number for number, page in enumerate(rest, len(first) + 1) for place in page}
    front, back = drawn({statement: page_of[top] for statement, top in tops.items()})
    pages = [*([front[place] for place in page] for page in first), *([back[place] for place in page] for page in rest)]
    return _set(layout, paper, pages, len(first))


def _afar(paper: Paper, layout: Layout) -> Selection:
    """Return the map from afar, with as many parts as leave each group of cards that hang together on a page."""
    options, most = evolve(layout.view.options, overview=True), MOST_PARTS
    while True:
        afar = blocks(_in_components(select(layout.view.analysis.map, options, most)), paper, layout)
        numbers = {s.id: DRAFT for s in layout.view.analysis.map}
        parts = _parts(picture(layout.view, afar, numbers), layout)[1:]
        if most <= _FEWEST or all(is_room(paper, [each]) for each in _sizes(parts)):
            return afar
        most //= 2


def _in_components(selection: Selection) -> Selection:
    """Return a selection of which what hangs together is a section without a title."""
    m = selection.map
    links = Links.of(m)
    above: dict[str, list[str]] = {}
    for head, tails in links.below.items():
        for tail in tails:
            above.setdefault(tail, []).append(head)

    def around(name: str) -> tuple[str, ...]:
        return (*links.near(name), *above.get(name, ()))

    component: dict[str, str] = {}
    for statement in m.statements:
        if statement.id not in component:
            component[statement.id] = statement.id
            spread(component, [statement.id], around, lambda _, name: component[name])
    groups = tuple(Group(name, "") for name in dict.fromkeys(component.values()))
    statements = tuple(evolve(s, group=component[s.id]) for s in m.statements)
    return evolve(selection, map=evolve(m, groups=groups, statements=statements))


def _parts(made: Diagram, layout: Layout) -> list[_Part]:
    """Return the heading of a picture and its blocks, laid out."""
    heading = f'\theading [id="heading" label={made.heading} shape=plain style=solid]\n'
    sources = [f"{opened(made.frame)}{heading}}}\n", *(block.source for block in made.blocks)]
    graphs = layout(sources)
    blocks = [_Part(b.within, graph, made, b.section) for b, graph in zip(made.blocks, graphs[1:], strict=True)]
    return [_Part(heading, graphs[0], made), *blocks]


def _sizes(parts: Sequence[_Part]) -> list[tuple[float, float]]:
    return [size(part.graph) for part in parts]


def _set(layout: Layout, paper: Paper, pages: Sequence[Sequence[_Part]], afar: int = 0) -> Pages:
    """Set parts on pages."""
    made, warnings = [], layout.warnings | dict.fromkeys(pages[0][0].made.warnings)
    for number, parts in enumerate(pages, 1):
        fit = fits(paper, _sizes(parts))
        if fit is None:
            fit = squeezed(paper, _sizes(parts))
            smaller = f"the text on page {number} is smaller than {_SMALLEST_TEXT} pt"
            warnings[f"{smaller}: more bears on one card than fits on a page"] = None
        foot = _foot(layout.view, paper, fit.scale, f"{number} / {len(pages)}")
        source = _source(parts, paper, fit, foot)
        made.append(PageDrawing(_said(parts, source), paper, fit.scale))
    return Pages(tuple(made), tuple(warnings), afar, len(pages) + sum(map(len, pages)))


def _said(parts: Sequence[_Part], source: str) -> Diagram:
    """Return the picture on a page, with what is said of all that may be on it."""
    cards = {card: told for part in parts for card, told in part.made.cards.items()}
    return evolve(parts[0].made, source=source, cards=cards, parts=())


def _source(parts: Sequence[_Part], paper: Paper, fit: Fit, foot: str) -> str:
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


def opened(frame: str) -> str:
    """Return a graph in DOT before its end, for more to be written into it."""
    return frame.rstrip().removesuffix("}")
