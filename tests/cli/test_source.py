"""`argmap source`: what it says about an intake."""

from __future__ import annotations

import re

import pytest

from argmap.sources.extract import Extracted, LeftOut

LOST = LeftOut("menus", 2, words=50, most=45, first="Home\x1b[2J About")


def test_the_account_is_printed(run, project, monkeypatch) -> None:
    """Words kept and seen, a line for each kind left out, and warnings with doubts on standard error; status 0."""
    found = Extracted("Dry wells.", None, "html 9", visible=52, left_out=(LOST,), doubts=("columns were guessed",))
    monkeypatch.setattr("argmap.workflows.intake.extract", lambda *_, **__: found)
    project({"w.html": "the file"})
    done = run("source", "add", "w.html")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1:3] == [
        "seeds/texts/w.txt written: 2 words of the 52 that a reader sees",
        r"left out: menus at 2 places, 50 words: Home\x1b[2J About …",
    ]
    assert done.stderr.splitlines() == [
        "argmap: w: only 3 percent of the words that a reader sees are in the text",
        "argmap: w: 45 words at one place are not in the text (menus)",
        "argmap: w: columns were guessed",
    ]


def test_the_same_file_read_anew_is_told(run, project, monkeypatch) -> None:
    """An update says that the file is the one before, with its text or, by another extractor, with another."""
    project({"w.txt": "Dry wells."})
    run("source", "add", "w.txt")
    again = run("source", "update", "w", "w.txt").stdout
    assert again.splitlines()[2:] == ["It is the same file as before, with the same text."]
    found = Extracted("Dry  wells.", None, "text 9")
    monkeypatch.setattr("argmap.workflows.intake.extract", lambda *_, **__: found)
    again = run("source", "update", "w", "w.txt").stdout
    assert re.search("same file as before: another text, read by text 9 instead of text [0-9]", again)


@pytest.mark.parametrize("address", ["page", "page#:~:text=wells"])
def test_an_address_is_added_at_once(run, server, address) -> None:
    """Record and text of a page come from one command."""
    done = run("source", "add", f"{server}/{address}", "--allow-private", "--id", "w")
    assert done.stdout.splitlines() == [
        "seeds/w.yaml written",
        "seeds/texts/w.txt written: 4 words" + (" of the 4 that a reader sees" if " of the " in done.stdout else ""),
        'Cite it as: cite: w "first words … last words"',
    ]
    refused = run("source", "add", f"{server}/{address}", "--id", "x")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--allow-private" in refused.stderr
