"""A map from afar: what stands on top, and one card for each part below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import Factory, evolve, frozen

from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.renderers._folding import StandIn, gather
from argmap.renderers._parts import MOST_PARTS, Links, Parts, parts, spread

_Line = tuple[RelationKind, str, str]


@frozen
class Overview:
    """A map of two levels.

    Attributes:
        map: The map, with a statement for each card and the relations between them.
        stand_ins: What the cards of sections stand for, and those that stood for something before.
        below: The statements that are not drawn below each statement that is, by its id.
        led: The relations that each line stands for, by its id.
    """

    map: ArgumentMap
    stand_ins: Mapping[str, StandIn] = Factory(dict)
    below: Mapping[str, tuple[str, ...]] = Factory(dict)
    led: Mapping[str, tuple[str, ...]] = Factory(dict)


def overview(m: ArgumentMap, stand_ins: Mapping[str, StandIn], most: int = MOST_PARTS) -> Overview:
    """Draw a map as two levels: what is on top, and below it sections, or direct reasons where there are none.

    Between two cards there is one line of a kind. A card that bears on nothing on top has a line to the one card that
    it bears on most.

    Args:
        m: The map.
        stand_ins: What those of its cards stand for that are no statements.
        most: How many parts there are at most.
    """
    divided = parts(m, most)
    statements = tuple(evolve(s, group=None) for s in m.statements)
    gathered = gather(evolve(m, groups=divided.sections, statements=statements), divided.cards)

    def known(names: Iterable[str]) -> tuple[str, ...]:
        """Return the statements of the map as it was written."""
        every = (name for name in names for name in (stand_ins[name].inside if name in stand_ins else (name,)))
        return tuple(dict.fromkeys(every))

    drawn = {s.id for s in gathered.map}
    stands = {card: one for card, one in stand_ins.items() if card in drawn}
    stands |= {card: evolve(one, inside=known(one.inside)) for card, one in gathered.stand_ins.items()}
    branches = {card: known(n for n in inside if n != card) for card, inside in divided.inside.items() if card in m}
    links = Links.of(m)
    tops = {head: known(_reached(links, head)) for head in divided.heads}
    relations: dict[Relation, None] = {}
    led: dict[str, tuple[str, ...]] = {}
    for relation, from_ in _thinned(gathered.map, m, divided):
        relations[relation] = None
        found = (name for each in from_ for name in gathered.led.get(each, (each,)))
        led[relation.id] = tuple(dict.fromkeys((*led.get(relation.id, ()), *found)))
    return Overview(evolve(gathered.map, groups=(), relations=tuple(relations)), stands, branches | tops, led)


def _reached(links: Links, head: str) -> Iterator[str]:
    """Return what bears on a statement, directly or not."""
    reached = {head: head}
    spread(reached, [head], links.down, lambda *_: head)
    return (name for name in reached if name != head)


def _thinned(drawn: ArgumentMap, m: ArgumentMap, divided: Parts) -> Iterator[tuple[Relation, tuple[str, ...]]]:
    """Go through the relations that are drawn: those of the map itself, and a line for what else is between cards.

    Each comes with the ids of the relations between cards that it stands for.
    """
    own = {relation.id: relation for relation in m.relations}
    lines: dict[_Line, list[str]] = {}
    line_of: dict[str, list[_Line]] = {}
    led: set[str] = set()
    for relation in drawn.relations:
        if relation == own.get(relation.id):
            led.update(relation.premises)
            yield relation, (relation.id,)
        elif relation.kind is not RelationKind.UNDERCUT and relation.target in drawn:
            tails = [premise for premise in relation.premises if premise in drawn]
            line_of[relation.id] = [_line(relation.kind, tail, relation.target) for tail in tails]
            for line in line_of[relation.id]:
                lines.setdefault(line, []).append(relation.id)
    made = {line: _made(line) for line in _kept(lines, _weights(m, divided.cards), divided.heads, led)}
    yield from ((relation, tuple(lines[line])) for line, relation in made.items())
    cut = {name: made[line].id for name, found in line_of.items() for line in found[:1] if line in made}
    undercuts = (r for r in drawn.relations if r.kind is RelationKind.UNDERCUT and r != own.get(r.id))
    for undercut in undercuts:
        head = cut.get(undercut.target, undercut.target)
        for premise in filter(drawn.__contains__, undercut.premises):
            yield _made((RelationKind.UNDERCUT, premise, head)), (undercut.id,)


def _line(kind: RelationKind, tail: str, head: str) -> _Line:
    if kind is RelationKind.CONTRADICTION:
        tail, head = sorted((tail, head))
    return kind, tail, head


def _made(line: _Line) -> Relation:
    kind, tail, head = line
    return Relation(f"{relation_id(kind, (tail,), head)} …", kind, (tail,), head)


def _weights(m: ArgumentMap, cards: Mapping[str, str]) -> Counter[_Line]:
    """Count for how many relations each line stands."""
    ends = ((r.kind, tail, r.target) for r in m.relations for tail in r.premises if tail in m and r.target in m)
    return Counter(_line(kind, cards[tail], cards[head]) for kind, tail, head in ends)


def _kept(lines: Iterable[_Line], weights: Counter[_Line], tops: Collection[str], led: set[str]) -> Iterator[_Line]:
    """Go through the lines that are drawn: all to what is on top; of a card that has none, the one for most."""
    most: dict[str, _Line] = {}
    for line in lines:
        _, tail, head = line
        if head in tops:
            led.add(tail)
            yield line
        elif tail not in most or weights[line] > weights[most[tail]]:
            most[tail] = line
    yield from (line for tail, line in most.items() if tail not in led)
