"""Saying on standard error what is being done, once it has lasted for a while."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from argmap.cli.output import visible

INTERVAL = 1.0
"""Seconds between two looks at what is being done, on a terminal."""
_IN_LOGS = 10
"""How many times as long that is where lines stay."""

_WIPE = "\r\x1b[K"


class Notice:
    """Tells what is being done: on a terminal in a line that vanishes, elsewhere in lines."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._doing = self._shown = ""

    def say(self, what: str) -> None:
        """Note what is being done now; an empty text makes way for other output."""
        with self._lock:
            self._doing = visible(what)
            if not what:
                self._wipe()

    def look(self) -> None:
        """Show what is being done, unless it is shown already."""
        with self._lock:
            if self._stream and self._doing != self._shown:
                self._shown = self._doing
                line = f"{self._doing} …"
                self._stream.write(f"{_WIPE}{line}" if self._stream.isatty() else f"{line}\n")
                self._stream.flush()

    def _wipe(self) -> None:
        if self._stream and self._shown and self._stream.isatty():
            self._stream.write(_WIPE)
            self._stream.flush()
        self._shown = ""


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Return a function that tells what is being done; it is shown only when the work lasts longer than a second.

    Where lines stay, as in a log, it must last longer than ten.
    """
    notice = Notice(sys.stderr)
    over = threading.Event()

    def watch() -> None:
        interval = INTERVAL if sys.stderr and sys.stderr.isatty() else INTERVAL * _IN_LOGS
        while not over.wait(interval):
            notice.look()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield notice.say
    finally:
        over.set()
        thread.join()
        notice.say("")
