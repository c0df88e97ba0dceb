"""The reason behind a label, as a tree that readers and programs can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from attrs import field, frozen

from argmap.evaluation.labels import Grade
from argmap.model.orders import Ranking
from argmap.model.standards import Measure

_INDENT = "  "
_DEEPEST = 20
_FEW = 3
_ROUND = "its support goes round in a circle"

_STRIKES = ("attack", "undercut", "contradiction", "counter-citation")


@frozen(eq=False)
class Why:
    """A label and what it rests on.

    Statements and relations take turns: the children of a statement are the relations, citations and assumptions that
    settle it, and theirs are the statements and undercuts that settle them. Children are worked out when they are asked
    for. A reason that is needed twice is the same object in both places, and in a circle one comes back to it.

    Attributes:
        id: Of the statement, relation or citation.
        kind: ``statement``, ``support``, ``attack``, ``undercut``, ``contradiction``, ``citation``,
            ``counter-citation``, ``outweighing`` (by reasons, of the attack that has its id), ``comparison`` (the same,
            by the weight of a reason, or of what a standard demands), ``open`` (that where a weight is missing),
            ``standard`` (what that of a statement demands), ``assumption``, ``leaf`` (an uncited statement that is
            granted) or ``line`` (through a step, for what lacks support).
        status: A statement's standing; for all else ``stands``, ``fails`` or ``undecided``.
        reason: For a statement ``argued``, ``cited``, ``assumed``, ``granted``, ``beaten``, ``too-weak`` (for its
            standard), ``support-lost``, ``deadlock``, ``to-weigh``, ``uncited``, ``discounted`` (what is cited is no
            ground), ``missing``, ``missing-and-circular`` (what is missing would leave it going round) or
            ``circular``; for a line ``missing``, or ``missing-among-others`` where not all were looked at; for what
            fails ``premise``, ``cut``, ``outweighed`` or ``discounted``; for an attack that stands and is not weighed
            ``to-weigh``; else empty.
        names: The premises of a relation, the source of a citation, the id of the reason that is compared, what a line
            lacks; empty for a statement.
        grade: How good a citation is, None where its passage is missing; the weakest link of what supports an accepted
            statement, None where something is only granted; None for all else.
        measure: What a reason for or against a statement is held up to, if that has a standard that weighs.
        ranking: Where an order of values weighs: by which ranks a cost defeats, or something outweighs it; it says
            nothing where that is by the author's judgement. None for all else.
    """

    id: str
    kind: str
    status: str
    reason: str
    names: tuple[str, ...]
    _children: Callable[[], Sequence[Why]] = field(repr=False)
    grade: Grade | None = None
    measure: Measure | None = None
    _also: Callable[[], Sequence[Why]] = field(default=tuple, repr=False)
    ranking: Ranking | None = None

    @cached_property
    def children(self) -> tuple[Why, ...]:
        """Return the reasons that it rests on."""
        return tuple(self._children())

    @cached_property
    def also(self) -> tuple[Why, ...]:
        """Return what the label does not rest on and a reader wants to know.

        These are further lines that stand for what is accepted; further attacks that stand against what is rejected;
        other lines on which something else is missing; and the circle of what goes round in one, in order, that
        statement last.
        """
        return tuple(self._also())

    @property
    def is_answered(self) -> bool:
        """Tell whether it is an attack that fails; what fails to support is told by the statement it fails."""
        return self.status == "fails" and self.kind in _STRIKES

    def walk(self) -> Iterator[tuple[int, Why, bool]]:
        """Go through the tree, parents first: depth, reason, and whether it was met before (then it is not entered)."""
        seen: set[int] = set()
        todo: list[tuple[int, Why]] = [(0, self)]
        while todo:
            depth, why = todo.pop()
            again = id(why) in seen
            yield depth, why, again
            if not again:
                seen.add(id(why))
                todo.extend((depth + 1, child) for child in reversed(why.children))

    def lines(self, remarks: Mapping[str, str] | None = None) -> list[str]:
        """Return the tree in readers' words, one line each, indented by depth down to twenty levels.

        There is a line for each statement and to each attack that fails; what supports or beats a statement is named in
        the statement's own line.

        Args:
            remarks: By the id of a disputed citation, what is said against it.
        """
        return list(self.told(remarks))

    def told(self, remarks: Mapping[str, str] | None = None, depth: int | None = None) -> Iterator[str]:
        """Yield the lines one by one, each worked out when it is asked for.

        Args:
            remarks: By the id of a disputed citation, what is said against it.
            depth: How far down to go, as the lines are indented; all the way if None.
        """
        seen: set[int] = set()
        todo: list[tuple[int, Why]] = [(0, self)]
        while todo:
            level, why = todo.pop()
            if why.kind == "standard" and why.status == "fails":
                continue
            again = id(why) in seen
            seen.add(id(why))
            if why.kind == "statement" or why.is_answered or _is_revoked(why):
                more = " (see above)" if again and why.children else ""
                yield f"{_INDENT * min(level, _DEEPEST)}{_sentence(why, remarks or {})}{more}"
                level += 1
            if not again and (depth is None or level <= depth):
                told = why.also if why.reason == "circular" else ()
                todo.extend((level, child) for child in reversed(why.children) if child not in told)

    def as_dict(self, depth: int | None = None) -> dict[str, Any]:
        """Return the tree as data for JSON: see `as_list`; the first reason is this one."""
        return {"reasons": as_list([self], depth)}


def as_list(roots: Sequence[Why], depth: int | None = None) -> list[dict[str, Any]]:
    """Return reasons and what they rest on as data for JSON: each once, its children by their index in the list.

    Args:
        roots: The reasons asked for, each once; they come first.
        depth: How far down to go; 2 reaches the statements that a statement rests on directly. All the way if None.
    """
    reasons = list(roots)
    indices = {id(why): index for index, why in enumerate(reasons)}
    start, level = 0, 0
    while start < len(reasons) and (depth is None or level < depth):
        above, start, level = reasons[start:], len(reasons), level + 1
        for child in (child for why in above for child in why.children):
            if id(child) not in indices:
                indices[id(child)] = len(reasons)
                reasons.append(child)
    return [
        {
            "id": why.id,
            "kind": why.kind,
            "status": why.status,
            "reason": why.reason,
            "names": list(why.names),
            "grade": str(why.grade) if why.grade else None,
            **({"standard": str(why.measure.standard), "weight": why.measure.weight} if why.measure else {}),
            **({"order": why.ranking.order, "above": dict(why.ranking.above)} if why.ranking else {}),
            "children": [indices[id(child)] for child in why.children if id(child) in indices],
            "also": [{"id": each.id, "kind": each.kind, "names": list(each.names)} for each in why.also],
        }
        for why in reasons
    ]


def _is_revoked(why: Why) -> bool:
    """Tell whether it is a judgement that does not hold, since what it names as weightier does not stand."""
    return why.kind in ("outweighing", "comparison") and why.status != "stands"


def _sentence(why: Why, remarks: Mapping[str, str]) -> str:
    if why.kind == "outweighing":
        culprit = why.children[0]
        return f"{_linked(why.names)} does not outweigh {why.id}: {culprit.id} is {culprit.status}"
    if why.kind == "comparison":
        return _compared(why)
    if why.kind != "statement":
        return f"{why.id} fails: {_failing(why)}"
    if why.reason == "discounted":
        because = "; ".join(_discounted(child, remarks) for child in why.children) + _lacking_also(why)
    elif why.reason == "circular":
        because = _circular(why)
    else:
        because = _BECAUSE[why.reason](why.children) + (_FURTHER[why.status](why) if why.also else "")
    return f"{why.id} is {why.status}: {because}"


def _supported_also(why: Why) -> str:
    """Name the grade of the line that is told, and the other lines that stand."""
    grade = "" if why.reason in ("cited", "assumed") else f" ({why.grade or 'granted'})"
    also = [f"{_side(line)} ({line.grade or 'granted'})" for line in why.also]
    return f"{grade}; also supported by {_few(also, 'other line')}"


def _struck_also(why: Why) -> str:
    """Name the attacks that stand besides."""
    verb = "stands" if len(why.also) == 1 else "stand"
    return f"; {_few([_side(strike) for strike in why.also], 'other')} {verb} against it too"


def _lacking_also(why: Why) -> str:
    """Name what is missing on other lines, where that is as little, and count the lines that lack more."""
    few, missing = (len(why.children), "") if why.reason == "missing" else (1, "missing ")
    as_few = [line for line in why.also if len(line.names) <= few]
    more = len(why.also) - len(as_few)
    words = [f"or, on another line, {missing}{_and(line.names)}" for line in as_few[:_FEW]]
    if len(as_few) > _FEW:
        words.append(f"{len(as_few) - _FEW} other lines lack as few")
    if more:
        number = more if why.also[-1].reason == "missing" else f"at least {more}"
        words.append(f"{number} other {'line lacks' if more == 1 else 'lines lack'} more")
    return f" ({'; '.join(words)})" if words else ""


_FURTHER: dict[str, Callable[[Why], str]] = {
    "accepted": _supported_also,
    "rejected": _struck_also,
    "unsupported": _lacking_also,
}


def _circular(why: Why) -> str:
    """Name the circle whole and in order, or where it is entered."""
    if not why.also:
        entries = _and([child.id for child in why.children])
        return f"its support goes round in a circle, through {entries}"
    *others, last = (each.id for each in why.also)
    if not others:
        return f"{_ROUND}: it rests on itself"
    first, *rest = others
    links = [f"{why.id} rests on {first}", *(f"{a} on {b}" for a, b in pairwise([first, *rest, last]))]
    return f"{_ROUND}: {_and(links)}"


def _discounted(citation: Why, remarks: Mapping[str, str]) -> str:
    """Say why a citation is no ground."""
    source = citation.names[0]
    if citation.grade is None:
        return f"the passage cited for it is not in {source}"
    if citation.grade is Grade.DISPUTED:
        remark = f": {remarks[citation.id]}" if citation.id in remarks else ""
        return f"{source} is cited for it, but disputed{remark}"
    return f"only {source} is cited for it ({citation.grade})"


def _argued(children: Sequence[Why]) -> str:
    names = children[0].names
    return f"{_linked(names)} {'supports' if len(names) == 1 else 'support'} it"


def _beaten(children: Sequence[Why]) -> str:
    ranks = dict.fromkeys(str(strike.ranking) for strike in children if strike.ranking)
    by_rank = f": {'; '.join(ranks)}" if ranks else ""
    if len(children) > 1:
        who = _and([_side(strike) for strike in children])
        return f"beaten by {who}, each of which would have to be answered{by_rank}"
    strike = children[0]
    who = f"{'a citation of ' if strike.kind == 'counter-citation' else ''}{_linked(strike.names)}"
    if strike.measure is None:
        return f"beaten by {who}{by_rank}"
    return f"beaten by {who} {strike.measure.told}: {strike.measure.asked}"


def _too_weak(children: Sequence[Why]) -> str:
    measure = children[0].measure
    return f"its support is too weak: {measure.asked if measure else ''}"


def _compared(comparison: Why) -> str:
    """Say why a reason does not outweigh what it is heavy enough for."""
    pro = comparison.children[0]
    undecided = _and([f"{child.id} is undecided" for child in pro.children])
    culprit = _failing(pro) if pro.status == "fails" else undecided
    if comparison.measure and comparison.measure.weight == 0:
        return f"{_side(pro)} would be enough, but {culprit}"
    return f"{_side(pro)} does not outweigh {comparison.id}: {culprit}"


def _support_lost(children: Sequence[Why]) -> str:
    places = dict.fromkeys(map(_fallen, children))
    lines = {1: "", 2: " on both lines"}.get(len(children), f" on all {len(children)} lines")
    return f"support lost{lines}{',' if lines else ''} {_and(list(places))}"


def _fallen(line: Why) -> str:
    """Say where a line falls."""
    culprit = line.children[0]
    return f"at {culprit.id}" if culprit.kind == "statement" else f"where {_undercuts(culprit, line)}"


def _missing_and_circular(children: Sequence[Why]) -> str:
    leaves, circles = (
        [c.id for c in children if (c.reason == "circular") is goes_round] for goes_round in (False, True)
    )
    if not circles:
        return f"missing {_and(leaves)}, and even then its support would go round in a circle"
    told = f"missing {_and(leaves)}, and " if leaves else ""
    return f"{told}{_and(circles)} {'goes' if len(circles) == 1 else 'go'} round in a circle"


def _failing(strike: Why) -> str:
    culprit = strike.children[0]
    if culprit.kind == "comparison":
        measure, pro = culprit.measure, culprit.children[0]
        how = f" {measure.told} under {measure.standard.words}" if measure else _as_ranked(culprit)
        return f"{_side(pro) if measure else _linked(pro.names) or _side(pro)} outweighs it{how}"
    if culprit.kind == "outweighing":
        return f"{_linked(culprit.names)} outweighs it{_as_ranked(culprit)}"
    return f"{culprit.id} is {culprit.status}" if culprit.kind == "statement" else _undercuts(culprit, strike)


def _as_ranked(heavier: Why) -> str:
    """Say by whose word something outweighs a cost, where an order of values weighs."""
    if heavier.ranking is None:
        return ""
    return f", as {heavier.ranking}" if heavier.ranking.above else ", in the author's judgement"


def _undercuts(undercut: Why, target: Why) -> str:
    return f"{_linked(undercut.names)} undercuts {target.id}"


def _deadlocked(children: Sequence[Why]) -> str:
    undecided = [_UNDECIDED[child.kind] + _linked(child.names) for child in children if child.status == "undecided"]
    return f"{_and(undecided)} {'is' if len(undecided) == 1 else 'are'} undecided too"


def _to_weigh(children: Sequence[Why]) -> str:
    pros, cons = sides(children)
    return f"{_and(pros)} {'is' if len(pros) == 1 else 'are'} to be weighed against {_and(cons)}"


def sides(children: Sequence[Why]) -> tuple[list[str], list[str]]:
    """Name what is to be weighed: what stands for a statement, and what is open against it."""
    pros, cons = ([_side(c) for c in children if c.status == status] for status in ("stands", "undecided"))
    return pros, cons


def _side(child: Why) -> str:
    """Name a reason for or against a statement, with its weight where that counts."""
    if child.kind == "standard" and child.measure:
        return f"what {child.measure.standard.words} demands"
    weight = f" {child.measure.told}" if child.measure else ""
    if child.kind in ("citation", "counter-citation"):
        return f"a citation of {child.names[0]}{weight}"
    return f"{_linked(child.names) or 'what is assumed'}{weight}"


_UNDECIDED = {
    "support": "the support by ",
    "attack": "the attack by ",
    "undercut": "the undercut by ",
    "contradiction": "the contradiction with ",
    "citation": "the citation of ",
    "counter-citation": "the citation against it from ",
    "standard": "what its standard demands",
}

_BECAUSE: dict[str, Callable[[Sequence[Why]], str]] = {
    "argued": _argued,
    "cited": lambda children: f"{children[0].names[0]} is cited for it ({children[0].grade})",
    "assumed": lambda _: "it is assumed",
    "granted": lambda _: "it is granted",
    "beaten": _beaten,
    "too-weak": _too_weak,
    "support-lost": _support_lost,
    "deadlock": _deadlocked,
    "to-weigh": _to_weigh,
    "uncited": lambda _: "nothing is cited for it",
    "missing": lambda children: f"missing {_and([child.id for child in children])}",
    "missing-and-circular": _missing_and_circular,
}


def _few(words: Sequence[str], noun: str) -> str:
    """Join some words, and count the rest."""
    rest = len(words) - _FEW
    shown = words if rest < 2 else [*words[:_FEW], f"{rest} {noun}s"]
    return _and(shown)


def _linked(names: Sequence[str]) -> str:
    """Name one reason by its statements."""
    return " + ".join(names)


def _and(words: Sequence[str]) -> str:
    """Join words as a sentence does."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
