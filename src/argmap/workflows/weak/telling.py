"""Weak points in words: in short for several statements, in full for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.evaluation.labels import Grade, Standing
from argmap.evaluation.prospects.contests import Outcome
from argmap.wording import counted, joined, listed, quoted
from argmap.workflows.weak.attacks import Attack
from argmap.workflows.weak.lines import Link, worst
from argmap.workflows.weak.points import Weakness
from argmap.workflows.weak.suspects import STEP, Suspect
from argmap.workflows.weak.wants import Want

_SHOWN = 6
_MOST = {True: 30, False: 3}
"""How many pairs, sets and lines are told of a statement, in full and in short."""

_MOST_UNSUPPORTED = 12
_MOST_COMMON = 10

_OUTCOMES = {
    Outcome.STANDING: "standing",
    Outcome.TO_WEIGH: "to be weighed",
    Outcome.DEADLOCKED: "in a deadlock",
    Outcome.ANSWERED: "answered",
    Outcome.OUTWEIGHED: "outweighed",
    Outcome.UNSUPPORTED: "without evidence",
}


def told(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell where a statement is weak, a line each; the first names it.

    Args:
        weakness: What was found.
        full: Whether to list the steps, the sets, the best line and what speaks against it.
    """
    yield f"{weakness.id} is {weakness.standing}"
    yield from _orders(weakness)
    if weakness.standing in (Standing.ACCEPTED, Standing.UNDECIDED):
        yield from _points(weakness, full=full)
        yield from _together(weakness, full=full)
    yield from _sets(weakness, full=full)
    yield from _line(weakness, full=full)
    yield from _commons(weakness, full=full)
    yield from _attacks(weakness, full=full)
    yield from _open(weakness)
    yield from _wants(weakness, full=full)


def _orders(weakness: Weakness) -> Iterator[str]:
    """Tell under which orders of values it is something else."""
    found: dict[Standing, list[str]] = {}
    for order, standing in weakness.orders.items():
        if standing is not weakness.standing:
            found.setdefault(standing, []).append(order)
    told = [f"under {joined(orders)} it is {standing}" for standing, orders in found.items()]
    if told:
        yield f"  {', '.join(told)}: see --order {next(iter(found.values()))[0]}"


