"""Numbers from 0 to 1: base scores and probabilities."""

from __future__ import annotations

from numbers import Real

from argmap.errors import WrongNumberError


def up_to_one(number: object, what: str, name: str | None = None) -> float:
    """Return a number from 0 to 1.

    Args:
        number: The number.
        what: What it is, for the message.
        name: Whose it is, if it is somebody's.

    Raises:
        WrongNumberError: It is no number from 0 to 1.

    Example:
        >>> up_to_one(1, "the base score of", "rain")
        1.0
        >>> up_to_one(1.2, "the base score of", "rain")
        Traceback (most recent call last):
        ...
        argmap.errors.WrongNumberError: the base score of 'rain' is a number from 0 to 1, and this is 1.2
    """
    if isinstance(number, bool) or not isinstance(number, Real) or not 0 <= number <= 1:  # type: ignore[operator]
        whose = "" if name is None else f" {name!r}"
        raise WrongNumberError(f"{what}{whose} is a number from 0 to 1, and this is {number!r}")
    return float(number)
