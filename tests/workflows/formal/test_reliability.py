"""How likely statements of maps stand, from what is said of sources and grades."""

from __future__ import annotations

import pytest

import argmap
from argmap.analysis import analyse
from argmap.errors import UnknownNameError, WrongNumberError
from argmap.workflows.formal.reliability import related, reliability

TEXT = """\
nodes:
  x: {claim: X., because: [a, b]}
  a: {claim: A., cite: report}
  b: {claim: B., cite: [survey, gazette]}
sources:
  report: {title: Report, reliability: {grade: B2}, based-on: memo}
  memo: {title: Memo, based-on: survey}
  survey: {title: Survey, reliability: {grade: " A1 "}, origin: Office}
  gazette: {title: Gazette, origin: Office}
"""


@pytest.fixture
def m() -> argmap.ArgumentMap:
    """Return the map above."""
    return argmap.loads(TEXT)


def test_a_sources_own_number_goes_before_its_grades_and_that_before_each(m) -> None:
    """Only sources that are cited have a number; without any, they are certain."""
    found = reliability(m, {"report": 0.2, "memo": 0.1}, grades={"B2": 0.5, "A1": 0.9}, each=0.7).sources
    assert found == {"report": 0.2, "survey": 0.9, "gazette": 0.7}
    assert reliability(m, {"report": 0.2}).sources == {"report": 0.2}
    assert reliability(m)["x"].accepted.value == 1


def test_records_tell_which_sources_are_hardly_independent(m) -> None:
    """What is based on another, through others too, or shares its origin with it, is named."""
    found = list(related(analyse(m), ["report", "survey", "gazette"]))
    assert found == [
        ("report", "is based on", ["survey"]),
        ("survey", "shares its origin with", ["gazette"]),
    ]


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        ({"sources": {"repotr": 0.5}}, UnknownNameError, "unknown source 'repotr': did you mean 'report'"),
        ({"grades": {"B": 0.5}}, UnknownNameError, "unknown grade of reliability 'B': did you mean 'B2'"),
        ({"basis": "granted"}, UnknownNameError, "unknown basis 'granted'"),
        ({"sources": {"report": 2}}, WrongNumberError, "the probability of source 'report' is a number from 0 to 1"),
        ({"sources": {"memo": "high"}}, WrongNumberError, "the probability of source 'memo' is a number from 0 to 1"),
        ({"each": -1}, WrongNumberError, "is a number from 0 to 1, and this is -1"),
        ({"grades": {"B2": None}}, WrongNumberError, "is a number from 0 to 1, and this is None"),
        ({"draws": 0}, WrongNumberError, "the number of draws is 1 or more, and this is 0"),
        ({"draws": 0.5}, WrongNumberError, "the number of draws is 1 or more, and this is 0.5"),
    ],
)
def test_what_cannot_be_asked_is_one_clear_error(m, wrong, error, said) -> None:
    """Unknown names and wrong numbers are told before anything is worked out, used or not."""
    with pytest.raises(error, match=said):
        reliability(m, **wrong)
