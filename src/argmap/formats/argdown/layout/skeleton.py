"""What a syntax tree says, apart from places and blanks: two texts with one skeleton are read as the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.formats.argdown.syntax.tree import Element, Heading, InferenceNode, Reconstruction, Tree


def skeleton(tree: Tree) -> list[Any]:
    r"""Return the parts of a tree in order, as values that can be compared.

    Example:
        >>> from argmap.formats.argdown.syntax.parser import parse
        >>> skeleton(parse("[A]:  a\n b\n  + <B>")) == skeleton(parse("[A]: a b\n    +  <B>\n"))
        True
    """
    return [tree.front_matter, *_parts(tree)]


def _parts(tree: Tree) -> Iterator[Any]:
    for block in tree.blocks:
        if isinstance(block, Heading):
            yield "heading", block.level, _words(block.text), block.tags, block.data
        elif isinstance(block, Element):
            yield from _element(block)
        elif isinstance(block, Reconstruction):
            for element, inference in block.rows:
                if inference:
                    yield "inference", inference.rules, inference.data
                    yield from _relations(inference, 0)
                yield "row"
                yield from _element(element)
            yield "end"
        else:
            for element in block.items:
                yield "item"
                yield from _element(element)
            yield "end"


def _element(top: Element) -> Iterator[Any]:
    yield _own(top)
    yield from _relations(top, 0)


def _relations(owner: Element | InferenceNode, depth: int) -> Iterator[Any]:
    waiting = [(relation, depth) for relation in reversed(owner.relations)]
    while waiting:
        relation, depth = waiting.pop()
        yield depth, relation.mark, _own(relation.element)
        waiting += [(below, depth + 1) for below in reversed(relation.element.relations)]


def _own(element: Element) -> tuple[Any, ...]:
    text = element.text
    ranges = [(kind, target, _words(text[start : end + 1])) for kind, target, start, end in element.ranges]
    return element.is_argument, element.title, element.is_reference, _words(text), element.tags, ranges, element.data


def _words(text: str) -> str:
    return " ".join(text.split())
