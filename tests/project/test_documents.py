"""Maps as files: loading, saving, laying out."""

from __future__ import annotations

import pytest

import argmap
from argmap.errors import ReadError, UnknownNameError
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement
from argmap.workflows.layout import laid_out

MAP = "nodes:\n  a:\n    claim: A.\n"


def test_the_ending_tells_the_format(project) -> None:
    """A file is read by its ending, whatever its case, or by the format that is named."""
    project({"a.yaml": MAP, "b.YML": MAP, "c.json": '{"nodes": {"a": {"claim": "A."}}}', "d.txt": MAP})
    maps = [argmap.load(name) for name in ("a.yaml", "b.YML", "c.json")] + [argmap.load("d.txt", format="yaml")]
    assert [m.origin.format for m in maps] == ["yaml", "yaml", "json", "yaml"]
    assert len(set(maps)) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.doc", "a.doc: the ending .doc stands for no known format; name it with --input-format (format= in Python)"),
        (
            "a",
            "a: a name without an ending stands for no known format; name it with --input-format (format= in Python)",
        ),
    ],
)
def test_an_ending_that_tells_nothing(project, name, said) -> None:
    """An unknown ending is an error that says how to name the format."""
    project({name: MAP})
    with pytest.raises(ReadError) as caught:
        argmap.load(name)
    assert str(caught.value) == said


def test_a_missing_file_goes_before_its_ending(project) -> None:
    """A file that is not there is not there, whatever its name."""
    project({})
    with pytest.raises(ReadError, match="no such file"):
        argmap.load("gone.txt")


def test_a_format_that_does_not_exist(project) -> None:
    """A misspelt format is told with the right one."""
    project({"a.yaml": MAP})
    with pytest.raises(UnknownNameError, match="unknown format 'ymal': did you mean 'yaml'"):
        argmap.load("a.yaml", format="ymal")


@pytest.mark.parametrize(
    ("data", "place"), [(MAP.encode() + b"# caf\xe9", (4, 6)), (b"\0\1", (1, 1)), (MAP.encode("utf-16"), (1, 1))]
)
def test_a_file_that_is_no_text_is_a_finding(project, data, place) -> None:
    """What is no UTF-8 text is a map without statements and a finding at the first wrong byte."""
    project({"a.yaml": data})
    m = argmap.load("a.yaml")
    (finding,) = m.origin.findings
    assert (finding.code, (finding.line, finding.column), len(m)) == ("AM001", place, 0)


def test_saving_and_loading_gives_the_same_map(project) -> None:
    """What is saved is read back as it was, in every format that is written."""
    project({})
    m = argmap.ArgumentMap(
        title="T",
        statements=(Statement("a", Kind.CLAIM, "A."), Statement("b", Kind.ASSUMPTION, "B: b #1")),
        relations=(Relation.make("support", ["b"], "a"),),
    )
    for name in ("a.yaml", "a.json", "plain"):
        assert argmap.save(m, name, format="yaml" if name == "plain" else None) == ()
    assert argmap.load("a.yaml") == argmap.load("a.json") == argmap.load("plain", format="yaml") == m


def test_what_a_format_cannot_say_is_told(project) -> None:
    """Saving gives back what the file does not hold."""
    project({})
    m = argmap.ArgumentMap(relations=(Relation.make("support", ["b"], "a"),))
    assert [f.code for f in argmap.save(m, "a.yaml")] == ["AM009"]


def test_saving_to_an_unknown_ending(project) -> None:
    """A map is not written under an ending that nobody could read."""
    folder = project({})
    with pytest.raises(ReadError, match=r"^a\.doc: the ending \.doc stands for no format that argmap writes$"):
        argmap.save(argmap.ArgumentMap(), "a.doc")
    assert list(folder.iterdir()) == []


def test_maps_and_records_have_their_own_layout() -> None:
    """A record is laid out by the order of a record's keys, a map by that of a map's."""
    text = b"text: t.txt\ntitle: S\n"
    assert laid_out(text, "s.yaml", record=True)[1] == "title: S\ntext: t.txt\n"
    assert laid_out(b"nodes: {a: {claim: A.}}\ntitle: T\n", "a.yaml")[1].startswith("title: T\n")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"nodes: [", "a.yaml", "a.yaml has a syntax error and was left alone; argmap check shows where"),
        (b"x\n\xe9", "a.yaml", "a.yaml, line 2: this is not UTF-8 (byte 0xE9): save the file as UTF-8"),
        (b"\0", "a.yaml", "a.yaml: this is no text file: it holds zero bytes"),
        (b"", "a.txt", "a.txt: argmap has no layout for this kind of file"),
    ],
)
def test_what_cannot_be_laid_out(data, name, said) -> None:
    """A file that cannot be laid out is an error that says why."""
    with pytest.raises(ReadError) as caught:
        laid_out(data, name)
    assert str(caught.value) == said


def test_settings_for_the_picture_are_told_when_they_are_lost(project) -> None:
    """What an Argdown file says about its picture is named where a file is written that does not have it."""
    head = "===\ntitle: T\nselection: {excludeDisconnected: false}\ngroup: {sections: {S: {isClosed: true}}}\n===\n\n"
    project({"a.argdown": f"{head}# S\n\n[A]: a {{color: 1}}\n  + [B]: b\n"})
    messages = [finding.message for finding in argmap.save(argmap.load("a.argdown"), "b.yaml")]
    assert messages == ["what says how the map is drawn is not kept: selection:, group: sections, color"]
    assert argmap.save(argmap.load("b.yaml"), "c.yaml") == ()


def test_a_file_that_is_none_of_its_formats_is_a_finding(project):
    """What no format of an ending reads is one finding in that file, whichever format it looked like."""
    project({"a.json": '{"@context": "http://www.w3.org/ns/anno.jsonld", ', "b.json": '{"points": [{"id": "1"}]}'})
    for file in ("a.json", "b.json"):
        (finding,) = argmap.load(file).origin.findings
        assert (finding.code, finding.file) == ("AM001", file)
