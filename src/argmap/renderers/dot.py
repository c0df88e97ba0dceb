"""Graphviz DOT: the picture before it is laid out, for other programs or for a hand that wants to change it."""

from __future__ import annotations

from argmap.renderers import Drawing, Renderer, View


def render(view: View) -> Drawing:
    """Draw a view as DOT; needs no program."""
    from argmap.renderers._diagram.diagram import diagram

    made = diagram(view)
    return Drawing(made.source.encode(), made.warnings)


RENDERER = Renderer(render)
