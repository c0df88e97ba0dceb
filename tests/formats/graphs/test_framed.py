"""SADFace and arguebuf in and out: their graphs as maps, what is kept for writing them again, and what is told."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind

from ... import strategies, tangles

FORMS = ("arguebuf", "sadface")
TEXTUAL = frozenset({"passages", "about", "sources"})
"""What is only written where a text is at hand."""

SADFACE = """{"metadata": {"core": {"analyst_name": "Ann", "id": "x", "title": "Wells", "version": "0.2"}},
 "resources": [{"id": "r", "type": "text", "content": "The wells ran dry."}],
 "nodes": [
  {"id": "a", "type": "atom", "text": "Water is short.", "sources": [], "metadata": {}},
  {"id": "b", "type": "atom", "text": "The wells ran dry.", "sources":
   [{"resource_id": "r", "text": "The wells ran dry.", "offset": 0, "length": 18}]},
  {"id": "c", "type": "atom", "text": "It has rained since."},
  {"id": "s", "type": "scheme", "name": "support", "metadata": {}},
  {"id": "t", "type": "scheme", "name": "conflict", "metadata": {}},
  {"id": "u", "type": "scheme", "name": "Expert Opinion"},
  {"id": "v", "type": "scheme", "name": "rephrase"}],
 "edges": [
  {"id": "1", "source_id": "b", "target_id": "s"}, {"id": "2", "source_id": "s", "target_id": "a"},
  {"id": "3", "source_id": "c", "target_id": "t"}, {"id": "4", "source_id": "t", "target_id": "s"},
  {"id": "5", "source_id": "b", "target_id": "u"}, {"id": "6", "source_id": "u", "target_id": "a"},
  {"id": "7", "source_id": "c", "target_id": "v"}]}"""

ARGUEBUF = """{"nodes": {
  "a": {"atom": {"text": "Water is short."}, "metadata": {"created": "2024-05-01T10:00:00Z"}},
  "b": {"atom": {"text": "The wells ran dry.", "reference": {"resource": "r", "offset": 3, "text": "wells ran dry."},
        "participant": "p"}, "userdata": {"sure": 1.0}},
  "c": {"atom": {"text": "It has rained since."}},
  "s": {"scheme": {"support": "SUPPORT_DEFAULT"}},
  "t": {"scheme": {"attack": "ATTACK_DEFAULT"}},
  "u": {"scheme": {"support": "SUPPORT_EXPERT_OPINION", "premiseDescriptors": ["d"]}},
  "v": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
  "w": {"scheme": {}}},
 "edges": {
  "1": {"source": "b", "target": "s"}, "2": {"source": "s", "target": "a", "metadata": {}},
  "3": {"source": "c", "target": "t"}, "4": {"source": "t", "target": "s"},
  "5": {"source": "b", "target": "u"}, "6": {"source": "u", "target": "a"}, "7": {"source": "c", "target": "v"}},
 "resources": {"r": {"text": "So wells ran dry."}}, "participants": {"p": {"name": "Ann"}},
 "majorClaim": "a", "schemaVersion": 1, "libraryVersion": "2.0"}"""

FILES = {"arguebuf": ARGUEBUF, "sadface": SADFACE}


def read(form: str, text: str) -> ArgumentMap:
    """Read a text in a format."""
    return formats.named(form).of_text(text, f"a.{form}.json")


def written(form: str, m: ArgumentMap) -> dict:
    """Return what is written of a map."""
    write = formats.named(form).write
    assert write
    document: dict = json.loads(write(m).text)
    return document


@pytest.mark.parametrize("form", FORMS)
def test_schemes_are_supports_attacks_and_undercuts(form) -> None:
    """What an attacking scheme leads to decides what it is; a scheme with a name is a support that follows it."""
    m = read(form, FILES[form])
    s, t, u = m.relations
    assert [(r.kind.value, r.premises, r.target) for r in (s, t, u)] == [
        ("support", ("b",), "a"),
        ("undercut", ("c",), "s"),
        ("support", ("b",), "a"),
    ]
    assert (s.scheme, t.scheme, (u.scheme or "").lower()) == (None, None, "expert opinion")


@pytest.mark.parametrize("form", FORMS)
def test_reading_and_writing_changes_nothing(form) -> None:
    """Everything a map has no place for is written as it was read, also through YAML with the text beside it."""
    m = read(form, FILES[form])
    assert written(form, m) == json.loads(FILES[form])
    through = evolve(argmap.loads(formats.named("yaml").write(m).text), texts=m.texts)
    assert written(form, through) == json.loads(FILES[form])


@pytest.mark.parametrize("form", FORMS)
def test_the_format_is_told_by_what_a_file_holds(form) -> None:
    """A ``.json`` file is read as what it is."""
    assert formats.format_of("a.json", FILES[form].encode()) == form


def test_what_has_no_place_in_a_map_is_told() -> None:
    """Each kind of thing once, where it stands first."""
    found = [f"{f.line}:{f.column} {f.message.split(' ha')[0]}" for f in read("sadface", SADFACE).origin.findings]
    assert found == ["1:2 'metadata'", "11:3 rephrases"]


@pytest.mark.parametrize("form", FORMS)
def test_what_the_map_says_now_wins(form) -> None:
    """A reworded statement and a step that has become an attack are written so, among what was there."""
    m = read(form, FILES[form])
    s, t, u = m.relations
    changed = evolve(
        m,
        statements=tuple(evolve(each, text="Dry.") if each.id == "b" else each for each in m),
        relations=(s, t, evolve(u, kind=RelationKind.ATTACK, scheme=None)),
    )
    again = read(form, json.dumps(written(form, changed)))
    assert again["b"].text == "Dry."
    assert again.relations == changed.relations


@pytest.mark.parametrize("form", FORMS)
def test_what_the_format_cannot_name_is_told_in_its_own_words(form) -> None:
    """A scheme that the format does not have, and a scheme of an attack, come back."""
    m = argmap.loads(
        "nodes: {b: {claim: B.}, a: {claim: A., because: [{reason: b, scheme: oracle}], "
        "but: [{reason: b, scheme: Attack}]}}"
    )
    assert [r.scheme for r in read(form, json.dumps(written(form, m))).relations] == ["oracle", "Attack"]


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("sadface", SADFACE.replace('"id": "b", "type"', '"id": "a", "type"'), "5:3 duplicate-id"),
        ("sadface", SADFACE.replace('"target_id": "v"', '"target_id": "vv"'), "16:3 unknown-reference"),
        ("sadface", SADFACE.replace('{"id": "c", "type"', '{"key": "c", "type"'), "7:3 wrong-value"),
        ("sadface", SADFACE[:-30], "16:15 syntax"),
        ("arguebuf", ARGUEBUF.replace('"source": "c", "target": "v"', '"source": "c"'), "14:82 wrong-value"),
        ("arguebuf", ARGUEBUF.replace('"c": {"atom"', '"b": {"atom"'), "5:8 duplicate-id"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(form, text, place) -> None:
    """Doubled ids, edges to nothing, nodes without an id and broken JSON have a place."""
    found = [f"{f.line}:{f.column} {f.name}" for f in read(form, text).origin.findings]
    assert place in found, found


@pytest.mark.parametrize(
    ("form", "text"),
    [("sadface", ARGUEBUF), ("arguebuf", SADFACE), ("sadface", "[]"), ("arguebuf", '{"edges": {}}'), ("sadface", "")],
)
def test_another_format_is_refused(form, text) -> None:
    """A file of another shape is none of the format."""
    with pytest.raises(ConvertError):
        read(form, text)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_what_is_written_is_read_again(form, data) -> None:
    """Of any map, what the format has a place for comes back, unless statements that are missing have ids of steps."""
    m = data.draw(strategies.maps())
    m = evolve(m, relations=tuple(evolve(r, premises=tuple(dict.fromkeys(r.premises))) for r in m.relations))
    named = {n for r in m.relations for n in (*r.premises, *((r.target,) if r.kind != "undercut" else ()))}
    assume(not named & {r.id for r in m.relations})
    found = read(form, json.dumps(written(form, m)))
    assert found == kept(m, (formats.named(form).keeps or frozenset()) - TEXTUAL)
    assert found.origin.findings == ()


@pytest.mark.parametrize("form", FORMS)
@given(m=tangles.tangles())
def test_reading_what_was_written_loses_nothing_more(form, m) -> None:
    """Rings, ghosts and doubled ids are written once as they can be, and then stay as they are."""
    document = written(form, m)
    assert written(form, read(form, json.dumps(document))) == document


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_any_damage_to_a_file_is_told(form, data) -> None:
    """A file with a piece cut out or replaced is read or refused, and what is read can be written."""
    text = FILES[form]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    new = data.draw(st.sampled_from(["", '"', "{", "}", "[", ",", "null", "5", '"a": ', "{}"]))
    try:
        m = read(form, text[:start] + new + text[end:])
    except ConvertError:
        return
    read(form, json.dumps(written(form, m)))


@pytest.mark.parametrize(
    ("name", "kind"), [({"a": None}, "support"), (5, "support"), ("Rebuts", "attack"), ("Conflict from bias", "attack")]
)
def test_the_name_of_a_scheme_may_be_anything(name, kind) -> None:
    """What attacks is told by the words of its name; a name that is no text names no scheme, and comes back."""
    nodes = [{"id": n, "type": "atom", "text": f"{n} holds"} for n in ("a", "b")]
    nodes += [{"id": "s", "type": "scheme", "name": name}]
    edges = [{"id": "1", "source_id": "a", "target_id": "s"}, {"id": "2", "source_id": "s", "target_id": "b"}]
    m = read("sadface", json.dumps({"nodes": nodes, "edges": edges}))
    assert [(r.kind, r.scheme) for r in m.relations] == [(kind, None)]
    assert written("sadface", m) == {"nodes": nodes, "edges": edges}


def test_a_line_end_in_a_text_is_told_in_plain_words() -> None:
    """Where JSON breaks off in a text, the native reader's words say why, at the place where the text begins."""
    (finding,) = read("sadface", '{"nodes": [\n{"id": "a", "type": "atom", "text": "one\nmore"}]}').origin.findings
    assert (finding.line, finding.column) == (2, 37)
    assert finding.message.startswith("the text that begins here does not end on its line")


def test_long_words_of_a_file_are_cut_in_what_is_told() -> None:
    """A type or id of thousands of letters makes no message of thousands."""
    nodes = [{"id": "a", "type": "atom", "text": "A."}, {"id": "b", "type": "x" * 3000}]
    nodes += [{"id": "b" * 3000, "type": "atom", "text": "B."}] * 2
    found = read("sadface", json.dumps({"nodes": nodes, "edges": []})).origin.findings
    assert len(found) >= 2
    assert max(len(finding.message) for finding in found) < 300
