"""Lines that are read on with the one above them, though they look like beginnings: an empty line may be missing."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.flaws import Flaws
from argmap.formats.argdown.lint.trees import owners, relations
from argmap.formats.argdown.syntax.tree import Element, Heading, ItemList, Reconstruction, Tree
from argmap.rules.run_on_text import RULE as RUN_ON_TEXT
from argmap.text import Span

_MISSING = "an empty line is missing before this line"


def check_run_on_texts(tree: Tree, flaws: Flaws) -> None:
    """Note such lines, the first of each text."""
    for start, end, message in _run_on(tree):
        if not tree.is_comment(start):
            flaws.add(RUN_ON_TEXT, f"{_MISSING}{message}", Span(start, end))


def part_joined(tree: Tree, flaws: Flaws) -> None:
    """Part the arguments that stand in one paragraph, one below the conclusion of another, and note where."""
    blocks = []
    for block in tree.blocks:
        if not isinstance(block, Reconstruction) or not block.joined:
            blocks.append(block)
            continue
        ends = [*block.joined, len(block.rows)]
        for first, end in zip([0, *block.joined], ends, strict=True):
            element = block.rows[first][0]
            start = tree.text.rfind("(", 0, element.start + 1) if first else block.start
            blocks.append(Reconstruction(start, block.rows[first:end]))
            if first:
                message = f"{_MISSING}: Argdown's own tools take its rows for more of the argument above"
                flaws.add(RUN_ON_TEXT, message, Span(start, element.end))
    tree.blocks = blocks


def _run_on(tree: Tree) -> Iterator[tuple[int, int, str]]:
    """Yield the places of lines, with what should be done about each."""
    for block in tree.blocks:
        if isinstance(block, Heading):
            for start, end in _lines_below(tree.text, block.start, block.end):
                yield start, end, ": it is read as a part of the heading above"
                break
        for item in block.items if isinstance(block, ItemList) else ():
            yield from _left_of(tree, item.start, item)
    for owner in owners(tree):
        for node in relations(owner):
            yield from _left_of(tree, node.start, node.element)


def _left_of(tree: Tree, mark: int, element: Element) -> Iterator[tuple[int, int, str]]:
    """Yield the first line of a text that begins further left than the mark before it."""
    text, end = tree.text, element.end
    if element.data is not None:
        end = text.find("{", element.start, end)
    indent = _indent(text, text.rfind("\n", 0, mark) + 1)
    for start, line_end in _lines_below(text, element.start, end):
        if start - text.rfind("\n", 0, start) - 1 < indent:
            yield start, line_end, ", or blanks at its beginning: it is read as a part of the text above"
            return


def _lines_below(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words of each line begin and end, from the second line of a text on."""
    while (start := text.find("\n", start, end) + 1) > 0:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        first = start + _indent(text, start)
        if first < line_end:
            yield first, line_end


def _indent(text: str, start: int) -> int:
    """Return how many blanks and tabs a line begins with."""
    end = start
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    return end - start
