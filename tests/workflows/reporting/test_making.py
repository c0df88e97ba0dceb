"""Reports: what they say, in which order, and what they leave out."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

import argmap
from argmap import registry
from argmap.analysis import analyse
from argmap.errors import ConfigError, ReadError, UnknownNameError
from argmap.workflows.reporting import writers
from argmap.workflows.reporting.fitting import Measure, cut, left_out
from argmap.workflows.reporting.making import make, report_of, today, writer
from argmap.workflows.reporting.report import (
    Facts,
    Link,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    linked,
    plain,
    text_of,
)

WHEN = date(2026, 11, 30)


def told(report: Report) -> dict[str, Section]:
    """Return the sections of a report by their titles."""
    return {section.title: section for section in report.sections}


def cells(section: Section) -> list[tuple[str, ...]]:
    """Return the rows of a section's tables, its parts' included."""
    rows = [row for block in section.blocks if isinstance(block, Table | Facts) for row in block.rows]
    found = [tuple(map(text_of, row)) for row in rows]
    return found + [row for part in section.sections for row in cells(part)]


@pytest.fixture
def report(analysis) -> Report:
    """Return the report on the small map, without pictures."""
    return report_of(analysis, writer("html"), WHEN)[0]


def test_the_order_of_what_is_told(report) -> None:
    """A report says it in short, then tells recommendations, evidence, what is missing, findings, sources, itself."""
    assert list(told(report)) == [
        "In short",
        "Recommendations",
        "Evidence",
        "What is missing",
        "Findings",
        "Sources",
        "Every statement",
        "About this report",
    ]
    assert report.title == "The street"


def test_what_a_reader_needs_to_check_it(report) -> None:
    """The date, the version, the file of the map and its fingerprint are told."""
    facts = dict(cells(told(report)["About this report"])[:10])
    assert facts["Date"] == "30 November 2026"
    assert facts["Made by"] == f"argmap {argmap.__version__}"
    assert facts["File of the map"] == "street.yaml"
    assert facts["Fingerprint of that file (SHA-256)"] == hashlib.sha256(Path("street.yaml").read_bytes()).hexdigest()


def test_what_is_told_in_short(report) -> None:
    """Each recommendation is told in a sentence, then what is weakest: three points at most."""
    single = "All support for the recommendation “Close the street” runs through “It is too loud”"
    assert cells(told(report)["In short"]) == [
        ("Close the street.", "Stands, but on a source that nobody could look up."),
        (f"{single} and needs the source “Street survey”.",),
    ]


def test_a_recommendation_without_evidence_says_what_is_lacking(project) -> None:
    """What rests on nothing yet is told so, with the statements that evidence is lacking for, and what it would do."""
    project({})
    m = argmap.loads("nodes: {a: {recommendation: A., because: [the-rain]}, the-rain: {claim: It rained.}}")
    short = told(report_of(analyse(m), writer("md"), WHEN)[0])["In short"]
    assert cells(short) == [
        ("A.", "Rests on nothing yet: evidence is lacking for “The rain”."),
        ("Evidence is lacking for “The rain”; it would support 2 statements, the recommendation “A” among them.",),
    ]


def test_a_recommendation_is_told_in_words(report) -> None:
    """Of a recommendation, the standing, the reason by titles, the best line, and the fate of objections are told."""
    (close,) = told(report)["Recommendations"].sections
    rows = cells(close)
    facts = dict(rows[:3])
    assert facts["Standing"].startswith("accepted (")
    assert facts["Reason"] == "“Close the street” is accepted: “It is too loud” supports it."
    assert ("It is too loud.", "Street survey: “it is … too loud”, p. 3", "unverified") in rows
    answered = "has no evidence, and answered by “Where it was tried, sales grew”"
    assert ("The shops would lose.", "this statement", answered) in rows
    assert ("Drivers must go round.", "this statement", "outweighed: “It is too loud” outweighs it") in rows


def test_a_line_that_does_not_stand_lends_no_grade() -> None:
    """A report tells of what stands on the author's word alone that a better line does not stand."""
    m = argmap.loads("""
about: brief
nodes:
  close: {recommendation: Close it., because: [noise, danger]}
  noise: {claim: It is loud., because: [{reason: measured, unless: [holiday]}]}
  measured: {evidence: 70 dB., cite: survey}
  holiday: {objection: It was a holiday., cite: survey}
  danger: {claim: It is dangerous., cite: brief}
""")
    report, _ = report_of(analyse(m), writer("html"), WHEN)
    stands = "Stands, but only on the word of the text's own author; a better line (unverified) does not stand."
    assert ("Close it.", stands) in cells(told(report)["In short"])
    rests = dict(row for row in cells(told(report)["Recommendations"]) if len(row) == 2)["Rests on"]
    assert rests.startswith("own word (unverified, but that line does not stand)")
    every = cells(told(report)["Every statement"])
    assert [row[4] for row in every if row[0] == "It is loud."] == ["unverified, but that line does not stand"]


