"""The DOT of a map: what is drawn, how it is put, and that it never breaks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis import analyse
from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap, Group
from argmap.model.parts import top_sections
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.project.documents import load, loads
from argmap.renderers import Arrangement, Direction, DrawingOptions, Theme, View, dot, svg
from argmap.renderers._diagram.markup import element_id
from argmap.renderers._diagram.steps import plan
from argmap.text import Span

from ..strategies import examples

XLINK = "{http://www.w3.org/1999/xlink}"
GOLDEN = Path(__file__).parent / "golden"


def drawn(view):
    """Return the DOT of a view."""
    return dot.render(view).data.decode()


def node(source, name):
    """Return the statement of DOT that draws a node, or nothing."""
    found = re.search(rf'^\s*"?{re.escape(name)}"? \[.*?\]$', source, re.MULTILINE)
    return found[0] if found else ""


def edges(source):
    """Return the edges of DOT by their ids, each from what speaks to what is spoken of, with all its attributes."""
    found, common = {}, ""
    for line in source.splitlines():
        if line.strip().startswith("edge ["):
            common = line
        elif edge := re.match(r'\s*"?([^"\s]+)"? -> "?([^"\s]+)"? \[(.*)\]$', line):
            name = re.search(r'\bid="?([^"\s]+)', edge[3])
            found[name[1] if name else ""] = (edge[2], edge[1], f"{edge[3]} {common}")
    return found


def test_golden(view):
    """The DOT of the bridge is the one that was looked at and found good.

    To look at it anew: write `dot.render(view()).data` over the file, draw it with ``dot -Tpng``, and look.
    """
    assert drawn(view()) == (GOLDEN / "bridge.dot").read_text(encoding="utf-8")


def test_same_map_same_bytes():
    """The hash seed of the process makes no difference."""
    program = (
        "from conftest import bridge, FINDINGS\n"
        "from argmap.renderers import dot\n"
        "from argmap.renderers import View\n"
        "from argmap.analysis import analyse\n"
        "print(dot.render(View(analyse(bridge()), FINDINGS)).data.decode())"
    )
    made = {
        subprocess.check_output(
            [sys.executable, "-c", program], cwd=Path(__file__).parent, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in ("0", "1", "2")
    }
    assert len(made) == 1


def test_each_statement_is_a_card(view):
    """Every statement has a node, told by kind, and a link to itself."""
    source = drawn(view())
    for statement in view().analysis.map.statements:
        card = node(source, f"n-{statement.id}")
        assert f">{'IMPLICIT ' if statement.implicit else ''}{statement.kind.value.upper()}<" in card
        assert f'URL="#n-{statement.id}"' in card


def test_standing_is_told_in_words_and_lines(view):
    """An unsupported statement is dashed and says so; one that is plainly accepted says nothing."""
    source = drawn(view())
    assert ">UNSUPPORTED<" in node(source, "n-crack-seen")
    assert "dashed" in node(source, "n-crack-seen")
    assert "UNSUPPORTED" not in node(source, "n-c1")
    assert "dashed" not in node(source, "n-c1")


def test_grave_findings_stand_on_the_card(view):
    """Errors and warnings are shown with code and name, also those about a step; notes are not."""
    source = drawn(view())
    assert "! AM104 missing linked premise" in node(source, "n-bridge-is-safe")
    assert "AM112" not in source


def test_sources_stand_on_the_card(view):
    """A citation shows title and place; one that speaks against the statement says so."""
    source = drawn(view())
    assert "» Report of the bridge inspector, p. 3" in node(source, "n-c1")
    assert "× photo, no. 7, contradicts this" in node(source, "n-bridge-is-safe")


def test_the_analysed_text_is_cited_by_its_phrases(view):
    """Where the source is the analysed text itself, its phrase says more than its title."""
    source = drawn(view(evolve(view().analysis.map, about="report")))
    assert "» “inspected in March”, p. 3" in node(source, "n-c1")


def test_a_phrase_too_long_for_its_card_is_cut_within_its_quotation_marks():
    """A reader sees where the quotation ends, also when it does not fit."""
    cite = "the bridge was inspected in March … and everybody found cracks"
    m = loads(f"about: brief\nnodes: {{seen: {{evidence: Cracks., cite: {cite}}}}}\nsources: {{brief: {{title: B}}}}\n")
    assert re.search(r"» “the bridge was inspected[^”<]*…”<", node(drawn(View(analyse(m), ())), "n-seen"))


WORDS = """
title: A
about: brief
nodes:
  lower-it: {recommendation: Lower it., because: [speeds-fell], but: [unknown-costs]}
  speeds-fell: {claim: Speeds fell., cite: brief "speeds fell", because: [hoped]}
  hoped: {claim: It was hoped.}
  unknown-costs: {objection: Costs.}
  cut-short: {evidence: All cars slowed., cite: [survey "cars slowed" p. 4]}
