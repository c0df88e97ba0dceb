"""What a report says first: how each recommendation stands, what has changed, and where it all is weakest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from argmap.analysis import Analysis
from argmap.evaluation.labels import Grade, Standing
from argmap.evaluation.verdict import Verdict
from argmap.plain_words import STANDINGS, changed, standing, unread
from argmap.wording import joined
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Paragraph, Section, Table, Told
from argmap.workflows.reporting.words import day
from argmap.workflows.todo.leads import Leads
from argmap.workflows.todo.shares import Share
from argmap.workflows.weak.points import conclusions

_MOST = 100
"""Of how many conclusions it is told what has changed below them."""
_MOST_POINTS = 3
_SHOWN = 2
_ON = {
    Grade.INDEPENDENT: "stands, on independent evidence",
    Grade.UNVERIFIED: "stands, but on a source that nobody could look up",
    Grade.OWN_WORD: "stands, but only on the word of the text's own author",
    Grade.ASSUMED: "stands, but only if what is assumed is granted",
}


def brief(analysis: Analysis, share: Share, leads: Leads, names: Names, when: date) -> Section:
    """Write the first section."""
    m, about = analysis.map, analysis.map.about
    said = [
        unread(analysis.unread),
        m.description,
        f"Report of {day(when)}{f' on {names.source(about)}' if about else ''}.",
    ]
    blocks: list[Block] = [Paragraph(text) for text in said if text]
    found = conclusions(analysis)
    what = "Recommendation" if m.recommendations else "Main claim"
    rows = [(m[name].text or names.one(name), Told(_sentence(analysis, names, name))) for name in found]
    if rows:
        blocks.append(Table(f"{what}s, in a sentence each", (what, "How it stands"), tuple(rows)))
    changes = tuple(_changes(analysis, names, found[:_MOST]))
    if changes:
        blocks.append(Table("What has changed", ("What", "At", "It bears on"), changes))
    points = tuple((Told(point),) for point in list(_points(share, leads, names))[:_MOST_POINTS])
    if points:
        blocks.append(Table("The weakest points", ("Where the argument is weakest",), points))
    return Section("In short", tuple(blocks))


def _sentence(analysis: Analysis, names: Names, name: str) -> str:
    """Say how a statement stands, and that something below it has changed."""
    told = _stands(analysis.evaluation[name], names)
    is_changed = next(analysis.changes.paths(name), None) is not None
    since = "reviewed" if name in analysis.reviews else "recorded"
    then = f"; something that it rests on has changed since it was {since}" if is_changed else ""
    return f"{told[:1].upper()}{told[1:]}{then}."


def _stands(verdict: Verdict, names: Names) -> str:
    match verdict.standing:
        case Standing.UNSUPPORTED:
            lacking = joined([names.one(each) for each in verdict.missing], _SHOWN) if verdict.missing else ""
            return f"rests on nothing yet{f': evidence is lacking for {lacking}' if lacking else ''}"
        case Standing.REJECTED:
            return f"does not stand: {standing(verdict)}"
        case Standing.UNDECIDED:
            return f"undecided: {STANDINGS[verdict.standing]}"
        case _:
            on = _ON.get(verdict.stands_on, "stands") if verdict.stands_on else "stands"
            better = verdict.grade if verdict.grade is not verdict.stands_on else None
            return f"{on}; a better line ({better}) does not stand" if better else on


def _changes(analysis: Analysis, names: Names, found: list[str]) -> Iterator[tuple[Told, Told, Told]]:
    """Yield each change with the conclusions that it bears on."""
    above: dict[str, list[str]] = {}
    for name in found if analysis.changes.found else ():
        for path in analysis.changes.paths(name):
            above.setdefault(path[-1], []).append(name)
    for at, changes in analysis.changes.found.items():
        bears_on = joined([names.one(name) for name in above[at]], _SHOWN) if at in above else "no conclusion"
        for change in changes:
            told = changed(change, names.source)
            yield Told(f"{told[:1].upper()}{told[1:]}."), Told(names.one(at)), Told(bears_on)


def _points(share: Share, leads: Leads, names: Names) -> Iterator[str]:
    """Yield what is missing for most recommendations, then what alone brings one down, then what else is missing."""
    wanted: dict[bool, list[str]] = {True: [], False: []}
    for lead in leads.first:
        what = joined([names.one(name) for name in lead.needs], _SHOWN)
        told = f"Evidence is lacking for {what}; it would support {names.told(lead.worth)}."
        wanted[bool(lead.recommendations)].append(told)
    single = [f for f in share.findings if f.name == "single-point-of-failure"]
    yield from wanted[True]
    yield from (f"{told[:1].upper()}{told[1:]}." for told in (names.told(f.message) for f in single))
    yield from wanted[False]
