"""Flat assumption-based argumentation: arguments made of assumptions and rules.

After Bondarenko, Dung, Kowalski & Toni (1997). An argument derives an atom by rules from a set of assumptions. It
attacks every argument that uses an assumption whose contrary it derives. *Flat* means that no rule concludes an
assumption.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from argmap.errors import NotFlatError, TooManyError
from argmap.frameworks.framework import Framework
from argmap.frameworks.structured.derivations import MOST_ARGUMENTS, MOST_ATTACKS, derive
from argmap.wording import listed


@frozen
class AbaTheory:
    """A flat theory.

    Attributes:
        assumptions: Atoms that may be assumed.
        contraries: The contrary of each assumption that has one; without, it is never attacked.
        rules: What each concludes, and the atoms it needs.

    Example:
        >>> theory = AbaTheory(("a", "b"), {"a": "p", "b": "q"}, (("p", ("b",)), ("q", ("a", "r")), ("r", ())))
        >>> made = instantiate(theory)
        >>> made.framework.arguments
        ('{a} ⊢ a', '{b} ⊢ b', '{b} ⊢ p', '{a} ⊢ q', '{} ⊢ r')
        >>> made.framework.attackers
        ((2,), (3,), (3,), (2,), ())
    """

    assumptions: tuple[str, ...] = ()
    contraries: Mapping[str, str] = field(factory=dict)
    rules: tuple[tuple[str, tuple[str, ...]], ...] = ()


@frozen(eq=False)
class Instance:
    """The arguments of a theory, and which of them attack which.

    Attributes:
        theory: The theory.
        arguments: What each derives, and from which assumptions.
        framework: The arguments by name.
    """

    theory: AbaTheory = field(repr=False)
    arguments: tuple[tuple[str, frozenset[str]], ...]
    framework: Framework

    def concluding(self, atom: str) -> tuple[str, ...]:
        """Return the names of the arguments for an atom."""
        pairs = zip(self.framework.arguments, self.arguments, strict=True)
        return tuple(name for name, (conclusion, _) in pairs if conclusion == atom)

    def holding(self, extension: Iterable[str]) -> frozenset[str]:
        """Return what the arguments in an extension derive."""
        return frozenset(self.arguments[self.framework.index_of[name]][0] for name in extension)


def instantiate(theory: AbaTheory, most: int = MOST_ARGUMENTS) -> Instance:
    """Make the arguments of a theory, one for each atom and each smallest set of assumptions that derives it.

    An argument from more assumptions than it needs stands only where a smaller one for the same atom does, and can be
    left out.

    Raises:
        NotFlatError: A rule concludes an assumption.
        TooManyError: There are more, or more than a million attacks.
    """
    bent = {head for head, _ in theory.rules}.intersection(theory.assumptions)
    if bent:
        raise NotFlatError(f"rules conclude the assumptions {listed(sorted(bent))}: only flat theories are read")
    given = dict.fromkeys(theory.assumptions)
    bases = [*((name, ()) for name in given), *((head, tuple(dict.fromkeys(body))) for head, body in theory.rules)]
    order = list(given)

    def combine(number: int, parts: tuple[frozenset[str], ...]) -> frozenset[str]:
        own = {order[number]} if number < len(order) else frozenset[str]()
        return frozenset(own).union(*parts)

    made = derive(bases, combine, most)
    place = {name: index for index, name in enumerate(order)}
    arguments = tuple((atom, used) for atom in dict.fromkeys((*order, *sorted(made))) for used in _smallest(made[atom]))
    names = tuple(f"{{{', '.join(sorted(used, key=place.__getitem__))}}} ⊢ {atom}" for atom, used in arguments)
    return Instance(theory, arguments, Framework(names, _attackers(theory, arguments)))


def _smallest(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    """Return the sets that have no other among them as a part."""
    found: list[frozenset[str]] = []
    for each in sorted(sets, key=len):
        if not any(smaller <= each for smaller in found):
            found.append(each)
    return found


def _attackers(theory: AbaTheory, arguments: tuple[tuple[str, frozenset[str]], ...]) -> tuple[tuple[int, ...], ...]:
    deriving: dict[str, list[int]] = {}
    for index, (atom, _) in enumerate(arguments):
        deriving.setdefault(atom, []).append(index)
    found, attacks = [], 0
    for _, used in arguments:
        contraries = {theory.contraries[name] for name in used if name in theory.contraries}
        found.append(tuple(sorted(index for atom in contraries for index in deriving.get(atom, ()))))
        attacks += len(found[-1])
        if attacks > MOST_ATTACKS:
            raise TooManyError(MOST_ATTACKS, "attacks")
    return tuple(found)
