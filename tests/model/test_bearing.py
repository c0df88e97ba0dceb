"""What relations bear on in the end."""

from __future__ import annotations

from argmap.model.bearing import bearings, borne_on, ends, owners
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement


def made(*relations, citations=()):
    """Return a map of the statements a to e."""
    statements = [
        Statement(name, Kind.CLAIM, f"{name}.", citations=citations if name == "a" else ()) for name in "abcde"
    ]
    return ArgumentMap(statements=tuple(statements), relations=relations)


def step(name, premise, target):
    """Return a support."""
    return Relation(name, RelationKind.SUPPORT, (premise,), target)


def cut(name, premise, target):
    """Return an undercut."""
    return Relation(name, RelationKind.UNDERCUT, (premise,), target)


def test_an_undercut_comes_down_to_the_step_that_is_cut():
    """However many undercuts cut each other, and wherever they stand, it is the step at their end."""
    m = made(cut("third", "e", "second"), cut("second", "d", "first"), cut("first", "c", "why"), step("why", "b", "a"))
    assert list(ends(m)) == [("a", "b")] * 4
    assert set(borne_on(m).values()) == {"a"}


def test_an_undercut_of_a_citation_comes_down_to_who_cites():
    """A citation belongs to its statement, and so does what cuts it."""
    m = made(cut("no", "b", "a@x"), citations=(Citation("a@x", "x"),))
    assert list(ends(m)) == [("a",)]
    assert owners(m) == {name: name for name in "abcde"} | {"a@x": "a", "no": "a"}


def test_what_cuts_nothing_has_no_end():
    """Undercuts that go round, or name what is not there, bear on nothing; what leads to them neither."""
    m = made(cut("one", "a", "two"), cut("two", "b", "one"), cut("tail", "c", "one"), cut("lost", "d", "nowhere"))
    assert list(ends(m)) == [()] * 4
    assert bearings(m) == borne_on(m) == {}
    assert owners(m) == {name: name for name in "abcde"}
