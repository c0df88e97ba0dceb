"""How many statements are supported, and on whose word."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Grade
from argmap.evaluation.tally import Tally

from .drawn import Graded, drawn, graded, maps, with_grades


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally({}), "none supported"),
        (Tally({Grade.ASSUMED: 1}), "1 supported, assumed"),
        (Tally({Grade.OWN_WORD: 48, Grade.ASSUMED: 0}), "48 supported, all on the author's word"),
        (Tally({Grade.UNVERIFIED: 1, Grade.OWN_WORD: 2}), "3 supported: 1 unverified, 2 on the author's word"),
        (Tally({}, disputed=1), "none supported; 1 rests on disputed citations"),
        (Tally({Grade.DISPUTED: 1, None: 2}), "3 supported: 1 disputed, 2 granted"),
    ],
)
def test_it_is_said_in_few_words(tally: Tally, words: str) -> None:
    """One grade is said once, several each with their number; what is disputed is told beside."""
    assert str(tally) == words


def test_several_maps_add_up() -> None:
    """The tally of a run is the sum of those of its maps, and empty for none."""
    total = Tally.total([Tally({Grade.INDEPENDENT: 1}, 2), Tally({Grade.INDEPENDENT: 2, Grade.ASSUMED: 1}, 1)])
    assert str(total) == "4 supported: 3 independent, 1 assumed; 3 rest on disputed citations"
    assert (bool(total), bool(Tally.total([])), bool(Tally({}, 1))) == (True, False, True)


def test_words_for_programs() -> None:
    """Each grade has its number, and what rests on disputed citations is counted whether they count or not."""
    m = drawn("P: s1 \n Q: s2 \n D: s3 \n H: assumed \n D -> C")
    evaluation = evaluate(m, graded(m, {"s1": Grade.INDEPENDENT, "s2": Grade.OWN_WORD, "s3": Grade.DISPUTED}))
    words = {"independent": 1, "unverified": 0, "own word": 1, "assumed": 1, "disputed": 2}
    assert evaluation.tally.by_word() == words
    assert evaluation.of("granted").tally.by_word() == words


@pytest.mark.parametrize("basis", Basis)
@given(drawn_map=with_grades(maps()))
def test_it_counts_the_verdicts(drawn_map: Graded, basis: Basis) -> None:
    """On any basis, the tally is what one counts by going through the verdicts."""
    evaluation = evaluate(*drawn_map, basis)
    verdicts = list(evaluation.values())
    for grade in (*Grade, None):
        told = evaluation.tally.supported.get(grade, 0)
        assert told == sum(v.supported and v.grade is grade for v in verdicts)
    assert evaluation.tally.disputed == sum(not v.supported and v.grade is Grade.DISPUTED for v in verdicts)
