"""A tree as YAML text, in the one canonical layout.

Two spaces of indentation; lists indented under their key; a text on one line where it fits, else folded; brackets and
braces kept where they fit on a line. The recursion is bounded by `MAX_DEPTH`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from argmap.formats._native import scalars
from argmap.formats._native.tree import Mapping, Node, Scalar, Sequence
from argmap.formats._native.trivia import Trivia

WIDTH = 120
_FOLD = 100
_NARROWEST = 40


def lay_out(tree: Mapping, trivia: Trivia | None = None) -> str:
    """Write a document.

    Args:
        tree: The document.
        trivia: Its comments and blank lines; without them, a blank line stands above ``sources`` and ``nodes``.
    """
    writer = _Writer(trivia or _spaced(tree))
    if not tree.pairs:
        return "nodes: {}\n"
    lines = list(writer.mapping(tree, 0))
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines) + "\n"


def _spaced(tree: Mapping) -> Trivia:
    trivia = Trivia()
    for key, value in tree.pairs:
        if key.value in ("sources", "nodes") and isinstance(value, Mapping) and not value.flow:
            trivia.above[id(key)] = [""]
    return trivia


@define
class _Writer:
    """Turns nodes into lines; trivia that were written are taken out of the tables."""

    trivia: Trivia

    def mapping(self, node: Mapping, indent: int) -> Iterator[str]:
        pad = " " * indent
        for key, value in node.pairs:
            yield from self._above(key, pad)
            name = scalars.inline(key.value or "", flow=False)
            yield from self._pair(f"{pad}{name}:", key, value, indent)
            yield from self._below(key, pad)

    def sequence(self, node: Sequence, indent: int) -> Iterator[str]:
        pad = " " * indent
        for item in node.items:
            yield from self._above(item, pad)
            if self._is_block(item, indent + 2):
                inner = self.mapping(item, indent + 2) if isinstance(item, Mapping) else self.sequence(item, indent + 2)  # type: ignore[arg-type]
                lines = list(inner)
                first = next(i for i, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
                yield from lines[:first]
                yield f"{pad}- {lines[first][indent + 2 :]}"
                yield from lines[first + 1 :]
            else:
                yield from self._leaf(f"{pad}-", item, item, indent)
            yield from self._below(item, pad)

    def _pair(self, head: str, key: Scalar, value: Node, indent: int) -> Iterator[str]:
        if not self._is_block(value, len(head) + 1):
            yield from self._leaf(head, key, value, indent)
            return
        yield head + self._beside(key)
        if isinstance(value, Mapping):
            yield from self.mapping(value, indent + 2)
        elif isinstance(value, Sequence):
            yield from self.sequence(value, indent + 2)

    def _leaf(self, head: str, owner: Node, value: Node, indent: int) -> Iterator[str]:
        """Write a scalar or a flow collection, folded when it is too long for its line."""
        beside = self._beside(owner)
        if isinstance(value, Scalar) and value.value is not None:
            text = value.value
            lines = scalars.literal(text)
            if lines is None and len(head) + 1 + len(text) > WIDTH:
                lines = scalars.folded(text, max(_NARROWEST, _FOLD - indent - 2))
                mark = ">-"
            else:
                mark = "|-"
            if lines is not None:
                yield f"{head} {mark}{beside}"
                yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in lines)
                return
        yield f"{head} {_flow(value, top=True)}{beside}"

    def _is_block(self, node: Node, column: int) -> bool:
        if isinstance(node, Scalar):
            return False
        children = node.pairs if isinstance(node, Mapping) else node.items
        if not children:
            return False
        return not node.flow or node.start in self.trivia.opened or column + len(_flow(node)) > WIDTH

    def _above(self, node: Node, pad: str) -> Iterator[str]:
        key = node.start if node.start in self.trivia.above else id(node)
        for line in self.trivia.above.pop(key, ()):
            yield f"{pad}{line}" if line else ""

    def _below(self, node: Node, pad: str) -> Iterator[str]:
        for line in self.trivia.below.pop(node.start, ()):
            yield f"{pad}{line}"

    def _beside(self, node: Node) -> str:
        comment = self.trivia.beside.pop(node.start, None)
        return f"  {comment}" if comment else ""


def _flow(node: Node, *, top: bool = False) -> str:
    """Write a node on one line."""
    if isinstance(node, Scalar):
        if node.value is None or node.style == "=":
            return node.value or ""
        return scalars.inline(node.value, flow=not top)
    if isinstance(node, Sequence):
        return f"[{', '.join(_flow(item) for item in node.items)}]"
    inner = ", ".join(f"{_flow(key)}: {_flow(value)}" for key, value in node.pairs)
    return f"{{{inner}}}"
