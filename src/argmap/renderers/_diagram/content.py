"""What stands on a card: badge and standing, title and text, what it cites, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.labels import Grade
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.look import Label
from argmap.model.statements import Kind, Statement
from argmap.renderers import _marking
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.bidi import turned
from argmap.renderers._diagram.card import MOST_STRIPS, WIDTH, Card, frame, on_strips
from argmap.renderers._diagram.markup import PLATE_MARGIN, clean, font, gap, level, plate, row, table
from argmap.renderers._diagram.wrap import clip, measure, wrap
from argmap.renderers._found import in_words
from argmap.text import runs_to_left

_TITLE, _TEXT, _BARE, _SOURCE, _BADGE = 11.5, 10, 11, 9, 8
_LEADING = 1.15
_REFERENCE_WIDTH = 176
_MOST_BOLD, _MOST_LINES, _MOST_SOURCES = 4, 9, 3
_NO_BREAK = "\N{NO-BREAK SPACE}"  # browsers take away a space at the end of a text

_Row = tuple[str, float]


def label(card: Card) -> str:
    """Return a card's HTML-like label."""
    if card.refers_to is not None:
        lines = _reference(card, card.refers_to)
        return frame(card, "".join(lines), len(lines) * _SOURCE * _LEADING)
    head = [(f'<TR><TD WIDTH="{WIDTH}"></TD></TR>', 0)] if card.plain else [_head(card), _gap(3)]
    rows = [*_marks(card), *head, *_body(card), *_footer(card), *_strips(card)]
    return frame(card, "".join(html for html, _ in rows), sum(height for _, height in rows))


def reference_label(card: Card, section: str) -> str:
    """Return the HTML-like label of a small card that refers to this one in another section, if that has a title."""
    return f"<{table(''.join(_reference(card, section)))}>"


def _reference(card: Card, section: str) -> list[str]:
    ink = card.colours[card.role]
    signs = "".join(f"{_marking.SIGN[mark]} " for mark in card.marks)
    lines = wrap(f"→ {signs}{name(card.statement, card.label)}", _REFERENCE_WIDTH, _SOURCE, bold=True, most=3)
    rows = [row(font(line, _SOURCE, ink, bold=True)) for line in lines]
    if section:
        rows.append(row(font(clip(section, _REFERENCE_WIDTH, _BADGE), _BADGE, card.colours["muted"])))
    return rows


def heading(statement: Statement, label: Label | None = None) -> str | None:
    """Return what stands over a statement's text: its title, or its id where that is made of words.

    Args:
        statement: The statement.
        label: What its author wants to be shown of its words, where that is known.

    Example:
        >>> from argmap.model.statements import Kind
        >>> heading(Statement("fewer-injuries", Kind.CLAIM, "Lower speeds prevent injuries."))
        'Fewer injuries'
        >>> heading(Statement("rl-doesnt-scale", Kind.CLAIM, "The cost of RL doesn't scale."))
        "RL doesn't scale"
        >>> heading(Statement("c12", Kind.CLAIM, "Lower speeds prevent injuries.")) is None
        True
    """
    shown = statement.heading
    if label in (Label.BOTH, Label.TITLE) or not statement.text:
        shown = statement.label
    elif label is Label.TEXT:
        shown = None
    return None if shown is None else clean(shown)


def name(statement: Statement, label: Label | None = None) -> str:
    """Return the words by which other places refer to a card: those in bold on it."""
    return heading(statement, label) or clean(statement.text)


def section_titles(m: ArgumentMap, *, named: bool = False) -> dict[str, str]:
    """Return the words over each section by its id: its heading, or its id where nothing of that can be shown.

    Args:
        m: The map.
        named: Whether sections have been given these words as titles already; one without a title has none.
    """
    if named:
        return {group.id: clean(group.title) for group in m.groups}
    return {group: clean(heading) or clean(group) for group, heading in m.headings.items()}


def in_pages(numbers: Iterable[int]) -> str:
    r"""Name pages by their numbers, those in a row by the first and the last.

    Example:
        >>> in_pages([3]), in_pages([7, 2, 4, 3, 3]), in_pages([])
        ('p.\xa03', 'p.\xa02–4, 7', '')
    """
    rows: list[list[int]] = []
    for number in sorted(set(numbers)):
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    told = ", ".join(str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}" for row in rows)
    return f"p.\N{NO-BREAK SPACE}{told}" if told else ""


