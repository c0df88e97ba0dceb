"""What certifies an answer finds what is wrong with it, and never takes for shown what is not."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.certificate import certify, check
from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.frameworks.solving.solve import solve

from . import oracle
from .agreement import Extensions
from .cases import framework as drawn
from .drawn import frameworks

ANY_SEMANTICS = st.sampled_from(list(oracle.SEMANTICS))


def answers(framework: Framework, semantics: str) -> list[Answer]:
    """Return the answers to all that can be asked about a framework under a semantics."""
    whole = [solve(framework, f"{task}-{semantics}") for task in ("SE", "EE", "CE")]
    return whole + [
        solve(framework, f"{task}-{semantics}", each) for task in ("DC", "DS") for each in framework.arguments
    ]


def true(answer: Answer, extensions: Extensions) -> bool:
    """Return whether an answer is right, given all extensions."""
    holding = [each for each in extensions if answer.argument in each]
    match answer.problem[:2]:
        case "SE":
            return not extensions if answer.outcome == "none" else frozenset(answer.extension) in extensions
        case "EE":
            return sorted(map(sorted, answer.extensions)) == sorted(map(sorted, extensions))
        case "CE":
            return answer.count == len(extensions)
        case "DC":
            return bool(holding) == (answer.outcome == "yes")
        case _:
            right = (len(holding) == len(extensions)) == (answer.outcome == "yes")
            return right and (answer.outcome == "no" or answer.vacuous == (not extensions))


def shows(answer: Answer, extension: frozenset[str]) -> bool:
    """Return whether an extension shows that the answer to DC or DS is right."""
    return (answer.argument in extension) == answer.problem.startswith("DC")


@st.composite
def claims(draw: st.DrawFn) -> tuple[Framework, Answer, Extensions]:
    """Draw a framework, any answer to a question about it, right or wrong, and all its extensions."""
    framework = draw(frameworks(5).filter(lambda each: each.arguments))
    semantics = draw(ANY_SEMANTICS)
    extensions = oracle.extensions(framework, semantics)
    some = st.lists(st.sampled_from(framework.arguments), unique=True).map(tuple)
    some |= st.sampled_from([tuple(sorted(each)) for each in extensions] or [()])
    return framework, draw(answers_at_will(framework, semantics, some)), extensions


@st.composite
def answers_at_will(draw: st.DrawFn, framework: Framework, semantics: str, some: st.SearchStrategy) -> Answer:
    """Draw any answer to a question about a framework, with some sets of arguments."""
    task = draw(st.sampled_from(["SE", "EE", "CE", "DC", "DS"]))
    answer = Answer(f"{task}-{semantics}", None, Outcome.COUNTED, count=draw(st.integers(0, 4)))
    if task == "EE":
        return evolve(answer, outcome=Outcome.LISTED, extensions=tuple(draw(st.lists(some, max_size=3))))
    if task == "SE":
        outcome = draw(st.sampled_from([Outcome.FOUND, Outcome.FOUND, Outcome.NONE]))
        return evolve(answer, outcome=outcome, extension=None if outcome == Outcome.NONE else draw(some))
    if task in {"DC", "DS"}:
        outcome = draw(st.sampled_from([Outcome.YES, Outcome.NO]))
        needs = (task == "DC") == (outcome is Outcome.YES)
        answer = evolve(answer, outcome=outcome, argument=draw(st.sampled_from(framework.arguments)))
        vacuous = not needs and task == "DS" and draw(st.booleans())
        return evolve(answer, vacuous=vacuous, extension=draw(some) if needs else None)
    return answer


@given(framework=frameworks(5), semantics=ANY_SEMANTICS)
def test_nothing_is_wrong_with_right_answers(framework: Framework, semantics: str):
    """What the product answers, its certificate bears out."""
    assert not [(answer, wrongs) for answer in answers(framework, semantics) if (wrongs := check(framework, answer))]


@given(claim=claims())
def test_what_is_certified_is_true(claim: tuple[Framework, Answer, Extensions]):
    """An answer with which nothing is wrong, and of which nothing is left to be shown, is right."""
    framework, answer, extensions = claim
    certificate = certify(framework, answer)
    assert certificate.wrongs or certificate.unshown or true(answer, extensions)


@given(claim=claims())
def test_what_is_refuted_is_false(claim: tuple[Framework, Answer, Extensions]):
    """An answer with which something is wrong is wrong; of DC and DS, at least the set that is to show it is."""
    framework, answer, extensions = claim
    if check(framework, answer) and true(answer, extensions):
        assert answer.argument is not None
        assert frozenset(answer.extension) not in {each for each in extensions if shows(answer, each)}


@pytest.mark.parametrize(
    ("attacks", "problem", "extension", "wrong"),
    [
        ("a>b>c", "SE-CF", "ab", "'a' attacks 'b', and both are in it"),
        ("a>b>c", "SE-NA", "a", "'c' could be added without conflict"),
        ("a>b>c", "SE-AD", "c", "'b' attacks 'c', and nothing in it attacks 'b'"),
        ("a>b>c", "SE-CO", "a", "it defends 'c' and lacks it"),
        ("a>b>c", "SE-GR", "a", "it lacks 'c', unlike the grounded extension"),
        ("a=b", "SE-GR", "a", "it holds 'a', unlike the grounded extension"),
        ("a=b c>c", "SE-ST", "a", "it neither holds nor attacks 'c'"),
        ("a>b>c>a d>d", "SE-CF2", "", "'a' could be added without conflict in its strong component"),
        ("a>b>c", "SE-PR", "x", "'x' is no argument"),
    ],
)
def test_wrongs_are_told_exactly(attacks: str, problem: str, extension: str, wrong: str):
    """It says which argument a set fails by."""
    answer = Answer(problem, None, Outcome.FOUND, extension=tuple(extension))
    assert check(drawn(attacks), answer) == [wrong]


@pytest.mark.parametrize(
    ("answer", "unshown"),
    [
        (Answer("DC-PR", "a", Outcome.YES, extension=("a",)), ""),
        (Answer("DC-PR", "e", Outcome.NO), "that no preferred extension holds 'e'"),
        (Answer("DS-PR", "a", Outcome.NO, extension=("b", "d")), ""),
        (Answer("DS-PR", "a", Outcome.YES), "that every preferred extension holds 'a'"),
        (Answer("SE-PR", None, Outcome.FOUND, extension=("a",)), "that no larger set is admissible"),
        (Answer("SE-PR", None, Outcome.FOUND, extension=("b", "d")), ""),
        (Answer("SE-ST", None, Outcome.NONE), "that there is no stable extension"),
        (Answer("CE-CO", None, Outcome.COUNTED, count=3), "that there are just so many"),
        (Answer("CE-ID", None, Outcome.COUNTED, count=1), ""),
        (Answer("EE-CO", None, Outcome.LISTED, extensions=((), ("a",), ("b", "d"))), "that there are no others"),
        (Answer("DS-PR", "a", Outcome.UNDECIDED), ""),
    ],
)
def test_what_cannot_be_shown_is_said(answer: Answer, unshown: str):
    """No larger set, no other set: there is no short proof of these, and none is claimed."""
    certificate = certify(drawn("a=b b>c>d>e>c"), answer)
    assert (certificate.wrongs, certificate.unshown) == ((), unshown)


def test_nothing_is_shown_of_a_semantics_without_conditions():
    """A semantics that somebody has added can be asked; that nothing of it is checked is said."""
    answer = Answer("SE-XY", None, Outcome.FOUND, extension=("a",))
    assert certify(Framework.of("a", []), answer).unshown == "anything of XY, whose conditions are not known here"
