"""The well-founded models of a theory in all worlds at once: for each atom the sets of worlds in which it holds.

Where every event has happened or not, the rules that are there have one well-founded model (Van Gelder, Ross & Schlipf
1991). Here the truth of an atom is two sets of worlds: those in which it is true, and those in which it is not false.
Sets are met and joined where truth values would be, so that one pass does for all worlds. Atoms that depend on each
other have their alternating fixed point (Van Gelder 1993) worked out together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, MutableMapping, Sequence
from typing import Protocol

from argmap.frameworks.chances.theory import Rule, Theory


class Worlds(Protocol):
    """Sets of worlds, each a number."""

    @property
    def none(self) -> int:
        """Return the empty set."""

    @property
    def all(self) -> int:
        """Return the set of all worlds."""

    def event(self, event: int) -> int:
        """Return where an event happens."""

    def both(self, one: int, other: int) -> int:
        """Return what two sets have in common."""

    def either(self, one: int, other: int) -> int:
        """Return what is in one of two sets, or both."""

    def outside(self, one: int) -> int:
        """Return what is not in a set."""


Sets = MutableMapping[int, int]
"""A set of worlds for each atom."""


def solve(
    theory: Theory, worlds: Worlds, true: Sets, possible: Sets, components: Iterable[tuple[int, ...]] | None = None
) -> None:
    """Find where each atom is true, and where it is not false.

    Args:
        theory: The rules.
        worlds: What makes sets of worlds.
        true: Where to put the worlds in which an atom is true.
        possible: Where to put those in which it is true or undecided.
        components: The components to look at where all others are there already; else all.
    """
    for component in theory.components if components is None else components:
        inside = set(component)
        follows: dict[int, list[int]] = {atom: [] for atom in component}
        turns = False
        for atom in component:
            for rule in theory.rules[atom]:
                turns = turns or not inside.isdisjoint(rule.negative)
                for each in inside.intersection(rule.positive):
                    follows[each].append(atom)
        true.update(dict.fromkeys(component, worlds.none))
        while True:
            _derive(theory, worlds, possible, true, follows)
            before = [true[atom] for atom in component]
            _derive(theory, worlds, true, possible, follows)
            if not turns or before == [true[atom] for atom in component]:
                break


def _derive(theory: Theory, worlds: Worlds, holding: Sets, denied: Sets, follows: dict[int, list[int]]) -> None:
    """Put in the least fixed point of the rules for some atoms, given where what they deny holds."""
    holding.update(dict.fromkeys(follows, worlds.none))
    todo = deque(follows)
    waiting = set(todo)
    while todo:
        atom = todo.popleft()
        waiting.discard(atom)
        found = _met(theory.rules[atom], worlds, holding, denied)
        if found != holding[atom]:
            holding[atom] = found
            fresh = [each for each in follows[atom] if each not in waiting]
            todo.extend(fresh)
            waiting.update(fresh)


def _met(rules: Sequence[Rule], worlds: Worlds, holding: Sets, denied: Sets) -> int:
    """Return where some of an atom's rules is met."""
    found = worlds.none
    for rule in rules:
        met = worlds.all
        for event in rule.events:
            met = worlds.both(met, worlds.event(event))
        for atom in rule.positive:
            if met != worlds.none:
                met = worlds.both(met, holding[atom])
        for atom in rule.negative:
            if met != worlds.none:
                met = worlds.both(met, worlds.outside(denied[atom]))
        found = worlds.either(found, met)
    return found
