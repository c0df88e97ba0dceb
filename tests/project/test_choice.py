"""Which checks run: codes, beginnings and names, and which of them goes before which."""

from __future__ import annotations

import pytest

from argmap.errors import ConfigError
from argmap.model.findings import Rule, Severity
from argmap.project.choice import Selection, chosen, matching

RULES = [
    Rule(code, name, Severity.WARNING)
    for code, name in [
        ("AM001", "syntax"),
        ("AM101", "claim"),
        ("AM102", "point"),
        ("AM111", "orphan"),
        ("AM201", "gap"),
    ]
]
DEFAULT = {"AM001", "AM101", "AM102", "AM201"}


def run(*selections: Selection) -> set[str]:
    """Return the chosen codes without their letters."""
    return {code[2:] for code in chosen(selections, RULES, DEFAULT)}


def test_nothing_selected_is_the_default() -> None:
    """Without a selection the default checks run."""
    assert run(Selection()) == {"001", "101", "102", "201"}


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("AM101", {"101"}),
        ("am101", {"101"}),
        ("AM10", {"101", "102"}),
        ("AM1", {"101", "102", "111"}),
        ("AM", {"001", "101", "102", "111", "201"}),
        ("ALL", {"001", "101", "102", "111", "201"}),
        ("orphan", {"111"}),
    ],
)
def test_words(word, codes) -> None:
    """A code, the beginning of one, ALL and a name each stand for their checks."""
    assert run(Selection(select=(word,))) == codes


@pytest.mark.parametrize("word", ["AM9", "AM1011", "A", "1", "", "Orphan", "orphn"])
def test_a_word_for_no_check_is_an_error(word) -> None:
    """A word that stands for nothing is an error, in ``ignore`` as much as in ``select``."""
    with pytest.raises(ConfigError, match="no check is called"):
        run(Selection(select=(word,)))
    with pytest.raises(ConfigError, match="no check is called"):
        run(Selection(ignore=(word,)))


def test_a_misspelt_name_brings_the_right_one() -> None:
    """A name that is nearly right is completed; a code that is nearly right is another check."""
    with pytest.raises(ConfigError, match=r"'orphn': did you mean 'orphan'\?"):
        matching(["orphn"], RULES)
    with pytest.raises(ConfigError, match="'AM999': argmap rules lists them"):
        matching(["AM999"], RULES)


def test_extending_keeps_the_default() -> None:
    """``extend-select`` adds to what runs anyway."""
    assert run(Selection(extend_select=("orphan",))) == {"001", "101", "102", "111", "201"}


def test_the_longer_beginning_wins() -> None:
    """Within one selection a more exact word goes before a less exact one, whichever list it is in."""
    assert run(Selection(select=("AM1",), ignore=("AM101",))) == {"102", "111"}
    assert run(Selection(select=("AM101",), ignore=("AM1",))) == {"101"}
    assert run(Selection(ignore=("ALL",), extend_select=("AM2",))) == {"201"}


def test_of_equals_ignore_wins() -> None:
    """A check both selected and ignored with the same exactness does not run."""
    assert run(Selection(select=("AM101", "claim"), ignore=("claim",))) == set()


def test_the_command_line_goes_before_the_settings() -> None:
    """A later ``select`` sets the settings aside, their ``ignore`` included; without one it only amends them."""
    settings = Selection(select=("AM1",), ignore=("AM101",))
    assert run(settings, Selection(select=("AM101",))) == {"101"}
    assert run(settings, Selection(ignore=("AM111",))) == {"102"}
    assert run(settings, Selection(extend_select=("AM2",))) == {"102", "111", "201"}
