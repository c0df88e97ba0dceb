"""`argmap evaluate` and `argmap why`: standing as a table, as JSON, and with its reasons."""

from __future__ import annotations

import inspect
import json
import re

import pytest

from argmap.evaluation import verdict
from argmap.evaluation.prospects.modifiers import MEANINGS

MAP = """\
nodes:
  adopt-it:
    recommendation: Adopt it.
    because: [it-works + we-can-pay, people-like-it]
    but: [it-is-slow]
  it-works: {evidence: It works., cite: report}
  we-can-pay: {premise: We can pay.}
  people-like-it: {assumption: People like it.}
  it-is-slow: {objection: It is slow.}
  who-decides: {question: Who decides?}
sources:
  report: {title: Report}
"""
KEYS = {"supported", "status", "modifiers", "missing", "grade", "stands_on", "to_weigh", "why"}


@pytest.fixture
def evaluate(run, project):
    """Return a function that evaluates the map above."""
    project({"a.yaml": MAP})
    return lambda *options: run("evaluate", "a.yaml", *options)


def test_a_table_with_a_line_for_each_statement(evaluate) -> None:
    """The table gives standing, grade of the ground, id and remarks; below it are the counts, and what remarks mean."""
    assert evaluate().stdout == (
        "standing     ground       statement       remarks\n"
        "accepted     assumed      adopt-it        conditional, open-challenge\n"
        "accepted     unverified   it-works\n"
        "unsupported  -            we-can-pay      would-stand\n"
        "accepted     assumed      people-like-it  conditional\n"
        "unsupported  -            it-is-slow      would-stand\n"
        "\n"
        "5 statements: 3 accepted, 2 unsupported.\n"
        "3 supported: 1 unverified, 2 assumed.\n"
        "\n"
        "conditional: it stands only if declared assumptions are granted\n"
        "open-challenge: an objection without evidence would beat it, if it had any\n"
        "would-stand: it would stand if what is uncited or disputed counted\n"
    )


def test_another_basis_is_told(evaluate) -> None:
    """The counts say which grounds counted, unless these are the usual ones."""
    told = evaluate("--basis", "cited").stdout
    assert "\n\n5 statements on the basis 'cited': 1 accepted, 4 unsupported.\n1 supported, unverified.\n" in told


def test_each_remark_has_a_meaning() -> None:
    """Whatever word qualifies a standing is explained below the table."""
    words = re.findall(r"^ {8}``([a-z-]+)`` ", inspect.getsource(verdict), re.MULTILINE)
    assert "to-weigh" in words
    assert set(words) == set(MEANINGS)


def test_what_is_to_be_weighed_is_named(evaluate, project) -> None:
    """A recommendation whose costs nobody weighed has both sides in its remark, and in JSON."""
    project({"a.yaml": MAP.replace("It is slow.", "It is slow., cite: report")})
    assert "adopt-it        on-some-readings, to-weigh (people-like-it against it-is-slow)" in evaluate().stdout
    found = json.loads(evaluate("--json").stdout)["statements"]["adopt-it"]
    assert found["to_weigh"] == {"pros": ["people-like-it -> adopt-it"], "cons": ["it-is-slow -| adopt-it"]}


def test_the_agreed_json(evaluate) -> None:
    """The JSON has one object for each statement that is no question, with the agreed keys and words."""
    told = json.loads(evaluate("--json").stdout)
    assert set(told) == {"basis", "statements"}
    assert list(told["statements"]) == ["adopt-it", "it-works", "we-can-pay", "people-like-it", "it-is-slow"]
    assert all(set(each) >= KEYS for each in told["statements"].values())
    found = told["statements"]["adopt-it"]
    assert (found["supported"], found["status"]) == (True, "accepted")
    assert found["modifiers"] == ["conditional", "open-challenge"]
    assert told["statements"]["we-can-pay"]["missing"] == ["we-can-pay"]
    assert found["why"]["reasons"][0]["id"] == "adopt-it"


