"""The authors and publishers behind sources."""

from __future__ import annotations

import pytest
from attrs import evolve

from argmap import analyse, loads
from argmap.errors import UnknownNameError
from argmap.model.sources import Source
from argmap.workflows.weak.origins import Origin, origins, sources_of

from ...evaluation.drawn import drawn

SOURCES = [
    Source("a", authors=("Ada  Lovelace", "Bo"), publisher="Press"),
    Source("b", authors=("ada lovelace",), publisher="PRESS"),
    Source("c", authors=("", " ")),
]


def test_authors_and_publishers_are_known_by_name_whatever_the_case() -> None:
    """Sources that share an author or a publisher fall together."""
    assert sources_of(Origin.AUTHOR, "ada LOVELACE", SOURCES) == {"a", "b"}
    assert sources_of(Origin.PUBLISHER, "Press", SOURCES) == {"a", "b"}
    with pytest.raises(UnknownNameError, match=r"unknown author 'Ada Lovelase': did you mean 'Ada  Lovelace'\?"):
        sources_of(Origin.AUTHOR, "Ada Lovelase", SOURCES)
    with pytest.raises(UnknownNameError, match="there are none"):
        sources_of(Origin.PUBLISHER, "Press", SOURCES[2:])


def test_origins_are_those_of_what_is_cited() -> None:
    """Each cited source is an origin, with a record or without, and so are the authors and publishers of these."""
    m = evolve(drawn("P: a, x \n Q: b, not c"), sources=tuple(SOURCES))
    assert origins(analyse(m)) == {
        ("source", "a"): ("a",),
        ("source", "x"): ("x",),
        ("source", "b"): ("b",),
        ("source", "c"): ("c",),
        ("publisher", "Press"): ("a", "b"),
        ("author", "Ada  Lovelace"): ("a", "b"),
        ("author", "Bo"): ("a",),
    }
    assert origins(analyse(loads("nodes: {}"))) == {}
