"""Abstract frameworks as maps, and maps as abstract frameworks."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import ArgmapError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Standing
from argmap.formats import Sign
from argmap.formats.frameworks import _maps
from argmap.frameworks import files
from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.solve import solve
from argmap.model.relations import Relation
from argmap.model.statements import Kind
from argmap.native.ids import is_id
from argmap.project import documents

from ...frameworks.drawn import frameworks

NOTATIONS = st.sampled_from(files.names())


def numbered(framework: Framework) -> Framework:
    """Return a framework with numbers for names."""
    return evolve(framework, arguments=tuple(str(place) for place in range(1, len(framework.arguments) + 1)))


@given(frameworks(8), NOTATIONS)
def test_the_evaluation_of_a_framework_is_grounded_semantics(framework, notation) -> None:
    """What is accepted is the grounded extension, what it attacks is rejected, and all else is undecided."""
    framework = numbered(framework)
    m = formats.named(notation).of_text(files.write(framework, notation).text, f"x.{notation}")
    grounded = set(solve(framework, "SE-GR").extension or ())
    evaluation = evaluate(m)
    for name, attackers in zip(framework.arguments, framework.attackers, strict=True):
        attacked = not grounded.isdisjoint(framework.names(attackers))
        other = Standing.REJECTED if attacked else Standing.UNDECIDED
        assert evaluation[name].standing is (Standing.ACCEPTED if name in grounded else other)


@given(frameworks(8), NOTATIONS)
def test_a_framework_comes_back(framework, notation) -> None:
    """Read as a map and written again, a framework is what it was, and nothing is lost."""
    written = files.write(numbered(framework), notation).text
    form = formats.named(notation)
    writing = form.write(form.of_text(written, f"x.{notation}"))
    assert (writing.text, writing.findings) == (written, ())


@given(st.lists(st.text("ab1 -()é", min_size=1, max_size=4), unique=True, max_size=6))
def test_every_argument_gets_an_id(names) -> None:
    """A name that is no id is the text of its statement, whose id no other has; that is told."""
    names = [name for name in names if name.strip()]
    m = formats.named("apx").of_text(files.write(Framework.of(names, []), "apx").text, "x.apx")
    assert [statement.text for statement in m] == names
    assert len({statement.id for statement in m}) == len(names)
    assert all(is_id(statement.id) for statement in m)
    assert [s.id for s in m if is_id(s.text)] == [s.text for s in m if is_id(s.text)]
    odd = sum(not is_id(name) for name in names)
    assert len(m.origin.findings) == (odd > 0)


def test_labels_are_texts() -> None:
    """What stands after an argument in a line of Trivial Graph Format is the text of its statement, and back."""
    text = "rain It rained all night.\nwet\n#\nrain wet\n"
    m = formats.named("tgf").of_text(text, "x.tgf")
    assert [(s.id, s.kind, s.text) for s in m] == [
        ("rain", Kind.ASSUMPTION, "It rained all night."),
        ("wet", Kind.ASSUMPTION, "wet"),
    ]
    assert formats.named("tgf").write(m).text == text


def test_statements_know_their_places() -> None:
    """A finding about an argument is told where that is declared."""
    m = formats.named("apx").of_text("% two\narg(a).\n arg(b). att(a,b).", "x.apx")
    lines = m.origin.lines
    assert [lines.position(s.span.start).line for s in m] == [2, 3]
    assert [lines.text[s.span.start : s.span.end] for s in m] == ["arg(a).", "arg(b)."]


def test_faults_are_findings() -> None:
    """What is wrong in a file is told with its place, and the rest is read."""
    m = documents.parse(b"arg(a).\natt(a,b).\n", "x.apx")
    assert [str(finding) for finding in m.origin.findings] == [
        "x.apx:2:7: AM501 'b' is no argument: declare it with 'arg(b).'"
    ]
    assert [s.id for s in m] == ["a"]


MAP = """\
sources: {log: Log}
nodes:
  wet: {claim: The street is wet., because: [rain, wash], but: [cover]}
  rain: {evidence: It rained., cite: log}
  wash: {assumption: It was washed.}
  cover: {objection: It is covered., cite: log}
  odd: {claim: It is odd.}
"""


APX = """\
arg("wet #1").  % The street is wet.
arg("wet #2").  % The street is wet.
arg(rain).  % It rained.
arg(wash).  % It was washed.
arg(cover).  % It is covered.
att(cover,"wet #1").
att(cover,"wet #2").
"""
AF = """\
p af 5
# 1 wet #1: The street is wet.
# 2 wet #2: The street is wet.
# 3 rain: It rained.
# 4 wash: It was washed.
# 5 cover: It is covered.
5 1
5 2
"""
TGF = """\
wet_1 The street is wet.
wet_2 The street is wet.
rain It rained.
wash It was washed.
cover It is covered.
#
cover wet_1
cover wet_2
"""


@pytest.mark.parametrize(("notation", "written"), [("apx", APX), ("af", AF), ("tgf", TGF)])
def test_a_map_is_written_as_its_framework(notation, written) -> None:
    """What is written of a map is its lines of reasons and their attacks, and that is told."""
    writing = formats.named(notation).write(documents.parse(MAP.encode(), "m.yaml"))
    assert writing.text == written
    told = "what is written is its framework: 5 lines of reasons for 4 of 5 statements, and 2 attacks"
    assert writing.findings[0].message.startswith(told)


@pytest.mark.parametrize("notation", ["apx", "af", "tgf", "aba", "toast"])
def test_that_every_citation_counts_is_told(notation) -> None:
    """What is written of a map takes each citation for a ground, as no source is opened, and says so."""
    for cite, times in ((", cite: log", 1), ("", 0)):
        text = f"sources: {{log: Log}}\nnodes:\n  rain: {{evidence: It rained.{cite}}}\n  dry: {{assumption: It is.}}\n"
        findings = formats.named(notation).write(documents.parse(text.encode(), "m.yaml")).findings
        assert sum("every citation counts" in finding.message for finding in findings) == times


def test_a_map_of_very_many_lines_is_written_as_a_gadget(monkeypatch) -> None:
    """Where lines multiply, each statement is an argument; where that cannot be either, it is refused."""
    monkeypatch.setattr(_maps, "_MOST", 9)
    both = "n{0}: {{claim: N., because: [n{1}, m{1}]}}", "m{0}: {{claim: M., because: [n{1}]}}"
    nodes = [f"  {each.format(place, place + 1)}\n" for place in range(3) for each in both]
    text = f"nodes:\n{''.join(nodes)}  n3: {{assumption: A.}}\n  m3: {{assumption: A.}}\n"
    m = documents.parse(text.encode(), "m.yaml")
    assert "n0 #" not in formats.named("apx").write(m).text
    circular = evolve(m, relations=(*m.relations, Relation.make("support", ["n0"], "n2")))
    with pytest.raises(ArgmapError, match="too many"):
        formats.named("apx").write(circular)


def test_a_framework_is_told_by_what_it_holds() -> None:
    """A file in a folder is a framework where its text says so; named, a broken one is read too."""
    assert formats.sign("x.af", lambda: b"p af 2\n") is Sign.SURE
    assert formats.sign("x.af", lambda: b"<xml>") is Sign.POSSIBLE
    assert formats.format_of("x.tgf", b"") == "tgf"
