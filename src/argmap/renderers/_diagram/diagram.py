"""A view as DOT: a heading, cards in their sections, and the edges between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import graphviz
from attrs import frozen

from argmap.model.document import ArgumentMap, Group
from argmap.model.findings import Finding
from argmap.model.relations import RelationKind
from argmap.renderers._base import Arrangement, Direction, View
from argmap.renderers._diagram.card import Card, height, label, outline, reference_label
from argmap.renderers._diagram.edges import Pen, draw, draw_contradictions, draw_step, junction
from argmap.renderers._diagram.legend import heading, legend
from argmap.renderers._diagram.markup import clean, element_id, font, plain
from argmap.renderers._diagram.palette import palette
from argmap.renderers._diagram.sheet import Column, columns, top_sections
from argmap.renderers._diagram.steps import Reference, Step, plan
from argmap.renderers._diagram.wrap import wrap
from argmap.renderers._selection import Selection, select

SMALL, LARGE, MANY, HUGE = 12, 40, 300, 1000


@frozen
class Diagram:
    """A picture before it is laid out.

    Attributes:
        source: It in DOT.
        title: Its heading.
        description: What it shows, in a sentence or two.
        warnings: What the caller should know.
    """

    source: str
    title: str
    description: str
    warnings: tuple[str, ...]


def diagram(view: View) -> Diagram:
    """Make the picture of a view; the same view gives the same bytes."""
    selection = select(view.map, view.options)
    m, colours = selection.map, palette(view.options.theme)
    direction = _direction(view.options.direction, len(m))
    apart = _is_apart(m, view.options.arrangement, direction)
    sections = top_sections(m) if apart else {}
    concluded = frozenset(r.target for r in view.map.relations if r.kind is RelationKind.SUPPORT)
    pen = Pen(m, plan(m, sections, concluded), direction, colours, len(m) > LARGE)
    cards = _cards(view, selection, pen)
    lines = _subtitle(view, selection, cards)
    dot = _graph(pen)
    width = 560 if len(m) <= SMALL else 900
    key = legend(pen.plan, tuple(cards.values()), colours, width) if view.options.legend else ""
    dot.attr("graph", label=heading(m.title, lines, key, colours, width))
    heights = _draw_sections(dot, pen, cards)
    for step in pen.plan.steps.values():
        draw_step(dot, pen, step)
    draw_contradictions(dot, pen)
    found = columns(pen.plan, _node_sections(pen, sections), heights) if apart else _root_columns(pen)
    _draw_columns(dot, pen, found)
    return Diagram(dot.source, clean(m.title), " ".join(lines), _warnings(len(m)))


def _direction(asked: Direction, cards: int) -> Direction:
    if asked is not Direction.AUTO:
        return asked
    return Direction.BT if cards <= SMALL else Direction.RL


def _is_apart(m: ArgumentMap, asked: Arrangement, direction: Direction) -> bool:
    """Tell whether sections are drawn apart: they must be several, and lie from left to right."""
    if asked is Arrangement.JOINED or direction not in (Direction.RL, Direction.LR):
        return False
    several = len({s.group for s in m.statements}) > 1
    return several and (asked is Arrangement.APART or len(m) > LARGE)


def _node_sections(pen: Pen, sections: Mapping[str, str | None]) -> dict[str, str | None]:
    """Give the section of every node that has a place of its own, section by section."""
    places = {group.id: place for place, group in enumerate(pen.map.groups)}
    homes = {element_id("n", s): section for s, section in sections.items()}
    homes |= {reference.name: sections[reference.beside] for reference in pen.plan.references}
    return {node: homes[node] for node in sorted(pen.plan.order, key=lambda node: places.get(homes[node] or "", -1))}


def _root_columns(pen: Pen) -> tuple[Column, ...]:
    """Put the roots that stand in a section one level behind those that stand in none."""
    outside = {element_id("n", s.id) for s in pen.map.statements if s.group is None}
    first = tuple(root for root in pen.plan.roots if root in outside)
    second = tuple(root for root in pen.plan.roots if root not in outside)
    return (Column(first, 0), Column(second, 1)) if first and second else (Column(pen.plan.roots, 0),)


def _draw_columns(dot: graphviz.Digraph, pen: Pen, found: Sequence[Column]) -> None:
    """Put the roots of each column in line, so far from the first as the columns before it are deep."""
    for place, column in enumerate(found):
        with dot.subgraph() as line:
            line.attr(rank="same" if place else "source" if pen.is_backward else "sink")
            for root in column.roots:
                line.node(root)
            if len(found) > 1:
                line.node(f"c-{place}", style="invis", label="", width="0.01", height="0.01")
        if place:
            draw(dot, pen, f"c-{place}", "c-0", style="invis", minlen=str(2 * column.start))


def _graph(pen: Pen) -> graphviz.Digraph:
    dot, colours, cards = graphviz.Digraph("argmap"), pen.colours, len(pen.map)
    dot.attr(
        "graph",
        rankdir="LR" if pen.is_flat else "TB",
        splines="true",
        nodesep="0.17" if pen.compact else "0.22",
        ranksep="0.2" if pen.compact else "0.25",
        pad="0.3",
        newrank="true",
        bgcolor=colours["page"],
        fontname="Arial",
        tooltip=" ",
        labelloc="t",
        labeljust="l",
    )
    if cards > HUGE:
        dot.attr("graph", nslimit="0.5", nslimit1="0.5", mclimit="0.1", splines="line")
    else:
        dot.attr("graph", remincross="true")
    dot.attr("node", fontname="Arial", fontcolor=colours["text"], margin="0,0", height="0.1", width="0.1")
    dot.attr("edge", fontname="Arial", fontsize="9", color=colours["support"], penwidth="1.5", arrowsize="0.75")
    return dot


def _cards(view: View, selection: Selection, pen: Pen) -> dict[str, Card]:
    """Gather what each card says, in reading order."""
    owners = {c.id: s.id for s in selection.map.statements for c in s.citations}
    owners |= {r.id: r.target for r in selection.map.relations}
    found: dict[str, list[Finding]] = {}
    for finding in view.findings:
        if finding.node is not None:
            found.setdefault(owners.get(finding.node, finding.node), []).append(finding)
    titles = {group.id: group.title for group in selection.map.groups}
    used: dict[str, dict[str, None]] = {}
    for reference in pen.plan.references:
        group = selection.map[reference.beside].group
        used.setdefault(reference.statement, {})[titles.get(group or "", "")] = None
    ordered = sorted(selection.map.statements, key=lambda s: pen.plan.order[element_id("n", s.id)])
    return {
        s.id: Card(
            s,
            pen.colours,
            view.evaluation.get(s.id),
            tuple(found.get(s.id, ())),
            view.sources,
            view.map.about,
            selection.folded.get(s.id, 0),
            tuple(title for title in used.get(s.id, ()) if title),
            len(pen.plan.arrivals.get(s.id, ())),
            pen.direction,
            compact=pen.compact,
        )
        for s in ordered
    }


def _subtitle(view: View, selection: Selection, cards: Mapping[str, Card]) -> list[str]:
    """Give the lines under the title: the description, then the counts and what was left out."""
    shown, all_ = len(selection.map), len(view.map)
    counts = [
        f"{shown} of {all_} statements" if shown < all_ else f"{all_} {'statement' if all_ == 1 else 'statements'}"
    ]
    for word in ("unsupported", "circular", "rejected", "undecided", "contested", "open challenge", "conditional"):
        number = sum(word in card.words for card in cards.values())
        if number:
            counts.append(f"{number} {word}")
    lines = [view.map.description] if view.map.description else []
    return [*lines, ", ".join(counts) + ".", *(f"{words[:1].upper()}{words[1:]}." for words in selection.left_out)]


def _warnings(cards: int) -> tuple[str, ...]:
    if cards <= MANY:
        return ()
    return (f"a picture of {cards} statements is hard to read: draw a part with --around, --group or --type",)


def _draw_sections(dot: graphviz.Digraph, pen: Pen, cards: Mapping[str, Card]) -> dict[str, float]:
    """Draw cards, references and junctions, each in its section; give how high cards and references are, roughly."""
    groups = {group.id: group for group in pen.map.groups}
    sections = {group: _section(groups[group], pen) for group in groups}
    used: set[str] = set()
    heights = {}

    def home(statement: str) -> graphviz.Digraph:
        group = pen.map[statement].group
        if group not in sections:
            return dot
        used.add(group)
        return sections[group]

    for statement, card in cards.items():
        text = label(card)
        _draw_card(home(statement), statement, card, text)
        heights[element_id("n", statement)] = height(text)
    for reference in pen.plan.references:
        _draw_reference(home(reference.beside), reference, cards[reference.statement], groups)
        heights[reference.name] = 34.0
    for step in pen.plan.steps.values():
        if step.junction:
            place = home(step.bears_on) if _is_inside(pen, step) else dot
            place.node(step.node, **junction(pen, step))
    for group, parent in _outside_in(pen.map.groups)[::-1]:
        if group in used:
            if parent is not None:
                used.add(parent)
            (dot if parent is None else sections[parent]).subgraph(sections[group])
    return heights


def _is_inside(pen: Pen, step: Step) -> bool:
    """Tell whether a junction stands in the section of what it bears on: some tail of its must, too."""
    group = pen.map[step.bears_on].group
    beside = {reference.name for reference in pen.plan.references}
    return any(tail in beside for tail in step.tails) or any(
        pen.map[source].group == group for source in step.relation.sources if source in pen.map
    )


def _section(group: Group, pen: Pen) -> graphviz.Digraph:
    title = clean(group.title) or group.id
    lines = wrap(title, 400, 11, bold=True)
    section = graphviz.Digraph(f"cluster_{element_id('g', group.id)}")
    section.attr(
        id=element_id("g", group.id),
        **{"class": "group"},
        style="rounded,filled",
        fillcolor=pen.colours["section"],
        color=pen.colours["section-line"],
        penwidth="1",
        margin="12",
        labeljust="r" if pen.direction is Direction.LR else "l",
        labelloc="b" if pen.direction is Direction.BT else "t",
        tooltip=plain(title),
        label=f"<{'<BR/>'.join(font(line, 11, pen.colours['section-title'], bold=True) for line in lines)}>",
    )
    return section


def _outside_in(groups: tuple[Group, ...]) -> list[tuple[str, str | None]]:
    """Give each group with its parent, the outer ones first; of a ring of groups none stands inside another."""
    parents = {group.id: group.parent for group in groups}

    def depth(group: str) -> int:
        seen: set[str] = set()
        at: str | None = group
        while at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        return 0 if at in seen else len(seen)

    depths = {group: depth(group) for group in parents}
    ordered = sorted(parents, key=depths.__getitem__)
    return [(g, parents[g] if depths[g] and parents[g] in parents else None) for g in ordered]


def _draw_card(dot: graphviz.Digraph, statement: str, card: Card, text: str) -> None:
    kind = card.statement.kind.value
    name = element_id("n", statement)
    dot.node(
        name,
        text,
        id=name,
        tooltip=plain(f"{kind.capitalize()}: {card.statement.text or card.statement.label}"),
        URL=f"#{name}",
        **{"class": " ".join(["node", kind, *(word.replace(" ", "-") for word in card.words)])},
        **outline(card),
    )


def _draw_reference(dot: graphviz.Digraph, reference: Reference, card: Card, groups: Mapping[str, Group]) -> None:
    group = groups.get(card.statement.group or "")
    look = {
        "shape": "box",
        "style": "rounded,filled,dashed" if card.is_bare else "rounded,filled",
        "color": card.colours["error" if card.is_bare else card.statement.kind.value],
        "fillcolor": card.colours["page"],
        "margin": "0.11,0.05",
    }
    dot.node(
        reference.name,
        reference_label(card, group.title if group else ""),
        id=reference.name,
        tooltip=plain(f"See {card.statement.label}"),
        URL=f"#{element_id('n', reference.statement)}",
        **{"class": f"reference {card.statement.kind.value}"},
        **look,
    )
