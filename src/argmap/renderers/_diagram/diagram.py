"""A view as DOT: a heading, cards in their sections, and the edges between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import graphviz
from attrs import Factory, evolve, frozen

from argmap.model.document import ArgumentMap
from argmap.model.parts import top_sections
from argmap.model.relations import RelationKind
from argmap.plain_words import unread
from argmap.renderers import Arrangement, Direction, DrawingOptions, Findings, View
from argmap.renderers._below import NOTHING, Below, below
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.card import Card
from argmap.renderers._diagram.content import in_pages, name, section_titles
from argmap.renderers._diagram.edges import TAIL, Pen, draw, draw_edges, told
from argmap.renderers._diagram.fates import NO_FATES, fates
from argmap.renderers._diagram.legend import COLUMN, Type, column, heading, legend
from argmap.renderers._diagram.markup import clean, element_id
from argmap.renderers._diagram.orders import orders
from argmap.renderers._diagram.palette import palette
from argmap.renderers._diagram.sections import draw_sections
from argmap.renderers._diagram.sheet import is_narrow, ribbon
from argmap.renderers._diagram.steps import Plan, plan
from argmap.renderers._diagram.tint import with_colours
from argmap.renderers._found import Found, found
from argmap.renderers._marking import undrawn
from argmap.renderers._selection import Selection, select
from argmap.wording import counted

SMALL, PARTED, LARGE, MANY = 12, 20, 40, 300

_CAREFUL = {"splines": "true", "remincross": "true"}
_FAST = {"splines": "polyline", "nslimit": "0.5", "nslimit1": "0.5", "mclimit": "0.1"}

# edges lead back from the root, so DOT's direction is the opposite of ours
_RANKDIR = {Direction.RL: "LR", Direction.BT: "TB", Direction.LR: "RL", Direction.TB: "BT"}

_NOTHING = Selection(ArgumentMap())
_BEFORE = {"open challenge": "with ", "own word": "on the author's "}


@frozen
class Block:
    """A part of a picture that can be laid out by itself.

    Attributes:
        section: Id of its section; None for what stands in none.
        source: It alone in DOT.
        within: What stands for it in the DOT of a whole picture.
    """

    section: str | None
    source: str
    within: str


@frozen
class Diagram:
    """A picture before it is laid out.

    Attributes:
        source: It in DOT.
        title: Its heading.
        description: What it shows, in a sentence or two.
        cards: The name of each card and reference in reading order, and in words what supports and attacks it.
        warnings: What the caller should know.
        colours: The colours that the map's author gives.
        elements: What each relation is drawn as: its edges, its junction, and the cards that stand for premises of
            another section, by its id.
        references: The statement that each of these cards stands for.
        direction: Which way the support runs, chosen.
        parts: The parts that stand apart, each by itself in DOT; empty where all is laid out together.
        blocks: All parts, also where there is but one.
        frame: A picture in DOT without anything in it.
        heading: Its title, what is said under it, and the legend, as an HTML-like label; of a picture without a heading
            the legend alone, as a column; empty where there is nothing to say.
        notes: What is not drawn or not as the map has it, each a sentence.
        selection: What is drawn of the map.
    """

    source: str
    title: str
    description: str
    cards: Mapping[str, str]
    warnings: tuple[str, ...]
    colours: tuple[str, ...] = ()
    elements: Mapping[str, tuple[str, ...]] = Factory(dict)
    references: Mapping[str, str] = Factory(dict)
    direction: Direction = Direction.RL
    parts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    frame: str = ""
    heading: str = ""
    notes: tuple[str, ...] = ()
    selection: Selection = _NOTHING


def diagram(view: View, *, is_headed: bool = True) -> Diagram:
    """Make the picture of a view; the same view gives the same bytes.

    Args:
        view: The view.
        is_headed: Whether title, counts and legend stand over it.
    """
    return picture(view, select(view.analysis.map, view.options), is_headed=is_headed)


def picture(
    view: View,
    selection: Selection,
    numbers: Mapping[str, int] | None = None,
    width: int = 0,
    *,
    is_headed: bool = True,
) -> Diagram:
    """Make the picture of what is selected of a view.

    Args:
        view: The view.
        selection: What is drawn.
        numbers: The number of the page that each statement stands on, where the picture is drawn on pages; then its
            sections stand apart.
        width: How wide the heading is, in points; 0 to choose.
        is_headed: Whether it has a heading.
    """
    m, look = selection.map, selection.look
    authored = tuple(dict.fromkeys((*look.colours.values(), *look.group_colours.values())))
    colours = with_colours(palette(view.options.theme), authored)
    is_paged = numbers is not None
    sections = top_sections(m) if is_paged or _is_apart(m, view.options) else {}
    relations = (*view.analysis.map.relations, *m.relations)
    concluded = frozenset(r.target for r in relations if r.kind is RelationKind.SUPPORT)
    names = {s.id: name(s, look.labels.get(s.id)).rstrip(".") for s in m.statements}
    whole = view.analysis.map
    is_judged = view.marks is None or view.marks.judged
    called = lambda s: names.get(s) or name(whole[s], None).rstrip(".")  # noqa: E731
    become = fates(whole, view.analysis.evaluation, called) if is_judged else NO_FATES
    planned = plan(m, sections, concluded, look, selection.stand_ins, become.drawn_as(selection.led))
    pen = Pen(
        m,
        planned,
        names,
        direction(view.options.direction, planned),
        colours,
        len(m) > LARGE and not is_paged,
        look,
        section_titles(m if is_paged else whole, named=is_paged) if not selection.below else {},
        numbers or {},
        view.marks.relations if view.marks else {},
    )
    findings = found(selection.own, view.findings, Findings.NONE if view.options.plain else view.options.findings)
    cards = _cards(view, selection, pen, findings)
    lines = _subtitle(view, selection, cards, findings)
    title = clean(m.title)
    set_in = Type(colours, 1500, 1.6) if pen.compact else Type(colours, 560 if len(m) <= SMALL else 900, 1)
    set_in = Type(colours, width if is_headed else COLUMN, 1) if width or not is_headed else set_in
    key = legend(set_in, pen.plan, tuple(cards.values()), _key(pen, cards)) if view.options.legend else ""
    ranked = orders(set_in, view.analysis, tuple(m), names)
    graphs = draw_sections(pen, cards, sections)
    draw_edges(graphs, pen, sections)
    blocks = _blocks(pen, graphs, Counter(sections.values()))
    parts = tuple(block.source for block in blocks) if len(graphs) > 1 else ()
    warned = clean(unread(view.analysis.unread))
    headed = (title, lines) if view.options.heading else ("", [])
    over = heading(set_in, *headed, ranked, key, unread=warned) if is_headed else column(ranked, key)
    dot = _whole(pen, graphs, over if is_headed else "")
    references = {reference.name: reference.statement for reference in planned.references}
    warnings = (*selection.warnings, *(() if is_paged else _warnings(pen, whole, selection)), *findings.warnings())
    elements = planned.elements(m.relations)
    said = " ".join(filter(None, [warned, *lines])), told(pen), warnings, authored
    notes = tuple(_notes(view, selection, findings))
    made = Diagram(dot.source, title, *said, elements, references, pen.direction, parts)
    return evolve(made, blocks=blocks, frame=str(_graph(pen, 0).source), heading=over, selection=selection, notes=notes)


def _is_apart(m: ArgumentMap, options: DrawingOptions) -> bool:
    """Tell whether sections are drawn apart: they must be several, and lie from side to side."""
    if options.arrangement is Arrangement.JOINED or options.direction in (Direction.BT, Direction.TB):
        return False
    several = len({s.group for s in m.statements}) > 1
    return several and (options.arrangement is Arrangement.APART or len(m) > PARTED)


def direction(asked: Direction, planned: Plan) -> Direction:
    """Return the direction: from top to bottom what is small and narrow enough for it, from side to side all else."""
    if asked is not Direction.AUTO:
        return asked
    return Direction.BT if len(planned.order) <= SMALL and is_narrow(planned) else Direction.RL


def _blocks(
    pen: Pen, graphs: Mapping[str | None, graphviz.Digraph], cards: Mapping[str | None, int]
) -> tuple[Block, ...]:
    """Return the parts of the picture; laid out by itself, the title of a section is its own."""
    made = []
    for section, graph in graphs.items():
        dot, within = _graph(pen, cards.get(section, 0)), graphviz.Digraph()
        dot.body += graph.body
        if len(graphs) == 1:
            _line_up(dot, pen)
        if section is None:
            within.body += graph.body
        else:
            within.subgraph(graph)
        if graph.body:
            made.append(Block(section, str(dot.source), "".join(within.body)))
    return tuple(made)


def _whole(pen: Pen, graphs: Mapping[str | None, graphviz.Digraph], label: str) -> graphviz.Digraph:
    """Put the parts of a picture together under a heading."""
    dot = _graph(pen, len(pen.map))
    dot.attr("graph", label=label)
    for section, graph in graphs.items():
        if section is None:
            dot.body += graph.body
        else:
            dot.subgraph(graph)
    if len(graphs) == 1:
        _line_up(dot, pen)
    return dot


def _line_up(dot: graphviz.Digraph, pen: Pen) -> None:
    """Put the roots in line, in their order; those in a section stand one level after those that stand in none."""
    outside = {element_id("n", s.id) for s in pen.map.statements if s.group is None}
    first = [root for root in pen.plan.roots if root in outside]
    second = [root for root in pen.plan.roots if root not in outside]
    lines = [first, second] if first and second else [pen.plan.roots]
    for place, roots in enumerate(lines):
        with dot.subgraph() as line:
            line.attr(rank="same" if place else "source")
            for root in roots:
                line.node(root)
            for above, below in pairwise(roots) if len(pen.map) <= MANY else ():
                line.edge(above, below, style="invis")
            if len(lines) > 1:
                line.node(f"c-{place}", style="invis", label="", width="0.01", height="0.01")
    if len(lines) > 1:
        draw(dot, "c-1", "c-0", style="invis", minlen="2")


def _graph(pen: Pen, cards: int) -> graphviz.Digraph:
    """Begin a graph of so many cards."""
    dot, colours = graphviz.Digraph("argmap"), pen.colours
    dot.attr(
        "graph",
        rankdir=_RANKDIR[pen.direction],
        nodesep="0.17" if pen.compact else "0.22",
        ranksep="0.2" if pen.compact else "0.25",
        pad="0.3",
        newrank="true",
        bgcolor=colours["page"],
        fontname="Arial",
        tooltip=" ",
        labelloc="t",
        labeljust="l",
        **(_FAST if cards > MANY else _CAREFUL),
    )
    dot.attr(
        "node",
        shape="box",
        style="rounded,filled",
        penwidth="1.3",
        fontname="Arial",
        margin="0,0",
        height="0.1",
        width="0.1",
    )
    dot.attr(
        "edge",
        dir="back",
        headport=TAIL[pen.direction],
        color=colours["support"],
        penwidth="1.5",
        arrowsize="0.75",
        fontname="Arial",
        fontsize="9",
    )
    return dot


def _cards(view: View, selection: Selection, pen: Pen, findings: Found) -> dict[str, Card]:
    """Gather what each card says, in reading order."""
    used: dict[str, dict[str, None]] = {}
    for reference in pen.plan.references:
        used.setdefault(reference.statement, {})[reference.beside] = None
    supports = {step.edge for step in pen.plan.steps.values() if step.is_support}
    look = selection.look
    ordered = sorted(selection.map.statements, key=lambda s: pen.plan.order[element_id("n", s.id)])
    return {
        s.id: Card(
            s,
            pen.colours,
            view.analysis.evaluation.get(s.id) if view.marks is None or view.marks.judged else None,
            findings.on_cards.get(s.id, ()),
            view.analysis.sources,
            view.analysis.map.about,
            view.analysis.grades,
            selection.folded.get(s.id, 0),
            "" if selection.below else _used_in(pen, used.get(s.id, ())),
            len(arrivals),
            sum(edge not in supports for edge in arrivals),
            pen.direction,
            label=look.labels.get(s.id),
            shows_tags=look.shows_tags,
            colour=selection.colour(s.id),
            stand_in=selection.stand_ins.get(s.id),
            below=_below(view, selection, s.id),
            marking=view.marks,
            plain=view.options.plain,
            refers_to=pen.sections.get(selection.stubs[s.id] or "", "") if s.id in selection.stubs else None,
            pages=_pages(selection, pen, s.id),
        )
        for s in ordered
        for arrivals in [pen.plan.arrivals.get(element_id("n", s.id), ())]
    }


def _key(pen: Pen, cards: Mapping[str, Card]) -> list[tuple[str, str]]:
    """Return what the author's colours mean that occur."""
    drawn = {card.colour for card in cards.values()}
    drawn.update(pen.look.colours.get(step.relation.id) for step in pen.plan.steps.values() if step.junction)
    return [(meaning, colour) for meaning, colour in pen.look.key if colour in drawn]


