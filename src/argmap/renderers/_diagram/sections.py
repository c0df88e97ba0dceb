"""Cards, references and junctions as nodes of a DOT graph, each in its section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import graphviz

from argmap.model.document import Group
from argmap.model.parts import nesting
from argmap.renderers import Direction
from argmap.renderers._diagram.card import Card, outline
from argmap.renderers._diagram.content import label, reference_label
from argmap.renderers._diagram.edges import Pen, junction, meeting
from argmap.renderers._diagram.markup import element_id, font, gap, plain, row, table
from argmap.renderers._diagram.steps import DrawnStep, Reference
from argmap.renderers._diagram.wrap import wrap

_INDENTED = 20  # levels; deeper sections are not indented further in DOT, or their lines would be mostly tabs
_TITLE, _TITLE_OF_LARGE, _TITLE_WIDTH = 11, 17, 600


def draw_sections(
    pen: Pen, cards: Mapping[str, Card], apart: Mapping[str, str | None]
) -> dict[str | None, graphviz.Digraph]:
    """Draw the nodes of a picture.

    Args:
        pen: What they have in common.
        cards: What each card says, by the id of its statement, in reading order.
        apart: The outermost section of each statement where these are drawn apart; empty to draw them joined.

    Returns:
        The graph of each section that is drawn apart, in the order of the sections; under None all else.
    """
    groups = {group.id: group for group in pen.map.groups}
    sections = {group: _section(groups[group], pen) for group in groups}
    rest = graphviz.Digraph()
    used: dict[str | None, None] = {}

    def home(statement: str) -> graphviz.Digraph:
        group = pen.map[statement].group
        used[group if group in groups else None] = None
        return sections.get(group or "", rest)

    def outside(statement: str) -> graphviz.Digraph:
        return sections.get(apart.get(statement) or "", rest)

    for statement in _in_order(pen, cards, is_apart=bool(apart)):
        _draw_card(home(statement), statement, cards[statement])
    for reference in pen.plan.references:
        _draw_reference(home(reference.beside), reference, cards[reference.statement], pen)
    for step in filter(lambda step: step.junction, pen.plan.steps.values()):
        place = home if _is_inside(pen, step) else outside
        place(step.bears_on).node(step.node, **junction(pen, step))
    for one in filter(lambda one: one.is_linked, pen.plan.judgements):
        outside(pen.plan.steps[one.number].bears_on).node(one.node, **meeting(pen, one))
    for group, parent, depth in _inside_out(pen):
        if group in used and (parent is not None or not apart):
            used[parent] = None
            outer = rest if parent is None else sections[parent]
            if depth > _INDENTED:
                head = next(sections[group].__iter__(subgraph=True))
                outer.body += [head, *sections[group].body, "}\n"]
            else:
                outer.subgraph(sections[group])
    return {None: rest} | {group: sections[group] for group in dict.fromkeys(apart.values()) if group is not None}


def _in_order(pen: Pen, cards: Mapping[str, Card], *, is_apart: bool) -> Iterator[str]:
    """Return the statements in the order in which Graphviz has to meet them, those outside the clusters first."""
    clustered = set() if is_apart else {group.id for group in pen.map.groups}
    yield from pen.stacked(s for s in cards if cards[s].statement.group not in clustered)
    yield from (s for s in cards if cards[s].statement.group in clustered)


def _is_inside(pen: Pen, step: DrawnStep) -> bool:
    """Tell whether a junction stands in the section of what it bears on: some node that leads to it must, too."""
    group = pen.map[step.bears_on].group
    sources = (pen.map[premise] for premise in step.relation.premises if premise in pen.map)
    return any(tail.startswith("r-") for tail in step.tails) or any(source.group == group for source in sources)


def _inside_out(pen: Pen) -> list[tuple[str, str | None, int]]:
    """Return each group with its parent and depth, inner ones first; of a ring of groups none stands inside another."""
    parents = nesting(pen.map)
    depths: dict[str, int] = {}
    for group, outer in parents.items():
        depths[group] = 1 if outer is None else depths[outer] + 1
    groups = dict.fromkeys(group.id for group in pen.map.groups)
    inner = sorted((g for g in groups if depths[g] > 1), key=lambda g: -depths[g])
    outermost = pen.stacked([g for g in groups if depths[g] == 1])
    return [*((g, parents[g], depths[g]) for g in inner), *((g, None, 1) for g in outermost)]


def _section(group: Group, pen: Pen) -> graphviz.Digraph:
    title = pen.sections.get(group.id, "")
    size = _TITLE_OF_LARGE if pen.compact else _TITLE
    lines = wrap(title, _TITLE_WIDTH, size, bold=True)
    rows = [row(font(line, size, pen.colours["section-title"], bold=True)) for line in lines]
    colour = pen.look.group_colours.get(group.id)
    section = graphviz.Digraph(f"cluster_{element_id('g', group.id)}")
    section.attr(
        id=element_id("g", group.id),
        **{"class": "section"},
        style="rounded,filled" if title else "invis",
        fillcolor=pen.colours[f"{colour}-section" if colour else "section"],
        color=pen.colours["section-line"],
        penwidth="1",
        margin="12",
        labeljust="r" if pen.direction is Direction.LR else "l",
        labelloc="t",
        tooltip=plain(title),
        label=f"<{table(''.join([gap(4), *rows]))}>" if title else "",
    )
    return section


def _draw_card(dot: graphviz.Digraph, statement: str, card: Card) -> None:
    kind = "section" if card.is_section else card.statement.kind.value
    kind = kind if card.refers_to is None else f"reference {kind}"
    name = element_id("n", statement)
    dot.node(
        name,
        label(card),
        id=name,
        tooltip=plain(f"{kind.capitalize()}: {card.statement.text or card.statement.label}"),
        URL=f"#{name}",
        **{"class": " ".join([kind, *(word.replace(" ", "-") for word in (*card.words, *card.marks))])},
        **outline(card),
    )


def _draw_reference(dot: graphviz.Digraph, reference: Reference, card: Card, pen: Pen) -> None:
    look = {
        "color": card.colours["error" if card.is_bare else card.role],
        "fillcolor": card.colours["page"],
        "margin": "0.11,0.05",
    }
    if card.is_bare:
        look["style"] = "rounded,filled,dashed"
    dot.node(
        reference.name,
        reference_label(card, pen.place(reference.statement)),
        id=reference.name,
        tooltip=plain(f"See {card.statement.label}"),
        URL=f"#{element_id('n', reference.statement)}",
        **{"class": f"reference {card.statement.kind.value}"},
        **look,
    )
