"""Rules that are there or not as events happen, and what of them bears on a conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from argmap.components import strong_components


class Rule(NamedTuple):
    """A rule for an atom; it is there when all of its events happen.

    Attributes:
        positive: The atoms that must hold.
        negative: The atoms that must not.
        events: The events.
    """

    positive: tuple[int, ...] = ()
    negative: tuple[int, ...] = ()
    events: tuple[int, ...] = ()


@frozen(eq=False)
class Theory:
    """The rules that bear on some atoms: their cone, and nothing else.

    Attributes:
        rules: The rules for each atom.
        components: The atoms, those that depend on each other together, each component after those it depends on.
    """

    rules: Mapping[int, Sequence[Rule]] = field(repr=False)
    components: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, rules: Mapping[int, Sequence[Rule]], atoms: Iterable[int]) -> Theory:
        """Keep what bears on some atoms.

        Args:
            rules: All rules, by the atom that they conclude; an atom without rules never holds.
            atoms: The atoms that are asked about.
        """
        needed: dict[int, list[int]] = {atom: [] for atom in atoms}
        todo = list(needed)
        for atom in todo:
            needed[atom] = list(
                dict.fromkeys(each for rule in rules.get(atom, ()) for each in (*rule.positive, *rule.negative))
            )
            fresh = [each for each in needed[atom] if each not in needed]
            needed.update((each, []) for each in fresh)
            todo += fresh
        components = strong_components(list(needed), needed)
        return cls({atom: rules.get(atom, ()) for atom in needed}, tuple(map(tuple, components)))

    @cached_property
    def events(self) -> tuple[int, ...]:
        """Return the events that matter; those that bear on the same atoms stand near each other."""
        atoms = (atom for component in self.components for atom in component)
        return tuple(dict.fromkeys(event for atom in atoms for rule in self.rules[atom] for event in rule.events))

    @cached_property
    def _place(self) -> dict[int, int]:
        """Return the place of the component of each atom."""
        return {atom: place for place, component in enumerate(self.components) for atom in component}

    @cached_property
    def _following(self) -> list[list[int]]:
        """Return the places of the components that rest directly on each component."""
        place = self._place
        found: list[list[int]] = [[] for _ in self.components]
        for atom, rules in self.rules.items():
            for each in {place[each] for rule in rules for each in (*rule.positive, *rule.negative)}:
                if each != place[atom]:
                    found[each].append(place[atom])
        return found

    @cached_property
    def _begins(self) -> dict[int, set[int]]:
        """Return the places of the components that each event bears on directly."""
        found: dict[int, set[int]] = {}
        for atom, rules in self.rules.items():
            for event in (event for rule in rules for event in rule.events):
                found.setdefault(event, set()).add(self._place[atom])
        return found

    def after(self, event: int) -> list[tuple[int, ...]]:
        """Return the components that an event bears on, directly or not, in order."""
        found = set(self._begins[event])
        todo = list(found)
        for place in todo:
            fresh = [each for each in self._following[place] if each not in found]
            found.update(fresh)
            todo += fresh
        return [self.components[place] for place in sorted(found)]
