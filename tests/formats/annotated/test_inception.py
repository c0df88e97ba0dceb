"""INCEpTION: annotations of any layer become an argument, whatever else a CAS holds comes back when written."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.annotated.argument import essence, plain
from tests.strategies import maps
from tests.tangles import tangles

import argmap
from argmap.analysis import analyse
from argmap.errors import ConvertError
from argmap.formats import Sign
from argmap.formats._parts import kept
from argmap.formats.annotated import inception
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind

from ...strategies import examples

TEXT = "💧 Wells ran dry. It did not rain.\r\nBut the river was full."
WORD = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"


def mark(number, begin, end, layer="webanno.custom.Argument", **features):
    """Return an annotation."""
    return {"%ID": number, "%TYPE": layer, "@sofa": 1, "begin": begin, "end": end, **features}


def cas(*structures, text=TEXT):
    """Return a CAS with a text."""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text"}
    members = [each["%ID"] for each in structures if "@sofa" in each]
    return {
        "%TYPES": {},
        "%FEATURE_STRUCTURES": [{**sofa, "sofaString": text}, *structures],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }


BRIEF = cas(
    mark(2, 0, 2, WORD),
    mark(3, 3, 16, role="claim", sure=0.5),
    mark(4, 18, 33, role="Premise"),
    mark(5, 40, 58, "webanno.custom.Premise"),
    mark(6, 3, 16, "webanno.custom.ArgRel", **{"@Governor": 4, "@Dependent": 3, "label": "supports"}),
    mark(7, 3, 16, "webanno.custom.Attacks", **{"@Governor": 5, "@Dependent": 3}),
    {"%ID": 8, "%TYPE": "custom.Link[]", "%ELEMENTS": [5, 4]},
    mark(9, 48, 53, "custom.Span", label="Place", **{"@of": 5}),
)


def read(whole):
    """Read a CAS as a map."""
    return inception.read(json.dumps(whole, indent=1), "brief.cas.json")


def written(m):
    """Write a map as a CAS."""
    return json.loads(inception.write(m).text)


def test_annotations_become_an_argument() -> None:
    """The label of an annotation is what a feature says, or its layer; offsets count as Java does."""
    m = read(BRIEF)
    assert [(s.id, s.kind, s.text) for s in m] == [
        ("3", Kind.CLAIM, "Wells ran dry"),
        ("4", Kind.PREMISE, "It did not rain"),
        ("5", Kind.PREMISE, "the river was full"),
    ]
    assert [(r.id, r.kind, r.premises, r.target) for r in m.relations] == [
        ("6", RelationKind.SUPPORT, ("4",), "3"),
        ("7", RelationKind.ATTACK, ("5",), "3"),
    ]
    assert {r.outcome for r in analyse(m).resolutions.values()} == {"verified"}


def test_reading_and_writing_changes_nothing(tmp_path) -> None:
    """Everything in a CAS comes back, at once, and through another format with the text at hand."""
    m = read(BRIEF)
    assert written(m) == BRIEF
    argmap.save(m, tmp_path / "m.yaml")
    assert written(evolve(argmap.load(tmp_path / "m.yaml"), texts=m.texts)) == BRIEF


def test_without_the_text_the_annotations_are_written(tmp_path) -> None:
    """Where the text is not at hand any more, all else comes back, and that it is missing is told."""
    argmap.save(read(BRIEF), tmp_path / "m.yaml")
    writing = inception.write(argmap.load(tmp_path / "m.yaml"))
    before, after = BRIEF["%FEATURE_STRUCTURES"], json.loads(writing.text)["%FEATURE_STRUCTURES"]
    assert after[1:] == before[1:]
    assert [finding.message for finding in writing.findings] == ["the text is not at hand, and is missing in the CAS"]


def test_what_the_map_says_now_is_written() -> None:
    """A statement that is gone takes what names it with it; a new label and a new relation are written."""
    m = read(BRIEF)
    statements = tuple(evolve(s, kind=Kind.ASSUMPTION) if s.id == "4" else s for s in m if s.id != "5")
    relations = (m.relations[0], Relation.make("attack", ["3"], "4"))
    writing = inception.write(evolve(m, statements=statements, relations=relations))
    there = {each["%ID"]: each for each in json.loads(writing.text)["%FEATURE_STRUCTURES"]}
    assert there.keys() == {1, 2, 3, 4, 6, 8, 9, 10}
    assert there[4]["role"] == "Assumption"
    assert there[8]["%ELEMENTS"] == [4]
    assert "@of" not in there[9]
    assert (there[10]["@Governor"], there[10]["@Dependent"], there[10]["label"]) == (3, 4, "Attacks")
    assert json.loads(writing.text)["%VIEWS"]["_InitialView"]["%MEMBERS"] == [2, 3, 4, 6, 9, 10]
    assert "2 features of what the map no longer has are not written" in [f.message for f in writing.findings]


def test_wrong_offsets_and_ends_are_told_at_their_place() -> None:
    """Offsets outside the text, inside a word, and ends that are not there are told at their line."""
    whole = cas(
        mark(3, 3, 900, role="claim"),
        mark(4, 4, 16, role="claim"),
        mark(6, 3, 16, "Rel", **{"@Governor": 4, "@Dependent": 77, "label": "supports"}),
    )
    m = read(whole)
    found = {(f.line, f.message.split(":")[-1].strip()) for f in m.origin.findings if f.code != "AM013"}
    lines = m.origin.lines.text.split("\n")
    assert {message for _, message in found} == {
        f"2 to 899 lies outside the text, which ends at {len(TEXT)}",
        "'3' has no words",
        "3 to 15 begins inside the word 'Wells'",
        "no annotation is called '77', which this names; it is not read",
    }
    assert all("{" in lines[line - 1] for line, _ in found)
    assert written(m) == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ('{"a": ', "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"%FEATURE_STRUCTURES": []}', "holds no text"),
        ('{"%FEATURE_STRUCTURES": 5}', "holds no text"),
        ("[]", "holds no text"),
    ],
)
def test_what_is_no_cas_is_told_in_a_sentence(text, words) -> None:
    """What is no JSON, nests too deep, or holds no text is refused."""
    with pytest.raises(ConvertError, match=words):
        inception.read(text, "x.json")


def test_a_cas_is_told_by_its_feature_structures() -> None:
    """A CAS is known by the name of its list."""
    assert inception.sniff(json.dumps(BRIEF).encode()) is Sign.SURE
    assert inception.sniff(b'{"nodes": {}}') is Sign.NONE


@given(maps() | tangles())
def test_statements_and_relations_come_back(m) -> None:
    """A map without a text is written with one made of its statements, and read again with the same argument."""
    m = plain(m)
    there = inception.read(inception.write(m).text, "x.json")
    assert essence(there) == essence(kept(m, inception.FORMAT.keeps))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 60) | st.sampled_from(["claim", "supports", "x", WORD]),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.sampled_from(["a", "%ID", "begin"]), each, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from(
    ["%ID", "%TYPE", "@sofa", "begin", "end", "label", "@Governor", "@Dependent", "@of", "%ELEMENTS"]
)
STRUCTURES = st.dictionaries(NAMES, VALUES, max_size=8) | st.builds(
    lambda number, begin, more: mark(number, begin, begin + 5) | more,
    st.integers(2, 9),
    st.integers(0, 60),
    st.dictionaries(NAMES, VALUES, max_size=2),
)


@examples(300)
@given(st.lists(STRUCTURES, max_size=6, unique_by=lambda each: json.dumps(each.get("%ID"))))
def test_any_cas_is_written_as_it_was_read(structures) -> None:
    """Whatever feature structures there are, the same are written as were read."""
    whole = {**cas(), "%FEATURE_STRUCTURES": [*cas()["%FEATURE_STRUCTURES"], *structures]}
    there = written(read(whole))
    assert there["%FEATURE_STRUCTURES"] == whole["%FEATURE_STRUCTURES"]
    assert there["%TYPES"] == {}


@given(st.data())
def test_damaged_files_never_raise(data) -> None:
    """A cut or garbled CAS is read, or refused in a sentence."""
    text = json.dumps(BRIEF)
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    try:
        m = inception.read(text[:start] + data.draw(st.text(max_size=4)) + text[end:], "x.json")
    except ConvertError:
        return
    inception.write(m)


@given(st.dictionaries(st.sampled_from(["cas", "ids", "read", "spans", "labels", "names", "types"]), VALUES))
def test_a_damaged_annex_never_raises(annex) -> None:
    """Whatever stands in the annex of a map, the map is written."""
    m = evolve(read(BRIEF), annex={"inception": json.dumps(annex)})
    assert len(read(written(m))) == 3


@pytest.mark.parametrize("kind", [None, 5, ["Claim"]])
def test_the_type_of_an_annotation_may_be_anything(kind) -> None:
    """An annotation that a relation names is written with its label, whatever stands in the place of its type."""
    damaged = {**mark(10, 2, 15), "%TYPE": kind}
    ends = {"@Governor": 11, "@Dependent": 10, "label": "supports"}
    m = read(cas(damaged, mark(11, 2, 7, role="Premise"), {**mark(12, 2, 7, "custom.Relation"), **ends}))
    assert [s.id for s in read(written(evolve(m, statements=tuple(evolve(s, tags=()) for s in m))))] == ["10", "11"]


def test_an_id_that_stands_twice_is_that_of_the_first() -> None:
    """A relation with the id of an annotation is told and stays as it is, and does not take the other's place."""
    ends = {"@Governor": 11, "@Dependent": 10, "label": "supports"}
    again = {**mark(11, 3, 16, "custom.Relation"), **ends}
    whole = cas(mark(10, 3, 16, role="Claim"), mark(11, 18, 33, role="Premise"), again)
    m = read(whole)
    assert [finding.name for finding in m.origin.findings] == ["duplicate-id"]
    assert written(m) == whole
