"""A tree as JSON text with two spaces of indentation."""

from __future__ import annotations

import re
from json.encoder import encode_basestring

from argmap.native.json.tree import WORD
from argmap.native.tree import BARE, Mapping, Node, Scalar, Sequence

_WORD = re.compile(WORD)


def lay_out(tree: Node) -> str:
    """Write a document; the recursion is bounded by `MAX_DEPTH`.

    Example:
        >>> print(lay_out(Mapping([(Scalar("nth", 0, 0), Scalar("2", 0, 0))], 0, 0)), end="")
        {
          "nth": 2
        }
    """
    return _value(tree, "") + "\n"


def _value(node: Node, pad: str) -> str:
    deeper = pad + "  "
    if isinstance(node, Mapping):
        opening, closing = "{", "}"
        inner = [
            f"{encode_basestring(key.value or '')}: {_text(value) if type(value) is Scalar else _value(value, deeper)}"
            for key, value in node.pairs
        ]
    elif isinstance(node, Sequence):
        opening, closing = "[", "]"
        inner = [_text(item) if type(item) is Scalar else _value(item, deeper) for item in node.items]
    else:
        return _text(node)
    if not inner:
        return opening + closing
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(inner) + f"\n{pad}{closing}"


def _text(node: Scalar) -> str:
    """Write a text; a word that stands without quotes, such as a number, keeps to its spelling."""
    value, _, _, style = node
    if value is None:
        return "null"
    return value if style in ("", BARE) and _WORD.fullmatch(value) else encode_basestring(value)
