"""Whether what reasons say of ranks of values is so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from argmap.evaluation.why import Why
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order, Ranking
from argmap.model.relations import Relation, RelationKind

_Sides = tuple[Collection[str], Collection[str]]
"""The values of what is told to rank higher, and those of what is told to rank lower."""

_Relations = Mapping[str, list[Relation]]


def wrong_ranks(reasons: Iterable[Why], m: ArgumentMap) -> Iterator[str]:
    """Say which reasons name values that are not theirs, or do not rank so for the audience of the map."""
    ranked = [(why, why.ranking) for why in reasons if why.ranking]
    relations = m.relations if ranked else ()
    named = _grouped((relation.id, relation) for relation in relations)
    pros = _grouped((r.target, r) for r in relations if r.kind is RelationKind.SUPPORT)
    for why, ranking in ranked:
        if m.audience is None or not _is_right(why, ranking, m.audience, _sides(why, named, pros)):
            yield f"the ranks told of {why.id} are wrong"


def _is_right(why: Why, ranking: Ranking, audience: Order, sides: Iterable[_Sides]) -> bool:
    if why.kind == "outweighing":
        return ranking == Ranking(audience.id, ())
    higher = {value for value, _ in ranking.above}
    lower = {value for _, below in ranking.above for value in below}
    are_theirs = any(higher <= set(ours) and lower <= set(theirs) for ours, theirs in sides)
    ranks = all(audience.outranks([value], below) for value, below in ranking.above)
    return bool(higher) and are_theirs and ranks and ranking.order == audience.id


def _sides(why: Why, named: _Relations, pros: _Relations) -> Iterator[_Sides]:
    """Yield what a comparison holds up to each other, or a cost and all reasons for what it speaks against."""
    for con in named.get(why.id, ()):
        if why.kind == "comparison":
            yield from ((pro.values, con.values) for name in why.names for pro in named.get(name, ()))
        else:
            yield con.values, [value for pro in pros.get(con.target, ()) for value in pro.values]


def _grouped(pairs: Iterable[tuple[str, Relation]]) -> _Relations:
    found: dict[str, list[Relation]] = {}
    for key, relation in pairs:
        found.setdefault(key, []).append(relation)
    return found
