"""The library as programs use it: few public names, loaded when asked for, and what can be done with them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap import ArgumentMap, Citation, Group, Kind, Passage, Relation, Selector, Source, Statement

PUBLIC = [
    "Analysis",
    "ArgmapError",
    "ArgumentMap",
    "Arrangement",
    "Audience",
    "Basis",
    "Citation",
    "Corpus",
    "Direction",
    "DrawingOptions",
    "Engine",
    "Evaluation",
    "Expectation",
    "Finding",
    "Force",
    "Grade",
    "Group",
    "Intake",
    "Judgement",
    "Kind",
    "Order",
    "Passage",
    "Project",
    "Ranking",
    "Relation",
    "RelationKind",
    "Reliability",
    "Selector",
    "Severity",
    "Source",
    "SourceKind",
    "Stance",
    "Standard",
    "Standing",
    "Statement",
    "Theme",
    "ToWeigh",
    "Verdict",
    "Voice",
    "Weakness",
    "af",
    "analyse",
    "build_corpus",
    "check",
    "compare",
    "corpus",
    "diff",
    "evaluate",
    "load",
    "load_all",
    "loads",
    "reliability",
    "render",
    "report",
    "rows",
    "save",
    "strengths",
    "to_networkx",
    "weak_points",
]
TEXT = """\
title: The street
nodes:
  wet:
    claim: The street is wet.
    because: [rain, washed + today]
    but: [covered]
  rain: {evidence: It rained., cite: log}
  washed: {premise: It is washed on Mondays.}
  today: {assumption: It is Monday.}
  covered: {objection: The street is covered.}
  when: {question: Since when?}
