"""Whose a statement is, where that is not its author's, and how likely it is to the author of the map."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from argmap.analysis import analyse
from argmap.cli.group import argmap
from argmap.formats import yaml
from argmap.workflows.pictures import draw
from argmap.workflows.reporting.making import report

TEXT = """\
nodes:
  open: {recommendation: Open on Sundays., voice: author, but: [dear]}
  dear: {objection: It costs money., voice: conceded, because: [paid]}
  paid: {premise: Staff are paid., voice: reported, implicit: true}
"""


@pytest.mark.parametrize("form", ["dot", "mmd", "html", "report", "show"])
def test_a_voice_is_said_before_the_kind(form, tmp_path):
    """Pictures, pages, reports and outlines say whose a statement is, and nothing of the author's own."""
    m = yaml.read(TEXT, "m.yaml")
    if form == "show":
        (tmp_path / "m.yaml").write_text(TEXT)
        told = CliRunner().invoke(argmap, ["show", str(tmp_path / "m.yaml")]).stdout
    elif form == "report":
        report(m, tmp_path / "m.md", pictured=False)
        told = (tmp_path / "m.md").read_text()
    else:
        told = draw(analyse(m), form).data.decode()
    told = told.lower()
    assert "objection, conceded" in told if form == "report" else "conceded objection" in told
    assert "premise, not in the text, reported" in told if form == "report" else "implicit reported premise" in told
    assert "author recommendation" not in told


@pytest.mark.parametrize("form", ["dot", "html"])
def test_a_credence_is_said_below_a_statement(form):
    """Pictures say how likely a statement is to its author, and nothing where nobody has said."""
    m = yaml.read("nodes: {a: {claim: A., credence: 0.70, because: [b]}, b: {claim: B.}}", "m.yaml")
    assert draw(analyse(m), form).data.decode().count("credence: 0.7") == 1
