"""Suspects: what a statement may hang on, and which rules of the evaluation fall with each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

from argmap.evaluation.labels import FALSE
from argmap.evaluation.translation import reason
from argmap.evaluation.verdict import Evaluation
from argmap.graph import Step, Undercut
from argmap.model.citations import Citation
from argmap.model.statements import Statement
from argmap.workflows.weak.origins import Origin, Origins

STATEMENT = "statement"
STEP = "step"
GROUND = "ground"


@frozen
class Suspect:
    """What something may hang on.

    Attributes:
        kind: ``source``, ``publisher``, ``author``, ``origin``, ``root``, ``statement``, ``step`` or ``ground``.
        name: The id of a source, root, statement, relation or citation, that of the statement for an assumption; the
            name of a publisher, an author or an origin.
        sources: Ids of the sources that fall with it; none for what falls by itself.
    """

    kind: str
    name: str
    sources: tuple[str, ...] = ()


def suspects(evaluation: Evaluation, behind: Origins, names: Collection[str], of: str) -> list[Suspect]:
    """Return what some statements may hang on: what is behind the citations in reach, the statements, and the steps.

    What cannot hold anything up or down, since it is known to fail, is left out. Single grounds are among them if sets
    are to be made of these.
    """
    solution, statements = evaluation.solution, evaluation.graph.statements
    rules, atoms = reach(evaluation, names)
    parts = [solution.program.parts[rule] for rule in rules]
    cited = {part.source for part in parts if isinstance(part, Citation)}
    grounds = {part.id for part in parts if isinstance(part, Citation | Statement)}
    steps = dict.fromkeys(
        part.relation.id
        for rule, part in zip(rules, parts, strict=True)
        if isinstance(part, Step | Undercut) and solution.truth(rule) != FALSE
    )
    held = [at for at in sorted(atoms) if at < solution.program.statements and solution.values[at] != FALSE]
    return [
        *(
            Suspect(origin, name, sources)
            for (origin, name), sources in behind.items()
            if not cited.isdisjoint(sources)
        ),
        *(each for each in (elements(evaluation, behind, of) if of == GROUND else ()) if each.name in grounds),
        *(Suspect(STATEMENT, statements[at].id) for at in held),
        *(Suspect(STEP, name) for name in steps),
    ]


def elements(evaluation: Evaluation, behind: Origins, kind: str) -> list[Suspect]:
    """Return what sets of support are made of: all of a kind, and each source that has none of it.

    With ``ground``: each citation for a statement, and each assumption. Of roots, those that fall with no other.
    """
    if kind == GROUND:
        parts, solution = evaluation.solution.program.parts, evaluation.solution
        return [
            Suspect(GROUND, part.id)
            for rule, part in enumerate(parts)
            if isinstance(part, Citation | Statement) and _is_ground(evaluation, rule) and solution.honours(rule)
        ]
    chosen = {name: sources for (origin, name), sources in behind.items() if origin == kind}
    covered = {source for sources in chosen.values() for source in sources}
    if kind == Origin.ROOT:
        chosen = _outermost(chosen)
    single = [name for origin, name in behind if origin is Origin.SOURCE and name not in covered]
    return [
        *(Suspect(kind, name, sources) for name, sources in chosen.items()),
        *(Suspect(Origin.SOURCE, name, (name,)) for name in single),
    ]


def _outermost(roots: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the roots that fall with no other; what falls with two of them falls with one through the other."""
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name in sorted(roots, key=lambda name: -len(roots[name])):
        if taken.isdisjoint(roots[name]):
            found[name] = roots[name]
            taken.update(roots[name])
    return found


def rules_of(evaluation: Evaluation, chosen: Sequence[Suspect]) -> list[tuple[int, ...]]:
    """Return the rules that fall with each of some suspects: with a reason, also what it outweighs by its weight."""
    program, index_of = evaluation.solution.program, evaluation.graph.index_of
    by_source: dict[str, list[int]] = {}
    by_name: dict[tuple[str, str], list[int]] = {}
    for rule, made_from in enumerate(program.parts):
        part = reason(made_from)
        if isinstance(part, Citation):
            by_source.setdefault(part.source, []).append(rule)
        if isinstance(part, Step | Undercut):
            by_name.setdefault((STEP, part.relation.id), []).append(rule)
        elif isinstance(part, Citation | Statement) and (part is not made_from or _is_ground(evaluation, rule)):
            by_name.setdefault((GROUND, part.id), []).append(rule)

    def rules(suspect: Suspect) -> Iterable[int]:
        if suspect.kind == STATEMENT:
            return program.rules_for[index_of[suspect.name]]
        by_origin = (rule for source in suspect.sources for rule in by_source.get(source, ()))
        return by_name.get((suspect.kind, suspect.name), by_origin)

    return [tuple(rules(suspect)) for suspect in chosen]


def _is_ground(evaluation: Evaluation, rule: int) -> bool:
    """Tell whether a rule says that a statement is cited or assumed."""
    program = evaluation.solution.program
    return program.heads[rule] < program.statements and not program.positive[rule]


def reach(evaluation: Evaluation, names: Collection[str]) -> tuple[list[int], set[int]]:
    """Return the rules and atoms that what is said of some statements can rest on."""
    solution = evaluation.solution
    program = solution.program
    reached = dict.fromkeys(evaluation.graph.index_of[name] for name in names)
    rules: list[int] = []
    todo = list(reached)
    for atom in todo:
        for rule in solution.rules(atom):
            rules.append(rule)
            fresh = [other for other in (*program.positive[rule], *program.negative[rule]) if other not in reached]
            reached.update(dict.fromkeys(fresh))
            todo += fresh
    return rules, set(reached)
