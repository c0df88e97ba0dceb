"""Source records and texts: what of them is read, and what is said of those that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import argmap
from argmap import files
from argmap.project.discovery import Projects
from argmap.project.project import Project


@pytest.fixture
def use(project):
    """Return a function that writes a project with one source `s`, and reads its text: the texts, and what is said."""

    def read(record: str, **others: str | bytes) -> tuple[dict[str, str], list[str]]:
        folder = project({"seeds/s.yaml": record, **{f"seeds/{name}.txt": text for name, text in others.items()}})
        library = Project(folder)
        texts, found = library.texts(library.records.values(), argmap.ArgumentMap())
        assert {(f.code, f.file, f.node) for f in found} <= {("AM010", "seeds/s.yaml", "s")}
        return texts, [f.message for f in found]

    return read


def test_records_by_id(project) -> None:
    """A record bears the name of its file unless it gives an id; hidden files and folders are no records."""
    folder = project(
        {
            "seeds/b.yaml": "title: B",
            "seeds/a.yml": "id: first\ntitle: A",
            "seeds/.c.yaml": "",
            "seeds/d.txt": "",
            "seeds/e.yaml/x": "",
            "seeds/texts/f.yaml": "",
        }
    )
    assert {name: record.title for name, record in Project(folder).records.items()} == {"first": "A", "b": "B"}


def test_two_records_with_one_id(project) -> None:
    """Of two records with one id the first is read, and the second is a finding that names the first."""
    folder = project({"seeds/a.yaml": "id: x\ntitle: A", "seeds/b.yaml": "id: x\ntitle: B"})
    library = Project(folder)
    assert library.records["x"].title == "A"
    (finding,) = library.findings()
    assert (finding.code, finding.file, finding.node) == ("AM003", "seeds/b.yaml", "x")
    assert "seeds/a.yaml" in finding.message


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"title: A\nauthors: Caf\xe9\n", 2, "not UTF-8"),
        (b"PK\0\0", 1, "no text file"),
        (b"", 1, "the file is empty"),
        (b"title: [A\n", 1, "not closed"),
        (b"- A\n", 1, "list"),
    ],
)
def test_a_record_that_cannot_be_read_is_a_finding(project, content, line, said) -> None:
    """A broken record is known by its file's name, and what is wrong with it is a finding of its own file."""
    folder = project({"seeds/s.yaml": content})
    library = Project(folder)
    assert list(library.records) == ["s"]
    found = library.findings()
    assert {f.file for f in found} == {"seeds/s.yaml"}
    assert [f.line for f in found if said in f.message] == [line]


def test_a_text_is_read_from_the_folder_of_its_record(use) -> None:
    """The path of a text begins at the folder of the record."""
    assert use("text: t.txt", t="Über".encode()) == ({"s": "Über"}, [])
    assert use("title: S")[0] == {}


def test_a_text_that_is_not_at_hand_is_no_finding(use) -> None:
    """A text that is not there is simply not at hand; another place says so."""
    assert use("text: gone.txt") == ({}, [])


@pytest.mark.parametrize("path", ["../../secret.txt", "/etc/hostname", "/etc/passwd", "x/../../../secret.txt"])
def test_a_text_outside_the_project_is_refused(use, path) -> None:
    """A record must not reach for files elsewhere on the machine, whether they are there or not."""
    texts, said = use(f"text: {path}")
    assert texts == {}
    assert said == [f"the text of 's' cannot be used: '{path}' leaves the project; put the text under seeds/texts"]


def test_a_link_out_of_the_project_is_refused(use, tmp_path_factory) -> None:
    """A link counts as the place that it points to."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    use("title: S")
    Path("seeds/link.txt").symlink_to(secret)
    texts, said = use("text: link.txt")
    assert texts == {}
    assert "leaves the project" in said[0]


def test_a_link_within_the_project_is_followed(use) -> None:
    """A link to a text of the project is as good as the text."""
    use("title: S", t="T")
    Path("seeds/link.txt").symlink_to("t.txt")
    assert use("text: link.txt") == ({"s": "T"}, [])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("texts", "seeds/texts is a folder"),
        ("binary.txt", "seeds/binary.txt: this is no text file: it holds zero bytes"),
        ("latin.txt", "seeds/latin.txt, line 2: this is not UTF-8 (byte 0xE9): save the file as UTF-8"),
        ("huge.txt", "seeds/huge.txt is too large: argmap reads files of up to 1 MB"),
        ("loop.txt", "'loop.txt' is not a usable path: "),
        ('"a\\0b"', "'a\\x00b' is not a usable path: embedded null byte"),
        ("n" * 300, f"'{'n' * 60}…' is not a usable path: file name too long"),
    ],
)
def test_a_text_that_is_there_but_cannot_be_used(use, monkeypatch, path, said) -> None:
    """Folders, binaries, other encodings, huge files and impossible paths are told apart."""
    monkeypatch.setattr(files, "LARGEST", 2**20)
    use("title: S", binary=b"\0\1", latin=b"caf\n\xe9\n", huge=b"x" * (2**20 + 1))
    Path("seeds/texts").mkdir()
    Path("seeds/loop.txt").symlink_to("loop.txt")
    texts, (message,) = use(f"text: {path}")
    assert texts == {}
    assert message.startswith(f"the text of 's' cannot be used: {said}")


@pytest.mark.parametrize("text", ["It rained on Monday.", "|\n  It rained.\n  It was cold", "Was it cold?"])
def test_a_text_in_the_place_of_its_file_is_answered_with_what_to_write(use, text) -> None:
    """Who writes the text itself is told in which file to put it, and how to name that."""
    said = "'text:' names a file: save the text as seeds/texts/s.txt, and write 'text: texts/s.txt'"
    assert use(f"text: {text}") == ({}, [f"the text of 's' cannot be used: {said}"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in the file system")
def test_a_pipe_is_no_text(use) -> None:
    """A pipe is not opened, which would wait for ever."""
    use("title: S")
    os.mkfifo("seeds/pipe.txt")
    assert use("text: pipe.txt") == ({}, ["the text of 's' cannot be used: seeds/pipe.txt is not a file"])


def test_an_inline_source_has_its_text_beside_the_map(project) -> None:
    """The text of a source written in a map is looked for from the folder of the map."""
    text = "sources: {s: {title: S, text: t.txt}}\nnodes: {a: {evidence: A., cite: s}}"
    folder = project({"arguments/a.yaml": text, "arguments/t.txt": "T", ".git/HEAD": ""})
    m = argmap.load("arguments/a.yaml")
    assert Projects().around(folder).texts(m.sources, m) == ({"s": "T"}, [])


def test_what_is_a_record(project) -> None:
    """A record is a YAML file right in the folder of records, however its path is written."""
    library = Project(project({"seeds/s.yaml": "", "seeds/texts/t.yaml": "", "arguments/a.yaml": ""}))
    paths = ("seeds/s.yaml", "./seeds/../seeds/s.yaml", "seeds/s.txt", "seeds/texts/t.yaml", "arguments/a.yaml")
    assert [library.is_record(path) for path in paths] == [True, True, False, False, False]
