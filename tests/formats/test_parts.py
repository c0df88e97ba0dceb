"""The parts of a map that formats keep or lose."""

from attrs import evolve
from hypothesis import given

from argmap.formats._parts import PARTS, kept, losses
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind, Statement

from ..strategies import maps


@given(m=maps())
def test_the_parts_are_all_that_a_map_says_beyond_its_texts(m):
    """Without its parts, a map holds ids and texts alone."""
    bare = ArgumentMap(statements=tuple(Statement(s.id, Kind.CLAIM, s.text) for s in m))
    assert evolve(kept(m, ()), audience=None) == bare


@given(m=maps())
def test_what_is_kept_is_not_lost(m):
    """A format that keeps all parts loses nothing, and changes nothing."""
    assert not list(losses(m, PARTS, "it", "any"))
    assert kept(m, PARTS) == m


@given(m=maps())
def test_what_is_lost_is_told(m):
    """A part is told as lost where taking it away changes a map, and only there."""
    for name, part in PARTS.items():
        told = list(losses(m, PARTS.keys() - {name}, "it", "any"))
        assert bool(told) == (part.without(m) != m)
