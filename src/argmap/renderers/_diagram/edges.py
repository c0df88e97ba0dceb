"""Steps, undercuts and contradictions as edges and junctions of a DOT graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from attrs import Factory, evolve, frozen

from argmap.evaluation.labels import Standing
from argmap.model.document import ArgumentMap
from argmap.model.look import PLAIN, Look
from argmap.model.relations import RelationKind
from argmap.renderers import Direction, Mark, _marking
from argmap.renderers._diagram.fates import DrawnJudgement, Fate
from argmap.renderers._diagram.markup import clean, element_id, escape, gap, plain, table
from argmap.renderers._diagram.steps import DrawnStep, Plan
from argmap.renderers._diagram.wrap import wrap

if TYPE_CHECKING:
    import graphviz

_PLATE_WIDTH, _TITLED_WIDTH, _PLATE_MARGIN, _PLATE_TEXT = 84, 120, 5, 8.5
_HIGH = 3
_FAINT, _THIN = {"style": "dotted", "penwidth": "1.5"}, {"penwidth": "0.9"}
_JUDGED = {
    Standing.ACCEPTED: ("outweighs", "solid", "support"),
    Standing.UNDECIDED: ("may outweigh", "dashed", "support"),
    Standing.REJECTED: ("no longer outweighs", "dotted", "spent"),
}

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
        names: The words by which each statement is referred to.
        direction: Which way the support runs.
        colours: The colour of each role.
        compact: Whether room is short.
        look: How the map's author asks for it to be drawn.
        sections: The words over each section, by its id.
        numbers: The number of the page that each statement stands on, by its id; empty where there are no pages.
        marks: The marks of relations by their ids.
    """

    map: ArgumentMap
    plan: Plan
    names: Mapping[str, str]
    direction: Direction
    colours: Mapping[str, str]
    compact: bool
    look: Look = PLAIN
    sections: Mapping[str, str] = Factory(dict)
    numbers: Mapping[str, int] = Factory(dict)
    marks: Mapping[str, Mark] = Factory(dict)

    @property
    def is_flat(self) -> bool:
        """Tell whether the support runs from side to side."""
        return self.direction in (Direction.RL, Direction.LR)

    def place(self, statement: str) -> str:
        """Say on which page and in which section a statement stands; the page comes first, as a long title is cut."""
        section = self.sections.get(self.map[statement].group or "", "")
        page = f"p.\N{NO-BREAK SPACE}{self.numbers[statement]}" if statement in self.numbers else ""
        return ", ".join(filter(None, (page, section)))

    def stacked(self, items: Iterable[_T]) -> list[_T]:
        """Return things in the order in which Graphviz has to meet them; from side to side it stacks them upwards."""
        return list(items)[::-1] if self.is_flat else list(items)


def draw(dot: graphviz.Digraph, tail: str, head: str, **attributes: str) -> None:
    """Draw an edge from one node to another.

    In DOT it leads back, from the root on, and has its head at its tail: Graphviz keeps the order of ports only where
    edges start, and would cross those that arrive at a card.
    """
    dot.edge(head, tail, **{_TURNED.get(name, name): value for name, value in attributes.items()})


def junction(pen: Pen, step: DrawnStep) -> dict[str, str]:
    """Return the attributes of the node that a step passes: a plate with its name, or a dot."""
    ink = pen.colours["spent" if step.fate is Fate.SPENT else "support" if step.is_support else "attack"]
    common = {"id": step.node, "class": "step", "color": ink, "fillcolor": ink, "tooltip": plain(_words(pen, step))}
    if step.fate is Fate.SPENT:
        common |= _THIN
    if colour := pen.look.colours.get(step.relation.id):
        common |= {"color": pen.colours[colour], "penwidth": "2.5"}
    if not step.is_plate:
        return common | {"shape": "circle", "style": "filled", "width": "0.12", "fixedsize": "true", "label": ""}
    width, most = (_TITLED_WIDTH, 4) if step.title or step.outweighed_by or step.revoked else (_PLATE_WIDTH, 3)
    lines = wrap(clean(step.name), width, _PLATE_TEXT, bold=True, most=most)
    is_full = step.is_support and step.fate is not Fate.SPENT
    return common | {
        "fillcolor": ink if is_full else pen.colours["page"],
        "fontcolor": pen.colours["badge-text" if is_full else "muted" if step.fate is Fate.SPENT else "attack"],
        "fontsize": f"{_PLATE_TEXT:g}",
        "label": f"<{_plate(lines, len(step.tails), pen.direction, wrap(step.values, width, _PLATE_TEXT))}>",
    }


