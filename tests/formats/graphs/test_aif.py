"""AIF in and out: what a node set says as a map, what is kept for writing it again, and what is told."""

from __future__ import annotations

import json
import re

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.errors import ConvertError
from argmap.formats import named
from argmap.formats._parts import kept
from argmap.formats.graphs import _aif, aif
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from ... import strategies, tangles

STREETS = """{"nodes": [
  {"nodeID": "1", "text": "Streets are safer at 30 km/h.", "type": "I", "timestamp": "2024-05-01 10:00:00"},
  {"nodeID": "2", "text": "Speeds fell in the pilot.", "type": "I"},
  {"nodeID": "3", "text": "The pilot was typical.", "type": "I"},
  {"nodeID": "4", "text": "The pilot ran in summer only.", "type": "I"},
  {"nodeID": "5", "text": "Example", "type": "RA", "scheme": "Example", "schemeID": "12"},
  {"nodeID": "6", "text": "Default Conflict", "type": "CA"},
  {"nodeID": "7", "text": "Ann: speeds fell", "type": "L"},
  {"nodeID": "8", "text": "Asserting", "type": "YA"}
],
"edges": [
  {"edgeID": "11", "fromID": "2", "toID": "5", "formEdgeID": null},
  {"edgeID": "12", "fromID": "3", "toID": "5", "formEdgeID": null},
  {"edgeID": "13", "fromID": "5", "toID": "1", "formEdgeID": null},
  {"edgeID": "14", "fromID": "4", "toID": "6", "formEdgeID": null},
  {"edgeID": "15", "fromID": "6", "toID": "5", "formEdgeID": null},
  {"edgeID": "16", "fromID": "7", "toID": "8", "formEdgeID": null},
  {"edgeID": "17", "fromID": "8", "toID": "2", "formEdgeID": null}
],
"locutions": [{"nodeID": "7", "personID": "1"}]}"""


def graph(nodes: str, edges: str) -> str:
    """Return a node set of nodes such as ``1I 2RA`` and edges such as ``1-2 2-3``."""
    made = [re.fullmatch(r"(\w+?)([A-Z]+)", node) for node in nodes.split()]
    return json.dumps(
        {
            "nodes": [{"nodeID": node[1], "text": f"Text {node[1]}.", "type": node[2]} for node in made if node],
            "edges": [dict(zip(("fromID", "toID"), edge.split("-"), strict=True)) for edge in edges.split()],
            "locutions": [],
        }
    )


def drawn(m: ArgumentMap) -> list[str]:
    """Return the relations of a map as their ids, signs and ends."""
    signs = {"support": "->", "attack": "-|", "undercut": "-x", "contradiction": "><"}
    return [f"{r.id}: {'+'.join(r.premises)} {signs[r.kind]} {r.target}" for r in m.relations]


def told(m: ArgumentMap) -> list[str]:
    """Return what reading found, with its place."""
    assert m.origin is not None
    return [f"{f.line}:{f.column} {f.name}: {f.message}" for f in m.origin.findings]


def again(text: str) -> dict:
    """Return what is written of a map that was read from a text."""
    found: dict = json.loads(aif.write(aif.read(text, "a.json")).text)
    return found


def test_an_inference_links_its_premises_and_a_conflict_with_it_undercuts() -> None:
    """Premises of one inference are one support; a conflict that leads to an inference undercuts that step."""
    m = aif.read(STREETS, "a.aif.json")
    assert drawn(m) == ["5: 2+3 -> 1", "6: 4 -x 5"]
    assert m["2"].text == "Speeds fell in the pilot."
    assert m.relations[0].scheme == "Example"
    assert m.relations[1].scheme is None


