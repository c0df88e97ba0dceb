"""Steps, undercuts and contradictions as edges and junctions of a DOT graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.renderers._base import Direction
from argmap.renderers._diagram.content import name
from argmap.renderers._diagram.markup import clean, element_id, escape, gap, plain, table
from argmap.renderers._diagram.steps import Plan, Step
from argmap.renderers._diagram.wrap import wrap

if TYPE_CHECKING:
    import graphviz

_PLATE_WIDTH, _PLATE_MARGIN, _PLATE_TEXT = 84, 5, 8.5

_T = TypeVar("_T")

_TURNED = {"headport": "tailport", "tailport": "headport", "arrowhead": "arrowtail", "arrowtail": "arrowhead"}
HEAD = {Direction.RL: "e", Direction.BT: "s", Direction.LR: "w", Direction.TB: "n"}
TAIL = {Direction.RL: "w", Direction.BT: "n", Direction.LR: "e", Direction.TB: "s"}


@frozen
class Pen:
    """What every edge of a picture has in common.

    Attributes:
        map: The map.
        plan: What is drawn of its relations.
        direction: Which way the support runs.
        colours: The colour of each role.
        compact: Whether room is short.
    """

    map: ArgumentMap
    plan: Plan
    direction: Direction
    colours: Mapping[str, str]
    compact: bool

    @property
    def is_flat(self) -> bool:
        """Tell whether the support runs from side to side."""
        return self.direction in (Direction.RL, Direction.LR)

    def stacked(self, items: Iterable[_T]) -> list[_T]:
        """Give things in the order in which Graphviz has to meet them; from side to side it stacks them upwards."""
        return list(items)[::-1] if self.is_flat else list(items)


def draw(dot: graphviz.Digraph, tail: str, head: str, **attributes: str) -> None:
    """Draw an edge from one node to another.

    In DOT it leads back, from the root on, and bears its head at its tail: Graphviz keeps the order of ports only where
    edges start, and would cross those that arrive at a card.
    """
    dot.edge(head, tail, **{_TURNED.get(name, name): value for name, value in attributes.items()})


def junction(pen: Pen, step: Step) -> dict[str, str]:
    """Give the attributes of the node that a step passes: a plate with its name, or a dot."""
    ink = pen.colours["support" if step.is_support else "attack"]
    common = {"id": step.node, "class": "step", "color": ink, "fillcolor": ink, "tooltip": plain(_words(pen, step))}
    if not step.name:
        return common | {"shape": "circle", "style": "filled", "width": "0.12", "fixedsize": "true", "label": ""}
    lines = wrap(clean(step.name), _PLATE_WIDTH, _PLATE_TEXT, bold=True, most=3)
    return common | {
        "fillcolor": ink if step.is_support else pen.colours["page"],
        "fontcolor": pen.colours["badge-text"] if step.is_support else ink,
        "fontsize": f"{_PLATE_TEXT:g}",
        "label": f"<{_plate(lines, len(step.tails), pen.direction)}>",
    }


def _plate(lines: Sequence[str], ports: int, direction: Direction) -> str:
    """Make the label of a junction, with a port for each edge that comes in, so that these keep their order."""
    text = table(gap(3) + "".join(f"<TR><TD><B>{escape(line)}</B></TD></TR>" for line in lines) + gap(2))
    cells = [f'<TD PORT="p{n}" WIDTH="{_PLATE_MARGIN}" HEIGHT="2"></TD>' for n in range(ports)]
    side = f'<TD WIDTH="{_PLATE_MARGIN}"></TD>'
    across, along = table("".join(f"<TR>{cell}</TR>" for cell in cells)), table(f"<TR>{''.join(cells)}</TR>")
    match direction:
        case Direction.LR:
            return table(f"<TR><TD>{across}</TD><TD>{text}</TD>{side}</TR>")
        case Direction.BT:
            return table(f"<TR>{side}<TD>{text}</TD>{side}</TR><TR>{side}<TD>{along}</TD>{side}</TR>")
        case Direction.TB:
            return table(f"<TR>{side}<TD>{along}</TD>{side}</TR><TR>{side}<TD>{text}</TD>{side}</TR>")
        case _:
            return table(f"<TR>{side}<TD>{text}</TD><TD>{across}</TD></TR>")


def draw_step(dot: graphviz.Digraph, pen: Pen, step: Step) -> None:
    """Draw the edges of a step: into its junction and out of it, or straight from where it starts."""
    out = _looks(pen, step) | {"id": step.edge, "headport": _port(pen, step.edge)}
    head = element_id("n", step.bears_on) if step.cuts is None else pen.plan.steps[step.cuts].node
    if not step.junction:
        draw(dot, step.tails[0], head, weight="3", minlen="2" if step.cuts is None else "1", **out)
        return
    into = _looks(pen, step) | {"class": "link", "arrowhead": "none", "weight": "4"}
    into.pop("label", None)
    for place, tail in enumerate(step.tails):
        port = f"p{place}:{HEAD[pen.direction]}" if step.name else HEAD[pen.direction]
        draw(dot, tail, step.node, id=f"{step.edge}-{place}", headport=port, **into)
    draw(dot, step.node, head, weight="8", minlen="1" if step.cuts is None else "2", **out)


def draw_contradictions(dot: graphviz.Digraph, pen: Pen) -> None:
    """Draw a double-headed edge between statements that contradict each other."""
    ink = pen.colours["attack"]
    common = {
        "class": "contradiction",
        "color": ink,
        "fontcolor": pen.colours["objection"],
        "style": "dashed",
        "penwidth": "2",
        "dir": "both",
        "arrowhead": "tee",
        "arrowtail": "tee",
        "arrowsize": "1.05",
        "tooltip": "contradict each other",
        "label": _label("contradicts"),
    }
    for edge in pen.plan.contradictions:
        free = {"constraint": "false", "tailport": "_"}
        place = {"minlen": "2", "headport": _port(pen, edge.edge)} if edge.leads else free
        draw(dot, edge.tail, edge.head, id=edge.edge, **place, **common)


def _port(pen: Pen, edge: str) -> str:
    """Tell where an edge arrives: at its port of a card, or below or beside the junction that it cuts."""
    if edge in pen.plan.ports:
        return f"p{pen.plan.ports[edge]}:{HEAD[pen.direction]}"
    return "s" if pen.is_flat else "e"


def _looks(pen: Pen, step: Step) -> dict[str, str]:
    """Give the attributes by which an edge tells what it does."""
    looks = {"class": step.relation.kind.value, "tooltip": plain(_words(pen, step))}
    if step.is_support:
        return looks
    ink = pen.colours["attack"]
    looks |= {"color": ink, "arrowhead": "tee", "arrowsize": "1.05", "penwidth": "2"}
    if step.relation.kind is RelationKind.UNDERCUT:
        looks |= {"style": "dashed", "fontcolor": pen.colours["objection"]}
        if step.cuts is None:
            looks["label"] = _label("undercuts citation")
        elif not pen.compact:
            looks["label"] = _label("undercuts")
    return looks


def _label(word: str) -> str:
    return f"<<B> {word} </B>>"


def told(pen: Pen) -> dict[str, str]:
    """Say in words what bears on each card and reference, in reading order; nothing where nothing does."""
    said: dict[str, list[str]] = {node: [] for node in pen.plan.order}
    for step in pen.plan.steps.values():
        said[element_id("n", step.bears_on)].append(f"{_words(pen, step)}.")
    return {node: " ".join(sentences) for node, sentences in said.items()}


def _words(pen: Pen, step: Step) -> str:
    """Say in words what a step does."""
    premises = " and ".join(name(pen.map[source]) for source in step.relation.sources if source in pen.map)
    verb = step.word.removesuffix("s") if len(step.tails) > 1 else step.word
    if step.relation.kind is RelationKind.UNDERCUT:
        return f"{premises} {verb} {'a citation' if step.cuts is None else 'a step'}"
    return f"{premises} {verb} {name(pen.map[step.bears_on])}"
