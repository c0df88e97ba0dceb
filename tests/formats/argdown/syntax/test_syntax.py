"""The errors of an Argdown file: where they are, and what to write instead."""

from __future__ import annotations

import pytest

from argmap.formats import argdown

ERRORS = {
    "a relation that is not indented": ("A\n+ B", 2, 1, "must be indented"),
    "a relation after an empty line": ("A\n\n  + B", 3, 3, "without an empty line"),
    "a relation without content": ("A\n  + \n\nB", 2, 3, "a text is missing"),
    "a relation of a heading": ("# H\n  + B", 2, 3, "belongs to nothing"),
    "an undercut sign for something else": ("(1) a\n----\n  + b\n(2) c", 3, 3, "only an undercut"),
    "a contradiction with an argument": ("[A]: a\n  >< <B>", 2, 6, "only statements"),
    "text after a bracket": ("[A] is so", 1, 5, "write '[A]: …', and where it is only a bracket, '\\[A]'"),
    "text after a reference": ("[A] is so\n\n[A]: a", 1, 5, "this title has a text elsewhere"),
    "a bracket inside a text": ("It is [so-called] so", 1, 7, "write '\\[so-called]'"),
    "a reference inside a text": ("It is [A] so\n\n[A]: a", 1, 7, "write '@' before the bracket"),
    "a definition right below another": ("[A]: a\n[B]: b", 2, 1, "an empty line is missing before this line"),
    "text after data": ("[A]: a {b: c} d", 1, 15, "text cannot follow"),
    "a definition without text": ("[A]:\n\n[B]: b", 1, 1, "needs a text"),
    "a bold range without end": ("**bold", 1, 1, "has no end"),
    "an italic range without end": ("[A]: an _italic word\n\nB", 1, 9, "has no end"),
    "numbers without an inference": ("(1) a\n(2) b", 2, 5, "need an inference"),
    "an inference without a conclusion": ("(1) a\n----\nb", 3, 1, "needs a conclusion"),
    "an inference without premises": ("a\n\n----\n(1) b", 3, 1, "needs premises"),
    "an inference without end": ("(1) a\n-- rule\n\n(2) b", 2, 1, "has no end"),
    "an argument as premise": ("(1) <A>\n----\n(2) b", 1, 5, "cannot be a premise"),
    "numbers right below a text": ("Text\n(1) a\n----\n(2) b", 2, 1, "an empty line is missing before this line"),
    "a list of two kinds": ("  * a\n  1. b", 2, 3, "each after a mark of the same kind"),
    "data that is not YAML": ("[A]: a {b: [}", 1, 13, "not YAML"),
    "a colon in a text between braces": (
        "[A]: a {note: b: c}",
        1,
        16,
        "a text with a colon in it needs quotation marks",
    ),
    "a mark at the beginning of a text": ("[A]: a {note: @b}", 1, 15, "begins with '@' needs quotation marks"),
    "a brace that is missing": ("[A]: a {cite: {source: b}\n\n[B]: b", 1, 25, "a '}' is missing at the end"),
    "a bracket that is missing": ("[A]: a {tags: [b}", 1, 17, "a ']' is missing before this"),
    "a comma that is missing": ('[A]: a {note: "b" c: d}', 1, 19, "a comma or a '}' is missing before this"),
    "a brace that is missing before other data": ("[A]: a {note: b\n\n[B]: b {note: c}", 1, 15, "a '}' is missing"),
    "a key given twice": ("[A]: a {b: 1, b: 2}", 1, 15, "twice"),
    "blanks after a comment": ("[A]: a\n\n/* c */ \n\n[B]: b\n", 5, 1, "blanks after the comment above"),
    "blanks in the line after a comment": ("[A]: a\n\n// c\n  \n<B>\n", 5, 1, "an empty line below it"),
    "front matter alone": ("===\na: b\n===", 1, 1, "at least one"),
    "a text right below the front matter": ("===\na: b\n===\ntext", 4, 1, "the front matter ends with one"),
    "an empty file": ("", 1, 1, "at least one"),
    "a comment alone": ("// c\n", 2, 1, "at least one"),
    "a backslash at the end of a line": ("a\\\nb", 1, 2, "backslash"),
    "a link across lines": ("[a\nb](c)", 1, 1, "one line"),
}


@pytest.mark.parametrize(("text", "line", "column", "part"), ERRORS.values(), ids=ERRORS)
def test_errors(text, line, column, part):
    """An error is found once, at its place, and the message says what would be right."""
    found = [f for f in argdown.FORMAT.read(text, "x").origin.findings if f.code == "AM001"]
    assert [(f.line, f.column) for f in found[:1]] == [(line, column)]
    assert any(part in f.message for f in found)


def test_all_errors_in_one_pass():
    """Reading goes on after the paragraph of an error, so that the next one is found too."""
    m = argdown.FORMAT.read("[A] x\n\n[B]: b\n\n[C] y\n\n[D]: d\n  + [E] z\n", "x")
    assert [f.line for f in m.origin.findings if f.code == "AM001"] == [1, 5, 8]
    assert {"b", "d"} <= {s.id for s in m}


def test_data_without_an_end_hides_no_other_statement():
    """Braces that are not closed take nothing of the paragraphs below, whose own data is read."""
    m = argdown.FORMAT.read("[A]: a {note: b\n\n[B]: b {note: c}\n", "x")
    assert [(f.code, f.line) for f in m.origin.findings] == [("AM001", 1)]
    assert [(s.id, s.note) for s in m] == [("a", None), ("b", "c")]


def test_data_over_several_paragraphs_is_read():
    """An empty line in data that is closed is part of it."""
    m = argdown.FORMAT.read("[A]: a {\nnote: b\n\ntype: premise\n}\n", "x")
    assert (m.origin.findings, m["a"].note, str(m["a"].kind)) == ((), "b", "premise")


def test_a_quotation_mark_that_is_not_closed_is_told_whatever_the_map_is_about():
    """A source with half a quotation is never taken for words of the analysed text."""
    for head in ("", "===\nabout: brief\n===\n\n"):
        m = argdown.FORMAT.read(f'{head}[A]: a {{cite: memo "so it is}}', "x")
        assert [f.code for f in m.origin.findings] == ["AM004"]
        assert m["a"].citations == ()
