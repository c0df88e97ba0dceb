"""The report as a web page, in a real browser: open to all readers, within its policy, as wide as the screen."""

from __future__ import annotations

from datetime import date

import pytest

import argmap
from argmap.analysis import analyse
from argmap.workflows.reporting.making import make

from .conftest import ROOT, SHIPPED
from .test_any_page import hostile

WHEN = date(2026, 11, 30)


def report(m: argmap.ArgumentMap) -> bytes:
    """Return the report on a map as a page."""
    return make(analyse(m), "html", WHEN, "m").data


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", SHIPPED)
def test_axe_finds_no_violation(opened, name, theme) -> None:
    """axe-core finds nothing that keeps a reader out, in either theme."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the package axe-playwright-python")
    page = opened(report(argmap.load(ROOT / "arguments" / f"{name}.yaml")), color_scheme=theme)
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_as_wide_as_the_screen(opened, width) -> None:
    """Nothing makes the whole page wider than the screen, be it a phone's; its pictures are shown."""
    page = opened(report(argmap.load(ROOT / "arguments" / "iraq-militias.yaml")), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.images].every((each) => each.naturalWidth > 100)")


def test_hostile_texts_do_nothing(opened) -> None:
    """Whatever a map says, it runs nothing and breaks no limit of the page."""
    page = opened(report(hostile()), width=390)
    assert page.title() == hostile().title
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
