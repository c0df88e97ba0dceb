"""Cutting a map before it is drawn."""

from __future__ import annotations

import pytest
from attrs import evolve

from argmap.errors import UnknownNameError
from argmap.model.document import Group
from argmap.model.statements import Kind
from argmap.renderers import DrawingOptions
from argmap.renderers._selection import select


def kept(m, **options):
    """Return the ids of what is left of a map, small cards aside."""
    return {s.id for s in select(m, DrawingOptions(**options)).own}


def test_without_options_the_map_is_whole(view):
    """Nothing asked for, nothing cut and nothing said."""
    m = view().analysis.map
    selection = select(m, DrawingOptions())
    assert selection.map is m
    assert selection.left_out == ()


def test_types_keep_their_kinds(view):
    """Only statements of the kinds that are named are left."""
    m = view().analysis.map
    assert kept(m, types=(Kind.CLAIM, Kind.RECOMMENDATION)) == {"bridge-is-safe", "open-it", "close-it"}


def test_a_group_brings_the_groups_inside_it(view):
    """A section is drawn with the sections that stand in it."""
    assert kept(view().analysis.map, groups=("north",)) == {"crack-seen", "crack-painted"}
    assert kept(view().analysis.map, groups=("load",)) == {"holds-load", "lorries"}
    m = view().analysis.map
    deeper = evolve(m, groups=(*m.groups, Group("shire", "Shire"), Group("river", "River", "shire")))
    nested = tuple(evolve(g, parent="river") if g.id == "north" else g for g in deeper.groups)
    assert kept(evolve(deeper, groups=nested), groups=("shire",)) == {"crack-seen", "crack-painted"}


def test_around_reaches_as_far_as_depth(view):
    """A neighbourhood grows by one relation a step, either way; an undercut is near to what it cuts."""
    m = view().analysis.map
    assert kept(m, around="crack-painted", depth=0) == {"crack-painted"}
    assert kept(m, around="crack-painted", depth=1) == {"crack-painted", "crack-seen"}
    assert kept(m, around="crack-painted", depth=2) == {
        *("crack-painted", "crack-seen", "bridge-is-safe", "photo-old"),
    }
    assert "bridge-is-safe" in kept(m, around="photo-old", depth=1)


def test_evidence_folds_into_what_it_supports(view):
    """Without evidence, a statement counts the pieces that support it."""
    selection = select(view().analysis.map, DrawingOptions(evidence=False))
    assert {s.kind for s in selection.map.statements}.isdisjoint({Kind.EVIDENCE})
    assert selection.folded == {"bridge-is-safe": 1}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"types": (Kind.CLAIM,)}, "9 left out (only of kind claim)"),
        ({"around": "c1", "depth": 1}, "8 left out (further than 1 step from C1)"),
        ({"evidence": False}, "2 pieces of evidence not drawn"),
    ],
)
def test_what_is_left_out_is_said(view, options, words):
    """Each cut tells how many statements it took, and why."""
    assert select(view().analysis.map, DrawingOptions(**options)).left_out == (words,)


def test_cuts_meet(view):
    """Several cuts leave what all of them leave."""
    assert kept(view().analysis.map, groups=("load",), types=(Kind.PREMISE,)) == {"holds-load"}


@pytest.mark.parametrize("options", [{"around": "crack-sen"}, {"groups": ("laod",)}])
def test_unknown_names_are_told(view, options):
    """A name that nothing bears raises, with the nearest that something does."""
    with pytest.raises(UnknownNameError, match="did you mean"):
        select(view().analysis.map, DrawingOptions(**options))


def test_a_step_keeps_its_number_of_premises(view):
    """A linked step whose premise is left out still tells that it had more."""
    selection = select(view().analysis.map, DrawingOptions(types=(Kind.CLAIM, Kind.PREMISE)))
    assert [r.premises for r in selection.map.relations if r.id == "by-load"] == [("holds-load", "lorries")]


def test_tags_keep_what_bears_one_of_them(view):
    """Only statements that bear a tag that is named are left; one that none bears is told with what there is."""
    m = view().analysis.map
    tagged = tuple(evolve(s, tags=("old",)) if s.id in ("photo-old", "crack-seen") else s for s in m.statements)
    m = evolve(m, statements=tagged)
    assert kept(m, tags=("old",)) == {"photo-old", "crack-seen"}
    with pytest.raises(UnknownNameError, match="unknown tag 'ol': did you mean 'old'"):
        select(m, DrawingOptions(tags=("ol",)))