@pytest.mark.parametrize(
    ("basis", "status"), [("cited", "unsupported"), ("declared", "accepted"), ("granted", "undecided")]
)
def test_the_basis_decides(evaluate, basis, status) -> None:
    """Which grounds count is said by an option; granting every leaf wakes the objection, which strikes back."""
    told = json.loads(evaluate("--json", "--basis", basis).stdout)
    assert told["basis"] == basis
    found = told["statements"]["adopt-it"]["status"]
    assert found == status or (basis == "granted" and found in ("rejected", "undecided"))


def test_a_long_id_does_not_push_the_columns(run, project) -> None:
    """However long an id is, the other columns stay narrow, and the id is whole."""
    name = "a" * 120
    project({"a.yaml": f"nodes: {{{name}: {{claim: A.}}, b: {{assumption: B.}}}}"})
    lines = run("evaluate", "a.yaml").stdout.splitlines()
    assert name in lines[1]
    assert len(lines[0]) <= 80
    assert len(lines[2]) <= 80


def test_the_map_need_not_be_named(run, project) -> None:
    """Without a name all maps of the project are evaluated; of several, each stands under its name."""
    project({"arguments/a.yaml": MAP})
    alone, legend = run("evaluate").stdout.split("\n\nconditional")
    project({"arguments/b.yaml": MAP})
    both = f"arguments/a.yaml\n{alone}\n\narguments/b.yaml\n{alone}\n\nconditional{legend}"
    assert run("evaluate").stdout == both


def test_several_maps_as_json(run, project) -> None:
    """Of several maps, JSON is a list, in which each has its name; of one it is the map alone."""
    project({"a.yaml": MAP, "b.yaml": MAP})
    alone = json.loads(run("evaluate", "a.yaml", "--json").stdout)
    both = json.loads(run("evaluate", "a.yaml", "b.yaml", "--json").stdout)
    assert both == [{"map": "a.yaml", **alone}, {"map": "b.yaml", **alone}]


def test_a_map_that_cannot_be_read_among_others(run, project) -> None:
    """The others are evaluated; that one could not be read is said, and the exit status is 2."""
    project({"a.yaml": MAP, "b.yaml": "nodes: ["})
    done = run("evaluate", "a.yaml", "b.yaml")
    assert done.exit_code == 2
    assert done.stdout.startswith("a.yaml\n")
    assert "b.yaml:1" in done.stderr


def test_standard_input(run) -> None:
    """``-`` is standard input."""
    assert "adopt-it" in run("evaluate", "-", stdin=MAP).stdout


