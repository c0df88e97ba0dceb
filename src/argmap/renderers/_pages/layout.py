"""Laying out the parts of pictures on pages, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from argmap.renderers import View
from argmap.renderers._diagram.diagram import Diagram
from argmap.renderers._diagram.engine import laid_out
from argmap.renderers._diagram.sheet import size
from argmap.renderers._pages.paper import Size

Graph = Mapping[str, Any]


@frozen
class Part:
    """A block of a picture, or the heading over it, as Graphviz has laid it out.

    Attributes:
        within: What stands for it in the DOT of a whole picture.
        graph: Its graph, laid out.
        made: The picture that it is a part of.
        section: Id of its section.
    """

    within: str
    graph: Graph
    made: Diagram
    section: str | None = None


class Layout:
    """Graphviz, which lays out a block once."""

    def __init__(self, view: View, format_: str) -> None:
        self.view, self.format = view, format_
        self.known: dict[str, Graph] = {}
        self.warnings: dict[str, None] = {}

    def __call__(self, sources: Sequence[str]) -> list[Graph]:
        """Return the graphs, laid out."""
        new = [source for source in dict.fromkeys(sources) if source not in self.known]
        if new:
            laid = laid_out(new, self.format, engine=self.view.options.engine)
            self.known |= zip(new, laid.graphs, strict=True)
            self.warnings |= dict.fromkeys(laid.warnings)
        return [self.known[source] for source in sources]

    def parts(self, made: Diagram) -> list[Part]:
        """Return the heading of a picture and its blocks, laid out."""
        heading = f'\theading [id="heading" label={made.heading} shape=plain style=solid]\n'
        sources = [f"{opened(made.frame)}{heading}}}\n", *(block.source for block in made.blocks)]
        graphs = self(sources)
        blocks = [Part(b.within, graph, made, b.section) for b, graph in zip(made.blocks, graphs[1:], strict=True)]
        return [Part(heading, graphs[0], made), *blocks]


def sizes_of(parts: Sequence[Part]) -> list[Size]:
    """Return how wide and high parts are, in points."""
    return [size(part.graph) for part in parts]


def opened(frame: str) -> str:
    """Return a graph in DOT before its end, for more to be written into it."""
    return frame.rstrip().removesuffix("}")
