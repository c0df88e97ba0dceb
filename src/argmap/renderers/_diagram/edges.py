"""Steps, undercuts and contradictions as edges and junctions of a DOT graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.renderers._base import Direction
from argmap.renderers._diagram.markup import clean, element_id, escape, plain
from argmap.renderers._diagram.steps import Plan, Step
from argmap.renderers._diagram.wrap import wrap

if TYPE_CHECKING:
    import graphviz

_PLATE_WIDTH, _PLATE_TEXT = 84, 8.5

_TURNED = {"headport": "tailport", "tailport": "headport", "arrowhead": "arrowtail", "arrowtail": "arrowhead"}
_HEAD = {Direction.RL: "e", Direction.BT: "s", Direction.LR: "w", Direction.TB: "n"}
_TAIL = {Direction.RL: "w", Direction.BT: "n", Direction.LR: "e", Direction.TB: "s"}


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

    @property
    def is_backward(self) -> bool:
        """Tell whether the support runs against the order of reading.

        Edges then lead from the root in DOT, and bear their heads at their tails. Graphviz keeps ports in order only in
        its own directions, down and to the right; where ``rankdir`` turns it round, edges cross before they arrive.
        """
        return self.direction in (Direction.RL, Direction.BT)


def draw(dot: graphviz.Digraph, pen: Pen, tail: str, head: str, **attributes: str) -> None:
    """Draw an edge from one node to another."""
    if pen.is_backward:
        tail, head = head, tail
        attributes = {_TURNED.get(name, name): value for name, value in attributes.items()}
        attributes.setdefault("dir", "back")
    dot.edge(tail, head, **attributes)


def junction(pen: Pen, step: Step) -> dict[str, str]:
    """Give the attributes of the node that a step passes: a plate with its name, or a dot."""
    ink = pen.colours["support" if step.is_support else "attack"]
    common = {"id": step.node, "style": "filled", "color": ink, "fillcolor": ink, "tooltip": plain(_words(pen, step))}
    if not step.name:
        return common | {"class": "step", "shape": "circle", "width": "0.12", "fixedsize": "true", "label": ""}
    lines = wrap(clean(step.name), _PLATE_WIDTH, _PLATE_TEXT, bold=True, most=3)
    return common | {
        "class": "step",
        "shape": "box",
        "style": "rounded,filled",
        "fillcolor": ink if step.is_support else pen.colours["page"],
        "fontcolor": pen.colours["badge-text"] if step.is_support else ink,
        "fontsize": f"{_PLATE_TEXT:g}",
        "margin": "0.07,0.03",
        "height": "0.18",
        "label": f"<<B>{'<BR/>'.join(escape(line) for line in lines)}</B>>",
    }


def draw_step(dot: graphviz.Digraph, pen: Pen, step: Step) -> None:
    """Draw the edges of a step: into its junction and out of it, or straight from where it starts."""
    out = _looks(pen, step) | {"id": f"e-{step.number}", "tailport": _TAIL[pen.direction]}
    if step.cuts is None:
        port = pen.plan.arrivals[step.bears_on].index(step.number)
        head = element_id("n", step.bears_on)
        out["headport"] = f"p{port}:{_HEAD[pen.direction]}"
    else:
        head = pen.plan.steps[step.cuts].node
    if not step.junction:
        draw(dot, pen, step.tails[0], head, weight="3", minlen="2" if step.cuts is None else "1", **out)
        return
    into = _looks(pen, step) | {"class": "link", "arrowhead": "none", "weight": "4", "headport": _HEAD[pen.direction]}
    into.pop("label", None)
    for place, tail in enumerate(step.tails):
        draw(dot, pen, tail, step.node, id=f"e-{step.number}-{place}", tailport=_TAIL[pen.direction], **into)
    draw(dot, pen, step.node, head, weight="8", minlen="1" if step.cuts is None else "2", **out)


def draw_contradictions(dot: graphviz.Digraph, pen: Pen) -> None:
    """Draw a double-headed edge between statements that contradict each other."""
    ink = pen.colours["attack"]
    common = {
        "class": "contradiction",
        "color": ink,
        "fontcolor": ink,
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
        place = {"minlen": "2"} if edge.leads else {"constraint": "false"}
        draw(dot, pen, edge.tail, edge.head, id=f"e-{edge.number}", **place, **common)


def _looks(pen: Pen, step: Step) -> dict[str, str]:
    """Give the attributes by which an edge tells what it does."""
    looks = {"class": step.relation.kind.value, "tooltip": plain(_words(pen, step))}
    if step.is_support:
        return looks
    ink = pen.colours["attack"]
    looks |= {"color": ink, "fontcolor": ink, "arrowhead": "tee", "arrowsize": "1.05", "penwidth": "2"}
    if step.relation.kind is RelationKind.UNDERCUT:
        looks["style"] = "dashed"
        if step.cuts is None:
            looks["label"] = _label("undercuts citation")
        elif not pen.compact:
            looks["label"] = _label("undercuts")
    return looks


def _label(word: str) -> str:
    return f"<<B> {word} </B>>"


def _words(pen: Pen, step: Step) -> str:
    """Say in words what a step does."""
    premises = " and ".join(pen.map[source].label for source in step.relation.sources if source in pen.map)
    target = "a step" if step.relation.kind is RelationKind.UNDERCUT else pen.map[step.bears_on].label
    return f"{premises} {step.word.removesuffix('s') if len(step.tails) > 1 else step.word} {target}"
