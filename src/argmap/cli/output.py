"""Printing: to standard output, whose reader may have gone away, and problems to standard error.

Nothing is printed but through this module. Texts of others (ids, titles, addresses, passages, names of files) steer no
terminal and begin no line of their own: `say` and `complain` write one line each, and what `put` is given has been
through `visible` where it comes from others.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
import unicodedata
from functools import lru_cache
from pathlib import Path

import click

from argmap.errors import ReadError
from argmap.unseen import UNSEEN, escaped
from argmap.unseen import visible as visible  # noqa: PLC0414  (who prints has it from here)

_WIDTH = 100

_STRANGE = re.compile(rf"(\x1b\[[0-9;]*m|[\n\t])|{UNSEEN}")
_UNSEEN_IN_JSON = re.compile(rf"(?!\n){UNSEEN}")


def harmless(text: str) -> str:
    r"""Return what `visible` does, but leave line ends, tabs and colours as they are.

    Example:
        >>> harmless("\x1b[31mred\x1b[0m\n\x1b]0;x\x07") == "\x1b[31mred\x1b[0m\n" + r"\x1b]0;x\x07"
        True
    """
    return _STRANGE.sub(lambda found: found[1] or escaped(found), text)


def columns(text: str) -> int:
    """Return the columns that a line takes on a terminal.

    Example:
        >>> columns("rain"), columns("雨"), columns("e\N{COMBINING ACUTE ACCENT}"), columns("\N{THAI CHARACTER SARA I}")
        (4, 2, 1, 0)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def put(text: str) -> None:
    """Print a text; a reader that has read enough (``| head``) is no error."""
    try:
        click.echo(harmless(text), nl=False)
    except BrokenPipeError:
        hush()


def hanging(line: str) -> str:
    """Wrap a line that has its own indentation, which is deeper from the second line on; words stay whole.

    Example:
        >>> print(hanging("  " + "word " * 20 + "end"))
          word word word word word word word word word word word word word word word word word word word
              word end
    """
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return "\n".join(
        textwrap.wrap(line, _WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
    )


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output; raises `ReadError` where that is closed."""
    if sys.stdout is None:
        raise ReadError("standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        hush()


def as_json(value: object) -> bytes:
    r"""Return a value as JSON for programs: UTF-8 whatever the terminal's encoding, what steers a terminal escaped.

    Example:
        >>> as_json({"title": "né\u202e"}).decode()
        '{\n  "title": "né\\u202e"\n}\n'
    """
    import json

    return json_bytes(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def json_bytes(text: str) -> bytes:
    """Return a text in JSON as `as_json` does."""
    import json

    return _UNSEEN_IN_JSON.sub(lambda found: json.dumps(found[0])[1:-1], text).encode()


def say(line: str) -> None:
    """Print one line, whatever it holds."""
    put(f"{visible(line)}\n")


def write(target: str, data: bytes, what: str = "") -> None:
    """Write a file that a user has named, and say so; a folder that is made for it is told too.

    Args:
        target: The file.
        data: What it holds.
        what: What to say of it beside.

    Raises:
        ReadError: The file or its folder cannot be written.
    """
    from argmap import files

    folder = Path(target).parent
    is_new = not files.is_folder(folder)
    if is_new:
        files.make_folder(folder)
    files.write(target, data)
    say(f"{target} written{what}" + (f" (the folder {folder} is new)" if is_new else ""))


def aside(line: str) -> None:
    """Print one line to standard error, whatever it holds."""
    click.echo(visible(line), err=True)


def complain(problem: object) -> None:
    """Say on standard error, in one line, what cannot be done, or what to know."""
    aside(f"argmap: {problem}")


def hush() -> None:
    """Let what else goes to standard output vanish, what Python writes when it ends included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
