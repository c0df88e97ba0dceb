"""Argdown's settings for a map, and what argmap draws by them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats.argdown import FORMAT
from argmap.formats.argdown.settings.setting_types import OF_ELEMENTS, SETTINGS
from argmap.model.look import Fold, Label
from argmap.renderers import DrawingOptions
from argmap.renderers._selection import select

from ....strategies import examples


def look(text):
    """Return how a text asks to be drawn."""
    return argmap.loads(text, format="argdown").origin.look


def drawn(text, **options):
    """Return the ids of the cards of a picture."""
    return {s.id for s in select(argmap.loads(text, format="argdown"), DrawingOptions(**options)).map}


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
    """An argument of which rows are left out is one card; otherwise its steps are drawn."""
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
    card = select(argmap.loads(text, format="argdown"), DrawingOptions()).map["because"]
    assert (card.title, card.text) == ("Because", "It must be so.")


def test_all_is_drawn_on_demand():
    """DrawingOptions overrule the author's selection, and what they name is drawn."""
    text = with_settings("selection: {excludeStatements: [Cold]}")
    assert drawn(text, whole=True) == drawn(ROWS)
    assert "cold" in drawn(text, around="cold")


def test_tags_and_kinds_are_looked_for_in_closed_sections():
    """What is asked for by its tag or kind is drawn, even where its section is closed."""
    text = SECTIONS.replace("# One", "# One {isClosed: true}", 1).replace("[A]: a", "[A]: a #x")
    assert drawn(text, tags=("x",)) == {"a"}
    assert drawn(text, types=("claim",)) == {"a", "b", "t"}


def test_an_argument_that_is_a_card_bears_its_tags():
    """The tags of an argument are those of its card."""
    text = ROWS.replace("It must be so.", "It must be so. #sure")
    assert drawn(with_settings("selection: {}", text), tags=("sure",)) == {"because"}


def test_what_is_left_out_is_said():
    """The picture tells how much its author leaves out, and how much stands in closed sections."""
    text = "===\nselection: {excludeStatements: [X]}\n===\n\n[X]: x\n\n# S {isClosed: true}\n\n[A]: a\n  + [B]: b\n"
    selection = select(argmap.loads(text, format="argdown"), DrawingOptions())
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
    assert drawn(text, groups=("two",)) == {"t", "b"}
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


TAGGED = """
# One #old

[A]: a #x
  + [B]: b #y #x
  + [C]: c #z {color: 2}
  + <D>: d

## Two

<D>

(1) e
----
(2) [F]: f
"""
SHADES = {
    "colorScheme: ['#111111', '#222222', '#333333', '#444444']": {
        "a": "#222222",
        "b": "#333333",
        "c": "#333333",
        "e": "#111111",
        "f": "#111111",
        "d": "#111111",
    },
    "tagColors: {x: '#abc', y: 1}": {"a": "#aabbcc", "b": "#d95f02", "c": "#7570b3"},
    "tagColors: {x: {color: '#abc', priority: 2}}": {"a": "#aabbcc", "b": "#aabbcc", "c": "#7570b3"},
    "colorizeByTag: false, statementColors: {A: 1, F: '#ABCDEF'}": {"a": "#d95f02", "c": "#7570b3", "f": "#abcdef"},
    "colorizeByTag: false, argumentColors: {D: 0}, ignoreColorData: true": {"d": "#1b9e77"},
}


@pytest.mark.parametrize(("settings", "shades"), SHADES.items(), ids=SHADES)
def test_colours_are_argdowns(settings, shades):
    """Data goes before titles, titles before tags; an argument of several rows hands its colour to its steps."""
    assert look(with_settings(f"color: {{{settings}}}", TAGGED)).colours == shades


def test_only_data_colours_where_no_settings_do():
    """Without settings for colours, tags have none, and the colours of the kinds stay."""
    assert look(TAGGED).colours == {"c": "#7570b3"}


def test_kinds_have_their_own_colours():
    """A tag that names a kind is coloured only if a setting names it."""
    text = "[A]: a #claim\n  + [B]: b #x\n"
    assert look(with_settings("color: {colorizeByTag: true}", text)).colours == {"b": "#7570b3"}
    assert look(with_settings("color: {tagColors: {claim: 0}}", text)).colours["a"] == "#1b9e77"


