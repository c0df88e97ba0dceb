"""Whatever a map says, all that takes a map takes it: nothing raises, and what is told holds together.

To go through many more maps than a run of the tests does: `--hypothesis-profile=long --hypothesis-seed=1`.
"""

from __future__ import annotations

import json
import re
from contextlib import chdir
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats, registry
from argmap.analysis import Analysis
from argmap.cli import printing
from argmap.cli.group import argmap
from argmap.evaluation.labels import Basis
from argmap.evaluation.verdict import Evaluation
from argmap.evidence.lockfile import read_lock, write_lock
from argmap.model.citations import Stance
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.project import documents
from argmap.project.choice import Selection
from argmap.project.project import Project
from argmap.renderers import Arrangement, Direction, DrawingOptions, Theme, View
from argmap.renderers.html.columns import columns
from argmap.renderers.html.facts import facts
from argmap.renderers.html.page import page
from argmap.renderers.html.passages import readings
from argmap.renderers.html.picture import Picture, Pictures
from argmap.workflows import locking, reanchoring, reviewing, shelf, tables
from argmap.workflows.checking import check_all
from argmap.workflows.coverage import coverage
from argmap.workflows.layout import laid_out
from argmap.workflows.links import links
from argmap.workflows.pictures import draw
from argmap.workflows.reporting import writers
from argmap.workflows.reporting.making import make
from argmap.workflows.rules import all_checks

from .strategies import examples
from .tangles import TEXTS, tangles

FEW = examples(20)
"""For what takes long with each map; the profile says how many the others go through."""

RUN = {rule.name: check for rule, check in all_checks().items() if check.run}
WRITABLE = [name for name in formats.names() if formats.named(name).write]
EVERY = Selection(select=("ALL",))
FILES = {f"seeds/{name}.txt": text for name, text in TEXTS.items()} | {
    "seeds/s.yaml": "title: S\ntext: s.txt\nurl: https://example.org/s\n",
    "seeds/t.yaml": "title: T\ntext: t.txt\nbased_on: [s]\n",
    "seeds/far.yaml": "title: Far\n",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Project:
    """Return a project of a few sources, two of them with their texts."""
    folder = tmp_path_factory.mktemp("home")
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "arguments").mkdir()
    return Project(folder)


@FEW
@given(m=tangles())
def test_every_map_is_checked_and_printed_in_every_way(m, home):
    """Every check takes every map, made in code or read from a file, and every way of printing says what was found."""
    for name in [None, *WRITABLE]:
        file = f"{home.arguments}/m.{name}"
        read = m if name is None else documents.parse(documents.written(m, file, name).text.encode(), file, format=name)
        found = check_all([Analysis(read, home)], home, selection=EVERY, complete=True)
        assert all(finding.message and 1 <= finding.line <= finding.end_line for finding in found.findings)
        for way in registry.names(printing):
            assert registry.load(printing, way).write(found)


@FEW
@given(m=tangles())
def test_every_map_has_a_report_in_every_form(m, home):
    """A report on any map is written in every form, and made again it is the same to the byte."""
    for form in registry.names(writers):
        made = [make(Analysis(m, home), form, date(2026, 11, 30), "m", pictured=False) for _ in range(2)]
        assert made[0].data == made[1].data != b""


@given(m=tangles())
def test_every_map_is_read_beside_its_texts(m, home):
    """Beside every map stand its texts, in which each place that was found is marked and leads to a statement."""
    analysis = Analysis(m, home)
    texts = readings(analysis)
    written = columns(texts, analysis.sources, facts(View(analysis), Pictures(0, Picture())))
    assert {reading.source for reading in texts} == analysis.texts.keys() & {
        m.about,
        *(cited.source for _, cited, _ in analysis.anchored),
    }
    leading = set(re.findall(r'<a class="passage [^"]*" href="#o-([^"]*)"', written))
    assert leading <= set(analysis.graph.ids)
    for number, place in enumerate(place for reading in texts for place in reading.places):
        assert f'id="p-{number}"' in written
        assert place.bearings
    for statement, cited, resolution in analysis.anchored:
        spans = {place.span for reading in texts if reading.source == cited.source for place in reading.places}
        assert spans.issuperset(resolution.places), statement.id


