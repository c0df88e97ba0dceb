"""The recommendations of a map in a report: how each stands and why, and what became of what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis import Analysis
from argmap.evaluation.audiences import standings, told
from argmap.evaluation.labels import Grade, Standing
from argmap.evaluation.prospects.contests import Outcome, contests
from argmap.evaluation.prospects.modifiers import MEANINGS
from argmap.evaluation.verdict import Verdict
from argmap.plain_words import GRADES, ground, standing
from argmap.wording import joined
from argmap.workflows.reporting.changes import revised
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Facts, Paragraph, Section, Table, Told, Words
from argmap.workflows.reporting.words import FATES, passage
from argmap.workflows.weak.attacks import attacks
from argmap.workflows.weak.lines import Link, best_lines
from argmap.workflows.weak.points import conclusions

MOST = 100
"""How many conclusions are told in full."""

_BOUND = 200
"""Up to how many objections to one conclusion, and links of its best line, are told."""


_SHOWN = 3
"""How many statements are named in one sentence."""

_SETTLED = (Outcome.ANSWERED, Outcome.OUTWEIGHED)


def recommendations(analysis: Analysis, names: Names) -> Section:
    """Write the section on the recommendations; without any, on the topmost claims."""
    found = conclusions(analysis)
    heading = "Recommendations" if analysis.map.recommendations else "Main claims"
    if not found:
        return Section(heading, (Paragraph("The map has no recommendation, and no claim that reasons lead to."),))
    verdicts = [analysis.evaluation[name] for name in found]
    lines = best_lines(analysis.evaluation, found[:MOST])
    parts = [_conclusion(analysis, names, verdict, lines.get(verdict.id, ((), ()))) for verdict in verdicts[:MOST]]
    return Section(heading, (), tuple(parts), left_out=max(0, len(found) - MOST))


def _conclusion(
    analysis: Analysis, names: Names, verdict: Verdict, lines: tuple[Sequence[Link], Sequence[Link]]
) -> Section:
    statement = analysis.map[verdict.id]
    title = names.titles[statement.id]
    said = [] if statement.text.removesuffix(".") == title else [Paragraph(statement.text)]
    blocks: list[Block] = [
        *said,
        *revised(analysis, names, statement.id),
        Facts(tuple(_facts(analysis, names, verdict))),
    ]
    best, upright = lines
    if best:
        blocks.append(_line(analysis, names, upright or best))
    against = _against(analysis, names, verdict)
    if against.rows:
        blocks.append(against)
    elif verdict.standing is not Standing.UNSUPPORTED:
        blocks.append(Paragraph("Nothing in the map speaks against it, or against what it rests on."))
    return Section(title, tuple(blocks), about=f"statement {statement.id}")


def _facts(analysis: Analysis, names: Names, verdict: Verdict) -> Iterator[tuple[str, Words]]:
    statement = analysis.map[verdict.id]
    yield "Standing", f"{verdict.standing} ({standing(verdict)})"
    yield "Reason", Told(names.sentence(verdict.why, analysis.remarks))
    if verdict.ground:
        yield "Rests on", _rests_on(verdict, verdict.ground)
    if verdict.modifiers:
        yield "Remarks", "; ".join(f"{word.replace('-', ' ')} ({MEANINGS[word]})" for word in verdict.modifiers)
    if verdict.conditional_on:
        yield "Stands only if", Told(joined([names.one(name) for name in verdict.conditional_on], _SHOWN))
    if verdict.challenges:
        yield "Would fall by", Told(joined([names.one(name) for name in verdict.challenges], _SHOWN))
    if verdict.would_stand_if:
        yield (
            "Would stand with a source for",
            Told(joined([names.one(name) for name in verdict.would_stand_if], _SHOWN)),
        )
    if analysis.audiences:
        yield "By what readers value", told(standings(verdict.id, analysis.audiences, analysis.evaluation.basis))
    said = [f"{passage(each)} in {names.source(each.source)}" for each in statement.passages]
    if said:
        yield "Said in the text", Told(joined(said, 6))
    if statement.note:
        yield "Note", statement.note


def _rests_on(verdict: Verdict, grade: Grade) -> str:
    meaning = GRADES[grade]
    return f"{grade} ({meaning})" if grade is verdict.stands_on is verdict.grade else f"{ground(verdict)}: {meaning}"


def _line(analysis: Analysis, names: Names, line: Sequence[Link]) -> Table:
    """List the best line of reasons, from the conclusion down to its grounds."""
    rows = [(analysis.map[link.statement].text, _rests(analysis, names, link), _how(link)) for link in line[:_BOUND]]
    columns = ("Statement", "Rests on", "Ground")
    return Table("What it rests on: its best line of reasons", columns, tuple(rows), left_out=len(line) - len(rows))


def _rests(analysis: Analysis, names: Names, link: Link) -> Words:
    if link.step:
        return Told(names.linked(link.premises))
    if link.source is None:
        return "is assumed"
    cited = [c for c in analysis.map[link.statement].citations if c.source == link.source]
    places = [f"{passage(c)}{f', {c.locator}' if c.locator else ''}" for c in cited]
    return Told(f"{names.source(link.source)}: {joined(places)}")


def _how(link: Link) -> str:
    words = [str(link.grade)] if link.grade else []
    return ", ".join(words if link.standing is Standing.ACCEPTED else [*words, str(link.standing)])


def _against(analysis: Analysis, names: Names, verdict: Verdict) -> Table:
    """List what speaks against a conclusion, or against what it rests on, and what became of it; the nearest first."""
    evaluation, graph = analysis.evaluation, analysis.graph
    found = attacks(evaluation, verdict.id)
    reasons = [each.rule for each in contests(evaluation.solution, graph.index_of[verdict.id])[:_BOUND]]
    rows = []
    for attack, rule in zip(found, reasons, strict=False):
        by_source = attack.kind == "citation"
        said = [names.source(by) if by_source else analysis.map[by].text for by in attack.by]
        why = names.failing(evaluation.reasons.why_rule(rule), analysis.remarks)
        on = "this statement" if attack.on == verdict.id else names.one(attack.on)
        fate = FATES[attack.outcome]
        if attack.outcome in _SETTLED:
            fate = f"{fate}: {why}"
        elif attack.outcome is Outcome.UNSUPPORTED and attack.answers:
            fate = f"{fate}, and answered by {joined([*map(names.linked, attack.answers)], 6)}"
        rows.append((" + ".join(said), on, Told(fate)))
    columns = ("Objection", "Against", "What became of it")
    caption = "What speaks against it, and what became of that"
    return Table(caption, columns, tuple(rows), left_out=len(found) - len(rows))
