"""A real browser, without a network, for pages made here; a page that asks for anything or complains fails its test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.analysis import analyse
from argmap.renderers import DrawingOptions
from argmap.workflows.pictures import draw

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ("harbourton-30kmh", "iraq-militias")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
_LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`content policy violated: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start Chromium once for all tests, or skip them."""
    api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
    program = os.environ.get("ARGMAP_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("needs Chromium, which is not on PATH")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return a function that gives the address of a map's page, made once."""
    folder = tmp_path_factory.mktemp("pages")
    known: dict[str, str] = {}

    def make(name: str, m: argmap.ArgumentMap | None = None, **options: Any) -> str:
        if name not in known:
            loaded = argmap.load(ROOT / "arguments" / f"{name}.yaml") if m is None else m
            file = folder / f"{name}.html"
            file.write_bytes(draw(analyse(loaded), "html", DrawingOptions(**options)).data)
            known[name] = file.as_uri()
        return known[name]

    return make


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Return a function that opens a page; at the end, whatever it asked for or complained of fails the test."""
    contexts, wrong = [], []

    def opened(address: str, *, size: tuple[int, int] = (1280, 800), **facts: Any) -> Any:
        facts = {"reduced_motion": "reduce", "offline": True} | facts
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **facts)
        contexts.append(context)
        context.add_init_script(_LISTEN)
        page = context.new_page()
        page.set_default_timeout(10_000)
        own = address.partition("#")[0]
        page.on("request", lambda each: wrong.append(f"asked for {each.url}") if each.url != own else None)
        page.on("console", lambda each: wrong.append(each.text) if each.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture
def opened(visit: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return a function that opens a page, given as bytes."""

    def show(data: bytes, *, width: int = 1280, height: int = 800, fragment: str = "", **facts: Any) -> Any:
        file = tmp_path / f"page-{len(list(tmp_path.iterdir()))}.html"
        file.write_bytes(data)
        return visit(f"{file.as_uri()}{fragment}", size=(width, height), **facts)

    return show


def box(page: Any, selector: str) -> Mapping[str, float]:
    """Return where an element is on the screen."""
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return found


def until(page: Any, holds: Callable[[], bool]) -> None:
    """Let the page draw until something holds, a few hundred times at most."""
    for _ in range(300):
        page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        if holds():
            return
    raise AssertionError("it never came to hold")
