"""What a report and a page say of passages that have changed since they were recorded or reviewed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import argmap
from argmap.analysis import Analysis, analyse
from argmap.cli.group import argmap as command
from argmap.renderers import DrawingOptions
from argmap.workflows.pictures import draw
from argmap.workflows.reporting.changes import revised
from argmap.workflows.reporting.making import report_of, writer
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Table, text_of

MAP = """\
nodes:
  close: {title: Close, recommendation: Close it now., because: [loud]}
  loud: {title: Loud, claim: It is loud there., because: [measured]}
  measured: {title: Measured, evidence: Noise was measured., cite: 's "noise of 70 decibels"'}
sources: {s: {title: Survey, text: s.txt}}
"""
TEXT = "The survey found a noise of 70 decibels at night. It rained.\n"
FROM_BELOW = "Survey, “noise of 70 decibels”: '70' became '50'. It leads here by “Measured” → “Loud” → “Close”."


@pytest.fixture
def changed(project):
    """Return a function that locks a map, reviews it if asked, has a passage change, and analyses it again."""

    def again(*, reviewed: bool, text: str = TEXT.replace("70", "50"), m: str = MAP) -> Analysis:
        project({"argmap.toml": "", "arguments/m.yaml": MAP, "arguments/s.txt": TEXT})
        CliRunner().invoke(command, ["lock"], catch_exceptions=False)
        if reviewed:
            CliRunner().invoke(command, ["review", "--all", "--reviewer", "A. Reader"], catch_exceptions=False)
        Path("arguments/s.txt").write_text(text, encoding="utf-8")
        Path("arguments/m.yaml").write_text(m, encoding="utf-8")
        return analyse(argmap.load("arguments/m.yaml"))

    return again


def said(analysis: Analysis, name: str = "close") -> list[str]:
    """Return what a report says of the changes below a statement."""
    return [paragraph.text for paragraph in revised(analysis, Names.of(analysis), name)]


def test_a_recommendation_says_which_passage_below_it_has_changed(changed) -> None:
    """The passage, what changed in it, and the path from it up are told at the recommendation."""
    told = said(changed(reviewed=True))
    assert told == [f"A passage that it rests on has changed since it was reviewed: {FROM_BELOW}"]


def test_without_a_review_the_passage_has_changed_since_it_was_recorded(changed) -> None:
    """A passage that was locked and never reviewed is told as well; nothing is told where nothing has changed."""
    told = said(changed(reviewed=False))
    assert told == [f"A passage that it rests on has changed since it was recorded: {FROM_BELOW}"]
    assert said(changed(reviewed=True, text=TEXT)) == []


def test_a_statement_says_what_of_its_own_has_changed(changed) -> None:
    """At the statement that cites it, the passage is its own; one that is gone is told as gone."""
    (own,) = said(changed(reviewed=True), "measured")
    assert own.startswith("A passage of it has changed since it was reviewed: Survey")
    (gone,) = said(changed(reviewed=True, text="Nothing at all is said about it here.\n"), "measured")
    assert gone.endswith("Survey, “noise of 70 decibels”: it is no longer there.")


def test_a_statement_that_was_reworded_is_told_above_it(changed) -> None:
    """What was reviewed and reads otherwise now is told at what rests on it."""
    told = said(changed(reviewed=True, text=TEXT, m=MAP.replace("is loud there", "is quiet there")))
    assert told == ["“Loud”, which it rests on, has changed since it was reviewed. It leads here by “Loud” → “Close”."]


def test_a_report_begins_with_what_has_changed(changed) -> None:
    """The first section says which recommendation rests on it, and lists each change with what it bears on."""
    report, _ = report_of(changed(reviewed=True), writer("md"), date(2026, 11, 30))
    first, second = [block for block in report.sections[0].blocks if isinstance(block, Table)][:2]
    (stands,) = first.rows
    assert text_of(stands[1]).endswith("; something that it rests on has changed since it was reviewed.")
    (row,) = second.rows
    assert list(map(text_of, row)) == ["Survey, “noise of 70 decibels”: '70' became '50'.", "“Measured”", "“Close”"]


@pytest.mark.parametrize("reviewed", [True, False])
def test_a_page_knows_what_has_changed(changed, reviewed) -> None:
    """The page's data have the change at its statement, and whether somebody reviewed it."""
    page = draw(changed(reviewed=reviewed), "html", DrawingOptions()).data.decode()
    assert "\"told\":\"Survey, “noise of 70 decibels”: '70' became '50'\"" in page
    assert page.count(f'"reviewed":{str(reviewed).lower()}') == 3
