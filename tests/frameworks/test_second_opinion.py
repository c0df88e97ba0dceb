"""Brute force, clingo and the product, which share nothing, agree on what the extensions of frameworks are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.queries import extensions

from . import oracle, second_opinion
from .agreement import assert_accepted, assert_agrees
from .drawn import frameworks, scattered


@given(framework=frameworks(5), semantics=st.sampled_from(list(oracle.SEMANTICS)))
def test_clingo_agrees_with_brute_force(framework: Framework, semantics: str):
    """The encodings for clingo have the models that the definitions ask for."""
    assert second_opinion.extensions(framework, semantics) == oracle.extensions(framework, semantics)


@pytest.mark.parametrize(
    ("number", "density", "answered", "seed"),
    [(30, 0.08, 0.5, 0), (40, 0.06, 0.2, 2), (50, 0.06, 0.2, 5), (60, 0.04, 0.1, 4), (60, 0.06, 0.2, 1)],
)
def test_clingo_agrees_on_larger_frameworks(number: int, density: float, answered: float, seed: int):
    """On some dozens of arguments, where brute force ends, the product finds what clingo finds."""
    framework = scattered(number, density, answered=answered, seed=seed)
    for semantics in ("CO", "PR", "ST", "SST", "STG", "ID", "EAG"):
        found = second_opinion.extensions(framework, semantics)
        assert set(map(frozenset, extensions(framework, semantics))) == found
        for argument in framework.arguments[::7]:
            assert_accepted(framework, semantics, argument, found)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("semantics", ["NA", "CF2", "stage2"])
def test_clingo_agrees_on_components(semantics: str, seed: int):
    """On two dozen arguments, the product answers every task by components as clingo does in another way."""
    framework = scattered(22, 0.08, seed=seed)
    assert_agrees(framework, semantics, second_opinion.extensions(framework, semantics))