@pytest.mark.parametrize(
    ("nodes", "edges", "expected"),
    [
        ("1I 2I 3RA 4RA", "1-3 3-2 1-4 4-2", ["3: 1 -> 2", "4: 1 -> 2"]),
        ("1I 2I 3I 4RA", "1-4 4-2 4-3", ["4: 1 -> 2", "4 #2: 1 -> 3"]),
        ("1I 2I 3CA 4I 5CA", "1-3 3-2 4-5 5-3", ["3: 1 -| 2", "5: 4 -x 3"]),
        ("1I 2I 3CA 4I 5CA 6I 7CA", "6-7 7-5 4-5 5-3 1-3 3-2", ["3: 1 -| 2", "5: 4 -x 3", "7: 6 -x 5"]),
        ("1I 2I 3I 4RA 5CA", "1-4 4-2 4-3 1-5 5-4", ["4: 1 -> 2", "4 #2: 1 -> 3", "5: 1 -x 4", "5 #2: 1 -x 4 #2"]),
        ("1I 2I 3RA 4CA", "1-3 3-2 1-4 4-2 4-3", ["3: 1 -> 2", "4: 1 -| 2", "4 #2: 1 -x 3"]),
        ("1I 2I 3RA 4I 5RA", "1-3 3-2 4-5 5-3", ["3: 1 -> 2"]),
        ("1I 2I 3CA 4CA", "1-3 3-4 2-4 4-3", []),
        ("1I 2RA 3I 4RA", "1-2 4-3", []),
        ("1I 2I 3MA 4PA", "1-3 3-2 1-4 4-2", []),
        ("1I 2RA", "1-2 2-1 9-2", ["2: 1+9 -> 1"]),
    ],
)
def test_what_scheme_nodes_mean(nodes, edges, expected) -> None:
    """Only what leads from statements to a statement, or against a step that does, is a relation."""
    assert drawn(aif.read(graph(nodes, edges), "")) == expected


def test_what_has_no_place_in_a_map_is_told_once_for_each_kind_of_thing() -> None:
    """Times, locutions and illocutions are counted, with the place of the first."""
    assert told(aif.read(STREETS, "")) == [
        "2:3 lost-in-reading: 'timestamp' of nodes has no place in a map; it is kept for writing AIF again",
        "6:3 lost-in-reading: 'schemeID' of nodes has no place in a map; it is kept for writing AIF again",
        "8:3 lost-in-reading: locutions have no place in a map; they are kept for writing AIF again",
        "9:3 lost-in-reading: illocutions have no place in a map; they are kept for writing AIF again",
        "20:1 lost-in-reading: 'locutions' has no place in a map; it is kept for writing AIF again",
    ]


@pytest.mark.parametrize(
    ("nodes", "edges", "message"),
    [
        ("1I 2I 3RA 4I 5RA", "1-3 3-2 4-5 5-3", "inferences that lead to no statement have"),
        ("1I 2I 3RA 4I 5RA", "1-3 3-2 4-5 5-3 5-2", "edges by which an inference supports a step have"),
        ("1I 2CA", "2-1", "conflicts without a premise have"),
        ("1I 2I", "1-2", "edges from statement to statement, with no inference or conflict between, have"),
        ("1I 2MA", "1-2", "rephrases have"),
        ("1I 2ZZ", "1-2", "nodes of the type 'ZZ' have"),
    ],
)
def test_steps_that_a_map_cannot_have_are_told(nodes, edges, message) -> None:
    """What supports a step, or leads nowhere, is never turned into something else."""
    lost = "no place in a map; they are kept for writing AIF again"
    found = [each.partition(": ")[2] for each in told(aif.read(graph(nodes, edges), ""))]
    assert f"{message} {lost}" in found


def test_reading_and_writing_changes_nothing() -> None:
    """Nodes and edges of every kind, with their ids, fields and order, are written as they were read."""
    assert again(STREETS) == json.loads(STREETS)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["nodes"].append({"nodeID": "1", "text": "Again.", "type": "I"}),
        lambda d: d["edges"].append({"edgeID": "99", "fromID": "5", "toID": "nowhere"}),
        lambda d: d["edges"].append({"edgeID": "99", "fromID": "nowhere", "toID": "7"}),
        lambda d: d["edges"].append(d["edges"][0]),
        lambda d: d["nodes"].insert(0, {"nodeID": "two words", "text": "Odd.", "type": "I", "x": 1}),
        lambda d: d["nodes"][0].update(nodeID=1),
        lambda d: d["nodes"][4].update(text="Argument from Example"),
        lambda d: d["nodes"][4].update(text="RA", scheme=None),
        lambda d: d["nodes"][6].pop("type"),
        lambda d: d.update(OVA={"nodes": []}, participants=[{"participantID": 1}]),
        lambda d: d["nodes"][1].update(text=None),
        lambda d: d["nodes"].reverse(),
    ],
)
def test_odd_node_sets_come_back_as_they_were(change) -> None:
    """Doubled ids, edges to nothing, numbers for ids, and further members survive reading and writing."""
    document = json.loads(STREETS)
    change(document)
    found = again(json.dumps(document))
    if document["nodes"][1].get("text", "") is None:
        document["nodes"][1]["text"] = ""
    assert found == document


