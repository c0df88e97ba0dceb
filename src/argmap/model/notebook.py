"""How a map shows itself in a notebook: the package puts its drawing here, so that the model knows nothing above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

shown: Callable[[Any], dict[str, str]] = lambda m: {"text/plain": repr(m)}  # noqa: E731  (a place to put a function)
"""A map to what a notebook shows, by media type."""
