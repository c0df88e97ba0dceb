"""One statement as a card: an HTML-like label, and the outline that tells its kind and standing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import Factory, frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.verdict import Verdict
from argmap.model.findings import Finding
from argmap.model.look import Label
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.renderers import Direction, Mark, Marks, _marking
from argmap.renderers._below import NOTHING, Below
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.markup import gap, table
from argmap.renderers._folding import StandIn

WIDTH, MARGIN = 190, 8
MOST_STRIPS = 2

_LOOKS = {
    Kind.RECOMMENDATION: {"penwidth": "2.8"},
    Kind.EVIDENCE: {"shape": "note", "style": "filled", "penwidth": "1"},
    Kind.ARGUMENT: {"style": "filled"},
}
_PORT, _ATTACK_PORT, _MOST_FULL_PORTS = 13, 14, 8
_CORNER = 5  # where a card is round, no edge arrives


@frozen
class Card:
    """What is drawn of a statement.

    Attributes:
        statement: The statement.
        colours: The colour of each role.
        verdict: How it stands, if that was worked out.
        findings: What the checks found about it, its steps and its citations.
        sources: The known sources, by id.
        about: Id of the analysed text, whose citations are told by their phrases.
        grades: How good each citation is, by id.
        folded: How many pieces of evidence for it are not cards of their own.
        used_in: In which other sections, or on which pages, it is referred to, in words.
        ports: How many edges arrive at it.
        attacks: How many of them, the last ones, speak against it.
        direction: Which way the support runs.
        label: What of its words is shown; None where its title counts only if it has one, or an id made of words.
        shows_tags: Whether its tags are shown.
        colour: The colour that its author gives it.
        stand_in: What it stands for, if it is no statement of the map.
        below: What it stands for, or what is below it, and is not drawn.
        marking: What is marked in the picture, if that was asked for.
        pages: On which pages that is drawn for which the card stands, in words.
        plain: Whether it has no badge and no words for its standing.
        refers_to: The heading of the section that it stands in, if it is a small card for a statement of a section that
            is not drawn.
    """

    statement: Statement
    colours: Mapping[str, str]
    verdict: Verdict | None = None
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = Factory(dict)
    about: str | None = None
    grades: Grades = Factory(dict)
    folded: int = 0
    used_in: str = ""
    ports: int = 0
    attacks: int = 0
    direction: Direction = Direction.RL
    label: Label | None = None
    shows_tags: bool = False
    colour: str | None = None
    stand_in: StandIn | None = None
    below: Below = NOTHING
    marking: Marks | None = None
    plain: bool = False
    refers_to: str | None = None
    pages: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words for its standing, the gravest first."""
        words = standing.words(self.verdict) if self.refers_to is None else ()
        return words if self.statement.kind is not Kind.ASSUMPTION else tuple(w for w in words if w != "conditional")

    @cached_property
    def marks(self) -> Mapping[Mark, str]:
        """Return its marks, the gravest first, each with its words."""
        return _marking.of_card(self.marking, self.statement.id, self.stand_in) if self.marking else {}

    def source_mark(self, source: str) -> Mark | None:
        """Return what a source that it cites is marked as."""
        citing = self.marking.citing if self.marking else None
        if self.marking is None or (citing is not None and self.statement.id not in citing):
            return None
        return self.marking.sources.get(source)

    @property
    def is_bare(self) -> bool:
        """Tell whether it rests on nothing, or some premise of the argument that it stands for."""
        if self.stand_in:
            return bool(self.below.bare) and not self.is_section
        words = standing.words(self.verdict)
        return bool(words) and standing.is_bare(words[0])

    @property
    def is_section(self) -> bool:
        """Tell whether it is a closed section."""
        return self.stand_in is not None and self.stand_in.group is not None

    @property
    def role(self) -> str:
        """Return the role of its ink in the palette."""
        return "section-title" if self.is_section else self.statement.kind.value


def by_word(card: Card) -> dict[str, str]:
    """Return the word for the standing that says already what a finding says, by the code of each such finding."""
    told = {f.code: standing.TOLD_BY.get(f.name) for f in card.findings}
    return {code: word for code, word in told.items() if word in card.words[:1]}


def on_strips(card: Card) -> list[Finding]:
    """Return the findings that have a strip of their own, one of each code, the gravest first; some find no room."""
    told = by_word(card)
    grave = {f.code: f for f in card.findings if f.code not in told}
    return sorted(grave.values(), key=lambda finding: (finding.severity.rank, finding.name != "suspect", finding.code))