sources:
  brief: {title: Brief}
  survey: {title: Survey, text: survey.txt}
"""


def test_whose_word_it_is_stands_on_the_card_and_in_the_legend(project, monkeypatch):
    """What rests on the author's word says so, beside other words or at the foot; a disputed source is in warning."""
    project({"a.yaml": WORDS, "survey.txt": "Cars slowed, but only on wide streets."})
    whole = Span(0, 10)
    dispute = Dispute(Misuse.CONDITION, whole, whole, whole)
    monkeypatch.setattr("argmap.analysis.disputes", lambda *_: (dispute,))
    source = drawn(View(analyse(load("a.yaml")), ()))
    assert ">OWN WORD<" in node(source, "n-speeds-fell")
    assert ">OPEN CHALLENGE<" in node(source, "n-lower-it")
    assert ">on the author's own word<" in node(source, "n-lower-it")
    assert '"#855600">» Survey, p. 4, disputed<' in node(source, "n-cut-short")
    assert ">\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}DISPUTED<" in node(source, "n-cut-short")
    assert "dashed" in node(source, "n-cut-short")
    assert ">rests on the author's word alone<" in source
    assert ">rests on a disputed quotation<" in source
    assert "2 on the author" in source


def test_nothing_is_said_of_grades_where_others_bear_a_statement_out(view):
    """A map whose citations are of other sources has no such word, and no entry in its legend."""
    assert "WORD<" not in drawn(view())
    assert "author" not in drawn(view())


def test_titles_stand_over_texts(view):
    """A title of its own, or an id that is made of words, is set over the text; another id is not shown."""
    source = drawn(view())
    assert "<B>It holds the load</B>" in node(source, "n-holds-load")
    assert "<B>Crack painted</B>" in node(source, "n-crack-painted")
    assert "<B>It was inspected in March.</B>" in node(source, "n-c1")


def test_every_arriving_edge_has_its_port(view):
    """No two edges arrive at one port, and each port is a cell of the card."""
    source = drawn(view())
    arriving = [
        (head, re.search(r'tailport="(p\d+):', attributes)[1])
        for _, head, attributes in edges(source).values()
        if head.startswith("n-") and "tailport" in attributes and "constraint=false" not in attributes
    ]
    assert len(arriving) == len(set(arriving)) >= 5
    assert all(f'PORT="{port}"' in node(source, head) for head, port in arriving)


def test_supports_arrive_before_attacks(view):
    """On a card, the ports of what supports come first."""
    ports = plan(view().analysis.map, {}, frozenset()).arrivals["n-bridge-is-safe"]
    assert ports == ("e-1", "e-2", "e-6", "e-3")


def test_linked_premises_meet_in_a_junction(view):
    """Premises that only work together come into one plate that names the scheme, and one edge leaves it."""
    source = drawn(view())
    assert "<B>cause to effect</B>" in node(source, "s-2")
    found = edges(source)
    assert [found[e][:2] for e in ("e-2-0", "e-2-1", "e-2")] == [
        ("n-holds-load", "s-2"),
        ("n-lorries", "s-2"),
        ("s-2", "n-bridge-is-safe"),
    ]


def test_attacks_say_what_they_do(view):
    """An attack on a conclusion rebuts it, one on a mere premise undermines it."""
    source = drawn(view())
    assert "<B>rebuts</B>" in node(source, "s-3")
    assert "<B>undermines</B>" in node(source, "s-4")