def _gap(height: int) -> _Row:
    return gap(height), height


def _line(text: str, size: float, ink: str, *, bold: bool = False, to_left: bool = False) -> _Row:
    """Set a line; one that is written from right to left begins at the right."""
    return row(font(turned(text) if to_left else text, size, ink, bold=bold), to_right=to_left), size * _LEADING


def _lines(text: str, size: float, ink: str, *, bold: bool = False) -> Iterator[_Row]:
    to_left = runs_to_left(text)
    for line in wrap(text, WIDTH, size, bold=bold, most=_MOST_LINES):
        yield _line(line, size, ink, bold=bold, to_left=to_left)


def _marks(card: Card) -> Iterator[_Row]:
    """Set what a card is marked as on full strips over it."""
    for mark, said in card.marks.items():
        text = clip(_marking.words(mark, clean(said)), WIDTH - 2 * PLATE_MARGIN, _SOURCE, bold=True)
        line = font(text, _SOURCE, card.colours["badge-text"], bold=True)
        yield row(plate(line, card.colours[_marking.INK[mark]], width=WIDTH)) + gap(4), 4 + _SOURCE * _LEADING + 5


def _head(card: Card) -> _Row:
    """Make the badge that names the kind, and at the right the words for the standing, as many as fit."""
    left = plate(font(_badge(card), _BADGE, card.colours["badge-text"], bold=True), card.colours[card.role])
    cells, said, room = f'<TD ALIGN="LEFT">{left}</TD>', _said(card), _room(card)
    if said:
        between = max(4, round(room - measure("".join(word for word, _ in said), _BADGE, bold=True)))
        right = "".join(font(word, _BADGE, card.colours[role], bold=True) for word, role in said)
        cells += f'<TD WIDTH="{between}"></TD><TD ALIGN="RIGHT">{level(f"<TD>{right}</TD>")}</TD>'
    else:
        cells += f'<TD WIDTH="{round(room)}"></TD>'
    return row(table(f"<TR>{cells}</TR>")), _BADGE * _LEADING + 5


def _badge(card: Card) -> str:
    return " ".join((*card.statement.marks, "section" if card.is_section else card.statement.kind)).upper()


def _room(card: Card) -> float:
    """Return how much room is left beside the badge."""
    return WIDTH - measure(_badge(card), _BADGE, bold=True) - 2 * PLATE_MARGIN


def _said(card: Card) -> list[tuple[str, str]]:
    """Return the words for the standing that fit beside the badge, and the role that each is set in."""
    found: list[tuple[str, str]] = []
    for place, word in enumerate(card.words):
        sign = f"{_NO_BREAK}·{_NO_BREAK}{word.upper()}" if place else word.upper()
        if found and measure("".join([*(each for each, _ in found), sign]), _BADGE, bold=True) > _room(card) - 4:
            break
        found.append((sign, standing.role(word)))
    return found


def _body(card: Card) -> Iterator[_Row]:
    if card.label is Label.NONE:
        return
    ink, text = card.colours["text"], clean(card.statement.text)
    title = heading(card.statement, card.label)
    if title is None:
        is_question = card.statement.kind is Kind.QUESTION
        is_bold = not is_question and len(wrap(text, WIDTH, _BARE, bold=True)) <= _MOST_BOLD
        yield from _lines(text, _BARE if is_bold or is_question else _TEXT, ink, bold=is_bold)
        return
    yield from _lines(title, _TITLE, ink, bold=True)
    if card.label is not Label.TITLE and text.rstrip(".").casefold() not in ("", title.rstrip(".").casefold()):
        yield _gap(2)
        yield from _lines(text, _TEXT, ink)


def _measured(statement: Statement) -> Iterator[tuple[str, str]]:
    """Say what a statement must meet, and how likely it is to the map's author."""
    if statement.standard:
        yield f"standard: {statement.standard.value.replace('-', ' ')}", "muted"
    if statement.credence is not None:
        yield f"credence: {statement.credence:g}", "muted"