def meeting(pen: Pen, one: DrawnJudgement) -> dict[str, str]:
    """Return the attributes of the plate in which linked reasons meet that outweigh an attack only together."""
    words, _, role = _JUDGED[one.standing]
    words = f"together {words.removesuffix('s')}"
    return {
        "id": one.node,
        "class": "judgement",
        "color": pen.colours[role],
        "fillcolor": pen.colours["page"],
        "fontcolor": pen.colours["muted"],
        "fontsize": f"{_PLATE_TEXT:g}",
        "label": f"<{_plate(wrap(words, _PLATE_WIDTH, _PLATE_TEXT, bold=True), len(one.tails), pen.direction)}>",
        "tooltip": words,
    } | _THIN


def _plate(lines: Sequence[str], ports: int, direction: Direction, plain_lines: Sequence[str] = ()) -> str:
    """Make the label of a junction, with a port for each edge that comes in, so that these keep their order."""
    text = table(
        gap(4 if len(lines) + len(plain_lines) < _HIGH else 7)
        + "".join(f"<TR><TD><B>{escape(line)}</B></TD></TR>" for line in lines)
        + "".join(f"<TR><TD>{escape(line)}</TD></TR>" for line in plain_lines)
        + gap(1)
    )
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


def draw_edges(graphs: Mapping[str | None, graphviz.Digraph], pen: Pen, apart: Mapping[str, str | None]) -> None:
    """Draw the edges of all steps and contradictions in the graph of their section.

    Args:
        graphs: The graph of each section that is drawn apart; under None all else.
        pen: What the edges have in common.
        apart: The outermost section of each statement where these are drawn apart; empty to draw them joined.
    """
    for section, part in pen.plan.divided(apart).items():
        _draw_part(graphs[section], evolve(pen, plan=part))


def _draw_part(dot: graphviz.Digraph, pen: Pen) -> None:
    """Draw edges kind by kind."""
    for kind, look in _looks(pen).items():
        steps = [step for step in pen.plan.steps.values() if step.relation.kind is kind]
        contradictions = pen.plan.contradictions if kind is RelationKind.CONTRADICTION else ()
        if not steps and not contradictions:
            continue
        with dot.subgraph(edge_attr=look | {"class": kind.value}) as part:
            for step in steps:
                _draw_step(part, pen, step)
            for edge in contradictions:
                free = {"constraint": "false", "tailport": "_"}
                place = {"minlen": "2", "headport": _port(pen, edge.edge)} if edge.leads else free
                mark = _marked(pen, pen.map.relations[edge.number].id)
                draw(part, edge.tail, edge.head, id=edge.edge, tooltip="contradict each other", **place, **mark)
    if pen.plan.judgements:
        with dot.subgraph(edge_attr={"class": "judgement", "fontcolor": pen.colours["muted"]} | _THIN) as part:
            for one in pen.plan.judgements:
                _draw_judgement(part, pen, one)


def _draw_judgement(dot: graphviz.Digraph, pen: Pen, one: DrawnJudgement) -> None:
    """Draw a line from what outweighs an attack to the attack's junction, together where only together it does."""
    words, style, role = _JUDGED[one.standing]
    look = {"style": style, "color": pen.colours[role]}
    cost = pen.plan.steps[one.number]
    arrives = look | {"id": one.edge, "tooltip": words, "arrowhead": "odiamond"}
    arrives |= {"headport": _side(pen, one.tails[0], cost)} | (
        {"minlen": "1"} if one.leads else {"constraint": "false"}
    )
    if one.is_linked:
        for place, tail in enumerate(one.tails):
            port = f"p{place}:{HEAD[pen.direction]}"
            draw(dot, tail, one.node, id=f"{one.edge}-{place}", arrowhead="none", headport=port, **look)
        draw(dot, one.node, cost.node, tailport="_", **arrives)
    else:
        draw(dot, one.tails[0], cost.node, **arrives)


def _looks(pen: Pen) -> dict[RelationKind, dict[str, str]]:
    """Return the attributes by which the edges of each kind tell what they do."""
    ink, text = pen.colours["attack"], pen.colours["objection"]
    against = {"color": ink, "fontcolor": text, "penwidth": "2", "arrowtail": "tee", "arrowsize": "1.05"}
    dashed = against | {"style": "dashed"}
    return {
        RelationKind.SUPPORT: {"weight": "3", "minlen": "2"},
        RelationKind.ATTACK: against,
        RelationKind.UNDERCUT: dashed | {"weight": "3"},
        RelationKind.CONTRADICTION: dashed | {"dir": "both", "arrowhead": "tee", "label": _label("contradicts")},
    }


