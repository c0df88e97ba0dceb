"""Argdown in one layout: only blanks, line ends, hyphens and numbers change; words, comments and data stay as they are.

Relations are indented by four blanks a level, lists and premise-conclusion structures begin at the margin, one blank
follows a mark or a title, and at most one empty line separates two paragraphs. Time is linear.
"""

from __future__ import annotations

from argmap.formats.argdown.layout.blanks import Kept
from argmap.formats.argdown.layout.indents import carried, margin_edits, new_indents
from argmap.formats.argdown.layout.line_ends import line_ends
from argmap.formats.argdown.layout.marks import gaps, hyphens, numbers
from argmap.formats.argdown.layout.skeleton import skeleton
from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.parser import parse
from argmap.formats.argdown.syntax.scanner import Scanner

_KEPT = (t.DATA, t.FRONT_MATTER, t.HEADING)


def lay_out(text: str) -> str | None:
    r"""Put an Argdown text into the layout.

    Args:
        text: The whole text.

    Returns:
        The text in the layout, which reads as the same; None where it has a syntax error.

    Example:
        >>> lay_out("[Wet]:The street is wet.  \n\t+<Rain>\n\t\t- <Sprinkler>\n\n\n\n[Dry]")
        '[Wet]: The street is wet.\n    + <Rain>\n        - <Sprinkler>\n\n[Dry]\n'
    """
    tree = parse(text)
    if tree.flaws or tree.broken_data:
        return None
    laid = edited(text)
    return laid if skeleton(parse(laid)) == skeleton(tree) else text


def edited(text: str) -> str:
    """Return a text without syntax errors in the layout."""
    scanner = Scanner(text)
    tokens = scanner.scan()
    kept = Kept([*scanner.comments, *((a, b) for kind, a, b in tokens if kind in _KEPT)])
    indents = new_indents(text, tokens)
    edits = [
        *margin_edits(text, indents),
        *gaps(text, tokens),
        *hyphens(tokens),
        *numbers(text, tokens),
        *line_ends(text, kept),
        *carried(text, indents, kept, {start for start, _ in scanner.comments}),
    ]
    parts: list[str] = []
    last = 0
    for start, end, new in sorted(edits):
        parts += (text[last:start], new)
        last = end
    return "".join([*parts, text[last:]])
