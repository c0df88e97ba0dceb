"""Passages looked up in damaged texts of which the truth is known: a small run of the benchmark, with its floors."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


@pytest.fixture(scope="module")
def anchoring():
    """Return the benchmark."""
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.syspath_prepend(BENCHMARKS)
    yield importlib.import_module("anchoring")
    monkeypatch.undo()


def test_damage_is_survived_without_a_wrong_word(anchoring) -> None:
    """Of eleven kinds of damage none gives a confident wrong place or hides a change, and most passages are found."""
    results = anchoring.quality(120_000, 80, 7)
    assert len(results) == 11
    rates = anchoring.rates(results)
    assert rates["wrong"] <= 0.001
    assert rates["hidden"] <= 0.001
    assert rates["found"] >= 0.88


def test_the_harness_can_tell(anchoring) -> None:
    """Without the lock, the same damage hides changes and misleads: the measure is no formality."""
    rates = anchoring.rates(anchoring.quality(60_000, 30, 7, locked=False))
    assert rates["wrong"] > 0.01
    assert rates["hidden"] > 0.01