@given(m=tangles())
def test_every_flaw_is_one_sentence_that_names_something(m, home):
    """What the checks say begins in lower case, is one line without a full stop, and has a name in quotes."""
    analysis = Analysis(m, home)
    for check in RUN.values():
        for flaw in check.run(analysis):
            assert "'" in flaw.message
            assert "\n" not in flaw.message
            assert not flaw.message[0].isupper()
            assert not flaw.message.endswith((".", " ", ":"))


@given(m=tangles())
def test_what_is_not_supported_is_reported(m, home):
    """What is no question, evidence or assumption is reported by AM101 or AM102 if and only if it is unsupported."""
    analysis = Analysis(m, home)
    reported = [
        flaw.node for name in ("unsupported-claim", "unsupported-recommendation") for flaw in RUN[name].run(analysis)
    ]
    others = (Kind.QUESTION, Kind.EVIDENCE, Kind.ASSUMPTION)
    assert sorted(reported) == sorted(
        s.id for s in m if s.kind not in others and not analysis.evaluation[s.id].supported
    )


@given(m=tangles())
def test_every_verdict_of_every_basis_is_explained(m, home):
    """Each word of an evaluation can be asked for, on every basis and with any source dropped, and is certified."""
    analysis = Analysis(m, home)
    for basis in Basis:
        evaluation = analysis.evaluation.of(basis)
        reasons = [verdict.why for verdict in evaluation.values()]
        assert evaluation.certify(m, analysis.grades, reasons) == []
        ask_everything(evaluation)
    for source in analysis.sources:
        dropped = analysis.evaluation.without(source)
        assert len(dropped.flips) <= len(m)
        ask_everything(dropped.after)


def ask_everything(evaluation: Evaluation) -> None:
    """Ask an evaluation for all that it can tell."""
    known = set(evaluation.graph.ids)
    assert str(evaluation.tally)
    for circle in evaluation.circular:
        assert known.issuperset(circle)
    assert {r.id for r in (s.relation for s in evaluation.graph.steps)}.issuperset(evaluation.question_begging)
    known.update(c.id for s in evaluation.graph.statements for c in s.citations if c.stance is Stance.CONTRADICTS)
    for name, verdict in evaluation.items():
        lists = (verdict.missing, verdict.conditional_on, verdict.challenges, verdict.would_stand_if)
        assert all(known.issuperset(names) for names in lists)
        assert len(set(verdict.modifiers)) == len(verdict.modifiers)
        lines = verdict.why.lines()
        assert lines[0].startswith(f"{name} is {verdict.standing}: ")
        assert all(line.strip() and not line.endswith((" ", ":")) for line in lines)
        assert json.dumps(verdict.why.as_dict())
        assert verdict.supported == (name in evaluation.failure_points)
        if verdict.supported:
            points = evaluation.failure_points[name]
            assert known.issuperset(points.statements)
            assert points.lines >= 1
            assert len(points.steps) <= len(evaluation.graph.steps)
            assert isinstance(points.sources, tuple)


@st.composite
def options(draw: st.DrawFn, m: ArgumentMap) -> DrawingOptions:
    """Choose what of a map is drawn, and how."""
    rarely = st.sampled_from([False, False, False, True])
    return DrawingOptions(
        direction=draw(st.sampled_from(Direction)),
        types=tuple(draw(st.lists(st.sampled_from(sorted({s.kind for s in m})), min_size=1))) if draw(rarely) else (),
        tags=("x",) if any(s.tags for s in m) and draw(rarely) else (),
        groups=(draw(st.sampled_from("gh")),) if draw(rarely) else (),
        around=draw(st.sampled_from([s.id for s in m])) if draw(rarely) else None,
        depth=draw(st.integers(0, 3)),
        evidence=draw(st.booleans()),
        legend=draw(st.booleans()),
        theme=draw(st.sampled_from(Theme)),
        arrangement=draw(st.sampled_from(Arrangement)),
        whole=draw(st.booleans()),
        overview=draw(rarely),
    )


@given(data=st.data(), m=tangles())
def test_every_map_is_drawn(data, m, home):
    """Whatever of a map is drawn, and however it is, there is a picture."""
    assert draw(Analysis(m, home), "dot", data.draw(options(m))).data.startswith(b"digraph")


