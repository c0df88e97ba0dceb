"""The events of PyYAML's parser, the C one where it is installed, and what it raises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DEPTH = "nesting depth"
"""In the words of libyaml from 0.2.6 on, which reads no deeper than 1,000 levels."""


def events(text: str) -> Iterator[Any]:
    """Go through the events of a YAML text; raises one of `refusals`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(loader(text).get_event, None)


def refusals() -> tuple[type[Exception], ...]:
    """Return what the parser raises where it stops; PyYAML's own one chokes on numbers too large for Python."""
    from yaml import YAMLError

    return (YAMLError, ValueError, OverflowError)
