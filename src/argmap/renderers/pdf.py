"""PDF: a picture for print, of one page as large as it needs."""

from __future__ import annotations

from argmap.renderers._base import Drawing, Renderer, View


def render(view: View) -> Drawing:
    """Draw a view as PDF; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out

    made = diagram(view)
    return Drawing(lay_out(made.source, "pdf"), made.warnings)


RENDERER = Renderer(title="PDF page", suffixes=(".pdf",), binary=True, render=render)