@given(m=tangles())
def test_every_map_has_a_page(m, home):
    """A page has each statement once in its data and its outline, and knows all that it names, picture or not."""
    view = View(Analysis(m, home))
    drawn = Pictures(len(m), Picture())
    told = facts(view, drawn)
    written = page(view, told, drawn).decode()
    names = [statement["id"] for statement in told["statements"]]
    assert sorted(names) == sorted({statement.id for statement in m})
    assert written.count("<li id=") == len(names)
    assert {end for r in told["relations"] for end in (*r["premises"], r["on"])} <= set(names)
    (data,) = re.findall(r'<script type="application/json" id="facts">(.*?)</script>', written, re.DOTALL)
    assert json.loads(data) == json.loads(json.dumps(told))


@pytest.mark.dot
@FEW
@given(data=st.data(), m=tangles())
def test_graphviz_takes_every_picture(data, m, home):
    """Graphviz lays out what is written for it without a complaint, and the SVG names every card."""
    drawing = draw(Analysis(m, home), "svg", data.draw(options(m)))
    assert drawing.data.endswith(b"</svg>\n")


@FEW
@given(m=tangles())
def test_every_map_is_written_and_read_in_every_format(m, home):
    """What is written is read as the same map, unless it was said what is lost; laying it out does not change it.

    Formats of other programs give sections and statements ids of their own; their tests hold what comes back.
    """
    for name in WRITABLE:
        form = formats.named(name)
        file = str(home.root / f"m{form.suffixes[0]}")
        told = documents.save(m, file, format=name)
        again = documents.load(file, format=name)
        assert again == m or told or not form.is_authored
        if form.lay_out:
            _, laid = laid_out(Path(file).read_bytes(), file, format=name)
            assert documents.parse(laid.encode(), file, format=name) == again
    assert len(tables.rows(m)) == len(m)
    assert set(tables.to_networkx(m)) >= {s.id for s in m}


@FEW
@given(m=tangles())
def test_every_map_has_sources_links_coverage_a_lock_and_reviews(m, home):
    """What is told of sources and kept in the lock is told of every map; the lock is read back as it was written."""
    with chdir(home.root):
        home = Project(home.root)  # files are named from the folder that one stands in
        analysis = Analysis(m, home)
        assert {row["id"] for row in shelf.rows([analysis], home, every=True)} >= {"s", "t", "far"}
        assert all(link.url.startswith("https://example.org/s#") for link in links(analysis))
        for name, text in TEXTS.items():
            assert {sentence.use for sentence in coverage(name, text, [analysis])} <= {"used", "context", "unused"}
        assert locking.locked([analysis], home) is not None
        lock, names = reviewing.reviewed([analysis], home, None, reviewer="A. Reader", suspect=True)
        assert read_lock(write_lock(lock)).records == lock.records
        assert names == [s.id for s in m]
        assert all(proposal.anchor for proposal in reanchoring.proposals([analysis], home))


COMMANDS = (
    "check m.yaml",
    "check m.yaml --output-format json --select ALL",
    "evaluate m.yaml --basis cited",
    "evaluate m.yaml --basis granted --json",
    "compare m.yaml m.yaml",
    "diff m.yaml m.yaml --json",
    "matrix m.yaml",
    "matrix m.yaml --sources --basis granted --csv",
    "matrix m.yaml --html",
    "next m.yaml",
    "why a m.yaml",
    "why a m.yaml --verify",
    "weak m.yaml",
    "weak a m.yaml --json",
    "what-if m.yaml --without statement=a",
    "reliability m.yaml --each 0.9",
    "strengths m.yaml",
    "strengths m.yaml --semantics burden --check qe --json",
    "reliability m.yaml --source s=0.5 --json",
    "sources m.yaml --links --json",
    "sources m.yaml --impact",
    "coverage s",
    "convert m.yaml -  --to argdown",
    "format m.yaml --diff",
    "import m.yaml --into taken --json",
    "render m.yaml --to dot -o -",
    "lock --check",
)


@FEW
@given(m=tangles())
def test_every_command_takes_every_map(m, home):
    """Every command ends with its status, and never with a traceback; nothing can be asked of a question."""
    with chdir(home.root):
        Path("arguments/m.yaml").write_text(documents.written(m, "m.yaml").text, encoding="utf-8")
        for command in COMMANDS:
            words = command.replace("m.yaml", "arguments/m.yaml").split()
            done = CliRunner().invoke(argmap, words, catch_exceptions=False)
            assert done.exit_code in (0, 1) or done.stderr.startswith("argmap: a is a question: "), done.stderr
