"""One statement as a card: an HTML-like label, and the outline that tells its kind and standing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import Factory, frozen

from argmap.evaluation.verdict import Verdict
from argmap.model.citations import Citation, Stance
from argmap.model.findings import Finding, Severity
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.renderers._base import Direction
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.markup import clean, font, gap, plate, row, table
from argmap.renderers._diagram.wrap import clip, measure, wrap

WIDTH, REFERENCE_WIDTH = 190, 176
MARGIN = 8

_TITLE, _TEXT, _BARE, _SOURCE, _BADGE = 11.5, 10, 11, 9, 8
_MOST_LINES = 9
_MOST_SOURCES = 3
_MOST_FINDINGS = 2
_PORT = 13
_MOST_FULL_PORTS = 8
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")


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
        folded: How many pieces of evidence for it are not cards of their own.
        used_in: Titles of the other sections that refer to it.
        ports: How many edges arrive at it.
        direction: Which way the support runs.
        compact: Whether a finding that the standing tells already shows as its mere code.
    """

    statement: Statement
    colours: Mapping[str, str]
    verdict: Verdict | None = None
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = Factory(dict)
    about: str | None = None
    folded: int = 0
    used_in: tuple[str, ...] = ()
    ports: int = 0
    direction: Direction = Direction.RL
    compact: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words for its standing, the gravest first."""
        return standing.words(self.verdict)

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing is behind it."""
        return bool(self.words) and self.words[0] in ("unsupported", "circular")


def outline(card: Card) -> dict[str, str]:
    """Give the DOT attributes of the card's outline: type and standing are told by shape and line as well as colour."""
    kind = card.statement.kind
    style = "filled" if kind in (Kind.EVIDENCE, Kind.ARGUMENT) else "rounded,filled"
    width = {Kind.RECOMMENDATION: 2.8, Kind.EVIDENCE: 1.0}.get(kind, 1.3)
    return {
        "shape": "note" if kind is Kind.EVIDENCE else "box",
        "style": f"{style},dashed" if card.is_bare else style,
        "color": card.colours["error" if card.is_bare else kind.value],
        "fillcolor": card.colours[f"{kind.value}-fill"],
        "penwidth": "2" if card.is_bare else f"{width:g}",
    }


