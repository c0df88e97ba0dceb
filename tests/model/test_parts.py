"""Parts of a map."""

from __future__ import annotations

import sys

from argmap.model.document import ArgumentMap, Group
from argmap.model.parts import near, nesting, opened, top_sections
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement


def made(groups, homes, relations=()):
    """Return a map with a statement in each of some sections."""
    statements = (Statement(name, Kind.CLAIM, f"{name}.", group=home) for name, home in homes.items())
    return ArgumentMap(statements=tuple(statements), groups=groups, relations=relations)


def test_sections_stand_in_each_other_but_not_in_a_ring():
    """What stands in a ring of sections, or in none that is there, stands in none."""
    groups = (
        Group("in", "", "mid"),
        Group("mid", "", "out"),
        Group("out", "", "gone"),
        Group("x", "", "y"),
        Group("y", "", "x"),
    )
    m = made(groups, {"a": "in", "b": "x", "c": "nowhere", "d": None})
    assert nesting(m) == {"out": None, "mid": "out", "in": "mid", "x": None, "y": None}
    assert top_sections(m) == {"a": "out", "b": "x", "c": None, "d": None}
    assert top_sections(m, {"out"}) == {"a": "mid", "b": "x", "c": None, "d": None}


def test_sections_that_hold_all_others_are_opened():
    """The outermost section is opened while what holds anything stands in one section more."""
    groups = (Group("all", ""), Group("inner", "", "all"), Group("left", "", "inner"), Group("right", "", "inner"))
    assert opened(made(groups, {"a": "left", "b": "right"})) == {"all", "inner"}
    assert opened(made(groups, {"a": "left"})) == {"all", "inner"}
    assert opened(made((*groups, Group("more", "")), {"a": "left", "b": "more"})) == set()


def test_what_is_not_in_the_map_brings_nothing_near():
    """Two statements that bear on what is not there have nothing to do with each other."""
    relations = [Relation(f"no-{name}", RelationKind.UNDERCUT, (name,), f"lost-{name}") for name in "ab"]
    relations += [Relation(f"for-{name}", RelationKind.SUPPORT, (name,), "gone") for name in "ab"]
    assert near(made((), {"a": None, "b": None}, tuple(relations)), "a", 9) == {"a"}


def test_near_ends_where_nothing_new_is_reached():
    """However far one asks to go, the search ends with the map."""
    relation = Relation("r", RelationKind.SUPPORT, ("a",), "b")
    assert near(made((), {"a": None, "b": None, "c": None}, (relation,)), "a", sys.maxsize) == {"a", "b"}
