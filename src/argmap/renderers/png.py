"""PNG: a picture of pixels, twice as fine as a screen shows it."""

from __future__ import annotations

from argmap.renderers import Drawing, Renderer, View


def render(view: View) -> Drawing:
    """Draw a view as PNG; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out

    made = diagram(view)
    drawn = lay_out(made, "png", "-Gdpi=192", engine=view.options.engine)
    return Drawing(drawn.data, made.warnings + drawn.warnings)


RENDERER = Renderer(render)