def outline(card: Card) -> dict[str, str]:
    """Return the DOT attributes of a card's outline: kind and standing are told by shape and line as well as colour."""
    kind = card.statement.kind
    look = {"color": card.colours[kind.value], "fillcolor": card.colours[f"{kind.value}-fill"]} | _LOOKS.get(kind, {})
    if card.is_section:
        look = {"color": card.colours["section-title"], "fillcolor": card.colours["section"], "peripheries": "2"}
    if card.refers_to is not None:
        look = {"color": card.colours[card.role], "fillcolor": card.colours["page"]}
    if card.colour:
        look["fillcolor"] = card.colours[f"{card.colour}-fill"]
    if card.marking:
        look["fillcolor"] = card.colours["page"]
    for mark in list(card.marks)[:1]:
        ink, fill = card.colours[_marking.INK[mark]], card.colours[_marking.FILL[mark]]
        look |= {"color": ink, "fillcolor": fill, "penwidth": "3.2"}
    if card.is_bare:
        style = look.get("style", "rounded,filled")
        look |= {"color": card.colours["error"], "style": f"{style},dashed", "penwidth": "3.2" if card.marks else "2"}
    return look


def frame(card: Card, rows: str, height: float) -> str:
    """Put a card's rows into its label, with a port ``p0``, ``p1`` … for each edge that arrives.

    Args:
        card: The card.
        rows: The rows of its inner table.
        height: How high they are, in points.
    """
    if card.direction in (Direction.RL, Direction.LR):
        lacking = max(0, round(sum(_port_heights(card)) + 2 * _corner(card) - height))
        rows = gap(lacking // 2) + rows + gap(lacking // 2) if lacking else rows
    inner = table(rows, f' COLOR="{card.colours["rule"]}" WIDTH="{WIDTH}"')
    content = f'<TD ALIGN="LEFT">{inner}</TD>'
    side, edge = f'<TD WIDTH="{MARGIN}"></TD>', f'<TR><TD COLSPAN="3" HEIGHT="{MARGIN - 2}"></TD></TR>'
    stripe = _stripe(card) if card.colour else side
    match card.direction:
        case Direction.LR:
            rows = f"{edge}<TR>{_column(card)}{content}{stripe}</TR>{edge}"
        case Direction.BT:
            rows = f"{edge}<TR>{stripe}{content}{side}</TR>{_row(card.ports)}"
        case Direction.TB:
            rows = f"{_row(card.ports)}<TR>{stripe}{content}{side}</TR>{edge}"
        case _:
            rows = f"{edge}<TR>{stripe}{content}{_column(card)}</TR>{edge}"
    return f"<{table(rows)}>"


def _stripe(card: Card) -> str:
    """Make the stripe along a card's side that shows its author's colour."""
    colour = card.colours[card.colour or "page"]
    cells = f'<TR><TD WIDTH="2"></TD><TD WIDTH="3" BGCOLOR="{colour}"></TD><TD WIDTH="3"></TD></TR>'
    return f'<TD WIDTH="{MARGIN}">{table(cells)}</TD>'


def _port_heights(card: Card) -> list[int]:
    """Return the room in which each edge arrives: more for an attack with its broad head, less where there are many."""
    shrink = min(1, _MOST_FULL_PORTS / card.ports) if card.ports else 1
    rooms = (_PORT,) * (card.ports - card.attacks) + (_ATTACK_PORT,) * card.attacks
    return [max(4, round(room * shrink)) for room in rooms]


def _column(card: Card) -> str:
    """Make the empty cells at the card's side at which edges arrive."""
    if not card.ports:
        return f'<TD WIDTH="{MARGIN}"></TD>'
    heights = _port_heights(card)
    cells = "".join(f'<TR><TD PORT="p{n}" WIDTH="{MARGIN}" HEIGHT="{h}"></TD></TR>' for n, h in enumerate(heights))
    corner = gap(_CORNER) if card.ports > 1 else ""
    return f'<TD WIDTH="{MARGIN}">{table(corner + cells + corner)}</TD>'


def _corner(card: Card) -> int:
    """Return the room over and under the ports; a single one is in the middle."""
    return _CORNER if card.ports > 1 else 0


def _row(ports: int) -> str:
    """Make the empty cells along the card's lower or upper side at which edges arrive."""
    width, height = (WIDTH + 2 * MARGIN) // max(ports, 1), MARGIN - 2
    cells = "".join(f'<TD PORT="p{n}" WIDTH="{width}" HEIGHT="{height}"></TD>' for n in range(max(ports, 1)))
    return f'<TR><TD COLSPAN="3">{table(f"<TR>{cells}</TR>")}</TD></TR>'
