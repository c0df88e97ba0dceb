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
    assert shown(credulous, [each for each in extensions if argument in each])
    assert shown(sceptical, [each for each in extensions if argument not in each])


def shown(answer: Answer, extensions: Extensions) -> bool:
    """Return whether what is to show an answer is a part of an extension that does; nothing where none does."""
    if answer.extension is None:
        return not extensions
    return any(each.issuperset(answer.extension) for each in extensions)
