"""Argdown's own model and map, as its reference implementation has them; found by comparing random files."""

from __future__ import annotations

import pytest

from argmap.formats.argdown.meaning.interpretation import interpret
from argmap.formats.argdown.syntax.parser import parse

from ....conformance.argdown import picture


def model(text):
    """Interpret a text that has no errors."""
    tree = parse(text)
    assert not tree.flaws + tree.broken_data
    return interpret(tree, stop_at_broken_data=True)


def shown(text):
    """Return the titles of the nodes of the map."""
    found = picture(model(text))
    return {f"[{s.title}]" for s in found.statements} | {f"<{a.title}>" for a in found.arguments}


TEXTS = {
    "A title ends at its first bracket with a colon": ("[a] b [c]: d", ["a] b [c"], "d"),
    "A comment at the end of a file needs a line end": ("A // b", [], "A // b"),
    "An address outside a link is cut off by its own comment": ("See http://x.org\nnow", [], "See http: now"),
    "A word between two full stops swallows marks": ("a.*b.c", [], "a.*b.c"),
    "Blanks after a comment are dropped": ("a/* b */ c", [], "ac"),
    "Windows line ends keep data over lines a text": ("a {b: c\r\n}", [], "a {b: c }"),
    "An asterisk before a blank is an asterisk": ("2 * 3", [], "2 * 3"),
}


@pytest.mark.parametrize(("text", "titles", "words"), TEXTS.values(), ids=TEXTS)
def test_corners_of_the_language(text, titles, words):
    """The language has corners, and files that rely on them are read as its reference reads them."""
    found = model(text)
    first = next(iter(found.statements.values()))
    assert [s.title for s in found.statements.values() if not s.title.startswith("Untitled")] == titles
    assert " ".join(first.members[0].element.text.split()) == words


def test_data_ends_where_its_brace_is_followed_by_words():
    """Data ends at the last brace that can end it, so that braces may stand inside."""
    data = {"b": {"c": "d"}, "e": {}}
    assert model("[A]: a {b: {c: d}, e: {}}\n\n[B]: }").statements["A"].data == data


DATA = {
    "A colon right before a comma ends a key": ("{a:, b: c}", {"a": None, "b": "c"}),
    "A colon right before a bracket ends a key": ("{a:[1], b:{c: d}}", {"a": [1], "b": {"c": "d"}}),
    "A colon right before a word is part of it": ("{a: :b, :c, d: [:e]}", {"a": ":b", ":c": None, "d": [":e"]}),
    "A list may be a key": ("{[a, b]: c}", {"a,b": "c"}),
    "Colons in quoted texts stay as they are": ("{a: 'b:,c', d: \"e:[f\", g:,}", {"a": "b:,c", "d": "e:[f", "g": None}),
}


@pytest.mark.parametrize(("data", "value"), DATA.values(), ids=DATA)
def test_corners_of_data(data, value):
    """Data in braces is read as YAML 1.2, with the liberties that the reference takes."""
    assert model(f"[A]: a {data}").statements["A"].data == value


def test_a_conclusion_used_as_premise_loses_its_inference():
    """Where arguments are taken apart, a conclusion that the next step starts from is a premise like any other."""
    found = model(
        "===\nmodel: {explodeArguments: true}\n===\n\n<A>\n\n(1) a\n-- one --\n(2) b\n(3) c\n-- two --\n(4) d"
    )
    assert [[row.role for row in argument.rows] for argument in found.arguments.values()] == [
        ["premise", "main-conclusion"],
        ["premise", "premise", "main-conclusion"],
    ]
    assert [row.inference is None for row in found.arguments["A - 2"].rows] == [True, True, False]


def test_broken_data_ends_the_reference_interpretation():
    """The reference drops all that follows data that is not YAML; argmap does so only when asked."""
    tree = parse("[A]: a\n\n[B]: b {c: [}\n\n[C]: c")
    assert list(interpret(tree, stop_at_broken_data=True).statements) == ["A"]
    assert list(interpret(tree).statements) == ["A", "B", "C"]


def test_undercut_below_a_statement_strikes_the_last_inference():
    """An undercut below any statement goes to the inference read last."""
    found = model("(1) a\n----\n(2) b\n\n[C]: c\n  <_ [U]: u")
    assert [(r.kind, r.source.title, r.target.argument) for r in found.relations] == [("undercut", "U", "Untitled 1")]


def test_later_data_overrules_earlier_data():
    """The data of all occurrences is put together key by key."""
    assert model("[A]: a {b: 1, c: {d: 1}}\n\n[A] {c: {e: 2}, b: 3}").statements["A"].data == {
        "b": 3,
        "c": {"d": 1, "e": 2},
    }


def test_reference_gives_no_section():
    """A statement belongs to the section that defines it, not to one that refers to it."""
    found = model("[A]\n\n# One\n\n[B]: b\n  + [A]\n\n# Two\n\n[A]: a")
    assert found.statements["A"].section.title == "Two"


MODES = {
    "with-title": {"[A]", "[B]", "[C]", "outside"},
    "all": {"[A]", "[B]", "[C]", "outside", "inside"},
    "top-level": {"[A]", "[B]", "outside"},
    "with-relations": {"[A]", "[B]", "[C]", "outside"},
    "not-used-in-argument": {"[A]", "[B]", "outside"},
    "with-more-than-one-relation": {"[A]", "[B]", "outside"},
}


@pytest.mark.parametrize("mode", MODES)
def test_selection_modes(mode):
    """The settings say which statements become nodes."""
    text = "[A]: a\n  + <X>\n  - [B]: b\n  - outside\n\n<X>\n\n(1) inside\n----\n(2) [C]: c"
    found = picture(model(f"===\nselection: {{statementSelectionMode: {mode}}}\n===\n\n{text}")).statements
    names = {s.members[0].element.text if s.title.startswith("Untitled") else f"[{s.title}]" for s in found}
    assert names == MODES[mode]


def test_disconnected_statements_are_not_shown():
    """What nothing connects is left out, unless the settings or its data ask for it."""
    assert shown("[A]: a\n\n[B]: b {isInMap: true}\n\n[C]: c\n  + [D]: d {isInMap: false}") == {"[B]"}
    assert shown("===\nselection: {excludeDisconnected: false}\n===\n\n[A]: a") == {"[A]"}


def test_exploded_arguments():
    """Arguments of several inferences may be taken apart into one for each."""
    found = model("===\nmodel: {explodeArguments: true}\n===\n\n<X>\n\n(1) a\n----\n(2) b\n(3) c\n----\n(4) d")
    assert {a.title: len(a.rows) for a in found.arguments.values()} == {"X - 1": 2, "X - 2": 3}


def test_regrouping():
    """The settings may put other sections in the place of those of the headings."""
    groups = "{title: New, statements: [A], children: [{title: Inner, arguments: [B]}]}"
    found = model(f"===\ngroup:\n  regroup:\n    - {groups}\n===\n\n# Old\n\n[A]: a\n  + <B>: b")
    assert found.statements["A"].section.title == "New"
    assert found.arguments["B"].section.parent.title == "New"
