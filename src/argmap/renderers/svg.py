"""SVG: a picture that scales, follows a dark screen, and speaks to screen readers and scripts."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.renderers import Drawing, Renderer, Theme, View


def render(view: View) -> Drawing:
    """Draw a view as SVG; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._diagram.palette import DARK, LIGHT
    from argmap.renderers._diagram.tint import with_colours
    from argmap.renderers._finish import finish

    made = diagram(view)
    light, dark = with_colours(LIGHT, made.colours), with_colours(DARK, made.colours)
    style = _dark_style(light, dark) if view.options.theme is Theme.AUTO else ""
    drawn = lay_out(made, "svg", engine=view.options.engine)
    written = f'<?xml version="1.0" encoding="UTF-8"?>\n{finish(drawn.data, made, style)}\n'
    return Drawing(written.encode(), made.warnings + drawn.warnings)


def _dark_style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Write one rule per colour that turns the light picture dark on a dark screen."""
    rules = "".join(
        f'[fill="{light[role].lower()}"]{{fill:{dark[role].lower()}}}'
        f'[stroke="{light[role].lower()}"]{{stroke:{dark[role].lower()}}}'
        for role in light
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


RENDERER = Renderer(render)
