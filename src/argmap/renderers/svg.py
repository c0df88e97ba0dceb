"""SVG: a picture that scales, follows a dark screen, and speaks to screen readers and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.renderers._base import Drawing, Renderer, Theme, View

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FONTS = 'Arial, "Liberation Sans", Helvetica, sans-serif'
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"


def render(view: View) -> Drawing:
    """Draw a view as SVG; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._diagram.palette import DARK, LIGHT

    made = diagram(view)
    drawn = lay_out(made.source, "svg")
    style = _dark_style(LIGHT, DARK) if view.options.theme is Theme.AUTO else ""
    return Drawing(finish(drawn, made.title, made.description, style), made.warnings)


def finish(drawn: bytes, title: str, description: str, style: str) -> bytes:
    """Make Graphviz's SVG fit to be read: names for people in place of its own, fonts that any machine has, a style.

    Args:
        drawn: What Graphviz wrote.
        title: The picture's name.
        description: What it shows.
        style: A style sheet, or nothing.

    Raises:
        xml.etree.ElementTree.ParseError: It is no XML.
    """
    from xml.etree import ElementTree as ET

    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(drawn)  # noqa: S314  (Graphviz wrote it)
    _drop_names(root)
    for text in root.iter(f"{{{_SVG}}}text"):
        text.attrib.pop("font-family", None)
    for group in root.iter(f"{{{_SVG}}}g"):
        if group.get("class", "").split()[:1] == ["edge"]:
            group.set("aria-hidden", "true")
    root.attrib |= {
        "font-family": _FONTS,
        "role": "graphics-document document",
        "aria-labelledby": "map-title",
        "aria-describedby": "map-description",
    }
    heads = [("title", "map-title", title or "Argument map"), ("desc", "map-description", description)]
    if style:
        heads.append(("style", "", style))
    for place, (tag, name, content) in enumerate(heads):
        head = ET.Element(f"{{{_SVG}}}{tag}", {"id": name} if name else {})
        head.text, head.tail = content, "\n"
        root.insert(place, head)
    written: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def _drop_names(root: Element) -> None:
    """Drop the titles that Graphviz gives to nodes and edges: they are names of its own, for nobody to read."""
    for element in root.iter():
        for child in [c for c in element if c.tag == f"{{{_SVG}}}title"]:
            element.remove(child)


def _dark_style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Write one rule per colour that turns the light picture dark on a dark screen."""
    rules = "".join(
        f'[fill="{light[role].lower()}"]{{fill:{dark[role].lower()}}}'
        f'[stroke="{light[role].lower()}"]{{stroke:{dark[role].lower()}}}'
        for role in light
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


RENDERER = Renderer(title="SVG picture", suffixes=(".svg",), binary=False, render=render)