GROUP_SHADES = {
    "groupColorScheme: ['#fff2ae', '#f4cae4']": ["#fff2ae", "#f4cae4"],
    "groupColorScheme: ['#fff2ae']": ["#fff2ae", "#fff2ae"],
    "groupColors: {Two: '#abcdef'}": ["#abcdef"],
    "colorizeGroupsByTag: true, tagColors: {old: '#abcdef'}": ["#abcdef"],
}


@pytest.mark.parametrize(("settings", "shades"), GROUP_SHADES.items(), ids=GROUP_SHADES)
def test_groups_have_colours_of_their_own(settings, shades):
    """Groups are coloured by their level, by their headings or by tags."""
    found = look(with_settings(f"color: {{{settings}}}", TAGGED)).group_colours
    assert [found[group] for group in sorted(found)] == shades


def test_the_key_tells_which_tags_have_which_colours():
    """Only tags that colour something are told."""
    assert look(with_settings("color: {tagColors: {x: '#abc', z: 1}}", TAGGED)).key == (
        *(("#x", "#aabbcc"), ("#y", "#7570b3")),
    )


SLIPS = {
    "selection: {selectedTags: foo}": "AM004 'selectedTags' takes a list, as in [foo]",
    "selection: {selectedTags: [now, nwo]}": "AM501 'selectedTags' names the tag 'nwo', which does not exist: did",
    "selection: {selectedSections: [One]}": "AM501 'selectedSections' names the heading 'One', which does not exist",
    "selection: {excludeDisconnected: 'no'}": "AM004 'excludeDisconnected' is true or false, not 'no'",
    "selection: {excludeStatements: [Lwa]}": "AM501 'excludeStatements' names the statement 'Lwa', which does not",
    "selection: {excludeArguments: [Law]}": "AM501 'excludeArguments' names the argument 'Law', which does not exist",
    "selection: {statementSelectionMode: al}": "AM004 'statementSelectionMode' cannot be 'al': did you mean 'all'?",
    "group: {groupDepth: many}": "AM004 'groupDepth' is a whole number, not 'many'",
    "group: {sections: {One: {isClosd: true}}}": "AM004 'sections' has 'One', which has no 'isClosd': did you mean",
    "group: {regroup: [{title: X, statements: Law}]}": "AM004 'regroup' has 'statements', which takes a list",
    "group: {regroup: [{title: X, arguments: [Law]}]}": "AM501 'regroup' names the argument 'Law', which does not",
    "color: {tagColors: {now: red}}": "AM004 'tagColors' has 'now', which is a colour such as",
    "color: {tagColors: {now: {colour: 1}}}": "AM004 'tagColors' has 'now', which has no 'colour'",
    "color: {colorScheme: iwanthue-fluo}": "AM013 the colours of the scheme 'iwanthue-fluo' are not available",
    "color: {colorScheme: colorbrewer-set4}": "AM004 'colorScheme' cannot be 'colorbrewer-set4': did you mean",
    "color: {colorScheme: [red]}": "AM004 'colorScheme' takes colours such as",
    "color: {relationColors: {attack: '#ff0000'}}": "AM013 the setting 'relationColors' is not drawn",
    "map: {addTags: 1}": "AM004 'addTags' is true or false, not 1",
    "map: {selectedTags: [now]}": "AM002 unknown setting 'selectedTags' under 'map:': it belongs under 'selection:'",
}


@pytest.mark.parametrize(("settings", "message"), SLIPS.items(), ids=SLIPS)
def test_a_wrong_setting_is_found(settings, message):
    """Wrong values, and names that nothing has, are found on their line, with what would be right."""
    m = argmap.loads(with_settings(settings), format="argdown")
    found = [f for f in m.origin.findings if f.line == 2]
    assert [f"{f.code} {f.message}"[: len(message)] for f in found if f.code != "AM501" or "AM501" in message][:1] == [
        message
    ]