def test_a_map_that_was_not_read_whole(run, project) -> None:
    """What could be read is evaluated, with a word on standard error; JSON stays JSON."""
    project({"a.yaml": MAP + "  other: {titel: O}\n"})
    done = run("evaluate", "a.yaml", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["statements"]
    assert done.stderr == "argmap: a.yaml has an error and may not have been read whole; argmap check shows where\n"


def test_why(run, project) -> None:
    """The reason is a tree of sentences: what supports, what is missing, what fails."""
    project({"arguments/a.yaml": MAP})
    done = run("why", "adopt-it")
    assert done.exit_code == 0
    assert done.stdout == (
        "adopt-it is accepted: people-like-it supports it\n"
        "  people-like-it is accepted: it is assumed\n"
        "  it-is-slow -| adopt-it fails: it-is-slow is unsupported\n"
        "    it-is-slow is unsupported: nothing is cited for it\n"
    )
    assert run("why", "people-like-it", "--basis", "cited").stdout.startswith("people-like-it is unsupported")


def test_why_of_a_question(run, project) -> None:
    """A question takes no part, and that is said."""
    project({"a.yaml": MAP})
    assert (
        run("why", "who-decides", "a.yaml").stdout == "who-decides is a question: it takes no part in the evaluation\n"
    )


def test_why_takes_a_title(run, project) -> None:
    """A statement is named by its title or text as well; an id wins, and a title that two bear is not guessed."""
    project({"a.argdown": "[Wet streets]: It is wet.\n  + It rained.\n\n[Wet]: Wet. {title: wet-streets}\n"})
    for name in ("Wet streets", "wet-streets", "It is wet."):
        assert run("why", name, "a.argdown").stdout.startswith("wet-streets is unsupported")
    assert run("why", "It rained.", "a.argdown").stdout.startswith("it-rained is unsupported")
    project({"b.argdown": "[A]: One. {id: a, title: Same}\n\n[B]: Two. {id: b, title: Same}\n"})
    done = run("why", "Same", "b.argdown")
    assert (done.exit_code, done.stderr) == (2, "argmap: 'Same' stands for a and b: name one by its id\n")


def test_why_looks_in_all_maps(run, project) -> None:
    """Without a path the statement is looked for in the project; in two maps, the map must be named."""
    project({"arguments/a.yaml": MAP, "arguments/b.yaml": "nodes: {b: {assumption: B.}}"})
    assert run("why", "b").stdout == "b is accepted: it is assumed\n"
    project({"arguments/c.yaml": "nodes: {b: {assumption: C.}}"})
    done = run("why", "b")
    assert (done.exit_code, done.stderr) == (
        2,
        "argmap: b is in arguments/b.yaml (line 1) and arguments/c.yaml (line 1): name the map\n",
    )
    assert run("why", "b", "arguments/c.yaml").exit_code == 0
    assert run("why", "none").stderr.endswith(
        "choose from adopt-it, b, it-is-slow, it-works, people-like-it, we-can-pay, who-decides\n"
    )


@pytest.mark.parametrize("names", [["a.yaml"], ["a.yaml", "b"]])
def test_why_of_a_file_asks_for_a_statement_first(run, project, names) -> None:
    """A file in the place of the statement is no misspelt statement."""
    project({"a.yaml": "nodes: {b: {assumption: B.}}\n"})
    done = run("why", *names)
    assert done.exit_code == 2
    assert done.stderr == "argmap: a.yaml is a file: name a statement first, as in argmap why ID a.yaml\n"


def test_why_passes_over_a_broken_map(run, project) -> None:
    """When all maps are searched, one that cannot be read does not stand in the way."""
    project({"arguments/a.yaml": MAP, "arguments/b.yaml": "nodes: ["})
    done = run("why", "it-works")
    assert (done.exit_code, done.stdout[:8]) == (0, "it-works")
    assert done.stderr.startswith("argmap: arguments/b.yaml:")


def test_why_of_a_statement_that_does_not_exist(run, project) -> None:
    """A misspelt id brings the nearest one, and of many of which none is near only the number is told."""
    project({"a.yaml": MAP, "b.yaml": f"nodes: {{{', '.join(f'x{i}: {{claim: X.}}' for i in range(50))}}}"})
    assert run("why", "it-work", "a.yaml").stderr == "argmap: unknown statement 'it-work': did you mean 'it-works'?\n"
    done = run("why", "nothing", "b.yaml")
    assert done.exit_code == 2
    assert done.stderr == "argmap: unknown statement 'nothing': none of the 50 is like it\n"


@pytest.mark.parametrize("command", [["evaluate"], ["evaluate", "--json"], ["why", "adopt-it"]])
def test_what_does_not_follow_is_never_printed(run, project, monkeypatch, command) -> None:
    """When a label does not bear checking, nothing is printed, and one sentence says that it is a bug of argmap."""
    from argmap.evaluation import solutions
    from argmap.evaluation.labels import FALSE
    from argmap.evaluation.solution import Solution

    def wrong(grounding, limit, before=None):
        return Solution(grounding, limit, [FALSE] * grounding.program.atoms, [1] * grounding.program.atoms)

    project({"a.yaml": MAP})
    monkeypatch.setattr(solutions, "well_founded", wrong)
    result = run(*command, "a.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this is a bug in argmap; please report it, with the map" in result.stderr


ORDERED = """\
orders: {parents: safety > time, drivers: time > safety}
nodes:
  adopt: {recommendation: A., because: [{reason: safer, values: safety}], but: [{reason: slower, values: time}]}
  publish: {recommendation: P., because: [safer]}
  safer: {claim: S., cite: s}
  slower: {objection: O., cite: s}
sources: {s: S}
"""


def test_orders_of_values_tell_who_would_accept_what(run, project) -> None:
    """A map with orders says below the table, and in JSON, under which of them its recommendations are accepted."""
    project({"a.yaml": ORDERED})
    assert (
        "\n\nUnder the orders of values:\nadopt: accepted under some orders (parents); rejected under drivers\n"
        "publish: accepted under every order\n\n"
    ) in run("evaluate", "a.yaml").stdout
    told = json.loads(run("evaluate", "a.yaml", "--json").stdout)["statements"]
    assert told["adopt"]["orders"] == {"parents": "accepted", "drivers": "rejected"}


def test_why_under_an_order_of_values(run, project) -> None:
    """With an order named, the reason is that of its audience; a name that is near one is suggested."""
    project({"a.yaml": ORDERED})
    assert run("why", "adopt", "a.yaml").stdout.startswith("adopt is undecided: ")
    assert run("why", "adopt", "a.yaml", "--order", "drivers").stdout.startswith("adopt is rejected: beaten by slower")
    done = run("why", "adopt", "a.yaml", "--order", "driver")
    assert (done.exit_code, done.stderr) == (
        2,
        "argmap: unknown order of values 'driver': did you mean 'drivers'?\n",
    )


def test_a_map_of_questions_says_so(run, project) -> None:
    """There is no table where nothing takes part; JSON has no statements then."""
    project({"a.yaml": "nodes: {q: {question: Who decides?}}"})
    assert run("evaluate", "a.yaml").stdout == "There are only questions, which take no part in the evaluation.\n"
    assert json.loads(run("evaluate", "a.yaml", "--json").stdout)["statements"] == {}


def test_why_says_how_much_was_verified(run, project) -> None:
    """On request the reason closes with what was checked; as JSON it is counted."""
    project({"a.yaml": MAP})
    done = run("why", "adopt-it", "a.yaml", "--verify")
    assert done.stdout.splitlines()[-1] == (
        "Verified: 5 labels, with their grades and remarks, and 6 reasons follow from 6 rules."
    )
    told = json.loads(run("why", "adopt-it", "a.yaml", "--verify", "--json").stdout)
    assert told["verified"] == {"rules": 6, "labels": 5, "reasons": 6}


def test_why_as_json(run, project) -> None:
    """The reasons are the list that `evaluate --json` has, with all that they rest on."""
    project({"a.yaml": MAP})
    told = json.loads(run("why", "adopt-it", "a.yaml", "--json").stdout)
    head = {key: told[key] for key in ("map", "statement", "basis", "order", "status", "modifiers")}
    assert head == {
        "map": "a.yaml",
        "statement": "adopt-it",
        "basis": "declared",
        "order": None,
        "status": "accepted",
        "modifiers": ["conditional", "open-challenge"],
    }
    assert [reason["id"] for reason in told["reasons"]][:2] == ["adopt-it", "people-like-it -> adopt-it"]
    assert "verified" not in told


def test_why_tells_what_would_decide(run, project) -> None:
    """Of what is undecided, the answers that would decide it are told below the reason, and in JSON."""
    project({"a.yaml": ORDERED})
    told = (
        "adopt would be accepted if the attack by slower on adopt were outweighed, and rejected if it weighed more.\n"
    )
    assert run("why", "adopt", "a.yaml").stdout.endswith(told)
    assert json.loads(run("why", "adopt", "a.yaml", "--json").stdout)["decided_by"] == {
        "answers": [
            {"answer": "outweighed", "to": ["slower -| adopt"], "then": "accepted"},
            {"answer": "prevailing", "to": ["slower -| adopt"], "then": "rejected"},
        ],
        "tried": 2,
        "finished": True,
    }
    assert json.loads(run("why", "publish", "a.yaml", "--json").stdout)["decided_by"] is None
