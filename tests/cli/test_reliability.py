"""`argmap reliability`: how likely statements stand."""

from __future__ import annotations

import json

import pytest

MAP = """\
title: T
sources:
  report: {title: Report, reliability: {grade: B2}, based-on: survey}
  survey: {title: Survey, reliability: {grade: A1}}
  letter: {title: Letter}
nodes:
  do: {recommendation: Do it., because: [x]}
  x: {claim: X., because: [a, b], but: [c]}
  a: {claim: A., cite: report}
  b: {claim: B., cite: survey}
  c: {claim: C., title: A cost, cite: letter}
  d: {claim: D.}
  q: {question: Q?}
"""


@pytest.fixture(autouse=True)
def _map(project) -> None:
    project({"map.yaml": MAP})


def test_probabilities_and_what_matters_are_told(run) -> None:
    """A recommendation has its probability, those of other standings, and its sources, what matters most first."""
    done = run("reliability", "map.yaml", "--source", "letter=0.25", "--each", "0.9")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "do is accepted with probability 0.7425",
        "  supported 0.99, rejected 0.2475, unsupported 0.01",
        "  letter (0.25) matters most: 0 if it holds, 0.99 if it fails",
        "  report (0.9): 0.75 if it holds, 0.675 if it fails",
        "  survey (0.9): 0.75 if it holds, 0.675 if it fails",
        "",
        "Supposed: each source holds or fails independently of the others, with all that is cited from it.",
        "By their records that is doubtful: report is based on survey.",
        "All numbers are exact.",
    ]


def test_grades_are_numbers_only_where_somebody_says_so(run) -> None:
    """A grade stands for the number that is given for it; sources without any number count as certain."""
    done = run("reliability", "map.yaml", "x", "A cost", "--grade", "B2=0.5", "--json")
    found = json.loads(done.stdout)
    assert (found["sources"], found["certain"]) == ({"report": 0.5}, ["survey", "letter"])
    assert [(each["id"], each["standing"]) for each in found["statements"]] == [("x", "rejected"), ("c", "accepted")]
    assert found["statements"][0]["certain"] == ["letter", "survey"]
    assert found["statements"][0]["rejected"] == {"probability": 1.0, "low": 1.0, "high": 1.0, "draws": None}
    assert found["assumption"].startswith("each source holds or fails independently")
    own = run("reliability", "map.yaml", "--grade", "B2=0.5", "--source", "report=0.2", "--json")
    assert json.loads(own.stdout)["sources"] == {"report": 0.2}


def test_what_is_drawn_is_told_with_its_interval_and_seed(run, monkeypatch) -> None:
    """Beyond exact reach, each number has an interval, and the draws and the seed are told."""
    monkeypatch.setattr("argmap.frameworks.chances.weighing.MOST_IN_TABLE", 0)
    monkeypatch.setattr("argmap.frameworks.chances.weighing._MOST_STEPS", 0)
    line = ["reliability", "map.yaml", "--each", "0.5", "--draws", "1000", "--seed", "3"]
    told = run(*line).stdout
    assert "All numbers are from 1,000 draws (seed 3), with intervals of 95 % (Wilson's)." in told
    assert told == run(*line).stdout != run(*line[:-1], "4").stdout
    found = json.loads(run(*line, "--json").stdout)
    accepted = found["statements"][0]["accepted"]
    assert (found["draws"], found["seed"], accepted["draws"]) == (1000, 3, 1000)
    assert accepted["low"] < 0.375 < accepted["high"]


def test_what_no_source_can_help_is_told_at_the_end(run, project) -> None:
    """Statements that nothing supports are named together."""
    project({"bare.yaml": "nodes: {do: {recommendation: Do., because: [a]}, a: {claim: A.}, b: {recommendation: B.}}"})
    told = run("reliability", "bare.yaml", "--each", "0.9").stdout
    assert told.splitlines()[0] == "unsupported, whatever sources hold: do, b"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "say how likely sources hold: --source memo=0.7, --grade B2=0.8 or --each 0.9"),
        (["--source", "repot=0.5"], "unknown source 'repot': did you mean 'report'?"),
        (["--grade", "B=0.5"], "unknown grade of reliability 'B': did you mean 'B2'?"),
        (["--source", "report"], "'report' is no name with its number: write memo=0.7"),
        (["--source", "report=1.5"], "'probability' takes a number from 0 to 1, such as 0.7, and this is '1.5'"),
        (["--source", "report=-0.1"], "'probability' takes a number from 0 to 1, such as 0.7, and this is '-0.1'"),
        (["--source", "report=nan"], "'probability' takes a number from 0 to 1, such as 0.7, and this is 'nan'"),
        (["--each", "90%"], "'probability' takes a number from 0 to 1, and this is '90%': write 0.9"),
        (["--source", "report=0.5", "--source", "report=0.6"], "'report' stands twice: say its number once"),
        (["--each", "0.9", "--draws", "0"], "0 is not in the range 1<=x<=1000000"),
        (["nothing", "--each", "0.9"], "unknown statement 'nothing'"),
        (["q", "--each", "0.9"], "q is a question: it takes no part in the evaluation"),
    ],
)
def test_what_cannot_be_asked_is_told(run, options, said) -> None:
    """Each slip is one sentence, with what was meant, and ends with status 2."""
    done = run("reliability", "map.yaml", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_several_maps_are_told_one_below_the_other(run, project) -> None:
    """Each map has its heading; JSON is a list."""
    project({"other.yaml": "nodes: {do: {recommendation: Do., cite: s}}"})
    told = run("reliability", "map.yaml", "other.yaml", "--each", "0.5").stdout
    assert [line for line in told.splitlines() if line.endswith(".yaml")] == ["map.yaml", "other.yaml"]
    done = run("reliability", "map.yaml", "other.yaml", "--each", "0.5", "--json")
    assert [each["map"] for each in json.loads(done.stdout)] == ["map.yaml", "other.yaml"]
