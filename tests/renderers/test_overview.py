"""Maps from afar: two levels, on which every statement is counted."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis import analyse
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap, Group
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.renderers import DrawingOptions, View, dot
from argmap.renderers._diagram.fates import Fate, fates
from argmap.renderers._folding import card_of
from argmap.renderers._overview import overview
from argmap.renderers._parts import MOST_PARTS, parts

from ..tangles import tangles


def make(*relations, homes="", kinds="", groups=()):
    """Make a map of statements that bear single letters.

    Args:
        relations: Written ``kind ab c``: what a and b together do to c.
        homes: Letters with the group of each, as ``a:in b:in``.
        kinds: Letters with the kind of each, where that is no claim.
        groups: The groups.
    """
    homes, kinds = (dict(pair.split(":") for pair in words.split()) for words in (homes, kinds))
    written = (text.split(maxsplit=2) for text in relations)
    made = [Relation.make(kind, tuple(tails), head) for kind, tails, head in written]
    names = sorted({end for r in made for end in (*r.premises, r.target) if len(end) == 1} | set(homes) | set(kinds))
    statements = (Statement(n, Kind(kinds.get(n, "claim")), f"{n}.", group=homes.get(n)) for n in names)
    return ArgumentMap(statements=tuple(statements), relations=tuple(made), groups=groups)


def large(count, sections=0):
    """Make a map of a root and many reasons for it, in sections or none."""
    groups = tuple(Group(f"g{n}", f"Section {n}") for n in range(sections))
    homes = [groups[n % sections].id if sections else None for n in range(count)]
    root = Statement("root", Kind.RECOMMENDATION, "Do it.")
    leaves = tuple(Statement(f"s{n}", Kind.EVIDENCE, "It is so.", group=home) for n, home in enumerate(homes))
    return ArgumentMap(
        statements=(root, *leaves),
        relations=tuple(Relation.make("support", [leaf.id], "root") for leaf in leaves),
        groups=groups,
    )


def drawn(m, **options):
    """Return the DOT of a map from afar."""
    return dot.render(View(analyse(m), (), DrawingOptions(overview=True, **options))).data.decode()


def lines(m):
    """Return the relations of a map from afar, written as in `make`."""
    return {f"{r.kind} {''.join(sorted(r.premises))} {r.target}" for r in overview(m, {}).map.relations}


SECTIONS = (Group("in", "Inside"), Group("deep", "Deep inside", "in"), Group("out", "Outside"))


def test_recommendations_stand_on_top():
    """Where there are recommendations they alone do, and their sections do not count; else the roots do."""
    assert parts(make("support b a", "support c d", kinds="a:recommendation", homes="a:in", groups=SECTIONS)).heads == (
        "a",
    )
    assert parts(make("support b a", "support c d")).heads == ("a", "d")
    assert parts(make("support b a", "support a b")).heads == ("a",)


def test_sections_are_the_parts():
    """What stands deep inside belongs to the outermost section, and what stands in none to what it bears on."""
    m = make("support b a", "support c b", "support d c", "support e a", homes="b:deep e:out", groups=SECTIONS)
    assert parts(m).inside == {"section:in": ["b", "c", "d"], "section:out": ["e"]}


def test_the_only_section_is_opened():
    """Where all stand in one section, those inside it are the parts."""
    groups = (Group("all", "All"), Group("x", "X", "all"), Group("y", "Y", "all"), Group("z", "Z", "x"))
    m = make("support b a", "support c a", "support d a", homes="a:all b:x c:y d:z", groups=groups)
    assert parts(m).inside == {"section:x": ["b", "d"], "section:y": ["c"]}


def test_branches_are_the_parts_of_a_map_without_sections():
    """Each direct reason is a card that stands for what leads to it."""
    m = make("support bc a", "support d b", "undercut e b + c -> a", "support f d", "attack g a")
    assert parts(m).inside == {"b": ["b", "d", "f"], "c": ["c"], "g": ["g"], "e": ["e"]}
    assert lines(m) == {"support bc a", "attack g a", "undercut e b + c -> a"}
    assert overview(m, {}).below["b"] == ("d", "f")
    assert overview(m, {}).below["a"] == ("b", "c", "e", "g", "d", "f")


def test_cards_count_what_is_below_by_kind_and_trouble():
    """A section counts what is inside; what is on top counts all that leads to it."""
    source = drawn(
        make(
            *("support b a", "support c b", "attack d a"),
            homes="b:in c:in d:out",
            kinds="a:recommendation c:evidence d:objection",
            groups=SECTIONS,
        )
    )
    claim, evidence, objection = (f"1\N{NO-BREAK SPACE}{kind}" for kind in ("claim", "evidence", "objection"))
    assert f">2 statements: {claim}, {evidence}<" in source
    assert f">3 below: {claim}, {evidence}, {objection}<" in source
    assert ">3\N{NO-BREAK SPACE}unsupported<" in source
    assert ">1 statement: 1\N{NO-BREAK SPACE}objection<" in source
    assert ">1\N{NO-BREAK SPACE}unsupported<" in source


def test_what_bears_on_nothing_on_top_has_one_line():
    """It leads to the card that it bears on most."""
    m = make(
        *("support b a", "support c b", "support c d", "support e d", "support d a", "support f d"),
        homes="b:in c:out d:top e:out f:out",
        groups=(*SECTIONS, Group("top", "Top")),
    )
    assert lines(m) == {"support section:in a", "support section:top a", "support section:out section:top"}


@pytest.mark.parametrize("sections", [0, 500])
def test_many_parts_are_one_card(sections):
    """Of very many parts the largest are drawn, and a last card counts all the others."""
    divided = parts(large(1000, sections))
    assert len(divided.inside) == MOST_PARTS
    assert sum(map(len, divided.inside.values())) == 1000
    assert divided.sections[-1].title == f"{(sections or 1000) - MOST_PARTS + 1} smaller parts"


def test_of_many_roots_the_largest_stand_on_top():
    """Those with the most below them do; the others are counted with the parts."""
    pairs = [f"support {chr(200 + n)} {chr(300 + n)}" for n in range(40)]
    divided = parts(make(*pairs, "support y z", "support x y"))
    assert len(divided.heads) == MOST_PARTS // 4
    assert "z" in divided.heads


def test_a_very_large_map_is_drawn_from_afar_unless_all_is_asked_for():
    """Above 3,000 cards an overview is drawn and said to be one; evidence that is not drawn does not count."""
    view = View(analyse(large(3000)))
    said = dot.render(view)
    assert said.data.count(b'class="evidence') < 100
    assert said.warnings == (
        "of 3,001 cards an overview is drawn: --all draws them all, and --around, --group or --type a part",
    )
    assert b">2,953 not drawn, but counted on the cards.<" in said.data
    everything = dot.render(evolve(view, options=DrawingOptions(whole=True)))
    assert everything.data.count(b'class="evidence') == 3000
    assert "--overview" in everything.warnings[0]
    assert b"+ 3000 pieces of evidence" in dot.render(evolve(view, options=DrawingOptions(evidence=False))).data


def test_no_section_is_taken_for_another():
    """The last card bears a name that no section has."""
    m = large(400, 100)
    m = evolve(m, groups=(*m.groups[:-1], Group("rest-0", "Rest")))
    assert len({group.id for group in parts(m).sections}) == len(parts(m).sections) == MOST_PARTS


def test_a_line_fares_as_the_best_that_it_stands_for():
    """Where no line through it stands, a line from a section comes to nothing; one that stands is enough."""
    m = make("support b a", "support c a", "attack d a", homes="b:in c:in d:out", groups=SECTIONS)
    m = evolve(m, statements=tuple(cite(s) if s.id in "cd" else s for s in m.statements))
    assert fates_of(m) == {"section:in": Fate.HOLDS, "section:out": Fate.HOLDS}
    assert fates_of(evolve(m, statements=tuple(evolve(s, citations=()) for s in m.statements))) == {
        "section:in": Fate.SPENT,
        "section:out": Fate.SPENT,
    }
    undercut = Relation.make("undercut", ("d",), m.relations[1].id)
    assert fates_of(evolve(m, relations=(*m.relations[:2], undercut)))["section:in"] is Fate.SPENT
    outweighed = evolve(m.relations[2], outweighed_by=(("c",),))
    assert fates_of(evolve(m, relations=(*m.relations[:2], outweighed)))["section:out"] is Fate.OUTWEIGHED


def cite(statement):
    """Give a statement a ground."""
    return evolve(statement, citations=(Citation(f"{statement.id}@s", "s"),))


def fates_of(m):
    """Return what becomes of the support or attack from each card of a map from afar."""
    seen = overview(m, {})
    become = fates(m, analyse(m).evaluation, str).drawn_as(seen.led)
    return {r.premises[0]: become.of_step(r) for r in seen.map.relations if r.kind is not RelationKind.UNDERCUT}


@given(m=tangles())
def test_every_statement_is_counted_once(m):
    """It stands on top, or on one card, or is in one; and every line is between two cards."""
    divided, seen = parts(m), overview(m, {})
    assert divided.cards.keys() == {s.id for s in m}
    inside = [name for names in divided.inside.values() for name in names]
    assert sorted([*inside, *divided.heads]) == sorted(divided.cards)
    cards = {s.id for s in seen.map}
    assert cards == set(divided.heads) | divided.inside.keys()
    assert {card_of(group.id) for group in divided.sections} == seen.stand_ins.keys()
    steps = [r for r in seen.map.relations if r.kind is not RelationKind.UNDERCUT and r not in m.relations]
    assert all({*r.premises, r.target} <= cards for r in steps)
    assert len({(r.kind, r.premises, r.target) for r in steps}) == len(steps)


@given(m=tangles(), data=st.data())
def test_an_overview_of_anything_is_drawn(m, data):
    """Whatever else is asked for, there is a picture."""
    source = drawn(m, whole=data.draw(st.booleans()), evidence=data.draw(st.booleans()))
    assert source.startswith("digraph")
