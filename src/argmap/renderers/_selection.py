"""Cutting a map down to what is to be drawn, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, evolve, frozen

from argmap.errors import RenderError, UnknownNameError
from argmap.model.document import ArgumentMap
from argmap.model.look import PLAIN, Look
from argmap.model.parts import inside, near
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.renderers import DrawingOptions
from argmap.renderers._folding import StandIn, fold
from argmap.renderers._overview import overview
from argmap.renderers._parts import MOST_PARTS
from argmap.renderers._reading import seen_with
from argmap.renderers._stubs import stubs, with_stubs
from argmap.wording import joined

MOST_CARDS = 3000
"""The most cards that are drawn of a map unless all are asked for."""


@frozen
class Selection:
    """The part of a map that is drawn.

    Attributes:
        map: The map with the statements that are drawn; of its relations, some have lost premises or their target.
        left_out: What was left out and why, in words.
        folded: How many pieces of evidence stand as a count on the statement they support, by its id.
        look: How the author asks for it to be drawn.
        stand_ins: What the cards stand for that are no statements, by their id.
        below: In an overview, the statements that are not drawn below each statement that is, by its id.
        warnings: What the caller should know, each a sentence.
        led: The relations of the map that each drawn one that is none of it stands for, by its id.
        stubs: What is drawn as a small card, as it stands in a section that is not asked for: its section, by its id.
    """

    map: ArgumentMap
    left_out: tuple[str, ...] = ()
    folded: Mapping[str, int] = Factory(dict)
    look: Look = PLAIN
    stand_ins: Mapping[str, StandIn] = Factory(dict)
    below: Mapping[str, tuple[str, ...]] = Factory(dict)
    warnings: tuple[str, ...] = ()
    led: Mapping[str, tuple[str, ...]] = Factory(dict)
    stubs: Mapping[str, str | None] = Factory(dict)

    @property
    def own(self) -> ArgumentMap:
        """Return the map without what is drawn as a small card."""
        if not self.stubs:
            return self.map
        return evolve(self.map, statements=tuple(s for s in self.map.statements if s.id not in self.stubs))

    @property
    def shown(self) -> set[str]:
        """Return the ids of the statements that are drawn, or for which a card stands."""
        inside = {name for stand_in in self.stand_ins.values() for name in stand_in.inside}
        return inside | {statement.id for statement in self.map}

    def colour(self, card: str) -> str | None:
        """Return the colour that the author gives a card, or the section it stands for."""
        stand_in = self.stand_ins.get(card)
        if stand_in and stand_in.group is not None:
            return self.look.group_colours.get(stand_in.group)
        return self.look.colours.get(card)


def select(m: ArgumentMap, options: DrawingOptions, most: int = MOST_PARTS) -> Selection:
    """Cut a map down to what its author and the options ask for, or to an overview of that.

    Args:
        m: The map.
        options: What is asked for.
        most: How many parts an overview has at most.

    Raises:
        UnknownNameError: The options name a statement or a group that the map has not.
    """
    return _seen_from_afar(cut(m, options), options, most)


def cut(m: ArgumentMap, options: DrawingOptions) -> Selection:
    """Cut a map down to what its author and the options ask for, however much that is.

    Raises:
        UnknownNameError: The options name a statement or a group that the map has not.
        RenderError: The map has no statement of the kinds that the options ask for.
    """
    _asked_for_some(m, options)
    look = look_of(m, options)
    left_out = list(_left_out_by(look, m))
    stand_ins: Mapping[str, StandIn] = {}
    led: Mapping[str, tuple[str, ...]] = {}
    if look.hidden or look.folds or look.closed:
        made = fold(m, look)
        m, stand_ins, led = made.map, made.stand_ins, made.led
        closed = sum(s not in look.hidden for one in stand_ins.values() if one.group is not None for s in one.inside)
        if closed:
            left_out.append(f"{closed} inside closed sections")
    kept = {s.id for s in m.statements}
    for keep, words in _cuts(m, options):
        gone = len(kept - keep)
        kept &= keep
        if gone:
            left_out.append(f"{gone} left out ({words})")
    beside = _stubs_of(m, options, kept)
    folded: dict[str, int] = {}
    if not options.evidence:
        evidence = {s.id for s in m.statements if s.kind is Kind.EVIDENCE and (s.id in kept or s.id in beside)}
        kept -= evidence
        beside = {name: by for name, by in beside.items() if name not in evidence and by in kept}
        folded = _fold(m, evidence, kept)
        if evidence:
            left_out.append(f"{len(evidence)} {'piece' if len(evidence) == 1 else 'pieces'} of evidence not drawn")
    sections = {name: m[name].group for name in beside}
    if beside:
        m = with_stubs(m, kept, beside)
    elif len(kept) < len(m):
        m = evolve(m, statements=tuple(s for s in m.statements if s.id in kept))
    return Selection(m, tuple(left_out), folded, look, stand_ins, led=led, stubs=sections)


def _stubs_of(m: ArgumentMap, options: DrawingOptions, kept: set[str]) -> dict[str, str]:
    """Return what is drawn as a small card: what would be drawn if it were not for its section."""
    if not options.groups:
        return {}
    others = {s.id for s in m.statements} - kept
    for keep, _ in _cuts(m, evolve(options, groups=())):
        others &= keep
    return stubs(m, kept, others)


def _seen_from_afar(selection: Selection, options: DrawingOptions, most: int) -> Selection:
    """Return an overview where the options ask for one, or the map is too large to be drawn whole unasked."""
    own = selection.own
    cards = len(own)
    is_too_large = cards > MOST_CARDS and not options.whole
    if not (options.overview or is_too_large):
        return evolve(selection, left_out=(*selection.left_out, *_on_small_cards(len(selection.stubs))))
    seen = overview(own, selection.stand_ins, most)
    shown = {*(s.id for s in seen.map), *seen.stand_ins}
    left_out = f"{sum(s.id not in shown for s in own):,} not drawn, but counted on the cards"
    warning = f"of {cards:,} cards an overview is drawn: --all draws them all, and --around, --group or --type a part"
    warnings = () if options.overview else (warning,)
    made = (seen.map, (*selection.left_out, left_out), selection.folded, selection.look, seen.stand_ins)
    before = selection.led
    led = {
        line: tuple(name for each in found for name in before.get(each, (each,))) for line, found in seen.led.items()
    }
    return Selection(*made, seen.below, warnings, led)


def _on_small_cards(number: int) -> Iterator[str]:
    if number:
        yield f"{number} of them on {'a small card' if number == 1 else 'small cards'}, next to what is drawn"


def look_of(m: ArgumentMap, options: DrawingOptions) -> Look:
    """Return how the author asks for a map to be drawn, as far as the options do not ask for something else.

    Sections and statements that the options name are drawn, whatever their author asks for; and no section is closed
    where the options ask for statements of some kinds or with some tags.
    """
    look = (m.origin.look if m.origin else None) or PLAIN
    if options.whole:
        return evolve(look, hidden=frozenset(), folds=(), closed=frozenset())
    if options.around in look.hidden:
        look = evolve(look, hidden=frozenset(), folds=())
    if options.types or options.tags:
        return evolve(look, closed=frozenset())
    if not look.closed:
        return look
    parents = {group.id: group.parent for group in m.groups}
    open_: list[str | None] = [*options.groups]
    if options.around is not None:
        open_.append(m[options.around].group)
    opened: set[str] = set()
    while open_:
        group = open_.pop()
        if group is not None and group not in opened:
            opened.add(group)
            open_.append(parents.get(group))
    return evolve(look, closed=look.closed - opened)


def _left_out_by(look: Look, m: ArgumentMap) -> Iterator[str]:
    hidden = sum(s.id in look.hidden for s in m.statements)
    if hidden:
        yield f"{hidden} left out (by the map's own selection)"


def _asked_for_some(m: ArgumentMap, options: DrawingOptions) -> None:
    known = {s.kind for s in m.statements}
    if options.types and known and known.isdisjoint(options.types):
        has = joined([str(kind) for kind in Kind if kind in known], len(Kind))
        wanted = " or ".join(options.types)
        raise RenderError(f"the map has no statement of kind {wanted}: its kinds are {has}")


def _cuts(m: ArgumentMap, options: DrawingOptions) -> Iterator[tuple[set[str], str]]:
    if options.types:
        names = ", ".join(options.types)
        yield {s.id for s in m.statements if s.kind in options.types}, f"only of kind {names}"
    if options.tags:
        known = {tag for s in m.statements for tag in s.tags}
        for tag in options.tags:
            if tag not in known:
                raise UnknownNameError("tag", tag, known)
        names = ", ".join(f"#{tag}" for tag in options.tags)
        yield {s.id for s in m.statements if not set(options.tags).isdisjoint(s.tags)}, f"only with {names}"
    if options.groups:
        within = inside(m, options.groups)
        titles = ", ".join(m.headings[g.id] for g in m.groups if g.id in options.groups)
        yield {s.id for s in m.statements if s.group in within}, f"only of section {titles}"
    if options.folded:
        yield seen_with(m, frozenset(options.folded)), "folded"
    if options.around is not None:
        steps = f"{options.depth} {'step' if options.depth == 1 else 'steps'}"
        yield near(m, options.around, options.depth), f"further than {steps} from {m[options.around].label}"


def _fold(m: ArgumentMap, evidence: set[str], kept: set[str]) -> dict[str, int]:
    behind: dict[str, set[str]] = {}
    for relation in m.relations:
        if relation.kind is RelationKind.SUPPORT and relation.target in kept:
            behind.setdefault(relation.target, set()).update(evidence.intersection(relation.premises))
    return {target: len(pieces) for target, pieces in behind.items() if pieces}
