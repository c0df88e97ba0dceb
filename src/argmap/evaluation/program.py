"""A map as a normal logic program over numbered atoms, and look-ups in it; `argmap.evaluation.translation` makes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from argmap.components import strong_components
from argmap.evaluation.grounds import Grades
from argmap.evaluation.translation import Comparison, Part, Rule, translate
from argmap.graph import Graph
from argmap.model.citations import Citation


@frozen(eq=False)
class Program:
    """A map as rules over numbered atoms; entry r of each list belongs to rule r.

    The atom *holds(s)* is the index of s in the graph; the others follow.

    Attributes:
        graph: The map.
        beaten: Atom *beaten(s)* by the index of s, for what is attacked.
        cut: Atom *cut(x)* by the id of x, for what is undercut.
        outweighed: Atom *outweighed(x)* by the id of x, for the attacks and citations that are weighed.
        met: Atom *met(s)* by the index of s, for what has a standard that demands something.
        heads: The atom that the rule concludes.
        positive: The atoms that must hold.
        negative: The atoms that must not.
        levels: From `INDEPENDENT` to `NEVER`; a basis honours those up to its `LIMIT`.
        parts: What the rule was made from.
    """

    graph: Graph
    beaten: dict[int, int] = field(repr=False)
    cut: dict[str, int] = field(repr=False)
    outweighed: dict[str, int] = field(repr=False)
    met: dict[int, int] = field(repr=False)
    heads: tuple[int, ...] = field(repr=False)
    positive: tuple[tuple[int, ...], ...] = field(repr=False)
    negative: tuple[tuple[int, ...], ...] = field(repr=False)
    levels: tuple[int, ...] = field(repr=False)
    parts: tuple[Part, ...] = field(repr=False)

    @classmethod
    def of(cls, graph: Graph, grades: Grades | None = None) -> Program:
        """Translate a map; a citation without a grade is an unverified ground."""
        atoms, rules = translate(graph, grades or {})
        columns = zip(*rules, strict=True) if rules else ((),) * 5
        return cls(graph, atoms.beaten, atoms.cut, atoms.outweighed, atoms.met, *columns)

    def extended(self, rules: Sequence[Rule]) -> Program:
        """Add rules over the same atoms."""
        heads, positive, negative, levels, parts = zip(*rules, strict=True) if rules else ((),) * 5
        return evolve(
            self,
            heads=(*self.heads, *heads),
            positive=(*self.positive, *positive),
            negative=(*self.negative, *negative),
            levels=(*self.levels, *levels),
            parts=(*self.parts, *parts),
        )

    @property
    def statements(self) -> int:
        """Return the number of statements, which are the first atoms."""
        return len(self.graph.statements)

    @property
    def atoms(self) -> int:
        """Return the number of atoms."""
        return self.statements + len(self.beaten) + len(self.cut) + len(self.outweighed) + len(self.met)

    def name(self, atom: int) -> str:
        """Return the id of a statement, of the best citation that beats one, or of what a standard is met for."""
        parts = (self.parts[rule] for rule in self.rules_for[atom]) if atom >= self.statements else ()
        for part in parts:
            if isinstance(part, Citation):
                return part.id
            if isinstance(part, Comparison):
                return self.graph.statements[part.statement].id
        return self.graph.statements[atom].id

    def cuts(self, rule: int) -> tuple[int, ...]:
        """Return the atoms that say that what a rule was made from is undercut."""
        if not self.cut:
            return ()
        first = len(self.graph.statements) + len(self.beaten)
        return tuple(atom for atom in self.negative[rule] if first <= atom < first + len(self.cut))

    def weighing(self, rule: int) -> tuple[int, ...]:
        """Return the atoms that say that what a rule was made from is outweighed, or met."""
        if not self.outweighed and not self.met:
            return ()
        first = self.atoms - len(self.outweighed) - len(self.met)
        return tuple(atom for atom in self.negative[rule] if atom >= first)

    @cached_property
    def struck(self) -> dict[int, int]:
        """Return the statement that each atom *beaten(s)* is about."""
        return {atom: statement for statement, atom in self.beaten.items()}

    @cached_property
    def rules_for(self) -> list[list[int]]:
        """Return the rules that conclude each atom."""
        found: list[list[int]] = [[] for _ in range(self.atoms)]
        for rule, head in enumerate(self.heads):
            found[head].append(rule)
        return found

    @cached_property
    def rules_with(self) -> list[list[int]]:
        """Return the rules in which each atom must hold."""
        return self._rules_by(self.positive)

    @cached_property
    def rules_without(self) -> list[list[int]]:
        """Return the rules in which each atom must not hold."""
        return self._rules_by(self.negative)

    def _rules_by(self, bodies: tuple[tuple[int, ...], ...]) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(self.atoms)]
        for rule, body in enumerate(bodies):
            for atom in body:
                found[atom].append(rule)
        return found

    @cached_property
    def components(self) -> list[list[int]]:
        """Return the statements, those on a loop of supports together, each after those that support it."""
        statements = range(len(self.graph.statements))
        following = self.conclusions
        open_premises = [0] * len(following)
        for conclusions in following:
            for conclusion in conclusions:
                open_premises[conclusion] += 1
        straight = [s for s in statements if not open_premises[s]]
        for statement in straight:
            for conclusion in following[statement]:
                open_premises[conclusion] -= 1
                if not open_premises[conclusion]:
                    straight.append(conclusion)
        rest = strong_components((s for s in statements if open_premises[s]), following)
        return [*([statement] for statement in straight), *reversed(rest)]

    @cached_property
    def loops(self) -> list[int]:
        """Return a number of the loop of supports that each statement lies on, from 1; 0 for none."""
        loops = [0] * len(self.graph.statements)
        for number, component in enumerate(self.components, start=1):
            if len(component) > 1 or component[0] in self.conclusions[component[0]]:
                for statement in component:
                    loops[statement] = number
        return loops

    @cached_property
    def conclusions(self) -> list[list[int]]:
        """Return the conclusions of the supports that each statement is a premise of."""
        heads, statements = self.heads, len(self.graph.statements)
        return [[heads[r] for r in self.rules_with[s] if heads[r] < statements] for s in range(statements)]
