"""Take the pictures of pages that README and docs show, with Playwright and the Chromium of this machine.

python docs/make_images.py
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
FILE = re.compile(r"`([\w./-]+\.\w+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STATEMENT = "wide-streets-slowed-too"
COMMAND = re.compile(r"^\$ argmap (source .*|render .*)$", re.MULTILINE)


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = str(folder / "page.html")
        part = ("--around", STATEMENT, "--depth", "3", "--no-legend")
        argmap(ROOT, "render", "arguments/harbourton-30kmh.yaml", "--with-source", *part, "-o", page)
        shoot(Path(page), IMAGES / "page.png", 1440, 760, STATEMENT, "Harbourton speed survey")
        shoot(tutorial(folder), IMAGES / "night-bus.png", 1240, 560)


def tutorial(folder: Path) -> Path:
    """Follow the tutorial, and return the page that it ends with."""
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    for file, content in FILE.findall(text):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(content, encoding="utf-8")
    for command in COMMAND.findall(text):
        argmap(folder, *command.split())
    return folder / "night-bus.html"


def argmap(folder: Path, *words: str) -> None:
    """Run argmap in a folder."""
    subprocess.run([sys.executable, "-m", "argmap", *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def shoot(page: Path, image: Path, width: int, height: int, statement: str = "", source: str = "") -> None:
    """Take a picture of a page in light colours: as it opens, or with a statement and a source that it cites chosen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        shown.goto(page.as_uri() + (f"#n-{statement}" if statement else ""))
        if source:
            shown.locator(".cited", has_text=source).get_by_role("button", name="Show in the text").click()
        shown.wait_for_timeout(500)
        shown.screenshot(path=image)
        browser.close()


if __name__ == "__main__":
    main()
