"""`argmap show`: maps as outlines in the terminal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.commands._tree import shortened, styled, words, wrapped
from argmap.cli.output import columns

MAP = """\
title: Is it wet?
groups: {sky: The sky}
nodes:
  wet: {claim: The street is wet., because: [rain + open-air], but: [swept]}
  rain: {evidence: It rained., cite: log p. 3, group: sky}
  open-air: {premise: Rain reaches the street.}
  swept: {objection: It was swept dry., contradicts: [rain]}
sources: {log: {title: Log}}
"""
WHOLE = """\
Is it wet?
4 statements: 1 accepted, 3 unsupported.

claim: The street is wet. [wet] unsupported
├─ because together:
│  ╠═ evidence: It rained. [rain] accepted, open challenge, unverified » log,
│  ║  │  p. 3
│  ║  └─ contradicts objection: It was swept dry. [swept] (see below)
│  ╚═ premise: Rain reaches the street. [open-air] unsupported
└─ but objection: It was swept dry. [swept] unsupported
   └─ contradicts evidence: It rained. [rain] (see above)
"""


@pytest.fixture
def shown(run, project):
    """Return a function that shows the map and returns what is printed."""
    project({"a.yaml": MAP})

    def show(*options, color=False):
        done = run("show", "a.yaml", *options, color=color)
        assert done.exit_code == 0, done.output
        return done.stdout

    return show


def test_an_outline(shown):
    """Each conclusion, under it what speaks for and against it, linked premises in a bracket, troubles in words."""
    assert shown("--width", "80") == WHOLE


def test_ascii(shown):
    """With ``--ascii``, branches are drawn with characters of any terminal."""
    assert shown("--ascii").isascii()


@pytest.mark.parametrize("width", [24, 40, 80, 120])
def test_lines_fit(shown, width):
    """No line is wider than asked for."""
    assert max(columns(line) for line in shown("--width", str(width)).splitlines()) <= width


def test_a_section(shown):
    """A section alone says how much is left out, and refers to what it serves."""
    assert shown("--group", "The sky") == (
        "Is it wet?\n1 of 4 statements: 1 accepted.\n3 left out (only of section The sky).\n\n"
        "evidence: It rained. [rain] accepted, open challenge, unverified » log, p. 3\n"
        "├─ a reason for claim: The street is wet. [wet] (not shown)\n"
        "└─ contradicts objection: It was swept dry. [swept] (not shown)\n"
    )


def test_a_step_of_one_premise_that_is_undercut(run, project):
    """The word for a step stands right before its colon."""
    step = "{claim: A., because: [{reason: b, unless: [c]}]}"
    project({"a.yaml": f"nodes: {{a: {step}, b: {{claim: B.}}, c: {{claim: C.}}}}\n"})
    assert "because:\n" in run("show", "a.yaml").stdout


def test_near_and_deep(shown):
    """``--around`` shows what is near a statement, and ``--depth`` how far; alone, it is how deep to go."""
    assert "further than 0 steps" in shown("--around", "wet", "--depth", "0")
    deep = shown("--depth", "0")
    assert "3 left out (deeper than 0)." in deep
    assert "[wet] unsupported …" in deep


def test_colours_are_asked_for(shown):
    """Kinds and standings are coloured on a terminal, and nowhere else."""
    assert "\x1b[34m" in shown(color=True)
    assert "\x1b" not in shown()


def test_no_colours_on_request(shown, monkeypatch):
    """``NO_COLOR`` is obeyed."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown(color=True)


def test_reasons_are_coloured(run, project):
    """`argmap why` colours the word for a standing."""
    project({"a.yaml": MAP})
    assert run("why", "wet", "a.yaml", color=True).stdout.startswith("wet is \x1b[90munsupported\x1b[0m: ")


def test_json(shown):
    """As JSON, each line has its depth, its relation and its statement."""
    values = json.loads(shown("--json"))
    assert values["map"] == "a.yaml"
    assert [(row["depth"], row["statement"], row["told"]) for row in values["outline"]][:3] == [
        (0, "wet", "here"),
        (1, None, "here"),
        (2, "rain", "here"),
    ]


def test_several_maps(run, project):
    """Several maps are shown under their names; a section is looked for in all of them."""
    project({"a.yaml": MAP, "b.yaml": "title: B\nnodes: {b: {claim: B.}}"})
    assert run("show", "a.yaml", "b.yaml").stdout.endswith(
        "\n\nb.yaml\nB\n1 statement: 1 unsupported.\n\nclaim: B. [b] unsupported\n"
    )
    assert "b.yaml" not in run("show", "a.yaml", "b.yaml", "--group", "sky").stdout
    assert run("show", "a.yaml", "b.yaml", "--group", "sk").exit_code == 2


def test_deep_maps_keep_room_for_words(run, project):
    """However deep a statement stands, its text has room, and what stands left of it is cut."""
    chain = "".join(f"  s{n}: {{claim: Statement {n}., because: [s{n + 1}]}}\n" for n in range(200))
    project({"a.yaml": f"nodes:\n{chain}  s200: {{evidence: End.}}\n"})
    lines = run("show", "a.yaml", "--width", "40").stdout.splitlines()
    assert max(map(columns, lines)) <= 40
    assert lines[-1].endswith("[s200] unsupported") or lines[-2].strip().startswith("⋯")


@given(st.text(), st.integers(4, 30))
def test_wrapping_loses_nothing_and_fits(text, width):
    """Lines hold all characters of the words, and none is wider than there is room."""
    lines = [styled(line) for line in wrapped(words(text), width)]
    assert "".join(lines).replace(" ", "") == "".join(text.split()).replace(" ", "")
    assert all(columns(line) <= width for line in lines)
    assert columns(shortened(text, width, "…")) <= width


def test_a_question_left_open_is_shown_with_its_reason(run, project) -> None:
    """That a critical question is waived, and why, stands with the step."""
    step = "{reason: a, scheme: sign, waives: {other-cause: Nobody has looked.}}"
    project({"m.yaml": f"nodes:\n  c: {{claim: C., because: [{step}]}}\n  a: {{assumption: A.}}\n"})
    assert "(sign; other-cause left open: Nobody has looked)" in run("show", "m.yaml").stdout
