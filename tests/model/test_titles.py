"""Titles that are made of ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.document import ArgumentMap, Group
from argmap.model.statements import Kind, Statement
from argmap.model.titles import in_words, is_readable, spelled
from argmap.project.documents import loads
from argmap.renderers._diagram.content import heading


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("rl-doesnt-scale", "Without simulators, RL doesn't scale.", "RL doesn't scale"),
        ("rl-doesnt-scale", "RL doesn’t scale.", "RL doesn’t scale"),
        ("gpu-shortage", "GPUs are short.", "GPU shortage"),
        ("gpus-are-short", "The GPU market is empty.", "GPUs are short"),
        ("ipc-is-slow", "Calls over IPC take long.", "IPC is slow"),
        ("influence-in-iraq", "Tehran keeps its influence in Iraq.", "Influence in Iraq"),
        ("us-leaves", "The U.S. leaves.", "U.S. leaves"),
        ("adopt-30-kmh", "Make 30 km/h the default.", "Adopt 30 km/h"),
        ("iphone-sales", "The iPhone sells well.", "iPhone sales"),
        ("cafe-closes", "The café closes.", "Café closes"),
        ("speeds-lower", "Lower speeds are safe. Lower is better.", "Speeds lower"),
        ("the-state-pays", "What the State owes, the state pays.", "The state pays"),
        ("12-percent", "Of 1.2 million, 12 percent.", "12 percent"),
        ("all-is-bad", "ALL IS BAD.", "All is bad"),
        ("fewer-injuries", "", "Fewer injuries"),
        ("", "It rains.", ""),
    ],
)
def test_words_of_ids_are_spelled_as_in_the_text(name, text, title):
    """Acronyms, names, apostrophes and units are those of the text; a capital that begins a sentence is not."""
    assert spelled(name, text) == title


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("rl-doesnt-scale", "RL doesn't scale.", "RL doesn't scale"),
        ("rl-scales", "Reinforcement learning scales.", None),
        ("it-doesnt-scale", "The method fails.", None),
        ("cost-vs-use", "What it costs.", "Cost vs use"),
    ],
)
def test_a_title_that_cannot_be_spelled_is_none(name, text, shown):
    """Where an id holds an acronym or a lost apostrophe that the text does not show, the text stands for itself."""
    assert heading(Statement(name, Kind.CLAIM, text)) == shown


def test_a_title_that_is_given_stays():
    """What an author wrote as a title is not touched."""
    assert Statement("a", Kind.CLAIM, "The GPU.", "Gpu").label == "Gpu"


@given(st.text(alphabet="ab'’./- IRS", max_size=12), st.text(max_size=60))
def test_nothing_but_spelling_changes(name, text):
    """Whatever the text is, a title has the letters of its id."""

    def letters(words):
        return [char for char in words.casefold() if char.isalnum()]

    if name.isascii():
        assert letters(spelled(name, text.encode("ascii", "ignore").decode())) == letters(in_words(name))
    assert is_readable(name, f"{text} {name}") in (True, False)


def test_both_spellings_are_names():
    """A statement may be named by its title as the text spells it, or by the mere words of its id."""
    m = ArgumentMap(statements=(Statement("rl-doesnt-scale", Kind.CLAIM, "RL doesn't scale well."),))
    assert m.called("RL doesn't scale") == m.called("Rl doesnt scale") == ("rl-doesnt-scale",)


def test_headings_of_sections():
    """A section without a title has its id in words, spelled as its statements have it; a title stays as it is."""
    statements = (Statement("a", Kind.CLAIM, "Few GPUs are made.", group="gpu-supply"),)
    m = ArgumentMap(groups=(Group("gpu-supply", "gpu-supply"), Group("ipc", "Ipc")), statements=statements)
    assert m.headings == {"gpu-supply": "GPU supply", "ipc": "Ipc"}


def test_argdown_titles_are_names_as_they_are_written():
    """What an Argdown author called a statement is its name in front matter, whatever its text spells."""
    text = "===\nexpect:\n  Rl doesnt scale: unsupported\n===\n[Rl doesnt scale]: RL doesn't scale.\n"
    assert [each.statement for each in loads(text, format="argdown").expectations] == ["rl-doesnt-scale"]
