"""GraphML and GEXF: nodes as statements, edges as relations, and nodes of their own for linked and cut ones."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.formats import _parts
from argmap.formats._xml import forbidden
from argmap.formats.graphs import gexf, graphml
from argmap.model.relations import RelationKind

from ...strategies import maps
from ..tables.test_csv import with_texts

FORMATS = pytest.mark.parametrize("form", [graphml, gexf], ids=["graphml", "gexf"])


def drawable(m):
    """Return a map without the relations that name what it does not have."""
    ids, steps = {s.id for s in m}, {r.id for r in m.relations}

    def is_lost(_, r):
        ends = steps if r.kind is RelationKind.UNDERCUT else ids
        return r.target not in ends or not ids.issuperset(r.premises)

    return _parts._relations("", "", is_lost).without(m)


@FORMATS
@given(m=maps())
def test_a_map_is_the_same_after_writing_and_reading(form, m) -> None:
    """All that graphs have attributes for is read again, ids included, but for what XML cannot hold."""
    before = with_texts(evolve(m, audience=None), forbidden)
    writing = form.write(before)
    assert form.read(writing.encoded, "t.xml") == _parts.kept(drawable(before), form.FORMAT.keeps)


@FORMATS
@given(st.data())
def test_a_damaged_graph_never_breaks_reading(form, data) -> None:
    """Whatever stands in a file, it is read, as far as it goes, or refused in a sentence."""
    whole = form.write(drawable(data.draw(maps()))).encoded
    start = data.draw(st.integers(0, len(whole)))
    new = whole[:start] + data.draw(st.binary(max_size=4)) + whole[start + data.draw(st.integers(0, 9)) :]
    with suppress(ConvertError):
        assert form.read(new, "t.xml").origin


def of_graphml(inside: str, edges: str = "directed"):
    """Read what stands in a graph of GraphML."""
    keys = "".join(
        f'<key id="{name}" for="all" attr.name="{name}" attr.type="string"/>'
        for name in ("text", "kind", "type", "label")
    )
    y = 'xmlns:y="http://www.yworks.com/xml/graphml"'
    text = (
        f'<graphml {y}>{keys}<key id="d0" for="node" yfiles.type="nodegraphics"/><graph edgedefault="{edges}">{inside}'
    )
    return graphml.read(f"{text}</graph></graphml>".encode(), "t.graphml")


def node(name: str, **said: str) -> str:
    """Write a node of GraphML."""
    return f'<node id="{name}">{"".join(f"<data key={key!r}>{text}</data>" for key, text in said.items())}</node>'


def edge(start: str, end: str, said: str = "", more: str = "") -> str:
    """Write an edge of GraphML."""
    data = f"<data key='type'>{said}</data>" if said else ""
    return f'<edge source="{start}" target="{end}" {more}>{data}</edge>'


def ids(m) -> str:
    """Return the ids of relations."""
    return " | ".join(relation.id for relation in m.relations)


AB = node("a", text="A.") + node("b", text="B.")
S = AB + node("s", kind="RA") + edge("a", "s") + edge("s", "b")


@pytest.mark.parametrize(
    ("inside", "relations"),
    [
        (edge("a", "b", "support"), "a -> b"),
        (edge("a", "b", "Angriff"), "a -| b"),
        (edge("a", "b"), "a -> b"),
        (node("c", text="C.") + node("s", kind="support") + edge("a", "s") + edge("c", "s") + edge("s", "b"), "s"),
        (node("s", kind="RA") + edge("a", "s") + edge("s", "b") + edge("b", "s", "attack"), "s | b -x s"),
        (node("s", kind="CA") + edge("a", "s") + edge("s", "b"), "s"),
        (
            node("s", kind="RA")
            + node("u", kind="CA")
            + edge("a", "s")
            + edge("s", "b")
            + edge("b", "u")
            + edge("u", "s"),
            "s | u",
        ),
        (node("c", kind="con", text="C.") + edge("a", "c", "con") + edge("c", "b", "con"), "a -| c | c -| b"),
    ],
)
def test_edges_and_nodes_are_relations(inside, relations) -> None:
    """An edge is a relation; a node of a relation's kind that edges go through is one, linked or cut."""
    assert ids(of_graphml(AB + inside)) == relations


