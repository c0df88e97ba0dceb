"""Maps as theories of structured argumentation."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap.evaluation.evaluate import evaluate
from argmap.formats.frameworks import aba, toast
from argmap.model.document import ArgumentMap

from ...evaluation.drawn import circles, maps, trade_offs
from ...strategies import examples
from .standing import told


@pytest.mark.parametrize("form", [aba, toast], ids=["aba", "toast"])
@given(m=maps() | circles() | trade_offs())
@examples(150)
def test_what_is_written_of_a_map_stands_as_the_map_does(form, m: ArgumentMap) -> None:
    """Written as a theory and read again, each statement is accepted or undecided as before."""
    assume(m.statements)
    again = evaluate(form.read(form.write(m).text, ""))
    for name, verdict in evaluate(m).items():
        assert told(again.get(name)) == told(verdict)
