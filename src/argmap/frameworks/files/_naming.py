"""Names that are numbers, and names that a notation cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count

from argmap.wording import counted, quoted

MOST = 4_000_000
"""Arguments of a numbered framework; what promises more is refused."""

_OTHER = re.compile(r"[^\w.-]+")


def numbered(number: int) -> tuple[str, ...]:
    """Return the names of so many arguments.

    Example:
        >>> numbered(3)
        ('1', '2', '3')
    """
    return tuple(map(str, range(1, number + 1)))


def names_written(
    names: Sequence[str], title: str, is_unheld: Callable[[str], bool]
) -> tuple[Sequence[str], tuple[str, ...]]:
    """Return names as a notation can hold them, each still for one argument alone, and what is told of that.

    Args:
        names: The names of the arguments.
        title: The notation, as messages name it.
        is_unheld: Whether it cannot hold a name.

    Example:
        >>> names_written(["a", "a b", "a_b"], "TGF", lambda name: " " in name)
        (['a', 'a_b_2', 'a_b'], ("TGF cannot hold 1 name: 'a b' is written 'a_b_2'",))
    """
    unheld = [name for name in names if is_unheld(name)]
    if not unheld:
        return names, ()
    taken = set(names)
    instead: dict[str, str] = {}
    for name in unheld:
        plain = _OTHER.sub("_", name).strip("_") or "argument"
        further = (f"{plain}_{number}" for number in count(2))
        instead[name] = plain if plain not in taken else next(each for each in further if each not in taken)
        taken.add(instead[name])
    more = "; others too" if len(unheld) > 1 else ""
    first = f"{quoted(unheld[0])} is written {quoted(instead[unheld[0]])}"
    told = f"{title} cannot hold {counted(len(unheld), 'name')}: {first}{more}"
    return [instead.get(name, name) for name in names], (told,)