def test_a_doubled_id_and_an_edge_to_nothing_are_told_where_they_stand() -> None:
    """Of nodes that share an id the first counts; an edge to nothing names what is missing."""
    m = aif.read(STREETS.replace('"3", "text"', '"2", "text"').replace('"toID": "8"', '"toID": "88"'), "")
    found = told(m)
    assert "4:3 duplicate-id: the id '2' stands twice: only the first node that has it counts" in found
    message = "no node has the id '88', which an edge names: add it, or delete the edge"
    assert f"17:3 unknown-reference: {message}" in found
    assert m["2"].text == "Speeds fell in the pilot."


def test_what_the_map_says_now_wins() -> None:
    """Reworded statements and changed steps are written as they are; what the file had besides stays around them."""
    m = aif.read(STREETS, "")
    reworded = tuple(evolve(s, text="Speeds fell.") if s.id == "2" else s for s in m)
    support, undercut = m.relations
    changed = evolve(m, statements=reworded, relations=(evolve(support, premises=("2",), scheme=None), undercut))
    document = json.loads(STREETS)
    document["nodes"][1]["text"] = "Speeds fell."
    document["nodes"][4] = {"nodeID": "5", "text": "Default Inference", "type": "RA"}
    del document["edges"][1]
    assert json.loads(aif.write(changed).text) == document


def test_what_hangs_on_a_statement_that_is_gone_goes_with_it() -> None:
    """The locution that put forward a statement is not written once the statement is gone, which is told."""
    m = aif.read(STREETS, "")
    rest = tuple(s for s in m if s.id != "2")
    writing = aif.write(evolve(m, statements=rest, relations=()))
    document = json.loads(writing.text)
    assert [node["nodeID"] for node in document["nodes"]] == ["1", "3", "4"]
    assert document["edges"] == document["locutions"] == []
    (finding,) = writing.findings
    assert finding.message == "2 nodes that hung on statements or steps which are gone are not written"


def test_steps_of_one_inference_part_when_they_no_longer_say_the_same() -> None:
    """An inference with two conclusions stays one node until the premises of one of its steps change."""
    m = aif.read(graph("1I 2I 3I 4RA", "1-4 4-2 4-3"), "")
    first, second = m.relations
    parted = json.loads(aif.write(evolve(m, relations=(first, evolve(second, premises=("2",))))).text)
    assert drawn(aif.read(json.dumps(parted), "")) == ["4: 1 -> 2", "4 #2: 2 -> 3"]


def test_a_scheme_is_written_as_aif_calls_it_and_read_as_it_was() -> None:
    """A scheme of the catalogue has the name that AIF has for it; a name that was read from AIF stays as it is."""
    schemes = ["expert-opinion", "sunk-cost", "cost-effectiveness", "Expert Opinion", "modus ponens", None]
    names = "abcdef"
    m = ArgumentMap(
        statements=tuple(Statement(name, Kind.CLAIM, name) for name in f"z{names}"),
        relations=tuple(
            Relation.make("support", [name], "z", scheme) for name, scheme in zip(names, schemes, strict=True)
        ),
    )
    text = aif.write(m).text
    written = [node["text"] for node in json.loads(text)["nodes"] if node["type"] == "RA"]
    assert written == [
        *("Expert Opinion", "Waste", "cost-effectiveness", "Expert Opinion", "modus ponens"),
        "Default Inference",
    ]
    assert [relation.scheme for relation in aif.read(text, "").relations] == schemes
    assert aif.write(aif.read(text, "")).text == text


