"""The frameworks of the literature have the extensions that the literature gives them."""

from __future__ import annotations

import pytest

from argmap.frameworks.solving.solve import solve

from . import oracle
from .agreement import assert_agrees
from .cases import CASES, Case

EACH_CASE = pytest.mark.parametrize("case", CASES, ids=[f"T{number}" for number, _ in enumerate(CASES, 1)])


@EACH_CASE
def test_oracle_finds_the_extensions_of_the_literature(case: Case):
    """The definitions, held against every set of arguments, give the extensions that are written down."""
    assert len(oracle.extensions(case.framework, "CO")) == case.complete
    assert {each: oracle.extensions(case.framework, each) for each in case.extensions} == case.extensions


@EACH_CASE
def test_product_finds_the_extensions_of_the_literature(case: Case):
    """Every task is answered as the extensions that are written down have it."""
    assert solve(case.framework, "CE-CO").count == case.complete
    for semantics, extensions in case.extensions.items():
        assert_agrees(case.framework, semantics, extensions)
