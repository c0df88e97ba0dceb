"""Brute force and clingo, which share nothing, agree on what the extensions of small frameworks are."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.frameworks.framework import Framework

from . import oracle, second_opinion
from .drawn import frameworks


@pytest.mark.parametrize("semantics", oracle.SEMANTICS)
@given(framework=frameworks(5))
def test_clingo_agrees_with_brute_force(semantics: str, framework: Framework):
    """The encodings for clingo have the models that the definitions ask for."""
    assert second_opinion.extensions(framework, semantics) == oracle.extensions(framework, semantics)