def _draw_step(dot: graphviz.Digraph, pen: Pen, step: DrawnStep) -> None:
    """Draw the edges of a step: into its junction and out of it, or straight from where it starts."""
    cut = None if step.cuts is None else pen.plan.steps[step.cuts]
    port = _port(pen, step.edge) if cut is None else _side(pen, step.tails[0], cut)
    faint = _faint(pen, step) | _marked(pen, step.relation.id)
    out = {"id": step.edge, "headport": port, "tooltip": plain(_words(pen, step))} | faint
    head = element_id("n", step.bears_on) if cut is None else cut.node
    words = [_marking.SIGN[pen.marks[step.relation.id]]] if step.relation.id in pen.marks else []
    if step.relation.kind is RelationKind.UNDERCUT and not (pen.compact and step.cuts is not None):
        words.append("undercuts citation" if step.cuts is None else "undercuts")
    if words:
        out["label"] = _label(" ".join(words))
    if step.junction:
        for place, tail in enumerate(step.tails):
            port = f"p{place}:{HEAD[pen.direction]}" if step.is_plate else HEAD[pen.direction]
            into = {"id": f"{step.edge}-{place}", "class": "link", "headport": port, "arrowhead": "none"}
            draw(dot, tail, step.node, weight="4", minlen="1", **into, **faint)
        draw(dot, step.node, head, weight="8", minlen="1" if step.cuts is None else "2", **out)
    elif step.is_support:
        draw(dot, step.tails[0], head, **out)
    else:
        draw(dot, step.tails[0], head, minlen="2" if step.cuts is None else "1", **out)


def _faint(pen: Pen, step: DrawnStep) -> dict[str, str]:
    """Return the attributes by which the edges of a step tell that it does not do what it would."""
    if step.fate is Fate.SPENT:
        return _THIN | {"color": pen.colours["spent"], "fontcolor": pen.colours["muted"]}
    return _FAINT if step.fate is Fate.OUTWEIGHED else {}


def _marked(pen: Pen, relation: str) -> dict[str, str]:
    """Return the attributes by which an edge tells what its relation is marked as."""
    mark = pen.marks.get(relation)
    ink = pen.colours[_marking.INK[mark]] if mark else ""
    return {"color": ink, "fontcolor": ink, "penwidth": "2.5"} if mark else {}


def _port(pen: Pen, edge: str) -> str:
    """Tell at which port of a card an edge arrives."""
    return f"p{pen.plan.ports[edge]}:{HEAD[pen.direction]}"


def _side(pen: Pen, tail: str, step: DrawnStep) -> str:
    """Tell where a line arrives that cuts or judges a step: at that side of the junction on which it starts."""
    is_first = pen.plan.order[tail] < pen.plan.order[step.tails[0]]
    if pen.is_flat:
        return "n" if is_first else "s"
    return "w" if is_first else "e"


def _label(word: str) -> str:
    return f"<<B> {word} </B>>"


def told(pen: Pen) -> dict[str, str]:
    """Say in words what supports and attacks each card and reference, in reading order; nothing where nothing does."""
    said: dict[str, list[str]] = {node: [] for node in pen.plan.order}
    for step in pen.plan.steps.values():
        said[element_id("n", step.bears_on)].append(f"{_words(pen, step)}.")
    return {node: " ".join(sentences) for node, sentences in said.items()}


def _words(pen: Pen, step: DrawnStep) -> str:
    """Say in words what a step does."""
    premises = " and ".join(pen.names[premise] for premise in step.relation.premises if premise in pen.names)
    first, *rest = step.word.split(" ")
    verb = " ".join([first.removesuffix("s") if len(step.tails) > 1 else first, *rest])
    if step.relation.kind is RelationKind.UNDERCUT:
        return f"{premises} {verb} {'a citation' if step.cuts is None else 'a step'}{_but(step)}"
    return f"{premises} {verb} {pen.names[step.bears_on]}{_but(step)}"


def _but(step: DrawnStep) -> str:
    """Say in words what keeps a step from doing what it would."""
    if step.fate is Fate.SPENT:
        return f", but {'come' if len(step.tails) > 1 else 'comes'} to nothing"
    if step.revoked:
        return f", no longer outweighed by {' and '.join(step.revoked)}"
    is_ = "are" if len(step.tails) > 1 else "is"
    return f", but {is_} outweighed by {' and '.join(step.outweighed_by)}" if step.fate is Fate.OUTWEIGHED else ""
