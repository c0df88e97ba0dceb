"""The project that `argmap init` writes."""

from __future__ import annotations

import json

import pytest

import argmap
from argmap.analysis import analyse
from argmap.project.discovery import project_of
from argmap.workflows import starter as new
from argmap.workflows.checking import check_all
from argmap.workflows.layout import laid_out

FILES = new.project()
MAP = "arguments/library-sundays.yaml"


@pytest.fixture
def starter(project) -> argmap.ArgumentMap:
    """Stand in a new project and give its map."""
    project(FILES)
    return argmap.load(MAP)


def test_it_shows_what_argmap_finds_and_nothing_else(starter) -> None:
    """A new project shows an uncited premise and what hangs on it, a challenge, and a claim on the author's word."""
    report = check_all([analyse(starter)], project_of(starter), complete=True)
    assert [(f.code, f.node) for f in report.findings] == [
        ("AM112", "open-on-sundays"),
        ("AM104", "open-on-sundays"),
        ("AM109", "open-on-sundays"),
        ("AM310", "letter"),
        ("AM101", "budget-allows"),
        ("AM101", "sundays-are-quiet"),
    ]


def test_every_passage_is_verified(starter) -> None:
    """Each passage and citation of the example stands in the example's text."""
    statuses = {
        str(f.outcome) for f in check_all([analyse(starter)], project_of(starter)).analyses[0].resolutions.values()
    }
    assert statuses == {"verified"}


def test_it_is_laid_out_already(starter) -> None:
    """The files are in the layout that `argmap format` would give them."""
    for name, content in FILES.items():
        if name.endswith(".yaml"):
            before, after = laid_out(content.encode(), name, record=name.startswith("seeds"))
            assert before == after, name


def test_its_settings_work_when_they_are_taken_up(project) -> None:
    """The settings that are shown as comments are right."""
    settings = FILES["argmap.toml"].replace("# ", "").partition("\n")[2]
    project({**FILES, "argmap.toml": settings})
    assert "AM112" not in [f.code for f in argmap.check(argmap.load(MAP))]


def test_it_can_be_drawn(starter) -> None:
    """The example's map is drawn without a warning."""
    assert argmap.render(starter, "map.svg") == ()


def test_editors_find_the_schemas(project) -> None:
    """The first line of each map and record names a schema that is written beside them, the one for its kind."""
    folder = project(FILES)
    named = {}
    for name, content in FILES.items():
        if name.endswith(".yaml"):
            mark, _, path = content.partition("\n")[0].partition("$schema=")
            assert mark == "# yaml-language-server: "
            named[name] = json.loads((folder / name).parent.joinpath(path).read_text(encoding="utf-8"))["title"]
    assert named.pop(MAP) == "argmap map"
    assert set(named.values()) == {"argmap source record"}
