"""Options that say numbers from 0 to 1, by themselves or after a name, as in ``--source memo=0.7``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from argmap.native.reasons.measures import Measure

Named = Callable[[click.Context, click.Parameter, Sequence[str]], dict[str, float]]


def number(text: str, what: str) -> float:
    """Return the number that a text says.

    Args:
        text: What stands on the command line.
        what: What the number is, for the message.

    Raises:
        BadParameter: It says none from 0 to 1.

    Example:
        >>> number("0.7", "probability")
        0.7
    """
    measure = Measure(what, "from 0 to 1")
    value = measure.parse(text)
    if value is None:
        raise click.BadParameter(measure.wrong(text, repr(text)))
    return value


def numbers(what: str, example: str) -> Named:
    """Return what reads names with their numbers.

    Args:
        what: What the numbers are, for messages.
        example: A name with its number.
    """

    def read(_: click.Context, __: click.Parameter, values: Sequence[str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for value in values:
            name, equals, text = (part.strip() for part in value.rpartition("="))
            if not equals or not name:
                raise click.BadParameter(f"{value!r} is no name with its number: write {example}")
            if name in found:
                raise click.BadParameter(f"{name!r} stands twice: say its number once")
            found[name] = number(text, what)
        return found

    return read
