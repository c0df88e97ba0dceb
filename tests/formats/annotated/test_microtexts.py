"""arg-microtexts: units become statements with the passages of their segments, arrows relations, and all comes back."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import maps
from tests.tangles import tangles

import argmap
from argmap.analysis import analyse
from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats import Sign
from argmap.formats._parts import kept
from argmap.formats._xml import decoded, forbidden
from argmap.formats.annotated import microtexts
from argmap.formats.annotated.microtexts.syntax import Graph, Item, parse, serialise
from argmap.model.relations import RelationKind
from argmap.model.statements import Voice

from ...strategies import examples

GRAPH = """<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="brief_1" topic_id="slow_streets" stance="pro">
  <edu id="e1"><![CDATA[Drive slowly,]]></edu>
  <edu id="e2"><![CDATA[for speeds fell]]></edu>
  <edu id="e3"><![CDATA[and fewer were hurt.]]></edu>
  <edu id="e4"><![CDATA[Some say trips become slower,]]></edu>
  <edu id="e5"><![CDATA[but nobody measured that.]]></edu>
  <edu id="e6"><![CDATA[Good morning.]]></edu>
  <edu id="e7" implicit="true"><![CDATA[Injuries are bad.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="pro"/>
  <edge id="c1" src="e1" trg="a1" type="seg"/>
  <edge id="c2" src="e2" trg="j1" type="seg"/>
  <edge id="c3" src="e3" trg="j1" type="seg"/>
  <edge id="c4" src="j1" trg="a2" type="seg"/>
  <edge id="c5" src="e4" trg="a3" type="seg"/>
  <edge id="c6" src="e5" trg="a4" type="seg"/>
  <edge id="c7" src="e7" trg="a5" type="seg"/>
  <edge id="c10" src="a2" trg="a1" type="exa"/>
  <edge id="c11" src="a5" trg="c10" type="add"/>
  <edge id="c12" src="a3" trg="a1" type="reb"/>
  <edge id="c13" src="a4" trg="c12" type="und"/>
  <edge id="c14" src="a5" trg="c13" type="und"/>
</arggraph>
"""


def read(text, file="brief.xml"):
    """Read a graph as a map."""
    return microtexts.read_bytes(text.encode(), file)


def messages(m):
    """Return what reading a map found, each with its line."""
    return [(finding.line, finding.message) for finding in m.origin.findings]


def test_a_graph_becomes_an_argument() -> None:
    """Arrows are supports, attacks and undercuts, also of undercuts; a further premise is linked."""
    m = read(GRAPH)
    assert m.title == "Slow streets"
    assert [(s.id, s.text, s.voice, s.implicit) for s in m] == [
        ("a1", "Drive slowly,", None, False),
        ("a2", "for speeds fell and fewer were hurt.", None, False),
        ("a3", "Some say trips become slower,", Voice.CONCEDED, False),
        ("a4", "but nobody measured that.", None, False),
        ("a5", "Injuries are bad.", None, True),
    ]
    assert [(r.id, r.kind, r.premises, r.target, r.scheme) for r in m.relations] == [
        ("c10", RelationKind.SUPPORT, ("a2", "a5"), "a1", "example"),
        ("c12", RelationKind.ATTACK, ("a3",), "a1", None),
        ("c13", RelationKind.UNDERCUT, ("a4",), "c12", None),
        ("c14", RelationKind.UNDERCUT, ("a5",), "c13", None),
    ]
    told = "the author's stance on the topic has no place in a map; it is kept for writing arg-microtexts again"
    assert messages(m) == [(1, told)]


def test_segments_are_the_text_of_the_source() -> None:
    """The segments make the text of the source, without the implicit ones, and each statement is found in it."""
    m = read(GRAPH)
    text = m.texts["brief-1"]
    assert text.startswith("Drive slowly, for speeds fell and fewer were hurt. Some say")
    assert text.endswith("Good morning.")
    resolutions = analyse(m).resolutions
    assert {r.outcome for r in resolutions.values()} == {"verified"}
    found = {text[place.start : place.end] for r in resolutions.values() for place in r.places}
    assert found == {
        *("Drive slowly", "for speeds fell and fewer were hurt"),
        *("Some say trips become slower", "but nobody measured that"),
    }
    assert not m["a5"].passages


def test_reading_and_writing_changes_nothing(tmp_path) -> None:
    """A graph is written as it was read, at once and through another format."""
    m = read(GRAPH)
    writing = microtexts.write(m)
    assert writing.text == GRAPH
    assert not writing.findings
    argmap.save(m, tmp_path / "brief.yaml")
    assert sorted(microtexts.write(argmap.load(tmp_path / "brief.yaml")).text.split("\n")) == sorted(GRAPH.split("\n"))


def changed(m, **fields):
    """Return a map with one statement changed."""
    return evolve(m, statements=tuple(evolve(s, **fields) if s.id == "a3" else s for s in m))


def test_what_the_map_says_now_is_written() -> None:
    """A new wording, voice, statement or premise comes into the graph; all else stays as it was."""
    m = changed(read(GRAPH), text="Trips take longer.", voice=None)
    new = evolve(m["a1"], id="a9", text="Noise falls.", passages=())
    relations = (*m.relations, argmap.Relation.make("support", ["a9", "a4"], "a2"))
    writing = microtexts.write(evolve(m, statements=(*m.statements, new), relations=relations))
    before, after = set(GRAPH.split("\n")), set(writing.text.split("\n"))
    assert before - after == {
        '  <edu id="e4"><![CDATA[Some say trips become slower,]]></edu>',
        '  <adu id="a3" type="opp"/>',
    }
    assert {line.strip() for line in after - before} == {
        '<edu id="e4"><![CDATA[Trips take longer.]]></edu>',
        '<adu id="a3" type="pro"/>',
        '<edu id="e8"><![CDATA[Noise falls.]]></edu>',
        '<adu id="a9" type="pro"/>',
        '<edge id="c8" src="e8" trg="a9" type="seg"/>',
        *(line.strip() for line in after - before if 'type="sup"' in line or 'type="add"' in line),
    }
    again = read(writing.text)
    assert [r.premises for r in again.supports(on="a2")] == [("a9", "a4")]


def test_what_is_gone_is_not_written() -> None:
    """Without a statement, its segment and what hangs on it go too, and are told."""
    m = read(GRAPH)
    less = evolve(
        m,
        statements=tuple(s for s in m if s.id != "a3"),
        relations=tuple(r for r in m.relations if r.id == "c10"),
    )
    writing = microtexts.write(less)
    assert not {"e4", "a3", "c5", "c12", "c13"} & {item.id for item in parse(Flaws(writing.text)).items}
    assert [finding.message for finding in writing.findings] == [
        "an arrow or a segment of what the map no longer has is not written"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            'src="a3" trg="a1"',
            'src="a8" trg="a1"',
            25,
            "nothing is called 'a8', which this arrow names; it is not read",
        ),
        ('id="a4" type="pro"', 'id="a3" type="pro"', 14, "'a3' stands here again; it is not read"),
        ('id="a4" type="pro"', 'id="a4" type="neutral"', 14, "'neutral' is no type of <adu>: it is one of pro, opp"),
        (
            'trg="c12" type="und"',
            'trg="c12" type="sup"',
            26,
            "an arrow of type sup that points to an arrow has no place in a map",
        ),
        ('src="e5" trg="a4"', 'src="e5" trg="a3"', 14, "'a4' has no segment of the text"),
        ("<joint", "<remark/><joint", 10, "<remark> has no place in a map"),
        ("</arggraph>", "", 29, "the text ends too early: an element is not closed"),
    ],
)
def test_a_bad_graph_is_told_at_its_place(old, new, line, message) -> None:
    """What names nothing, stands twice, or is of no known type is told at its line, and the rest is read."""
    found = messages(read(GRAPH.replace(old, new, 1)))
    assert any(at == line and message in said for at, said in found), found


def test_a_support_of_an_arrow_is_no_support_of_its_target() -> None:
    """What supports an arrow has no place in a map; it is told, kept, and written again."""
    text = GRAPH.replace('trg="c13" type="und"', 'trg="c13" type="sup"')
    m = read(text)
    assert len(m.relations) == 3
    assert sorted(microtexts.write(m).text.split("\n")) == sorted(text.split("\n"))


def test_arrows_in_a_circle_are_read_over() -> None:
    """Undercuts of each other lead to no argument; they are told, and written again."""
    text = GRAPH.replace('trg="c12" type="und"', 'trg="c14" type="und"')
    m = read(text)
    assert [r.id for r in m.relations] == ["c10", "c12"]
    assert sorted(microtexts.write(m).text.split("\n")) == sorted(text.split("\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "utf-8-sig"])
def test_any_declared_encoding_is_read(encoding) -> None:
    """The encoding that a file declares, or that its first bytes tell, is the one that it is read in."""
    text = GRAPH.replace("UTF-8", encoding.removesuffix("-sig")).replace("slowly", "größer")
    assert microtexts.read_bytes(text.encode(encoding), "x.xml")["a1"].text == "Drive größer,"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html/>", "its outermost element is not <arggraph>"),
        (b"", "too early"),
        (b"PK\x03\x04", "zip archive"),
        (b"<?xml version='1.0' encoding='rot13'?><arggraph/>", "nobody knows the encoding"),
        (b"<?xml version='1.0'?><arggraph>\xff</arggraph>", "not in the encoding"),
        (b'<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><arggraph>&b;</arggraph>', "entities are declared"),
    ],
)
def test_what_is_no_graph_is_told_in_a_sentence(data, words) -> None:
    """Other XML, none, another encoding than declared, and entities that may grow are refused."""
    with pytest.raises(ConvertError, match=words):
        microtexts.read_bytes(data, "x.xml")


def test_a_document_type_is_let_pass() -> None:
    """A document type that is only named is not fetched, and harms nothing; an entity that it may declare is told."""
    text = GRAPH.replace("<arggraph", '<!DOCTYPE arggraph SYSTEM "arggraph.dtd">\n<arggraph', 1)
    assert len(read(text)) == 5
    found = messages(read(text.replace("<joint", "&nbsp;<joint", 1)))
    assert (11, "'&nbsp;' is declared nowhere here: write the character itself") in found


def test_deep_nesting_is_read() -> None:
    """A hundred thousand elements inside each other are read without recursion."""
    m = read("<arggraph>" + "<x>" * 100_000 + "</x>" * 100_000 + "</arggraph>")
    assert not len(m)


@pytest.mark.parametrize(
    ("data", "sign"),
    [
        (GRAPH.encode(), Sign.SURE),
        (GRAPH.encode("utf-16"), Sign.SURE),
        (b"<graphml/>", Sign.NONE),
    ],
)
def test_graphs_are_told_by_their_outermost_element(data, sign) -> None:
    """What has an arggraph is one."""
    assert microtexts.sniff(data) is sign


def essence(m):
    """Return what a graph holds of a map, with the relations by what they say instead of by their ids."""
    by_id = {r.id: r for r in reversed(m.relations)}
    said = {n: (str(r.kind), r.premises, "example" if r.scheme == "example" else None) for n, r in by_id.items()}
    known = {s.id for s in m}

    def whole(relation):
        """Return a relation with what it bears on; None where that is not there."""
        chain = []
        seen = set()
        while relation.id not in seen:
            seen.add(relation.id)
            kind, premises, scheme = said[relation.id]
            chain.append((kind, premises, scheme if kind == "support" else None))
            if not set(premises) <= known:
                return None
            if relation.target in known and kind != "undercut":
                return (*chain, relation.target)
            relation = by_id.get(relation.target)
            if relation is None or kind != "undercut":
                return None
        return None

    texts = {s.id: (s.text, s.implicit, s.voice is Voice.CONCEDED) for s in reversed(m.statements)}
    return texts, sorted(filter(None, map(whole, by_id.values())), key=repr)


@examples(200)
@given(maps() | tangles())
def test_statements_and_relations_come_back(m) -> None:
    """A map is written with a unit and a segment for each statement, and read again with the same argument."""
    m = evolve(kept(m, microtexts.KEEPS), annex={})
    m = evolve(m, statements=tuple(evolve(s, text=forbidden(s.text)) for s in m))
    there = read(microtexts.write(m).text)
    assert essence(there) == essence(m)
    assert not [f for f in there.origin.findings if f.code != "AM013"]


IDS = st.sampled_from(["x1", "x2", "x3", "x4", "x5", "ü 6", "7"])
ITEMS = st.one_of(
    st.builds(
        lambda name, text, more: Item("edu", {"id": name} | ({"implicit": "true"} if more else {}), text),
        IDS,
        st.sampled_from(["It is dry.", "rain & <wind>", "]]>", "Ha", "", "\r\nx"]),
        st.booleans(),
    ),
    st.builds(lambda name: Item("joint", {"id": name}), IDS),
    st.builds(lambda name, kind: Item("adu", {"id": name, "type": kind}), IDS, st.sampled_from(["pro", "opp"])),
    st.builds(
        lambda name, source, target, kind: Item("edge", {"id": name, "src": source, "trg": target, "type": kind}),
        st.sampled_from(["c1", "c2", "c3", "c 4"]),
        IDS,
        IDS | st.sampled_from(["c1", "c2", "c3"]),
        st.sampled_from(["seg", "seg", "seg", "sup", "exa", "add", "reb", "und", "odd"]),
    ),
)


def essentials(graph):
    """Return the items of a graph in no order, with line ends as XML has them."""
    return sorted((item.tag, *sorted(item.attributes.items()), item.text) for item in graph.items)


@examples(400)
@given(st.lists(ITEMS, max_size=14, unique_by=lambda item: item.id))
def test_any_graph_is_written_as_it_was_read(items) -> None:
    """Whatever arrows there are, sound or not, the same are written as were read."""
    text = serialise(Graph({"id": "g"}, tuple(items)))
    m = read(text)
    assert essentials(parse(Flaws(microtexts.write(m).text))) == essentials(parse(Flaws(text)))


@given(st.data())
def test_damaged_graphs_never_raise(data) -> None:
    """Cut and garbled graphs are read as far as they are graphs, with findings, and written."""
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(GRAPH)), st.integers(0, len(GRAPH)))))
    garbled = GRAPH[:start] + data.draw(st.text(st.characters(codec="utf-8"), max_size=5)) + GRAPH[end:]
    try:
        m = read(garbled)
    except ConvertError:
        return
    microtexts.write(m)
    assert decoded(garbled.encode()) == m.origin.lines.text


@example({"graph": {"º": ""}})
@given(
    st.dictionaries(
        st.sampled_from(["graph", "items", "texts", "ids"]),
        st.recursive(
            st.none() | st.text(max_size=3) | st.integers(),
            lambda each: st.lists(each) | st.dictionaries(st.text(max_size=3), each),
        ),
    )
)
def test_a_damaged_annex_never_raises(annex) -> None:
    """Whatever stands in the annex of a map, the map is written."""
    m = evolve(read(GRAPH), annex={"microtexts": json.dumps(annex)})
    assert len(parse(Flaws(microtexts.write(m).text)).each("adu")) == 5