def test_a_new_step_is_numbered_after_the_edges_that_there_are() -> None:
    """An edge that is new has the next number for its id."""
    m = aif.read(STREETS, "")
    new = argmap.Relation.make("attack", ["3"], "4")
    edges = json.loads(aif.write(evolve(m, relations=(*m.relations, new))).text)["edges"]
    assert edges[-2:] == [
        {"edgeID": "18", "fromID": "3", "toID": new.id, "formEdgeID": None},
        {"edgeID": "19", "fromID": new.id, "toID": "4", "formEdgeID": None},
    ]


def test_a_contradiction_is_two_conflicts_that_are_read_as_one() -> None:
    """Other programs see that each side attacks the other."""
    m = argmap.loads("nodes: {a: {claim: Wet., contradicts: [b]}, b: {claim: Dry.}}")
    writing = aif.write(m)
    assert drawn(argmap.loads(writing.text, format="aif")) == drawn(m)
    document = json.loads(writing.text)
    (one, other) = [node["nodeID"] for node in document["nodes"] if node["type"] == "CA"]
    ends = {(edge["fromID"], edge["toID"]) for edge in document["edges"]}
    assert ends == {("b", one), (one, "a"), ("a", other), (other, "b")}


OVA2 = """{"nodes": [
  {"id": 1, "x": 10, "y": 20, "type": "I", "text": "Dry.", "participantID": 0, "visible": true},
  {"id": 2, "x": 30, "y": 40, "type": "I", "text": "Windy.", "participantID": 0, "visible": true},
  {"id": 3, "x": 50, "y": 60, "type": "RA", "text": "Default Inference", "scheme": "72", "visible": true}],
 "edges": [
  {"from": {"id": 2, "x": 30, "y": 40, "type": "I", "text": "Windy.", "participantID": 0, "visible": true},
   "to": {"id": 3, "x": 50, "y": 60, "type": "RA", "text": "Default Inference", "scheme": "72", "visible": true},
   "visible": true},
  {"from": {"id": 3, "x": 50, "y": 60, "type": "RA", "text": "Default Inference", "scheme": "72", "visible": true},
   "to": {"id": 1, "x": 10, "y": 20, "type": "I", "text": "Dry.", "participantID": 0, "visible": true},
   "visible": true}],
 "participants": [{"id": 1, "firstname": "Ann", "surname": "Lee"}],
 "analysis": {"txt": "<span id=\\"node2\\">Windy.</span>"}}"""


def test_the_older_files_of_ova_are_read_and_written_too() -> None:
    """OVA 2 calls ids otherwise, and has whole nodes in its edges, which follow what the map says."""
    m = aif.read(OVA2, "")
    assert drawn(m) == ["3: 2 -> 1"]
    assert again(OVA2) == json.loads(OVA2)
    reworded = tuple(evolve(s, text="It blows.") if s.id == "2" else s for s in m)
    edges = json.loads(aif.write(evolve(m, statements=reworded)).text)["edges"]
    assert edges[0]["from"]["text"] == "It blows."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (STREETS[: STREETS.index('"edges"')], "11:1 syntax: "),
        (STREETS.replace('"type": "I"}', '"type": "I"', 1), "4:3 syntax: "),
        (STREETS + "]", "20:49 syntax: "),
        ('{"nodes": [' + "[" * 100_000, "1:12 syntax: what begins here is nested too deep"),
        ('{"nodes": [' + "[" * 300 + "]" * 300 + "]}", "1:12 syntax: what begins here is nested too deep"),
        ('{"nodes": [' + "7" * 5_000 + "]}", "1:12 syntax: what begins here has a number too long to read"),
        ('{"nodes": [5], "edges": []}', "1:12 wrong-value: "),
        ('{"nodes": [], "edges": [{"fromID": 1}]}', "1:25 wrong-value: "),
        ('{"nodes": [{"nodeID": 1, "nodeID": 2, "type": "I", "text": "A."}]}', "1:12 duplicate-id: "),
        ('{"nodes": [{"nodeID": 1, "type": "I", "text": " "}], "edges": []}', "1:12 empty-text: "),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(text, place) -> None:
    """Broken JSON is read as far as it goes; what is no node or edge is left out."""
    assert any(each.startswith(place) for each in told(aif.read(text, ""))), told(aif.read(text, ""))


