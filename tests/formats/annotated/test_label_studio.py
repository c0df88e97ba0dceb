"""Label Studio: labelled regions of one or more texts become an argument, whatever else tasks hold comes back."""

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
from argmap.formats.annotated import label_studio
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind

from ...strategies import examples

TEXT = "💧 Wells ran dry. It did not rain."


def region(name, start, end, *labels, text=TEXT):
    """Return a labelled region of a text."""
    value = {"start": start, "end": end, "text": text[start:end], "labels": [*labels]}
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def arrow(source, target, *labels, direction="right"):
    """Return a relation."""
    return {"from_id": source, "to_id": target, "type": "relation", "direction": direction, "labels": [*labels]}


def task(number, *results, text=TEXT):
    """Return a task with an annotation."""
    return {"id": number, "data": {"title": "T", "text": text}, "annotations": [{"id": 1, "result": [*results]}]}


BRIEF = [
    task(
        7,
        region("a1", 2, 15, "Claim"),
        region("b2", 17, 32, "Sure", "Premise"),
        region("c3", 17, 19, "Pronoun"),
        arrow("a1", "b2", "supports", direction="left"),
        arrow("a1", "b2", "near"),
        {"id": "d", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["x"]}},
    ),
    task(8, region("a1", 0, 11, "Claim", text="All is well."), text="All is well."),
    {"id": 9, "data": {"image": "x.png"}, "annotations": []},
]


def read(whole):
    """Read tasks as a map."""
    return label_studio.read(json.dumps(whole, indent=1), "brief.json")


def written(m):
    """Write a map as tasks."""
    return json.loads(label_studio.write(m).text)


def test_regions_become_an_argument() -> None:
    """The label that names a kind gives it, a relation leads in its direction, each text is a source."""
    m = read(BRIEF)
    assert [(s.id, s.kind, s.text, s.tags, s.passages[0].source) for s in m] == [
        ("a1", Kind.CLAIM, "Wells ran dry", (), "brief-7"),
        ("b2", Kind.PREMISE, "It did not rain", (), "brief-7"),
        ("all-is-well", Kind.CLAIM, "All is well", (), "brief-8"),
    ]
    assert [(r.kind, r.premises, r.target) for r in m.relations] == [(RelationKind.SUPPORT, ("b2",), "a1")]
    assert {r.outcome for r in analyse(m).resolutions.values()} == {"verified"}
    assert m.about is None
    assert read(BRIEF[:1]).about == "brief"


def test_reading_and_writing_changes_nothing(tmp_path) -> None:
    """Everything in tasks comes back, at once, and through another format with the texts at hand."""
    m = read(BRIEF)
    assert written(m) == BRIEF
    argmap.save(m, tmp_path / "m.yaml")
    assert written(evolve(argmap.load(tmp_path / "m.yaml"), texts=m.texts)) == BRIEF


def test_without_the_texts_the_annotations_are_written(tmp_path) -> None:
    """Where the texts are not at hand any more, all else comes back, and that they are missing is told."""
    argmap.save(read(BRIEF), tmp_path / "m.yaml")
    writing = label_studio.write(argmap.load(tmp_path / "m.yaml"))
    assert [each["annotations"] for each in json.loads(writing.text)] == [each["annotations"] for each in BRIEF]
    told = "2 texts are not at hand, and are missing in their tasks"
    assert [finding.message for finding in writing.findings] == [told]


@pytest.mark.parametrize("form", [BRIEF[0], {"data": {"text": TEXT}, "result": BRIEF[0]["annotations"][0]["result"]}])
def test_a_task_may_stand_alone(form) -> None:
    """One task, or one with its results in itself, is read and written as a list of them is."""
    m = read(form)
    assert [s.id for s in m] == ["a1", "b2"]
    assert written(m) == form


def test_what_is_said_of_a_region_is_no_second_region() -> None:
    """A choice that is made for a region has the region's id: it comes back, is told at its place, and is no flaw."""
    choice = {"id": "a1", "from_name": "c", "to_name": "text", "type": "choices"}
    whole = [task(1, region("a1", 2, 15, "Claim"), {**choice, "value": {"start": 2, "end": 15, "choices": ["sure"]}})]
    m = read(whole)
    told = "results that are no labelled regions or relations have no place in a map; they are kept"
    assert [(f.name, f.line, f.message.startswith(told)) for f in m.origin.findings] == [("lost-in-reading", 26, True)]
    assert [s.id for s in m] == ["a1"]
    assert written(m) == whole


def test_offsets_may_count_as_javascript_does() -> None:
    """Where the words of regions stand at offsets that count UTF-16, these are read and written so."""
    whole = [
        task(
            1,
            {
                **region("a", 3, 16, "Claim"),
                "value": {"start": 3, "end": 16, "text": "Wells ran dry", "labels": ["Claim"]},
            },
        )
    ]
    m = read(whole)
    assert m["a"].passages[0].selector.quote == "Wells ran dry"
    assert written(m) == whole


