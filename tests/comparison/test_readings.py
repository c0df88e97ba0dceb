"""Two readings of one text aligned: by their passages, then by their words."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap.analysis import Analysis
from argmap.comparison.alignment.groups import By
from argmap.comparison.alignment.places import shared_sources
from argmap.comparison.alignment.readings import align_readings
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind, Statement

from ..tangles import tangles

TEXT = "The wells ran dry in May. Rain had been rare, and the river was low. So the town bought water."


def reading(*said, about="report"):
    """Make a reading of the text: each statement with an id, a text, and perhaps phrases of it."""
    return ArgumentMap(
        about=about,
        statements=tuple(
            Statement(name, Kind.CLAIM, text, passages=tuple(Passage(about, Selector(each)) for each in phrases))
            for name, text, *phrases in said
        ),
        sources=(argmap.Source(about, text="report.txt"),),
    )


@pytest.fixture
def groups(project):
    """Return what aligns two readings, with the text of the report at hand."""
    project({"seeds/texts/report.txt": TEXT, "argmap.toml": "", "seeds/report.yaml": "text: texts/report.txt\n"})

    def aligned(one, other):
        left, right = (argmap.analyse(evolve(m, sources=())) for m in (one, other))
        found = align_readings(left, right, shared_sources(left, right))
        return [(" ".join(group.left), " ".join(group.right), group.by) for group in found.groups]

    return aligned


def test_the_same_passage_makes_the_same_statement(groups):
    """Statements of one passage are one and one, however they are worded, and the rest has no counterpart."""
    one = reading(("dry", "No water was left.", "wells ran dry in May"), ("low", "It was low.", "river was low"))
    other = reading(
        ("may", "The wells failed.", "The wells … May"), ("bought", "They bought some.", "town bought water")
    )
    assert groups(one, other) == [("dry", "may", By.PASSAGE), ("low", "", None), ("", "bought", None)]


def test_parts_of_a_passage_make_it_finer(groups):
    """Where one reading makes two statements of what is one passage in the other, that one is divided."""
    one = reading(("weather", "It was dry.", "Rain had … was low"))
    other = reading(("rain", "Rain was rare.", "Rain had been rare"), ("river", "The river was low.", "river was low"))
    assert groups(one, other) == [("weather", "rain river", By.PASSAGE)]
    assert groups(other, one) == [("rain river", "weather", By.PASSAGE)]


def test_several_of_one_passage_go_by_their_words(groups):
    """Of several statements of one passage, those are one and one that share more words."""
    one = reading(("a", "It did not rain.", "Rain had … was low"), ("b", "The river was low.", "Rain had … was low"))
    other = reading(("x", "The river had little.", "Rain had … was low"), ("y", "No rain.", "Rain had … was low"))
    assert groups(one, other) == [("a", "y", By.PASSAGE), ("b", "x", By.PASSAGE)]


def test_words_tell_where_no_passage_does(groups):
    """Without passages, like words make the same statement, and other words another one."""
    one = reading(("a", "The wells ran dry in May."), ("b", "Water is dear."))
    other = reading(("x", "In May the wells ran dry."), ("y", "The mayor is old."))
    assert groups(one, other) == [("a", "x", By.TEXT), ("b", "", None), ("", "y", None)]


def test_quotations_tell_where_the_text_is_not_at_hand(groups):
    """What is quoted from a text that is not there tells too."""
    one = reading(("a", "Nothing flowed.", "wells ran dry in May"), about="lost")
    other = reading(("x", "All was gone.", "the wells ran dry in May"), about="lost")
    assert groups(one, other) == [("a", "x", By.QUOTE)]


def test_sources_are_the_same_if_their_texts_are(groups, project):
    """A source under another id with the same text is the same source."""
    project({"seeds/brief.yaml": "text: texts/report.txt\n"})
    one = reading(("dry", "No water was left.", "wells ran dry in May"))
    other = reading(("may", "The wells failed.", "wells ran dry in May"), about="brief")
    assert groups(one, other) == [("dry", "may", By.PASSAGE)]


def test_many_statements_of_one_passage_are_aligned():
    """A thousand statements of one passage, or of one text, are aligned one and one in their order."""
    many = ArgumentMap(statements=tuple(Statement(f"s{n}", Kind.CLAIM, "The same.") for n in range(1000)))
    project = argmap.Project(argmap.analyse(many).project.root)
    aligned = align_readings(Analysis(many, project), Analysis(many, project), {})
    assert all(group.left == group.right for group in aligned.groups)


@given(left=tangles(), right=tangles())
def test_each_statement_is_in_one_group(left, right):
    """Every statement of both is in one group, of which one side has at most one statement; changed round likewise."""
    one, other = argmap.analyse(left), argmap.analyse(right)
    there, back = align_readings(one, other, {}), align_readings(other, one, {})
    assert sorted(name for group in there.groups for name in group.left) == sorted(one.graph.ids)
    assert sorted(name for group in there.groups for name in group.right) == sorted(other.graph.ids)
    assert all(min(len(group.left), len(group.right)) <= 1 for group in there.groups)
    assert {(g.left, g.right) for g in there.groups} == {(g.right, g.left) for g in back.groups}
