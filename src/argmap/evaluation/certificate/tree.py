"""Reasons taken together: each is one, and none of what is settled rests on itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.certificate.reasons import ReasonCheck
from argmap.evaluation.why import Why


def everything(reasons: Iterable[Why]) -> list[Why]:
    """Return some reasons, and all that stands below and beside them."""
    todo = list(reasons)
    seen = set(map(id, todo))
    for why in todo:
        fresh = [each for each in (*why.children, *why.also) if id(each) not in seen]
        fresh = list({id(each): each for each in fresh}.values())
        seen.update(map(id, fresh))
        todo += fresh
    return todo


def wrong_reasons(reasons: Iterable[Why], check: ReasonCheck) -> Iterator[str]:
    """Say which of some reasons are none."""
    reasons = list(reasons)
    yield from (f"the reason given for {why.id} does not hold" for why in reasons if check.wrong(why))
    yield from (f"the reason given for {why.id} leads back to it" for why in _round(reasons))


def _round(reasons: list[Why]) -> list[Why]:
    """Return the settled reasons that rest on themselves; deadlocks and circles do, and what loses support together."""
    settled = {id(why): why for why in reasons if why.status != "undecided" and why.reason != "circular"}
    users: dict[int, list[int]] = {}
    waiting = {}
    for number, why in settled.items():
        below = {id(child) for child in why.children if not _falls_with(why, child)} & settled.keys()
        waiting[number] = len(below)
        for each in below:
            users.setdefault(each, []).append(number)
    free = [number for number, count in waiting.items() if not count]
    for number in free:
        for user in users.get(number, ()):
            waiting[user] -= 1
            if not waiting[user]:
                free.append(user)
    return [settled[number] for number, count in waiting.items() if count]


def _falls_with(why: Why, child: Why) -> bool:
    """Tell whether a line falls with a statement that falls as all of its lines do: these may fall together."""
    return why.kind == "support" and why.status == "fails" and child.reason == "support-lost"
