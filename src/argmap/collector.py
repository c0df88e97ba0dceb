"""The garbage collector: set aside while much is made that stays in use, at work where much is thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Keep the collector from going through a million young objects that all survive.

    Example:
        >>> with paused():
        ...     gc.isenabled()
        False
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def at_work() -> Iterator[None]:
    """Let the collector run, also in a command, which does without it, where what is made is soon thrown away.

    Example:
        >>> with paused(), at_work():
        ...     gc.isenabled()
        True
    """
    enabled = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not enabled:
            gc.disable()
