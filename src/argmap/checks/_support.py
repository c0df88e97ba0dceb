"""Why statements are not supported, in words that say what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import define, field

from argmap.checks._base import Flaw, Subject
from argmap.checks._wording import listed, quoted
from argmap.evaluation.verdict import Evaluation
from argmap.model.citations import Stance
from argmap.model.statements import Kind, Statement

_SHOWN = 4


def unsupported(subject: Subject, kinds: Collection[Kind]) -> Iterator[Flaw]:
    """Report the statements of some kinds that are not supported."""
    lacking = _Lacking(subject.evaluation)
    for place, statement in enumerate(subject.graph.statements):
        verdict = subject.evaluation.get(statement.id) if statement.kind in kinds else None
        if verdict is not None and not verdict.supported:
            yield Flaw(_message(statement, place, subject, lacking), statement.span, statement.id)


def _message(statement: Statement, place: int, subject: Subject, lacking: _Lacking) -> str:
    name = f"the {statement.kind} {quoted(statement.id)}"
    steps = subject.graph.supports_on[place]
    if any(all(premise in subject.evaluation for premise in step.relation.sources) for step in steps):
        missing = lacking.names(place)
        if not missing:
            return f"the reasons for {name} go round in a circle and reach no evidence"
        needs = "needs" if len(missing) == 1 else "need"
        shown = listed(missing) if len(missing) <= _SHOWN else f"{', '.join(map(quoted, missing[:3]))} and others"
        return f"the reasons for {name} reach no evidence: {shown} {needs} a source"
    written = subject.map.supports(on=statement.id)
    if written:
        return f"no reason for {name} counts: {_idle(written[0].sources, subject)}"
    return _uncited(statement, name)


def _idle(premises: tuple[str, ...], subject: Subject) -> str:
    """Name the premise for which a step can never support anything."""
    premise = next(premise for premise in premises if premise not in subject.evaluation)
    is_question = premise in subject.map
    return f"{quoted(premise)} {'is a question, and supports nothing' if is_question else 'does not exist'}"


def _uncited(statement: Statement, name: str) -> str:
    if any(citation.stance is Stance.SUPPORTS for citation in statement.citations):
        return f"what {name} cites is not in its source, and nothing else is offered for it"
    if statement.citations:
        return f"no citation of {name} speaks for it: add one that does, or a reason under 'because:'"
    return f"nothing is offered for {name}: add 'cite:', or a reason under 'because:'"


@define
class _Lacking:
    """Names what unsupported statements lack, a few leaves of each, so that a long chain costs its length only once.

    Attributes:
        evaluation: The evaluation.
    """

    evaluation: Evaluation
    _found: dict[int, tuple[int, ...]] = field(factory=dict)

    def names(self, place: int) -> tuple[str, ...]:
        """Give the ids of leaves that would support a statement, one more than are shown at most, or none."""
        todo = [place] if place not in self._found else []
        while todo:
            each = todo[-1]
            premises = self._premises(each)
            if each not in self._found:
                self._found[each] = ()
                todo += [premise for premise in premises if premise not in self._found]
            else:
                todo.pop()
                leaves = [leaf for premise in premises for leaf in self._found[premise]]
                self._found[each] = tuple(dict.fromkeys(leaves))[: _SHOWN + 1] if premises else self._leaf(each)
        statements = self.evaluation.graph.statements
        return tuple(statements[leaf].id for leaf in sorted(self._found[place]))

    def _premises(self, place: int) -> list[int]:
        """Give the unsupported premises of the line by which a statement is most easily supported."""
        via, program = self.evaluation.repairs.via, self.evaluation.grounding.program
        return [premise for premise in program.positive[via[place]] if premise in via] if place in via else []

    def _leaf(self, place: int) -> tuple[int, ...]:
        return (place,) if place in self.evaluation.repairs.via else ()
