"""The short form of citations: what is a locator, and what is a phrase; nothing is left unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model.citations import Selector
from argmap.native.citation import parse

LOCATORS = [
    *(
        "p. 12",
        "pp. 12-14",
        "p. 12 ff.",
        "§ 2",
        "ch. 3, p. 12",
        "table H4",
        "fig. 4",
        "line 7",
        "lines 3 to 7",
        "p. iv",
    ),
    *("vol. 2, no. 5", "section A.2", "12:30", "1:02:30", "q. 8", "schedule 2", "Chapter IV", "page 4"),
    *("S. 12", "Abb. 4", "Kap. 3", "Zeile 7", "Seiten 3 bis 5", "chapitre 2", "tableau 3", "pág. 4", "línea 7"),
    *("с. 12", "гл. 3", "рис. 2", "第3章", "第 12 页"),
]


@pytest.mark.parametrize("locator", LOCATORS)
def test_a_locator_may_stand_before_a_quotation_or_after_it(locator):
    """Page, section and the like are read in either order, and alone."""
    assert parse(f"letter {locator}") == ("letter", None, locator)
    for quoted in ('"two wells … ran dry"', "“two wells … ran dry”"):
        assert parse(f"letter {locator} {quoted}") == ("letter", Selector("two wells … ran dry"), locator)
        assert parse(f"letter {quoted} {locator}") == ("letter", Selector("two wells … ran dry"), locator)
    assert parse(f'letter {locator} "ran dry" (2)') == ("letter", Selector("ran dry", 2), locator)


@pytest.mark.parametrize("locator", ["p. 2", "page 4", "S. 12", "12:30", "第3章"])
@given(phrase=st.lists(st.sampled_from(["elephants", "landed", "moon", "Mond", "слоны"]), min_size=1).map(" ".join))
def test_words_after_a_locator_are_a_phrase(locator, phrase):
    """What is no part of a locator is looked up in the source, and is not taken on trust."""
    assert parse(f"letter {locator} {phrase}") == ("letter", Selector(phrase), locator)


@pytest.mark.parametrize("written", ["section on wages", "table of contents", "line up", "pages and pages", "no one"])
def test_words_that_only_begin_like_a_locator_are_none(written):
    """A locator has a number: without one, the words are a phrase of the text that the map is about."""
    assert parse(f"letter {written}") == (None, Selector(f"letter {written}"), None)


@pytest.mark.parametrize(
    "cite", ['letter p. 2 "elephants landed on the moon"', "letter page 4 elephants landed on the moon"]
)
def test_a_quotation_after_a_page_is_looked_up(project, cite):
    """A quotation that is not in its source is missing wherever the page stands, and the claim is not accepted."""
    project(
        {
            "argmap.toml": "",
            "seeds/letter.yaml": "title: Letter\ntext: letter.txt\n",
            "seeds/letter.txt": "No one has seen an elephant here.",
            "m.yaml": f"nodes:\n  a: {{claim: Elephants can fly., cite: '{cite}'}}\n",
        }
    )
    m = argmap.load("m.yaml")
    assert "AM201" in {finding.code for finding in argmap.check(m)}
    assert str(argmap.evaluate(m)["a"].standing) == "unsupported"
