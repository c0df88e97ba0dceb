"""Which reasons have a weight, and which should."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.graph import Graph, Step
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.standards import Standard
from argmap.model.statements import Kind
from argmap.wording import joined, linked, quoted

_WEIGHED = (Stance.SUPPORTS, Stance.CONTRADICTS)


@frozen
class Named:
    """Some reasons for and against a statement.

    Attributes:
        steps: The premises of each support and attack, in words.
        sources: The sources of the citations.
    """

    steps: tuple[str, ...]
    sources: tuple[str, ...]

    @classmethod
    def of(cls, reasons: list[Step | Citation]) -> Named | None:
        """Name reasons; None where there are none."""
        steps = (linked(each.relation.premises) for each in reasons if isinstance(each, Step))
        sources = (each.source for each in reasons if isinstance(each, Citation))
        return cls(tuple(dict.fromkeys(steps)), tuple(dict.fromkeys(sources))) if reasons else None

    @property
    def count(self) -> int:
        """Return how many are named."""
        return len(self.steps) + len(self.sources)

    @property
    def told(self) -> str:
        """Name them in a sentence."""
        cited = [f"a citation of {quoted(source)}" for source in self.sources]
        return joined([*self.steps, *cited])


def lacking(graph: Graph, index: int) -> Named | None:
    """Name the reasons without a weight for and against a statement whose standard compares them."""
    statement = graph.statements[index]
    if statement.standard is None or not statement.standard.weighs or statement.kind is Kind.QUESTION:
        return None
    reasons = list(_compared(graph, index))
    against = any(each.stance is Stance.CONTRADICTS if isinstance(each, Citation) else not each.pro for each in reasons)
    if statement.standard is Standard.PREPONDERANCE and not against:
        return None
    return Named.of([each for each in reasons if _weight(each) is None])


def idle(graph: Graph, index: int) -> Named | None:
    """Name the reasons for and against a statement whose weight counts for nothing."""
    statement = graph.statements[index]
    reasons: list[Step | Citation] = [*graph.supports_on[index], *graph.attacks_on[index], *statement.citations]
    weighted = [each for each in reasons if _weight(each) is not None]
    told = statement.kind is not Kind.QUESTION
    if told and weighted and statement.standard is not None and statement.standard.weighs:
        counted = set(map(id, _compared(graph, index)))
        weighted = [each for each in weighted if id(each) not in counted]
    return Named.of(weighted)


def weighted(m: ArgumentMap) -> set[str]:
    """Return the ids of the statements with a weight on some reason for or against them."""
    found = {relation.target for relation in m.relations if relation.weight is not None}
    cited = (statement for statement in m.statements if statement.citations)
    return found | {s.id for s in cited if any(citation.weight is not None for citation in s.citations)}


def _compared(graph: Graph, index: int) -> Iterator[Step | Citation]:
    """Yield the reasons that a standard which weighs compares."""
    yield from graph.supports_on[index]
    yield from (attack for attack in graph.attacks_on[index] if attack.weighs)
    yield from (citation for citation in graph.statements[index].citations if citation.stance in _WEIGHED)


def _weight(reason: Step | Citation) -> float | None:
    return reason.weight if isinstance(reason, Citation) else reason.relation.weight