def test_undercuts_arrive_at_what_they_cut(view):
    """An undercut arrives at the junction of a step, or at the card that bears the citation."""
    found = edges(drawn(view()))
    assert found["e-5"][:2] == ("n-photo-old", "s-3")
    assert found["e-6"][:2] == ("n-c1", "n-bridge-is-safe")
    assert "style=dashed" in found["e-5"][2]
    assert "style=dashed" not in found["e-3"][2]


def test_contradictions_have_two_heads(view):
    """Statements that contradict each other are joined by one dashed edge with a head at either end."""
    tail, head, attributes = edges(drawn(view()))["e-7-0"]
    assert {tail, head} == {"n-open-it", "n-close-it"}
    assert "dir=both" in attributes
    assert "arrowhead=tee" in attributes
    assert "arrowtail=tee" in attributes


def test_sections_stand_inside_each_other(view):
    """A group is a cluster, inside the cluster of the group that it stands in; an empty one is not drawn."""
    bridge = view().analysis
    source = drawn(view(evolve(bridge.map, groups=(*bridge.map.groups, Group("none", "Empty")))))
    outer, inner = source.index('"cluster_g-north"'), source.index('"cluster_g-crack"')
    assert outer < inner < source.index('"n-crack-seen" [')
    assert "Empty" not in source


def test_heading_counts(view):
    """The heading gives title, description and counts."""
    source = drawn(view())
    assert "<B>Is the bridge safe?</B>" in source
    assert ">Invented example.<" in source
    assert re.search(r">10 statements, \d unsupported", source)


def test_heading_says_what_was_left_out(view):
    """A part is called a part."""
    source = drawn(view(types=(Kind.CLAIM,)))
    assert ">1 of 10 statements" in source
    assert "9 left out (only of kind claim)." in source


def test_legend_explains_only_what_occurs(view):
    """Signs that do not occur are not explained; without legend nothing is."""
    assert "undercuts the step" in drawn(view())
    assert "undercuts the step" not in drawn(view(types=(Kind.CLAIM,)))
    assert "only hold together" not in drawn(view(legend=False))


def test_what_supports_a_question_answers_it():
    """The arrow to a question says so, and the legend explains it as what occurs."""
    who = "who: {question: Who pays?, because: [town]}, town: {claim: The town pays., cite: s}"
    source = drawn(View(analyse(loads(f"nodes: {{{who}}}"))))
    assert "The town pays answers Who pays" in source
    assert ">answers a question<" in source
    assert ">supports" not in source
    source = drawn(View(analyse(loads(f"nodes: {{{who}, do: {{recommendation: Do it., because: [town]}}}}"))))
    assert ">supports or answers a question<" in source


WEIGHED = """
nodes:
  adopt: {recommendation: Adopt it., because: [calm], but: [{reason: slow, outweighed-by: calm}, costs]}
  calm: {claim: Streets get calmer., cite: s}
  slow: {objection: Trips get slower., cite: s}
  costs: {objection: It costs too much., cite: s}
sources: {s: S}
"""


def words_of(source, name):
    """Return the words on a node."""
    return " ".join(re.sub("<.*?>", " ", node(source, name).partition("> class=")[0].partition("label=<")[2]).split())


def test_an_outweighed_objection_is_drawn_so():
    """It is dotted and says so, in words too; another cost is to weigh, as is the card."""
    source = drawn(View(analyse(loads(WEIGHED))))
    assert words_of(source, "s-1") == "outweighed"
    assert "style=dotted" in edges(source)["e-1"][2]
    assert words_of(source, "s-2") == "to weigh"
    assert "dotted" not in edges(source)["e-2"][2]
    assert "Trips get slower weighs against Adopt it, but is outweighed by Streets get calmer" in source
    assert ">TO WEIGH<" in node(source, "n-adopt")
    assert "speaks against, but is outweighed" in source


def test_a_thin_line_leads_from_what_outweighs_to_the_cost():
    """It takes no part in the levels, and arrives at the side where it starts; the legend has its sign."""
    source = drawn(View(analyse(loads(WEIGHED))))
    start, end, attributes = edges(source)["o-1-0"]
    assert (start, end) == ("n-calm", "s-1")
    assert "label" not in attributes
    assert "tailport=w" in attributes
    assert "constraint=false" in attributes
    assert "arrowtail=odiamond" in attributes
    assert "outweighs, in the author's judgement" in source


