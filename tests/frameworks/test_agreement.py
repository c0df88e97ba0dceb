"""The product agrees with brute force on every semantics, every task and every argument, whichever solver it uses."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap import registry
from argmap.frameworks import semantics as room
from argmap.frameworks.framework import Framework

from . import oracle
from .agreement import assert_agrees, backend
from .drawn import frameworks

KNOWN = [registry.load(room, each).SEMANTICS.abbreviation for each in registry.names(room)]


@pytest.mark.parametrize("solver", ["python", "cadical"])
@pytest.mark.parametrize("semantics", KNOWN)
@given(framework=frameworks())
def test_product_agrees_with_brute_force(semantics: str, solver: str, framework: Framework):
    """What holds by the definitions is what is answered."""
    with backend(solver):
        assert_agrees(framework, semantics, oracle.extensions(framework, semantics))
