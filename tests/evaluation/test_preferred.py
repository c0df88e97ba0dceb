"""Readings of deadlocks that are too large to try every model."""

from __future__ import annotations

import pytest  # noqa: TC002  the fixture is named by its type
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.evaluation import preferred
from argmap.evaluation.evaluate import evaluate

from ..strategies import examples
from . import oracle
from .drawn import drawn

ATOMS = st.integers(0, 4)
BODIES = st.lists(ATOMS, max_size=2, unique=True).map(tuple)
RULES = st.lists(st.tuples(ATOMS, st.just(()) | BODIES, BODIES), min_size=3, max_size=9)


@given(rules=RULES)
@example(rules=[(1, (), (1, 3)), (2, (), (0,)), (0, (), (2, 3)), (3, (), (0, 3))])
@example(rules=[(2, (), (2,)), (3, (), (0,)), (0, (), (0, 4)), (4, (2,), (2,)), (4, (4,), (2,)), (3, (), (1, 2))])
@examples(300)
def test_readings_are_the_regular_models_of_any_rules(
    rules: list[tuple[int, tuple[int, ...], tuple[int, ...]]],
) -> None:
    """The search finds each three-valued stable model with the most truths, and nothing else."""
    program = [(head, frozenset(positive), frozenset(negative)) for head, positive, negative in rules]
    expected = oracle.preferred(oracle.stable_models(program))
    search = preferred.Search.of(preferred.Residue(tuple(rules)), 10**6)
    assert search.complete
    assert sorted(map(sorted, search.readings)) == sorted(sorted(true) for true, _ in expected)


def word(text: str, name: str) -> str:
    """Return the word for an undecided statement's readings."""
    return evaluate(drawn(text))[name].modifiers[0]


def pairs(number: int) -> str:
    """Draw so many contradictions of equals, side by side."""
    return "\n".join(f"A{n}: s1\nB{n}: s2\nA{n} >< B{n}" for n in range(number))


def test_deadlocks_side_by_side_are_read_one_by_one() -> None:
    """Forty contradictions that do not bear on each other have 2⁴⁰ readings together, and two each."""
    evaluation = evaluate(drawn(pairs(40)))
    assert {verdict.modifiers[0] for verdict in evaluation.values()} == {"on-some-readings"}


def test_deadlocks_that_meet_in_one_claim_are_read_apart() -> None:
    """Where so many meet that all readings cannot be gone through, each is still read by what it depends on."""
    meeting = "\n".join(f"A{n} -> C" for n in range(40))
    evaluation = evaluate(drawn(f"{pairs(40)}\n{meeting}"))
    assert evaluation["A0"].modifiers[0] == evaluation["B39"].modifiers[0] == "on-some-readings"
    assert evaluation["C"].modifiers[0] in ("on-some-readings", "undetermined")


def test_a_search_without_budget_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the budget is spent before two readings that differ are found, the word is *undetermined*."""
    monkeypatch.setattr(preferred, "BUDGET", 0)
    monkeypatch.setattr(preferred, "_ROUNDS", 0)
    assert word("A: s1 \n B: s2 \n A >< B", "A") == "undetermined"


def test_a_round_of_three_attacks_has_no_reading() -> None:
    """An odd circle of attacks is accepted on no reading, an even one on some."""
    cited = "A: s1 \n B: s1 \n C: s1 \n D: s1 \n"
    assert word(f"{cited} A -| B \n B -| C \n C -| A", "A") == "on-none"
    assert word(f"{cited} A -| B \n B -| C \n C -| D \n D -| A", "A") == "on-some-readings"


def test_three_exclusive_options_stand_on_one_reading_each() -> None:
    """Of three options that exclude each other pairwise, each is accepted on some reading."""
    evaluation = evaluate(drawn("A: s1 \n B: s2 \n C: s3 \n A + B >< C"))
    assert {verdict.modifiers[0] for verdict in evaluation.values()} == {"on-some-readings"}


def test_a_long_chain_behind_a_deadlock_is_read_to_its_end() -> None:
    """Attack by attack, two thousand statements behind one contradiction hold on the one reading or the other."""
    chain = "\n".join(f"C{n}: s1\nC{n} -| C{n + 1}" for n in range(2000))
    evaluation = evaluate(drawn(f"A: s1\nB: s2\nA >< B\nA -| C0\nC2000: s1\n{chain}"))
    assert evaluation["C2000"].modifiers[0] == "on-some-readings"