def test_an_outweighed_cost_stands_next_to_the_reasons():
    """Its line crosses no other cost: it arrives after what supports, and before other costs."""
    cost = "{reason: slow, outweighed-by: calm}"
    m = loads(WEIGHED.replace(f"[{cost}, costs]", f"[costs, {cost}]"))
    found = edges(drawn(View(analyse(m))))
    ports = {edge: re.search(r'tailport="p(\d)', found[edge][2])[1] for edge in ("e-0", "e-1", "e-2")}
    assert (found["e-1"][0], found["e-2"][0], ports) == ("s-1", "s-2", {"e-0": "0", "e-2": "1", "e-1": "2"})


def test_reasons_that_only_outweigh_together_meet():
    """Linked reasons come into one plate that one line leaves; what nothing else gives a place stands beside them."""
    linked = "outweighed-by: calm + short}, costs]}\n  short: {claim: It is short., cite: s}"
    source = drawn(View(analyse(loads(WEIGHED.replace("outweighed-by: calm}, costs]}", linked)))))
    found = edges(source)
    assert [found[e][:2] for e in ("o-1-0-0", "o-1-0-1", "o-1-0")] == [
        *(("n-calm", "w-1-0"), ("n-short", "w-1-0"), ("w-1-0", "s-1")),
    ]
    assert words_of(source, "w-1-0") == "together outweigh"
    assert words_of(source, "s-1") == "outweighed"
    assert '"n-short"' not in source.partition("rank=source")[2]


def test_what_only_outweighs_has_its_place_by_that():
    """A statement to which nothing else gives a level stands one further from the root than the cost's junction."""
    alone = "outweighed-by: short}, costs]}\n  short: {claim: It is short., cite: s}"
    source = drawn(View(analyse(loads(WEIGHED.replace("outweighed-by: calm}, costs]}", alone)))))
    assert edges(source)["o-1-0"][:2] == ("n-short", "s-1")
    assert "constraint" not in edges(source)["o-1-0"][2]
    assert '"n-short"' not in source.partition("rank=source")[2]


def test_a_judgement_that_fell_is_drawn_as_revoked():
    """Where what outweighs does not stand, its line is dotted and grey, and the objection says so."""
    source = drawn(View(analyse(loads(WEIGHED.replace("calmer., cite: s", "calmer.")))))
    assert source.count("dotted") == 1
    assert words_of(source, "s-1") == "weighs against, no longer outweighed"
    assert "style=dotted" in edges(source)["o-1-0"][2]
    assert ">no longer outweighs<" in source


def test_a_judgement_that_fell_is_told_where_no_line_can_lead():
    """In another section, the cost names what outweighs it no longer; descriptions do so everywhere."""
    whole = loads(
        WEIGHED.replace("calm: {", "calm: {group: g, ").replace("calmer., cite: s", "calmer.") + "groups: {g: G}"
    )
    apart = drawn(View(analyse(whole), options=DrawingOptions(arrangement=Arrangement.APART)))
    assert words_of(apart, "s-1") == "weighs against, no longer outweighed by Streets get calmer"
    joined = drawn(View(analyse(whole), options=DrawingOptions(arrangement=Arrangement.JOINED)))
    assert words_of(joined, "s-1") == "weighs against, no longer outweighed"
    for source in (apart, joined):
        assert "Trips get slower weighs against Adopt it, no longer outweighed by Streets get calmer" in source


def test_all_judgements_that_fell_are_told():
    """Where several reasons outweigh a cost no longer, each is named."""
    both = "outweighed-by: [calm, short]}, costs]}\n  short: {claim: It is short.}"
    text = WEIGHED.replace("outweighed-by: calm}, costs]}", both).replace("calmer., cite: s", "calmer.")
    assert "no longer outweighed by Streets get calmer and It is short" in drawn(View(analyse(loads(text))))


