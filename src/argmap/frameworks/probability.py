"""Probabilistic frameworks: arguments and attacks that are there with a probability, each independent of the others.

The constellation semantics of Li, Oren & Norman (2011): every choice of the arguments that are there, and of the
attacks among them, is a framework of its own, as likely as that choice; an argument is accepted as likely as it is in
the grounded extension of the framework that comes about. Only what has a path of attacks to the argument matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from argmap.errors import UnknownNameError
from argmap.frameworks.chances.chance import Chance
from argmap.frameworks.chances.theory import Rule, Theory
from argmap.frameworks.chances.weighing import DRAWS, Weighing
from argmap.frameworks.framework import Framework
from argmap.frameworks.numbers import up_to_one

_Element = str | tuple[str, str]
"""The name of an argument, or those of the arguments of an attack."""

_CERTAIN: Mapping[str, float] = MappingProxyType({})
_ALWAYS: Mapping[tuple[str, str], float] = MappingProxyType({})


def grounded_chance(
    framework: Framework,
    argument: str,
    arguments: Mapping[str, float] = _CERTAIN,
    attacks: Mapping[tuple[str, str], float] = _ALWAYS,
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Chance:
    """Return how likely an argument is there and in the grounded extension.

    Args:
        framework: All arguments and attacks that may be there.
        argument: The name of the argument.
        arguments: The probability of each argument, by its name; one that is left out is certain.
        attacks: The probability of each attack where both of its arguments are there; likewise.
        draws: How many frameworks are drawn where what matters is beyond exact reach, which begins above 16 uncertain
            elements, and later where few attacks meet.
        seed: What the draws begin from.

    Raises:
        UnknownNameError: There is no such argument or attack.
        WrongNumberError: A probability is no number from 0 to 1.

    Example:
        >>> pair = Framework.of("ab", [("a", "b")])
        >>> str(grounded_chance(pair, "b", {"a": 0.6, "b": 0.8}, {("a", "b"): 0.5}))
        '0.56'
    """
    chances = _chances(framework, arguments, attacks)
    target = framework.index(argument)
    number = {element: event for event, element in enumerate(chances)}
    rules: dict[int, list[Rule]] = {}

    def add(atom: int, element: _Element, *, positive: tuple[int, ...] = (), negative: tuple[int, ...] = ()) -> None:
        if chances.get(element) != 0:
            events = (number[element],) if element in number else ()
            rules.setdefault(atom, []).append(Rule(positive, negative, events))

    for index, name in enumerate(framework.arguments):
        beaten = index + len(framework.arguments)
        add(index, name, negative=(beaten,))
        for attacker in framework.attackers[index]:
            add(beaten, (framework.arguments[attacker], name), positive=(attacker,))
    weighing = Weighing(
        Theory.of(rules, [target]), dict(enumerate(chances.values())), dict(enumerate(map(repr, chances))), draws, seed
    )
    (weighed,) = weighing.weigh(lambda _, true, __: [true[target]])
    return weighed.chance


def _chances(
    framework: Framework, arguments: Mapping[str, float], attacks: Mapping[tuple[str, str], float]
) -> dict[_Element, float]:
    """Return the probability of what is not certain."""
    for name in arguments:
        framework.index(name)
    known = {
        (framework.arguments[attacker], name)
        for name, attackers in zip(framework.arguments, framework.attackers, strict=True)
        for attacker in attackers
    }
    for pair in attacks:
        if pair not in known:
            raise UnknownNameError("attack", " -> ".join(pair), map(" -> ".join, known))
    found: dict[_Element, float] = {
        name: up_to_one(p, "the probability of argument", name) for name, p in arguments.items()
    }
    found |= {pair: up_to_one(p, "the probability of the attack", " -> ".join(pair)) for pair, p in attacks.items()}
    return {element: chance for element, chance in found.items() if chance < 1}