sources: {log: {title: Weather log}}
"""


@pytest.fixture
def m(project) -> ArgumentMap:
    """Return the map above, read from a file."""
    project({"street.yaml": TEXT})
    return argmap.load("street.yaml")


def test_the_public_names() -> None:
    """The names are these, in order; the module lists no others, and each of them is there."""
    assert argmap.__all__ == PUBLIC == sorted(PUBLIC)
    assert dir(argmap) == sorted([*PUBLIC, "__version__"])
    for name in PUBLIC:
        value = getattr(argmap, name)
        assert value.__doc__, name
        assert value.__name__ == name


def test_types_are_known_to_checkers() -> None:
    """What type checkers see is what is loaded: the same names from the same modules."""
    tree = ast.parse(Path(argmap.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    typed = {
        alias.asname: node.module.removeprefix("argmap.")
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("argmap.")
        for alias in node.names
    }
    assert typed == argmap._HOMES
    assert set(argmap._HOMES) == set(PUBLIC)


def test_a_name_that_does_not_exist() -> None:
    """A misspelt name is an `AttributeError` like any other."""
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'laod'"):
        _ = argmap.laod


def test_names_are_loaded_when_asked_for() -> None:
    """A name is loaded once, from the module that it lives in."""
    program = (
        "import sys, argmap\n"
        "assert 'argmap.model.document' not in sys.modules\n"
        "argmap.ArgumentMap\n"
        "assert 'argmap.model.document' in sys.modules\n"
        "assert 'ArgumentMap' in vars(argmap)\n"
        "assert 'yaml' not in sys.modules\n"
        "from argmap import *\n"
        "assert load and Kind\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_finding_ones_way_in_a_map(m) -> None:
    """Statements by id, by kind and in order; supports and attacks on and of them."""
    assert m["rain"].text == "It rained."
    assert ("rain" in m, "snow" in m, len(m)) == (True, False, 6)
    assert [s.id for s in m] == ["wet", "rain", "washed", "today", "covered", "when"]
    kinds = (m.claims, m.premises, m.evidence, m.recommendations, m.of_kind("question"))
    assert [[s.id for s in found] for found in kinds] == [["wet"], ["washed"], ["rain"], [], ["when"]]
    assert [r.premises for r in m.supports(on="wet")] == [("rain",), ("washed", "today")]
    assert [r.target for r in m.supports(of="today")] == ["wet"]
    assert [r.premises for r in m.attacks(on="wet")] == [("covered",)]
    assert m.attacks(on="wet", of="rain") == m.supports(on="rain") == ()
    with pytest.raises(LookupError, match="unknown statement 'rian': did you mean 'rain'"):
        m["rian"]
    with pytest.raises(argmap.ArgmapError):
        m.supports(on="snow")


def test_checking(m) -> None:
    """Findings are values with code, place and statement, in order, and can be chosen."""
    found = argmap.check(m, select=["AM101"])
    assert [(f.code, f.severity, f.file, f.node) for f in found] == [
        ("AM101", argmap.Severity.WARNING, "street.yaml", "washed"),
        ("AM101", argmap.Severity.WARNING, "street.yaml", "covered"),
    ]
    assert str(found[0]).startswith("street.yaml:8:3: AM101 ")
    assert argmap.check(m, select=["AM101"], ignore=["AM1"]) == found
    assert argmap.check(m, select=["AM1"], ignore=["unsupported-claim"]) != found


def test_evaluating(m) -> None:
    """Each statement that is no question has a verdict; another basis gives other verdicts."""
    evaluation = argmap.evaluate(m)
    assert isinstance(evaluation, argmap.Evaluation)
    assert {name: str(verdict.standing) for name, verdict in evaluation.items()} == {
        "wet": "accepted",
        "rain": "accepted",
        "washed": "unsupported",
        "today": "accepted",
        "covered": "unsupported",
    }
    assert "when" not in evaluation
    assert str(argmap.evaluate(m, basis="cited")["today"].standing) == "unsupported"
    assert evaluation["wet"].why.lines()[0] == "wet is accepted: rain supports it"
    with pytest.raises(argmap.ArgmapError, match="unknown basis 'sited': did you mean 'cited'"):
        argmap.evaluate(m, basis="sited")


def test_building_a_map_in_code(project) -> None:
    """A map made of values is checked, evaluated, written and read back as it was."""
    project({})
    cited = Citation("rain@log", "log", Selector("4 mm … at night"), "p. 3")
    rain = Statement("rain", Kind.EVIDENCE, "It rained.", citations=(cited,), passages=(Passage("log"),), group="sky")
    wet = Statement("wet", Kind.CLAIM, 'It is "wet": all of it # really', tags=("street",))
    made = ArgumentMap(
        title="The street",
        groups=(Group("sky", "The sky"),),
        statements=(wet, rain),
        relations=(Relation.make("support", ["rain"], "wet"),),
        sources=(Source("log", "Weather log"),),
    )
    assert [(f.code, f.file, f.node) for f in argmap.check(made, select=["AM2"])] == [("AM205", "", "log")]
    assert argmap.evaluate(made)["wet"].supported
    for name in ("street.yaml", "street.json"):
        assert argmap.save(made, name) == ()
        assert argmap.load(name) == made
        assert hash(argmap.load(name)) == hash(made)


def test_rows_and_graphs(m) -> None:
    """Statements, relations and findings become rows; the map becomes a graph."""
    assert [row["id"] for row in argmap.rows(m)] == [s.id for s in m]
    assert argmap.rows(m.relations)[0]["premises"] == ["rain"]
    assert argmap.rows(argmap.check(m))[0]["file"] == "street.yaml"
    assert argmap.to_networkx(m).nodes["wet"]["kind"] == "claim"


def test_drawing(m) -> None:
    """A map is drawn into the file that is named."""
    assert argmap.render(m, "street.dot") == ()
    assert "It rained." in Path("street.dot").read_text(encoding="utf-8")


def test_errors_have_one_root(project) -> None:
    """Whatever cannot be done is an `ArgmapError` with a sentence."""
    project({"broken.toml": "", "a.unknown": ""})
    for attempt in (
        lambda: argmap.load("gone.yaml"),
        lambda: argmap.load("a.unknown"),
        lambda: argmap.loads("", format="docx"),
        lambda: argmap.save(ArgumentMap(), "gone/a.yaml"),
        lambda: argmap.render(ArgumentMap(), "a.docx"),
        lambda: argmap.check(ArgumentMap(), select=["AM999"]),
        lambda: ArgumentMap()["a"],
    ):
        with pytest.raises(argmap.ArgmapError) as caught:
            attempt()
        assert len(str(caught.value).split()) > 2


def test_reading_never_raises_for_what_is_written() -> None:
    """A text that is no map is a map with findings."""
    for text in ("", "[", "nodes: 3", "\x00", "\ud800", "a: &a *a"):
        m = argmap.loads(text)
        assert len(m) == 0
        assert m.origin.findings


def test_an_empty_map(project) -> None:
    """A map with nothing in it can be checked, evaluated, written and drawn."""
    project({})
    m = ArgumentMap()
    assert argmap.check(m) == ()
    assert dict(argmap.evaluate(m)) == {}
    argmap.save(m, "empty.yaml")
    argmap.render(m, "empty.dot")
    assert argmap.rows(m) == []


def test_nothing_is_printed(m, capfd) -> None:
    """The library has nothing to say on its own."""
    argmap.check(m)
    argmap.evaluate(m)
    argmap.render(m, "street.dot")
    m._repr_mimebundle_()
    assert capfd.readouterr() == ("", "")
