"""What tests of reports share: a small map, and one in which every text is hostile."""

from __future__ import annotations

import pytest

import argmap
from argmap import ArgumentMap, Citation, Group, Kind, Passage, Relation, Selector, Source, Statement
from argmap.analysis import Analysis, analyse

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) ![b](http://x.example/p.png) <http://y.example>",
    "]]> --> */ {{x}} $a$ `code` ~~gone~~ | pipe \\| *b* _c_",
    '=cmd|"/c calc"!A1',
    "@everyone #1 www.z.example https://w.example/x :smile: &lt;",
    "turn\u202e around, \x1b[2J clear, \x00 nothing, \ufffe none, \ud800 half",
    "# heading\n\n- item\n1. one\n---",
    "x" * 10_000,
    "",
)
"""Texts that are markup, formulas, commands or nothing somewhere."""

TEXT = """\
title: The street
about: brief
nodes:
  close:
    recommendation: Close the street.
    from: the street … closed
    because: [noise, danger + many]
    but: [shops, {reason: detour, outweighed-by: [noise]}]
  noise: {claim: It is too loud., cite: 'survey "it is … too loud" p. 3'}
  danger: {premise: It is dangerous.}
  many: {assumption: Many walk there.}
  shops: {objection: The shops would lose., but: [grew]}
  grew: {evidence: "Where it was tried, sales grew.", cite: survey}
  detour: {objection: Drivers must go round., cite: same, from: go round}
  who: {question: Who pays?}
sources:
  survey: {title: Street survey, url: "https://example.org/survey", retrieved: 2026-11-01}
  brief: {title: The brief}
"""


@pytest.fixture
def analysis(project) -> Analysis:
    """Return the small map above in a project of its own."""
    project({"street.yaml": TEXT})
    return analyse(argmap.load("street.yaml"))


@pytest.fixture
def hostile(project) -> Analysis:
    """Return a map whose every text is hostile; each text is that of several things."""
    project({})
    statements = tuple(
        Statement(
            f"s{n}",
            Kind.RECOMMENDATION if n == 0 else Kind.CLAIM,
            text,
            title=text or None,
            group=f"g{n}",
            note=text,
            tags=(text,),
            passages=(Passage(f"q{n}", Selector(text or "x"), text),),
            citations=(Citation(f"c{n}", f"q{n}", Selector(text or "x"), text),),
        )
        for n, text in enumerate(HOSTILE)
    )
    relations = [Relation.make("support", [f"s{n}"], "s0") for n in range(1, 6)]
    relations += [Relation.make("attack", [f"s{n}"], "s0") for n in range(6, len(HOSTILE))]
    sources = tuple(
        Source(
            f"q{n}",
            text,
            (text,),
            publisher=text,
            origin=text,
            url="javascript:alert(1)" if n % 2 else f"https://example.org/{text}",
            doi=text,
            archived=text,
            licence=text,
            note=text,
        )
        for n, text in enumerate(HOSTILE)
    )
    groups = tuple(Group(f"g{n}", text) for n, text in enumerate(HOSTILE))
    return analyse(
        ArgumentMap(HOSTILE[0], HOSTILE[1], "q2", groups, statements, tuple(relations), sources),
    )
