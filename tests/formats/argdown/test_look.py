"""Argdown's settings for a map, and what argmap draws by them."""

from __future__ import annotations

import pytest

import argmap
from argmap.model.look import Fold, Label
from argmap.renderers._base import Options
from argmap.renderers._selection import select


def look(text):
    """Give how a text asks to be drawn."""
    return argmap.loads(text, format="argdown").origin.look


def drawn(text, **options):
    """Give the ids of the cards of a picture."""
    return {s.id for s in select(argmap.loads(text, format="argdown"), Options(**options)).map}


ROWS = """
<Because>: It must be so.

(1) [Law]: Whatever burns gives heat.
(2) This burns. #now
----
(3) [Heat]: This gives heat.

[Cold]: It is cold.
  -> [Heat]

[Alone]: Nobody asks.
"""


def with_settings(settings, text=ROWS):
    """Put settings before a text."""
    return f"===\n{settings}\n===\n\n{text.lstrip()}"


def test_a_file_without_a_selection_is_drawn_whole():
    """What Argdown leaves out by default is drawn, for all of it is checked."""
    assert drawn(ROWS) == {"law", "this-burns", "heat", "cold", "alone"}


MODES = {
    "with-title": {"law", "because", "heat", "cold"},
    "all": {"law", "this-burns", "heat", "cold"},
    "not-used-in-argument": {"cold"},
    "with-relations": {"because", "heat", "cold"},
}


@pytest.mark.parametrize(("mode", "cards"), MODES.items(), ids=MODES)
def test_the_mode_of_the_selection_counts(mode, cards):
    """An argument of which rows are left out is one card; else its steps are drawn."""
    assert drawn(with_settings(f"selection: {{statementSelectionMode: {mode}}}")) == cards


SELECTIONS = {
    "excludeDisconnected: false": {"law", "because", "heat", "cold", "alone"},
    "excludeStatements: [Law]": {"because", "heat", "cold"},
    "excludeArguments: [Because]": {"heat", "cold"},
    "selectedTags: [now], statementSelectionMode: all": set(),
    "selectedTags: [now], selectElementsWithoutTag: true": {"law", "because", "heat", "cold"},
    "includeStatements: [Alone]": {"law", "because", "heat", "cold", "alone"},
}


@pytest.mark.parametrize(("settings", "cards"), SELECTIONS.items(), ids=SELECTIONS)
def test_each_setting_of_the_selection_counts(settings, cards):
    """The selection is Argdown's."""
    assert drawn(with_settings(f"selection: {{{settings}}}")) == cards


def test_is_in_map_counts_without_a_selection():
    """What says that it is not in the map is not drawn; an argument takes with it what stands nowhere else."""
    assert "cold" not in drawn(ROWS.replace("[Cold]: It is cold.", "[Cold]: It is cold. {isInMap: false}"))
    without = drawn(ROWS.replace("It must be so.", "It must be so. {isInMap: false}"))
    assert without == {"heat", "cold", "alone"}


def test_a_row_that_is_left_out_makes_its_argument_a_card():
    """The argument is shown by its name and its gist."""
    text = ROWS.replace("This burns. #now", "This burns. {isInMap: false}")
    assert look(text).folds == (Fold(("because",)),)
    card = select(argmap.loads(text, format="argdown"), Options()).map["because"]
    assert (card.title, card.text) == ("Because", "It must be so.")


def test_all_is_drawn_on_demand():
    """Options overrule the author's selection, and what they name is drawn."""
    text = with_settings("selection: {excludeStatements: [Cold]}")
    assert drawn(text, whole=True) == drawn(ROWS)
    assert "cold" in drawn(text, around="cold")


def test_what_is_left_out_is_said():
    """The picture tells how much its author leaves out, and how much stands in closed sections."""
    text = "===\nselection: {excludeStatements: [X]}\n===\n\n[X]: x\n\n# S {isClosed: true}\n\n[A]: a\n  + [B]: b\n"
    selection = select(argmap.loads(text, format="argdown"), Options())
    assert selection.left_out == ("1 left out (by the map's own selection)", "2 inside closed sections")


SECTIONS = "[T]: t\n\n# One\n\n[A]: a\n  +> [T]\n\n## Two\n\n[B]: b\n  +> [T]\n"
CLOSED = {
    "group: {sections: {One: {isGroup: true, isClosed: true}}}": {"t", "section:one"},
    "group: {groupDepth: 1, sections: {Two: {isGroup: true, isClosed: true}}}": {"t", "a", "section:two"},
    "group: {regroup: [{title: New, statements: [A, T], isClosed: true}]}": {"section:new", "b"},
    "group: {regroup: [{title: New, children: [{title: In, statements: [A], isClosed: true}]}]}": {
        *("section:in", "b", "t"),
    },
}


@pytest.mark.parametrize(("settings", "cards"), CLOSED.items(), ids=CLOSED)
def test_closed_sections_are_cards(settings, cards):
    """A section is closed by the settings for sections, or by the groups that take their place."""
    assert drawn(with_settings(settings, SECTIONS)) == cards


def test_closed_headings_are_cards():
    """A heading may say itself that its section is closed; a setting, or an option, may overrule it."""
    text = SECTIONS.replace("# One", "# One {isClosed: true}", 1)
    assert drawn(text) == {"t", "section:one"}
    assert drawn(with_settings("group: {ignoreIsClosed: true}", text)) == {"t", "a", "b"}
    assert drawn(text, groups=("two",)) == {"b"}
    assert drawn(text, around="b", depth=1) == {"b", "t"}


LABELS = {
    "hide-untitled": (Label.BOTH, Label.TEXT),
    "title": (Label.TITLE, Label.TEXT),
    "text": (Label.TEXT, Label.TEXT),
    "none": (Label.NONE, Label.NONE),
}


@pytest.mark.parametrize(("mode", "labels"), LABELS.items(), ids=LABELS)
def test_labels_are_shown_as_asked(mode, labels):
    """Titles, texts, both or nothing; a statement without a title is known by its text."""
    for setting, titled, untitled in (
        ("statementLabelMode", "[T]: text", "other"),
        ("argumentLabelMode", "<T>: text", "<T>: text"),
    ):
        found = look(with_settings(f"map: {{{setting}: {mode}}}", f"\n{titled}\n  + {untitled}\n")).labels
        assert found["t"] is labels[0]
        assert found.get("other", labels[1]) is labels[1]


def test_a_title_without_a_text_is_shown():
    """Where texts are asked for, a title stands in for one that is missing."""
    assert look(with_settings("map: {statementLabelMode: text}", "\n[T]\n  + [U]: u\n")).labels["t"] is Label.BOTH


def test_tags_are_shown_on_demand():
    """Tags stand on the cards where the settings say so."""
    assert look(with_settings("map: {addTags: true}")).shows_tags
    assert not look(ROWS).shows_tags
