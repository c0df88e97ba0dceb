"""What a picture marks of weak points and of what would change."""

from __future__ import annotations

from hypothesis import given

from argmap import Analysis, analyse, loads
from argmap.evaluation.labels import Basis, Standing
from argmap.model.document import ArgumentMap
from argmap.renderers import Mark, Marks
from argmap.workflows.weak.marking import supposed_marks, weak_marks
from argmap.workflows.weak.points import conclusions, weaknesses
from argmap.workflows.weak.supposing import Supposition, suppose

from ...evaluation.drawn import maps

TEXT = """
about: brief
nodes:
  close: {recommendation: Close the road., because: [noise], but: [{reason: detour, force: defeats}]}
  open: {recommendation: Open the park., because: [quiet, hoped]}
  noise: {premise: It is too loud., cite: survey}
  detour: {objection: The detour is long., cite: model, but: [bridge]}
  bridge: {premise: The new bridge is open., cite: gazette}
  quiet: {claim: It is quiet., cite: brief}
  hoped: {claim: It is hoped.}
  plant: {recommendation: Plant trees.}
sources:
  brief: {title: Brief, publisher: City}
  survey: {title: Survey, publisher: Press}
  model: {title: Model}
  gazette: {title: Gazette}
"""


def weak(analysis: Analysis, *names: str) -> Marks:
    """Mark what some statements, or all conclusions, hang on."""
    return weak_marks(analysis, weaknesses(analysis, Basis.DECLARED, names or conclusions(analysis))[0])


def without(analysis: Analysis, *, sources: tuple[str, ...] = (), statements: tuple[str, ...] = ()) -> Marks:
    """Mark what would change without some sources and statements."""
    supposition = Supposition(frozenset(sources), frozenset(statements))
    supposed = suppose(analysis, supposition, Basis.DECLARED)
    return supposed_marks(supposed, supposition, [*sources, *statements])


def test_single_points_are_marked_with_what_falls() -> None:
    """Statements and sources that alone bring a recommendation down are marked, the statements with which one falls."""
    marks = weak(analyse(loads(TEXT)))
    assert {name: found[Mark.POINT] for name, found in marks.statements.items() if Mark.POINT in found} == {
        "noise": "for Close",
        "bridge": "for Close",
        "quiet": "for Open",
    }
    assert marks.sources == dict.fromkeys(("survey", "gazette", "brief"), Mark.POINT)
    assert marks.told == "Marked: what alone brings down 'Close' and 'Open'. Unsupported as it is: 'Plant'."


def test_weakest_links_are_marked_with_their_grade() -> None:
    """The ground with the lowest grade on the best line is marked, unless it is independent."""
    marks = weak(analyse(loads(TEXT)), "open")
    assert marks.statements == {"quiet": {Mark.POINT: "", Mark.WEAKEST: "own word"}}
    assert marks.told == "Marked: what alone brings down 'Open'."


def test_what_nothing_fells_alone_and_what_no_card_shows_are_told() -> None:
    """What rests on two legs is named, and so is a publisher with whom something falls that no source of his fells."""
    text = TEXT.replace("because: [quiet, hoped]", "because: [quiet, noise]").replace("City", "Press")
    marks = weak(analyse(loads(text)), "open")
    assert marks.statements == {"noise": {Mark.WEAKEST: "own word"}}
    assert marks.told == "Marked: what alone brings down 'Open'. On no card, and enough alone too: 'publisher Press'."
    assert weak(analyse(loads(text.replace("Press", ""))), "open").told.startswith("Nothing alone brings down 'Open'.")


def test_pairs_are_told_of_what_nothing_fells_alone() -> None:
    """The heading names two sources that bring a conclusion down together."""
    text = TEXT.replace("because: [quiet, hoped]", "because: [quiet, noise]").replace("publisher: Press", "year: 2020")
    told = weak(analyse(loads(text)), "open").told
    assert told == "Nothing alone brings down 'Open'. 'Open' falls if 'survey' and 'brief' are both lost."


def test_a_source_is_marked_where_a_conclusion_uses_it() -> None:
    """What cites it and holds up nothing that falls with it has no mark."""
    text = TEXT.replace("  plant:", "  aside: {claim: An aside., cite: survey}\n  plant:")
    marks = weak(analyse(loads(text)))
    assert "survey" in marks.sources
    assert marks.citing == {"close", "open", "noise", "detour", "bridge", "quiet", "hoped"}


def test_a_map_without_conclusions_says_so() -> None:
    """Nothing is marked, and the picture says why."""
    marks = weak(analyse(loads("nodes: {a: {premise: A., cite: s}}\nsources: {s: S}\n")))
    assert (marks.statements, marks.sources) == ({}, {})
    assert marks.told.startswith("Nothing is marked: ")


def test_what_would_change_is_marked_with_what_it_would_be() -> None:
    """What falls, what rises and what is gone are told apart and counted."""
    marks = without(analyse(loads(TEXT)), sources=("gazette",))
    assert marks.statements == {
        "bridge": {Mark.FALLS: "unsupported"},
        "close": {Mark.FALLS: "rejected"},
        "detour": {Mark.RISES: "accepted"},
    }
    assert marks.sources == {"gazette": Mark.GONE}
    assert marks.told == "Marked: what would change without gazette: 2 would fall, 1 would rise."


def test_a_statement_that_is_supposed_away_is_marked_so() -> None:
    """It is gone, with what it would be, and counts among what falls."""
    marks = without(analyse(loads(TEXT)), statements=("quiet",))
    assert marks.statements == {"open": {Mark.FALLS: "unsupported"}, "quiet": {Mark.GONE: "unsupported"}}
    assert "2 would fall" in marks.told
    assert without(analyse(loads(TEXT)), statements=("plant",)).told.endswith(": nothing would change.")


@given(m=maps())
def test_marks_agree_with_standings(m: ArgumentMap) -> None:
    """What is marked to fall or rise has a standing that is worse or better, and all else keeps its standing."""
    holds = {Standing.ACCEPTED: 2, Standing.UNDECIDED: 1, Standing.REJECTED: 0, Standing.UNSUPPORTED: 0}
    analysis = analyse(m)
    supposed = suppose(analysis, Supposition(frozenset({"s1"})), Basis.DECLARED)
    marks = supposed_marks(supposed, Supposition(frozenset({"s1"})), ["s1"])
    for name, old in supposed.before.standings.items():
        new, found = supposed.after.standings[name], marks.statements.get(name, {})
        assert (Mark.FALLS in found) is (holds[new] < holds[old])
        assert (Mark.RISES in found) >= (holds[new] > holds[old])
        assert found or new is old
