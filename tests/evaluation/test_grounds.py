"""What is a ground, and how good."""

from __future__ import annotations

import pytest
from attrs import evolve

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import grades, own_word
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.model.sources import Source

from .drawn import drawn, graded


@pytest.mark.parametrize(
    ("found", "grade"),
    [
        (Outcome.VERIFIED, Grade.INDEPENDENT),
        (Outcome.MOVED, Grade.INDEPENDENT),
        (Outcome.FUZZY, Grade.UNVERIFIED),
        (Outcome.AMBIGUOUS, Grade.UNVERIFIED),
        (Outcome.SOURCE_ABSENT, Grade.UNVERIFIED),
        (Outcome.UNKNOWN_SOURCE, Grade.UNVERIFIED),
        (Outcome.WHOLE_SOURCE, Grade.UNVERIFIED),
        (Outcome.MISSING, None),
    ],
)
def test_a_citation_is_as_good_as_what_was_found(found: Outcome, grade: Grade | None) -> None:
    """A passage found in another source is independent, a missing one is no ground, and all else is unverified."""
    m = drawn("P: s1*")
    citation = m["P"].citations[0]
    known = grades(m, {}, {("s1", citation.selector): Resolution(found)})
    assert known == {"P@s1": grade}
    verdict = evaluate(m, known)["P"]
    assert verdict.grade is grade
    assert verdict.supported == (grade is not None)


SOURCES = {
    source.id: source
    for source in (
        Source("brief", authors=("A. Author", "B. Author"), publisher="City  Council"),
        Source("speech", authors=("B. author",)),
        Source("contract", publisher="city council"),
        Source("leaflet", based_on=("brief", "speech")),
        Source("echo", based_on=("leaflet",)),
        Source("report", based_on=("brief", "survey")),
        Source("survey", authors=("C. Other",), publisher="Institute"),
        Source("ring", based_on=("round",)),
        Source("round", based_on=("ring",)),
        Source("plain"),
    )
}


def test_an_author_speaks_in_the_text_its_kin_and_what_only_reports_them() -> None:
    """Own word are the analysed text, sources of its author or publisher, and those that report nothing else."""
    assert own_word("brief", SOURCES) == {"brief", "speech", "contract", "leaflet", "echo"}


def test_a_text_without_a_record_is_its_own_word_alone() -> None:
    """Of a text that nothing is known of, only citations of itself are own word; a map about none has no own word."""
    assert own_word("memo", SOURCES) == {"memo"}
    assert own_word("plain", SOURCES) == {"plain"}
    assert own_word(None, SOURCES) == set()


def test_a_missing_passage_is_none_and_a_disputed_one_is_disputed_whosever_word_it_is() -> None:
    """What is not there is no ground, and what is unfairly quoted is disputed, in the analysed text as in any other."""
    m = evolve(drawn("P: brief, survey \n Q: brief*"), about="brief")
    selector = m["Q"].citations[0].selector
    found = {("survey", None): Resolution(Outcome.VERIFIED), ("brief", selector): Resolution(Outcome.MISSING)}
    known = grades(m, SOURCES, found, {"P@brief", "Q@brief"})
    assert known == {"P@brief": Grade.DISPUTED, "P@survey": Grade.INDEPENDENT, "Q@brief": None}


def test_of_citations_that_share_an_id_the_worst_counts() -> None:
    """A map made in code may use an id twice; then the worse grade holds for both."""
    m = drawn("P: s1 \n Q: s2")
    statements = tuple(evolve(s, citations=(evolve(s.citations[0], id="one"),)) for s in m.statements)
    found = {("s1", None): Resolution(Outcome.VERIFIED), ("s2", None): Resolution(Outcome.MISSING)}
    for order in (statements, statements[::-1]):
        assert grades(evolve(m, statements=order), {}, found) == {"one": None}


def test_a_disputed_citation_is_no_ground_until_all_is_granted() -> None:
    """What rests on it alone is unsupported, graded disputed, and would stand if it counted."""
    m = drawn("P: s1 \n P -> C")
    evaluation = evaluate(m, graded(m, {"s1": Grade.DISPUTED}))
    verdict = evaluation["C"]
    assert (verdict.supported, verdict.grade, verdict.missing) == (False, Grade.DISPUTED, ("P",))
    assert (verdict.modifiers, verdict.would_stand_if) == (("would-stand",), ("P",))
    granted = evaluation.of("granted")["C"]
    assert (granted.supported, granted.grade, granted.conditional_on) == (True, Grade.DISPUTED, ("P",))


def test_a_disputed_citation_against_a_statement_never_attacks() -> None:
    """It is no objection even where all is granted; a fair one is."""
    m = drawn("C: s1, not s2")
    for basis in Basis:
        known = graded(m, {"s1": Grade.INDEPENDENT, "s2": Grade.DISPUTED})
        assert evaluate(m, known, basis)["C"].standing is Standing.ACCEPTED
        known["C@s2"] = Grade.INDEPENDENT
        assert evaluate(m, known, basis)["C"].standing is Standing.REJECTED


def test_the_best_citation_gives_the_reason_and_the_grade() -> None:
    """Of several citations for a statement the best is named, whatever order they stand in."""
    m = drawn("P: s1, s2, s3")
    known = graded(m, {"s1": Grade.DISPUTED, "s2": Grade.OWN_WORD, "s3": Grade.INDEPENDENT})
    verdict = evaluate(m, known)["P"]
    assert verdict.grade is Grade.INDEPENDENT
    assert verdict.why.lines() == [
        "P is accepted: s3 is cited for it (independent); also supported by a citation of s2 (own word)"
    ]


