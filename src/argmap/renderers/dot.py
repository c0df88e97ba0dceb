"""Graphviz DOT: the picture before it is laid out, for other programs or for a hand that wants to change it."""

from __future__ import annotations

from argmap.renderers import Renderer
from argmap.renderers._source import render

RENDERER = Renderer(render)