def test_an_attack_on_a_relation_is_an_undercut() -> None:
    """What goes to the node of a relation cuts that relation, and never its conclusion."""
    m = of_graphml(AB + node("s", kind="RA") + edge("a", "s") + edge("s", "b") + edge("b", "s", "attack"))
    assert [(r.kind, r.target) for r in m.relations] == [(RelationKind.SUPPORT, "b"), (RelationKind.UNDERCUT, "s")]


def test_labels_of_yed_are_texts() -> None:
    """The label that yEd draws in a node is its text, and that on an edge says what it does."""
    inside = "<y:Fill color='#FF0000'/><y:NodeLabel>It rained.</y:NodeLabel>"
    label = f"<data key='d0'><y:ShapeNode>{inside}</y:ShapeNode></data>"
    line = "<data key='d9'><y:PolyLineEdge><y:EdgeLabel>attacks</y:EdgeLabel></y:PolyLineEdge></data>"
    m = of_graphml(f"<node id='n0'>{label}</node><node id='n1'/><edge source='n1' target='n0'>{line}</edge>")
    assert (m["n0"].text, ids(m)) == ("It rained.", "n1 -| n0")
    assert "colours, lines and shapes say nothing of an argument" in [f.message for f in m.origin.findings]


def test_nodes_in_nodes_are_groups() -> None:
    """A node that holds a graph is a group of the statements in it."""
    m = of_graphml(f"<node id='g'><data key='label'>Costs</data><graph>{AB}</graph></node>{edge('a', 'b', 'support')}")
    assert [(s.id, s.group) for s in m] == [("a", "g"), ("b", "g")]
    assert (m.groups[0].id, m.groups[0].title) == ("g", "Costs")


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        (AB + edge("a", "x", "support"), "no node has the id 'x', so that this edge is not read"),
        (AB + node("a", text="C."), "the id 'a' stands twice: the second node is not read"),
        (node("a", text="A.") + node("b"), "'b' has no text: write it"),
        (node("a", text="A.", kind="poem"), "'poem' is no kind of statement"),
        (AB + edge("a", "b", "knows"), "'knows' is no kind of relation, so that it is not read"),
        (AB + edge("a", "b", "support", 'directed="false"'), "this edge has no direction, and is read from"),
        (AB + edge("a", "b", "support", 'sourceport="p"'), "ports of edges have no place in a map"),
        (AB + "<hyperedge/>", "hyperedges are not read"),
        (AB + edge("a", "b"), "no word says what a relation does: it is read as a support"),
        (S + edge("s", "a"), "this edge is not read: the relation"),
        (f"{S}{node('t', kind='RA')}{edge('a', 't')}{edge('t', 's')}", "this edge is not read: 't' supports"),
    ],
)  # fmt: skip
def test_slips_are_told(inside, message) -> None:
    """What is wrong, guessed or not read is a finding at its line and column."""
    m = of_graphml("\n" + inside)
    assert [f for f in m.origin.findings if f.message.startswith(message) and f.line == 2], m.origin.findings


@FORMATS
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<a/>", "does not begin with"),
        (b"PK\x03\x04", "no XML, but a zip archive"),
        (b'<?xml version="1.0" encoding="nonsense"?><graphml/>', "nobody knows the encoding"),
    ],
)
def test_what_is_no_graph_is_refused(form, data, words) -> None:
    """Another file is refused in a sentence."""
    with pytest.raises(ConvertError, match=words):
        form.read(data, "t.xml")


