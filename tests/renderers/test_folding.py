"""Arguments and sections as one card each."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap, Group
from argmap.model.look import Fold, Label, Look
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.renderers._diagram.diagram import diagram
from argmap.renderers._folding import fold
from argmap.text import LineIndex

from ..strategies import examples


def make(*relations, groups=(), homes=()):
    """Make a map of statements that bear single letters; relations are written ``id: kind ab c``."""
    homes = dict(homes)
    made = []
    for text in relations:
        name, rest = text.split(": ")
        kind, sources, target = rest.split()
        made.append(Relation(name, RelationKind(kind), tuple(sources), target))
    names = sorted({end for r in made for end in (*r.premises, r.target) if len(end) == 1} | set(homes))
    statements = tuple(Statement(n, Kind.CLAIM, f"{n}.", group=homes.get(n)) for n in names)
    return ArgumentMap(statements=statements, relations=tuple(made), groups=groups)


def edges(m, **look):
    """Return the relations that are drawn, written as in `make`."""
    drawn = fold(m, Look(**look)).map.relations
    return {f"{r.kind} {'+'.join(r.premises)} {r.target}" for r in drawn}


def hide(names):
    """Return a set of ids of one letter."""
    return frozenset(names)


def test_an_argument_whose_premises_are_not_drawn_is_a_card():
    """The card supports the conclusion, and the premises that are drawn support the card."""
    m = make("why: support pqr c")
    assert edges(m, hidden=hide("pr"), folds=(Fold(("why",)),)) == {"support q why", "support why c"}


def test_what_bears_on_a_hidden_premise_bears_on_its_argument():
    """An objection to a premise that is not drawn is led to the argument."""
    m = make("why: support pq c", "no: attack o p")
    assert "attack o why" in edges(m, hidden=hide("p"), folds=(Fold(("why",)),))


def test_a_hidden_conclusion_leads_on_to_the_argument_that_uses_it():
    """Of two arguments in a row, the first supports the second where the statement between them is not drawn."""
    m = make("one: support p q", "two: support qr c")
    assert edges(m, hidden=hide("pq"), folds=(Fold(("one",)), Fold(("two",)))) == {
        *("support one two", "support r two", "support two c"),
    }


def test_an_argument_of_several_steps_is_one_card():
    """What is passed on the way leads neither in nor out; where it is drawn, the card supports it."""
    m = make("a1: support pq x", "a2: support xr c", "no: attack o x")
    both = (Fold(("a1", "a2")),)
    assert edges(m, hidden=hide("px"), folds=both) == {
        *("support q a2", "support r a2", "support a2 c", "attack o a2"),
    }
    assert "support a2 x" in edges(m, hidden=hide("p"), folds=both)
    assert "support x a2" not in edges(m, hidden=hide("p"), folds=both)


def test_an_undercut_still_cuts_the_step():
    """The step keeps its id, so that what undercuts it does so on the way from the card."""
    m = make("why: support pq c", "cut: undercut u why", "back: undercut v cut")
    assert {"undercut u why", "undercut v cut"} <= edges(m, hidden=hide("p"), folds=(Fold(("why",)),))


def test_an_undercut_speaks_against_a_card_that_leads_nowhere():
    """Where neither the step nor its conclusion is drawn, the undercut is led to the card."""
    m = make("why: support pq c", "cut: undercut u why")
    assert edges(m, hidden=hide("pc"), folds=(Fold(("why",)),)) == {"support q why", "attack u why"}


def test_hidden_steps_take_their_undercuts_with_them():
    """What undercuts a step that is not drawn has nothing to cut."""
    assert edges(make("why: support p c", "cut: undercut u why"), hidden=frozenset({"why"})) == set()


GROUPS = (Group("in", "Inside"), Group("deep", "Deep inside", "in"), Group("out", "Outside"))


def test_a_closed_section_is_one_card():
    """Edges across its border lead to and from the card, alike ones are one, and those inside are not drawn."""
    m = make(
        *("1: support a b", "2: support a x", "3: support b x", "4: attack y a", "5: support ay x", "6: attack y b"),
        groups=GROUPS,
        homes={"a": "in", "b": "deep", "x": "out"},
    )
    folded = fold(m, Look(closed=frozenset({"in", "deep"})))
    assert edges(m, closed=frozenset({"in", "deep"})) == {
        *("support section:in x", "attack y section:in", "support section:in+y x"),
    }
    card = folded.map["section:in"]
    assert (card.title, card.text, card.group) == ("Inside", "", None)
    assert folded.stand_ins["section:in"].inside == ("a", "b")


def test_edges_arrive_in_the_order_of_the_sections(view):
    """What comes from a closed section arrives at its place among the other sections."""
    m = make("1: support o c", "2: support a c", groups=GROUPS[::-1], homes={"a": "in", "o": "out"})
    drawn = evolve(m, origin=Origin("x", "argdown", LineIndex(""), look=Look(closed=frozenset({"in"}))))
    source = diagram(view(drawn)).source
    assert '"n-section%3Ain" [' in source
    assert re.findall(r'\bid="(e-.)".* tailport="(p.):', source) == [("e-0", "p0"), ("e-1", "p1")]


def test_a_closed_section_stands_in_the_section_around_it():
    """The card stays in the outer section."""
    m = make(groups=GROUPS, homes={"a": "in", "b": "deep"})
    assert fold(m, Look(closed=frozenset({"deep"}))).map["section:deep"].group == "in"


def test_a_closed_section_may_hold_nothing_but_an_argument():
    """An argument whose premises all stand elsewhere is led into the card of its closed section."""
    m = make("why: support p c", groups=GROUPS, homes={"p": None})
    look = {"hidden": hide("c"), "folds": (Fold(("why",), "out"),), "closed": frozenset({"out"})}
    assert edges(m, **look) == {"support p section:out"}
    assert fold(m, Look(**look)).map["section:out"].title == "Outside"


def test_an_undercut_of_a_step_inside_speaks_against_the_section():
    """What happens in a closed section is not drawn, but that something outside strikes at it is."""
    m = make(*("1: support a b", "2: undercut u 1", "3: undercut a 1"), groups=GROUPS, homes={"a": "in", "b": "in"})
    assert edges(m, closed=frozenset({"in"})) == {"attack u section:in"}


def test_an_undercut_of_a_citation_inside_speaks_against_the_section():
    """A citation that is not drawn cannot be cut; the card it is part of can be spoken against."""
    m = make("1: undercut u cited", groups=GROUPS, homes={"a": "in"})
    cited = tuple(evolve(s, citations=(Citation("cited", "src"),)) if s.id == "a" else s for s in m)
    assert edges(evolve(m, statements=cited), closed=frozenset({"in"})) == {"attack u section:in"}
    assert edges(evolve(m, statements=cited), hidden=hide("x")) == {"undercut u cited"}


LETTERS = "abcdefg"
KINDS = st.sampled_from(["support", "attack", "contradiction"])
ENDS = st.sampled_from(LETTERS)


@st.composite
def maps(draw):
    """Draw a map, and what of it is hidden, folded and closed."""
    count = draw(st.integers(0, 6))
    texts = []
    for number in range(count):
        sources = "".join(dict.fromkeys(draw(st.lists(ENDS, min_size=1, max_size=3))))
        undercut = number and draw(st.booleans())
        kind, target = ("undercut", f"r{draw(st.integers(0, number - 1))}") if undercut else (draw(KINDS), draw(ENDS))
        texts.append(f"r{number}: {kind} {sources} {target}")
    homes = {letter: draw(st.sampled_from([None, "in", "deep", "out"])) for letter in LETTERS}
    m = make(*texts, groups=GROUPS, homes=homes)
    hidden = draw(st.frozensets(ENDS, max_size=4))
    steps = [r for r in m.relations if r.kind is RelationKind.SUPPORT and draw(st.booleans())]
    folds = tuple(Fold((r.id,), homes[r.target]) for r in steps)
    return m, Look(hidden=hidden, folds=folds, closed=draw(st.frozensets(st.sampled_from(["in", "deep", "out"]))))


@examples(150, deadline=None)
@given(maps())
def test_nothing_hangs_in_the_air(drawn):
    """Whatever is hidden, folded and closed, every relation that is drawn joins cards that are, and each only once."""
    m, look = drawn
    folded = fold(m, look).map
    cards = {s.id for s in folded}
    relations = {r.id: r for r in folded.relations}
    assert len(cards) == len(folded)
    assert len(relations) == len(folded.relations)
    assert cards.isdisjoint(look.hidden)
    shown = [s.id for s in m if s.id not in look.hidden]
    known = [name for one in fold(m, look).stand_ins.values() for name in one.inside]
    assert all(name in cards or name in known for name in shown)
    for relation in folded.relations:
        assert set(relation.premises) & cards
        assert relation.target in (relations if relation.kind is RelationKind.UNDERCUT else cards)


def test_what_is_attacked_inside_is_not_told(view):
    """An attack on a card that stands for others is neither on a conclusion nor on a premise."""
    m = make("1: support b a", "2: attack x a", groups=GROUPS, homes={"a": "in", "b": "in"})
    drawn = evolve(m, origin=Origin("x", "argdown", LineIndex(""), look=Look(closed=frozenset({"in"}))))
    source = diagram(view(drawn)).source
    assert "<B>attacks</B>" in source
    assert "undermines" not in source
    assert "speaks against" in source


@examples(50, deadline=None)
@given(maps())
def test_nothing_asked_for_changes_nothing(drawn):
    """Where nothing is hidden, folded or closed, the map stays as it is."""
    m, _ = drawn
    assert fold(m, Look()).map == m


def test_an_argument_with_bare_premises_looks_bare(view):
    """A card that stands for premises with nothing behind them says how many, and has the outline of what is bare."""
    m = make("why: support pq c")
    drawn = evolve(m, origin=Origin("x", "argdown", LineIndex(""), look=Look(hide("p"), (Fold(("why",)),))))
    source = diagram(view(drawn)).source
    card = source[source.index('"n-why" [') :]
    assert "1 statement not drawn" in card
    assert "dashed" in card[: card.index("\n\t")]


def test_a_titled_argument_names_its_step(view):
    """Where an argument's steps are drawn, its title stands on them, with the scheme behind it."""
    m = make("why: support pq c")
    titled = evolve(m, relations=(evolve(m.relations[0], title="By law", scheme="modus-ponens"),))
    titled = evolve(titled, origin=Origin("x", "argdown", LineIndex(""), look=Look(labels={"why": Label.BOTH})))
    source = diagram(view(titled)).source
    assert "(modus" in source[source.index("By law") :]
    assert "an argument: its premises only hold together" in source


