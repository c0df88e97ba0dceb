"""Making a report shorter, so that a form with a limit can hold it; what is left out is counted."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, frozen

from argmap.workflows.reporting.report import Block, Facts, Link, Paragraph, Report, Section, Table, Words


@frozen
class Measure:
    """How much of a report is kept.

    Attributes:
        rows: Rows of each table, and parts of each section.
        letters: Letters of each text.
    """

    rows: int
    letters: int


_LADDER = tuple(
    Measure(*each)
    for each in ((1000, 5000), (200, 2000), (100, 1000), (50, 500), (25, 300), (12, 300), (6, 200), (3, 100), (1, 60))
)


def fitted(report: Report, fits: Callable[[Report], bool]) -> Report:
    """Return a report, or as much of it as fits.

    Args:
        report: The report.
        fits: Tells whether a report does.

    Example:
        >>> from datetime import date
        >>> table = Table("T", ("N",), tuple((str(n),) for n in range(3000)))
        >>> whole = Report("R", date(2026, 11, 29), (Section("S", (table,)),))
        >>> short = fitted(whole, lambda report: len(report.sections[0].blocks[0].rows) <= 200)
        >>> short.sections[0].blocks[0].left_out
        2800
    """
    if fits(report):
        return report
    for measure in _LADDER[:-1]:
        shorter = cut(report, measure)
        if fits(shorter):
            return shorter
    return cut(report, _LADDER[-1])


def cut(report: Report, measure: Measure) -> Report:
    """Return a report of which every table, section and text is cut to a measure."""
    sections = tuple(_section(section, measure) for section in report.sections)
    return evolve(report, title=_text(report.title, measure), sections=sections)


def _section(section: Section, measure: Measure) -> Section:
    parts = section.sections[: measure.rows]
    return evolve(
        section,
        title=_text(section.title, measure),
        blocks=tuple(_block(block, measure) for block in section.blocks),
        sections=tuple(_section(part, measure) for part in parts),
        left_out=section.left_out + len(section.sections) - len(parts),
    )


def _block(block: Block, measure: Measure) -> Block:
    match block:
        case Paragraph(text=text):
            return Paragraph(_text(text, measure))
        case Facts(rows=rows):
            return Facts(tuple(tuple(_words(words, measure) for words in row) for row in rows))
        case Table(rows=rows):
            kept = tuple(tuple(_words(words, measure) for words in row) for row in rows[: measure.rows])
            return evolve(block, rows=kept, left_out=block.left_out + len(rows) - len(kept))
        case _:
            return block


def _words(words: Words, measure: Measure) -> Words:
    if isinstance(words, Link) and len(words.url) > measure.letters:
        return _text(words.text, measure)
    return _text(words, measure) if isinstance(words, str) else evolve(words, text=_text(words.text, measure))


def _text(text: str, measure: Measure) -> str:
    """Cut a text between two words, where it has any."""
    if len(text) <= measure.letters:
        return text
    most = measure.letters - 1
    kept = text[:most] if text[most] == " " else text[:most].rpartition(" ")[0]
    return f"{kept.rstrip()} …" if kept.strip() else f"{text[:most]}…"


def left_out(report: Report) -> int:
    """Return how many rows and parts are left out of a report."""
    todo, count = list(report.sections), 0
    for section in todo:
        count += section.left_out + sum(block.left_out for block in section.blocks if isinstance(block, Table))
        todo += section.sections
    return count
