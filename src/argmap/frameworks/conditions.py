"""What a set of arguments must fulfil to be an extension, as far as that can be told in polynomial time.

Nothing here is shared with what finds extensions. A condition says in words where a set fails it, and an empty text
where it does not. Which sets of larger range, or larger admissible sets, there are is out of reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from argmap.frameworks.framework import Framework
from argmap.wording import quoted

Condition: TypeAlias = Callable[[Framework, AbstractSet[int]], str]


def reach(framework: Framework, members: AbstractSet[int]) -> set[int]:
    """Return the range of a set: itself, and all that it attacks."""
    return set(members).union(*(framework.attacked[member] for member in members))


def conflict_free(framework: Framework, members: AbstractSet[int]) -> str:
    """Say which member attacks which."""
    for member in sorted(members):
        for attacker in framework.attackers[member]:
            if attacker in members:
                return f"{_name(framework, attacker)} attacks {_name(framework, member)}, and both are in it"
    return ""


def naive(framework: Framework, members: AbstractSet[int]) -> str:
    """Say which argument could be added without conflict."""
    conflicts = reach(framework, members).union(*(framework.attackers[member] for member in members))
    for index, attackers in enumerate(framework.attackers):
        if index not in conflicts and index not in attackers:
            return f"{_name(framework, index)} could be added without conflict"
    return ""


def defended(framework: Framework, members: AbstractSet[int]) -> str:
    """Say which member is attacked by what nothing in the set attacks."""
    beaten = _beaten(framework, members)
    for member in sorted(members):
        for attacker in framework.attackers[member]:
            if attacker not in beaten:
                names = _name(framework, attacker), _name(framework, member)
                return f"{names[0]} attacks {names[1]}, and nothing in it attacks {names[0]}"
    return ""


def closed(framework: Framework, members: AbstractSet[int]) -> str:
    """Say which argument the set defends and lacks."""
    beaten = _beaten(framework, members)
    for index, attackers in enumerate(framework.attackers):
        if index not in members and all(attacker in beaten for attacker in attackers):
            return f"it defends {_name(framework, index)} and lacks it"
    return ""


def reaching_all(framework: Framework, members: AbstractSet[int]) -> str:
    """Say which argument the set neither holds nor attacks."""
    for index in sorted(set(range(len(framework.arguments))) - reach(framework, members)):
        return f"it neither holds nor attacks {_name(framework, index)}"
    return ""


def grounded(framework: Framework, members: AbstractSet[int]) -> str:
    """Say by what the set differs from the least complete one."""
    least = grounded_extension(framework)
    for index in sorted(least ^ members):
        wrong = "lacks" if index in least else "holds"
        return f"it {wrong} {_name(framework, index)}, unlike the grounded extension"
    return ""


def naive_in_components(framework: Framework, members: AbstractSet[int]) -> str:
    """Say which argument could be added without conflict in what is left of its strong component.

    What members attack from another component goes, again and again: a set is of CF2 if it is naive where only attacks
    within the components that are left count (Gaggl & Woltran 2013).
    """
    left = set(range(len(framework.arguments)))
    while True:
        home = _strong_components(framework, left)
        gone = {
            target
            for member in members
            for target in framework.attacked[member]
            if target in left and home[target] != home.get(member)
        }
        if not gone:
            break
        left -= gone
    for index in sorted(left.difference(members)):
        near = {index, *framework.attackers[index]} if index in framework.attackers[index] else set()
        near.update(each for each in (*framework.attackers[index], *framework.attacked[index]) if each in members)
        if not any(home.get(each) == home[index] for each in near):
            return f"{_name(framework, index)} could be added without conflict in its strong component"
    return ""


def grounded_extension(framework: Framework) -> set[int]:
    """Return the least complete set: what no set of arguments is needed to defend, and what that defends, and so on."""
    members: list[int] = []
    beaten: set[int] = set()
    unbeaten = [len(attackers) for attackers in framework.attackers]
    members.extend(index for index, count in enumerate(unbeaten) if not count)
    for member in members:
        for target in framework.attacked[member]:
            if target in beaten:
                continue
            beaten.add(target)
            for index in framework.attacked[target]:
                unbeaten[index] -= 1
                if not unbeaten[index]:
                    members.append(index)
    return set(members)


def _strong_components(framework: Framework, left: AbstractSet[int]) -> dict[int, int]:
    """Return for each argument that is left one that stands for its strong component (Kosaraju; Sharir 1981)."""
    finished: list[int] = []
    met: set[int] = set()
    for start in left:
        work = [(start, False)]
        while work:
            index, done = work.pop()
            if done:
                finished.append(index)
            elif index not in met:
                met.add(index)
                work.append((index, True))
                work.extend((other, False) for other in framework.attacked[index] if other in left and other not in met)
    home: dict[int, int] = {}
    for start in reversed(finished):
        found = [start] if start not in home else []
        for index in found:
            if index not in home:
                home[index] = start
                found.extend(other for other in framework.attackers[index] if other in left and other not in home)
    return home


def _beaten(framework: Framework, members: Iterable[int]) -> set[int]:
    """Return all that a set attacks."""
    return set().union(*(framework.attacked[member] for member in members))


def _name(framework: Framework, index: int) -> str:
    """Return the name of an argument, in quotes."""
    return quoted(framework.arguments[index])
