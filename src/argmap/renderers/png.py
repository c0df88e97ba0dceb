"""PNG: a picture of pixels, twice as fine as a screen shows it."""

from __future__ import annotations

from argmap.renderers import Drawing, Page, Renderer, View

_FINE = "-Gdpi=192"


def render(view: View) -> Drawing:
    """Draw a view as PNG, each page as a file; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._pages.drawing import drawn_pages

    if view.options.page is not Page.ONE:
        return drawn_pages(view, "png", _FINE)
    made = diagram(view)
    drawn = lay_out(made, "png", _FINE, engine=view.options.engine)
    return Drawing(drawn.data, made.warnings + drawn.warnings)


RENDERER = Renderer(render)
