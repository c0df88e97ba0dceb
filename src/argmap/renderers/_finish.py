"""Graphviz's SVG made fit to be read: words for people, fonts that any machine has, a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.renderers._diagram.diagram import Diagram

_FONTS = 'Arial, "Liberation Sans", Helvetica, sans-serif'
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_TITLE, _DESC = f"{{{_SVG}}}title", f"{{{_SVG}}}desc"


def finish(drawn: bytes, made: Diagram, style: str = "", prefix: str = "") -> str:
    """Make Graphviz's SVG fit to be read: words for people in place of its own, fonts that any machine has, a style.

    Cards stand in reading order, each with a description of what bears on it; edges and junctions, which say no more
    than that, are hidden from screen readers and lie below the cards.

    Args:
        drawn: What Graphviz wrote.
        made: What it was made of.
        style: A style sheet, or nothing.
        prefix: What the names of all elements begin with, where two pictures stand in one document.

    Returns:
        The element ``svg``.
    """
    from xml.etree import ElementTree as ET

    from argmap.renderers._diagram.bidi import direct

    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(drawn)  # noqa: S314  (Graphviz wrote it)
    for element in root.iter():
        element[:] = [child for child in element if child.tag != _TITLE]
        element.attrib.pop("font-family", None)
        direct(element)
    picture = root[0]
    order = {card: place for place, card in enumerate(made.cards)}
    picture[:] = sorted(picture, key=lambda child: order.get(child.get("id", ""), -1))
    for child in picture:
        told = made.cards.get(child.get("id", ""))
        if told:
            _insert(child, 0, _DESC, told)
        elif told is None and child.get("class", "").split()[:1] in (["edge"], ["node"]):
            child.set("aria-hidden", "true")
    root.attrib |= {"font-family": _FONTS, "role": "graphics-document document"}
    root.attrib |= {"aria-labelledby": "map-title", "aria-describedby": "map-description"}
    _insert(root, 0, _TITLE, made.title or "Argument map", id="map-title")
    _insert(root, 1, _DESC, made.description, id="map-description")
    for element in root.iter() if prefix else ():
        for name in ("id", "aria-labelledby", "aria-describedby"):
            if name in element.attrib:
                element.set(name, prefix + element.attrib[name])
    if style:
        _insert(root, 2, f"{{{_SVG}}}style", style)
    written: str = ET.tostring(root, encoding="unicode")
    return written


def _insert(parent: Element, place: int, tag: str, text: str, **attributes: str) -> None:
    child = parent.makeelement(tag, attributes)
    child.text, child.tail = text, "\n"
    parent.insert(place, child)