def _used_in(pen: Pen, uses: Iterable[str]) -> str:
    """Say in which sections, or on which pages, the statements are that refer to one."""
    if pen.numbers:
        pages = in_pages(pen.numbers[name] for name in uses if name in pen.numbers)
        return f"on {pages}" if pages else ""
    titles = dict.fromkeys(pen.sections.get(pen.map[name].group or "", "") for name in uses)
    return f"in {', '.join(filter(None, titles))}" if any(titles) else ""


def _pages(selection: Selection, pen: Pen, card: str) -> str:
    """Say on which pages that is drawn for which a card of an overview stands."""
    if not selection.below or not pen.numbers:
        return ""
    stand_in = selection.stand_ins.get(card)
    names = stand_in.inside if stand_in else (card,)
    return in_pages(pen.numbers[name] for name in names if name in pen.numbers)


def _below(view: View, selection: Selection, card: str) -> Below:
    """Count what a card stands for, or has below it, that is not drawn."""
    stand_in = selection.stand_ins.get(card)
    names = stand_in.inside if stand_in else selection.below.get(card, ())
    return below(names, view.analysis.map, view.analysis.evaluation) if names else NOTHING


def _subtitle(view: View, selection: Selection, cards: Mapping[str, Card], findings: Found) -> list[str]:
    """Return the lines under the title: the description, then the counts and what was left out."""
    shown, all_ = sum(s.id not in selection.stand_ins for s in selection.own), len(view.analysis.map)
    counts = [f"{shown:,} of {counted(all_, 'statement')}" if shown < all_ else counted(all_, "statement")]
    for word in () if view.options.plain else standing.MEANING:
        number = sum(word in card.words for card in cards.values())
        if number:
            counts.append(f"{number} {_BEFORE.get(word, '')}{word}")
    said = [
        view.analysis.map.description or "",
        ", ".join(counts) + ".",
        *_notes(view, selection, findings),
    ]
    return [line for line in map(clean, said) if line]


def _notes(view: View, selection: Selection, findings: Found) -> Iterator[str]:
    """Say what is left out, which findings are meant, and what is marked."""
    yield from (clean(f"{words}.") for words in selection.left_out)
    yield from map(clean, findings.told())
    if view.marks:
        yield clean(view.marks.told + undrawn(view.marks, selection.shown))


def _warnings(pen: Pen, whole: ArgumentMap, selection: Selection) -> tuple[str, ...]:
    cards = len(pen.map)
    if whole.statements and not cards:
        is_own = selection.look.hidden.issuperset(s.id for s in whole.statements)
        own = "every statement is left out (argmap render --all sets the map's own selection aside)"
        return (f"nothing is drawn: {own if is_own else 'no statement is all that was asked for'}",)
    if cards <= MANY:
        return () if pen.is_flat else tuple(ribbon(pen.plan))
    instead = "--overview draws its parts as cards, and --around, --group or --type one part"
    return (f"a picture of {cards:,} statements is hard to read: {instead}",)
