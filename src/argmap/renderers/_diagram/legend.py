"""The heading of a picture: title, description, counts, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.renderers._diagram import standing
from argmap.renderers._diagram.card import Card
from argmap.renderers._diagram.markup import PLATE_MARGIN, font, gap, plate, row, table
from argmap.renderers._diagram.steps import Plan
from argmap.renderers._diagram.wrap import measure, wrap

_TITLE, _SUBTITLE, _SIGN, _TEXT, _PLATE, _BETWEEN = 18, 10, 11, 9, 7.5, 16


def heading(title: str, lines: Iterable[str], legend: str, colours: Mapping[str, str], width: int) -> str:
    """Set the picture's heading as an HTML-like label, wrapped to a width in points."""
    rows = [row(font(line, _TITLE, colours["text"], bold=True)) for line in wrap(title, width, _TITLE, bold=True)]
    rows += [row(font(part, _SUBTITLE, colours["muted"])) for line in lines for part in wrap(line, width, _SUBTITLE)]
    if legend:
        rows += [gap(6), legend]
    return f"<{table(''.join([*rows, gap(10)]))}>"


def legend(plan: Plan, cards: Sequence[Card], colours: Mapping[str, str], width: int) -> str:
    """Explain the signs and words that occur, in rows as wide as the heading; empty where nothing needs it."""
    rows: list[str] = []
    room = 0.0
    for sign, sign_width, meaning in (*_signs(plan, cards, colours), *_words(cards, colours)):
        needed = sign_width + measure(meaning, _TEXT) + _BETWEEN + 5
        if needed > room:
            if rows:
                rows[-1] += f'<TD WIDTH="{round(room)}"></TD>'
            rows.append("")
            room = width
        room -= needed
        text = font(meaning, _TEXT, colours["text"])
        rows[-1] += (
            f'<TD ALIGN="LEFT">{sign}</TD><TD WIDTH="5"></TD><TD ALIGN="LEFT">{text}</TD><TD WIDTH="{_BETWEEN}"></TD>'
        )
    if rows:
        rows[-1] += f'<TD WIDTH="{round(room)}"></TD>'
    return "".join(row(table(f"<TR>{cells}</TR>")) + gap(3) for cells in rows)


def _signs(plan: Plan, cards: Sequence[Card], colours: Mapping[str, str]) -> Iterator[tuple[str, float, str]]:
    words = {step.word for step in plan.steps.values()}
    linked = any(len(step.relation.sources) > 1 for step in plan.steps.values())
    named = any(step.is_support and step.relation.scheme for step in plan.steps.values())
    found = [
        ("supports" in words, "──►", "support", "supports"),
        (not words.isdisjoint(("rebuts", "undermines")), "──┤", "attack", "speaks against"),
        ("undercuts" in words, "─ ─┤", "attack", "undercuts the step, not the statement"),
        (bool(plan.contradictions), "├─ ─┤", "attack", "contradict each other"),
        (any(card.is_bare for card in cards), "┌ ─ ┐", "error", standing.MEANING["unsupported"]),
    ]
    for occurs, sign, role, meaning in found:
        if occurs:
            yield font(sign, _SIGN, colours[role], bold=True), measure(sign, _SIGN, bold=True), meaning
    for occurs, sign, meaning in [(linked, "together", "only hold together"), (named, "scheme", "kind of step")]:
        if occurs:
            text = font(sign, _PLATE, colours["badge-text"], bold=True)
            yield plate(text, colours["support"]), measure(sign, _PLATE, bold=True) + 2 * PLATE_MARGIN, meaning
    if plan.references:
        yield font("→ see", 8, colours["text"], bold=True), 30, "stands in another section"


def _words(cards: Sequence[Card], colours: Mapping[str, str]) -> Iterator[tuple[str, float, str]]:
    said = {word for card in cards for word in card.words} - {"unsupported"}
    for word, meaning in standing.MEANING.items():
        if word in said:
            sign = word.upper()
            yield font(sign, 8, colours[standing.role(word)], bold=True), measure(sign, 8, bold=True), meaning
