"""The direction of writing: how Graphviz and SVG are told that a text runs from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARK = "\u200f"
_NO_COLOUR = ("transparent", "none")


def turned(line: str) -> str:
    """Mark a line as one that runs from right to left, whatever it begins with."""
    return line if not line or line.startswith(_MARK) else f"{_MARK}{line}"


def direct(parent: Element) -> None:
    """Say of the marked texts in an element of SVG that they run from right to left, and where each begins.

    Graphviz places a text by its left end, wherever the font puts the right one. Where a text stands at the right of
    its cell, the cell is drawn before it, with no colour: the text begins where that ends. Marks and such cells go.
    """
    texts = [(at, child) for at, child in enumerate(parent) if child.text and child.text.startswith(_MARK)]
    for at, text in reversed(texts):
        cell = parent[at - 1] if at and parent[at - 1].get("fill") in _NO_COLOUR else None
        text.text = (text.text or "").removeprefix(_MARK)
        text.set("direction", "rtl")
        if cell is not None and cell.get("points"):
            right = max(float(point.partition(",")[0]) for point in cell.get("points", "").split())
            text.set("x", f"{right:g}")
            parent.remove(cell)
        else:
            text.set("text-anchor", "end")
