"""Ids, in relations and expectations, that no statement has; the page is that of `argmap.rules.unknown_reference`."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.formats import Advice, advice
from argmap.model.relations import Relation, RelationKind
from argmap.rules.unknown_reference import RULE
from argmap.text import Span
from argmap.wording import Nearest, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the ids, in relations and expectations, that no statement has, save those that reading has told."""
    known, m = analysis.graph.index_of, analysis.map
    odd = m.named - known.keys() - analysis.undefined
    unknown = [(n, r, at) for r in m.relations for n, at in _statements(r).items() if n in odd] if odd else []
    steps = {relation.id for relation in analysis.map.relations} if unknown else set()
    words = advice(m)
    titles = [s.label for s in m] if words.by_title and (unknown or m.expectations) else []
    nearest = Nearest({*known, *titles})
    for name, relation, at in unknown:
        yield Flaw(_message(name, analysis, steps, nearest, words), at, relation.target)
    yield from _unexpected(analysis, nearest)


def _statements(relation: Relation) -> dict[str, Span | None]:
    """Return the ids in a relation that statements should have, each with the place where it stands."""
    named = {name: answer.span or relation.span for answer in relation.answers for name in answer.statements}
    named |= {name: role.span or relation.span for role in relation.roles for name in role.statements}
    ends = relation.premises if relation.kind is RelationKind.UNDERCUT else (*relation.premises, relation.target)
    return dict.fromkeys((*ends, *relation.weightier), relation.span) | {
        name: place for name, place in named.items() if name not in ends
    }


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
