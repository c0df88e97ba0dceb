"""What files of other formats held that a map has no place for, in the front matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.flaws import Flaws
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def read_annexes(value: Any, span_of: Callable[[str], Span], flaws: Flaws) -> dict[str, str]:
    """Return the annexes, from the value of ``annex``: a text after the name of each format.

    Args:
        value: The value.
        span_of: Returns where a key is in the front matter, `annex` or a name below it.
        flaws: Where flaws are noted.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        flaws.add(WRONG_VALUE, "'annex' takes names of formats with a text each, as argmap writes it", span_of("annex"))
        return {}
    for name in [name for name, text in value.items() if not isinstance(text, str)]:
        flaws.add(WRONG_VALUE, f"the annex of {name!r} takes a text, as argmap writes it", span_of(name))
    return {name: text for name, text in value.items() if isinstance(text, str)}
