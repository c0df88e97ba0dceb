"""SVG: a picture that scales, follows a dark screen, and speaks to screen readers and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.renderers import Drawing, Renderer, Theme, View

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.renderers._diagram.diagram import Diagram

_FONTS = 'Arial, "Liberation Sans", Helvetica, sans-serif'
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_TITLE, _DESC = f"{{{_SVG}}}title", f"{{{_SVG}}}desc"


def render(view: View) -> Drawing:
    """Draw a view as SVG; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._diagram.palette import DARK, LIGHT
    from argmap.renderers._diagram.tint import with_colours

    made = diagram(view)
    light, dark = with_colours(LIGHT, made.colours), with_colours(DARK, made.colours)
    style = _dark_style(light, dark) if view.options.theme is Theme.AUTO else ""
    drawn = lay_out(made.source, "svg", engine=view.options.engine)
    return Drawing(finish(drawn.data, made, style), made.warnings + drawn.warnings)


def finish(drawn: bytes, made: Diagram, style: str) -> bytes:
    """Make Graphviz's SVG fit to be read: words for people in place of its own, fonts that any machine has, a style.

    Cards stand in reading order, each with a description of what bears on it; edges and junctions, which say no more
    than that, are hidden from screen readers and lie below the cards.

    Args:
        drawn: What Graphviz wrote.
        made: What it was made of.
        style: A style sheet, or nothing.
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
    if style:
        _insert(root, 2, f"{{{_SVG}}}style", style)
    written: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def _insert(parent: Element, place: int, tag: str, text: str, **attributes: str) -> None:
    child = parent.makeelement(tag, attributes)
    child.text, child.tail = text, "\n"
    parent.insert(place, child)


def _dark_style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Write one rule per colour that turns the light picture dark on a dark screen."""
    rules = "".join(
        f'[fill="{light[role].lower()}"]{{fill:{dark[role].lower()}}}'
        f'[stroke="{light[role].lower()}"]{{stroke:{dark[role].lower()}}}'
        for role in light
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


RENDERER = Renderer(render)
