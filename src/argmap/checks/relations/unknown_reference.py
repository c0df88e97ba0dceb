"""Ids, in relations and expectations, that no statement has; the page is that of `argmap.rules.unknown_reference`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._advice import advice
from argmap.flaws import Flaw
from argmap.formats import Advice
from argmap.model.relations import Relation, RelationKind
from argmap.rules.unknown_reference import RULE
from argmap.wording import Nearest, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the ids, in relations and expectations, that no statement has."""
    unknown = [(name, relation) for relation in analysis.map.relations for name in _unknown(relation, analysis)]
    steps = {relation.id for relation in analysis.map.relations} if unknown else set()
    words = advice(analysis.map)
    titles = [s.label for s in analysis.map] if words.by_title and (unknown or analysis.map.expectations) else []
    nearest = Nearest({*analysis.graph.index_of, *titles})
    for name, relation in unknown:
        yield Flaw(_message(name, analysis, steps, nearest, words), relation.span, relation.target)
    yield from _unexpected(analysis, nearest)


def _unknown(relation: Relation, analysis: Analysis) -> Iterable[str]:
    ends = relation.premises if relation.kind is RelationKind.UNDERCUT else (*relation.premises, relation.target)
    return dict.fromkeys(name for name in (*ends, *relation.weightier) if name not in analysis.graph.index_of)


def _message(name: str, analysis: Analysis, steps: set[str], nearest: Nearest, words: Advice) -> str:
    if name in analysis.sources:
        return f"{quoted(name)} is a source, not a statement: to cite it, {words.cite}"
    if name in steps:
        return f"{quoted(name)} is a step, not a statement: name its premises"
    otherwise = words.write_out if " " in name else f"write it, or correct the {'name' if words.by_title else 'id'}"
    hint = otherwise if " " in name and not words.by_title else nearest.hint(name, otherwise)
    return f"no statement is called {quoted(name)}: {hint}"


def _unexpected(analysis: Analysis, nearest: Nearest) -> Iterator[Flaw]:
    """Report the expectations of what is no statement."""
    unknown = [each for each in analysis.map.expectations if each.statement not in analysis.graph.index_of]
    titles = {statement.label: statement.id for statement in analysis.graph.statements} if unknown else {}
    for each in unknown:
        name = each.statement
        message = (
            f"no statement is called {quoted(name)}: {nearest.hint(name, 'correct the id, or delete the expectation')}"
        )
        if name in titles:
            message = f"{quoted(name)} is the title of {quoted(titles[name])}: write the id"
        yield Flaw(message, each.span, name)


CHECK = Check.of(RULE, run)