def thin(view, m, cited, look):
    """Return the ends of the edges that are drawn as spent, where some statements have a source."""
    cite = {name: (Citation(f"{name}@s", "s"),) for name in cited}
    statements = tuple(evolve(s, citations=cite.get(s.id, ())) for s in m)
    drawn = evolve(m, statements=statements, origin=Origin("x", "argdown", LineIndex(""), look=look))
    return set(re.findall(r'"n-(.+?)" -> "?([ns]-[^" ]+)"? \[.*penwidth=0.9', diagram(view(drawn)).source))


@pytest.mark.parametrize(("cited", "spent"), [("", True), ("a", False), ("d", False)])
def test_a_step_from_a_closed_section_is_spent_if_nothing_inside_stands(view, cited, spent):
    """It may stand for several steps, so that one statement inside is enough for it to hold."""
    m = make("1: support a c", "2: support d c", groups=GROUPS, homes={"a": "in", "d": "in", "c": None})
    assert bool(thin(view, m, cited, Look(closed=frozenset({"in"})))) is spent


def test_steps_to_and_from_the_card_of_an_argument_are_spent_with_its_premises(view):
    """What leads to it is spent if its start falls, and what leads on if any premise does, drawn or not."""
    m, look = make("why: support pq c"), Look(hidden=frozenset({"p"}), folds=(Fold(("why",)),))
    assert thin(view, m, "pq", look) == set()
    assert thin(view, m, "q", look) == {("c", "n-why")}
    assert thin(view, m, "p", look) == {("c", "n-why"), ("why", "n-q")}
