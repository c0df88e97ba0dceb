"""The benchmarks' inputs: they are what the rows say is measured."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import click
import pytest

from argmap import registry
from argmap.cli import commands
from argmap.evidence.passages.resolution import Outcome
from argmap.evidence.passages.resolve import resolve
from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.model.sources import Source

FILE = Path(__file__).parent.parent / "benchmarks" / "inputs.py"


@pytest.fixture
def inputs(monkeypatch) -> ModuleType:
    """Return the module that makes the inputs, left to its own graphs."""
    spec = importlib.util.spec_from_file_location("inputs", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "GENERATOR", FILE / "absent")
    return module


def test_yaml_and_json_hold_the_same_map_without_a_slip(inputs):
    """Both native inputs read without a finding, as one and the same map of the size asked for."""
    content = inputs.document(inputs.graph(200))
    from_yaml = yaml_format.FORMAT.read(inputs.to_yaml(content), "map.yaml")
    from_json = json_format.FORMAT.read(json.dumps(content), "map.json")
    assert from_yaml == from_json
    assert from_yaml.origin.findings == from_json.origin.findings == ()
    assert len(from_yaml) == 200
    assert 200 <= len(from_yaml.relations) <= 300


def test_one_attack_in_ten_is_weighed(inputs):
    """The weighed input reads without a finding; a tenth of its attacks is judged, and two orders rank values."""
    plain = json_format.FORMAT.read(json.dumps(inputs.document(inputs.graph(2000))), "map.json")
    m = json_format.FORMAT.read(json.dumps(inputs.weighed(inputs.document(inputs.graph(2000)))), "map.json")
    judged = [r for r in m.relations if r.outweighed_by or r.force]
    assert m.origin.findings == ()
    assert [r.id for r in m.relations] == [r.id for r in plain.relations]
    assert len(judged) == len(m.attacks()) // 10
    assert len(m.recommendations) == 100
    assert len(m.orders) == 2


def test_every_citation_of_the_project_is_found(inputs, tmp_path):
    """The project's source texts hold each cited passage once, so that the look-up does all its work."""
    file = inputs.write_project(inputs.document(inputs.graph(60)), tmp_path)
    m = yaml_format.FORMAT.read(file.read_text(), file.name)
    texts = {text.stem: text.read_text() for text in tmp_path.glob("seeds/texts/*.txt")}
    resolutions = resolve(m, {name: Source(name, text=f"texts/{name}.txt") for name in texts}, texts)
    assert len(resolutions) > 10
    assert {resolution.outcome for resolution in resolutions.values()} == {Outcome.VERIFIED}


def test_argdown_has_the_same_statements_and_relations(inputs):
    """The peer's input has one line for each statement and each relation."""
    graph = inputs.graph(200)
    lines = inputs.to_argdown(graph).splitlines()
    assert sum(line.startswith("[") for line in lines) == 200
    assert sum(line.startswith("  ") for line in lines) == len(graph.relations)


@pytest.fixture
def hostile(monkeypatch) -> ModuleType:
    """Return the module that puts damaged files through every command, with few random maps."""
    pytest.importorskip("resource", reason="needs limits of POSIX")
    monkeypatch.syspath_prepend(FILE.parent)
    makers = importlib.import_module("hostile_inputs")
    monkeypatch.setattr(makers, "TANGLED", 20)
    monkeypatch.setattr(makers, "LARGE", 2)
    return importlib.import_module("hostile")


@pytest.mark.parametrize("part", range(6))
def test_no_damaged_file_is_trouble_to_any_command(hostile, tmp_path, part):
    """A small part of the long run: no traceback, and no exit status but 0, 1 and 2."""
    for number in range(20 * part, 20 * part + 20):
        case = hostile.make(71, number)
        assert list(hostile.trouble(case, tmp_path / "project")) == [], f"input {number} of seed 71"


def test_a_hostile_input_follows_from_its_seed_and_number(hostile):
    """What was trouble once can be tried again."""
    assert hostile.make(5, 17) == hostile.make(5, 17) != hostile.make(5, 18)


@pytest.mark.parametrize(("problem", "said"), [(KeyError("x"), "KeyError: "), (SystemExit(3), "exit status 3")])
def test_trouble_is_seen(hostile, tmp_path, monkeypatch, problem, said):
    """A command that raises, or ends with another status, is trouble."""

    @click.command()
    def broken() -> None:
        raise problem

    monkeypatch.setattr(hostile, "argmap", broken)
    told = list(hostile.trouble(hostile.Input("words", {}, [[]]), tmp_path / "project"))
    assert [line.startswith(said) for line in told] == [True]


def test_every_command_and_every_kind_is_among_the_inputs(hostile):
    """The inputs are of every kind, and there is no command that none of them runs."""
    cases = [hostile.make(1, number) for number in range(3000)]
    assert {case.kind for case in cases} == set(hostile.KINDS)
    run = {command[0].replace("-", "_") for case in cases for command in case.commands}
    names = {module.removesuffix("_") for module in registry.names(commands)}
    assert run >= names - {"completion", "schema", "view"}


def test_no_damaged_path_leads_out_of_its_folder(hostile) -> None:
    """What is typed in a run of damaged inputs may be a path, but none above or outside the folder it runs in."""
    made = (hostile.make(7, number) for number in range(3000))
    typed = [part for each in made if each.kind == "words" for command in each.commands for part in command]
    assert len(typed) > 100
    assert not [part for part in typed if part.startswith("/") or ".." in part.split("/")]
