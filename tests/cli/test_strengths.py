"""``argmap strengths``: the order first, then the digits."""

from __future__ import annotations

import csv
import io
import json

import pytest

MAP = """
nodes:
  wet: {claim: The street is wet., because: [rain, washed], but: [covered]}
  rain: {claim: It rained., credence: 0.9}
  washed: {claim: It was washed., credence: 0.6}
  covered: {claim: The street is covered.}
  when: {question: Since when?}
"""
BAG = "arg(a, 0.5). arg(b, 0.8). arg(c, 0.4).\nsup(b, a). att(c, a).\n"
QBAF = '{"arguments": {"a": 0.5, "b": 0.8, "c": 0.4}, "attacks": [["c", "a"]], "supports": [["b", "a"]]}'


@pytest.fixture
def files(project):
    """Fill the test's folder with a map and two graphs."""
    return project({"street.yaml": MAP, "graph.bag": BAG, "graph.json": QBAF, "broken.bag": "arg(a, x).\natt(a, b).\n"})


def test_the_order_comes_before_the_digits(files, run):
    """What all semantics order alike is told first, then what turns round, then figures, then what they are not."""
    output = run("strengths", "street.yaml").stdout
    places = [
        output.index(words)
        for words in ("Ranked by quadratic energy", "Kendall's tau-b", "Order,", "rank", "0.90  ", "no probabilities")
    ]
    assert places == sorted(places)
    assert "Since when" not in output
    assert "when" not in output.split()


def test_statements_that_nothing_supports_are_told(files, run):
    """That a base score is no evidence is said, with the count."""
    assert "4 of 4 statements are unsupported: a base score is no evidence" in " ".join(
        run("strengths", "street.yaml").stdout.split()
    )


@pytest.mark.parametrize("file", ["graph.bag", "graph.json"])
def test_a_bipolar_graph_is_ranked_as_it_is(files, run, file):
    """A file of a weighted bipolar graph is known by what stands in it, and its arguments are ranked."""
    found = json.loads(run("strengths", file, "--json").stdout)
    assert found["strengths"]["a"]["value"] == pytest.approx(0.5 + 0.5 * 0.16 / 1.16)
    assert found["how"]["quadratic_energy"]["method"] == "one pass"
    assert found["agreement"]["pairs"]["all"] == 3


def test_a_graph_on_standard_input_is_named(files, run):
    """Standard input is a map unless its format is said to be that of a graph."""
    assert "argument" in run("strengths", "-", "--input-format", "bag", stdin=BAG).stdout
    assert "statement" in run("strengths", "-", stdin=MAP).stdout


def test_base_scores_may_be_given(files, run):
    """What is given goes before what a file says."""
    for file, name in (("street.yaml", "rain"), ("graph.bag", "b")):
        found = json.loads(run("strengths", file, "--base", f"{name}=0.1", "--json").stdout)
        assert found["strengths"][name]["base"] == 0.1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--base", "rain=high"], "'base score' takes a number from 0 to 1, such as 0.7, and this is 'high'"),
        (["--base", "rain=1.5"], "'base score' takes a number from 0 to 1, such as 0.7, and this is '1.5'"),
        (["--base", "rain=nan"], "'base score' takes a number from 0 to 1, such as 0.7, and this is 'nan'"),
        (["--base", "rain"], "'rain' is no name with its number: write rain=0.8"),
        (["--base", "rain=1", "--base", "rain=0"], "'rain' stands twice: say its number once"),
        (["--base", "rian=1"], "unknown statement, citation or reason 'rian': did you mean 'rain'?"),
        (["--semantics", "eular"], "unknown gradual semantics 'eular': did you mean 'euler'?"),
        (["--check", "qe,eular"], "unknown gradual semantics 'eular': did you mean 'euler'?"),
    ],
)
def test_a_wrong_word_is_one_clear_error(files, run, words, said):
    """A wrong number, id or name ends the run with what is wrong."""
    result = run("strengths", "street.yaml", *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_nothing_is_ranked_of_a_broken_graph(files, run):
    """Errors in a graph are told at their places, and no strengths are made up; other files are ranked all the same."""
    result = run("strengths", "broken.bag", "graph.bag")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "argmap: broken.bag:1:8: AM004 'x' is no number: a base score is a number from 0 to 1, such as 0.5",
        "argmap: broken.bag:2:8: AM501 'b' is no argument: declare it with arg(b, 0.5)",
        "argmap: broken.bag has 2 errors: nothing is ranked before it is mended",
    ]
    assert "graph.bag\nRanked by" in result.stdout


def test_csv_has_a_line_for_each_argument(files, run):
    """The figures are in columns by the name of the semantics."""
    rows = list(csv.DictReader(io.StringIO(run("strengths", "graph.bag", "--csv", "--check", "euler").stdout)))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert list(rows[0])[5:] == ["quadratic_energy_value", "quadratic_energy_rank", "euler_value", "euler_rank"]
    assert float(rows[1]["value"]) == 0.8


def test_without_a_check_the_order_is_said_to_be_one_of_many(files, run):
    """With one semantics alone, that nothing is known of others is said."""
    output = run("strengths", "graph.bag", "--check", "none").stdout
    assert "nothing is known of how far the order depends on this one" in output
    assert "DF-QuAD" not in output


def test_circles_are_told_with_their_residual(files, run, project):
    """How what goes round was worked out is told, with what is left over."""
    project({"duel.bag": "arg(a, 1). arg(b, 1). att(a, b). att(b, a)."})
    output = " ".join(run("strengths", "duel.bag", "--semantics", "dfquad", "--check", "qe").stdout.split())
    assert "2 nodes in circles: RK4, continuous variant" in output
    assert "did not come to rest round by round" in output
    assert "residual" in output


def test_burden_is_said_to_be_a_ranking(files, run):
    """Under burden larger numbers are worse, and supports are left out with their count."""
    output = " ".join(run("strengths", "graph.bag", "--semantics", "burden", "--check", "none").stdout.split())
    assert "Burden: larger numbers are worse, and base scores play no part" in output
    assert "Burden knows attacks alone: 1 support left out" in output


def test_one_argument_alone_has_no_order(run):
    """Where there is one argument, neither pairs nor agreement are told of."""
    said = run("strengths", "-", "--input-format", "bag", stdin="arg(a, 0.5).").stdout
    assert "There is but one, so there is no order to compare." in said
    assert "pairs" not in said
    assert "tau" not in said
