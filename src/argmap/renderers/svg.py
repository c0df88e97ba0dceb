"""SVG: a picture that scales, follows a dark screen, and speaks to screen readers and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.renderers import Drawing, Page, Renderer, Theme, View

if TYPE_CHECKING:
    from argmap.renderers._diagram.diagram import Diagram


def render(view: View) -> Drawing:
    """Draw a view as SVG, each page as a file; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._pages.drawing import drawn_pages

    if view.options.page is not Page.ONE:
        return drawn_pages(view, "svg", finished=lambda data, made: _written(data, made, view.options.theme))
    made = diagram(view)
    drawn = lay_out(made, "svg", engine=view.options.engine)
    return Drawing(_written(drawn.data, made, view.options.theme), made.warnings + drawn.warnings)


def _written(data: bytes, made: Diagram, theme: Theme) -> bytes:
    """Return the file of a picture."""
    from argmap.renderers._diagram.palette import DARK, LIGHT
    from argmap.renderers._diagram.tint import with_colours
    from argmap.renderers._finish import finish

    light, dark = with_colours(LIGHT, made.colours), with_colours(DARK, made.colours)
    style = _dark_style(light, dark) if theme is Theme.AUTO else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{finish(data, made, style)}\n'.encode()


def _dark_style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Write one rule per colour that turns the light picture dark on a dark screen."""
    rules = "".join(
        f'[fill="{light[role].lower()}"]{{fill:{dark[role].lower()}}}'
        f'[stroke="{light[role].lower()}"]{{stroke:{dark[role].lower()}}}'
        for role in light
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


RENDERER = Renderer(render)
