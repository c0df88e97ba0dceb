"""Where keys and names are in the front matter."""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.formats.argdown.syntax.tree import Tree
from argmap.text import Span


def span_of(tree: Tree, key: str, start: int = 0, mark: str = ":") -> Span:
    """Return where a key is in the front matter, or with no mark after it any word; its beginning where it is not.

    Args:
        tree: The syntax tree.
        key: The key.
        start: The offset to search from.
        mark: What follows the key.
    """
    first, end = tree.front_matter_span or (0, 0)
    found = re.compile(rf"(?<![\w-]){re.escape(key)}(?=[\"']?{mark}(?![\w-]))").search(
        tree.text, max(first, start), end
    )
    return Span(*found.span()) if found else Span(first, first + 3)


def spans_under(tree: Tree, key: str) -> Callable[[str], Span]:
    """Return what says where a key is in the front matter, or one of the names listed under it, asked for in order."""
    own = span_of(tree, key)
    last = own

    def span(name: str) -> Span:
        nonlocal last
        if name == key:
            return own
        found = span_of(tree, name, last.end)
        last = max(last, found, key=lambda place: place.end)
        return found

    return span
