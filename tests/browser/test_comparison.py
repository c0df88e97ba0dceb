"""The pages of comparisons and of corpora, in a real browser: as wide as the screen, and no word is broken."""

from __future__ import annotations

import argmap
from argmap.comparison.telling.tables import to_page
from argmap.corpora.page import page
from argmap.corpora.statistics import statistics

from .conftest import ROOT

_BROKEN = """[...document.querySelectorAll("th, td")].filter((cell) => {
  const range = document.createRange(); range.selectNodeContents(cell);
  return !/\\W/.test(cell.textContent.trim()) && new Set([...range.getClientRects()].map((r) => r.top)).size > 1;
}).map((cell) => cell.textContent)"""


def is_sound(opened, made: str) -> None:
    """Fail where a page is wider than a phone's screen, or where a word of a table is broken."""
    shown = opened(made.encode(), width=380)
    assert shown.evaluate("document.documentElement.scrollWidth") <= 380
    assert shown.evaluate(_BROKEN) == []


def test_a_comparison_is_as_wide_as_the_screen(opened) -> None:
    """On a phone the tables of a comparison scroll by themselves, and the page does not."""
    a = argmap.load(ROOT / "arguments" / "harbourton-30kmh.yaml")
    b = argmap.load(ROOT / "docs" / "examples" / "harbourton-second-reading.yaml")
    is_sound(opened, to_page(argmap.compare(a, b), "A", "B", ""))


def test_statistics_are_as_wide_as_the_screen(opened, tmp_path) -> None:
    """On a phone the tables of a corpus scroll by themselves, and no word in them is broken."""
    argmap.build_corpus(ROOT / "arguments", tmp_path / "out", jobs=0)
    is_sound(opened, page(statistics(argmap.corpus(tmp_path / "out")), "out"))
