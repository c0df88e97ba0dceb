"""What a review covers: fingerprints of a statement, and of all that it rests on.

When a premise, a passage or a source changes, the fingerprints of exactly the statements downstream of it change, so
that these are *suspect* until they are reviewed again (an idea of doorstop, its suspect links).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from attrs import frozen

from argmap.components import strong_components
from argmap.evidence.lockfile import Lock, digest
from argmap.evidence.passages.resolution import Resolutions
from argmap.evidence.text.normalise import normal_text
from argmap.graph import Graph
from argmap.model.citations import Selector
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.model.statements import Statement

_GONE = "-"


@frozen
class Fingerprints:
    """The fingerprints of a map's statements, by id.

    Attributes:
        own: Of the statement with its steps and citations.
        cone: Of all that it rests on, itself included: a Merkle tree, in which a circle counts as one.
        premises: What each rests on directly: its premises, and those of the undercuts of its steps.
    """

    own: Mapping[str, str]
    cone: Mapping[str, str]
    premises: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        graph: Graph,
        sources: Mapping[str, Source],
        texts: Mapping[str, str],
        resolutions: Resolutions,
        lock: Lock | None = None,
    ) -> Fingerprints:
        """Work out the fingerprints of a map.

        Args:
            graph: Its look-ups.
            sources: The known sources.
            texts: Their texts, those that are at hand.
            resolutions: What became of its citations.
            lock: What the passages held whose source is not at hand.
        """
        held = _Passages(sources, texts, resolutions, lock)
        links = _links(graph)
        own = [_hash(_content(graph, index, held)) for index in range(len(graph.statements))]
        cone = _cones(own, links)
        ids = graph.ids
        return cls(
            dict(zip(ids, own, strict=True)),
            dict(zip(ids, cone, strict=True)),
            {name: tuple(ids[each] for each in links[index]) for index, name in enumerate(ids)},
        )


@frozen
class _Passages:
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    resolutions: Resolutions
    lock: Lock | None

    def state(self, source: str, selector: Selector | None) -> str:
        """Return the digest of a cited passage as it is, or as it was locked where it is not at hand."""
        resolution = self.resolutions.get((source, selector))
        if resolution is not None and len(resolution.places) == 1 and source in self.texts:
            span = resolution.places[0]
            return digest(normal_text(self.texts[source][span.start : span.end]))
        record = self.lock.record(source, selector) if self.lock and selector else None
        return record.digest if record and source not in self.texts else _GONE

    def taken_back(self, source: str) -> str:
        known = self.sources.get(source)
        return f"{known.retracted} {known.superseded_by}" if known else _GONE


def _links(graph: Graph) -> list[list[int]]:
    """Return what each statement rests on: premises both ways, what undercuts its steps and citations, or outweighs."""
    links: list[dict[int, None]] = [{} for _ in graph.statements]
    for step in graph.steps:
        weightier = chain.from_iterable(step.outweighed_by)
        links[step.conclusion] |= dict.fromkeys((*step.premises, *_cutters(graph, step.relation.id), *weightier))
    for index, statement in enumerate(graph.statements):
        for citation in statement.citations:
            links[index] |= dict.fromkeys(_cutters(graph, citation.id))
    for contradiction in graph.contradictions:
        links[contradiction.first][contradiction.second] = None
        links[contradiction.second][contradiction.first] = None
    return [list(each) for each in links]


def _cutters(graph: Graph, target: str) -> list[int]:
    """Return the premises of all undercuts of a step or citation, and of the undercuts of these."""
    found: list[int] = []
    todo, seen = [target], {target}
    while todo:
        for undercut in graph.undercuts_on.get(todo.pop(), ()):
            found += undercut.premises
            if undercut.relation.id not in seen:
                seen.add(undercut.relation.id)
                todo.append(undercut.relation.id)
    return found


def _content(graph: Graph, index: int, held: _Passages) -> str:
    """Write down what a reviewer of a statement looks at, premises by their ids alone."""
    statement: Statement = graph.statements[index]
    parts = [statement.id, str(statement.kind), " ".join(statement.text.split())]
    if statement.standard is not None:
        parts.append(str(statement.standard))
    if statement.credence is not None:
        parts.append(f"credence {statement.credence}")
    steps = (*graph.supports_on[index], *graph.attacks_on[index])
    for step in sorted(steps, key=lambda each: each.relation.id):
        relation = step.relation
        weighs = relation.force or relation.outweighed_by or relation.values
        weight = f" {relation.force} {relation.outweighed_by} {relation.values}" if weighs else ""
        weight += _weight(relation.weight)
        cuts = _cuts(graph, relation.id)
        weight += f" {_critique(relation)}" if relation.has_critique else ""
        parts.append(f"{relation.kind} {sorted(relation.premises)} {relation.scheme} {cuts}{weight}")
    for citation in sorted(statement.citations, key=lambda each: each.id):
        state = held.state(citation.source, citation.selector)
        back = held.taken_back(citation.source)
        weight = _weight(citation.weight)
        parts.append(f"{citation.stance} {citation.source} {state} {back} {_cuts(graph, citation.id)}{weight}")
    return "\n".join(parts)


def _critique(relation: Relation) -> str:
    return "; ".join(sorted(map(str, (*relation.roles, *relation.answers, *relation.waives))))


def _weight(weight: float | None) -> str:
    return "" if weight is None else f" weighs {weight:g}"


def _cuts(graph: Graph, target: str) -> list[str]:
    return sorted(graph.ids[each] for each in _cutters(graph, target))


def _cones(own: list[str], links: list[list[int]]) -> list[str]:
    cone = [""] * len(own)
    for component in strong_components(range(len(own)), links):
        inside = set(component)
        outside = {cone[each] for member in component for each in links[member] if each not in inside}
        shared = _hash("\n".join([*sorted(own[member] for member in component), "", *sorted(outside)]))
        for member in component:
            cone[member] = shared if len(component) == 1 else _hash(f"{own[member]} {shared}")
    return cone


def _hash(text: str) -> str:
    return digest(text)


def suspects(now: Fingerprints, reviewed: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the reviewed statements that are not what was reviewed.

    Args:
        now: The fingerprints.
        reviewed: By id, the fingerprints at the last review: of the statement, and of its cone.

    Returns:
        By id, what to look at: the id itself where it was changed, and the premises whose cone changed since their own
        review or that were never reviewed; empty where the cause lies further off.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, (own, cone) in reviewed.items():
        if name in now.own and now.cone[name] != cone:
            changed = [name] if now.own[name] != own else []
            changed += [
                each for each in now.premises[name] if each not in reviewed or reviewed[each][1] != now.cone[each]
            ]
            found[name] = tuple(dict.fromkeys(changed))
    return found
