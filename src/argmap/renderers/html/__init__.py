"""HTML: one self-contained page with the picture to move about in, and the argument as an outline that needs no script.

The page asks the network for nothing. Its content policy lets only its own style and script run, by their hashes; what
a map says is text everywhere in it. Without Graphviz, the page has all but the picture.
"""

from __future__ import annotations

from argmap.renderers import Drawing, Renderer, View


def render(view: View) -> Drawing:
    """Draw a view as a page; where there is no Graphviz, the page says so and the outline stands for the picture."""
    from argmap.renderers.html.facts import facts
    from argmap.renderers.html.page import page
    from argmap.renderers.html.picture import pictures

    drawn = pictures(view)
    return Drawing(page(view, facts(view, drawn), drawn), drawn.warnings)


RENDERER = Renderer(render)
