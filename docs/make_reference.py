"""Write `reference.md`: the public names of argmap, from their docstrings.

python docs/make_reference.py
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import argmap

PAGE = Path(__file__).parent / "reference.md"
HEAD = """\
# Reference

The public names of `argmap`, made from their docstrings by `docs/make_reference.py`. Values are frozen: `attrs.evolve`
makes a changed copy. What an example prints is checked by the tests.
"""
_SECTION = re.compile(r"^(Args|Attributes|Returns|Raises|Example|Examples):\n", re.MULTILINE)
_ENTRY = re.compile(r"^    (\S[^:\n]*): (.*(?:\n        .*)*)", re.MULTILINE)


def page() -> str:
    """Return the whole page."""
    names = sorted(argmap.__all__, key=lambda name: (not inspect.isfunction(getattr(argmap, name)), name))
    return "\n".join([HEAD, *(line for name in names for line in _entry(name, getattr(argmap, name)))]) + "\n"


def _entry(name: str, value: Any) -> Iterator[str]:
    yield f"## {name}\n"
    if inspect.isfunction(value):
        yield f"```text\n{_signature(name, value)}\n```\n"
    yield from _text(inspect.getdoc(value) or "")
    if inspect.isclass(value):
        yield from _members(value)


def _signature(name: str, function: Any) -> str:
    """Return the call of a function, its types without the quotation marks that postponed annotations have."""
    text = re.sub(r"<\w+\.\w+: ('[^']*')>", r"\1", str(inspect.signature(function)))
    return name + re.sub(r"(?<=: |> )'([^']*)'", r"\1", text)


def _text(doc: str) -> Iterator[str]:
    """Yield a docstring in Google's style as Markdown: its prose, lists of what it takes and raises, its example."""
    prose, *sections = _SECTION.split(doc)
    yield f"{_code(prose.strip())}\n"
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        if title.startswith("Example"):
            yield f"```pycon\n{inspect.cleandoc(body)}\n```\n"
            continue
        entries = _ENTRY.findall(body) if title != "Returns" else []
        lines = [f"- `{key}`: {' '.join(_code(text).split())}" for key, text in entries]
        yield f"**{title}**\n"
        yield "\n".join(lines or [_code(inspect.cleandoc(body))]) + "\n"


def _members(value: type) -> Iterator[str]:
    """Yield the values of an enumeration, and the public methods and properties of a class, a line each."""
    if issubclass(value, Enum):
        yield "Values: " + ", ".join(f"`{each.value}`" for each in value) + ".\n"
        return
    body = ast.parse(inspect.getsource(value)).body[0]
    lines = []
    for member in ast.walk(body):
        doc = ast.get_docstring(member) if isinstance(member, ast.FunctionDef) else None
        if doc and isinstance(member, ast.FunctionDef) and member.name[0] != "_":
            marks = {ast.unparse(mark) for mark in member.decorator_list}
            call = "" if marks & {"property", "cached_property"} else "()"
            lines.append(f"- `.{member.name}{call}`: {_code(doc.partition(chr(10))[0])}")
    if lines:
        yield "\n".join(lines) + "\n"


def _code(text: str) -> str:
    """Put double backquotes, as docstrings have them, into Markdown's single ones."""
    return text.replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
