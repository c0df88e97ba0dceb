"""From a graph to a map."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from argmap.flaws import Flaws
from argmap.formats._rows import lists
from argmap.formats._rows.origin import with_origin
from argmap.formats._rows.reading import map_of
from argmap.formats.graphs._drawn.graph import Graph, tables
from argmap.formats.graphs._drawn.writing import GROUPS
from argmap.model.document import ArgumentMap, Group


def read_graph(graph: Graph, flaws: Flaws, file: str, form: str, columns: Mapping[str, str] | None) -> ArgumentMap:
    """Return the map that a graph is; its attributes are known by their names, as columns of a table are.

    Args:
        graph: The graph.
        flaws: Where flaws are noted.
        file: Its file.
        form: Name of its format.
        columns: The names of attributes by the fields that they are for, where a person says them.
    """
    headings = graph.said.pop(GROUPS, "")
    m = map_of(tables(graph, flaws), flaws, form, columns or {})
    groups = {group.id: group for group in (*_groups(headings), *m.groups)}
    return with_origin(evolve(m, groups=tuple(groups.values())), flaws, file, form)


def _groups(headings: str) -> list[Group]:
    parts = [[*lists.split(each, commas=False), "", ""] for each in lists.split(headings, commas=False)]
    return [Group(name, title or name, parent or None) for name, title, parent, *_ in parts if name]
