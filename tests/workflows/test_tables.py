"""Rows for data frames, and a graph for networkx."""

from __future__ import annotations

import sys

import pytest

import argmap
from argmap.errors import MissingExtraError
from argmap.workflows.tables import rows, to_networkx

MAP = """
sources: {s: {title: S}}
nodes:
  a:
    claim: A.
    because: [b + c, d]
    but: [{reason: e, unless: [d]}]
  b: {evidence: B., cite: [{id: c1, source: s, quote: it rained, at: p. 1}], tags: [x, y]}
  c: {premise: C., because: [d]}
  d: {assumption: D.}
  e: {objection: E.}
"""
PLAIN = (str, int, bool, type(None))


@pytest.fixture
def m(project) -> argmap.ArgumentMap:
    """Return the map above."""
    project({})
    return argmap.loads(MAP)


def test_rows_are_plain(m) -> None:
    """Rows hold texts, numbers, truth values, None and lists of texts, so that any data frame takes them."""
    citations = [citation for statement in m for citation in statement.citations]
    for items in (m, m.statements, m.relations, citations, argmap.check(m)):
        made = rows(items)
        assert made
        for row in made:
            for value in row.values():
                assert type(value) in PLAIN or (type(value) is list and all(type(word) is str for word in value))


def test_rows_of_statements(m) -> None:
    """A map stands for its statements."""
    row = rows(m)[1]
    assert (row["id"], row["kind"], row["text"], row["tags"]) == ("b", "evidence", "B.", ["x", "y"])


def test_rows_of_citations(m) -> None:
    """A citation's row has its statement, and the quote and number of its selector."""
    assert rows(m["b"].citations) == [
        {
            "id": "c1",
            "source": "s",
            "locator": "p. 1",
            "stance": "supports",
            "statement": "b",
            "fair": False,
            "weight": None,
            "quote": "it rained",
            "nth": None,
        }
    ]


def test_rows_of_findings(m) -> None:
    """A finding's row has its code, severity and place."""
    row = rows(argmap.check(m, select=["AM101"]))[0]
    assert (row["code"], row["severity"], row["line"], row["node"]) == ("AM101", "warning", 11, "e")


def test_rows_of_verdicts(m) -> None:
    """An evaluation has a row for each verdict, with its grade in words, and so have some of its verdicts."""
    evaluation = argmap.evaluate(m)
    made = rows(evaluation)
    assert made == rows(evaluation.values())
    assert [list(row) for row in made] == [
        ["id", "supported", "standing", "grade", "stands_on", "modifiers", "missing"]
    ] * len(made)
    assert {row["id"]: row["grade"] for row in made}["b"] == "unverified"


def test_a_graph_keeps_the_structure(m) -> None:
    """Single steps are edges; linked ones, and those that are undercut, are nodes between their ends."""
    graph = to_networkx(m)
    linked, struck = "b + c -> a", "e -| a"
    assert set(graph.edges()) == {
        ("b", linked),
        ("c", linked),
        (linked, "a"),
        ("d", "a"),
        ("d", "c"),
        ("e", struck),
        (struck, "a"),
        ("d", struck),
    }
    assert graph.nodes["a"]["kind"] == "claim"
    assert graph.nodes[linked]["kind"] == "step"
    assert graph.edges["d", struck, f"d -x {struck}"]["kind"] == "undercut"


def test_a_graph_keeps_weights(project) -> None:
    """How an attack weighs stands at its edge."""
    project({})
    attack = "{reason: b, force: weighs, outweighed-by: [c + d, c], values: v}"
    text = f"nodes: {{a: {{claim: A., but: [{attack}]}}, b: {{claim: B.}}}}"
    edge = to_networkx(argmap.loads(text)).edges["b", "a", "b -| a"]
    assert (edge["force"], edge["outweighed-by"], edge["values"]) == ("weighs", ["c + d", "c"], ["v"])


def test_a_graph_of_a_map_with_dangling_ids(project) -> None:
    """Relations to statements that do not exist are kept as they are written."""
    project({})
    graph = to_networkx(argmap.loads("nodes: {a: {claim: A., because: [gone]}}"))
    assert set(graph.edges()) == {("gone", "a")}


def test_without_networkx(m, monkeypatch) -> None:
    """Without networkx, one sentence says what to install."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError, match=r"a networkx graph needs networkx: pip install 'argmap\[data\]'"):
        to_networkx(m)