def test_what_outweighs_and_is_not_drawn_here_is_named():
    """Where no line can lead, as from another section or from what is left out, the cost names its reason."""
    whole = loads(WEIGHED.replace("calm: {", "calm: {group: g, ") + "groups: {g: G}\n")
    apart = drawn(View(analyse(whole), options=DrawingOptions(arrangement=Arrangement.APART)))
    part = drawn(View(analyse(whole), options=DrawingOptions(types=(Kind.RECOMMENDATION, Kind.OBJECTION))))
    for source in (apart, part):
        assert words_of(source, "s-1") == "outweighed by Streets get calmer"
        assert "o-1-0" not in edges(source)


SPENT = """
nodes:
  adopt: {recommendation: Adopt it., because: [calm, hoped], but: [slow, {reason: unlawful, force: defeats}]}
  calm: {claim: Streets get calmer., cite: s}
  hoped: {claim: Children play.}
  slow: {objection: Trips get slower., because: [{reason: model, unless: [old-model]}]}
  model: {evidence: The model says so., cite: s}
  old-model: {objection: The model is old., cite: s}
  unlawful: {objection: It is unlawful., cite: s, but: [law-changed]}
  law-changed: {claim: The law has changed., cite: s}
sources: {s: S}
"""


def test_a_step_that_comes_to_nothing_looks_spent():
    """Steps from what falls, and those that are undercut, are thin and grey, for and against alike; others are not."""
    source = drawn(View(analyse(loads(SPENT))))
    thin = {edge for edge, (*_, look) in edges(source).items() if "penwidth=0.9" in look.partition("edge [")[0]}
    assert thin == {"e-1", "e-2", "e-2-0", "e-3", "e-3-0", "e-4", "e-4-0"}
    assert 'color="#86909D"' in node(source, "s-3")
    assert words_of(source, "s-2") == "weighs against"
    assert "It is unlawful rebuts Adopt it, but comes to nothing" in source
    assert "comes to nothing: its reason falls, or it is undercut" in source
    assert "comes to nothing" not in drawn(View(analyse(loads(WEIGHED))))


VALUED = """
orders: {parents: safety > time, drivers: [time > money, money > safety]}
nodes:
  adopt:
    recommendation: Adopt it.
    because: [{reason: safer, values: [safety, calm]}]
    but: [{reason: slow, values: time}]
  safer: {claim: Fewer are hurt., cite: s}
  slow: {objection: Trips get slower., cite: s}
sources: {s: S}
"""


def test_values_stand_on_the_steps_and_orders_in_a_box():
    """A step says which values it is for, and a box under which orders a recommendation is accepted, legend or not."""
    source = drawn(View(analyse(loads(VALUED)), options=DrawingOptions(legend=False)))
    assert words_of(source, "s-0") == "values: safety, calm"
    assert words_of(source, "s-1") == "to weigh value: time"
    for line in ("parents: safety &gt; time", "drivers: time &gt; money, money &gt; safety"):
        assert f">{line}<" in source
    assert "<B>Adopt it: accepted under some orders (parents); undecided under drivers</B>" in source
    assert "ORDERS OF VALUES" not in drawn(View(analyse(loads(WEIGHED))))


def test_of_many_recommendations_the_box_counts_the_rest():
    """Eight lines are enough."""
    many = "".join(f"  r{n}: {{recommendation: Do {n}., cite: s}}\n" for n in range(20))
    source = drawn(View(analyse(loads(f"orders: {{parents: safety > time}}\nnodes:\n{many}sources: {{s: S}}\n"))))
    assert source.count("accepted under every order") == 7
    assert "and 13 more recommendations: argmap evaluate has them" in source


def test_folded_evidence_is_counted_on_the_card(view):
    """Evidence that is not drawn is a number on what it supports."""
    assert "+ 1 piece of evidence" in node(drawn(view(evidence=False)), "n-bridge-is-safe")


def test_hidden_premises_are_owned_up_to(view):
    """A junction tells how many of its premises are not shown."""
    words = re.sub("<.*?>", " ", node(drawn(view(types=(Kind.CLAIM, Kind.PREMISE))), "s-2"))
    assert "cause to effect (1 not shown)" in " ".join(words.split())


