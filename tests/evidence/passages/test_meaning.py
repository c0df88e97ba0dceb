"""Changes of meaning and harmless edits in 22 languages: a small run of the benchmark, with its floors."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


@pytest.fixture(scope="module")
def meaning():
    """Return the benchmark."""
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.syspath_prepend(BENCHMARKS)
    yield importlib.import_module("meaning")
    monkeypatch.undo()


def test_no_changed_meaning_is_taken_as_the_same(meaning) -> None:
    """Of changed negations, figures, names and the like none is strong, and AM207 tells of nearly all figures."""
    score = meaning.measure(meaning.sample(meaning.meaning_changes, 220, 21), 21, harmless=False)
    assert score.every.total() == 220
    assert len({pair.language for pairs in meaning.sample(meaning.meaning_changes, 220, 21) for pair in pairs}) == 22
    assert score.strong.total() == 0
    assert meaning.told_share(score) >= 0.95


def test_most_harmless_edits_are_taken(meaning) -> None:
    """Of typography, spelling variants, citation marks, fillers and the like nine in ten are strong."""
    score = meaning.measure(meaning.sample(meaning.harmless_changes, 220, 21), 21, harmless=True)
    assert score.strong.total() / score.every.total() >= 0.9
