"""What a framework's extensions say about all five tasks, and what the product says."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import pytest

from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.answer import Answer
from argmap.frameworks.solving.solve import solve

Extensions = Collection[frozenset[str]]


@contextmanager
def backend(name: str) -> Iterator[None]:
    """Solve everything in pure Python, as where python-sat is not installed, or by CaDiCaL."""
    with pytest.MonkeyPatch.context() as patch:
        if name == "python":
            patch.setitem(sys.modules, "argmap.frameworks.search.cadical", None)
        yield


def assert_agrees(framework: Framework, semantics: str, extensions: Extensions) -> None:
    """Assert that the product gives the right answer to each question that can be asked under a semantics."""
    some = solve(framework, f"SE-{semantics}")
    assert (frozenset(some.extension) in extensions) if extensions else (some.outcome == "none")
    every = solve(framework, f"EE-{semantics}")
    assert sorted(map(sorted, every.extensions)) == sorted(map(sorted, extensions))
    assert solve(framework, f"CE-{semantics}").count == len(extensions)
    for argument in framework.arguments:
        assert_accepted(framework, semantics, argument, extensions)


def assert_accepted(framework: Framework, semantics: str, argument: str, extensions: Extensions) -> None:
    """Assert that DC and DS are answered rightly about an argument, and that what shows it has it, or lacks it."""
    credulous = solve(framework, f"DC-{semantics}", argument)
    assert credulous.outcome == ("yes" if any(argument in each for each in extensions) else "no")
    assert credulous.extension is None or argument in credulous.extension
    sceptical = solve(framework, f"DS-{semantics}", argument)
    assert sceptical.outcome == ("yes" if all(argument in each for each in extensions) else "no")
    assert sceptical.vacuous == (not extensions)
    assert sceptical.extension is None or argument not in sceptical.extension
    assert shown(framework, credulous, [each for each in extensions if argument in each])
    assert shown(framework, sceptical, [each for each in extensions if argument not in each])


def shown(framework: Framework, answer: Answer, extensions: Extensions) -> bool:
    """Return whether what is to show an answer is an extension that does, or part of one where that is enough.

    It is where grounded reasoning decides; and, as in the competition of 2025, where an admissible set holds the
    argument under complete and preferred semantics, or attacks it under the latter.
    """
    if answer.extension is None:
        return not extensions
    found = frozenset(answer.extension)
    index = framework.index(answer.argument)
    attacks = not found.isdisjoint(framework.names(framework.attackers[index]))
    is_met = answer.argument in found or attacks
    is_enough = answer.problem[3:] in {"CO", "PR"} or found == set(solve(framework, "SE-GR").extension)
    return any(each.issuperset(found) for each in extensions) if is_met and is_enough else found in extensions