def label(card: Card) -> str:
    """Give the card's HTML-like label, with a port ``p0``, ``p1`` … for each edge that arrives."""
    rows = "".join([_head(card), gap(3), *_body(card), *_footer(card), *_strips(card)])
    if card.direction in (Direction.RL, Direction.LR):
        lacking = max(0, round(card.ports * _port_height(card.ports) - _content_height(rows)))
        rows = gap(lacking // 2) + rows + gap(lacking // 2) if lacking else rows
    inner = table(rows, f' COLOR="{card.colours["rule"]}" WIDTH="{WIDTH}"')
    content = f'<TD ALIGN="LEFT">{inner}</TD>'
    side, edge = f'<TD WIDTH="{MARGIN}"></TD>', f'<TR><TD COLSPAN="3" HEIGHT="{MARGIN - 2}"></TD></TR>'
    match card.direction:
        case Direction.LR:
            rows = f"{edge}<TR>{_column(card.ports)}{content}{side}</TR>{edge}"
        case Direction.BT:
            rows = f"{edge}<TR>{side}{content}{side}</TR>{_row(card.ports)}"
        case Direction.TB:
            rows = f"{_row(card.ports)}<TR>{side}{content}{side}</TR>{edge}"
        case _:
            rows = f"{edge}<TR>{side}{content}{_column(card.ports)}</TR>{edge}"
    return f"<{table(rows)}>"


def reference_label(card: Card, section: str) -> str:
    """Give the HTML-like label of a small card that refers to this one in another section."""
    kind = card.statement.kind.value
    lines = wrap(f"→ {name(card.statement)}", REFERENCE_WIDTH, _SOURCE, bold=True, most=3)
    rows = [row(font(line, _SOURCE, card.colours[kind], bold=True)) for line in lines]
    if section:
        rows.append(row(font(clip(clean(section), REFERENCE_WIDTH, _BADGE), _BADGE, card.colours["muted"])))
    return f"<{table(''.join(rows))}>"


def height(text: str) -> float:
    """Estimate how high a card is from its label, in points."""
    return _content_height(text) + 2 * MARGIN - 4


def _content_height(rows: str) -> float:
    return 7 + 11.8 * rows.count("<FONT")


def _port_height(ports: int) -> float:
    """Give the room that each of so many edges has to arrive in."""
    return _PORT if ports <= _MOST_FULL_PORTS else max(4, _PORT * _MOST_FULL_PORTS / ports)


def _column(ports: int) -> str:
    """Make the empty cells at the card's side at which edges arrive; they share its height."""
    if ports < 2:
        return f'<TD PORT="p0" WIDTH="{MARGIN}"></TD>'
    cells = "".join(f'<TR><TD PORT="p{n}" WIDTH="{MARGIN}" HEIGHT="0"></TD></TR>' for n in range(ports))
    return f'<TD WIDTH="{MARGIN}">{table(cells)}</TD>'


def _row(ports: int) -> str:
    """Make the empty cells along the card's lower or upper side at which edges arrive."""
    width, height = (WIDTH + 2 * MARGIN) // max(ports, 1), MARGIN - 2
    cells = "".join(f'<TD PORT="p{n}" WIDTH="{width}" HEIGHT="{height}"></TD>' for n in range(max(ports, 1)))
    return f'<TR><TD COLSPAN="3">{table(f"<TR>{cells}</TR>")}</TD></TR>'


def _head(card: Card) -> str:
    """Make the badge that names the kind, and at the right the words for the standing, as many as fit."""
    kind = card.statement.kind.value.upper()
    badge = f" IMPLICIT {kind} " if card.statement.implicit else f" {kind} "
    left = plate(font(badge, _BADGE, card.colours["badge-text"], bold=True), card.colours[card.statement.kind.value])
    room = WIDTH - measure(badge, _BADGE, bold=True) - 6
    said = ""
    for word in (*_told(card), *card.words):
        longer = f"{said} {word.upper()}".lstrip()
        if said and measure(longer, _BADGE, bold=True) > room - 4:
            break
        said = longer
    if not said:
        return row(table(f'<TR><TD ALIGN="LEFT">{left}</TD><TD WIDTH="{round(room)}"></TD></TR>'))
    between = max(4, round(room - measure(said, _BADGE, bold=True)))
    right = font(said, _BADGE, card.colours[standing.role(card.words[0])], bold=True)
    cells = f'<TR><TD ALIGN="LEFT">{left}</TD><TD WIDTH="{between}"></TD><TD ALIGN="RIGHT">{right}</TD></TR>'
    return row(table(cells))


def heading(statement: Statement) -> str | None:
    """Give what stands over a statement's text: its title, or its id where that is made of words.

    Example:
        >>> heading(Statement("fewer-injuries", Kind.CLAIM, "Lower speeds prevent injuries."))
        'Fewer injuries'
        >>> heading(Statement("c12", Kind.CLAIM, "Lower speeds prevent injuries.")) is None
        True
    """
    words = _WORD.findall(statement.id)
    is_named = statement.title or not statement.text or len(words) > 1
    return clean(statement.label) if is_named else None


def name(statement: Statement) -> str:
    """Give the words by which other places refer to a card: those in bold on it."""
    return heading(statement) or clean(statement.text)


def _body(card: Card) -> Iterator[str]:
    ink, title, text = card.colours["text"], heading(card.statement), clean(card.statement.text)
    if title is None:
        yield from _lines(text, _BARE, ink, bold=True)
        return
    yield from _lines(title, _TITLE, ink, bold=True)
    if text.rstrip(".").casefold() not in ("", title.casefold()):
        yield gap(2)
        yield from _lines(text, _TEXT, ink)


def _lines(text: str, size: float, ink: str, *, bold: bool = False) -> Iterator[str]:
    for line in wrap(text, WIDTH, size, bold=bold, most=_MOST_LINES):
        yield row(font(line, size, ink, bold=bold))


def _footer(card: Card) -> Iterator[str]:
    """Set a rule and under it what the statement cites."""
    notes = list(_cited(card))
    if card.folded:
        notes.append((f"+ {card.folded} {'piece' if card.folded == 1 else 'pieces'} of evidence", "muted"))
    if card.used_in:
        notes.append((f"← used in {', '.join(map(clean, card.used_in))}", "muted"))
    if notes:
        yield f"{gap(4)}<HR/>{gap(3)}"
        for text, role in notes:
            yield row(font(clip(text, WIDTH, _SOURCE), _SOURCE, card.colours[role]))


def _cited(card: Card) -> Iterator[tuple[str, str]]:
    """Give a line per source and stance, and the role that it is set in."""
    lines: dict[tuple[str, Stance], list[Citation]] = {}
    for citation in card.statement.citations:
        lines.setdefault((citation.source, citation.stance), []).append(citation)
    for (_, stance), citations in list(lines.items())[:_MOST_SOURCES]:
        sign, remark = ("×", ", contradicts this") if stance is Stance.CONTRADICTS else ("»", "")
        if stance in (Stance.QUALIFIES, Stance.CONTEXT):
            remark = f" ({stance.value})"
        places = ", ".join(dict.fromkeys(clean(c.locator) for c in citations if c.locator))
        tail = clip((f", {places}" if places else "") + remark, WIDTH / 2, _SOURCE)
        name = _source_name(card, citations[0])
        room = WIDTH - measure(f"{sign} {tail}", _SOURCE)
        yield f"{sign} {clip(name, room, _SOURCE)}{tail}", "attack" if stance is Stance.CONTRADICTS else "muted"
    if len(lines) > _MOST_SOURCES:
        yield f"and {len(lines) - _MOST_SOURCES} more", "muted"


def _source_name(card: Card, citation: Citation) -> str:
    if citation.source == card.about and citation.selector:
        return f"“{clean(citation.selector.quote)}”"
    return clean(card.sources[citation.source].label if citation.source in card.sources else citation.source)


def _told(card: Card) -> tuple[str, ...]:
    """Give the code of the finding that the standing tells, on a compact card."""
    codes = sorted({f.code for f in card.findings if standing.TOLD_BY.get(f.code) in card.words})
    return tuple(codes[:1]) if card.compact else ()


def _strips(card: Card) -> Iterator[str]:
    """Set the gravest findings on coloured strips, and count the rest."""
    told = _told(card)
    grave = {f.code: f for f in card.findings if f.severity is not Severity.NOTE and f.code not in told}
    shown = sorted(grave.values(), key=lambda finding: (finding.severity.rank, finding.code))
    rest = len(shown) - _MOST_FINDINGS
    for place, finding in enumerate(shown[:_MOST_FINDINGS]):
        role = finding.severity.value
        text = f" ! {finding.code} {finding.name.replace('-', ' ')}"
        if place == _MOST_FINDINGS - 1 and rest > 0:
            text += f", {rest} more"
        line = clip(text, WIDTH - 6, _SOURCE, bold=True)
        yield gap(4) + row(
            plate(font(line, _SOURCE, card.colours[role], bold=True), card.colours[f"{role}-fill"], width=WIDTH)
        )
