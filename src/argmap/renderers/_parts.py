"""Dividing a map into what a reader sees of it from afar: what stands on top, and the parts below."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count

from attrs import evolve, frozen

from argmap.model.bearing import bearings
from argmap.model.document import ArgumentMap, Group
from argmap.model.parts import opened, top_sections
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.renderers._folding import card_of

MOST_PARTS = 48
_TOP = 4  # parts for each of the most that stand on top


@frozen
class Parts:
    """A map divided: every statement stands on top, or belongs to one part.

    A part is a section, or the branch of a statement that stands in none, with that statement at its head.

    Attributes:
        heads: Ids of the statements on top: the recommendations, or else the roots; of many, those with the most below.
        cards: The card of every statement, by its id: its own for one on top and for the head of a branch.
        sections: The parts that are sections, in order; where there are many parts, a last one gathers the smallest.
    """

    heads: tuple[str, ...]
    cards: Mapping[str, str]
    sections: tuple[Group, ...] = ()

    @property
    def inside(self) -> dict[str, list[str]]:
        """Return the statements of each part, by its card, in the order of the map."""
        found: dict[str, list[str]] = {}
        heads = set(self.heads)
        for statement, card in self.cards.items():
            if statement not in heads:
                found.setdefault(card, []).append(statement)
        return found


def parts(m: ArgumentMap, most: int = MOST_PARTS) -> Parts:
    """Divide a map, in time linear in its size.

    Sections are the outermost ones, or those in the only outermost one. What stands in none belongs to what it bears
    on: to a section, or to the branch of a direct reason for what is on top.

    Args:
        m: The map.
        most: How many parts there are at most; a quarter as many statements stand on top.

    Example:
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Statement
        >>> m = ArgumentMap(
        ...     statements=tuple(Statement(name, Kind.CLAIM, f"{name}.") for name in "abcd"),
        ...     relations=tuple(Relation.make("support", [one], other) for one, other in ("ba", "ca", "dc")),
        ... )
        >>> parts(m).heads, parts(m).inside
        (('a',), {'b': ['b'], 'c': ['c', 'd']})
    """
    links = Links.of(m)
    heads = _heads(m, links, most // _TOP)
    cards = _cards(m, links, heads)
    sizes = Counter(cards[s.id] for s in m.statements if s.id not in heads)
    sections = [
        evolve(group, title=m.headings[group.id], parent=None) for group in m.groups if card_of(group.id) in sizes
    ]
    if len(sizes) > most:
        kept = {*heads, *sorted(sizes, key=lambda card: -sizes[card])[: most - 1]}
        rest = Group(_unused(m), f"{len(sizes) - most + 1} smaller parts")
        sections = [*(group for group in sections if card_of(group.id) in kept), rest]
        cards = {name: card if card in kept else card_of(rest.id) for name, card in cards.items()}
    return Parts(heads, cards, tuple(sections))


@frozen
class Links:
    """What leads to what in a map.

    Attributes:
        below: What bears on each statement, in the order of the map.
        beside: What contradicts it.
        leading: What bears on anything else.
    """

    below: Mapping[str, Sequence[str]]
    beside: Mapping[str, Sequence[str]]
    leading: frozenset[str]

    @classmethod
    def of(cls, m: ArgumentMap) -> Links:
        """Look up the links of a map."""
        below: dict[str, list[str]] = {}
        beside: dict[str, list[str]] = {}
        leading: set[str] = set()
        for number, (target, _) in sorted(bearings(m).items()):
            premises = [name for name in m.relations[number].premises if name in m and name != target]
            below.setdefault(target, []).extend(premises)
            leading.update(premises)
        for relation in m.relations:
            if relation.kind is RelationKind.CONTRADICTION and relation.target in m:
                for premise in filter(m.__contains__, relation.premises):
                    beside.setdefault(relation.target, []).append(premise)
                    beside.setdefault(premise, []).append(relation.target)
        return cls(below, beside, frozenset(leading))

    def down(self, name: str) -> Sequence[str]:
        """Return what bears on a statement."""
        return self.below.get(name, ())

    def near(self, name: str) -> Iterator[str]:
        """Go through what bears on a statement, then what contradicts it."""
        yield from self.below.get(name, ())
        yield from self.beside.get(name, ())


def spread(
    cards: dict[str, str], seeds: Iterable[str], near: Callable[[str], Iterable[str]], card: Callable[[str, str], str]
) -> None:
    """Give a card to all that is reached from some statements, the nearest first.

    Args:
        cards: The card of each statement that has one already; the others are added.
        seeds: Where to begin; they have cards.
        near: Returns what is next to a statement.
        card: Returns the card of what is reached, and that from which it is.
    """
    waiting = deque(seeds)
    while waiting:
        name = waiting.popleft()
        for other in near(name):
            if other not in cards:
                cards[other] = card(other, name)
                waiting.append(other)


def _heads(m: ArgumentMap, links: Links, most: int) -> tuple[str, ...]:
    """Return what stands on top, in the order of the map."""
    names = list(dict.fromkeys(s.id for s in m.statements))
    wanted = [name for name in names if m[name].kind is Kind.RECOMMENDATION]
    wanted = wanted or [name for name in names if name not in links.leading] or names[:1]
    if len(wanted) > most:
        nearest = {name: name for name in wanted}
        spread(nearest, wanted, links.down, lambda _, name: nearest[name])
        sizes = Counter(nearest.values())
        largest = set(sorted(wanted, key=lambda name: (name in links.leading, -sizes[name]))[:most])
        wanted = [name for name in wanted if name in largest]
    return tuple(wanted)


def _cards(m: ArgumentMap, links: Links, heads: tuple[str, ...]) -> dict[str, str]:
    """Return the card of every statement: that of its section, or else of what it bears on, the nearest to the top."""
    sections = top_sections(m, opened(m))
    on_top = set(heads)
    cards = {name: name for name in heads}

    def own(name: str) -> str:
        section = sections[name]
        return name if section is None else card_of(section)

    def card(other: str, name: str) -> str:
        return own(other) if name in on_top or sections[other] is not None else cards[name]

    spread(cards, heads, links.near, card)
    names = [s.id for s in m.statements]
    for seed in [*(name for name in names if name not in links.leading), *names]:
        if seed not in cards:
            cards[seed] = own(seed)
            spread(cards, [seed], links.near, card)
    return cards


def _unused(m: ArgumentMap) -> str:
    known = {group.id for group in m.groups}
    return next(name for name in (f"rest-{number}" for number in count()) if name not in known)
