"""Saying on standard error what is being done, once it has lasted for a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Clock(threading.Thread):
    """Looks once a second at what is being done."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.doing = ""
        self.over = threading.Event()
        self.stream = sys.stderr
        self.said = ""

    def run(self) -> None:
        while not self.over.wait(1.0):
            if self.doing == self.said:
                continue
            self.said = self.doing
            if self.stream.isatty():
                self.stream.write(f"\r\x1b[K{self.doing} …")
            else:
                self.stream.write(f"{self.doing} …\n")
            self.stream.flush()

    def stop(self) -> None:
        self.over.set()
        self.join()
        if self.said and self.stream.isatty():
            self.stream.write("\r\x1b[K")
            self.stream.flush()


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a function that tells what is being done; it is shown only when the work lasts longer than a second."""
    clock = _Clock()
    clock.start()

    def say(what: str) -> None:
        clock.doing = what

    try:
        yield say
    finally:
        clock.stop()
