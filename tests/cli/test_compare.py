"""``argmap compare``: two readings of one text on the command line."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

A = """
title: The road
about: brief
nodes:
  close: {recommendation: The road should be closed., from: road should be closed, because: [noise]}
  noise:
    claim: It is too loud.
    from: much too loud
    because: {evidence: It was measured., id: measured, cite: survey}
  aside: {question: Who pays?, from: Who pays}
"""
B = """
title: The road
about: brief
nodes:
  shut: {recommendation: Close it., from: The road … closed, because: [loud]}
  loud: {claim: The noise is too much., from: much too loud}
  cost: {objection: It costs too much., from: Who pays}
"""
BRIEF = "The road should be closed, as it is much too loud. Who pays is not said."


@pytest.fixture
def readings(project, run):
    """Return a function that runs argmap where two readings of a text are."""
    project(
        {
            "argmap.toml": "",
            "a.yaml": A,
            "b.yaml": B,
            "seeds/survey.yaml": "title: S\n",
            "seeds/brief.yaml": "title: The brief\ntext: texts/brief.txt\n",
            "seeds/texts/brief.txt": BRIEF,
        }
    )
    return run


def test_readings_are_told_line_by_line(readings):
    """What differs is told with how far the readings agree, and what makes the recommendation fall."""
    done = readings("compare", "a.yaml", "b.yaml")
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "A  a.yaml: 4 statements, 2 relations",
        "B  b.yaml: 3 statements, 1 relation",
        "Statements of both: 3 by their passages.",
        "",
        "agreement    percent  kappa  alpha  on",
        "kinds           67 %   0.57   0.62  3 statements that both have",
        "relations      100 %   1.00   1.00  6 pairs of them, in order",
        "boundaries                    0.89  3 and 3 passages of 72 characters",
        "  and kinds                   0.78",
        "",
        "statements: 2 the same",
        "  other kind  aside (question) | cost (objection)",
        "  only in A   measured (evidence)",
        "",
        "relations: 1 the same",
        "  only in A  measured -> noise",
        "",
        "close is accepted in A, unsupported in B (shut).",
        "  This one difference makes it so:",
        "  - only in A: the statement measured",
    ]
    every = readings("compare", "a.yaml", "b.yaml", "--all").stdout
    assert "  same        close | shut\n" in every


def test_a_reading_compared_to_itself_is_the_same(readings):
    """Two equal readings end with status 0."""
    done = readings("compare", "a.yaml", "a.yaml")
    assert done.exit_code == 0
    assert "statements: 4 the same throughout\n" in done.stdout
    assert "close is accepted in both.\n" in done.stdout


def test_rows_are_told_to_programs(readings):
    """JSON, CSV and HTML have a row for each statement, relation and citation."""
    found = json.loads(readings("compare", "a.yaml", "b.yaml", "--json").stdout)
    assert [row["verdicts"] for row in found["rows"][:2]] == [["same"], ["same"]]
    assert found["swings"][0]["sets"][0][0]["left"] == "measured"
    assert found["agreement"]["boundaries"]["passages"] == [3, 3]
    rows = list(csv.DictReader(io.StringIO(readings("compare", "a.yaml", "b.yaml", "--csv").stdout)))
    assert len(rows) == len(found["rows"])
    assert rows[0]["a"] == "close"
    html = readings("compare", "a.yaml", "b.yaml", "--html").stdout
    assert html.count("<table") == 2
    assert '<tr class="only-in-a">' in html


def test_both_are_drawn_in_one_picture(readings, project):
    """A picture has the cards of both, with what only one has marked, and no word on how a statement stands."""
    done = readings("compare", "a.yaml", "b.yaml", "-o", "both.dot")
    assert done.stdout.startswith("both.dot written\n")
    drawn = (project({}) / "both.dot").read_text(encoding="utf-8")
    assert "◄ only in A" in drawn
    assert "◊ differs: question in A, objection in B" in drawn
    assert "UNSUPPORTED" not in drawn
    quiet = readings("compare", "a.yaml", "b.yaml", "-o", "both.dot", "--json")
    assert quiet.stdout.startswith("{")


def test_a_page_has_the_picture_and_all_that_is_told(readings, project):
    """A page asks for nothing else, and escapes what the maps say."""
    project({"b.yaml": B.replace("It costs too much.", "It <b>costs</b>.").replace("cost:", "c&amp:")})
    readings("compare", "a.yaml", "b.yaml", "-o", "both.html")
    page = (project({}) / "both.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "c&amp;amp" in page
    assert not re.search(r'(?:src|href)="http', page)
    assert "<b>costs" not in page


def test_what_cannot_be_compared_is_told(readings, project):
    """A file that is not there, several maps, and a picture of no kind end with status 2 and one sentence."""
    project({"two.md": "```argmap\n" + A + "```\n\n```argmap\n" + B + "```\n", "seeds/../x/a.yaml": A, "x/b.yaml": B})
    for words, said in (
        (["a.yaml", "none.yaml"], "none.yaml does not exist"),
        (["a.yaml", "two.md"], "two.md holds 2 maps: name one of them, such as two.md#1"),
        (["a.yaml", "b.yaml", "-o", "x.txt"], "x.txt: two readings are drawn as svg, png, pdf, dot, html"),
        (["a.yaml", "b.yaml", "-o", "seeds/texts/brief.txt"], "seeds/texts/brief.txt: two readings are drawn as"),
    ):
        done = readings("compare", *words)
        assert done.exit_code == 2
        assert said in done.stderr
    assert readings("compare", "two.md#1", "two.md#2").exit_code == 1


def test_texts_that_are_not_at_hand_are_noted(run, project):
    """Where no text is at hand, it is said that words and quotations alone tell."""
    project({"a.yaml": A, "b.yaml": B, "argmap.toml": ""})
    out = run("compare", "a.yaml", "b.yaml").stdout
    assert "Note: no text that both look into is at hand" in out
    assert "boundaries         -      -      -  the text is not at hand in both\n" in out
