"""Which project a file belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.errors import ConfigError
from argmap.project.discovery import Projects, project_of


@pytest.fixture
def root_of(project):
    """Return a function that tells the project's folder of a path, relative to the test's folder."""
    folder = project({})

    def root(place: str) -> str:
        return Projects().around(folder / place).root.relative_to(folder).as_posix()

    return root


def test_the_nearest_folder_wins(project, root_of) -> None:
    """Settings, source records, maps or a repository mark a project; the nearest mark is taken."""
    project(
        {
            "outer/argmap.toml": "",
            "outer/maps/a.yaml": "",
            "outer/inner/seeds/s.yaml": "",
            "outer/inner/arguments/b.yaml": "",
            "outer/cloned/.git/HEAD": "",
            "outer/cloned/c.yaml": "",
            "outer/begun/arguments/d.yaml": "",
        }
    )
    assert root_of("outer/maps/a.yaml") == "outer"
    assert root_of("outer/inner/arguments/b.yaml") == "outer/inner"
    assert root_of("outer/inner/seeds/s.yaml") == "outer/inner"
    assert root_of("outer/cloned/c.yaml") == "outer/cloned"
    assert root_of("outer/inner") == "outer/inner"
    assert root_of("outer/begun/arguments/d.yaml") == "outer/begun"


def test_a_file_in_no_project_is_one_of_its_own(project, root_of) -> None:
    """Without a mark, the folder of the file is the project, and it has no records."""
    folder = project({"alone/a.yaml": "", "alone/deeper/b.yaml": ""})
    assert root_of("alone/a.yaml") == "alone"
    assert root_of("alone/deeper/b.yaml") == "alone/deeper"
    assert Projects().around(folder / "alone/a.yaml").records == {}
    project({"other/c.yaml": ""})
    projects = Projects()
    assert [projects.around(folder / place).root.name for place in ("alone/a.yaml", "other/c.yaml")] == [
        "alone",
        "other",
    ]


def test_a_path_upwards_is_followed(project, monkeypatch) -> None:
    """A path with .. leads to the project that it points to, not to the one that one stands in."""
    folder = project({"here/argmap.toml": "", "there/seeds/s.yaml": "", "there/a.yaml": ""})
    monkeypatch.chdir(folder / "here")
    assert Projects().around("../there/a.yaml").root == folder / "there"


def test_a_project_is_found_once(project) -> None:
    """All files of a project share it, so that its settings and records are read but once."""
    folder = project({"argmap.toml": "", "maps/a.yaml": "", "maps/deep/b.yaml": ""})
    projects = Projects()
    assert projects.around(folder / "maps/a.yaml") is projects.around(folder / "maps/deep/b.yaml")


def test_wrong_settings_are_told_when_the_project_is_looked_for(project) -> None:
    """A project with broken settings cannot be used."""
    folder = project({"argmap.toml": "x"})
    with pytest.raises(ConfigError):
        Projects().around(folder)


def test_a_map_without_a_file_belongs_to_the_working_folder(project) -> None:
    """Maps made in code, read from a text or from standard input use the project that one works in."""
    folder = project({"seeds/s.yaml": "title: S", "deep/x": ""})
    assert project_of(argmap.ArgumentMap()).root == folder
    assert project_of(argmap.loads("nodes: {}")).root == folder
    assert folder == Path.cwd()
