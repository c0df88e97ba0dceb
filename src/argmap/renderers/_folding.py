"""Drawing an argument or a section as one card: relations are led to the card that stands for their end."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, evolve, frozen

from argmap.model.document import ArgumentMap
from argmap.model.look import PLAIN, Fold, Look
from argmap.model.parts import nesting
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement

_SECTION = "section:"


@frozen
class StandIn:
    """What a card that is no statement of the map stands for.

    Attributes:
        inside: Ids of the statements that are not drawn for it.
        group: Id of the closed section; None for an argument.
    """

    inside: tuple[str, ...]
    group: str | None = None


@frozen
class Folded:
    """A map whose folds and closed sections are cards.

    Attributes:
        map: The map, with a statement for each card and relations between what is drawn.
        stand_ins: What such a card stands for, by its id.
        led: The relations that each one that leads from or to a card stands for, by its id.
    """

    map: ArgumentMap
    stand_ins: Mapping[str, StandIn] = Factory(dict)
    led: Mapping[str, tuple[str, ...]] = Factory(dict)


def fold(m: ArgumentMap, look: Look) -> Folded:
    """Draw each fold and each closed section as one card, and take away what is hidden.

    What leads to something that is not drawn leads to the card that stands for it; relations that become alike are
    one, and what happens inside a card is not drawn. An undercut of a step inside a card speaks against the card.

    Example:
        >>> m = ArgumentMap(
        ...     statements=tuple(Statement(name, Kind.CLAIM, f"{name}.") for name in ("a", "b", "c")),
        ...     relations=(Relation("why", RelationKind.SUPPORT, ("a", "b"), "c"),),
        ... )
        >>> folded = fold(m, Look(hidden=frozenset({"a"}), folds=(Fold(("why",)),)))
        >>> [s.id for s in folded.map], [(r.premises, r.target) for r in folded.map.relations]
        (['b', 'c', 'why'], [(('b',), 'why'), (('why',), 'c')])
        >>> folded.stand_ins["why"].inside
        ('a',)
    """
    return _Folding(m, look, _closed(m, look)).folded()


def gather(m: ArgumentMap, cards: Mapping[str, str]) -> Folded:
    """Draw each statement on the card that is named for it: another statement's, or that of a section of the map.

    Example:
        >>> m = ArgumentMap(
        ...     statements=tuple(Statement(name, Kind.CLAIM, f"{name}.") for name in ("a", "b", "c")),
        ...     relations=(Relation("why", RelationKind.SUPPORT, ("a",), "b"), Relation.make("support", ["b"], "c")),
        ... )
        >>> [(r.premises, r.target) for r in gather(m, {"a": "b"}).map.relations]
        [(('b',), 'c')]
    """
    return _Folding(m, PLAIN, cards).folded()


class _Folding:
    def __init__(self, m: ArgumentMap, look: Look, cards: Mapping[str, str]) -> None:
        self.m = m
        self.cards = cards
        self.hidden = look.hidden
        self.parents = {group.id: group.parent for group in m.groups}
        self.by_id = {relation.id: relation for relation in m.relations}
        self.folds = {f.id: f for f in look.folds if all(step in self.by_id for step in f.steps)}
        self.fold_of = {step: f for f in self.folds.values() for step in f.steps}
        self.into: dict[str, list[str]] = {}
        self.out_of: dict[str, list[str]] = {}
        for f in self.folds.values():
            for name in self._premises(f):
                if name in self.hidden:
                    self.into.setdefault(name, []).append(f.id)
            self.out_of.setdefault(self.by_id[f.id].target, []).append(f.id)
        self.made: dict[str, Relation] = {}
        self.alike: dict[tuple[RelationKind, frozenset[str], str], str] = {}
        self.now: dict[str, str] = {}
        self.led: dict[str, dict[str, None]] = {}
        self.within: dict[str, str] = {}

    def folded(self) -> Folded:
        """Return the map that is drawn."""
        undercuts: dict[str, list[Relation]] = {}
        for relation in self.m.relations:
            if relation.id in self.hidden:
                continue
            if relation.kind is RelationKind.UNDERCUT:
                undercuts.setdefault(relation.target, []).append(relation)
            elif relation.id in self.fold_of:
                self._lead_through(self.fold_of[relation.id], relation)
            else:
                self._lead(relation)
        for step, f in self.fold_of.items():
            if f.id in self.now:
                self.now.setdefault(step, self.now[f.id])
            else:
                self.within.setdefault(step, self._card(f.id))
        self._lead_undercuts(undercuts)
        stand_ins = self._stand_ins()
        statements = [s for s in self.m.statements if s.id not in self.hidden and self._card(s.id) == s.id]
        statements += [self._as_statement(card, stand_in) for card, stand_in in stand_ins.items()]
        led = {name: tuple(found) for name, found in self.led.items()}
        drawn = evolve(self.m, statements=tuple(statements), relations=tuple(self.made.values()))
        return Folded(drawn, stand_ins, led)

    def _premises(self, f: Fold) -> list[str]:
        """Return what the steps of an argument start from, or pass on the way."""
        steps = [self.by_id[step] for step in f.steps]
        return list(dict.fromkeys([*(p for step in steps for p in step.premises), *(s.target for s in steps[:-1])]))

    def _card(self, name: str) -> str:
        """Return the card on which something that is drawn stands: its own, or one that stands for it."""
        return self.cards.get(name, name)

    def _heads(self, name: str) -> list[str]:
        """Return the cards at which what bears on a statement arrives."""
        return list(dict.fromkeys(map(self._card, self.into.get(name, ()) if name in self.hidden else (name,))))

    def _tails(self, name: str) -> list[str]:
        """Return the cards from which what starts at a statement starts."""
        return list(dict.fromkeys(map(self._card, self.out_of.get(name, ()) if name in self.hidden else (name,))))

    def _lead(self, relation: Relation) -> None:
        """Lead a relation from and to what is drawn."""
        heads, tails = self._heads(relation.target), [self._tails(premise) for premise in relation.premises]
        if heads == [relation.target] and tails == [[premise] for premise in relation.premises]:
            self._keep(relation)
            return
        if len(tails) == 1:
            starts: list[tuple[str, ...]] = [(tail,) for tail in tails[0]]
        elif any(tails):
            known = [found or [source] for found, source in zip(tails, relation.premises, strict=True)]
            starts = [tuple(dict.fromkeys(tail for found in known for tail in found))]
        else:
            starts = []
        shown = {tail for found in tails for tail in found}
        for start in starts:
            for head in heads:
                if shown.intersection(start) <= {head}:
                    self.within.setdefault(relation.id, head)
                else:
                    self._merge(relation, tuple(tail for tail in start if tail != head), head)

    def _lead_through(self, f: Fold, step: Relation) -> None:
        """Lead a step of an argument that is one card from what is drawn to the card, and from the card on."""
        card = self._card(f.id)
        passed = {self.by_id[other].target for other in f.steps}
        for premise in step.premises:
            if premise not in self.hidden and premise not in passed and (tail := self._card(premise)) != card:
                name = relation_id(RelationKind.SUPPORT, (tail,), card)
                self._merge(Relation(name, RelationKind.SUPPORT, (tail,), card), (tail,), card)
        if step.id == f.id or step.target not in self.hidden:
            for head in self._heads(step.target):
                if head != card:
                    self._merge(evolve(step, title=None, note=None), (card,), head)

    def _lead_undercuts(self, undercuts: Mapping[str, list[Relation]]) -> None:
        for owner in self.m.statements:
            card = self._card(owner.id)
            for citation in owner.citations if owner.id not in self.hidden else ():
                if card == owner.id:
                    self.now.setdefault(citation.id, citation.id)
                else:
                    self.within.setdefault(citation.id, card)
        waiting = [target for target in undercuts if target in self.now or target in self.within]
        for target in waiting:
            for undercut in undercuts.get(target, ()):
                self._lead_undercut(undercut)
                if undercut.id in self.now:
                    waiting.append(undercut.id)

    def _lead_undercut(self, undercut: Relation) -> None:
        tails = tuple(dict.fromkeys(tail for premise in undercut.premises for tail in self._tails(premise)))
        card, step = self.within.get(undercut.target), self.now.get(undercut.target)
        if step is not None:
            cut = self.made.get(step)
            if step == undercut.target and tails == undercut.premises:
                self._keep(undercut)
            elif tails and not (cut and set(tails) <= set(cut.premises)):
                self._merge(undercut, tails, step)
        elif card is not None and tails and tails != (card,):
            self._merge(evolve(undercut, kind=RelationKind.ATTACK), tuple(t for t in tails if t != card), card)

    def _keep(self, relation: Relation) -> None:
        self.made.setdefault(relation.id, relation)
        self.now.setdefault(relation.id, relation.id)

    def _merge(self, relation: Relation, sources: tuple[str, ...], target: str) -> None:
        """Add a relation between other ends, unless one like it is there."""
        symmetric = relation.kind is RelationKind.CONTRADICTION
        alike = (relation.kind, frozenset((*sources, target) if symmetric else sources), "" if symmetric else target)
        known = self.alike.get(alike)
        if known is not None:
            self._stand_for(known, relation)
            if self.made[known].scheme != relation.scheme:
                self.made[known] = evolve(self.made[known], scheme=None)
            self.now.setdefault(relation.id, known)
            return
        name, count = relation.id, 1
        while name in self.made:
            count += 1
            name = f"{relation.id} #{count}"
        self.made[name] = evolve(relation, id=name, premises=sources, target=target)
        self.alike[alike] = name
        self.now.setdefault(relation.id, name)
        self._stand_for(name, relation)

    def _stand_for(self, name: str, relation: Relation) -> None:
        if relation.id in self.by_id:
            self.led.setdefault(name, {})[relation.id] = None

    def _stand_ins(self) -> dict[str, StandIn]:
        found = {
            f.id: StandIn(tuple(p for p in self._premises(f) if p in self.hidden))
            for f in self.folds.values()
            if self._card(f.id) == f.id
        }
        inside = self._inside_closed()
        for group in self.m.groups:
            card = card_of(group.id)
            if card in inside:
                found[card] = StandIn(tuple(inside[card]), group.id)
        return found

    def _inside_closed(self) -> dict[str, dict[str, None]]:
        """Return the statements that each card of a closed section stands for."""
        inside: dict[str, dict[str, None]] = {}
        for statement in self.m.statements:
            if statement.id not in self.hidden and (card := self._card(statement.id)) != statement.id:
                inside.setdefault(card, {})[statement.id] = None
        for f in self.folds.values():
            if (card := self._card(f.id)) != f.id:
                inside.setdefault(card, {}).update(dict.fromkeys(p for p in self._premises(f) if p in self.hidden))
        return inside

    def _as_statement(self, card: str, stand_in: StandIn) -> Statement:
        if stand_in.group is not None:
            return Statement(card, Kind.ARGUMENT, "", self.m.headings[stand_in.group], self.parents[stand_in.group])
        step = self.by_id[card]
        found = self.folds[card]
        made = Statement(card, Kind.ARGUMENT, step.note or "", step.title, found.group, tags=found.tags, span=step.span)
        usual = relation_id(step.kind, step.premises, step.target)
        if made.title is None and card.startswith(usual):
            return evolve(made, title=f"For “{self.m[step.target].label}”" if step.target in self.m else "Argument")
        return evolve(made, title=made.label)


def _closed(m: ArgumentMap, look: Look) -> dict[str, str]:
    """Return the card of each statement and fold in a section that is closed or stands inside one, the outermost."""
    found: dict[str | None, str] = {}
    for group, outer in nesting(m).items():
        if outer in found:
            found[group] = found[outer]
        elif group in look.closed:
            found[group] = card_of(group)
    homes = {s.id: s.group for s in m.statements} | {f.id: f.group for f in look.folds}
    return {name: found[group] for name, group in homes.items() if group in found}


def card_of(group: str) -> str:
    """Return the name of a closed section's card, which no statement can bear."""
    return f"{_SECTION}{group}"


def section_of(statement: Statement) -> str | None:
    """Return the section that a card stands in, or the closed one that it stands for."""
    card = statement.id
    return statement.group or (card.removeprefix(_SECTION) if card.startswith(_SECTION) else None)