@pytest.mark.parametrize(("cards", "warned"), [(300, False), (301, True)])
def test_very_large_pictures_are_warned_of(cards, warned):
    """Above 300 cards the caller is told how to draw less."""
    m = ArgumentMap(statements=tuple(Statement(f"s{n}", Kind.CLAIM, "A claim.") for n in range(cards)))
    assert bool(dot.render(View(analyse(m))).warnings) is warned


def test_large_maps_lie_in_sections():
    """In a large map a premise from another section is a reference, and its card tells where it is used."""
    groups = tuple(Group(g, f"Section {g}") for g in "ab")
    statements = tuple(Statement(f"s{n}", Kind.CLAIM, f"Claim {n}.", group="ab"[n % 2]) for n in range(42))
    relations = tuple(Relation.make("support", [f"s{n}"], "s0") for n in range(1, 42))
    source = drawn(View(analyse(ArgumentMap(groups=groups, statements=statements, relations=relations))))
    assert 'URL="#n-s1"' in node(source, "r-0-0")
    assert "← used in Section a" in node(source, "n-s1")
    assert "n-s1" not in {tail for tail, _, _ in edges(source).values()}
    joined = drawn(
        View(
            analyse(ArgumentMap(groups=groups, statements=statements, relations=relations)),
            options=DrawingOptions(arrangement=Arrangement.JOINED),
        )
    )
    assert edges(joined)["e-0"][:2] == ("n-s1", "n-s0")


def test_small_maps_hang_and_others_lie(view):
    """A small and narrow map has its root on top, any other on the left; what is asked for is done."""
    few = ArgumentMap(statements=(Statement("a", Kind.CLAIM, "A."),))
    assert "rankdir=TB" in drawn(View(analyse(few)))
    assert "rankdir=LR" in drawn(view())
    assert "rankdir=BT" in drawn(view(direction=Direction.TB))
    assert "rankdir=RL" in drawn(view(direction=Direction.LR))


def test_dark_pictures_are_dark(view):
    """The dark theme has the dark page, the others the light one."""
    assert 'bgcolor="#12161C"' in drawn(view(theme=Theme.DARK))
    assert 'bgcolor="#FFFFFF"' in drawn(view(theme=Theme.AUTO))


def test_rings_of_groups_hold_their_statements():
    """Groups that stand in each other in a ring are drawn all the same."""
    groups = (Group("a", "A", "b"), Group("b", "B", "a"))
    m = ArgumentMap(groups=groups, statements=(Statement("s", Kind.CLAIM, "S.", group="a"),))
    assert node(drawn(View(analyse(m))), "n-s")
    assert top_sections(m).keys() == {"s"}


TEXTS = st.text(max_size=40) | st.sampled_from(
    [
        "</svg>",
        "<script>alert(1)</script>",
        "\\N \\G \\\\",
        '"',
        "&amp; &#0;",
        "שלום עולם",
        "👩\u200d🔬 漢字",
        "]",
        "]]>",
        "\x00\x1b\ud800",
        "<b>",
        "%s {x}",
    ]
)
IDS = st.sampled_from(["a", "b", "c", "d:e", "<f>", 'g"', "h\\", "node"])


@st.composite
def maps(draw):
    """Make maps with any text, and relations that may lead anywhere, also in rings and to nowhere."""
    ids = draw(st.lists(IDS, min_size=1, max_size=6, unique=True))
    groups = tuple(Group(g, draw(TEXTS), draw(st.sampled_from([None, "x", "y"]))) for g in ("x", "y"))
    statements = tuple(
        Statement(
            i,
            draw(st.sampled_from(Kind)),
            draw(TEXTS),
            draw(st.none() | TEXTS),
            draw(st.sampled_from([None, "x", "y", "nowhere"])),
            citations=tuple(
                Citation(f"{i}@s", draw(TEXTS), None, draw(st.none() | TEXTS), draw(st.sampled_from(Stance)))
                for _ in range(draw(st.integers(0, 2)))
            ),
        )
        for i in ids
    )
    relations = tuple(
        Relation(
            f"r{n}",
            draw(st.sampled_from(RelationKind)),
            tuple(draw(st.lists(IDS, min_size=1, max_size=3))),
            draw(IDS | st.sampled_from(["r0", "r1", "r2", "a@s"])),
            draw(st.none() | TEXTS),
        )
        for n in range(draw(st.integers(0, 6)))
    )
    return ArgumentMap(draw(TEXTS), draw(st.none() | TEXTS), None, groups, statements, relations)


