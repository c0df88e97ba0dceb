"""All that can be derived by rules, each way once: the ground work of ASPIC+, of ABA and of the lines of a map."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

from argmap.errors import TooManyError

_Atom = TypeVar("_Atom", bound=Hashable)
_Made = TypeVar("_Made", bound=Hashable)

MOST_ARGUMENTS = 100_000
"""How many arguments are made, unless another number is asked for; with more, none are."""

MOST_ATTACKS = 1_000_000
"""How many attacks a framework that is made of something else may have."""

_TRIES = 20
"""How often combining may fail for each argument that may be made."""


def derive(
    rules: Sequence[tuple[_Atom, Sequence[_Atom]]],
    combine: Callable[[int, tuple[_Made, ...]], _Made | None],
    most: int = MOST_ARGUMENTS,
    what: str = "arguments",
) -> dict[_Atom, list[_Made]]:
    """Make every argument that some rules allow.

    Args:
        rules: What each concludes and what it needs, each atom once.
        combine: Makes an argument of the number of a rule and an argument for each atom that it needs; None where they
            make none. What is equal to an earlier one for the same atom is not counted again.
        most: How many arguments may be made.
        what: What they are called.

    Returns:
        The arguments for each atom that has any, in the order in which they are found: short ones first.

    Raises:
        TooManyError: There are more.

    Example:
        >>> rules = [("a", ()), ("b", ("a",)), ("b", ()), ("c", ("a", "b"))]
        >>> derive(rules, lambda rule, parts: f"{rule}({''.join(parts)})")
        {'a': ['0()'], 'b': ['2()', '1(0())'], 'c': ['3(0()2())', '3(0()1(0()))']}
    """
    found: dict[_Atom, dict[_Made, None]] = {}
    users: dict[_Atom, list[tuple[int, int]]] = {}
    queue: deque[tuple[_Atom, _Made]] = deque()
    for number, (_, needs) in enumerate(rules):
        for place, atom in enumerate(needs):
            users.setdefault(atom, []).append((number, place))
    made_so_far = 0
    for tries, (number, parts) in enumerate(_rounds(rules, users, queue)):
        made = combine(number, parts)
        head = rules[number][0]
        if made is not None and made not in found.setdefault(head, {}):
            found[head][made] = None
            queue.append((head, made))
            made_so_far += 1
        if made_so_far > most or tries >= most * _TRIES:
            raise TooManyError(most, what)
    return {atom: list(arguments) for atom, arguments in found.items() if arguments}


def _rounds(
    rules: Sequence[tuple[_Atom, Sequence[_Atom]]],
    users: Mapping[_Atom, Sequence[tuple[int, int]]],
    queue: deque[tuple[_Atom, _Made]],
) -> Iterator[tuple[int, tuple[_Made, ...]]]:
    """Go through all combinations of a rule and what it needs, each once: when the last of its parts is taken up."""
    taken: dict[_Atom, list[_Made]] = {}
    for number, (_, needs) in enumerate(rules):
        if not needs:
            yield number, ()
    while queue:
        atom, made = queue.popleft()
        taken.setdefault(atom, []).append(made)
        for number, place in users.get(atom, ()):
            needs = rules[number][1]
            if all(need in taken for need in needs):
                columns = [[made] if at == place else taken[need] for at, need in enumerate(needs)]
                yield from ((number, parts) for parts in product(*columns))
