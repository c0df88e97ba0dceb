"""Texts in files of arguebuf and SADFace: what stands in them becomes passages, and passages are written as offsets."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.analysis import Analysis
from argmap.cli.group import argmap as program
from argmap.errors import ConvertError
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.project.discovery import project_of

FORMS = ("arguebuf", "sadface")
BRIEF = "The wells ran dry in May. So the village is short of water."
EMPTY = "a text that is not at hand, or not named by the map, is left empty; what stands in it is written as it was"
NOTES = "In June it rained, 💧 at last."


def arguebuf(*references: object, texts: dict[str, str] | None = None) -> str:
    """Return a file whose atoms have references, None for none."""
    nodes = {
        f"n{number}": {"atom": {"text": f"Statement {number}."} | ({"reference": each} if each else {})}
        for number, each in enumerate(references)
    }
    resources = {name: {"text": text} for name, text in (texts or {"brief": BRIEF, "notes": NOTES}).items()}
    return json.dumps({"nodes": nodes, "edges": {}, "resources": resources, "schemaVersion": 1})


def sadface(*sources: list[object], texts: dict[str, str] | None = None) -> str:
    """Return a file whose atoms have sources."""
    nodes = [
        {"id": f"n{number}", "type": "atom", "text": f"Statement {number}.", "sources": each, "metadata": {}}
        for number, each in enumerate(sources)
    ]
    held = (texts or {"brief": BRIEF, "notes": NOTES}).items()
    resources = [{"id": name, "content": text, "type": "text", "metadata": {"core": {}}} for name, text in held]
    return json.dumps({"metadata": {"core": {"id": "x"}}, "resources": resources, "nodes": nodes, "edges": []})


def at(text: str, start: int | None, words: str) -> dict[str, object]:
    """Return a reference of arguebuf."""
    return {"resource": text, **({} if start is None else {"offset": start}), "text": words}


def of(text: str, start: int, words: str) -> dict[str, object]:
    """Return a source of SADFace."""
    return {"resource_id": text, "text": words, "offset": start, "length": len(words)}


def read(form: str, text: str) -> ArgumentMap:
    """Read a text in a format."""
    return formats.named(form).of_text(text, f"wells.{form}.json")


def written(form: str, m: ArgumentMap) -> tuple[dict, list[str]]:
    """Return what is written of a map, and what is told."""
    writing = formats.named(form).write(m)
    return json.loads(writing.text), [finding.message for finding in writing.findings]


def quotes(m: ArgumentMap) -> dict[str, list[str]]:
    """Return the passages of statements, in short."""
    return {s.id: [f"{p.source}: {p.selector.quote}" for p in s.passages if p.selector] for s in m if s.passages}


def told(m: ArgumentMap) -> list[str]:
    """Return what reading found of places."""
    return [f"{f.name}: {f.message}" for f in m.origin.findings if f.name != "lost-in-reading"]


FILES = {
    "arguebuf": arguebuf(at("brief", 33, "village is short"), at("brief", None, "The wells ran dry"), None),
    "sadface": sadface([of("brief", 33, "village is short")], [of("brief", 0, "The wells ran dry")], []),
}


@pytest.mark.parametrize("form", FORMS)
def test_offsets_become_passages(form) -> None:
    """Statements stand where their file says, in texts that come with the map, so that they are found."""
    text = FILES[form].replace(json.dumps(NOTES), '""')
    m = read(form, text)
    assert quotes(m) == {"n0": ["brief: village is short"], "n1": ["brief: The wells ran dry"]}
    assert (m.about, m.texts) == ("brief", {"brief": BRIEF})
    assert told(m) == []
    assert [bool(each.places) for _, _, each in Analysis(m, project_of(m)).anchored] == [True, True]


@pytest.mark.parametrize("form", FORMS)
def test_with_several_texts_none_is_the_analysed_one(form) -> None:
    """Each passage names its source."""
    m = read(form, FILES[form])
    assert m.about is None
    assert [source.id for source in m.sources] == ["brief", "notes"]


@pytest.mark.parametrize("form", FORMS)
def test_reading_and_writing_changes_nothing(form) -> None:
    """Offsets and texts are written as they were read, also through YAML, which has no texts in it."""
    m = read(form, FILES[form])
    assert written(form, m) == (json.loads(FILES[form]), [])
    yaml = formats.named("yaml").write(m).text
    assert [text for text in (BRIEF, NOTES) if text in yaml] == []
    through = evolve(argmap.loads(yaml), texts=m.texts)
    assert written(form, through) == (json.loads(FILES[form]), [])


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_is_not_at_hand_is_left_empty_and_told(form) -> None:
    """What stands in it is written as it was, beside what the map says of other texts."""
    m = evolve(read(form, FILES[form]), texts={"notes": NOTES})
    expected = json.loads(FILES[form].replace(json.dumps(BRIEF), '""'))
    assert written(form, m) == (expected, [EMPTY])
    new = Passage("notes", Selector("it rained"))
    changed = evolve(m, statements=(evolve(m["n0"], passages=(*m["n0"].passages, new)), m["n1"], m["n2"]))
    document, lost = written(form, changed)
    assert lost[0] == EMPTY
    assert json.dumps("village is short") in json.dumps(document) or lost[1:]


@pytest.mark.parametrize("form", FORMS)
def test_an_imported_file_comes_back(form, tmp_path, monkeypatch) -> None:
    """Its text is kept beside the map, in no argument file, and is put into the file again."""
    monkeypatch.chdir(tmp_path)
    text = FILES[form].replace(json.dumps(NOTES), '""')
    for folder in ("arguments", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / f"wells.{form}.json").write_text(text, encoding="utf-8")
    assert CliRunner().invoke(program, ["import", f"wells.{form}.json"]).exit_code == 0
    (made,) = (tmp_path / "arguments").iterdir()
    assert BRIEF not in made.read_text(encoding="utf-8")
    assert CliRunner().invoke(program, ["convert", str(made), f"again.{form}.json"]).exit_code == 0
    assert json.loads((tmp_path / f"again.{form}.json").read_text(encoding="utf-8")) == json.loads(text)


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        (
            arguebuf(at("brief", 32, "village is short")),
            ["brief: village is short"],
            "wrong-place: the statement 'n0': at 32 to 48 stands ' village is shor', not 'village is short': that ",
        ),
        (arguebuf(at("brief", 3, "no such words")), [], "wrong-place: the statement 'n0': at 3 to 16 stands "),
        (
            arguebuf(at("brief", 990, "village")),
            ["brief: village"],
            "wrong-place: the statement 'n0': 990 to 997 lies ",
        ),
        (arguebuf(at("brief", 4, "well")), ["brief: wells"], "wrong-place: the statement 'n0': 4 to 8 ends inside "),
        (
            arguebuf(at("letter", 0, "The wells")),
            [],
            "unknown-reference: no text has the id 'letter', which the statement 'n0' names",
        ),
    ],
)
def test_a_wrong_place_is_told(text, expected, message) -> None:
    """What stands there is shown, and the words that are meant are taken where they stand near."""
    m = read("arguebuf", text)
    assert quotes(m).get("n0", []) == expected
    assert [each.startswith(message) for each in told(m)] == [True], told(m)
    assert written("arguebuf", m) == (json.loads(text), [])


def test_an_offset_that_is_missing_is_nothing_or_where_the_words_stand_alone() -> None:
    """JSON of Protocol Buffers leaves out an offset of nothing; other programs know of none."""
    m = read("arguebuf", arguebuf(at("brief", None, "The wells"), at("brief", None, "short of water")))
    assert quotes(m) == {"n0": ["brief: The wells"], "n1": ["brief: short of water"]}
    assert told(m) == []


def test_offsets_may_count_as_javascript_does() -> None:
    """They are read as most of them fit, and written so."""
    text = arguebuf(at("notes", 22, "at last"), at("notes", 8, "it rained"))
    m = read("arguebuf", text)
    assert (quotes(m)["n0"], told(m)) == (["notes: at last"], [])
    moved = evolve(m, statements=(m["n0"], evolve(m["n1"], passages=(Passage("notes", Selector("last")),))))
    assert written("arguebuf", moved)[0]["nodes"]["n1"]["atom"]["reference"] == at("notes", 25, "last")


def test_sources_are_called_after_what_people_can_read() -> None:
    """An id that a program made gives way to the title, or to the name of the file."""
    name = "5f0c21ab-77aa-4c2e-9d1f-0123456789ab"
    assert read("arguebuf", arguebuf(texts={name: BRIEF})).about == "wells"
    titled = arguebuf(texts={name: BRIEF}).replace(json.dumps(BRIEF), json.dumps(BRIEF) + ', "title": "The brief"')
    assert read("arguebuf", titled).about == "the-brief"
    assert read("arguebuf", titled).sources == (Source("the-brief", "The brief"),)


@pytest.mark.parametrize("form", FORMS)
def test_what_the_map_says_now_wins(form) -> None:
    """Passages that are new, others or gone, and a text that has changed, are written so; ids of sources may change."""
    m = read(form, FILES[form])
    new = (Passage("text", Selector("short of water")),)
    statements = (evolve(m["n0"], passages=()), evolve(m["n1"], passages=new), evolve(m["n2"], passages=new))
    changed = evolve(m, statements=statements, sources=(), texts={"text": BRIEF})
    document, lost = written(form, changed)
    again = read(form, json.dumps(document))
    assert quotes(again) == {"n1": ["brief: short of water"], "n2": ["brief: short of water"]}
    assert lost == [EMPTY]
    assert told(again) == []
    longer = evolve(changed, statements=m.statements, texts={"brief": f"Note. {BRIEF}"})
    again = read(form, json.dumps(written(form, longer)[0]))
    assert (quotes(again), told(again)) == (quotes(m), [])
    assert again.texts["brief"] == f"Note. {BRIEF}"


@pytest.mark.parametrize("form", FORMS)
def test_what_cannot_be_written_of_passages_is_told(form) -> None:
    """A passage without its text, one that is not in it, a record: each is counted."""
    passages = (Passage("brief", Selector("wells")), Passage("brief", Selector("rain")), Passage("letter"))
    m = ArgumentMap(
        about="brief",
        statements=(Statement("a", Kind.CLAIM, "A.", passages=passages),),
        sources=(Source("brief", "brief", authors=("Ann",)),),
        texts={"brief": BRIEF},
    )
    title = formats.named(form).title
    assert written(form, m)[1] == [
        f"a source record says more than {title} has a place for",
        "a passage is not written, as the text of its source is not at hand",
        "a passage that is not in its text, or not named by its words, is not written",
    ]
    assert written(form, evolve(m, texts={}, statements=()))[1] == [
        f"which source is analysed has no place in {title} unless it has one text",
        f"a source record says more than {title} has a place for",
    ]


def test_arguebuf_has_one_place_for_a_statement() -> None:
    """Further passages are told."""
    passages = (Passage("brief", Selector("wells")), Passage("brief", Selector("village")))
    m = ArgumentMap(statements=(Statement("a", Kind.CLAIM, "A.", passages=passages),), texts={"brief": BRIEF})
    document, lost = written("arguebuf", m)
    assert document["nodes"]["a"]["atom"]["reference"] == at("brief", 4, "wells")
    assert lost == ["a further passage of a statement has no place in arguebuf"]


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of everything in JSON values."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, inner in items for each in places(inner, (*path, key)))]


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_damage_stops_nothing(form, data) -> None:
    """Whatever stands in the place of something in a file or in the annex, and whatever becomes of its texts."""
    m = read(form, FILES[form])
    for whole in (json.loads(FILES[form]), json.loads(m.annex[form])):
        *path, last = data.draw(st.sampled_from(places(whole)[1:]))
        holder = whole
        for key in path:
            holder = holder[key]
        holder[last] = data.draw(st.sampled_from([None, 5, "", "brief", "n0", [], {}, [[]], {"id": "n0"}, "10"]))
        texts = {"brief": data.draw(st.sampled_from([BRIEF, NOTES, " "]))}
        try:
            damaged = read(form, json.dumps(whole))
        except ConvertError:
            damaged = m
        for each in (damaged, evolve(m, annex={form: json.dumps(whole)}), evolve(damaged, texts=texts)):
            read(form, json.dumps(written(form, each)[0]))


WORDS = st.sampled_from(["rain", "fell", "wells", "💧", "in", "May.", "So", "é", "\n", "…"])
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join).filter(lambda text: any(map(str.isalnum, text)))


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data(), texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_passages_come_back(form, data, texts) -> None:
    """Any places of any texts, given by offsets, are passages that are written and read as they are."""
    names = [f"t{number}" for number in range(len(texts))]
    found = []
    for _ in range(data.draw(st.integers(0, 4))):
        number = data.draw(st.integers(0, len(texts) - 1))
        start = data.draw(st.integers(0, len(texts[number]) - 1))
        end = data.draw(st.integers(start + 1, len(texts[number])))
        found.append((names[number], start, texts[number][start:end]))
    held = dict(zip(names, texts, strict=True))
    text = (
        arguebuf(*(at(*each) for each in found), texts=held)
        if form == "arguebuf"
        else sadface(*([of(*each)] for each in found), texts=held)
    )
    m = read(form, text)
    assert written(form, m) == (json.loads(text), [])
    plain = evolve(m, annex={})
    document, lost = written(form, plain)
    used = {p.source for s in m for p in s.passages} | {m.about}
    if used >= set(names):
        again = read(form, json.dumps(document))
        assert quotes(again) == quotes(m)
        assert lost == []
