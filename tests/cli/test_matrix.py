"""`argmap matrix`: evidence and competing claims."""

from __future__ import annotations

import csv
import io
import json

import pytest

from argmap.cli.commands import _grid, matrix
from argmap.cli.output import columns

MAP = """\
nodes:
  why:
    question: Why is the street wet?
    because: [rain, pipe]
  rain: {claim: It rained., title: Rain, because: [street-wet], but: [roofs-dry], contradicts: [pipe]}
  pipe: {claim: A pipe burst., because: [street-wet, low-pressure]}
  street-wet: {evidence: The street is wet., cite: photo}
  roofs-dry: {evidence: The roofs are dry., cite: photo, but: [roofs-heated]}
  roofs-heated: {assumption: The roofs are heated.}
  low-pressure: {evidence: The pressure is low., cite: gauge}
  neighbour: {claim: A neighbour saw clouds., cite: letter, contradicts: [dream]}
  dream: {claim: It was a dream.}
  alone: {claim: Nothing speaks against this.}
  unanswered: {question: Who knows?}
  half: {question: And why?, because: [alone]}
"""


@pytest.fixture(autouse=True)
def _map(project, monkeypatch) -> None:
    project({"map.yaml": MAP})
    monkeypatch.setenv("COLUMNS", "100")


def test_a_question_has_its_answers_compared(run) -> None:
    """What tells most comes first, what does not tell them apart last, and the counts at the foot."""
    done = run("matrix", "why", "map.yaml")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Why is the street wet?",
        "1  rain: It rained.",
        "2  pipe: A pipe burst.",
        "",
        "evidence                  1    2",
        "tells them apart:",
        "  roofs-heated (assumed)  +..  .",
        "  low-pressure            .    +",
        "tells them apart only by lines that do not stand:",
        "  roofs-dry               (-)  .",
        "does not tell them apart:",
        "  street-wet              +    +",
        "",
        "for                       2    2",
        "for, standing             2    2",
        "for, their sources        1    2",
        "against                   1    0",
        "against, standing         0    0",
        "against, their sources    0    0",
        "",
        "+ for, - against, .. indirectly; ( ) no line that says so stands; . says nothing",
        "This shows what the map says. It declares no winner: counts are not weights.",
    ]


def test_every_group_of_a_map_is_told(run, project) -> None:
    """Without a name, each question and each contradiction has its table; of several maps, each its file."""
    project({"two.yaml": "nodes: {a: {claim: A., contradicts: b}, b: {claim: B., cite: x}}\n"})
    out = run("matrix", "map.yaml", "two.yaml").stdout
    heads = [line for line in out.splitlines() if line.startswith(("Why", "1  ", "map.yaml", "two.yaml"))]
    assert heads == [
        *("map.yaml", "Why is the street wet?", "1  rain: It rained."),
        *("map.yaml", "1  neighbour: A neighbour saw clouds."),
        *("two.yaml", "1  a: A."),
    ]


