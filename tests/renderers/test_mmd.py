"""Mermaid flowcharts."""

from __future__ import annotations

import html
import json
import re

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.document import ArgumentMap, Group
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement
from argmap.renderers import dot, gv, mmd
from argmap.renderers.mmd import escaped


def drawn(view):
    """Return the flowchart of a view."""
    return mmd.render(view).data.decode()


def test_a_flowchart(view):
    """Kinds and standings are words, sections subgraphs, and each kind of relation a line of its own."""
    text = drawn(view())
    assert text.startswith('---\ntitle: "Is the bridge safe?"\n---\nflowchart RL\n')
    assert (
        'n0[["RECOMMENDATION, OPEN CHALLENGE, CONTESTED<br/>Open it<br/>Open the bridge again."]]:::recommendation'
        in text
    )
    assert '  subgraph g0["Load"]\n    n3("PREMISE, UNSUPPORTED<br/>It holds the load' in text
    assert 'subgraph g2["North pier #8250; The crack"]' in text
    assert "  n1 --> n0\n" in text
    assert re.search(r"  n3 -\.- s2\n  n4 -\.- s2\n  s2 -\.-> n1\n", text)
    assert re.search(r"  n5 -\.- s3\n  s3 -\.-x n1\n", text)
    assert "  n7 -.-x|undercuts| s3\n" in text
    assert "contradicts" in text
    assert re.search(r"  class n[\d,n]+ bare\n", text)


def test_what_is_not_shown_is_told(view):
    """Findings and citations have no place in a flowchart, which is said with their numbers."""
    assert mmd.render(view()).warnings == (
        "a Mermaid flowchart does not show 2 findings, 3 citations; argmap render -o x.svg does",
    )


def test_large_flowcharts_are_told(view):
    """Where a flowchart is larger than Mermaid draws by itself, it is said."""
    claims = tuple(Statement(f"c{n}", Kind.CLAIM, f"Claim {n} " + "is long " * 10) for n in range(600))
    steps = tuple(Relation.make("support", [f"c{n}"], "c0") for n in range(1, 600))
    said = " ".join(mmd.render(view(ArgumentMap(statements=claims, relations=steps))).warnings)
    assert "599 edges, and Mermaid draws 500 unless its maxEdges is raised" in said
    assert "maxTextSize" in said


@given(st.text())
def test_text_stays_text(text):
    """Nothing in a text is syntax of Mermaid, HTML or Markdown, and its characters are all there."""
    code = escaped(text)
    assert not re.search(r"[\"<>&`*_\[\]{}|\\%$/@^~=+]", re.sub(r"#\d+;", "", code))
    back = html.unescape(re.sub(r"#(\d+);", r"&#\1;", code))
    assert re.sub(r"\s|\u2060", "", back) == re.sub(r"\s|\u2060", "", mmd.clean(text)) or not text.isprintable()


def test_a_title_is_no_setting(view):
    """A title can set nothing up."""
    m = evolve(view().analysis.map, title='%%{init: {}}%% "x" <b>')
    line = drawn(view(m)).splitlines()[1]
    assert "%" not in line
    assert json.loads(line.removeprefix("title: ")) == m.title


def test_names_cannot_be_words_of_mermaid(view):
    """Ids and sections named as Mermaid's own words are drawn under other names."""
    m = ArgumentMap(groups=(Group("end", "end"),), statements=(Statement("end", Kind.CLAIM, "end", group="end"),))
    assert '  subgraph g0["End"]\n    n0["CLAIM, UNSUPPORTED<br/>end"]:::claim\n  end\n' in drawn(view(m))


def test_gv_is_dot(view):
    """``.gv`` is another ending of DOT."""
    assert gv.RENDERER == dot.RENDERER
