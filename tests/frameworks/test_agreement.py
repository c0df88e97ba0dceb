"""The product agrees with brute force on every semantics, every task and every argument, whichever solver it uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import registry
from argmap.frameworks import semantics as room
from argmap.frameworks.framework import Framework

from . import oracle
from .agreement import assert_agrees, backend
from .drawn import frameworks

KNOWN = [registry.load(room, each).SEMANTICS.abbreviation for each in registry.names(room)]


def test_every_semantics_is_known():
    """The thirteen semantics that brute force decides are those that the product knows."""
    assert sorted(KNOWN) == sorted(oracle.SEMANTICS)


@pytest.mark.parametrize("semantics", oracle.SEMANTICS)
@given(framework=frameworks(), solver=st.sampled_from(["python", "cadical"]))
def test_product_agrees_with_brute_force(semantics: str, framework: Framework, solver: str):
    """What holds by the definitions is what is answered."""
    with backend(solver):
        assert_agrees(framework, semantics, oracle.extensions(framework, semantics))
