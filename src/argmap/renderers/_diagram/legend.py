"""The heading of a picture: title, description, counts, and what its signs mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from argmap.evaluation.labels import Standing
from argmap.model.findings import Finding
from argmap.model.statements import Kind
from argmap.renderers import _marking
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.card import MOST_STRIPS, Card, by_word, on_strips
from argmap.renderers._diagram.fates import Fate
from argmap.renderers._diagram.markup import PLATE_MARGIN, clean, font, gap, level, plate, row, table
from argmap.renderers._diagram.steps import Plan
from argmap.renderers._diagram.wrap import measure, wrap
from argmap.renderers._found import in_words
from argmap.wording import joined

_FOR = {"supports": "supports", "answers": "answers a question"}
_AGAINST = {"rebuts", "undermines", "attacks", "weighs against"}
_TITLE, _SUBTITLE, _SIGN, _TEXT, _WORD, _PLATE, _BETWEEN = 18, 10, 11, 9, 8, 7.5, 16

COLUMN = 330
"""How wide a legend is that stands by itself, in points."""


@frozen
class Type:
    """How a heading is set.

    Attributes:
        colours: The colour of each role.
        width: How wide its lines are at most, in points.
        scale: How many times larger it is set than on a small picture.
    """

    colours: Mapping[str, str]
    width: int
    scale: float


def heading(set_in: Type, title: str, lines: Iterable[str], *parts: str, unread: str = "") -> str:
    """Set the title, the lines under it, and further rows, such as the legend, as an HTML-like label.

    Args:
        set_in: The type.
        title: The title.
        lines: The lines.
        parts: The rows.
        unread: Why part of the map may not have been read, which stands right under the title.
    """
    title_size, size = _TITLE * set_in.scale, _SUBTITLE * set_in.scale
    titles = wrap(title, set_in.width, title_size, bold=True)
    rows = [row(font(line, title_size, set_in.colours["text"], bold=True)) for line in titles]
    warned = wrap(unread, set_in.width, size, bold=True) if unread else []
    rows += [row(font(part, size, set_in.colours["error"], bold=True)) for part in warned]
    said = [part for line in lines for part in wrap(line, set_in.width, size)]
    rows += [row(font(part, size, set_in.colours["muted"])) for part in said]
    for part in filter(None, parts):
        rows += [gap(6), part]
    return f"<{table(''.join([*rows, gap(10)]))}>"


def column(*parts: str) -> str:
    """Set rows, such as the legend, by themselves as an HTML-like label; empty where there are none."""
    rows = "".join(filter(None, parts))
    return f"<{table(rows)}>" if rows else ""


def legend(set_in: Type, plan: Plan, cards: Sequence[Card], key: Sequence[tuple[str, str]] = ()) -> str:
    """Explain the signs and words that occur, in rows as wide as the heading; empty where nothing needs it."""
    rows: list[str] = []
    room, size = 0.0, _TEXT * set_in.scale
    told = _told(cards)
    words = (*_words(set_in, cards, told), *_codes(set_in, cards))
    signs = (*_marks(set_in, cards), *_kinds(set_in, cards), *_signs(set_in, plan, cards, told), *words)
    signs = (*signs, *_stripes(set_in, key))
    for sign, sign_width, meaning in signs:
        needed = sign_width + measure(meaning, size) + _BETWEEN + 5
        if needed > room:
            if rows:
                rows[-1] += f'<TD WIDTH="{round(room)}"></TD>'
            rows.append("")
            room = set_in.width
        room -= needed
        text = font(meaning, size, set_in.colours["text"])
        rows[-1] += (
            f'<TD ALIGN="LEFT">{sign}</TD><TD WIDTH="5"></TD><TD ALIGN="LEFT">{text}</TD><TD WIDTH="{_BETWEEN}"></TD>'
        )
    if rows:
        rows[-1] += f'<TD WIDTH="{round(room)}"></TD>'
    return "".join(row(table(f"<TR>{cells}</TR>")) + gap(3) for cells in rows)


def _signs(
    set_in: Type, plan: Plan, cards: Sequence[Card], told: Mapping[str, str]
) -> Iterator[tuple[str, float, str]]:
    """Return each sign, its width, and what it means."""
    words = {step.word for step in plan.steps.values() if step.fate is not Fate.OUTWEIGHED}
    speaks_for = [meaning for word, meaning in _FOR.items() if word in words]
    become = {step.fate for step in plan.steps.values()}
    judged = {one.standing for one in plan.judgements}
    is_paged = any(card.used_in.startswith("on p.") for card in cards)
    for occurs, sign, role, meaning in [
        (bool(speaks_for), "──►", "support", " or ".join(speaks_for)),
        (bool(words & _AGAINST), "──┤", "attack", "speaks against"),
        (Fate.OUTWEIGHED in become, "· ·┤", "attack", "speaks against, but is outweighed"),
        (Standing.ACCEPTED in judged, "──◊", "support", "outweighs, in the author's judgement"),
        (Standing.UNDECIDED in judged, "─ ─◊", "support", "may outweigh: not settled"),
        (Standing.REJECTED in judged, "· ·◊", "spent", "no longer outweighs"),
        ("undercuts" in words, "─ ─┤", "attack", "undercuts the step, not the statement"),
        (Fate.SPENT in become, "───", "spent", "comes to nothing: its reason falls, or it is undercut"),
        (bool(plan.contradictions), "├─ ─┤", "attack", "contradict each other"),
        (
            bool(plan.references) or any(card.refers_to is not None for card in cards),
            "→ …, p. 9" if is_paged else "→",
            "text",
            "stands on that page" if is_paged else "stands in another section",
        ),
        (is_paged, "← used on p. 9", "text", "bears on something on that page"),
    ]:
        if occurs:
            yield *_bold(set_in, sign, _SIGN, role), meaning
    if any(card.is_bare for card in cards):
        yield _dashed(set_in), 22 * set_in.scale, told["unsupported"]
    yield from _junctions(set_in, plan)


def _dashed(set_in: Type) -> str:
    """Make a small card with the outline of one that rests on nothing."""
    look = f'BORDER="2" STYLE="ROUNDED,DASHED" COLOR="{set_in.colours["error"]}" CELLBORDER="0"'
    cell = f'<TD WIDTH="{round(20 * set_in.scale)}" HEIGHT="{round(9 * set_in.scale)}"></TD>'
    return f'<TABLE {look} CELLSPACING="0" CELLPADDING="0"><TR>{cell}</TR></TABLE>'


def _junctions(set_in: Type, plan: Plan) -> Iterator[tuple[str, float, str]]:
    """Return what the plates of supports say, its width, and what it means; white where all such come to nothing."""
    steps = plan.steps.values()
    for found, sign, meaning in [
        ([s for s in steps if len(s.relation.premises) > 1 and not s.title], "together", "only hold together"),
        ([s for s in steps if s.title], "name", "an argument: its premises only hold together"),
        ([s for s in steps if s.is_support and s.relation.scheme], "scheme", "kind of step"),
        ([s for s in steps if s.relation.weight], "0.7", "how much a reason weighs"),
    ]:
        if found:
            is_full = any(s.is_support and s.fate is not Fate.SPENT for s in found)
            text, width = _bold(set_in, sign, _PLATE, "badge-text" if is_full else "muted")
            fill, line = ("support", None) if is_full else ("page", set_in.colours["spent"])
            yield plate(text, set_in.colours[fill], line=line), width + 2 * PLATE_MARGIN, meaning


def _marks(set_in: Type, cards: Sequence[Card]) -> Iterator[tuple[str, float, str]]:
    """Return the sign of each mark that occurs, its width, and what it means."""
    found = {mark for card in cards for mark in card.marks}
    found.update(mark for card in cards[:1] if card.marking for mark in card.marking.relations.values())
    found.update(mark for card in cards for c in card.statement.citations if (mark := card.source_mark(c.source)))
    for mark, sign in _marking.SIGN.items():
        if mark in found:
            text, width = _bold(set_in, sign, _PLATE, "badge-text")
            yield plate(text, set_in.colours[_marking.INK[mark]]), width + 2 * PLATE_MARGIN, _marking.MEANING[mark]


def _kinds(set_in: Type, cards: Sequence[Card]) -> Iterator[tuple[str, float, str]]:
    """Return a patch of the colour of each kind that occurs, where the cards do not name it."""
    kinds = {card.statement.kind for card in cards if card.plain and not card.is_section}
    for kind in (kind for kind in Kind if kind in kinds):
        yield *_bold(set_in, "█", _WORD, kind.value), kind.value


def _codes(set_in: Type, cards: Sequence[Card]) -> Iterator[tuple[str, float, str]]:
    """Return the code of each rule that occurs, its width, and what it is called."""
    for finding, number in _shown(cards):
        text, width = _bold(set_in, finding.code, _PLATE, finding.severity.value)
        sign = plate(text, set_in.colours[f"{finding.severity.value}-fill"])
        yield sign, width + 2 * PLATE_MARGIN, f"{in_words(finding.name)} ({number})"


def _shown(cards: Iterable[Card]) -> list[tuple[Finding, int]]:
    """Return a finding of each code that has a strip, the gravest first, and on how many cards it has one."""
    first: dict[str, Finding] = {}
    numbers: Counter[str] = Counter()
    for card in cards:
        for finding in on_strips(card)[:MOST_STRIPS]:
            first.setdefault(finding.code, finding)
            numbers[finding.code] += 1
    ordered = sorted(first.values(), key=lambda finding: (finding.severity.rank, finding.code))
    return [(finding, numbers[finding.code]) for finding in ordered]


def _told(cards: Iterable[Card]) -> dict[str, str]:
    """Return what each word for a standing means, with the codes of the findings that it tells and their numbers."""
    numbers = Counter((word, code) for card in cards for code, word in by_word(card).items())
    codes: dict[str, list[str]] = {}
    for (word, code), number in sorted(numbers.items()):
        codes.setdefault(word, []).append(f"{code} ({number})")
    return {
        word: f"{meaning}: {joined(codes[word])}" if word in codes else meaning
        for word, meaning in standing.MEANING.items()
    }


def _words(set_in: Type, cards: Sequence[Card], told: Mapping[str, str]) -> Iterator[tuple[str, float, str]]:
    """Return each word for a standing that its card does not explain, its width, and what it means."""
    said = {word for card in cards if not card.plain for word in card.words} - {"unsupported"}
    for word, meaning in told.items():
        if word in said:
            text, width = _bold(set_in, word.upper(), _WORD, standing.role(word))
            yield level(f"<TD>{text}</TD>"), width, meaning


def _stripes(set_in: Type, key: Iterable[tuple[str, str]]) -> Iterator[tuple[str, float, str]]:
    """Return a patch of each colour to which the author gives a meaning, its width, and that meaning."""
    for meaning, colour in key:
        yield *_bold(set_in, "█", _WORD, colour), clean(meaning)


def _bold(set_in: Type, text: str, size: float, role: str) -> tuple[str, float]:
    size *= set_in.scale
    return font(text, size, set_in.colours[role], bold=True), measure(text, size, bold=True)