def test_it_is_told_what_outweighs_a_cost(report) -> None:
    """In the list of all statements, the one that outweighs a cost names it."""
    assert any(
        "outweighs “Drivers must go round”" in row[5] for row in cells(told(report)["Every statement"]) if len(row) > 5
    )


def test_each_citation_is_told_with_its_place_and_state(report) -> None:
    """The evidence names the statement, the passage, the source, the place, the state and the ground."""
    rows = cells(told(report)["Evidence"])
    state = "not looked up: the text of the source is not at hand"
    assert ("It is too loud.", "for it", "“it is … too loud”", "Street survey", "p. 3", state, "unverified") in rows
    links = [
        cell
        for block in told(report)["Evidence"].blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if isinstance(cell, Link)
    ]
    assert links[0].url == "https://example.org/survey#:~:text=it%20is,too%20loud"


def test_what_is_missing_is_told_at_its_root(report) -> None:
    """Only what is to be mended itself is missing, with what it would support."""
    rows = cells(told(report)["What is missing"])
    assert rows == [("It is dangerous.",), ("The shops would lose.",)]


def test_what_to_look_for_first(project) -> None:
    """What would support most comes first, named by its title, with its text and what it would support."""
    project({})
    m = argmap.loads("nodes: {a: {recommendation: A., because: [the-rain]}, the-rain: {claim: It rained.}}")
    report, _ = report_of(analyse(m), writer("md"), WHEN)
    assert cells(told(report)["What is missing"]) == [
        ("a source for “The rain”", "It rained.", "2 statements, the recommendation “A” among them")
    ]


def test_findings_are_told_with_what_they_mean(report) -> None:
    """Each rule that is broken is a part, headed by what it means, with why it matters and each finding."""
    parts = {part.title: part for part in told(report)["Findings"].sections}
    part = parts["A claim that rests on no evidence"]
    assert "Readers take a drawn argument for an evidenced one." in part.blocks[2].text
    about, message = cells(part)[0]
    assert about == "It is dangerous."
    assert message.endswith(" [line 10]")


def test_sources_are_told_by_their_records(report) -> None:
    """A source has its address as a link, the day it was fetched, and whether its text is at hand."""
    survey = next(part for part in told(report)["Sources"].sections if part.title == "Street survey")
    facts = dict(survey.blocks[0].rows)
    assert facts["Address"] == Link("https://example.org/survey", "https://example.org/survey")
    assert facts["Last fetched"] == "2026-11-01"
    assert facts["Text"] == "none is named"


def test_the_fingerprint_of_a_text(project) -> None:
    """A text's fingerprint, as any program computes it of the file, is told whole at the end, and in short before."""
    project({"m.yaml": "nodes: {a: {claim: A., cite: s}}\nsources: {s: {title: S, text: s.txt}}\n", "s.txt": "Wet.\n"})
    report, _ = report_of(analyse(argmap.load("m.yaml")), writer("md"), WHEN)
    facts = dict(told(report)["Sources"].sections[0].blocks[0].rows)
    whole = hashlib.sha256(b"Wet.\n").hexdigest()
    assert facts["Fingerprint of the text"] == f"{whole[:12]}…"
    assert cells(report.sections[-1])[-1] == ("S", "its text", whole)


