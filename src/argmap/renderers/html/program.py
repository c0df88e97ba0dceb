"""The program of a map as compact JSON: what the page evaluates when something is supposed to be gone.

It is `argmap.evaluation.program.Program` in numbers, with what each rule was made from as far as that bears on a
label. `assets/suppose.js` finds from it what the library finds, for any sources and statements that are taken
away; vectors that both are tested with hold the two together.
"""

from __future__ import annotations

from attrs import asdict, frozen

from argmap.evaluation.program import Program
from argmap.evaluation.translation import Comparison, Demand, Outweighing, Part
from argmap.model.citations import Citation
from argmap.model.statements import Kind, Statement

PLAIN, LEAF, JUDGEMENT, DEMAND = range(4)
"""What a rule is made from, as far as labels depend on it: an assumption or a granted leaf, a judgement on what
outweighs what, what a standard demands, or anything else."""


@frozen
class Compact:
    """A program in numbers; entry r of each list of rules belongs to rule r.

    The atom *holds(s)* is the number of s; those that say that a statement is beaten follow, then those that something
    is cut, then those that something is outweighed or a standard met.

    Attributes:
        ids: The ids of the statements.
        questions: The numbers of the statements that are questions and have no label.
        sources: The ids of the sources that are cited.
        beaten: By atom *beaten(s)*, in order: the number of s.
        cut: How many atoms say that something is cut.
        weighed: How many atoms say that something is outweighed, or a standard met.
        loops: By statement: the number of the loop of supports that it lies on, or 0.
        heads: By rule: the atom that it concludes.
        positive: By rule: the atoms that must hold.
        negative: By rule: the atoms that must not.
        levels: By rule: how good its ground is; 0 is best.
        made: By rule: `PLAIN`, `LEAF`, `JUDGEMENT` or `DEMAND`.
        cited: By rule: the number of the source that it cites, or -1.
        compared: Of each rule that compares two reasons: its number, those of the rules for the reason that outweighs
            and for the other, and 1 where that is left open, else 0.
    """

    ids: tuple[str, ...]
    questions: tuple[int, ...]
    sources: tuple[str, ...]
    beaten: tuple[int, ...]
    cut: int
    weighed: int
    loops: tuple[int, ...]
    heads: tuple[int, ...]
    positive: tuple[tuple[int, ...], ...]
    negative: tuple[tuple[int, ...], ...]
    levels: tuple[int, ...]
    made: tuple[int, ...]
    cited: tuple[int, ...]
    compared: tuple[tuple[int, int, int, int], ...]


def compact(program: Program) -> dict[str, object]:
    """Return a program as the page has it: the fields of `Compact`."""
    cited = {part.source: None for part in program.parts if isinstance(part, Citation)}
    numbers = {source: number for number, source in enumerate(cited)}
    rule_of: dict[int, int] = {}
    for rule, part in enumerate(program.parts):
        rule_of.setdefault(id(part), rule)
    made = Compact(
        ids=program.graph.ids,
        questions=tuple(i for i, s in enumerate(program.graph.statements) if s.kind is Kind.QUESTION),
        sources=tuple(cited),
        beaten=tuple(program.beaten),
        cut=len(program.cut),
        weighed=len(program.outweighed) + len(program.met),
        loops=tuple(program.loops),
        heads=program.heads,
        positive=program.positive,
        negative=program.negative,
        levels=program.levels,
        made=tuple(map(_made, program.parts)),
        cited=tuple(numbers[part.source] if isinstance(part, Citation) else -1 for part in program.parts),
        compared=tuple(
            (rule, rule_of[id(part.pro)], rule_of[id(part.con)], int(part.is_open))
            for rule, part in enumerate(program.parts)
            if isinstance(part, Comparison)
        ),
    )
    return asdict(made, recurse=False)


def _made(part: Part) -> int:
    match part:
        case Statement():
            return LEAF
        case Outweighing():
            return JUDGEMENT
        case Demand():
            return DEMAND
    return PLAIN
