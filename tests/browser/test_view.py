"""Pages that `argmap view` serves, in a real browser."""

from __future__ import annotations

import signal
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("uvicorn")

MAP = """\
title: Is it wet?
nodes:
  wet: {claim: It is wet., because: [rain, tap]}
  rain: {claim: It rained., because: [clouds]}
  clouds: {claim: There were clouds., because: [damp]}
  damp: {claim: The air was damp., because: [sea]}
  sea: {evidence: The wind blew from the sea.}
  tap: {claim: The tap ran.}
"""
EXTENT = """
(() => {
  const cards = [...document.querySelectorAll("#sheet g.node")].map((card) => card.getBBox());
  const [right, left] = [Math.max(...cards.map((c) => c.x + c.width)), Math.min(...cards.map((c) => c.x))];
  const [foot, top] = [Math.max(...cards.map((c) => c.y + c.height)), Math.min(...cards.map((c) => c.y))];
  return right - left + foot - top;
})()
"""


@pytest.fixture
def served(project, browser):
    """Return a page of a map that is served, and its file; the page must not complain, and the server end well."""
    file = project({"arguments/wet.yaml": MAP, "argmap.toml": ""}) / "arguments" / "wet.yaml"
    command = [sys.executable, "-m", "argmap", "view", "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = process.stdout.readline().strip()
    wrong = []
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(20_000)
    here = urlsplit(address).netloc
    page.on("request", lambda each: None if urlsplit(each.url).netloc == here else wrong.append(each.url))
    page.on("console", lambda each: wrong.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    yield page, file
    context.close()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors, wrong) == (0, "", [])


def test_a_served_page_follows_its_file(served):
    """When the file changes, the page shows what it holds now, with the same statement selected and folded."""
    page, file = served
    page.locator("#n-rain").click()
    page.keyboard.press("c")
    file.write_text(MAP.replace("It rained.", "It poured."))
    page.locator("#panel", has_text="It poured.").wait_for()
    assert page.url.endswith("#n-rain")
    assert page.locator(".fold-count").is_visible()


def test_a_served_page_is_laid_out_anew_without_what_is_folded(served):
    """What is folded can be left out of the picture, which is then smaller; unfolding brings it back."""
    page, _ = served
    width = page.evaluate(EXTENT)
    page.locator("#n-rain").click()
    page.keyboard.press("c")
    page.locator("#lay-out").click()
    page.wait_for_url(lambda url: "fold=rain" in url)
    page.locator(".fold-count", has_text="+ 3 folded").wait_for()
    assert page.locator("#n-clouds").count() == 0
    assert page.evaluate(EXTENT) < width
    assert page.locator("#panel", has_text="It rained.").is_visible()
    page.keyboard.press("c")
    page.locator("#n-clouds").wait_for()
    assert "fold" not in parse_qs(urlsplit(page.url).query)
