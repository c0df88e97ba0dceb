"""The commands on Markdown files: every block is a map of its own, at its place in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import argmap
from argmap.errors import ConvertError

PAGE = """\
# Streets

```argdown
[Wet]: The street is wet. // argmap: ignore[AM101]
    + [Rain]
```

Words.

- A list:

  ```argmap
  nodes:
    wet: {claim: The street is dry., because: [sun]}
    sun: {assumption: The sun shines.}
    loose: {claim: Nobody asked.}  # argmap: ignore
  ```
"""
SECOND = "nodes: {dry: {claim: 'Wells are dry.', because: [counted]}, counted: {evidence: E., cite: %s}}"


@pytest.fixture
def page(project):
    """Stand in a project with one page and a Markdown file without maps."""
    return project({"arguments/page.md": PAGE, "arguments/README.md": "# How to\n"})


def places(run, *paths):
    """Return code, line and column of what check reports, with the number of maps."""
    report = json.loads(run("check", *paths, "--output-format", "json", "--select", "AM101,AM111,AM5,AM008").output)
    assert {finding["file"] for finding in report["findings"]} <= {"arguments/page.md"}
    return [(f["code"], f["line"], f["column"]) for f in report["findings"]]


def test_check(page, run) -> None:
    """Findings stand at their places in the page, and comments silence what they should."""
    assert places(run) == [("AM501", 5, 7)]
    assert "in 2 maps with 5 statements; 3 silenced" in run("check", "--exit-zero").stdout
    assert run("check").stderr == ""


def test_a_comment_counts_in_its_block(project, run) -> None:
    """A comment on a statement silences nothing about one of the same name in another block."""
    block = "```argdown\n[A]: a%s\n    + [B]: b\n```\n"
    project({"arguments/page.md": block % " // argmap: ignore" + block % ""})
    assert places(run) == [("AM101", 3, 7), ("AM101", 6, 1), ("AM101", 7, 7)]


def test_one_block(page, run) -> None:
    """A block is named by its number."""
    assert places(run, "arguments/page.md#1") == [("AM501", 5, 7)]
    assert places(run, "arguments/page.md#2") == []
    missing = run("check", "arguments/page.md#3")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "arguments/page.md has no map 3: it holds 2 maps, in lines 3 and 12" in missing.stderr


def test_a_block_named_twice(page, run) -> None:
    """A block that is named besides its page counts once."""
    assert "in 2 maps" in run("check", "arguments/page.md#2", "arguments/page.md").stdout


def test_reviews_of_the_same_name(page, run) -> None:
    """A review is of the statement in its block, not of one of the same name in another."""
    assert run("review", "--all").stdout == "5 statements reviewed.\n"
    assert "AM211" not in run("check").stdout
    file = page / "arguments" / "page.md"
    file.write_text(PAGE.replace("is dry", "is quite dry"), encoding="utf-8")
    assert [(f["code"], f["line"]) for f in json.loads(run("check", "--output-format", "json").stdout)["findings"]] == [
        ("AM501", 5),
        ("AM112", 14),
        ("AM211", 14),
    ]


def test_a_page_without_maps(page, run) -> None:
    """A Markdown file without maps is passed over; who names it is told, and that is no failure."""
    done = run("check", "arguments/README.md")
    assert done.exit_code == 0
    assert done.stderr == (
        "argmap: arguments/README.md holds no map: one in Markdown stands in a fenced block, ```argdown or ```argmap\n"
    )
    assert run("evaluate", "arguments/README.md").exit_code == 2


def test_why(page, run) -> None:
    """A statement is found in whichever block has it; where several have it, their lines are told."""
    assert run("why", "sun", "arguments/page.md").exit_code == 0
    assert run("why", "wet").stderr == (
        "argmap: wet is in arguments/page.md#1 (line 4) and arguments/page.md#2 (line 14): name the map\n"
    )
    assert run("why", "wet", "arguments/page.md#2").stdout.startswith("wet is accepted")


def test_commands_on_one_map_ask_which(page, run) -> None:
    """What works on one map names those to choose from; what works on several takes them all."""
    assert run("evaluate").stdout.startswith("arguments/page.md#1\n")
    assert "3 statements" in run("evaluate", "arguments/page.md#2").stdout
    assert run("convert", "arguments/page.md", "x.yaml").stderr == (
        "argmap: arguments/page.md holds 2 maps, in lines 3 and 12: name one, as in arguments/page.md#2\n"
    )
    assert run("convert", "arguments/page.md#1", "x.yaml").stdout == "x.yaml written: 2 statements\n"


def test_convert_says_what_reading_left_out(run, project) -> None:
    """What a file says and a map has no place for is told when it is converted, too."""
    project({"a.argdown": "===\nauthor: A. Reader\n===\n\n[A]: a"})
    done = run("convert", "a.argdown", "a.yaml")
    assert (done.exit_code, done.stderr) == (0, "argmap: a.argdown: the front matter key 'author' is not kept\n")


def test_render(page, run, project) -> None:
    """Each block is a picture: named like the page where there is one, else with its number."""
    assert run("render", "--to", "dot").stdout == "page-1.dot written\npage-2.dot written\n"
    assert run("render", "arguments/page.md#2", "--to", "dot").stdout == "page-2.dot written\n"
    project({"one.markdown": "~~~argmap\nnodes: {a: {claim: A}}\n~~~\n"})
    assert run("render", "one.markdown", "--to", "dot").stdout == "one.dot written\n"


def test_format(page, run) -> None:
    """Blocks are laid out in place, whichever of them is named."""
    assert run("format", "--check").exit_code == 0
    file = page / "arguments" / "page.md"
    file.write_text(PAGE.replace("    + [Rain]", "  +[Rain]"), encoding="utf-8")
    assert run("format", "arguments/page.md#2").stdout == "arguments/page.md laid out\n"
    assert file.read_text(encoding="utf-8") == PAGE
    assert sorted(path.name for path in file.parent.iterdir()) == ["README.md", "page.md"]


def test_standard_input(run) -> None:
    """A page with one map may come from standard input."""
    one = "```argdown\n[A]: a\n```\n"
    assert "1 statement" in run("check", "-", "--input-format", "markdown", stdin=one).stdout
    done = run("check", "-", "--input-format", "markdown", stdin=one * 2)
    assert done.stderr == "argmap: standard input holds 2 maps, in lines 1 and 4: only a file may hold several\n"


def test_folders(project, run) -> None:
    """In a folder that is not for maps, a Markdown file counts only if a block in it is a map."""
    project({"docs/a.md": PAGE, "docs/b.md": "```yaml\nnodes: {}\n```\n", "docs/c.md": "Words.\n", ".git/HEAD": ""})
    assert "in 2 maps" in run("check", "docs", "--exit-zero").stdout


def test_reanchor_mends_every_block(project, run) -> None:
    """Phrases that a revision changed are mended in each block of a page, and the page stays as it is around them."""
    text = "It found that six of the ten wells were below the safe level. The river was low in May as well, they said."
    first = 'wells "six of the … safe level"'
    last = 'wells "river was low … they said"'
    page = f"# A\n\n```argmap\n{SECOND % repr(first)}\n```\n\nB  \n\n> ```argmap\n> {SECOND % repr(last)}\n> ```\n"
    project({"arguments/p.md": page, "seeds/wells.yaml": "text: w.txt\n", "seeds/w.txt": text})
    run("lock")
    revised = text.replace("six of the ten", "six of our ten").replace("they said", "they then said")
    project({"seeds/w.txt": revised})
    done = run("reanchor", "--accept", "weak")
    assert "2 mended and locked, 0 left." in done.stdout
    after = Path("arguments/p.md").read_text(encoding="utf-8")
    assert after != page
    assert [line.partition("cite:")[0] for line in after.splitlines()] == [
        line.partition("cite:")[0] for line in page.splitlines()
    ]
    assert "AM2" not in run("check", "--select", "AM2").stdout


def test_loading(page) -> None:
    """One map of a page is loaded by its number, and all of them by `load_all`."""
    with pytest.raises(ConvertError, match=r"holds 2 maps, in lines 3 and 12: name one, as in arguments/page\.md#2"):
        argmap.load("arguments/page.md")
    first, second = argmap.load_all("arguments/page.md")
    assert (first["wet"].text, second["wet"].text) == ("The street is wet.", "The street is dry.")
    assert argmap.load("arguments/page.md#2") == second
    assert (second.origin.file, second.origin.block.number) == ("arguments/page.md", 2)
    assert argmap.load_all("arguments/README.md") == ()
    assert [f.code for f in argmap.check(first, select=["AM5"])] == ["AM501"]


def test_a_page_that_is_no_text(project, run) -> None:
    """A page that is not UTF-8 is told like any other file."""
    project({"a.md": b"```argdown\n\xff\n```\n"})
    assert "a.md:2:1: AM001 this is not UTF-8" in run("check", "a.md", "--output-format", "concise").stdout