def test_on_independent_grounds_a_weaker_citation_against_a_statement_is_an_open_challenge() -> None:
    """It does not attack on that basis, and is named by its id; where it answers an objection, it is wanted."""
    m = drawn("C: s1, not s2")
    verdict = evaluate(m, graded(m, {"s1": Grade.INDEPENDENT, "s2": Grade.OWN_WORD}), "independent")["C"]
    assert (verdict.standing, verdict.modifiers) == (Standing.ACCEPTED, ("open-challenge",))
    assert verdict.challenges == ("C@s2",)
    m = drawn("O: s1, not s2 \n O -| C")
    verdict = evaluate(m, graded(m, {"s1": Grade.INDEPENDENT, "s2": Grade.OWN_WORD}), "independent")["C"]
    assert (verdict.standing, verdict.would_stand_if) == (Standing.UNSUPPORTED, ("C", "O@s2"))


def test_a_line_is_as_good_as_its_weakest_link_and_a_claim_as_its_best_line() -> None:
    """Linked premises take the worse grade, convergent reasons the better."""
    m = drawn("V: s1* \n U: s2* \n H: assumed \n V + U -> L \n U + H -> M \n L -> C \n H -> C \n V -> C")
    evaluation = evaluate(m, graded(m, {"s1": Grade.INDEPENDENT, "s2": Grade.UNVERIFIED}))
    found = {name: verdict.grade for name, verdict in evaluation.items()}
    assert found["L"] is Grade.UNVERIFIED
    assert found["M"] is Grade.ASSUMED
    assert found["C"] is Grade.INDEPENDENT


def test_a_granted_leaf_has_no_grade() -> None:
    """What only rests on a granted leaf is supported on that basis, but no grade is claimed for it."""
    verdict = evaluate(drawn("P -> C"), basis="granted")["C"]
    assert (verdict.supported, verdict.grade, verdict.standing) == (True, None, Standing.ACCEPTED)


def test_without_grades_every_citation_is_unverified() -> None:
    """A map alone tells nothing about its sources."""
    assert evaluate(drawn("P: s1"))["P"].grade is Grade.UNVERIFIED


def test_a_citation_against_a_statement_attacks_it() -> None:
    """A citation of stance *contradicts* beats, unless it is undercut by its id or its passage is missing."""
    assert evaluate(drawn("C: s1, not s2"))["C"].standing is Standing.REJECTED
    assert evaluate(drawn("C: s1, not s2 \n U: s3 \n U -x C@s2"))["C"].standing is Standing.ACCEPTED
    m = drawn("C: s1*, not s2*")
    found = graded(m, {"s1": Grade.INDEPENDENT, "s2": None})
    assert evaluate(m, found)["C"].standing is Standing.ACCEPTED


def test_a_citation_can_be_undercut() -> None:
    """A statement whose only citation is undercut has lost its support."""
    verdict = evaluate(drawn("C: s1 \n U: s2 \n U -x C@s1"))["C"]
    assert (verdict.supported, verdict.standing) == (True, Standing.REJECTED)
    assert verdict.why.lines()[0] == "C is rejected: support lost where U undercuts C@s1"


def test_an_undercut_can_be_undercut() -> None:
    """An undercut that is itself undercut leaves the step alone."""
    m = drawn("P: s1 \n U: s2 \n V: s3 \n P -> C \n U -x (P -> C) \n V -x (U -x P -> C)")
    assert evaluate(m)["C"].standing is Standing.ACCEPTED
    assert evaluate(m).without("s3").after["C"].standing is Standing.REJECTED


def test_questions_take_no_part() -> None:
    """A question has no verdict, and what it is drawn to neither supports nor attacks."""
    evaluation = evaluate(drawn("Q: question, s1 \n C: s2 \n Q -| C \n C -> Q \n Q -> D"))
    assert list(evaluation) == ["C", "D"]
    assert evaluation["C"].modifiers == ()
    assert evaluation["D"].missing == ("D",)


def test_a_relation_that_names_nothing_is_left_aside() -> None:
    """A step with an unknown end neither supports nor attacks."""
    m = drawn("C: s1 \n C -> D \n X -> E")
    m = type(m)(statements=tuple(s for s in m.statements if s.id in "CE"), relations=m.relations)
    evaluation = evaluate(m)
    assert {name: str(standing) for name, standing in evaluation.standings.items()} == {
        "C": "accepted",
        "E": "unsupported",
    }
    assert evaluation["E"].missing == ("E",)


def test_bases_grow() -> None:
    """The best citations count on every basis, then all, then assumptions; on *granted* disputed ones and leaves."""
    m = drawn("I: s1 \n U: s2 \n O: s3 \n H: assumed \n D: s4 \n M: s5 \n L: claim")
    known = (Grade.INDEPENDENT, Grade.UNVERIFIED, Grade.OWN_WORD, Grade.DISPUTED, None)
    evaluation = evaluate(m, graded(m, dict(zip(("s1", "s2", "s3", "s4", "s5"), known, strict=True))))
    supported = {basis: "".join(name for name, v in evaluation.of(basis).items() if v.supported) for basis in Basis}
    assert supported == {
        Basis.INDEPENDENT: "I",
        Basis.CITED: "IUO",
        Basis.DECLARED: "IUOH",
        Basis.GRANTED: "IUOHDML",
    }