def _footer(card: Card) -> Iterator[_Row]:
    """Set a rule and under it what the statement cites, what is folded into it, and where it is used."""
    notes = list(_cited(card))
    if card.plain:
        notes += ((mark, "muted") for mark in card.statement.marks)
    if not card.plain and "own word" in card.words and not any("OWN WORD" in sign for sign, _ in _said(card)):
        notes.append(("on the author's own word", "muted"))
    notes += _measured(card.statement)
    notes += _below(card)
    if card.folded:
        notes.append((f"+ {card.folded} {'piece' if card.folded == 1 else 'pieces'} of evidence", "muted"))
    if card.used_in:
        notes.append((f"← used {card.used_in}", "muted"))
    if card.pages:
        notes.append((f"→ {card.pages}", "text"))
    if card.shows_tags and card.statement.tags:
        notes.append((" ".join(f"#{clean(tag)}" for tag in card.statement.tags), "muted"))
    if notes:
        yield f"{gap(4)}<HR/>{gap(3)}", 8
        for text, role in notes:
            yield _line(clip(text, WIDTH, _SOURCE), _SOURCE, card.colours[role], to_left=runs_to_left(text))


def _below(card: Card) -> Iterator[tuple[str, str]]:
    """Say what a card stands for, or has below it, that is not drawn, and how much of it is in trouble."""
    count = card.below.statements
    if not count:
        return
    noun = "statement" if count == 1 else "statements"
    what = "below" if card.stand_in is None else noun if card.is_section else f"{noun} not drawn"
    for line in wrap(card.below.told(what), WIDTH, _SOURCE):
        yield line, "muted"
    for line in wrap(card.below.trouble, WIDTH, _SOURCE):
        yield line, "error"


def _cited(card: Card) -> Iterator[tuple[str, str]]:
    """Return a line per source and stance, and the role that it is set in."""
    lines: dict[tuple[str, Stance], list[Citation]] = {}
    for citation in card.statement.citations:
        lines.setdefault((citation.source, citation.stance), []).append(citation)
    for (_, stance), citations in list(lines.items())[:_MOST_SOURCES]:
        against = stance is Stance.CONTRADICTS
        disputed = any(card.grades.get(citation.id) is Grade.DISPUTED for citation in citations)
        remark = {Stance.SUPPORTS: "", Stance.CONTRADICTS: ", contradicts this"}.get(stance, f" ({stance.value})")
        places = ", ".join(dict.fromkeys(clean(c.locator) for c in citations if c.locator))
        remark += ", disputed" if disputed else ""
        weight = max((citation.weight for citation in citations if citation.weight), default=None)
        remark += f" ({weight:g})" if weight else ""
        tail = clip((f", {places}" if places else "") + remark, WIDTH / 2, _SOURCE)
        mark = card.source_mark(citations[0].source)
        sign = _marking.SIGN[mark] if mark else "×" if against else "»"
        room = WIDTH - measure(f"{sign} {tail}", _SOURCE)
        role = _marking.INK[mark] if mark else "doubt" if disputed else "error" if against else "muted"
        yield f"{sign} {_source_name(card, citations[0], room)}{tail}", role
    if len(lines) > _MOST_SOURCES:
        yield f"and {len(lines) - _MOST_SOURCES} more", "muted"


def _source_name(card: Card, citation: Citation, room: float) -> str:
    """Name the source, or quote the analysed text: a quotation that is clipped keeps its closing mark."""
    if citation.source == card.about and citation.selector:
        return f"“{clip(clean(citation.selector.quote), room - measure('“”', _SOURCE), _SOURCE)}”"
    label = card.sources[citation.source].label if citation.source in card.sources else citation.source
    return clip(clean(label), room, _SOURCE)


def _strips(card: Card) -> Iterator[_Row]:
    """Set the gravest findings on coloured strips, and count the rest."""
    shown = on_strips(card)
    rest = len(shown) - MOST_STRIPS
    for place, finding in enumerate(shown[:MOST_STRIPS]):
        role = finding.severity.value
        text = f"! {finding.code} {in_words(finding.name)}"
        if place == MOST_STRIPS - 1 and rest > 0:
            text += f", {rest} more"
        line = font(clip(text, WIDTH - 2 * PLATE_MARGIN, _SOURCE, bold=True), _SOURCE, card.colours[role], bold=True)
        strip = row(plate(line, card.colours[f"{role}-fill"], width=WIDTH))
        yield gap(4) + strip, 4 + _SOURCE * _LEADING + 5