def test_findings_are_remarks_on_what_they_are_about(report) -> None:
    """For Word, findings stand by the statement they are about, or by the source."""
    assert "statement danger" in report.comments
    assert report.comments["statement danger"][0].startswith("Warning AM101, A claim that rests on no evidence: ")


def test_a_map_without_anything(project) -> None:
    """An empty map, one with a question alone and one without recommendations have reports in every form."""
    project({})
    claims = "nodes: {a: {claim: A., because: [b]}, b: {claim: B.}}"
    for text in ("title: Nothing", "nodes: {q: {question: Why?}}", claims):
        for name in registry.names(writers):
            assert make(analyse(argmap.loads(text)), name, WHEN, "m", pictured=False).data


def test_a_map_without_recommendations_tells_its_main_claims(project) -> None:
    """Without recommendations, the topmost claims are told instead."""
    project({})
    m = argmap.loads("nodes: {a: {claim: A., because: [b]}, b: {claim: B.}}")
    report, _ = report_of(analyse(m), writer("md"), WHEN)
    assert [part.title for part in told(report)["Main claims"].sections] == ["A"]


def test_alike_titles_are_told_apart(project) -> None:
    """Statements with one title are named with their ids."""
    project({})
    m = argmap.loads(
        "nodes: {a: {recommendation: A., because: [b, c]}, b: {title: It, assumption: B.}, c: {title: It, premise: C.}}"
    )
    report, _ = report_of(analyse(m), writer("md"), WHEN)
    reason = dict(cells(told(report)["Recommendations"].sections[0])[:2])["Reason"]
    assert reason == "“A” is accepted: “It (b)” supports it."


@pytest.mark.dot
def test_pictures_of_a_large_map_are_of_its_sections(project) -> None:
    """A map of few cards is drawn whole, a larger one from afar and by sections, those inside a section with it."""
    groups = "groups: {a: A, b: {title: B, in: a}, c: C}\n"
    nodes = "".join(f"  n{n}: {{claim: N{n}., group: {'abc'[n % 3]}}}\n" for n in range(60))
    project({"m.yaml": f"{groups}nodes:\n{nodes}", "n.yaml": "nodes: {a: {claim: A.}}"})
    shown = {}
    for name in "mn":
        report, _ = report_of(analyse(argmap.load(f"{name}.yaml")), writer("html"), WHEN, name, "svg")
        blocks = next(s for s in report.sections if s.title.startswith("Picture")).blocks
        shown[name] = [(block.caption, block.name) for block in blocks if isinstance(block, Picture)]
    assert shown["m"] == [
        ("Overview", "m-1.svg"),
        ("Section “A” (40 statements)", "m-2.svg"),
        ("Section “C” (20 statements)", "m-3.svg"),
    ]
    assert shown["n"] == [("The whole map (1 statement)", "n-1.svg")]


@pytest.mark.dot
def test_what_is_too_large_to_be_drawn_is_said(project) -> None:
    """A section of too many cards is not drawn, which the report and a warning say once."""
    nodes = "".join(f"  n{n}: {{claim: N{n}., group: {'ab'[n % 50 == 0]}}}\n" for n in range(200))
    project({"m.yaml": f"groups: {{a: A, b: B}}\nnodes:\n{nodes}"})
    report, warnings = report_of(analyse(argmap.load("m.yaml")), writer("html"), WHEN, "m", "svg")
    *_, last = told(report)["Pictures"].blocks
    assert last == Paragraph("Section “A” (196 statements) is not drawn here.")
    assert warnings == ("Section “A” (196 statements) is not drawn here: 'argmap render --group' draws a section",)


def test_without_graphviz_the_rest_is_told(analysis, no_graphviz) -> None:
    """Where nothing draws, the report says so in the picture's place, and warns."""
    report, warnings = report_of(analysis, writer("docx"), WHEN, "m", "png")
    assert "could not be drawn: drawing needs Graphviz" in told(report)["Picture"].blocks[0].text
    assert len(warnings) == 1


