"""Questions about frameworks: what is settled is answered at once, what is apart apart, and nothing is guessed."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownNameError
from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget
from argmap.frameworks.solving import queries
from argmap.frameworks.solving.answer import Outcome
from argmap.frameworks.solving.problem import Problem
from argmap.frameworks.solving.solve import solve

from ..agreement import backend
from ..drawn import frameworks, scattered

SEMANTICS = ["AD", "CO", "GR", "PR", "ST", "SST", "ID", "EAG", "STG", "CF2"]
CHAIN = Framework.of("abcd", [("a", "b"), ("b", "c"), ("d", "d")])
DUELS = Framework.of(
    [f"{side}{number}" for number in range(12) for side in "ab"],
    [(f"{one}{number}", f"{two}{number}") for number in range(12) for one, two in ("ab", "ba")],
)
HARD = scattered(150, 0.11, seed=3)


def beside(one: Framework, two: Framework) -> Framework:
    """Return two frameworks as one, in which they do not touch."""
    pairs = [
        (f"{mark}{framework.arguments[attacker]}", f"{mark}{framework.arguments[target]}")
        for mark, framework in (("l", one), ("r", two))
        for target, attackers in enumerate(framework.attackers)
        for attacker in attackers
    ]
    return Framework.of([*(f"l{name}" for name in one.arguments), *(f"r{name}" for name in two.arguments)], pairs)


def every(framework: Framework, semantics: str) -> set[frozenset[str]]:
    """Return all extensions."""
    return set(map(frozenset, solve(framework, f"EE-{semantics}").extensions))


@pytest.mark.parametrize("semantics", SEMANTICS)
@given(one=frameworks(4), two=frameworks(4))
def test_what_does_not_touch_multiplies(semantics: str, one: Framework, two: Framework):
    """The extensions of two frameworks side by side are each of the one with each of the other."""
    lefts, rights = every(one, semantics), every(two, semantics)
    both = beside(one, two)
    assert every(both, semantics) == {
        frozenset([*(f"l{name}" for name in left), *(f"r{name}" for name in right)])
        for left in lefts
        for right in rights
    }
    assert solve(both, f"CE-{semantics}").count == len(lefts) * len(rights)


@pytest.mark.parametrize("semantics", SEMANTICS)
@given(framework=frameworks(6), order=st.permutations("abcdef"))
def test_names_do_not_matter(semantics: str, framework: Framework, order: list[str]):
    """Arguments by other names, and in another order, have the same extensions by those names."""
    names = dict(zip("abcdef", order, strict=True))
    pairs = [
        (names[framework.arguments[attacker]], names[framework.arguments[target]])
        for target, attackers in enumerate(framework.attackers)
        for attacker in attackers
    ]
    renamed = Framework.of(sorted(names[each] for each in framework.arguments), pairs)
    assert every(renamed, semantics) == {frozenset(map(names.get, each)) for each in every(framework, semantics)}


@pytest.mark.parametrize("semantics", SEMANTICS)
@pytest.mark.parametrize("seed", range(8))
def test_both_solvers_agree(semantics: str, seed: int):
    """On twenty arguments the solver in pure Python finds what CaDiCaL finds, and DC and DS agree with both."""
    framework = scattered(20, 0.06 + seed / 100, seed=seed)
    with backend("python"):
        found = every(framework, semantics)
    assert found == every(framework, semantics)
    for argument in framework.arguments[::5]:
        assert queries.holds_in_some(framework, semantics, argument) == any(argument in each for each in found)
        assert queries.holds_in_all(framework, semantics, argument) == all(argument in each for each in found)


def test_many_extensions_are_counted_without_being_listed():
    """Sixty duels have more stable extensions than could be listed; they are counted, and the first few are given."""
    duels = Framework.of(
        [f"{side}{number}" for number in range(60) for side in "ab"],
        [(f"{one}{number}", f"{two}{number}") for number in range(60) for one, two in ("ab", "ba")],
    )
    assert solve(duels, "CE-ST").count == 2**60
    assert len(set(islice(queries.extensions(duels, "stable"), 50))) == 50
    cut = solve(duels, "EE-PR", most=50)
    assert (len(cut.extensions), cut.complete) == (50, False)
    assert len(set(solve(DUELS, "EE-PR").extensions)) == 4096


@pytest.mark.parametrize("semantics", ["ST", "PR", "SST", "STG", "ID", "CF2"])
def test_pieces_that_are_alike_are_solved_once(semantics: str, monkeypatch: pytest.MonkeyPatch):
    """Of many circles of four, a solver is asked about one."""
    circles = Framework.of(map(str, range(400)), [(str(n), str(n + 1 if n % 4 < 3 else n - 3)) for n in range(400)])
    sizes = []
    monkeypatch.setattr("argmap.frameworks.solving.divided.some", lambda _, part: sizes.append(len(part)) or (0, 2))
    assert len(solve(circles, f"SE-{semantics}").extension) == 200
    assert sizes == [4]


@pytest.mark.parametrize("problem", ["DC-PR", "DS-PR", "DC-SST", "DS-ID", "DC-CO", "DS-EAG"])
def test_what_grounded_labels_decide_loads_no_solver(problem: str):
    """A question that grounded labels answer is answered without python-sat."""
    program = (
        "import sys\n"
        "from argmap.frameworks.framework import Framework\n"
        "from argmap.frameworks.solving.solve import solve\n"
        "chain = Framework.of('abcd', [('a', 'b'), ('b', 'c'), ('d', 'd')])\n"
        f"print(*(solve(chain, {problem!r}, each).outcome for each in 'abc'))\n"
        "print({'pysat', 'pysolvers'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "yes no yes\nset()\n"


def test_sceptical_without_any_extension_is_vacuous():
    """Where there is no stable extension, everything is in all of them, and the answer says why."""
    assert solve(CHAIN, "DS-ST", "b").vacuous
    assert solve(CHAIN, "DS-ST", "a").vacuous
    assert solve(CHAIN, "DC-ST", "a").outcome is Outcome.NO
    assert not solve(DUELS, "DS-ST", "a1").vacuous
    assert solve(CHAIN, "SE-ST").outcome is Outcome.NONE


@pytest.mark.parametrize("budget", [Budget(seconds=0), Budget(conflicts=1)])
@pytest.mark.parametrize("solver", ["python", "cadical"])
def test_answer_is_no_guess_where_the_budget_ends(solver: str, budget: Budget):
    """Where nothing may be spent nothing is claimed, but what grounded labels tell."""
    framework = beside(Framework.of("abc", [("a", "b"), ("b", "c")]), HARD)
    with backend(solver):
        for problem in ("SE-ST", "CE-PR", "SE-SST", "CE-STG"):
            answer = solve(framework, problem, budget=budget)
            assert answer.outcome is Outcome.UNDECIDED
            assert (answer.extension, answer.count) == (None, None)
            assert (answer.accepted, answer.rejected) == (("la", "lc"), ("lb",))
        listed = solve(framework, "EE-ST", budget=budget)
    assert (listed.outcome, listed.complete) == (Outcome.LISTED, False)


def test_extra_is_recommended_where_it_would_help():
    """Where python-sat is not installed and many arguments are left undecided, the answer says what to install."""
    with backend("python"):
        assert "argmap[sat]" in solve(HARD, "CE-ST", budget=Budget(seconds=0.05)).advice
        assert not solve(CHAIN, "SE-PR").advice
    assert not solve(HARD, "CE-ST", budget=Budget(seconds=0)).advice


def test_problems_are_found_whatever_their_capitals():
    """A semantics goes by its name or its abbreviation, in capitals or not."""
    assert str(Problem.of("ds-preferred")) == str(Problem.of("DS-PR")) == "DS-PR"
    assert Problem.of("SE-semi-stable").semantics.abbreviation == "SST"


@pytest.mark.parametrize(
    ("problem", "argument", "hint"),
    [
        ("DS-preffered", "a", "did you mean 'preferred'"),
        ("SX-PR", None, "unknown task 'SX'"),
        ("DC-PR", "aa", "unknown argument 'aa'"),
    ],
)
def test_unknown_names_are_told_with_what_is_like_them(problem: str, argument: str | None, hint: str):
    """A task, a semantics or an argument that does not exist is one clear error."""
    with pytest.raises(UnknownNameError, match=hint):
        solve(CHAIN, problem, argument)


def test_question_about_an_argument_needs_one():
    """DC and DS cannot be asked of nothing."""
    with pytest.raises(TypeError, match="DC-PR asks about an argument"):
        solve(CHAIN, "DC-PR")
