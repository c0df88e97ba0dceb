"""PDF: a picture for print, of one page as large as it needs."""

from __future__ import annotations

import re

from argmap.renderers import Drawing, Renderer, View

_DATE = re.compile(rb"(/CreationDate \(D:)\d{14}")


def render(view: View) -> Drawing:
    """Draw a view as PDF, without the hour of its making; raises `RenderError` when Graphviz is missing or fails."""
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out

    made = diagram(view)
    drawn = lay_out(made, "pdf", engine=view.options.engine)
    return Drawing(_DATE.sub(rb"\g<1>19700101000000", drawn.data), made.warnings + drawn.warnings)


RENDERER = Renderer(render)