def test_what_markdown_leaves_out_is_counted(project) -> None:
    """A large map fits into what GitHub takes; what is left out is said at the top and in its place."""
    nodes = "".join(f"  n{n}: {{claim: Statement number {n}., because: [n{n + 1}]}}\n" for n in range(1000))
    project({"m.yaml": f"nodes:\n{nodes}  n1000: {{claim: The last.}}\n"})
    analysis = analyse(argmap.load("m.yaml"))
    made = make(analysis, "md", WHEN, "m", pictured=False)
    assert len(made.data.decode()) <= 65_536
    text = made.data.decode()
    assert "rows and parts of this report are left out" in text.partition("## Recommendations")[0]
    assert "more rows are left out here." in text
    assert "left out; --all leaves out nothing" in made.warnings[0]
    whole = make(analysis, "md", WHEN, "m", pictured=False, whole=True)
    assert whole.warnings == ()
    assert whole.data.decode().count("\n| Statement number") > 2000


def test_long_words_are_cut_where_the_form_is_full(project) -> None:
    """A text of a hundred thousand letters does not keep Markdown from fitting."""
    project({})
    m = argmap.loads(f"nodes: {{a: {{claim: {'x' * 100_000}}}}}")
    assert len(make(analyse(m), "md", WHEN, "m", pictured=False).data.decode()) <= 65_536


def test_cutting_counts_what_is_gone(report) -> None:
    """What is left out of a report that is cut is what it has no longer."""
    short = cut(report, Measure(1, 20))
    assert left_out(short) > 0
    assert all(len(cell) <= 21 for section in short.sections for row in cells(section) for cell in row)


def test_texts_are_cut_between_words() -> None:
    """No word of a text that is cut is left in half, unless it is longer than all that is kept."""
    texts = ("one two three", "one two", "x" * 20, "twelve words")
    whole = Report("R", WHEN, (Section("S", tuple(map(Paragraph, texts))),))
    blocks = cut(whole, Measure(9, 8)).sections[0].blocks
    assert [block.text for block in blocks] == ["one two …", "one two", "xxxxxxx…", "twelve …"]


def test_only_addresses_of_the_web_are_links() -> None:
    """Nothing but http and https becomes a link, and no control character is in one."""
    for url in ("javascript:a(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", "https://a\n.org", ""):
        assert linked("a", url) == "a"
    assert linked("a", "HTTPS://example.org/ü|<x>") == Link("a", "HTTPS://example.org/%C3%BC%7C%3Cx%3E")


def test_texts_are_made_plain_at_the_door() -> None:
    """Whatever text goes into a report, it is on one line and steers nothing."""
    bad = "a\n\x1b[2J \u202eb\ufffe"
    good = r"a \x1b[2J \u202eb\ufffe"
    assert plain(bad) == good
    assert Paragraph(bad).text == Link(bad, "").text == Section(bad).title == good
    assert Table(bad, (bad,), ((bad, Link(bad, "")),)).rows == ((good, Link(good, "")),)


def test_the_date_can_be_set_from_outside(monkeypatch) -> None:
    """SOURCE_DATE_EPOCH sets the date; what is no number is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == date(1970, 1, 2)
    for wrong in ("now", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(ConfigError, match="no number of seconds since 1970"):
            today()


def test_the_library_writes_reports(project) -> None:
    """`argmap.report` writes a file by its ending, and the pictures of Markdown beside it."""
    project({})
    m = argmap.loads("nodes: {a: {claim: A.}}")
    assert argmap.report(m, "a.html", date=WHEN, pictured=False) == ()
    assert "30 November 2026" in Path("a.html").read_text(encoding="utf-8")
    with pytest.raises(ReadError, match=r"a.pdf: argmap writes reports as docx, html, md, xlsx"):
        argmap.report(m, "a.pdf")
    with pytest.raises(UnknownNameError, match="unknown kind of report 'odt'"):
        writer("odt")


def test_a_map_that_was_not_read_whole_says_so_first(project) -> None:
    """A report on a map with an error of form begins with it: the line, and what to write."""
    project({"m.yaml": "nodes\n  a: {claim: A., because: [b]}\n  b: {claim: B.}\n"})
    report, _ = report_of(analyse(argmap.load("m.yaml")), writer("md"), WHEN)
    told_first = "Part of this map may not have been read. Line 1: a ':' is missing after 'nodes': write nodes:"
    assert report.sections[0].blocks[0] == Paragraph(told_first)
