"""Flat ABA theories in the notation of ICCMA."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.flaws import MANY, Flaws
from argmap.frameworks.structured.aba import AbaTheory
from argmap.frameworks.structured.iccma import is_meant, read_aba, write_aba
from argmap.text import LineIndex

from ...strategies import texts
from .test_aba import theories

PUBLISHED = """\
p aba 8
# the example of the competition
a 1
a 2
a 3
c 1 6
c 2 7
c 3 8
r 4 5 1
r 5
r 6 2 3
"""


def told(text: str) -> list[str]:
    """Return what is wrong in a text, each with its line and column."""
    flaws = Flaws(text, most=MANY)
    read_aba(text, flaws)
    return [f"{f.line}:{f.column} {f.message}" for f in flaws.findings("x.aba", LineIndex(text))]


def test_a_theory_as_it_is_published() -> None:
    """Assumptions, contraries, rules and facts are read, comments passed over."""
    flaws = Flaws(PUBLISHED)
    assert read_aba(PUBLISHED, flaws) == AbaTheory(
        ("1", "2", "3"),
        {"1": "6", "2": "7", "3": "8"},
        (("4", ("5", "1")), ("5", ()), ("6", ("2", "3"))),
    )
    assert flaws.found == []
    assert is_meant(PUBLISHED)
    assert read_aba(PUBLISHED.replace("\n", "\r\n"), flaws) == read_aba(PUBLISHED, flaws)


@given(theory=theories())
def test_what_is_written_is_read_again(theory: AbaTheory) -> None:
    """Names, assumptions, contraries and rules come back."""
    flaws = Flaws(most=MANY)
    again = read_aba(write_aba(theory), flaws)
    assert not flaws.found
    assert again.assumptions == theory.assumptions
    assert again.contraries == theory.contraries
    assert again.rules == tuple((head, tuple(dict.fromkeys(body))) for head, body in theory.rules)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 1\n", ["1:1 the header is missing: begin with 'p aba 8', with the number of atoms"]),
        ("p aba x\n", ["1:1 this is no header: write 'p aba 8', with the number of atoms, up to 1,000,000"]),
        ("p aba 99999999\n", ["1:1 this is no header: write 'p aba 8', with the number of atoms, up to 1,000,000"]),
        ("p aba 2\np aba 3\n", ["2:1 there is a header already: leave this one out"]),
        ("p aba 2\nb 1\n", ["2:1 'b' begins no line of a theory: write 'a', 'c', 'r' or '#'"]),
        ("p aba 2\na 3\n", ["2:3 there is no atom 3: 'p aba 2' has those from 1 to 2"]),
        ("p aba 2\n  a one\n", ["2:5 'one' is no atom: atoms are the numbers from 1 on"]),
        ("p aba 2\na 0\n", ["2:3 '0' is no atom: atoms are the numbers from 1 on"]),
        ("p aba 2\na\n", ["2:1 this has 0 numbers: write it as 'a 1' (1 is an assumption)"]),
        ("p aba 2\na 1 2\n", ["2:1 this has 2 numbers: write it as 'a 1' (1 is an assumption)"]),
        ("p aba 2\nc 1 2\n", ["2:1 1 is no assumption, and has no contrary: write 'a 1' too"]),
        ("p aba 3\na 1\nc 1 2\nc 1 3\n", ["4:1 1 has a contrary already: it is 2"]),
        ("p aba 2\na 1\nr 1 2\n", ["3:1 a rule concludes the assumption 1: only flat theories are read"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, expected: list[str]) -> None:
    """Each fault has its line and column, and what to write."""
    assert told(text) == expected


def test_very_many_faults_are_counted() -> None:
    """After a hundred the rest are a number."""
    found = told("p aba 2\n" + "x\n" * 500)
    assert (len(found), found[-1]) == (101, "102:1 from here on there are 400 more faults")
    assert told("p aba 2\n" + "x\n" * 101)[-1] == "102:1 from here on there is 1 more fault"


@given(text=texts() | st.text("pabcr#01 29\n\r", max_size=40).map("p aba 3\n".__add__))
def test_no_text_raises(text: str) -> None:
    """Whatever a file holds, something is read, and every fault lies in it."""
    flaws = Flaws(text, most=MANY)
    theory = read_aba(text, flaws)
    assert not {head for head, _ in theory.rules}.intersection(theory.assumptions)
    assert set(theory.contraries) <= set(theory.assumptions)
    assert all(flaw.span.end <= len(text) for flaw in flaws.found)
