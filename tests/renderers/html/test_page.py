"""The page as a file: what it holds, what it asks for, and what becomes of hostile text in it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape

import pytest
from attrs import evolve

import argmap
from argmap.analysis import analyse
from argmap.model.document import ArgumentMap, Group
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement
from argmap.renderers import View, dot
from argmap.renderers.html import render


def drawn(view):
    """Return the page of a view as text."""
    return render(view).data.decode()


def facts(page):
    """Return the data in a page."""
    return json.loads(re.search(r'<script type="application/json" id="facts">(.*?)</script>', page, re.DOTALL)[1])


def test_the_policy_lets_the_pages_own_style_and_script_run_alone(view):
    """The content policy names the hashes of the one style and the one script, and forbids all else."""
    page = drawn(view())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    for what, text in (("style-src", style), ("script-src", script)):
        assert f"{what} 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")


def test_the_page_names_no_other_file(view):
    """Nothing in the page asks for another file, and no element has a style or an event handler of its own."""
    page = drawn(view())
    outside = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.findall(r"<(?:link|img|iframe|object|embed|base|form)\b", outside)
    assert not re.findall(r"<[^>]*\s(?:style|on\w+|src)=", outside)


def test_critical_questions_are_told_with_the_step(view):
    """What answers a critical question, why one is left open, and which an undercut raises, is in data and outline."""
    m = argmap.loads(
        """
nodes:
  c:
    claim: C.
    because:
      - reason: a
        scheme: sign
        answers: {reliable: n}
        waives: {o: Nobody <knows>.}
        unless: [{reason: n, raises: o}]
  a: {assumption: A.}
  n: {assumption: Nothing <else>., title: Nothing <else>}
