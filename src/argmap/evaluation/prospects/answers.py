"""Which single answer to what speaks against something would decide what is undecided, found by trying each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import evolve, field, frozen

from argmap import collector
from argmap.evaluation.labels import FALSE, UNDECIDED, Standing
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import DROPPED, Demand, id_of
from argmap.evaluation.weighing import balance, is_open
from argmap.evaluation.well_founded import well_founded
from argmap.graph import Contradiction, Step, Undercut
from argmap.model.citations import Citation

_MOST_TRIALS = 60
_FEWEST_TRIALS = 6
_MOST_WORK = 300_000
_MOST_TOLD = 3


_Alike = tuple[int, str, frozenset[int]]


class AnswerKind(StrEnum):
    """What is done about something that speaks against something."""

    ANSWERED = "answered"
    OUTWEIGHED = "outweighed"
    PREVAILING = "prevailing"


_VERBS = {
    AnswerKind.ANSWERED: "were answered",
    AnswerKind.OUTWEIGHED: "were outweighed",
    AnswerKind.PREVAILING: "weighed more",
}


@frozen(eq=False)
class Answer:
    """An answer, and what it would make of an undecided statement.

    Attributes:
        kind: *answered*: the attack, undercut or citation no longer counts; *outweighed*: a judgement says that it
            weighs less; *prevailing*: a judgement says that it weighs more.
        against: The rules for what speaks against something: one, or all costs that are to be weighed.
        standing: What the statement would be.
        after: What would be found.
    """

    kind: AnswerKind
    against: tuple[int, ...]
    standing: Standing
    after: Solution = field(repr=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of what is answered."""
        return tuple(dict.fromkeys(id_of(self.after.program.parts[rule]) for rule in self.against))

    @property
    def dropped(self) -> frozenset[tuple[tuple[str, str], str, frozenset[str]]]:
        """Return the rules that would no longer count, by what they conclude, their ids and what must hold."""
        program, names = self.after.program, self.after.names
        return frozenset(
            (
                names[program.heads[rule]],
                id_of(program.parts[rule]),
                frozenset(map(program.name, program.positive[rule])),
            )
            for rule in _dropped(self.after, self.kind, self.against)
        )

    @property
    def named(self) -> str:
        """Name what is answered, as a sentence does."""
        *names, last = dict.fromkeys(_named(self.after, rule) for rule in self.against)
        return f"{', '.join(names)} and {last}" if names else last


@frozen(eq=False)
class Answers:
    """The answers that would decide a statement, those to what is nearest to it first.

    Attributes:
        statement: Its id.
        deciding: Each with what it would make of the statement.
        tried: How many answers were tried.
        finished: Whether these were all.
    """

    statement: str
    deciding: tuple[Answer, ...]
    tried: int
    finished: bool

    def __str__(self) -> str:
        """Say which answers would make the statement accepted, and which rejected."""
        found = [[a for a in self.deciding if a.standing is standing] for standing in _ENDS]
        told = [f"{standing} if {_either(each)}" for standing, each in zip(_ENDS, found, strict=True) if each]
        if len(told) == len(self.deciding) == 2 and found[0][0].against == found[1][0].against:
            told[1] = f"{_ENDS[1]} if it {_VERBS[found[1][0].kind]}"
        nearest = "" if self.finished else f" (only the {self.tried} nearest were tried)"
        if not told:
            return f"No single answer would decide {self.statement}{nearest}"
        return f"{self.statement} would be {', and '.join(told)}{nearest}"


_ENDS = (Standing.ACCEPTED, Standing.REJECTED)


