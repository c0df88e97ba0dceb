"""A map means the same in every format: standings, grades and findings stay from YAML to Argdown, JSON and back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap.evaluation.labels import Basis
from argmap.model.document import ArgumentMap
from argmap.project.documents import load, loads, written

from .. import tangles
from ..strategies import examples

ROOT = Path(__file__).parent.parent.parent

FORMATS = ("argdown", "yaml", "json", "argdown", "json", "yaml")
WEIGHED = """
title: Should Harbourton adopt 30 km/h?
about: brief
groups: {safety: Safety, money: {title: Money, in: safety}}
orders: {parents: safety > calm > time, drivers: [time > money, money > safety]}
expect: {adopt: accepted, slower: [accepted, undecided], calm: rejected}
nodes:
  adopt:
    recommendation: Adopt 30 km/h.
    because: [{reason: hurt + calm, values: [safety, calm], scheme: practical reasoning, unless: [memo-old], id: main}]
    but:
      - {reason: slower, outweighed-by: [hurt + calm, hurt], values: time, note: "A life: more than a minute."}
      - {reason: dear + signs, force: weighs, id: costs, title: What it costs, note: 'Once, and then "never" again.'}
      - {reason: unlawful, force: defeats}
  hurt: {claim: Fewer people are hurt., group: safety, from: fewer … hurt, cite: trauma-audit "fewer … hurt" p. 14}
  calm:
    claim: Streets get calmer.
    cite: [{source: city-survey, quote: no calmer, stance: contradicts, unless: [memo-old]}]
  slower: {objection: Trips take longer., cite: transport-model fig. 4, contradicts: [calm]}
  dear: {assumption: "It costs #1, {or} more."}
  signs: {premise: Signs cost too., group: money, note: Ask., tags: [money, "two words"]}
  unlawful: {objection: It is not lawful., because: [unlawful]}
  memo-old: {question: Is the memo old?}
sources: {brief: Brief, trauma-audit: {title: Audit, published: 2024}, transport-model: Model, unused: Unused}
"""


def meaning(m: ArgumentMap):
    """Return what an analyst is told of a map: standings, grades, remarks, under each order too, and findings."""
    analysis = argmap.analyse(m)
    views = [analysis.evaluation.of(basis) for basis in Basis]
    views += [audience.evaluation.of(basis) for audience in analysis.audiences.values() for basis in Basis]
    verdicts = [
        {name: (verdict.standing, verdict.grade, verdict.modifiers) for name, verdict in view.items()} for view in views
    ]
    return verdicts, Counter((f.code, f.node) for f in argmap.check(m) if not f.code.startswith("AM0"))


def assert_same_through_all_formats(m: ArgumentMap) -> None:
    """Let each format read what the one before it has written, and mean the same."""
    meant = meaning(m)
    for name in FORMATS:
        writing = written(m, f"m.{name}", name)
        assert writing.findings == ()
        m = loads(writing.text, format=name)
        assert meaning(m) == meant


@pytest.mark.parametrize("file", sorted((ROOT / "arguments").glob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_maps_mean_the_same_in_every_format(file, tmp_path, monkeypatch) -> None:
    """Nothing that is said of a shipped map changes on its way, in the folder where it stands."""
    monkeypatch.chdir(ROOT)
    m = load(file)
    other = m
    for name in FORMATS:
        writing = written(other, file.with_suffix(f".{name}"), name)
        assert writing.findings == ()
        other = evolve(loads(writing.text, format=name), origin=m.origin)
        assert other == m
    assert meaning(other) == meaning(m)


def test_a_weighed_map_means_the_same_in_every_format() -> None:
    """Notes, orders, values, forces, undercuts, sections, expectations and citations all stay."""
    m = loads(WEIGHED)
    assert m.origin.findings == ()
    assert_same_through_all_formats(m)


@examples(25)
@given(tangles.tangles())
def test_tangled_maps_mean_the_same_in_every_format(m) -> None:
    """However statements bear on each other, what is said of them stays."""
    without_what_is_lost = loads(written(m, "m.argdown").text, format="argdown")
    assert_same_through_all_formats(without_what_is_lost)
