"""A small map in which every kind of statement and relation occurs, ready to be drawn."""

from __future__ import annotations

import pytest
from attrs import evolve

from argmap.analysis import Analysis
from argmap.model.citations import Citation, Selector, Stance
from argmap.model.document import ArgumentMap, Group
from argmap.model.findings import Finding, Severity
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.project.project import Project
from argmap.renderers import DrawingOptions, Engine, View

REPORT = Source("report", "Report of the bridge inspector", published="2024")


def statement(id_, kind, text, **facts):
    """Make a statement."""
    return Statement(id_, Kind(kind), text, **facts)


def bridge():
    """Return the map."""
    cite = Citation("inspected@report", "report", Selector("inspected in March"), "p. 3")
    against = Citation("photo", "photo", None, "no. 7", Stance.CONTRADICTS)
    return ArgumentMap(
        title="Is the bridge safe?",
        description="Invented example.",
        groups=(Group("load", "Load"), Group("north", "North pier"), Group("crack", "The crack", "north")),
        statements=(
            statement("open-it", "recommendation", "Open the bridge again."),
            statement("bridge-is-safe", "claim", "The bridge is safe to cross.", citations=(against,)),
            statement("c1", "evidence", "It was inspected in March.", citations=(cite,)),
            statement("holds-load", "premise", "It holds 40 t.", group="load", title="It holds the load"),
            statement("lorries", "assumption", "No lorry is heavier than 30 t.", group="load", implicit=True),
            statement("crack-seen", "objection", "A crack was seen at the north pier.", group="crack"),
            statement("crack-painted", "argument", "The crack is a line of paint.", group="crack"),
            statement("photo-old", "evidence", "The photograph is ten years old.", citations=(evolve(cite, id="x"),)),
            statement("close-it", "recommendation", "Close the bridge."),
            statement("who-pays", "question", "Who pays for the repair?"),
        ),
        relations=(
            Relation.make("support", ["bridge-is-safe"], "open-it"),
            Relation.make("support", ["c1"], "bridge-is-safe"),
            Relation("by-load", RelationKind.SUPPORT, ("holds-load", "lorries"), "bridge-is-safe", "cause-to-effect"),
            Relation("seen", RelationKind.ATTACK, ("crack-seen",), "bridge-is-safe"),
            Relation.make("attack", ["crack-painted"], "crack-seen"),
            Relation.make("undercut", ["photo-old"], "seen"),
            Relation.make("undercut", ["c1"], "photo"),
            Relation.make("contradiction", ["open-it"], "close-it"),
        ),
    )


FINDINGS = (
    Finding("AM101", "unsupported-claim", Severity.WARNING, "…", node="crack-seen"),
    Finding("AM104", "missing-linked-premise", Severity.ERROR, "…", node="by-load"),
    Finding("AM112", "single-point-of-failure", Severity.NOTE, "…", node="open-it"),
)


@pytest.fixture(scope="session", params=[pytest.param(Engine.DOT, marks=pytest.mark.dot), Engine.BUNDLED])
def engine(request):
    """Give each engine in turn."""
    return request.param


@pytest.fixture
def view(tmp_path):
    """Return a function that makes a view of the bridge, or of another map, with some options."""

    def make(m=None, **options):
        findings = FINDINGS if m is None else ()
        m = bridge() if m is None else m
        return View(Analysis(evolve(m, sources=(REPORT,)), Project(tmp_path)), findings, DrawingOptions(**options))

    return make