@examples(60)
@given(m=maps(), direction=st.sampled_from(Direction), arrangement=st.sampled_from(Arrangement))
def test_any_map_makes_a_whole_picture(engine, m, direction, arrangement):
    """Whatever texts and relations are, Graphviz accepts the graph, and every card is a link in well-formed SVG."""
    options = DrawingOptions(direction=direction, arrangement=arrangement, engine=engine)
    picture = svg.render(View(analyse(m), options=options))
    links = [element.get(f"{XLINK}href") for element in ET.fromstring(picture.data).iter()]
    assert {f"#{element_id('n', s.id)}" for s in m.statements} <= set(links)


def test_ids_are_the_same_in_a_part(view):
    """What is drawn of a part bears the ids that it bears in the whole, so that links keep."""
    whole, part = edges(drawn(view())), edges(drawn(view(groups=("crack",))))
    assert {"e-4-0", "e-4"} < part.keys() < whole.keys()
    assert all(part[edge][:2] == whole[edge][:2] for edge in part)


def test_sections_nested_deep_are_written_in_little_room():
    """Sections in sections are all drawn, each once, and their lines are not ever more tabs."""
    deep = "".join(f"  g{at}: {{in: g{at - 1}}}\n" for at in range(1, 200))
    source = drawn(View(analyse(loads(f"groups:\n  g0: {{}}\n{deep}nodes:\n  s: {{claim: A., group: g199}}\n"))))
    assert [source.count(f'subgraph "cluster_g-g{at}"') for at in range(200)] == [1] * 200
    assert "\t" * 30 not in source
    assert source.count("{") == source.count("}")


def test_an_undercut_arrives_from_where_it_starts():
    """It arrives before what it cuts where its reason is read before the premise of that step, else after it."""
    text = """nodes:
  safe: {claim: It is safe., because: [seen], but: [{reason: crack, unless: [UNLESS]}]}
  seen: {evidence: It was seen., cite: s}
  crack: {objection: It has a crack.}
  paint: {claim: It is paint., cite: s}
sources: {s: {title: S}}
"""
    ports = {
        name: edges(drawn(View(analyse(loads(text.replace("UNLESS", name))))))["e-2"][2] for name in ("seen", "paint")
    }
    assert "tailport=w" in ports["seen"]
    assert "tailport=e" in ports["paint"]


@pytest.mark.parametrize(("reasons", "direction", "is_told"), [(7, "BT", True), (4, "BT", False), (7, "RL", False)])
def test_a_ribbon_is_told(view, reasons, direction, is_told):
    """Where many more cards stand side by side than there are levels, a picture from top to bottom is told."""
    names = [f"r{place}" for place in range(reasons)]
    m = ArgumentMap(
        statements=tuple(Statement(name, Kind.CLAIM, "It is.") for name in ["top", *names]),
        relations=tuple(Relation.make("support", [name], "top") for name in names),
    )
    told = f"a ribbon, as up to {reasons} cards stand side by side: --direction rl suits this map better"
    assert dot.render(view(m, direction=Direction(direction))).warnings == ((told,) if is_told else ())


def test_roots_keep_their_order(view, engine):
    """Where reading begins in several places, these stand in the author's order, whatever bears on them."""
    names = [f"c{place}" for place in range(5)]
    reasons = ("c3", "c1", "c1", "c3", "c4")
    statements = [Statement(name, Kind.CLAIM, f"It is {name}.") for name in names]
    statements += [Statement(f"r{place}", Kind.CLAIM, "It is.") for place in range(len(reasons))]
    relations = tuple(Relation.make("support", [f"r{place}"], reason) for place, reason in enumerate(reasons))
    m = ArgumentMap(statements=tuple(statements), relations=relations)
    drawn = ET.fromstring(svg.render(view(m, direction=Direction.RL, engine=engine)).data)
    at = {text.text: float(text.get("y")) for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    places = [at[f"It is {name}."] for name in names]
    assert places == sorted(places)
