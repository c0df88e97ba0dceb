"""Comments that silence findings: ``argmap: ignore``."""

from __future__ import annotations

import re

from argmap.flaws import Flaws
from argmap.formats.argdown.syntax.tree import Tree
from argmap.model.origin import Ignore
from argmap.rules.unused_ignore import RULE as UNUSED_IGNORE
from argmap.text import Span

_IGNORE = re.compile(r"argmap:[ \t]*ignore(?:\[([^\[\]\n]*)\])?")


def read_ignores(tree: Tree, flaws: Flaws) -> tuple[Ignore, ...]:
    """Return what comments ask to ignore; what asks so outside a comment is noted."""
    found = []
    for start, end in tree.comments:
        match = _IGNORE.search(tree.text, start, end)
        if match:
            found.append(Ignore.of(match[1], Span(start, end)))
    for match in _IGNORE.finditer(tree.text) if "argmap:" in tree.text else ():
        if not tree.is_comment(match.start()):
            flaws.add(UNUSED_IGNORE, _no_comment(tree.text, match), Span(*match.span()))
    return tuple(found)


def _no_comment(text: str, found: re.Match[str]) -> str:
    """Say why words that should silence something are not a comment."""
    line = text.rfind("\n", 0, found.start()) + 1
    if text.find("//", line, found.start()) >= 0 and text.find("\n", found.end()) < 0:
        return "this is not a comment yet: '//' begins one only on a line that ends, so end the last line of the file"
    return f"this is not an Argdown comment: write '// {found[0]}' after what it is about, on the same line"
