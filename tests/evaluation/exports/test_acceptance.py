"""The statements of a map under the semantics of abstract frameworks."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap import registry
from argmap.errors import UndecidedError, UnknownNameError
from argmap.evaluation.exports.acceptance import MapFramework
from argmap.evaluation.exports.af import to_af
from argmap.evaluation.exports.questions import Questions
from argmap.frameworks import semantics
from argmap.frameworks.search.budget import Budget
from argmap.model.document import ArgumentMap

from ...frameworks import oracle as frameworks
from ...strategies import examples
from ..drawn import circles, drawn, maps, trade_offs

NAMES = registry.names(semantics)


@pytest.mark.parametrize("name", NAMES)
@given(m=maps() | circles() | trade_offs())
@examples(40)
def test_labels_say_in_how_many_extensions_a_statement_holds(name: str, m: ArgumentMap) -> None:
    """For each semantics there is, labels agree with going through all extensions by brute force."""
    asked = MapFramework(to_af(m))
    assume(len(asked.framework.arguments) <= 8)
    found = frameworks.extensions(asked.framework, semantics.find(name).abbreviation)
    held = [set(asked.export.holding(extension)) for extension in found]
    expected = {}
    for statement in asked.export.arguments_of:
        times = sum(statement in each for each in held)
        expected[statement] = (
            "no extension" if not held else "all" if times == len(held) else "some" if times else "none"
        )
    assert dict(asked.labels(name)) == expected
    for statement, label in expected.items():
        assert asked.holds_in_some(statement, name) == (label in ("all", "some"))
        assert asked.holds_in_all(statement, name) == (label in ("all", "no extension"))
    assert set(map(frozenset, asked.extensions(name))) == found
    assert asked.count(name) == len(found)


@pytest.mark.parametrize("name", NAMES)
@given(m=maps() | circles() | trade_offs())
def test_what_answers_a_question_about_a_statement_shows_it(name: str, m: ArgumentMap) -> None:
    """A set with an argument for the statement, or with none of them, is there where there is an extension like it."""
    asked = MapFramework(to_af(m))
    assume(len(asked.framework.arguments) <= 8)
    found = frameworks.extensions(asked.framework, semantics.find(name).abbreviation)
    for statement, lines in asked.export.arguments_of.items():
        for task, holds in (("DC", True), ("DS", False)):
            answer = asked.ask(f"{task}-{name}", statement)
            exists = any((not each.isdisjoint(lines)) is holds for each in found)
            assert (answer.outcome, answer.argument) == ("yes" if exists is holds else "no", statement)
            assert (answer.extension is not None) is exists
            assert answer.extension is None or (not set(lines).isdisjoint(answer.extension)) is holds
            assert answer.vacuous is (not holds and not found)
            assert not Questions(asked.export).certify(answer).wrongs


def test_a_statement_may_hold_everywhere_by_different_lines() -> None:
    """Whichever of two rivals stands supports C, so that C holds in all extensions, as no line for it does."""
    asked = MapFramework(to_af(drawn("A: s1 \n B: s2 \n A >< B \n A -> C \n B -> C")))
    assert asked.labels("preferred") == {"A": "some", "B": "some", "C": "all"}
    assert asked.labels("grounded") == {"A": "none", "B": "none", "C": "none"}


def test_what_is_not_there_is_told() -> None:
    """A misspelt semantics or statement is named, with what is like it."""
    asked = MapFramework(to_af(drawn("Rain: s1")))
    with pytest.raises(UnknownNameError, match="semantics 'prefered': did you mean 'preferred'"):
        asked.labels("prefered")
    with pytest.raises(UnknownNameError, match="statement 'Rian': did you mean 'Rain'"):
        asked.holds_in_some("Rian")


def test_a_budget_that_ends_is_said() -> None:
    """Without time nothing is guessed: questions are refused, and labels say so of what grounds do not settle."""
    text = "\n".join(f"A{n}: s1 \n B{n}: s2 \n A{n} >< B{n}" for n in range(20))
    asked = MapFramework(to_af(drawn(f"P: s3 \n{text}")), Budget(seconds=0))
    with pytest.raises(UndecidedError, match=r"^EE-PR: not decided within the budget$"):
        asked.extensions("preferred")
    labels = asked.labels("preferred")
    assert labels["P"] == "all"
    assert labels["A0"] == "not decided within the budget"