def test_claims_can_be_named(run) -> None:
    """One is compared to what it competes with, several to each other, by id, title or text."""
    by_question = run("matrix", "why", "map.yaml").stdout
    assert run("matrix", "Rain", "map.yaml").stdout == by_question
    assert run("matrix", "Why is the street wet?", "map.yaml").stdout == by_question
    lines = run("matrix", "A pipe burst.", "dream", "map.yaml").stdout.splitlines()
    assert lines[:3] == [
        "1  pipe: A pipe burst.",
        "2  dream: It was a dream.",
        "Not every two of them contradict each other in the map: several may hold.",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rian", "map.yaml"], "unknown statement 'rian': did you mean 'rain'?"),
        (["rain", "pip", "map.yaml"], "unknown statement 'pip': did you mean 'pipe'?"),
        (["unanswered", "map.yaml"], "the question unanswered has no answers: list them as reasons for it"),
        (["half", "map.yaml"], "the question half has one answer alone: list the others as reasons for it"),
        (["why", "rain", "map.yaml"], "why is a question: name it alone, and its answers are compared"),
        (
            ["street-wet", "map.yaml"],
            (
                "nothing competes with street-wet: let another claim contradict it, make both reasons for one "
                "question, or name both: argmap matrix street-wet CLAIM"
            ),
        ),
        (["rain", "a", "map.yaml", "two.yaml"], "no map has all of 'rain' and 'a': claims compete within one map"),
        (["mpa.yaml"], "mpa.yaml does not exist"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(run, project, arguments, said) -> None:
    """It says what is missing, and what to write or to name."""
    project({"two.yaml": "nodes: {a: {claim: A., contradicts: b}, b: {claim: B., cite: x}}\n"})
    done = run("matrix", *arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"argmap: {said}\n")


def test_a_map_in_which_nothing_competes_is_told_so(run, project) -> None:
    """The sentence says how claims come to compete; for programs, there is nothing."""
    project({"bare.yaml": "nodes:\n  a: {claim: A.}\n"})
    done = run("matrix", "bare.yaml")
    assert done.exit_code == 0
    assert done.stdout == (
        "No claims compete: let them contradict each other, make them reasons for one question, or name them:\n"
        "argmap matrix CLAIM CLAIM\n"
    )
    assert run("matrix", "bare.yaml", "--json").stdout == "[]\n"
    assert run("matrix", "bare.yaml", "--csv").stdout == ""


def test_what_no_evidence_bears_on_is_told_so(run, project) -> None:
    """What lacks a ground that counts is named; on granted grounds it has a row."""
    project({"bare.yaml": "nodes: {a: {claim: A., contradicts: b}, b: {claim: B., because: c}, c: {claim: C.}}\n"})
    lines = run("matrix", "bare.yaml").stdout.splitlines()
    assert lines[3:] == [
        "No evidence that counts speaks for or against any of them.",
        "",
        "Left out, without a ground that counts: 'a' and 'c'.",
        "This shows what the map says. It declares no winner: counts are not weights.",
    ]
    assert "\n  c                     .  +\n" in run("matrix", "bare.yaml", "--basis", "granted").stdout


def test_rows_may_be_sources(run) -> None:
    """A source that is for and against a claim has both marks."""
    out = run("matrix", "why", "map.yaml", "--sources").stdout
    assert "\n  photo                 + (-)  +\n" in out


def test_csv_html_and_json_are_for_programs(run) -> None:
    """CSV is a table, HTML an element, JSON a list of all groups."""
    rows = list(csv.reader(io.StringIO(run("matrix", "why", "map.yaml", "--csv").stdout)))
    assert [row[0] for row in rows] == ["evidence", "roofs-heated", "low-pressure", "roofs-dry", "street-wet"]
    assert run("matrix", "why", "map.yaml", "--html").stdout.startswith(
        '<table class="argmap-matrix">\n<caption>Why is'
    )
    found = json.loads(run("matrix", "map.yaml", "--json").stdout)
    assert [(each["map"], each["question"], len(each["rows"])) for each in found] == [
        ("map.yaml", "why", 4),
        ("map.yaml", None, 1),
    ]
    several = run("matrix", "map.yaml", "--csv")
    assert several.stderr == "argmap: 2 tables, with an empty line between them: name a claim or a question for one\n"
    assert several.stdout.count("\n\n") == 1


def test_the_table_fits_the_terminal(run, project, monkeypatch) -> None:
    """Long names are broken, wide characters counted as two columns, and claims that do not fit are told below."""
    claims = {f"c{at}": f"{{claim: 'It is {at}.', because: [{'雨' * 30}, long]}}" for at in range(12)}
    nodes = {"q": f"{{question: Which?, because: [{', '.join(claims)}]}}", **claims}
    nodes |= {"雨" * 30: "{evidence: Rain., cite: s}", "long": "{evidence: L., cite: s}"}
    project({"wide.yaml": "nodes:\n" + "".join(f"  {name}: {value}\n" for name, value in nodes.items())})
    monkeypatch.setenv("COLUMNS", "44")
    lines = run("matrix", "wide.yaml").stdout.splitlines()
    assert max(map(columns, lines)) <= 44
    assert [line.split()[1:] for line in lines if line.startswith("evidence")] == [
        [str(at) for at in range(1, 10)],
        [str(at) for at in range(10, 13)],
    ]


def test_what_is_too_much_is_said(run, monkeypatch) -> None:
    """Groups beyond a number are left out, and rows beyond another in text alone."""
    monkeypatch.setattr(matrix, "MOST_TABLES", 1)
    monkeypatch.setattr(_grid, "MOST_ROWS", 3)
    done = run("matrix", "map.yaml")
    assert done.stderr == "argmap: 2 groups of claims compete, the first 1 are told: name a claim of another\n"
    assert "street-wet" not in done.stdout
    assert "\nand 1 more, in --csv, --json and --html\n" in done.stdout


def test_circles_end(run, project) -> None:
    """What goes round is told like all else; through a claim that is undecided itself, no line stands."""
    project(
        {"round.yaml": "nodes: {a: {claim: A., because: b, contradicts: b}, b: {claim: B., because: a, cite: x}}\n"}
    )
    assert "\n  b                     (+)  +\n" in run("matrix", "round.yaml").stdout


def test_an_order_of_values_decides_what_stands(run, project) -> None:
    """Under an order by which a cost is outweighed, it does not stand against the claim; a misspelt order is told."""
    nodes = """\
      act: {recommendation: Act., because: [{reason: r, values: health}], but: [{reason: k, values: jobs}]}
      wait: {recommendation: Wait., because: [k]}
      r: {claim: R., cite: s}
      k: {objection: K., cite: t}
    """
    orders = "{parents: health > jobs, shops: jobs > health}"
    project({"valued.yaml": f"orders: {orders}\nnodes:\n{nodes}\nsources: {{s: S, t: T}}\n"})
    asked = ["matrix", "act", "wait", "valued.yaml", "--order"]
    assert "  k                     (-)  +" in run(*asked, "parents").stdout.splitlines()
    assert "  k                     -  +" in run(*asked, "shops").stdout.splitlines()
    done = run(*asked, "shop")
    assert (done.exit_code, done.stderr) == (2, "argmap: unknown order of values 'shop': did you mean 'shops'?\n")
