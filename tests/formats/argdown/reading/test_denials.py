"""Conclusions that only deny: linked attacks, and undercuts of anything."""

from __future__ import annotations

import pytest

from argmap.formats import argdown

STATEMENTS = "[A]: It rains.\n\n[B]: It pours.\n\n[T]: The street is dry. {cite: memo p. 3}\n\n"
FORMS = {
    "a linked attack": ("(1) [A]\n(2) [B]\n----\n(3) Not so. {denial: true}\n    -> [T]", ["a + b -| t"]),
    "a contradiction": ("(1) [A]\n----\n(2) Not so. {denial: true}\n    >< [T]", ["a >< t"]),
    "an undercut of a citation": ("(1) [A]\n(2) [B]\n----\n(3) Not so. {denial: t@memo}", ["a + b -x t@memo"]),
    "an undercut of an outlined argument": (
        "[T]\n    + <Wet>: Wet.\n\n[T]\n\n(1) [A]\n----\n(2) It does not follow. {denial: true}\n    _> <Wet>",
        ["wet -> t", "a -x wet -> t"],
    ),
    "an undercut of a later undercut": (
        (
            "<First>\n\n(1) [A]\n----\n(2) No. {denial: true}\n    _> <Second>\n\n"
            "<Second>\n\n(1) [B]\n----\n(2) No. {denial: true}\n    _> <Third>\n\n"
            "<Third>\n\n(1) [A]\n(2) [B]\n----\n(3) [T]"
        ),
        ["first", "second", "third"],
    ),
    "a step on the way to an attack": (
        "(1) [A]\n----\n(2) [B]\n----\n(3) Not so. {denial: true}\n    -> [T]",
        ["a -> b", "b -| t"],
    ),
}


def read(text):
    """Read the three statements and what is written of them."""
    return argdown.FORMAT.read(STATEMENTS + text + "\n", "x.argdown")


@pytest.mark.parametrize(("text", "ids"), FORMS.values(), ids=FORMS)
def test_what_is_denied(text, ids):
    """A conclusion with a denial is no statement: its argument attacks, contradicts or undercuts."""
    m = read(text)
    assert [relation.id for relation in m.relations] == ids
    assert not any("denial" in statement.text for statement in m)


def test_a_named_attack_has_scheme_and_note():
    """The argument of a linked attack may have an id, a name, a rule and a note, as one that supports may."""
    m = read("<Wet streets>: Rain wets. {id: wet}\n\n(1) [A]\n(2) [B]\n-- cause --\n(3) No. {denial: true}\n    -> [T]")
    (attack,) = m.relations
    assert (attack.id, attack.title, attack.scheme, attack.note) == ("wet", "Wet streets", "cause", "Rain wets.")
    assert [statement.id for statement in m] == ["a", "b", "t"]


SLIPS = {
    "a denial of nothing": ("(1) [A]\n----\n(2) No. {denial: true}", "AM004", "needs what it denies"),
    "a denial of two things": (
        "(1) [A]\n----\n(2) No. {denial: true}\n    -> [T]\n    -> [B]",
        "AM004",
        "needs what it denies",
    ),
    "a denial that supports": ("(1) [A]\n----\n(2) No. {denial: true}\n    +> [T]", "AM004", "needs what it denies"),
    "a denial used twice": (
        "(1) [A]\n----\n(2) [No]: No. {denial: true}\n    -> [T]\n\n[No]\n    + [B]",
        "AM004",
        "one argument",
    ),
    "an undercut of a statement": (
        "(1) [A]\n----\n(2) No. {denial: true}\n    _> [T]",
        "AM004",
        "leads to an argument",
    ),
    "no such citation": ("(1) [A]\n----\n(2) No. {denial: t@memos}", "AM012", "no citation 't@memos'"),
    "an argument that infers nothing": (
        "(1) [A]\n----\n(2) No. {denial: true}\n    _> <Wet>",
        "AM012",
        "nothing is inferred there",
    ),
}


@pytest.mark.parametrize(("text", "code", "part"), SLIPS.values(), ids=SLIPS)
def test_slips_in_denials(text, code, part):
    """A denial that denies nothing, or more than one thing, is a finding that says what would be right."""
    assert any(f.code == code and part in f.message for f in read(text).origin.findings)


def test_a_long_chain_of_undercuts():
    """Undercuts of undercuts may go on for long, each written before the one that it undercuts."""
    length = 1000
    text = "".join(f"<A{i}>\n\n(1) [A]\n----\n(2) No. {{denial: true}}\n    _> <A{i + 1}>\n\n" for i in range(length))
    m = read(f"{text}<A{length}>\n\n(1) [A]\n----\n(2) [T]")
    assert [(r.id, r.target) for r in m.relations[:-1]] == [(f"a{i}", f"a{i + 1}") for i in range(length)]
    assert argdown.FORMAT.read(argdown.FORMAT.write(m).text, "x.argdown") == m


def test_undercuts_in_a_circle_are_not_read():
    """Undercuts of one another strike at nothing that is inferred, which is a finding."""
    m = read(
        "<X>\n\n(1) [A]\n----\n(2) No. {denial: true}\n    _> <Y>\n\n"
        "<Y>\n\n(1) [B]\n----\n(2) No. {denial: true}\n    _> <X>"
    )
    assert {f.code for f in m.origin.findings} == {"AM012"}
    assert not m.relations
