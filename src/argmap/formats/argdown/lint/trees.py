"""The trees of relations of a text, gone through without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.argdown.syntax.tree import Element, Heading, InferenceNode, ItemList, RelationNode, Tree


def owners(tree: Tree) -> Iterator[Element | InferenceNode]:
    """Go through what trees of relations hang from."""
    for block in tree.blocks:
        if isinstance(block, Element):
            yield block
        elif isinstance(block, ItemList):
            yield from block.items
        elif not isinstance(block, Heading):
            yield from (node for row in block.rows for node in row if node)


def relations(owner: Element | InferenceNode) -> Iterator[RelationNode]:
    """Go through the relations below something, however deep, in the order of the text."""
    stack = owner.relations[::-1]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(node.element.relations)
