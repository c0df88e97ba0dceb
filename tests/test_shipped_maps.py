"""The maps in `arguments/`: every passage stands where it is said to, and every finding was read.

The article that one of them analyses is not ours to ship. What needs its text is skipped where it is not at hand;
continuous integration, and `python3 dev.py test`, put it into `seeds/texts` where they find it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.evidence.passages.resolution import Outcome

ROOT = Path(__file__).parent.parent
READ = Path(__file__).parent / "shipped_maps"
ARTICLE = "fikra-militia-takeover"
TEXT = ROOT / "seeds" / "texts" / f"{ARTICLE}.txt"


def shipped(name: str) -> argmap.Analysis:
    """Return the analysis of a map of the project."""
    return argmap.analyse(argmap.load(ROOT / "arguments" / f"{name}.yaml"))


def astray(analysis: argmap.Analysis) -> set[tuple[str, str, str]]:
    """Return the passages that do not stand word for word at one place: statement, source, outcome."""
    return {
        (statement.id, cited.source, resolution.outcome.value)
        for statement, cited, resolution in analysis.anchored
        if resolution.outcome is not Outcome.VERIFIED or resolution.loose or len(resolution.places) != 1
    }


def test_every_passage_of_the_invented_map_is_found() -> None:
    """Each passage of the harbour map stands at one place of its source, all of whose texts are ours but two."""
    analysis = shipped("harbourton-30kmh")
    assert len(analysis.anchored) > 40
    assert astray(analysis) == {
        ("coast-towns-stayed-low", "memo", "whole-source"),
        ("speeds-drop", "memo", "source-absent"),
        ("owners-over-represented", "census", "whole-source"),
    }


@pytest.mark.skipif(not TEXT.is_file(), reason=f"the article's text is not at {TEXT.relative_to(ROOT)}")
def test_every_passage_of_the_article_is_found() -> None:
    """Each passage of the article's map stands at one place of the article, and nothing there is an error."""
    analysis = shipped("iraq-militias")
    assert len(analysis.anchored) > 140
    assert astray(analysis) == set()
    assert [finding for finding in argmap.check(analysis.map) if finding.severity is argmap.Severity.ERROR] == []


@pytest.mark.parametrize("name", sorted(file.stem for file in (ROOT / "arguments").glob("*.yaml")))
def test_the_findings_are_those_that_were_read(name) -> None:
    """Each map has the findings that were read, one by one, and found right; its head says why they stay.

    To read them anew: `argmap check arguments/NAME.yaml`; then write the codes and ids over the file, a line each.
    Whether the article's text is at hand makes no other difference than that its absence is told.
    """
    absence = f"AM205 {ARTICLE}"
    found = [f"{finding.code} {finding.node}" for finding in argmap.check(shipped(name).map)]
    expected = (READ / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(line for line in found if line != absence) == expected