def test_settings_of_elements_have_their_values():
    """What data says about the picture is checked where it stands."""
    m = argmap.loads("[A]: a {isInMap: 'yes'}\n  + [B]: b {color: red}\n", format="argdown")
    assert [(f.code, f.line, f.message[:18]) for f in m.origin.findings if f.code == "AM004"] == [
        *(("AM004", 1, "'isInMap' is true "), ("AM004", 2, "'color' is a colou")),
    ]


def test_an_argument_taken_apart_is_a_card_for_each_step():
    """Of an argument that is taken apart, each step has its own rows."""
    text = "\n<X>: x\n\n(1) a\n----\n(2) [B]: b\n(3) c\n----\n(4) [D]: d\n"
    folds = look(with_settings("model: {explodeArguments: true}\nselection: {}", text)).folds
    assert [fold.steps for fold in folds] == [("x-1",), ("x-2",)]


def test_headings_are_drawn_without_their_tags():
    """The tags at the end of a heading are no part of its title."""
    m = argmap.loads("# One #old #(very old)\n\n[A]: a\n\n# C# or not\n\n[B]: b\n", format="argdown")
    assert [group.title for group in m.groups] == ["One", "C# or not"]


KEPT = {
    "selection": with_settings("selection: {excludeStatements: [Cold]}"),
    "an argument left out": with_settings("selection: {excludeArguments: [Because]}"),
    "closed sections": with_settings("group: {regroup: [{title: New, statements: [A], isClosed: true}]}", SECTIONS),
    "colours": with_settings("color: {tagColors: {x: '#abc', old: 2}, colorizeGroupsByTag: true}", TAGGED),
    "titles only": with_settings("map: {statementLabelMode: title, addTags: true}"),
    "no labels of arguments": with_settings("map: {argumentLabelMode: none}", "[T]: t\n  + <U>: u\n"),
    "texts only": with_settings("map: {statementLabelMode: text}", "[A title, kept]: t\n  + [U: v]: u\n"),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_a_written_file_is_drawn_alike(text):
    """What is written as Argdown says of every element how it is drawn."""
    m = argmap.loads(text, format="argdown")
    again = argmap.loads(FORMAT.write(m).text, format="argdown")
    assert again == m
    was, now = m.origin.look, again.origin.look
    assert (now.hidden, now.closed, now.colours, now.group_colours) == (
        *(was.hidden, was.closed, was.colours, was.group_colours),
    )
    assert now.shows_tags == was.shows_tags
    assert {fold.steps for fold in now.folds} == {fold.steps for fold in was.folds}


def test_what_a_written_file_lacks_is_told():
    """Other tools' settings, the key of colours, and what is said of an argument without a title are told."""
    text = "[A]: a #x\n\n(1) [A]\n----\n(2) [B]: b\n\n(1) [B] {color: 2}\n(2) e\n----\n(3) f\n"
    settings = "dot: {graphname: g}\ncolor: {colorScheme: default}"
    m = argmap.loads(with_settings(settings, text), format="argdown")
    assert [finding.message for finding in FORMAT.write(m).findings] == [
        "what says how the map is drawn is not kept: dot:",
        "the colours of tags are kept as the colours of what has the tags",
        "the colour or selection of 2 arguments without a title is not kept",
    ]


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-2, 9), st.floats(), st.sampled_from(["A", "One", "#abc", "x"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["A", "One", "isClosed", "color", "children", "title"]), inner, max_size=3),
    ),
    max_leaves=6,
)


@examples(150, deadline=None)
@given(st.sets(st.sampled_from(sorted(SETTINGS)), max_size=2), st.data())
def test_no_setting_breaks_the_reading(sections, data):
    """Whatever values settings and data have, the file is read, drawn and written."""
    head = {}
    for section in sections:
        names = st.sampled_from(sorted(SETTINGS[section]))
        head[section] = data.draw(st.one_of(VALUES, st.dictionaries(names, VALUES, max_size=3)))
    element = {data.draw(st.sampled_from(sorted(OF_ELEMENTS))): data.draw(VALUES)}
    text = TAGGED.replace("[A]: a #x", f"[A]: a #x {json.dumps(element)}").replace(
        "#old", f"#old {json.dumps(element)}"
    )
    m = argmap.loads(f"===\n{json.dumps(head)}\n===\n{text}", format="argdown")
    select(m, DrawingOptions())
    FORMAT.write(m)
