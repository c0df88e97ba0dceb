"""ASPIC+: arguments made of strict and defeasible rules, which attack each other, and defeat those that are no better.

After Modgil & Prakken (2013, 2014). A literal is any text; ``~p`` and ``p`` contradict each other. The name of a rule
is a literal in brackets, ``[r1]``, so that what concludes ``~[r1]``, or a contrary of ``[r1]``, undercuts the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from argmap.components import strong_components
from argmap.errors import TooManyError
from argmap.frameworks.framework import Framework
from argmap.frameworks.structured.derivations import MOST_ARGUMENTS, MOST_ATTACKS, derive
from argmap.frameworks.structured.preferences import Link, Lower, Ordering, closed


@frozen
class Rule:
    """A rule of inference.

    Attributes:
        name: Without brackets.
        premises: What it needs, each literal once.
        conclusion: What it concludes.
        is_strict: Whether its conclusion holds without exception where its premises do.
    """

    name: str
    premises: tuple[str, ...]
    conclusion: str
    is_strict: bool = False

    def __str__(self) -> str:
        return f"[{self.name}] {','.join(self.premises)}{'->' if self.is_strict else '=>'}{self.conclusion}"


@frozen
class AspicTheory:
    """An argumentation theory.

    Attributes:
        rules: Strict and defeasible rules; each name once.
        axioms: What cannot be attacked.
        premises: Ordinary premises, which can.
        assumptions: Premises that every attack defeats.
        contraries: Pairs of a literal and one that it is a contrary of. Where both pairs are there, they are
            contradictories, as ``p`` and ``~p`` are without being named.
        lower_rules: Pairs of the name of a rule and of one that is preferred to it.
        lower_premises: Pairs of an ordinary premise and of one that is preferred to it.

    Example:
        >>> theory = AspicTheory(
        ...     rules=(Rule("d1", ("snores",), "misbehaves"), Rule("d2", ("professor",), "~misbehaves")),
        ...     premises=("snores", "professor"),
        ...     lower_rules=(("d1", "d2"),),
        ... )
        >>> made = instantiate(theory)
        >>> [str(argument) for argument in made.arguments]
        ['A1: snores', 'A2: professor', 'A3: A1=>misbehaves', 'A4: A2=>~misbehaves']
        >>> made.framework.attackers
        ((), (), (3,), ())
    """

    rules: tuple[Rule, ...] = ()
    axioms: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    contraries: tuple[tuple[str, str], ...] = ()
    lower_rules: tuple[tuple[str, str], ...] = ()
    lower_premises: tuple[tuple[str, str], ...] = ()

    def conflicts(self, literal: str, other: str) -> bool:
        """Tell whether a literal is a contrary or a contradictory of another."""
        return (literal, other) in self._contraries or literal == negation(other)

    @cached_property
    def _contraries(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.contraries)

    @cached_property
    def against(self) -> Mapping[str, tuple[str, ...]]:
        """Return, for each literal that has any, the contraries and contradictories that are named."""
        found: dict[str, list[str]] = {}
        for one, other in self.contraries:
            found.setdefault(other, []).append(one)
        return {literal: tuple(some) for literal, some in found.items()}

    def transposed(self) -> AspicTheory:
        """Return the theory closed under transposition of strict rules.

        For a strict rule from p and q to r there is one from p and ~r to ~q, and one from ~r and q to ~p (Caminada &
        Amgoud 2007); without them, conclusions that contradict each other may be accepted together.
        """
        known = {(frozenset(rule.premises), rule.conclusion) for rule in self.rules if rule.is_strict}
        made = list(self.rules)
        for rule in self.rules:
            for number, premise in enumerate(rule.premises if rule.is_strict else (), start=1):
                others = (each for each in rule.premises if each != premise)
                body = tuple(dict.fromkeys((*others, negation(rule.conclusion))))
                key = frozenset(body), negation(premise)
                if key not in known:
                    known.add(key)
                    made.append(Rule(f"{rule.name}~{number}", body, negation(premise), is_strict=True))
        return evolve(self, rules=tuple(made))


def negation(literal: str) -> str:
    """Return the classical negation of a literal.

    Example:
        >>> negation("p"), negation("~p")
        ('~p', 'p')
    """
    return literal.removeprefix("~") if literal.startswith("~") else f"~{literal}"


@frozen(eq=False)
class AspicArgument:
    """A premise, or a rule and an argument for each of its premises.

    Attributes:
        name: In the framework.
        conclusion: What it is for.
        rule: The rule at its top; None for a premise.
        parts: The arguments that it applies to.
        last: The names of the last defeasible rules on the way to its conclusion.
        circling: The literals concluded on the way that rules lead from and back to.
    """

    name: str
    conclusion: str
    rule: Rule | None = None
    parts: tuple[AspicArgument, ...] = field(default=(), repr=False)
    last: frozenset[str] = frozenset()
    circling: frozenset[str] = field(default=frozenset(), repr=False)

    def __str__(self) -> str:
        if self.rule is None:
            return f"{self.name}: {self.conclusion}"
        parts = ",".join(part.name for part in self.parts)
        return f"{self.name}: {parts}{'->' if self.rule.is_strict else '=>'}{self.conclusion}"

    @cached_property
    def _leaves_and_rules(self) -> tuple[frozenset[str], frozenset[str]]:
        todo, seen = [self], {id(self)}
        for argument in todo:
            fresh = [part for part in argument.parts if id(part) not in seen]
            seen.update(map(id, fresh))
            todo += fresh
        leaves = frozenset(each.conclusion for each in todo if each.rule is None)
        return leaves, frozenset(each.rule.name for each in todo if each.rule and not each.rule.is_strict)

    @property
    def premises(self) -> frozenset[str]:
        """Return the premises that it rests on, axioms and assumptions among them."""
        return self._leaves_and_rules[0]

    @property
    def defeasible(self) -> frozenset[str]:
        """Return the names of all its defeasible rules."""
        return self._leaves_and_rules[1]


@frozen(eq=False)
class Instance:
    """The arguments of a theory, and which of them defeat which.

    Attributes:
        theory: The theory.
        arguments: The arguments, short ones first.
        framework: Their names, and defeats as attacks.
    """

    theory: AspicTheory = field(repr=False)
    arguments: tuple[AspicArgument, ...]
    framework: Framework

    def concluding(self, literal: str) -> tuple[str, ...]:
        """Return the names of the arguments for a literal."""
        return tuple(argument.name for argument in self.arguments if argument.conclusion == literal)

    def holding(self, extension: Iterable[str]) -> frozenset[str]:
        """Return the conclusions of the arguments in an extension."""
        inside = set(extension)
        return frozenset(argument.conclusion for argument in self.arguments if argument.name in inside)


def instantiate(
    theory: AspicTheory,
    link: Link = Link.LAST,
    ordering: Ordering = Ordering.ELITIST,
    most: int = MOST_ARGUMENTS,
) -> Instance:
    """Make all arguments of a theory that conclude nothing twice on the way, and find which defeat which.

    An undercut defeats, and so does an attack on an assumption or by a contrary that is no contradictory. Any other is
    in vain if its argument is lower than what it attacks. Where the theory prefers nothing, no argument is lower.

    Args:
        theory: The theory; call `AspicTheory.transposed` first if its strict rules are to be closed.
        link: What is compared where one argument rebuts or undermines another.
        ordering: How sets are compared.
        most: How many arguments may be made.

    Raises:
        TooManyError: There are more, or more than a million defeats.
    """
    arguments = _arguments(theory, most)
    axioms = frozenset(theory.axioms)
    ordinary = frozenset(theory.premises) - axioms
    lower = Lower(closed(theory.lower_rules), closed(theory.lower_premises), axioms, ordinary, link, ordering)
    defeaters = list(_defeaters(theory, arguments, lower))
    return Instance(theory, arguments, Framework(tuple(each.name for each in arguments), tuple(defeaters)))


def _arguments(theory: AspicTheory, most: int) -> tuple[AspicArgument, ...]:
    """Make the arguments, in the order in which they are found."""
    leaves = tuple(dict.fromkeys((*theory.axioms, *theory.premises, *theory.assumptions)))
    round_about = _on_circles(theory)
    made: list[AspicArgument] = []

    def combine(number: int, parts: tuple[AspicArgument, ...]) -> AspicArgument | None:
        rule = theory.rules[number - len(leaves)] if number >= len(leaves) else None
        conclusion = leaves[number] if rule is None else rule.conclusion
        met = frozenset[str]().union(*(part.circling for part in parts))
        if conclusion in met:
            return None
        if conclusion in round_about:
            met |= {conclusion}
        last = frozenset[str]().union(*(part.last for part in parts)) if rule is None or rule.is_strict else {rule.name}
        made.append(AspicArgument(f"A{len(made) + 1}", conclusion, rule, parts, frozenset(last), met))
        return made[-1]

    derive(
        [*((leaf, ()) for leaf in leaves), *((rule.conclusion, rule.premises) for rule in theory.rules)], combine, most
    )
    return tuple(made)


def _on_circles(theory: AspicTheory) -> frozenset[str]:
    """Return the literals that some rules lead from and back to."""
    literals = list(dict.fromkeys(each for rule in theory.rules for each in (*rule.premises, rule.conclusion)))
    number = {literal: index for index, literal in enumerate(literals)}
    following: list[list[int]] = [[] for _ in literals]
    for rule in theory.rules:
        for premise in rule.premises:
            following[number[premise]].append(number[rule.conclusion])
    circles = strong_components(range(len(literals)), following)
    return frozenset(
        literals[index] for circle in circles for index in circle if len(circle) > 1 or index in following[index]
    )


def _defeaters(theory: AspicTheory, arguments: tuple[AspicArgument, ...], lower: Lower) -> Iterator[tuple[int, ...]]:
    """Return the defeaters of each argument: those that defeat it at its top, and those of its parts."""
    concluding: dict[str, list[int]] = {}
    for index, argument in enumerate(arguments):
        concluding.setdefault(argument.conclusion, []).append(index)
    index_of = {argument.name: index for index, argument in enumerate(arguments)}
    found: list[frozenset[int]] = []
    defeats = 0
    for argument in arguments:
        own = {
            index
            for literal, is_preferred in _targets(theory, argument)
            for against in dict.fromkeys((*theory.against.get(literal, ()), negation(literal)))
            for index in concluding.get(against, ())
            if is_preferred or not theory.conflicts(literal, against) or not lower.is_lower(arguments[index], argument)
        }
        found.append(frozenset(own).union(*(found[index_of[part.name]] for part in argument.parts)))
        defeats += len(found[-1])
        if defeats > MOST_ATTACKS:
            raise TooManyError(MOST_ATTACKS, "defeats")
        yield tuple(sorted(found[-1]))


def _targets(theory: AspicTheory, argument: AspicArgument) -> Iterator[tuple[str, bool]]:
    """Return the literals at the top of an argument that can be attacked, and whether that defeats in any case."""
    if argument.rule is None:
        if argument.conclusion not in theory.axioms:
            yield argument.conclusion, argument.conclusion not in theory.premises
    elif not argument.rule.is_strict:
        yield argument.conclusion, False
        yield f"[{argument.rule.name}]", True
