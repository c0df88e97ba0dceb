"""Saying what is being done, when it takes long."""

from __future__ import annotations

import io
import threading

import pytest

from argmap.cli import progress as progress_module
from argmap.cli.progress import Notice, progress


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def test_nothing_is_said_before_the_first_look() -> None:
    """What is noted is not shown at once."""
    stream = io.StringIO()
    Notice(stream).say("reading")
    assert stream.getvalue() == ""


def test_elsewhere_than_on_a_terminal_there_are_lines() -> None:
    """A look shows what is being done, each thing once, and leaves it."""
    stream = io.StringIO()
    notice = Notice(stream)
    for what in ("reading", "reading", "checking", ""):
        notice.say(what)
        notice.look()
        notice.look()
    assert stream.getvalue() == "reading …\nchecking …\n"


def test_on_a_terminal_a_line_makes_way() -> None:
    """On a terminal the line is written over, and wiped when other output comes."""
    stream = Terminal()
    notice = Notice(stream)
    for what in ("reading", "checking", ""):
        notice.say(what)
        notice.look()
    assert stream.getvalue() == "\r\x1b[Kreading …\r\x1b[Kchecking …\r\x1b[K"


def test_without_a_stream_nothing_is_said() -> None:
    """Where standard error is closed, nothing fails."""
    notice = Notice(None)
    notice.say("reading")
    notice.look()
    notice.say("")


@pytest.mark.parametrize("waits", [0, 3])
def test_it_looks_while_the_work_lasts(monkeypatch, waits) -> None:
    """A watch looks each time its interval is over, and ends with the work."""
    looks = []
    enough = threading.Event()

    def look(_: Notice) -> None:
        looks.append(1)
        if len(looks) >= waits:
            enough.set()

    monkeypatch.setattr(Notice, "look", look)
    monkeypatch.setattr(progress_module, "INTERVAL", 0 if waits else 3600)
    before = threading.active_count()
    with progress() as say:
        say("working")
        assert not waits or enough.wait(60)
    assert bool(looks) == bool(waits)
    assert threading.active_count() == before


def test_long_work_is_told_on_standard_error(run, project, monkeypatch) -> None:
    """A command that lasts longer than the interval says what it does there, and prints the same as ever."""
    project({"a.yaml": "nodes: {a: {claim: A.}}"})
    quiet = run("check", "a.yaml")
    told = threading.Event()
    look = Notice.look

    def look_and_tell(notice: Notice) -> None:
        look(notice)
        if notice._shown:
            told.set()

    real = progress_module.Notice.say

    def say_and_wait(notice: Notice, what: str) -> None:
        real(notice, what)
        assert not what or told.wait(60)

    monkeypatch.setattr(Notice, "look", look_and_tell)
    monkeypatch.setattr(Notice, "say", say_and_wait)
    monkeypatch.setattr(progress_module, "INTERVAL", 0)
    done = run("check", "a.yaml")
    assert (quiet.stderr, done.stderr) == ("", "checking a.yaml (1 of 1) …\n")
    assert done.stdout == quiet.stdout