def _points(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell what alone brings it down, by kind and outcome; in short, steps only where nothing else does as much."""
    names: dict[tuple[str, Standing], list[str]] = {}
    for point in weakness.telling:
        names.setdefault((str(point.suspect.kind), point.standing), []).append(point.suspect.name)
    for (kind, standing), found in names.items():
        if kind == STEP:
            only = all(other == STEP or then is not standing for other, then in names)
            yield from _steps(found, standing, _MOST[full]) if full or only else ()
            continue
        which = f"the {kind}" if len(found) == 1 else f"each of the {kind}s"
        yield f"  falls with {which} {listed(found, _MOST[full] if full else _SHOWN)} (then {standing})"
    if not names:
        yield "  no single source or statement brings it down"


def _steps(found: Sequence[str], standing: Standing, most: int) -> Iterator[str]:
    """Tell which steps it falls with; their ids are long, and told whole."""
    if len(found) == 1:
        yield f"  falls with the step {found[0]!r} (then {standing})"
    else:
        yield from _below(f"  falls with each of {len(found)} steps (then {standing}):", _cut(found, most))


def _together(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell what brings it down together, two by two or more of the same kind; sets of which a part is told are not."""
    found: list[tuple[Sequence[Suspect], Standing]] = [(pair.suspects, pair.standing) for pair in weakness.pairs or ()]
    down = [{point.suspect} for point in weakness.points] + [set(suspects) for suspects, _ in found]
    cuts = weakness.sets.cuts if weakness.sets else ()
    found += [(cut, Standing.UNSUPPORTED) for cut in cuts if not any(each.issubset(cut) for each in down)]
    short = [(suspects, standing) for suspects, standing in found if len(suspects) <= _SHOWN][: _MOST[full]]
    for suspects, standing in short:
        lost = "are both lost" if len(suspects) == 2 else "are all lost"
        yield f"  falls if {listed([each.name for each in suspects], _SHOWN)} {lost} (then {standing})"
    if short and len(found) > len(short):
        yield f"  or if {_others(len(found) - len(short))} is lost whole"
    elif found and not short:
        yield f"  falls if a set of more than {_SHOWN} is lost whole; there {_are(len(found))} of these"


def _sets(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell which sets hold it up by themselves; where there is one set, each of it is told to bring it down."""
    sets = weakness.sets
    if sets is None:
        return
    if sets.evidence == ((),):
        yield f"  supported without any {sets.of}"
    elif len(sets.evidence) > 1:
        aside = "objections aside, assumptions granted" if sets.granted else "objections aside"
        head = f"  supported by any one of {len(sets.evidence)} sets of {sets.of}s ({aside}):"
        sums = _cut([" + ".join(suspect.name for suspect in one) for one in sets.evidence], _MOST[full])
        yield from _below(head, sums) if full else (f"{head} {'; '.join(sums)}",)
    single = dict.fromkeys(each.name for one in sets.evidence for each in one if each.kind != sets.of)
    if single:
        apart = "stands by itself" if len(single) == 1 else "stand by themselves"
        yield f"  (no {sets.of} is recorded for {listed([*single], _SHOWN)}, which {apart})"
    if sets.complete is not None:
        yield f"  (the search ended early: sets of more than {counted(sets.complete, sets.of)} may be missing)"


def _line(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell how good the best line is, and what is on it."""
    if not weakness.line:
        return
    best = worst(weakness.line)
    if best is Grade.INDEPENDENT:
        yield "  rests on independent grounds"
    else:
        yield f"  weakest link of its best line: {listed(weakness.weakest, _SHOWN)} ({best})"
    if full:
        yield from _links("best line:", weakness.line)
    if weakness.upright and weakness.upright != weakness.line:
        yield f"  but that line does not stand; of those that do, the best rests on {worst(weakness.upright)} grounds"
        if full:
            yield from _links("best line that stands:", weakness.upright)


def _links(head: str, line: Sequence[Link]) -> Iterator[str]:
    yield from _below(f"  {head}", _cut([*map(_link, line)], _MOST[True]))


def _link(link: Link) -> str:
    ground = f"{link.source} ({link.grade})" if link.source else "assumed"
    what = f"{link.statement} <- {' + '.join(link.premises)}" if link.step else f"{link.statement}: {ground}"
    return what if link.standing is Standing.ACCEPTED else f"{what} ({link.standing})"


def _commons(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell which lines only look independent."""
    found = [each for each in weakness.commons if full or each.statement == weakness.id]
    most = _MOST_COMMON if full else _MOST[full]
    for common in found[:most]:
        what = f"{common.suspect.kind} {quoted(common.suspect.name)}"
        head = f"  {len(common.lines)} lines to {quoted(common.statement)} go back to the {what}"
        yield f"{head}: {'; '.join(common.lines[:_SHOWN])}{'; …' if len(common.lines) > _SHOWN else ''}"
    if len(found) > most:
        yield f"  and {counted(len(found) - most, 'other common source')}"


def _attacks(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Name what speaks against it, by what becomes of it; in short, count what has no force."""
    found = {outcome: [each for each in weakness.attacks if each.outcome is outcome] for outcome in _OUTCOMES}
    parts = {f"{len(those)} {_OUTCOMES[outcome]}": those for outcome, those in found.items() if those}
    if parts:
        head = f"  {counted(len(weakness.attacks), 'objection')} to it or its lines:"
        names = {part: ", ".join(_cut([_attack(e, weakness.id) for e in x], _MOST[full])) for part, x in parts.items()}
        if full:
            yield from _below(head, [f"{part}: {told}" for part, told in names.items()])
        else:
            idle = f" {_OUTCOMES[Outcome.UNSUPPORTED]}"
            short = (part if part.endswith(idle) else f"{part} ({told})" for part, told in names.items())
            yield f"{head} {', '.join(short)}"


def _open(weakness: Weakness) -> Iterator[str]:
    """Tell what would settle what is undecided."""
    if weakness.standing is not Standing.UNDECIDED:
        return
    costs = [" + ".join(each.by) for each in weakness.attacks if each.outcome is Outcome.TO_WEIGH]
    if costs:
        which = f"{listed(costs, _SHOWN)} {'is' if len(costs) == 1 else 'are'} outweighed"
        yield f"  settled by a judgement whether {which}: 'argmap next' proposes it"
    else:
        yield f"  settled once one side of a deadlock fails: 'argmap why {weakness.id}' names the sides"


def _attack(attack: Attack, statement: str) -> str:
    return " + ".join(attack.by) + (f" on {attack.on}" if attack.on != statement else "")


def unsupported(found: Sequence[Weakness]) -> Iterator[str]:
    """Tell in short of statements that have no support: a line each, with what sources would do."""
    for weakness in found[:_MOST_UNSUPPORTED]:
        wants = weakness.wants
        others = _alike(wants, 1)
        more = f", or for {_others(others)}" if others else ""
        yield f"  {weakness.id}: {_want(wants[0])}{more}" if wants else f"  {weakness.id}"
    if len(found) > _MOST_UNSUPPORTED:
        yield f"  and {len(found) - _MOST_UNSUPPORTED} more"


def _wants(weakness: Weakness, *, full: bool) -> Iterator[str]:
    """Tell what it would be with a source for something."""
    yield from (f"  would be {_want(want)}" for want in weakness.wants[: _MOST[full]])
    others = _alike(weakness.wants, _MOST[full])
    if others:
        yield f"  or with sources for {_others(others)}"


def _alike(wants: Sequence[Want], told: int) -> int:
    """Count the sets that are not told and would do what the last that is told would."""
    return sum(want.standing is wants[told - 1].standing for want in wants[told:])


def _are(number: int) -> str:
    return "is 1" if number == 1 else f"are {number}"


def _others(number: int) -> str:
    return "one other set" if number == 1 else f"any of {number} other sets"


def _cut(items: Sequence[str], most: int) -> Sequence[str]:
    """Return the first of some items, and how many there are besides."""
    return items if len(items) <= most else [*items[:most], f"and {len(items) - most} more"]


def _below(head: str, items: Sequence[str]) -> Iterator[str]:
    """Yield a head, and items below it."""
    yield head
    yield from (f"    {item}" for item in items)


def _want(want: Want) -> str:
    """Say what a statement would be, and what for."""
    sources = "a source" if len(want.statements) == 1 else "sources"
    standing = "supported" if want.standing is None else str(want.standing)
    return f"{standing} with {sources} for {listed(want.statements, _SHOWN)}"
