"""``argmap diff``: two versions of a map on the command line, and in git."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OLD = """
title: The road
nodes:
  close: {recommendation: The road should be closed., because: [noise]}
  noise: {claim: It is too loud., cite: survey}
sources: {survey: {title: The survey}}
"""
NEW = OLD.replace("It is too loud.", "It is much too loud.").replace(", cite: survey", "")
LAID = OLD.replace("{claim: It is too loud., cite: survey}", "\n    claim: It is too loud.\n    cite: survey")
GIT = shutil.which("git")


@pytest.fixture
def versions(project, run):
    """Return a function that runs argmap where versions of a map are."""
    project({"old.yaml": OLD, "new.yaml": NEW, "laid.yaml": LAID, "argmap.toml": ""})
    return run


def test_versions_are_told_line_by_line(versions):
    """What changed, what stands otherwise, what makes the recommendation fall, and the findings that are new."""
    done = versions("diff", "old.yaml", "new.yaml")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:13] == [
        "statements",
        "  ~ noise reworded",
        "      - It is too loud.",
        "      + It is much too loud.",
        "citations",
        "  - noise: survey",
        "standing",
        "  close (recommendation): accepted -> unsupported: missing noise",
        "  noise: accepted -> unsupported: nothing is cited for it",
        "close is accepted in the old map, unsupported in the new map.",
        "  This one difference makes it so:",
        "  - only in the old map: noise cites survey (unverified)",
        "new findings",
    ]


def test_a_new_layout_is_no_change(versions):
    """A map that was merely laid out otherwise has an empty diff, and status 0."""
    done = versions("diff", "old.yaml", "laid.yaml")
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads(versions("diff", "old.yaml", "laid.yaml", "--json").stdout)["changes"] == []


def test_versions_are_told_in_markdown_and_json(versions):
    """Markdown has a table of what stands otherwise, and JSON all of it."""
    written = versions("diff", "old.yaml", "new.yaml", "--markdown").stdout
    assert "| **close** | accepted | unsupported | missing noise |\n" in written
    assert "- noise reworded: It is too loud. → It is much too loud.\n" in written
    found = json.loads(versions("diff", "old.yaml", "new.yaml", "--json").stdout)
    assert [change["deed"] for change in found["changes"]] == ["reworded", "removed"]
    assert found["flipped"][0] == {
        "id": "close",
        "old_id": "close",
        "kind": "recommendation",
        "why": "missing noise",
        "standing": ["accepted", "unsupported"],
    }
    assert {finding["code"] for finding in found["new_findings"]} >= {"AM101"}


def test_a_version_may_come_from_standard_input(versions):
    """One version may be read from standard input."""
    assert versions("diff", "old.yaml", "-", stdin=LAID).exit_code == 0


def test_what_cannot_be_told_apart_is_an_error(versions, project):
    """Other than two names, a file that is not there or has several maps, and words not of git end with status 2."""
    project({"two.md": f"```argmap\n{OLD}```\n\n```argmap\n{NEW}```\n"})
    assert versions("diff", "two.md#1", "two.md#2").exit_code == 1
    for words in (
        ["old.yaml"],
        ["old.yaml", "new.yaml", "laid.yaml"],
        ["old.yaml", "none.yaml"],
        ["two.md", "old.yaml"],
    ):
        assert versions("diff", *words).exit_code == 2
    done = versions("diff", "--git", "old.yaml", "new.yaml")
    assert done.exit_code == 2
    assert "path old-file old-hex old-mode new-file new-hex new-mode" in done.stderr


def test_a_map_that_came_or_went_is_told_to_git(versions):
    """Git names /dev/null for a map that was not there, and a map that cannot be read does not end its diff."""
    none = ["/dev/null", ".", "."]
    added = versions("diff", "--git", "m.yaml", *none, "new.yaml", "0", "100644")
    assert added.exit_code == 0
    assert added.stdout.startswith("m.yaml\nmap\n  ~ title: (none) -> The road\nstatements\n  + close: The road")
    gone = versions("diff", "--git", "m.yaml", "old.yaml", "0", "100644", *none)
    assert "  - noise: It is too loud.\n" in gone.stdout
    broken = versions("diff", "--git", "m.yaml", "nowhere.yaml", "0", "100644", *none)
    assert broken.exit_code == 0
    assert "nowhere.yaml" in broken.stderr


@pytest.mark.skipif(GIT is None, reason="needs git")
def test_git_tells_of_maps_by_argmap(project, monkeypatch):
    """With argmap as its driver, git diff and git log tell what changed in a map, and a revision can be named."""
    project({"arguments/m.yaml": OLD, "argmap.toml": "", ".gitattributes": "arguments/*.yaml diff=argmap\n"})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "none")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "none")
    command = f'"{Path(sys.executable).as_posix()}" -m argmap diff --git'

    def git(*words: str) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", f"diff.argmap.command={command}")
        return subprocess.run([GIT, *who, *words], capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    project({"arguments/m.yaml": LAID})
    assert git("diff") == "arguments/m.yaml: only its layout changed\n"
    project({"arguments/m.yaml": NEW})
    told = git("diff")
    assert told.startswith("arguments/m.yaml\nstatements\n  ~ noise reworded\n")
    git("commit", "-q", "-a", "-m", "two")
    git("mv", "arguments/m.yaml", "arguments/n.yaml")
    git("commit", "-q", "-m", "three")
    assert told in git("log", "-p", "--ext-diff")


@pytest.mark.skipif(GIT is None, reason="needs git")
def test_a_version_may_be_in_a_revision(run, project, monkeypatch):
    """REVISION:FILE names a version in git; one that git does not have is told, with what git says."""
    project({"m.yaml": OLD, "argmap.toml": ""})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "none")
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "-m", "one"],
    ):
        subprocess.run([GIT, *words], check=True, capture_output=True)
    project({"m.yaml": NEW})
    assert run("diff", "HEAD:m.yaml", "m.yaml").stdout.startswith("statements\n  ~ noise reworded\n")
    done = run("diff", "HEAD:none.yaml", "m.yaml")
    assert done.exit_code == 2
    assert "HEAD:none.yaml does not exist as a file, nor as REVISION:FILE" in done.stderr
