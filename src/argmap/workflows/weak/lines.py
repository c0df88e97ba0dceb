"""Lines of reasons in words: what is on the best one, and which lines only look independent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

from argmap.evaluation.labels import Grade, Standing
from argmap.evaluation.prospects.lines import Lines, shared
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import GRADE, Part
from argmap.evaluation.verdict import Evaluation
from argmap.graph import Step
from argmap.model.citations import Citation
from argmap.workflows.weak.origins import Origins
from argmap.workflows.weak.suspects import Suspect


@frozen
class Link:
    """A statement on a line of reasons, and what holds it up there.

    Attributes:
        statement: Its id.
        standing: What it is.
        premises: Ids of the statements that support it; none where it has a ground of its own.
        step: The id of that support; None where it has a ground.
        source: The id of the source that is cited for it; None for a support, or where it is assumed.
        grade: How good its ground is; None where it has none of its own.
    """

    statement: str
    standing: Standing
    premises: tuple[str, ...]
    step: str | None
    source: str | None
    grade: Grade | None


@frozen
class Common:
    """Several lines to one statement that cannot do without the same source, or what is behind several sources.

    Attributes:
        statement: The id of the statement.
        suspect: What they have in common.
        lines: Each line by its premises, or by the source that is cited.
    """

    statement: str
    suspect: Suspect
    lines: tuple[str, ...]


def best_lines(evaluation: Evaluation, names: Collection[str]) -> dict[str, tuple[tuple[Link, ...], tuple[Link, ...]]]:
    """Return the best line of each supported statement, and of an accepted one the best that stands, by its id.

    Both come from the top down, each statement once. The second is empty where none stands.
    """
    solution, index_of = evaluation.solution, evaluation.graph.index_of
    lines = Lines(solution)
    found: dict[str, tuple[tuple[Link, ...], tuple[Link, ...]]] = {}
    for name in names:
        at = index_of[name]
        if solution.is_supported(at):
            accepted = solution.standing(at) is Standing.ACCEPTED
            upright = lines.standing(at) if accepted else ()
            found[name] = tuple(_link(solution, r) for r in lines.best(at)), tuple(_link(solution, r) for r in upright)
    return found


def worst(line: Iterable[Link]) -> Grade:
    """Return the weakest link of a line, by its grade."""
    order = list(Grade)
    return max((link.grade for link in line if link.grade), key=order.index)


def commons(evaluation: Evaluation, behind: Origins, names: Collection[str]) -> dict[str, tuple[Common, ...]]:
    """Return what several lines to a supported statement have in common, or to one that it rests on, by its id.

    Citations of one source are no lines of their own; of what is behind sources, that is told which says more than one
    source alone.
    """
    needs, program = evaluation.solution.needs, evaluation.solution.program
    suspects = [Suspect(origin, name, sources) for (origin, name), sources in behind.items()]
    bits: dict[str, int] = {}
    for number, suspect in enumerate(suspects):
        for source in suspect.sources:
            bits[source] = bits.get(source, 0) | 1 << number
    held = [name for name in names if evaluation.solution.is_supported(evaluation.graph.index_of[name])]
    needed = needs.needed(bits) if held else {}
    known: dict[int, tuple[Common, ...]] = {}

    def at(statement: int) -> tuple[Common, ...]:
        if statement not in known:
            found = (
                (suspects[number], tuple(dict.fromkeys(_label(program.parts[rule], evaluation) for rule in rules)))
                for number, rules in shared(needs, statement, bits, needed).items()
            )
            known[statement] = tuple(_telling(evaluation.graph.statements[statement].id, found))
        return known[statement]

    below = {name: needs.below(evaluation.graph.index_of[name]) for name in held}
    return {name: tuple(each for statement in below[name] for each in at(statement)) for name in held}


def _telling(statement: str, found: Iterable[tuple[Suspect, tuple[str, ...]]]) -> Iterator[Common]:
    """Leave out what is said of the lines by a source already, and lines that are citations of the same source."""
    told: list[set[str]] = []
    for suspect, lines in found:
        if len(lines) > 1 and not any(each.issuperset(lines) for each in told):
            told.append(set(lines))
            yield Common(statement, suspect, lines)


def _label(part: Part, evaluation: Evaluation) -> str:
    """Name a line: by its premises, or by the source that is cited."""
    if isinstance(part, Step):
        return " + ".join(evaluation.graph.statements[premise].id for premise in part.premises)
    return part.source if isinstance(part, Citation) else "an assumption"


def _link(solution: Solution, rule: int) -> Link:
    program = solution.program
    part, at = program.parts[rule], program.heads[rule]
    return Link(
        program.name(at),
        solution.standing(at),
        tuple(map(program.name, program.positive[rule])),
        part.relation.id if isinstance(part, Step) else None,
        part.source if isinstance(part, Citation) else None,
        None if program.positive[rule] else GRADE[solution.grounding.ratings[rule]],
    )
