"""Disputed citations: no ground, told with the reason, until a person has looked."""

from __future__ import annotations

import pytest

from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.text import Span

MAP = """\
about: brief
nodes:
  lower-the-limit: {recommendation: Lower the limit., because: [speeds-fell]}
  speeds-fell: {claim: Speeds fell., cite: survey "mean speed fell"}
sources:
  brief: {title: Brief}
  survey: {title: Survey, text: survey.txt}
"""
TEXT = "In the pilot, mean speed fell, but only on wide streets.\n"


def find_but(text, place, phrases, said, language=None):
    """Dispute what is followed by a *but*."""
    end = text.index(".", place.end)
    words = Span(place.end + 2, end)
    if not text[place.end :].startswith(", but"):
        return ()
    return (Dispute(Misuse.CONDITION, words, Span(0, end + 1), Span(place.start, end)),)


def review(run, wanted: str) -> None:
    """Review a statement, or all."""
    assert run("review", wanted, "--reviewer", "A. Reader").exit_code == 0


@pytest.fixture
def disputed(project, monkeypatch):
    """Write a project in which a citation is cut before its *but*."""
    monkeypatch.setattr("argmap.analysis.disputes", find_but)
    return project({"arguments/a.yaml": MAP, "arguments/survey.txt": TEXT})


def test_a_disputed_citation_is_no_ground_and_says_why(disputed, run) -> None:
    """The statement is unsupported, with the words that were left out; the same once all is granted."""
    assert run("why", "lower-the-limit", "arguments/a.yaml").stdout == (
        "lower-the-limit is unsupported: missing speeds-fell\n"
        "  speeds-fell is unsupported: survey is cited for it, but disputed: "
        "the source says “but only on wide streets” (condition)\n"
    )
    assert (
        "survey is cited for it (disputed)"
        in run("why", "speeds-fell", "arguments/a.yaml", "--basis", "granted").stdout
    )
    table = run("evaluate", "arguments/a.yaml").stdout
    assert "unsupported  disputed     speeds-fell" in table
    assert "\n\n2 statements: 2 unsupported.\nNone supported; 2 rest on disputed citations.\n" in table


def test_a_person_who_looked_settles_it(disputed, run) -> None:
    """After a review of the statement the citation counts, until the words around it, or the statement, change."""
    review(run, "speeds-fell")
    assert "survey is cited for it (independent)" in run("why", "speeds-fell", "arguments/a.yaml").stdout
    settled = (disputed / "argmap.lock").read_text("utf-8")
    (disputed / "arguments/survey.txt").write_text(TEXT.replace("wide", "some wide"), "utf-8")
    assert (
        "but disputed: the source says “but only on some wide" in run("why", "speeds-fell", "arguments/a.yaml").stdout
    )
    assert run("check", "arguments/a.yaml", "--select", "AM211").exit_code == 0
    review(run, "speeds-fell")
    assert "(independent)" in run("why", "speeds-fell", "arguments/a.yaml").stdout
    (disputed / "arguments/a.yaml").write_text(MAP.replace("Speeds fell.", "Speeds fell everywhere."), "utf-8")
    (disputed / "arguments/survey.txt").write_text(TEXT, "utf-8")
    (disputed / "argmap.lock").write_text(settled, "utf-8")
    assert "but disputed" in run("why", "speeds-fell", "arguments/a.yaml").stdout


def test_a_review_from_before_the_dispute_stays_valid_and_settles_nothing(disputed, run, monkeypatch) -> None:
    """What a person did not see then is asked now; the review itself is not suspect for it."""
    with monkeypatch.context() as patch:
        patch.setattr("argmap.analysis.disputes", lambda *_: ())
        review(run, "--all")
    assert "but disputed" in run("why", "speeds-fell", "arguments/a.yaml").stdout
    assert run("check", "arguments/a.yaml", "--select", "AM211").exit_code == 0


def test_a_review_of_another_statement_settles_nothing(disputed, run) -> None:
    """Only the statement that cites it is looked at with its citation."""
    review(run, "lower-the-limit")
    assert "but disputed" in run("why", "speeds-fell", "arguments/a.yaml").stdout


def test_without_the_text_the_review_is_not_suspect(disputed, run) -> None:
    """In a clone without the text, where nothing can be disputed, a review with disputes holds as it is."""
    review(run, "--all")
    (disputed / "arguments/survey.txt").unlink()
    assert "(unverified)" in run("why", "speeds-fell", "arguments/a.yaml").stdout
    assert run("check", "arguments/a.yaml", "--select", "AM211").exit_code == 0


def test_a_missing_passage_is_told_as_such(disputed, run) -> None:
    """What is cited and not there is not called uncited."""
    (disputed / "arguments/survey.txt").write_text("Mean speed rose.\n", "utf-8")
    told = run("why", "speeds-fell", "arguments/a.yaml").stdout
    assert told == "speeds-fell is unsupported: the passage cited for it is not in survey\n"


def test_on_independent_grounds_alone_the_authors_word_is_none(project, run) -> None:
    """The analysed text is cited, and only the analysed text."""
    project({"arguments/a.yaml": MAP.replace('survey "mean', 'brief "mean')})
    assert "brief is cited for it (own word)" in run("why", "speeds-fell", "arguments/a.yaml").stdout
    told = run("why", "speeds-fell", "arguments/a.yaml", "--basis", "independent").stdout
    assert told == "speeds-fell is unsupported: only brief is cited for it (own word)\n"
