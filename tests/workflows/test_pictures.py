"""Drawing maps, in files and in notebooks."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
from argmap.errors import ReadError, UnknownNameError
from argmap.renderers import DrawingOptions
from argmap.workflows.pictures import draw

TEXT = "title: Rain\nnodes:\n  wet: {claim: It is wet., because: [rain]}\n  rain: {assumption: It rained.}\n"


@pytest.fixture
def m(project) -> argmap.ArgumentMap:
    """Return a small map."""
    project({})
    return argmap.loads(TEXT)


def test_the_ending_tells_the_picture(m) -> None:
    """A map is drawn into a file by its ending, upper case or not."""
    assert argmap.render(m, "map.DOT") == ()
    assert "It rained." in Path("map.DOT").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["map.gif", "map", "map.yaml"])
def test_an_ending_that_is_no_picture(m, name) -> None:
    """Another ending is an error that names those there are, and nothing is written."""
    with pytest.raises(ReadError, match=f"{name}: argmap draws dot, .*svg.*; name one of them as the ending"):
        argmap.render(m, name)
    assert list(Path.cwd().iterdir()) == []


def test_options_that_name_nothing(m) -> None:
    """A statement to draw around must be in the map."""
    with pytest.raises(UnknownNameError, match="unknown statement 'rian': did you mean 'rain'"):
        draw(argmap.analyse(m), "dot", DrawingOptions(around="rian"))


def test_findings_stand_on_the_cards(project) -> None:
    """What the checks find is drawn on the cards, less what the settings ignore."""
    project({"argmap.toml": 'ignore = ["AM103"]'})
    m = argmap.loads("nodes: {a: {claim: A., because: [b]}, b: {evidence: B.}}")
    drawn = draw(argmap.analyse(m), "dot").data.decode()
    assert "AM101" in drawn
    assert "AM103" not in drawn


def test_a_notebook_shows_a_picture_and_a_text(m) -> None:
    """In a notebook a map is an SVG, and a line of text for those who show no pictures."""
    bundle = m._repr_mimebundle_(include=None, exclude=None)
    assert bundle["text/plain"] == "Rain: 2 statements, 1 relation"
    assert "<svg" in bundle["image/svg+xml"]


def test_a_notebook_without_graphviz_shows_a_text(m, no_graphviz) -> None:
    """Where Graphviz is missing, the text says so and nothing is raised."""
    bundle = m._repr_mimebundle_()
    assert set(bundle) == {"text/plain"}
    assert "Graphviz" in bundle["text/plain"]