def answers(solution: Solution, statement: int) -> Answers:
    """Try every single answer in the deadlock that keeps a statement undecided, the nearest first.

    Where several costs are to be weighed, that all are outweighed is tried too. The trials are as many as a map of this
    size allows.
    """
    most = max(_FEWEST_TRIALS, min(_MOST_TRIALS, _MOST_WORK // (len(solution.program.heads) + 1)))
    trial = _Trial(solution, statement)
    candidates = list(_candidates(solution, statement))
    tried = [trial.of(kind, against) for kind, against in candidates[:most]]
    deciding = tuple(answer for answer in tried if answer.standing in _ENDS)
    return Answers(solution.program.name(statement), deciding, len(tried), len(candidates) <= most)


@frozen
class _Trial:
    solution: Solution
    statement: int

    def of(self, kind: AnswerKind, against: tuple[int, ...]) -> Answer:
        """Drop the rules that an answer takes away; statements are supported as before."""
        grounding = self.solution.grounding
        ratings = list(grounding.ratings)
        for rule in _dropped(self.solution, kind, against):
            ratings[rule] = DROPPED
        with collector.paused():
            after = well_founded(evolve(grounding, ratings=tuple(ratings)), self.solution.limit, self.solution)
        return Answer(kind, against, after.standing(self.statement), after)


def _candidates(solution: Solution, statement: int) -> Iterator[tuple[AnswerKind, tuple[int, ...]]]:
    """Go through the answers to what is undecided and bears on a statement."""
    sides = balance(solution, statement)
    if sides and len(sides.cons) > 1:
        yield AnswerKind.OUTWEIGHED, sides.cons
    seen: set[_Alike] = set()
    for rule in _strikes(solution, statement):
        alike = _alike(solution, rule)
        if alike in seen:
            continue
        seen.add(alike)
        part = solution.program.parts[rule]
        if is_open(solution, rule):
            yield AnswerKind.OUTWEIGHED, (rule,)
            if not isinstance(part, Demand):
                yield AnswerKind.PREVAILING, (rule,)
        elif not isinstance(part, Demand):
            yield AnswerKind.ANSWERED, (rule,)


def _strikes(solution: Solution, statement: int) -> Iterator[int]:
    """Go through the rules, not known to fail, for what strikes at a statement or at what keeps it undecided."""
    program, values = solution.program, solution.values
    struck = {*program.beaten.values(), *program.cut.values()}
    found = {statement: None}
    todo = [statement]
    for atom in todo:
        for rule in solution.rules(atom):
            if solution.truth(rule) != FALSE and atom in struck:
                yield rule
            below = (a for a in (*program.positive[rule], *program.negative[rule]) if values[a] == UNDECIDED)
            fresh = [each for each in below if each not in found]
            found.update(dict.fromkeys(fresh))
            todo += fresh


def _dropped(solution: Solution, kind: AnswerKind, against: Iterable[int]) -> frozenset[int]:
    """Return the rules that an answer takes away: all of an attack, which may be drawn twice, or what outweighs it."""
    program, found = solution.program, set[int]()
    for rule in against:
        if kind is AnswerKind.PREVAILING:
            found.update(each for atom in program.weighing(rule) for each in program.rules_for[atom])
        else:
            rules, alike = program.rules_for[program.heads[rule]], _alike(solution, rule)
            found.update(each for each in rules if _alike(solution, each) == alike)
    return frozenset(found)


def _alike(solution: Solution, rule: int) -> _Alike:
    """Return what is the same for a relation that is drawn twice."""
    program = solution.program
    return program.heads[rule], id_of(program.parts[rule]), frozenset(program.positive[rule])


def _named(solution: Solution, rule: int) -> str:
    """Name what speaks against something."""
    program = solution.program
    who = " + ".join(map(program.name, program.positive[rule]))
    match program.parts[rule]:
        case Citation() as part:
            struck = next(statement for statement, atom in program.beaten.items() if atom == program.heads[rule])
            return f"the citation of {part.source} against {program.name(struck)}"
        case Undercut() as part:
            return f"the undercut by {who} of {part.target}"
        case Contradiction() as part:
            other = part.second if program.positive[rule] == (part.first,) else part.first
            return f"the contradiction of {who} with {program.name(other)}"
        case Step() as part:
            return f"the attack by {who} on {program.name(part.conclusion)}"
        case _:
            return "the demand of its standard"


def _either(found: list[Answer]) -> str:
    """Name answers as alternatives, a few of each kind."""
    told = []
    for kind in AnswerKind:
        names = [answer.named for answer in found if answer.kind is kind]
        rest = len(names) - _MOST_TOLD
        shown = names if rest < 2 else [*names[:_MOST_TOLD], f"one of {rest} others"]
        if names:
            told.append(f"{' or '.join(shown)} {_VERBS[kind]}")
    return ", or ".join(told)
