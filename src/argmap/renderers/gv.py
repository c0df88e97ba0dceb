"""Graphviz DOT under its other ending, ``.gv``."""

from __future__ import annotations

from argmap.renderers import Renderer
from argmap.renderers._source import render

RENDERER = Renderer(render)
