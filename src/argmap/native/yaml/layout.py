"""A tree as YAML text, in the one canonical layout.

Two spaces of indentation; lists indented under their key; a text on one line where it fits, else folded; brackets and
braces kept where they fit on a line. The recursion is bounded by `MAX_DEPTH`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define

from argmap.native import scalars
from argmap.native.tree import BARE, VERBATIM, Mapping, Node, Scalar, Sequence
from argmap.native.yaml.trivia import Trivia

WIDTH = 120
_FOLD = 100
_NARROWEST = 40
_LONGEST_KEY = 1_000


def lay_out(tree: Mapping, trivia: Trivia | None = None) -> str:
    """Write a document.

    Args:
        tree: The document.
        trivia: Its comments and blank lines; without them, a blank line stands above the long parts.

    Example:
        >>> text, tags = Scalar("Costs: too high.", 0, 0), Sequence([Scalar("cost", 0, 0)], 0, 0, flow=True)
        >>> print(lay_out(Mapping([(Scalar("claim", 0, 0), text), (Scalar("tags", 0, 0), tags)], 0, 0)), end="")
        claim: "Costs: too high."
        tags: [cost]
    """
    if not tree.pairs:
        return "nodes: {}\n"
    if trivia is not None:
        writer = _Writer(trivia)
        body = list(writer.mapping(tree, 0))
        if not body[0] and not any(trivia.head[-1:]):
            del body[0]
        return "\n".join([*trivia.head, *body, *trivia.end]) + "\n"
    lines: list[str] = []
    for key, value in tree.pairs:
        if lines and key.value in ("sources", "nodes", "annex") and not _is_empty(value):
            lines.append("")
        lines += _Writer(Trivia()).mapping(Mapping([(key, value)], 0, 0), 0)
    return "\n".join(lines) + "\n"


@define
class _Writer:
    """Turns nodes into lines; what was written of the trivia is taken out of them."""

    trivia: Trivia

    def mapping(self, node: Mapping, indent: int) -> Iterator[str]:
        pad = " " * indent
        for key, value in node.pairs:
            yield from _lined_up(self.trivia.above.pop(key.start, ()), pad)
            name = scalars.inline(key.value or "")
            if len(name) > _LONGEST_KEY:
                yield f"{pad}? {name}"
                name = ""
            yield from self._pair(f"{pad}{name}:", key, value, indent)
            yield from _lined_up(self.trivia.below.pop((key.start, False), ()), pad)

    def sequence(self, node: Sequence, indent: int) -> Iterator[str]:
        pad = " " * indent
        for item in node.items:
            yield from _lined_up(self.trivia.above.pop(item.start, ()), pad)
            if self._is_block(item, indent + 2):
                yield from self._block_item(item, indent)
            else:
                yield from self._leaf(f"{pad}-", item, item, indent)
            yield from _lined_up(self.trivia.below.pop((item.start, True), ()), pad)

    def _block_item(self, item: Node, indent: int) -> Iterator[str]:
        """Write the first line of a block after the dash, and comments above that line above the dash."""
        pad = " " * indent
        lines = [*self._beside_bracket(item), *self._block(item, indent + 2)]
        first = next(place for place, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#")
        yield from (pad + line.lstrip() for line in lines[:first] if line)
        yield f"{pad}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]

    def _pair(self, head: str, key: Scalar, value: Node, indent: int) -> Iterator[str]:
        if not self._is_block(value, len(head) + 1):
            yield from self._leaf(head, key, value, indent)
            return
        yield head + self._beside(key)
        yield from self._block(value, indent + 2)

    def _block(self, node: Node, indent: int) -> Iterator[str]:
        if isinstance(node, Mapping):
            yield from self.mapping(node, indent)
        elif isinstance(node, Sequence):
            yield from self.sequence(node, indent)

    def _leaf(self, head: str, owner: Node, value: Node, indent: int) -> Iterator[str]:
        """Write a scalar, or a collection in brackets, folded when it is too long for its line."""
        beside = self._beside(owner)
        if isinstance(value, Scalar) and value.value:
            text, mark = value.value, "|-"
            lines = scalars.literal(text, least=1 if value.style == VERBATIM else 2)
            if lines is None and value.style != VERBATIM and len(head) + 1 + len(text) > WIDTH:
                lines, mark = scalars.folded(text, max(_NARROWEST, _FOLD - indent - 2)), ">-"
            if lines is not None:
                yield f"{head} {mark}{beside}"
                yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in lines)
                return
        yield f"{head} {on_one_line(value)}".rstrip(" ") + beside

    def _is_block(self, node: Node, column: int) -> bool:
        if isinstance(node, Scalar) or _is_empty(node):
            return False
        return not node.flow or node.start in self.trivia.opened or column + len(on_one_line(node, flow=True)) > WIDTH

    def _beside(self, node: Node) -> str:
        comment = self.trivia.beside.pop(node.start, None)
        return f"  {comment}" if comment else ""

    def _beside_bracket(self, item: Node) -> Iterator[str]:
        """Write the comment after the bracket that opens an item, which has no line of its own in a block."""
        if not isinstance(item, Scalar) and item.flow and item.start in self.trivia.beside:
            yield self.trivia.beside.pop(item.start)


def _lined_up(lines: Iterable[str], pad: str) -> Iterator[str]:
    return (pad + line if line else "" for line in lines)


def _is_empty(node: Node) -> bool:
    return not (node.items if isinstance(node, Sequence) else node.pairs if isinstance(node, Mapping) else node.value)


def on_one_line(node: Node, *, flow: bool = False) -> str:
    """Write a node on one line.

    Args:
        node: The node.
        flow: Whether it stands inside brackets or braces.

    Example:
        >>> on_one_line(Mapping([(Scalar("kept", 0, 0), Scalar("94 %, about", 0, 0))], 0, 0))
        '{kept: "94 %, about"}'
    """
    if isinstance(node, Scalar):
        if not node.value or node.style == BARE:
            return node.value or ("" if not flow and not node.style else '""')
        return scalars.inline(node.value, flow=flow)
    if isinstance(node, Sequence):
        return f"[{', '.join(on_one_line(item, flow=True) for item in node.items)}]"
    inner = ", ".join(f"{on_one_line(key, flow=True)}: {on_one_line(value, flow=True)}" for key, value in node.pairs)
    return f"{{{inner}}}"
