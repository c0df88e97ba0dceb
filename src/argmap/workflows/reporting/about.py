"""What a report says last: of which map it is, when and by what it was made, and what its words mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from argmap.analysis import Analysis
from argmap.evaluation.labels import Standing
from argmap.evidence.lockfile import fingerprint
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.plain_words import GRADES, STANDINGS
from argmap.unseen import UNSEEN
from argmap.version import __version__
from argmap.wording import counted, joined
from argmap.workflows.checked import Checked
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Facts, Paragraph, Section, Table, Words, linked
from argmap.workflows.reporting.words import SIGNS, day

_HIDDEN = re.compile(UNSEEN)
_BREAKS = str.maketrans("", "", "\n\r\t")
_HOW = (
    "A map writes down the argument of a text: its statements, the reasons for and against them, and the passages "
    "that are cited for them. This report says what stands in this map, on what, and what is missing. It judges no "
    "more than the map shows: whether a statement is true is for its reader to say, and each passage can be looked up."
)
_PRINTS = (
    "A fingerprint (SHA-256) is a number that only the same text has: who computes it of the file of a source, by "
    "whatever program, and finds the same, has the very text that this report was made from."
)
_ESCAPED = (
    "Characters that cannot be seen, such as those that steer a terminal or turn the direction of writing, are written "
    r"here as escapes: \x1b, \u202e."
)


def about(analysis: Analysis, checked: Checked, names: Names, when: date) -> Section:
    """Write the section on the map and the report."""
    facts = Facts(tuple(_facts(analysis, checked, names, when)))
    blocks: list[Block] = [facts, Paragraph(_HOW), _glossary(), *_fingerprints(analysis, names)]
    if any(map(_is_hidden, _texts(analysis))):
        blocks.append(Paragraph(_ESCAPED))
    return Section("About this report", tuple(blocks))


def _fingerprints(analysis: Analysis, names: Names) -> Iterator[Block]:
    """List the fingerprints of the texts and of the files that they were taken from, whole."""
    rows = [(names.source(name), "its text", fingerprint(text)) for name, text in analysis.texts.items()]
    taken = [(name, s.intake) for name, s in analysis.sources.items() if name in analysis.texts and s.intake]
    rows += [(names.source(name), "the file that it was taken from", intake.file) for name, intake in taken]
    if rows:
        yield Paragraph(_PRINTS)
        yield Table("Fingerprints (SHA-256)", ("Source", "Of", "Fingerprint"), tuple(sorted(rows)))


def _facts(analysis: Analysis, checked: Checked, names: Names, when: date) -> Iterator[tuple[str, Words]]:
    m, origin = analysis.map, analysis.map.origin
    yield "Date", day(when)
    yield "Made by", f"argmap {__version__}"
    if m.about:
        source = analysis.sources.get(m.about)
        yield "Text that is analysed", linked(names.source(m.about), source.url if source else None)
    if origin and origin.file not in ("", "-"):
        yield "File of the map", f"{analysis.path}#{origin.block.number}" if origin.block else analysis.path
    if origin:
        yield "Fingerprint of that file (SHA-256)", fingerprint(origin.lines.text)
    kinds = Counter(statement.kind for statement in m)
    yield "Statements", _total(len(m), [_kind(kinds[kind], kind) for kind in Kind if kinds[kind]])
    standings = Counter(analysis.evaluation.standings.values())
    stand = [f"{standings[s]:,} {s}" for s in Standing if standings[s]]
    yield "Standing", joined(stand, 4) if stand else "nothing that could stand"
    yield "Support", str(analysis.evaluation.tally)
    grave = [counted(checked.count(severity), str(severity)) for severity in Severity if checked.count(severity)]
    silenced = f"; {checked.silenced:,} silenced by comments in the map" if checked.silenced else ""
    yield "Findings", f"{joined(grave) if grave else 'none'}{silenced}"


def _kind(number: int, kind: Kind) -> str:
    return f"{counted(number, 'piece')} of evidence" if kind is Kind.EVIDENCE else counted(number, str(kind))


def _total(number: int, parts: list[str]) -> str:
    return f"{number:,}: {joined(parts, 8)}" if parts else "none"


def _glossary() -> Table:
    rows = [(str(word), meaning) for word, meaning in [*STANDINGS.items(), *GRADES.items(), *SIGNS.items()]]
    return Table("What the words mean", ("Word", "What it says of a statement, or of what it rests on"), tuple(rows))


def _texts(analysis: Analysis) -> Iterator[str | None]:
    m = analysis.map
    yield from (m.title, m.description)
    for statement in m:
        yield from (statement.text, statement.title, statement.note)
        yield from (cited.locator for cited in statement.cited)
    for source in analysis.sources.values():
        yield from (source.title, source.note, source.publisher, *source.authors)


def _is_hidden(text: str | None) -> bool:
    return text is not None and bool(_HIDDEN.search(text.translate(_BREAKS)))