"""
    )
    page = drawn(View(analyse(m)))
    step, undercut = (relation["questions"] for relation in facts(page)["relations"])
    assert step == ["reliable: answered by “Nothing <else>”", "o: left open: “Nobody <knows>”"]
    assert undercut == ["raises the question o"]
    assert "; reliable: answered by “<bdi>Nothing &lt;else&gt;</bdi>”; o: left open: “<bdi>Nobody" in page


def test_the_same_view_gives_the_same_page(view):
    """A page depends on its view alone."""
    assert drawn(view()) == drawn(view())


def test_without_an_engine_the_page_has_all_but_the_picture(view, no_graphviz):
    """Where nothing can lay the picture out, the page says so, and the outline is there."""
    made = render(view())
    page = made.data.decode()
    assert "<svg" not in page
    assert "There is no picture here: drawing needs Graphviz" in page
    assert 'id="o-bridge-is-safe"' in page
    assert any("no picture" in warning for warning in made.warnings)


def test_the_outline_says_what_the_picture_says(view):
    """The outline has each statement once, with its standing, its sources and what bears on it."""
    page = drawn(view())
    outline = re.search(r'<section id="contents".*?</section>', page, re.DOTALL)[0]
    assert len(re.findall(r"<li ", outline)) == 10
    entry = re.search(r'<li id="o-bridge-is-safe".*?</li>', outline, re.DOTALL)[0]
    told = re.sub(r"<[^>]*>", "", entry)
    for words in (
        "Bridge is safe",
        "The bridge is safe to cross.",
        "Against it: Crack seen",
        "It holds the load together",
    ):
        assert words in told
    assert "with No lorry is heavier than 30 t. – cause to effect" in told


def test_statements_stand_in_reading_order(view):
    """A statement comes after what it bears on, one level deeper; what speaks for that comes first."""
    found = [(s["id"], s["depth"]) for s in facts(drawn(view()))["statements"]]
    start = found.index(("bridge-is-safe", 1))
    assert found[start - 1] == ("open-it", 0)
    assert found[start + 1 : start + 4] == [("c1", 2), ("holds-load", 2), ("lorries", 2)]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]> & \u2028"])
def test_hostile_text_stays_text(view, text):
    """Whatever a text says, it ends no element of the page and begins none."""
    base = view()
    m = base.analysis.map
    hostile = tuple(evolve(s, text=text, title=text, note=text, tags=(text,)) for s in m.statements)
    page = drawn(view(evolve(m, title=text, description=text, statements=hostile)))
    assert len(re.findall(r"<script", page)) == 4
    assert "<img" not in page
    assert facts(page)["statements"][0]["text"].split() == text.split()


def test_a_very_large_map_has_an_overview_and_a_brief_outline(view):
    """Of more than 3,000 cards a page has the overview alone, and says so; its data and its outline have all."""
    statements = tuple(Statement(f"s{n}", Kind.CLAIM, f"Claim {n}.", group=f"g{n % 30}") for n in range(3001))
    relations = tuple(Relation.make("support", [f"s{n}"], f"s{n // 30}") for n in range(30, 3001))
    groups = tuple(Group(f"g{n}", f"Part {n}") for n in range(30))
    made = render(view(ArgumentMap("Large", groups=groups, statements=statements, relations=relations)))
    page = made.data.decode()
    told = facts(page)
    assert told["overview"]
    assert told["cards"] == len(told["statements"]) == 3001
    assert len(told["within"]) + len(re.findall('id="v-n-s[0-9]', page)) >= 3001
    assert 'id="whole"' not in page
    assert "Of 3,001 statements, the outline has the texts" in page
    assert any("of 3,001 cards the page shows an overview" in warning for warning in made.warnings)


def test_that_a_large_map_is_hard_to_read_is_not_said_of_its_page(view):
    """A page of more than 300 cards begins with an overview, so nobody is told to draw a part instead."""
    statements = tuple(Statement(f"s{n}", Kind.CLAIM, f"Claim {n}.", group=f"g{n % 30}") for n in range(301))
    groups = tuple(Group(f"g{n}", f"Part {n}") for n in range(30))
    made = render(view(ArgumentMap("Large", groups=groups, statements=statements)))
    assert facts(made.data.decode())["overview"]
    assert b'id="whole"' in made.data
    assert not made.warnings


def test_a_map_that_was_not_read_whole_says_so():
    """Page and picture of a map with an error of form say that part may not have been read, and what to write."""
    view = View(analyse(argmap.loads("nodes\n  a: {claim: A., because: [b]}\n  b: {claim: 'B, <b>.'}\n")))
    told = "Part of this map may not have been read. Line 1: a ':' is missing after 'nodes': write nodes:"
    page = render(view).data.decode()
    assert f'<p id="unread" role="alert" dir="auto">{escape(told)}</p>' in page
    assert facts(page)["unread"] == told
    assert dot.render(view).data.decode().count("Part of this map may not have been read.") == 1
    assert 'id="unread"' not in render(View(analyse(argmap.loads("nodes: {a: {claim: A.}}")))).data.decode()


def test_the_page_tells_what_answers_and_outweighs_and_on_what_a_statement_stands():
    """An objection without evidence is answered besides, a cost outweighed; a line that fell lends no grade."""
    m = argmap.loads("""
about: brief
nodes:
  close:
    recommendation: Close it.
    because: [noise, danger]
    but: [shops, {reason: detour, outweighed-by: [danger]}]
  noise: {claim: It is loud., because: [{reason: measured, unless: [holiday]}]}
  measured: {evidence: 70 dB., cite: survey}
  holiday: {objection: It was a holiday., cite: survey}
  danger: {claim: It is dangerous., cite: brief}
  shops: {objection: Shops lose., but: [grew]}
  grew: {evidence: Sales grew., cite: survey}
  detour: {objection: Drivers go round., cite: brief}
""")
    known = facts(render(View(analyse(m))).data.decode())
    close = next(each for each in known["statements"] if each["id"] == "close")
    assert close["told"] == ["accepted", "contested", "own word"]
    assert (close["ground"], close["rests"]) == ("own word", "own word (unverified, but that line does not stand)")
    by = {relation["premises"][0]: relation for relation in known["relations"] if relation["on"] == "close"}
    assert (by["shops"]["fate"], by["shops"]["answers"]) == ("comes to nothing", ["“Sales grew”"])
    assert (by["detour"]["fate"], by["detour"]["weightier"]) == ("outweighed", ["danger"])