@pytest.mark.parametrize("word", ["because", "But", "unless", "weil"])
def test_a_word_that_may_be_read_either_way_draws_no_edge(word) -> None:
    """An edge from A to B that says "because" is read neither as a reason for B nor as one for A; that is an error."""
    text = (
        '<graphml><key id="l" for="edge" attr.name="label"/><graph edgedefault="directed"><node id="a"/><node id="b"/>'
    )
    text += f'<edge source="a" target="b"><data key="l">{word}</data></edge></graph></graphml>'
    m = graphml.read(text.encode(), "t.graphml")
    assert m.relations == ()
    assert any("does not say which of the two is the reason" in f.message for f in m.origin.findings)


def test_an_edge_of_yed_goes_where_its_arrow_points() -> None:
    """Where the one arrow of an edge is drawn at its source, the edge is read from its target, which is told."""
    text = '<graphml xmlns:y="urn:y"><graph edgedefault="directed"><node id="a"/><node id="b"/>'
    text += '<edge source="a" target="b"><data key="d"><y:PolyLineEdge><y:Arrows source="standard" target="none"/>'
    m = graphml.read(f"{text}</y:PolyLineEdge></data></edge></graph></graphml>".encode(), "t.graphml")
    assert ids(m) == "b -> a"
    assert any("is drawn at its source" in f.message for f in m.origin.findings)


def test_entities_are_refused_and_depth_is_no_matter() -> None:
    """A file that declares entities is not read beyond them; nodes may stand in nodes without end."""
    laughs = b'<!DOCTYPE graphml [<!ENTITY a "ha">]><graphml><graph><node id="a"/></graph></graphml>'
    with pytest.raises(ConvertError):
        graphml.read(laughs, "t.graphml")
    deep = "<graphml>" + "<graph><node id='a'>" * 50_000
    assert graphml.read(deep.encode(), "t.graphml").origin.findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_graphs_are_read_in_any_encoding(encoding) -> None:
    """The declaration of a file, or its byte order mark, says how it is encoded."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><gexf><graph defaultedgetype="directed"><nodes>'
    text += '<node id="a" label="Größe"/></nodes></graph></gexf>'
    assert gexf.read(text.encode(encoding), "t.gexf")["a"].text == "Größe"


def test_gephi_is_read() -> None:
    """Attributes have titles, the weight of an edge is its thickness, and nodes may name the one they stand in."""
    text = """<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"><graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="Kind"><default>premise</default></attribute></attributes>
    <attributes class="edge"><attribute id="0" title="Relation" type="string"/></attributes>
    <nodes><node id="1" label="A." pid="g"><viz:color r="1" g="2" b="3"/></node><node id="2" label="B.">
    <attvalues><attvalue for="0" value="claim"/></attvalues></node><node id="g" label="G"/></nodes>
    <edges><edge id="0" source="1" target="2" weight="3.0"><attvalues>
    <attvalue for="0" value="attacks"/></attvalues></edge></edges></graph></gexf>"""
    m = gexf.read(text.encode(), "t.gexf")
    assert [(s.id, str(s.kind), s.group) for s in m] == [("1", "premise", "g"), ("2", "claim", None)]
    assert (ids(m), m.relations[0].weight) == ("1 -| 2", None)
    assert [f.line for f in m.origin.findings if "thickness" in f.message] == [6]


@pytest.mark.filterwarnings("ignore")
@given(m=maps())
def test_networkx_reads_what_is_written(m) -> None:
    """Other programs find a node for each statement, with its text, and each relation as an edge or a node."""
    networkx = pytest.importorskip("networkx")
    m = drawable(with_texts(m, lambda text: text if text.isprintable() else "x"))
    for form, read in ((graphml, networkx.read_graphml), (gexf, networkx.read_gexf)):
        graph = read(io.BytesIO(form.write(m).encoded))
        assert all(graph.nodes[s.id]["text"] == s.text for s in m)
