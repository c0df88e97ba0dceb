"""What is written as Argdown is read back as it was, and what cannot be is reported."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import argdown
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap, Group
from argmap.model.expectations import Expectation
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Intake, Reliability, Source, SourceKind
from argmap.model.statements import Kind, Statement

from ... import strategies
from ...strategies import examples

IDS = ["rain", "wet-street", "a", "b_2", "x.y", "eu-policy", "c-2", "größe"]
PIECES = [
    *"ab ÄΩ-'.,;:!?()[]{}<>@#*_/\\=|&~\"“”…1\u00a0\n",
    " ",
    " see ",
    "U.S.",
    ".~.",
    "@include(a.ad)",
    "//",
    "===",
    "[x]:",
    "  ",
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXTS = WORDS.map(lambda text: f"It {text} rains")
TITLES = (
    st.none() | st.sampled_from(["Rain", "EU policy", "A", "Untitled 3", "Größe [x]", "- a > b", "  a  b "]) | TEXTS
)
TAGS = st.lists(st.sampled_from(["x", "two words", "premise", "a-b", "#", "(c)"]), max_size=2, unique=True).map(tuple)
SELECTORS = st.none() | st.builds(Selector, TEXTS, st.none() | st.just(2))
VALUES = st.lists(st.sampled_from(["safety", "peace and quiet", "12", "a, b"]) | TEXTS, max_size=2).map(
    lambda values: [tuple(values)]
)
PASSAGES = st.builds(Passage, st.sampled_from(["memo", "brief"]), SELECTORS, st.none() | st.just("p. 3"))


def citations(owner, passages):
    """Make citations of a statement, most with the usual ids, and now and then all its passages among them."""

    def made(parts):
        counts: dict[str, int] = {}
        found = []
        for source, selector, locator, stance, fair, own in parts:
            counts[source] = counts.get(source, 0) + 1
            usual = f"{owner}@{source}" + (f" #{counts[source]}" if counts[source] > 1 else "")
            identity = f"{owner}-own-{len(found)}" if own else usual
            found.append(Citation(identity, source, selector, locator, stance, fair=fair))
        return tuple(found)

    same = [(p.source, p.selector, p.locator, Stance.SUPPORTS, False, False) for p in passages]
    part = st.tuples(
        st.sampled_from(["memo", "brief"]),
        SELECTORS,
        st.none(),
        st.sampled_from(Stance),
        st.booleans(),
        st.booleans(),
    )
    others = st.lists(part, max_size=2)
    return st.tuples(others, st.sampled_from([[], same]), others).map(
        lambda lists: made([part for each in lists for part in each])
    )


@st.composite
def statements(draw, groups):
    """Make statements with ids of their own."""
    made = []
    for name in draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=5, unique=True)):
        plain = draw(st.booleans())
        passages = () if plain else tuple(draw(st.lists(PASSAGES, max_size=2)))
        made.append(
            Statement(
                name,
                draw(st.sampled_from(Kind)),
                draw(TEXTS | st.just("")) if not plain else "It rained.",
                None if plain else draw(TITLES),
                draw(st.sampled_from([None, *groups])),
                passages,
                () if plain else draw(citations(name, passages)),
                None if plain else draw(st.none() | TEXTS),
                () if plain else draw(TAGS),
                not plain and draw(st.booleans()),
            )
        )
    return made


@st.composite
def relations(draw, names, cited):
    """Make relations of every kind, plain and not; undercuts of steps, of undercuts and of citations."""
    made: dict[str, Relation] = {}
    for _ in range(draw(st.integers(0, 7))):
        kind = draw(st.sampled_from(RelationKind))
        strikes = kind is RelationKind.UNDERCUT
        possible = [*cited, *(r.id for r in made.values())] if strikes else names
        if not possible:
            continue
        target = draw(st.sampled_from(possible))
        sources = tuple(draw(st.lists(st.sampled_from(names), min_size=1, max_size=draw(st.sampled_from([1, 1, 3])))))
        usual = relation_id(kind, sources, target)
        named = draw(st.sampled_from([False, False, True]))
        name = draw(st.sampled_from([usual, f"{usual} #2", f"step-{len(made)}", "My step"])) if named else usual
        made.setdefault(
            name,
            Relation(
                name,
                kind,
                sources,
                target,
                draw(st.sampled_from([None, "example", "A rule, another one", "x {y", "contrary"])) if named else None,
                draw(TITLES) if named else None,
                draw(st.none() | TEXTS) if named else None,
                *(draw(strategies.weights()) if kind is RelationKind.ATTACK else (None, ())),
                *(draw(VALUES) if kind in (RelationKind.SUPPORT, RelationKind.ATTACK) else ()),
            ),
        )
    return draw(st.permutations(list(made.values())))


@st.composite
def expectations(draw, names):
    """Expect something of a few statements, or of what is none."""
    expected = draw(st.lists(st.sampled_from([*names, "nobody"]), max_size=3, unique=True))
    words = st.sampled_from([("accepted",), ("rejected", "unsupported"), ("undecided",)])
    return tuple(Expectation(name, draw(words)) for name in expected)


@st.composite
def maps(draw):
    """Make maps of every kind of thing."""
    ids = draw(st.lists(st.sampled_from(["safety", "money", "g.3"]), max_size=3, unique=True))
    groups = tuple(
        Group(name, draw(st.sampled_from([name.title(), "Über # all"])), draw(st.sampled_from([None, *ids[:place]])))
        for place, name in enumerate(ids)
    )
    made = draw(statements(ids))
    intake = Intake("html 1", "0" * 64, 12, draw(st.sampled_from([None, 0, 14])), ("menus: 3, of 2 words",))
    source = Source(
        "memo", "A memo: 1", ("N. N.", "12"), "2024", kind=SourceKind.DATA, intake=intake, reliability=Reliability("B2")
    )
    return ArgumentMap(
        draw(st.sampled_from(["", "Rain, or not?", "a: b", "2024"])),
        draw(st.none() | st.just("It = === x")),
        draw(st.sampled_from([None, "brief"])),
        groups,
        tuple(made),
        tuple(draw(relations([s.id for s in made], [c.id for s in made for c in s.citations]))),
        draw(st.sampled_from([(), (source,)])),
        draw(expectations([s.id for s in made])),
        tuple(draw(st.lists(strategies.orders(), max_size=2, unique_by=lambda order: order.id))),
    )


def kept(m):
    """Write a map and read it, without errors; return both, and the map without what was reported as lost."""
    written = argdown.FORMAT.write(m)
    read = argdown.FORMAT.read(written.text, "map.argdown")
    assert [f for f in read.origin.findings if f.code in ("AM001", "AM002", "AM003", "AM004", "AM007", "AM012")] == []
    lost = {finding.node for finding in written.findings}
    return written, read, evolve(m, relations=tuple(r for r in m.relations if r.id not in lost))


@given(maps())
def test_round_trip(m):
    """A map whose relations all lead from its statements to what it has is read back equal; nothing is lost."""
    written, read, _ = kept(m)
    assert written.findings == ()
    assert read == m


@examples(60)
@given(strategies.maps())
def test_round_trip_of_any_map(m):
    """Any map is read back equal but for what is reported as lost: relations that lead from or to what is not there."""
    written, read, expected = kept(m)
    assert read == expected
    assert all("not written" in finding.message for finding in written.findings)


@pytest.mark.parametrize("parents", [("g", None), ("h", "g"), ("other", None), (None, "h")])
def test_sections_that_stand_in_themselves_or_in_nothing_are_kept(parents):
    """Sections in a ring, or in one that is not there, come back, though no heading can say so."""
    groups = (Group("g", "G", parents[0]), Group("h", "H", parents[1]))
    statements = tuple(Statement(name, Kind.CLAIM, "A.", group=group) for name, group in (("a", "g"), ("b", "h")))
    m = ArgumentMap(groups=groups, statements=statements)
    written, read, _ = kept(m)
    assert (written.findings, read.groups) == ((), groups)


@examples(40)
@given(maps())
def test_what_is_written_is_laid_out(m):
    """A written file is in the layout already."""
    written = argdown.FORMAT.write(m).text
    assert argdown.FORMAT.lay_out(written) == written