def test_what_the_map_says_now_is_written() -> None:
    """What is gone is not written, a new label, statement and relation are."""
    m = read(BRIEF[:1])
    new = evolve(m["a1"], id="n", kind=Kind.OBJECTION)
    statements = (evolve(m["b2"], kind=Kind.EVIDENCE), new)
    relations = (Relation.make("attack", ["n"], "b2"),)
    (there,) = written(evolve(m, statements=statements, relations=relations))
    assert there["annotations"][0]["result"] == [
        region("b2", 17, 32, "Sure", "Evidence"),
        region("c3", 17, 19, "Pronoun"),
        arrow("a1", "b2", "near"),
        BRIEF[0]["annotations"][0]["result"][5],
        region("n", 2, 15, "Objection"),
        {"type": "relation", "from_id": "n", "to_id": "b2", "direction": "right", "labels": ["Attack"]},
    ]


def test_wrong_offsets_and_ends_are_told_at_their_place() -> None:
    """Offsets at which other words stand, and ends that are not there, are told at their line."""
    shifted = {
        **region("a", 3, 16, "Claim"),
        "value": {"start": 3, "end": 15, "text": "Wells ran dry", "labels": ["Claim"]},
    }
    whole = [task(1, shifted, region("b", 17, 32, "Claim"), arrow("a", "z", "supports"))]
    m = read(whole)
    found = [(f.line, f.message) for f in m.origin.findings]
    lines = m.origin.lines.text.split("\n")
    assert [message for _, message in found] == [
        "'a': at 3 to 15 stands 'ells ran dry', not 'Wells ran dry': that stands at 2 to 15",
        "no annotation is called 'z', which this names; it is not read",
    ]
    assert all("{" in lines[line - 1] for line, _ in found)
    assert written(m) == whole


@pytest.mark.parametrize("text", ["", "[", "[" * 100_000, "[]", "{}", '[{"data": {"image": "x"}}]', "5"])
def test_what_are_no_tasks_is_told_in_a_sentence(text) -> None:
    """What is no JSON, nests too deep, or holds no text is refused."""
    with pytest.raises(ConvertError, match=r"JSON|no tasks"):
        label_studio.read(text, "x.json")


def test_tasks_are_told_by_what_their_results_name() -> None:
    """Tasks are known by what each result names; the tasks of other programs, and maps, are not."""
    assert label_studio.sniff(json.dumps(BRIEF).encode()) is Sign.SURE
    assert label_studio.sniff(b'{"nodes": {}, "data": 1}') is Sign.NONE


@given(maps() | tangles())
def test_statements_and_relations_come_back(m) -> None:
    """A map without a text is written with one made of its statements, and read again with the same argument."""
    m = plain(m)
    if not len(m):
        return
    there = label_studio.read(label_studio.write(m).text, "x.json")
    assert essence(there) == essence(kept(m, label_studio.FORMAT.keeps))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 40) | st.sampled_from(["a", "Claim", "supports", "labels", "right"]),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.sampled_from(["a", "id", "start"]), each, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from(["id", "from_id", "to_id", "type", "value", "labels", "direction", "from_name"])
LABELS = st.sampled_from(["Claim", "Premise", "Place", "counter claim"])
RESULTS = st.one_of(
    st.dictionaries(NAMES, VALUES, max_size=6),
    st.builds(
        lambda name, start, label: region(name, start, start + 4, label),
        st.sampled_from("abcd"),
        st.integers(0, 36),
        LABELS,
    ),
    st.builds(arrow, st.sampled_from("abcde"), st.sampled_from("abcd"), st.sampled_from(["supports", "attacks", "x"])),
    VALUES,
)


@examples(300)
@given(st.lists(st.lists(RESULTS, max_size=6), min_size=1, max_size=2))
def test_any_tasks_are_written_as_they_were_read(results) -> None:
    """Whatever results there are, the same are written as were read."""
    whole = [task(number, *each) for number, each in enumerate(results)]
    assert written(read(whole)) == whole


@given(st.data())
def test_damaged_files_never_raise(data) -> None:
    """Cut or garbled tasks are read, or refused in a sentence."""
    text = json.dumps(BRIEF)
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    try:
        m = label_studio.read(text[:start] + data.draw(st.text(max_size=4)) + text[end:], "x.json")
    except ConvertError:
        return
    label_studio.write(m)


@given(
    st.dictionaries(
        st.sampled_from(["whole", "tasks"]), VALUES | st.just(BRIEF) | st.just([{"path": ["a", 1], "name": "t"}])
    )
)
def test_a_damaged_annex_never_raises(annex) -> None:
    """Whatever stands in the annex of a map, the map is written."""
    label_studio.write(evolve(read(BRIEF), annex={"label_studio": json.dumps(annex)}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{"data":\n {"text": "a"', "line 2, column 14: the text ends too early: a bracket is not closed"),
        ("[" * 5000, "line 1, column 129: it nests too deep"),
    ],
)
def test_where_json_breaks_off_is_told(text, told) -> None:
    """What is no whole JSON is refused with the place where it ceases to be."""
    with pytest.raises(ConvertError, match=f"^this is not JSON that can be read: {told}$"):
        label_studio.read(text, "brief.json")


def test_predictions_may_be_anything() -> None:
    """What stands in the place of predictions, but is no list, is let pass, and comes back."""
    whole = [{**BRIEF[0], "predictions": 3}]
    assert written(read(whole)) == whole
