"""``argmap corpus`` on the command line: what it prints, and what it says when it cannot."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from argmap.cli.group import argmap

EVIL = "\x1b]0;x\x07 =1+1 \u202e"


@pytest.fixture
def run(maps):
    """Return a function that gives a command over the maps' corpus, which is built."""

    def give(*line: str) -> Result:
        done = CliRunner().invoke(argmap, ["corpus", *line], prog_name="argmap", catch_exceptions=False)
        assert "Traceback" not in done.output
        return done

    built = give("build", "maps", "out", "--jobs", "0")
    assert built.exit_code == 0
    give.built = built
    return give


def test_build_says_what_it_did(run):
    """The command says how many maps, files and parts there are, and where the problems are."""
    assert run.built.stdout == "out: 5 maps from 7 files; 1 of 1 part built\n"
    assert run.built.stderr == (
        "3 files are no maps or cannot be read: argmap corpus query out 'FROM problems' lists them\n"
    )
    assert run("build", "maps", "out", "--jobs", "0").stdout == "out: 5 maps from 7 files; 0 of 1 part built\n"


def test_query_in_each_style(run):
    """An answer is printed as a table, as CSV or as JSON."""
    query = "SELECT map, statements, depth / 3 AS third, NULL AS nothing, ['a', 'b'] AS list FROM maps LIMIT 2"
    assert run("query", "out", query).stdout == (
        "map          statements   third  nothing  list\n"
        "a/page.md#1           2  0.3333           a, b\n"
        "a/page.md#2           1       0           a, b\n"
    )
    assert run("query", "out", query, "--format", "csv").stdout == (
        'map,statements,third,nothing,list\na/page.md#1,2,0.3333333333333333,,"a, b"\na/page.md#2,1,0.0,,"a, b"\n'
    )
    first, _ = json.loads(run("query", "out", query, "--format", "json").stdout)
    assert first == {"map": "a/page.md#1", "statements": 2, "third": 1 / 3, "nothing": None, "list": ["a", "b"]}


def test_values_that_only_sql_has(run):
    """Dates, decimals, large numbers, infinity and structs are printed in every style, as are columns of one name."""
    query = "SELECT DATE '2020-02-01' AS x, 1.50 AS x, 10::HUGEINT ** 30 AS y, 'inf'::FLOAT AS z, {'k': [1]} AS s"
    for style in ("table", "csv", "json"):
        assert run("query", "out", query, "--format", style).exit_code == 0
    (row,) = json.loads(run("query", "out", query, "--format", "json").stdout)
    assert (row["x"], row["x_2"], row["z"], row["s"]) == ("2020-02-01", "1.50", None, {"k": [1]})
    assert run("query", "out", "SELECT 1 AS a WHERE false", "--format", "json").stdout == "[]\n"
    assert run("query", "out", "SELECT 1 AS a WHERE false").stdout == "a\n"


def test_long_answers(run):
    """A table shows the first thousand rows and says that there are more; CSV has them all."""
    query = "SELECT * FROM range(1500) AS r (n)"
    lines = run("query", "out", query).stdout.splitlines()
    assert (len(lines), lines[-1]) == (1002, "… these are the first 1,000; --format csv and json print all")
    assert len(run("query", "out", query, "--format", "csv").stdout.splitlines()) == 1501


def test_csv_keeps_the_line_ends_of_cells(run):
    """A cell of several lines is one cell of these lines in CSV, as in JSON."""
    told = run("query", "out", r"SELECT E'a\nb' AS one, 'a\nb' AS other", "--format", "csv").stdout
    assert list(csv.reader(io.StringIO(told))) == [["one", "other"], ["a\nb", r"a\nb"]]


@pytest.mark.parametrize("style", ["table", "csv", "json"])
def test_cells_steer_nothing(run, style):
    """A cell that would steer a terminal, turn a line or start a formula is made visible."""
    told = run("query", "out", f"SELECT '{EVIL}' AS a, '=1+1' AS b", "--format", style).stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(told)
    assert ("'=1+1" in told) == (style == "csv")


def test_query_from_standard_input_and_without_one(run):
    """A query comes from standard input, too; without one, tables and columns are listed with what they mean."""
    done = CliRunner().invoke(argmap, ["corpus", "query", "out", "-"], input="SELECT count(*) AS n FROM maps")
    assert done.stdout == "n\n5\n"
    told = run("query", "out").stdout
    assert "maps (5): The maps.\n" in told
    assert "  is_premise        true or false  Whether it speaks for or against something.\n" in told


def test_stats_and_duplicates(run):
    """Statistics are printed, as JSON too, or written as a page; so are duplicates."""
    assert run("stats", "out").stdout.startswith("5 maps, 12 statements")
    assert json.loads(run("stats", "out", "--json").stdout)["rows"]["maps"] == 5
    assert run("stats", "out", "-o", "stats.html").stdout == "stats.html written\n"
    assert run("duplicates", "out").stdout == (
        "3 maps: It rained.\n  a/page.md#2: c\n  a/rain.json: rain\n  street.yaml: rain\n"
    )
    (found,) = json.loads(run("duplicates", "out", "--json").stdout)
    assert found["places"][0] == {"map": "a/page.md#2", "statement": "c"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["build", "nowhere", "out"], "argmap: nowhere does not exist\n"),
        (["build", "maps", "maps/street.yaml"], "argmap: "),
        (["build", "maps", "x", "--tables", "lables"], "argmap: unknown table 'lables': did you mean 'labels'?\n"),
        (["build", "maps", "x", "--jobs", "1", "--scheduler", "tcp://x:1"], "Usage: argmap corpus build"),
        (["query", "maps", "SELECT 1"], "argmap: maps holds no corpus; argmap corpus build MAPS maps builds one\n"),
        (["query", "out", "DROP VIEW maps"], "argmap: a query is one SELECT: a corpus is only read\n"),
        (["stats", "nowhere"], "argmap: nowhere holds no corpus"),
        (["qeury"], "Error: there is no command 'qeury': did you mean 'query'?"),
    ],
)
def test_what_cannot_be_done(run, line, said):
    """What cannot be done ends with status 2 and a sentence."""
    done = run(*line)
    assert done.exit_code == 2
    assert done.stderr.startswith(said)
