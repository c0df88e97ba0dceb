"""PDF: a picture for print, of one page as large as it needs, or of as many pages of a paper as it takes."""

from __future__ import annotations

import re

from argmap.renderers import Drawing, Page, Renderer, View

_DATE = re.compile(rb"(/(?:Creation|Mod)Date ?\(D:)\d{14}")


def render(view: View) -> Drawing:
    """Draw a view as PDF, without the hour of its making.

    Raises:
        RenderError: Graphviz is missing or fails.
        MissingExtraError: Pages are to be put together, and pypdfium2 is not installed.
        UnknownNameError: The options name a statement or a group that is not there.
    """
    from argmap.renderers._diagram.diagram import diagram
    from argmap.renderers._diagram.engine import lay_out
    from argmap.renderers._pages.drawing import merged_pages

    if view.options.page is not Page.ONE:
        return merged_pages(view, finished=_dateless)
    made = diagram(view)
    drawn = lay_out(made, "pdf", engine=view.options.engine)
    return Drawing(_dateless(drawn.data), made.warnings + drawn.warnings)


def _dateless(data: bytes) -> bytes:
    return _DATE.sub(rb"\g<1>19700101000000", data)


RENDERER = Renderer(render)
