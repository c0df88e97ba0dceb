"""Which files are meant by the names on a command line."""

from __future__ import annotations

import os

import pytest

from argmap.errors import ReadError
from argmap.project.discovery import Projects
from argmap.project.paths import expand

MAP = "nodes: {a: {claim: A.}}"


@pytest.fixture
def found(project):
    """Return a function that expands names to files, as text with ``/``."""

    def run(*names: str) -> list[str]:
        return [name.replace(os.sep, "/") for name in expand(names, Projects())]

    return run


def test_a_file_is_taken_as_it_is_named(project, found) -> None:
    """A file is meant, whatever its ending or content; ``-`` is standard input."""
    project({"a.txt": "", "./b.yaml": MAP})
    assert found("a.txt", "./b.yaml", "-") == ["a.txt", "./b.yaml", "-"]


def test_a_file_named_twice_is_taken_once(project, found) -> None:
    """Another way of writing the same path names no second file."""
    project({"a.yaml": MAP})
    assert found("a.yaml", "./a.yaml", "-", "-") == ["a.yaml", "-"]


def test_a_folder_stands_for_its_maps(project, found) -> None:
    """In a folder, files of a known ending with ``nodes:`` are maps; other, hidden and foreign files are not."""
    project(
        {
            "a.yaml": MAP,
            "b.json": '{"title": "B", "nodes": {}}',
            "sub/c.yml": f"title: C\n{MAP}",
            "other.yaml": "on: push\njobs:\n  nodes: 3\n",
            "package.json": '{"name": "x"}',
            "notes.txt": MAP,
            ".hidden/d.yaml": MAP,
            ".e.yaml": MAP,
            "node_modules/f.yaml": MAP,
        }
    )
    assert found(".") == ["a.yaml", "b.json", "sub/c.yml"]


def test_in_the_folder_of_maps_every_file_is_one(project, found) -> None:
    """What stands in the folder of maps is a map even if it is broken, in every project with the folder it chose."""
    project(
        {
            "arguments/broken.yaml": "nodse:",
            "arguments/deep/empty.yaml": "",
            "inner/argmap.toml": 'arguments = "maps"',
            "inner/maps/a.yaml": "",
            "inner/arguments/b.yaml": "",
        }
    )
    assert found("arguments", "inner") == ["arguments/broken.yaml", "arguments/deep/empty.yaml", "inner/maps/a.yaml"]


def test_source_records_are_found_in_their_folder(project, found) -> None:
    """A searched folder gives the source records in it as well, but not the texts."""
    project({"seeds/s.yaml": "title: S", "seeds/texts/t.yaml": "x", "a.yaml": MAP})
    assert found("seeds") == ["seeds/s.yaml"]
    assert found(".") == ["a.yaml", "seeds/s.yaml"]


def test_patterns(project, found) -> None:
    """A pattern stands for the files that match it, in order; ``**`` goes down."""
    project({"b.yaml": MAP, "a.yaml": MAP, "sub/c.yaml": MAP, "d.yaml/x": ""})
    assert found("*.yaml") == ["a.yaml", "b.yaml"]
    assert found("**/*.yaml") == ["a.yaml", "b.yaml", "sub/c.yaml"]


def test_a_file_whose_name_looks_like_a_pattern(project, found) -> None:
    """A name that exists is that file, brackets and all."""
    project({"a[1].yaml": MAP, "a1.yaml": MAP})
    assert found("a[1].yaml") == ["a[1].yaml"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone.yaml", "gone.yaml does not exist"),
        ("gone*.yaml", "no file matches gone*.yaml"),
        ("empty", "there is no map in empty"),
        ("", "a path is empty"),
    ],
)
def test_what_stands_for_nothing(project, found, name, said) -> None:
    """A name that stands for no file is an error that says which."""
    project({"empty/notes.txt": ""})
    with pytest.raises(ReadError) as caught:
        found(name)
    assert str(caught.value) == said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in the file system")
def test_pipes_in_a_folder_are_left_alone(project, found) -> None:
    """A pipe in a searched folder is not opened, which would wait for ever."""
    folder = project({"arguments/a.yaml": MAP})
    os.mkfifo(folder / "arguments" / "b.yaml")
    os.mkfifo(folder / "c.yaml")
    assert found(".") == ["arguments/a.yaml"]
