"""README and docs: every example runs, and prints what the page says it prints.

A ``python`` block is a doctest where it has prompts, and is simply run where it has none; the blocks of a page share
their names. A ``console`` block that begins with ``$ argmap`` or ``$ pytest`` is run in a copy of the project as a
fresh clone has it. In what is printed, ``...`` stands for anything. A ``yaml`` block with ``nodes:`` is a map without a
slip. A block below a line that ends with "`file.txt`:" is that file; a page that has one is gone through from top to
bottom in an empty folder, as its reader does, and so its commands see what those above them made.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import argmap

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w./-]+\.\w+)`:\n\n\Z")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")
PROMPT = re.compile(r"^\$ ", re.MULTILINE)
NOTICE = re.compile(r"^[a-z]+ing\b.* …\n", re.MULTILINE)
"""What is said of work that lasts, on a busy machine."""


class Block(NamedTuple):
    """A fenced block: its page, the line of its fence, its language, its text, and the name of the file that it is."""

    page: Path
    line: int
    language: str
    text: str
    file: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page in order."""
    text = page.read_text(encoding="utf-8")
    named = {m.start(): FILE.search(text[: m.start()]) for m in FENCE.finditer(text)}
    return [
        Block(page, text.count("\n", 0, m.start()) + 1, m[1], m[2], file[1] if (file := named[m.start()]) else "")
        for m in FENCE.finditer(text)
    ]


MADE = ROOT / "docs" / "made"  # by Sphinx, from what is tested where it stands
PAGES = [ROOT / "README.md", *(page for page in sorted(ROOT.glob("docs/**/*.md")) if MADE not in page.parents)]
BLOCKS = [block for page in PAGES for block in blocks(page)]
STEPS = [page for page in PAGES if any(block.file for block in blocks(page))]
SESSIONS = [
    pytest.param(block, id=str(block))
    for block in BLOCKS
    if block.language == "console" and block.text.startswith(("$ argmap", "$ pytest")) and block.page not in STEPS
]


@pytest.fixture
def terminal(tmp_path, monkeypatch) -> Path:
    """Stand in an empty folder, where commands find argmap and a screen of 100 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv(
        "PYTEST_ADDOPTS", "-p no:argmap -p argmap.pytest_plugin"
    )  # whether it is installed by now or not
    return tmp_path


@pytest.fixture
def clone(terminal) -> Path:
    """Stand in a copy of the project as a fresh clone has it: without the texts that are the user's own."""
    own = re.findall(r"^!/seeds/texts/(\S+)", (ROOT / ".gitignore").read_text(encoding="utf-8"), re.MULTILINE)
    for folder in ("arguments", "seeds", "docs"):
        shutil.copytree(ROOT / folder, terminal / folder)
    for text in (terminal / "seeds" / "texts").iterdir():
        if text.name not in own:
            text.unlink()
    for file in ("pyproject.toml", "argmap.toml", "argmap.lock"):
        if (ROOT / file).is_file():
            shutil.copy(ROOT / file, terminal)
    return terminal


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_hold(clone, page):
    """Each Python example of a page runs, and gives what the page shows."""
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.language != "python":
            continue
        if ">>>" not in block.text:
            exec(compile("\n" * block.line + block.text, page, "exec"), names)  # noqa: S102
            continue
        example = doctest.DocTestParser().get_doctest(block.text, names, str(block), str(page), block.line)
        said: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        assert runner.run(example, out=said.append, clear_globs=False).failed == 0, "".join(said)
        names.update(example.globs)


@pytest.mark.parametrize("block", SESSIONS)
def test_commands_print_what_the_page_shows(clone, block):
    """Each command of a page prints, to both streams, what the page shows below it."""
    run(block)


@pytest.mark.parametrize("page", STEPS, ids=lambda page: page.name)
def test_pages_can_be_followed(terminal, page):
    """Who saves the files of a page and gives its commands, from top to bottom, gets what the page shows."""
    for block in blocks(page):
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            run(block)


def run(block: Block) -> None:
    """Give the commands of a block, and compare what they print with what it shows."""
    for session in PROMPT.split(block.text)[1:]:
        command, _, shown = session.partition("\n")
        done = subprocess.run(  # noqa: S602
            command, shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        printed = NOTICE.sub("", done.stdout.decode())
        as_shown = doctest.OutputChecker().check_output(shown.rstrip(), printed.rstrip(), doctest.ELLIPSIS)
        assert as_shown, f"{block} shows\n\n{shown}\nbut `{command}` prints\n\n{printed}"


@pytest.mark.parametrize("block", [pytest.param(b, id=str(b)) for b in BLOCKS if b.language == "yaml"])
def test_maps_read_without_a_slip(block):
    """Each map that a page shows reads without a finding."""
    if re.search(r"^nodes:", block.text, re.MULTILINE):
        assert argmap.loads(block.text).origin.findings == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """Each link of a page to a file leads to one; to what a build of the documentation makes, only its index links."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = {page.parent / name for name in LINK.findall(text)}
    made = {target for target in targets if MADE in target.parents}
    assert not [str(target) for target in targets - made if not target.exists()]
    assert not made or page.name == "index.md"


def test_readme_has_examples_of_both_kinds():
    """README shows commands and Python, so that there is something to hold it to."""
    assert {"python", "console"} <= {block.language for block in blocks(ROOT / "README.md")}