@pytest.mark.parametrize("text", ["", "[]", '{"nodes": {"a": {}}}', '{"edges": []}', "nodes: []"])
def test_what_has_no_list_of_nodes_is_no_aif(text) -> None:
    """A file of another kind is refused in a sentence."""
    with pytest.raises(ConvertError, match=r"JSON object|no AIF"):
        aif.read(text, "")


def test_a_damaged_annex_is_told_and_written_without() -> None:
    """What people did to the annex by hand stops nothing."""
    m = evolve(aif.read(STREETS, ""), annex={"aif": '{"nodes": [[1]]}'})
    assert [finding.message for finding in aif.write(m).findings] == [
        "what the map keeps of an AIF file is damaged, and is not written"
    ]


def test_aif_goes_through_yaml_and_back(project) -> None:
    """The native document keeps what AIF needs to be written again."""
    project({"a.aif.json": STREETS})
    for before, after in (("a.aif.json", "b.yaml"), ("b.yaml", "c.json"), ("c.json", "d.aif.json")):
        assert argmap.save(argmap.load(before), after) == ()
    with open("d.aif.json", encoding="utf-8") as file:  # noqa: PTH123  (where the fixture has gone to)
        assert json.load(file) == json.loads(STREETS)


def _sayable(m: ArgumentMap) -> ArgumentMap:
    """Return a map with each premise once, and no scheme that is called as AIF calls steps of none."""
    steps = tuple(
        evolve(
            r,
            premises=tuple(dict.fromkeys(r.premises)),
            scheme=_aif.scheme_of({"text": r.scheme}) if r.scheme else None,
        )
        for r in m.relations
    )
    return evolve(m, relations=steps)


def _named(m: ArgumentMap) -> set[str]:
    """Return what relations name as statements."""
    return {
        name
        for r in m.relations
        for name in (r.premises if r.kind is RelationKind.UNDERCUT else (*r.premises, r.target))
    }


def test_a_scheme_that_is_called_like_none_is_told() -> None:
    """A scheme by whose name AIF means none is told as lost."""
    m = ArgumentMap(
        statements=(Statement("a", Kind.CLAIM, "A."), Statement("b", Kind.CLAIM, "B.")),
        relations=(Relation.make("support", ["a"], "b", "Default Inference"),),
    )
    (finding,) = named("aif").write(m).findings
    assert finding.message == "'Default Inference' is what AIF calls a step of no scheme: its scheme is lost"


@pytest.mark.parametrize("form", ["aif", "xaif"])
@given(data=st.data())
def test_what_is_written_is_read_again(form, data) -> None:
    """Of any map, what the format has a place for comes back, ids of steps included, unless they name statements."""
    m = _sayable(data.draw(strategies.maps()))
    assume(not _named(m) & {r.id for r in m.relations})
    wanted = kept(m, named(form).keeps - {"passages", "about", "sources"})
    found = formats.named(form).of_text(named(form).write(m).text, "")
    assert found == wanted
    assert found.origin.findings == ()
    assert named(form).write(wanted).findings == ()


@pytest.mark.parametrize("form", ["aif", "xaif"])
@given(m=tangles.tangles())
def test_reading_what_was_written_loses_nothing_more(form, m) -> None:
    """Rings, ghosts and doubled ids are written once as they can be, and then stay as they are."""
    text = named(form).write(m).text
    assert named(form).write(named(form).of_text(text, "")).text == text


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence(text) -> None:
    """No text makes the reader fail."""
    try:
        aif.read('{"nodes": [' + text, "")
        aif.read(text, "")
    except ConvertError:
        pass


@given(st.data())
def test_any_damage_to_a_real_file_is_told(data) -> None:
    """A file with a piece cut out, doubled or replaced is read, and can be written again."""
    start = data.draw(st.integers(0, len(STREETS)))
    end = data.draw(st.integers(start, min(len(STREETS), start + 40)))
    new = data.draw(st.sampled_from(["", '"', "{", "]", ",", "null", "5", '{"nodeID": "2"}', STREETS[start:end] * 2]))
    try:
        m = aif.read(STREETS[:start] + new + STREETS[end:], "")
    except ConvertError:
        return
    aif.read(aif.write(m).text, "")
