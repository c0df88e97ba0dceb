"""``argmap corpus agreement``: two readers of many texts on the command line."""

from __future__ import annotations

import json

import pytest

CLAIM = "about: {about}\nnodes: {{a: {{{kind}: It rained., because: [b]}}, b: {{premise: It was wet., cite: log}}}}\n"


@pytest.fixture
def readers(project, run):
    """Return a function that runs argmap where two readers have their maps."""
    project(
        {
            "argmap.toml": "",
            "anna/one.yaml": CLAIM.format(about="s", kind="claim"),
            "anna/deep/two.yaml": CLAIM.format(about="t", kind="claim"),
            "anna/three.yaml": CLAIM.format(about="u", kind="claim"),
            "ben/one.yaml": CLAIM.format(about="s", kind="recommendation"),
            "ben/zwei.yaml": CLAIM.format(about="t", kind="claim"),
        }
    )
    return run


def test_readers_are_compared_pair_by_pair(readers):
    """Maps are matched by name, then by the text they are about, and what has no counterpart is named."""
    done = readers("corpus", "agreement", "anna", "ben/")
    assert done.exit_code == 0
    assert "argmap: anna has 1 map without a counterpart: 'three'" in done.stderr
    names = [line.split("  ")[0] for line in done.stdout.splitlines()[:3]]
    assert names == ["map", "one", "deep/two | zwei"]
    assert "kinds           75 %" in done.stdout


def test_readers_are_told_to_programs(readers):
    """JSON has the figures over all pairs, and each pair."""
    found = json.loads(readers("corpus", "agreement", "anna", "ben", "--json").stdout)
    assert found["agreement"]["kinds"]["units"] == 4
    assert [(pair["a"], pair["b"]) for pair in found["pairs"]] == [("one", "one"), ("deep/two", "zwei")]


def test_a_map_that_cannot_be_read_is_told_and_left_out(readers, project):
    """A map that cannot be read does not keep the others from being compared, and the status says so."""
    project({"anna/x.yaml": "nodes: [", "ben/x.yaml": "nodes: {}"})
    done = readers("corpus", "agreement", "anna", "ben")
    assert done.exit_code == 2
    assert "anna/x.yaml" in done.stderr
    assert "deep/two | zwei" in done.stdout


def test_readers_of_nothing_in_common_are_refused(readers):
    """Where no map belongs to another, that is one sentence and status 2."""
    done = readers("corpus", "agreement", "anna/three.yaml", "ben")
    assert done.exit_code == 2
    assert "no map of anna/three.yaml belongs to one of ben" in done.stderr
