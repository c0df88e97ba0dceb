"""Brute force and clingo, which share nothing, agree on what the extensions of small frameworks are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.framework import Framework

from . import oracle, second_opinion
from .drawn import frameworks


@given(framework=frameworks(5), semantics=st.sampled_from(list(oracle.SEMANTICS)))
def test_clingo_agrees_with_brute_force(framework: Framework, semantics: str):
    """The encodings for clingo have the models that the definitions ask for."""
    assert second_opinion.extensions(framework, semantics) == oracle.extensions(framework, semantics)
