"""JSON with a line for each item of its lists."""

from __future__ import annotations

from json import JSONEncoder
from json.encoder import c_make_encoder, encode_basestring  # type: ignore[attr-defined]
from typing import Any

_standard = JSONEncoder(ensure_ascii=False)
_quick = c_make_encoder and c_make_encoder(
    None, _standard.default, encode_basestring, None, ": ", ", ", False, False, True
)
"""What the standard encoder makes anew for each value; None where the interpreter has none."""


def _encode(value: Any) -> str:
    return "".join(_quick(value, 0)) if _quick else _standard.encode(value)


def lay_out(value: Any, depth: int = 2) -> str:
    """Write an object with a line for each member, and lists in it with a line for each item.

    Args:
        value: Plain JSON values.
        depth: How deep objects in objects are laid out likewise.

    Example:
        >>> print(lay_out({"nodes": [{"id": 1}, {"id": 2}], "edges": []}))
        {
          "nodes": [
            {"id": 1},
            {"id": 2}
          ],
          "edges": []
        }
    """
    return _laid_out(value, "", depth)


def _laid_out(value: Any, pad: str, depth: int) -> str:
    deeper = pad + "  "
    if isinstance(value, dict) and value and depth:
        inner = [f"{_encode(key)}: {_laid_out(each, deeper, depth - 1)}" for key, each in value.items()]
        return f"{{\n{deeper}" + f",\n{deeper}".join(inner) + f"\n{pad}}}"
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        return f"[\n{deeper}" + f",\n{deeper}".join(map(_encode, value)) + f"\n{pad}]"
    return _encode(value)
