"""`argmap doctor`: what is there, and how to get the rest."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from argmap.cli.commands import _health
from argmap.cli.commands._health import PURPOSES, Extra

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


@pytest.fixture
def bare(monkeypatch):
    """Let no program be there, and no package."""
    monkeypatch.setattr(_health, "which", lambda _: None)
    monkeypatch.setattr(_health, "_version", lambda _: None)


def values(run):
    """Return what is told as data."""
    return json.loads(run("doctor", "--json").stdout)


def test_where_nothing_is_there(run, bare):
    """What is missing is told with what installs it, and is no error."""
    done = run("doctor")
    assert done.exit_code == 0
    assert "only Graphviz's own program draws PDF: install Graphviz from https://graphviz.org" in done.stdout
    assert "nothing draws SVG and PNG: pip install 'argmap[render]'" in done.stdout
    assert "needs pypdfium2): pip install 'argmap[pdf]'" in done.stdout
    assert "argmap init begins one" in done.stdout
    assert values(run)["engines"] == {"dot": None, "bundled": None, "auto": None}


def test_which_engine_is_taken(run, monkeypatch):
    """Graphviz's own program is taken first, then the bundled one."""
    monkeypatch.setattr(_health, "_version", lambda _: "0.2.2")
    monkeypatch.setattr(_health, "_dot", lambda: None)
    assert values(run)["engines"]["auto"] == "bundled"
    monkeypatch.setattr(_health, "_dot", lambda: "16.1")
    assert values(run)["engines"]["auto"] == "dot"


def test_a_font_that_is_too_wide(run, monkeypatch):
    """A font that is wider than lines are broken for is told with what to install."""
    monkeypatch.setattr(_health, "_font", lambda: "DejaVu Sans")
    assert "install Arial or Liberation Sans" in run("doctor").stdout


def test_the_project(run, project):
    """The project is told: settings, maps, records, texts, lock."""
    project(
        {
            "argmap.toml": "",
            "arguments/a.yaml": "nodes: {a: {claim: A.}}",
            "seeds/s.yaml": "title: S\ntext: texts/s.txt\n",
            "seeds/t.yaml": "title: T\n",
            "seeds/texts/s.txt": "S.",
        }
    )
    found = values(run)["project"]
    assert (found["maps"], found["records"], found["texts"], found["lock"]) == (1, 2, 1, False)
    assert found["settings"].endswith("argmap.toml")
    assert "1 map; 2 source records, 1 with the text at hand; no lock" in run("doctor").stdout


@pytest.mark.parametrize("files", [{"argmap.toml": "selekt = []"}, {"argmap.lock": "]["}])
def test_what_cannot_be_read(run, project, files):
    """Settings and a lock that cannot be read are told, with status 1."""
    project({"argmap.toml": "", "arguments/a.yaml": "nodes: {a: {claim: A.}}", **files})
    done = run("doctor")
    assert done.exit_code == 1
    assert "wrong" in done.stdout


def test_extras_are_complete_with_all_their_packages():
    """An extra of which a package is not there is not complete."""
    assert Extra("web", {"a": "1", "b": "2"}).is_complete
    assert not Extra("web", {"a": "1", "b": None}).is_complete


def test_every_extra_says_what_it_is_for():
    """Each extra that argmap has is told with its purpose."""
    declared = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set(declared) - {"all"} == set(PURPOSES)
