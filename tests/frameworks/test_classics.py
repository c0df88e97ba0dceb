"""The frameworks of the literature have the extensions that the literature gives them."""

from __future__ import annotations

import pytest

from . import oracle
from .cases import CASES, Case

EACH_CASE = pytest.mark.parametrize("case", CASES, ids=[f"T{number}" for number, _ in enumerate(CASES, 1)])


@EACH_CASE
def test_oracle_finds_the_extensions_of_the_literature(case: Case):
    """The definitions, held against every set of arguments, give the extensions that are written down."""
    assert len(oracle.extensions(case.framework, "CO")) == case.complete
    assert {each: oracle.extensions(case.framework, each) for each in case.extensions} == case.extensions
