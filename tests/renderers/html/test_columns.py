"""The texts beside the map, as they are written."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.analysis import analyse
from argmap.cli.group import argmap as command
from argmap.evidence.text.coverage import covered
from argmap.renderers import DrawingOptions, View
from argmap.renderers.html import render
from argmap.renderers.html.passages import Place, Reading, paragraphs, readings
from argmap.text import Span
from argmap.workflows.coverage import coverage
from argmap.workflows.pictures import draw

ROOT = Path(__file__).parent.parent.parent.parent
TEXT = "The wells were dry in May. Nobody knew why.\n\nThe river was high, and the wells were full in June.\n"
MAP = """
about: report
nodes:
  dry:
    claim: There was no water.
    from: The wells were dry
    because: [may, full]
  may: {evidence: In May., cite: report "wells … in May"}
  full: {objection: There was water later., cite: [{source: report, quote: wells were full, stance: context}]}
  gone: {claim: Not there., cite: report "the wells had sunk"}
  whole: {claim: All of it., cite: report}
  far: {claim: Far., cite: census "forty people"}
sources:
  report: {title: Report, text: report.txt, publisher: Water board}
  census: Census
"""


@pytest.fixture
def drawn(project, no_graphviz):
    """Return a function that draws a map with a text beside it, or without."""

    def draw(m=MAP, text=TEXT, *, with_source=True):
        folder = project({"argmap.toml": "", "arguments/m.yaml": m, "arguments/report.txt": text, "seeds/.keep": ""})
        analysis = analyse(argmap.load(folder / "arguments" / "m.yaml"))
        return render(View(analysis, options=DrawingOptions(with_source=with_source))).data.decode()

    return draw


def column(page):
    """Return the texts of a page as they are written."""
    return re.search(r'<section id="texts".*?</section>', page, re.DOTALL)[0]


def plain(written):
    """Return what is read of some HTML where a script runs."""
    written = re.sub(r"<noscript>.*?</noscript>|<small.*?</small>", "", written)
    return unescape(re.sub(r"<[^>]*>", "", written))


def test_a_passage_is_marked_by_its_kind_and_leads_to_its_statement(drawn):
    """Overlapping passages are parted, so that what two carry leads to both."""
    parts = re.findall(r'<a class="passage ([^"]*)" href="#([^"]*)" data-p="([^"]*)"[^>]*>([^<]*)', column(drawn()))
    assert parts == [
        ("claim", "o-dry", "0", "The "),
        ("claim also-evidence", "o-dry", "0 1", "wells were dry"),
        ("evidence", "o-may", "1", " in May"),
        ("objection", "o-full", "2", "wells were full"),
    ]


def test_what_no_statement_uses_stays_visible_as_such(drawn):
    """Sentences that are used are told from others, and their number is said."""
    written = column(drawn())
    assert "1 of 3 sentences used, 1 more only as context." in written
    assert ">Nobody knew why.<" not in written
    assert " Nobody knew why.</p>" in written


def test_what_is_not_in_a_text_is_said_above_it(drawn):
    """A missing passage and one that names the whole text are listed, with the statements that rest on them."""
    items = [plain(item) for item in re.findall(r"<li>(.*?)</li>", column(drawn()))]
    assert items == [
        "Not in this text: “the wells had sunk”, cited for: Not there.",
        "The whole text, cited for: All of it.",
    ]


def test_what_is_like_a_missing_passage_is_marked_as_such(drawn):
    """The nearest place to a missing passage looks otherwise, says so, and is no use of its sentence."""
    written = column(drawn(MAP.replace("the wells had sunk", "river was very high")))
    assert '<a href="#p-2">the nearest passage</a>' in written
    assert re.search(r'<a class="passage claim nearest"[^>]* id="p-2">', written)
    assert '<small class="state nearest">only the nearest to what is not here</small>' in written
    assert "1 of 3 sentences used, 1 more only as context." in written


def test_a_text_that_is_absent_is_said_once(drawn):
    """Sources without a text are named together, whatever they are cited for."""
    assert column(drawn()).count("not at hand") == 1
    assert "The text of <bdi>Census</bdi> is not at hand." in column(drawn())


def test_disputed_and_ambiguous_passages_say_so(drawn):
    """A passage that is quoted unfairly, and one that stands at several places, look otherwise and say so."""
    text = "It is not true that the wells were dry in May. The river rose. The river rose."
    m = MAP.replace("the wells had sunk", "The river rose")
    written = column(drawn(m, text))
    assert written.count('<small class="state ambiguous">one of several places</small>') == 2
    assert '<small class="state disputed">disputed</small>' in written


def test_passages_that_moved_or_changed_since_they_were_locked_say_so(drawn):
    """In a text that was revised, a passage that moved and one whose words changed look otherwise and say so."""
    m = """
about: report
nodes:
  dry: {claim: There was no water., from: The wells were dry, because: high}
  high: {evidence: High., cite: 'report "The river was high, and the wells were full"'}
sources: {report: {title: Report, text: report.txt}}
"""
    drawn(m)
    done = CliRunner().invoke(command, ["lock"], prog_name="argmap")
    assert done.exit_code == 0, done.output
    text = f"A new first sentence. The wells were dry in May. {TEXT.replace('wells were full', 'wells were half full')}"
    states = re.findall(r'<small class="state ([^"]*)">([^<]*)<', column(drawn(m, text)))
    assert ("fuzzy", "other words than before") in states
    assert states[0] in [("moved", "moved"), ("context-changed", "other surroundings than before")]


def test_without_being_asked_no_text_of_a_source_is_in_the_page(drawn):
    """Unless the texts are asked for, the page holds only the phrases that the map has itself."""
    page = drawn(with_source=False)
    assert 'id="texts"' not in page
    for words in ("Nobody knew why", "in May. Nobody", "river was high", "dry in May"):
        assert words not in page
        assert words in plain(column(drawn()))


@pytest.mark.parametrize("file", ["harbourton-30kmh", "iraq-militias"])
def test_shipped_maps_keep_the_texts_to_themselves(file, no_graphviz):
    """Of the texts behind the shipped maps, the page holds no eight words in a row that the map does not have."""
    path = ROOT / "arguments" / f"{file}.yaml"
    analysis = analyse(argmap.load(path))
    page = " ".join(unescape(draw(analysis, "html").data.decode()).split())
    titles = [source.title for source in analysis.sources.values()]
    own = " ".join(" ".join([path.read_text(encoding="utf-8"), *titles]).split()).replace("'", "’")
    for text in analysis.texts.values():
        words = text.split()
        runs = {" ".join(words[at : at + 8]) for at in range(len(words) - 7)}
        assert not [run for run in runs if run in page and run.replace("'", "’") not in own]


def test_the_share_is_that_of_coverage():
    """The sentences that a page says are used are those of ``argmap coverage``."""
    analysis = analyse(argmap.load(ROOT / "arguments" / "harbourton-30kmh.yaml"))
    found = readings(analysis)
    assert found[0].source == analysis.map.about
    for reading in found:
        assert list(reading.sentences) == coverage(reading.source, reading.text, [analysis])


@given(
    text=st.text("ab. \n\f\tÄ中ก\u0627", max_size=60),
    ends=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_nothing_of_a_text_is_lost(text, ends):
    """Stretches follow each other, each with the places that cover it, and leave out nothing but blanks."""
    spans = {Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in ends}
    spans = sorted((span for span in spans if span.start < span.end), key=lambda span: (span.start, -span.end))
    reading = Reading("s", text, tuple(Place(span, ()) for span in spans), (), tuple(covered(text, spans)))
    found = [stretch for paragraph in paragraphs(reading) for stretch in paragraph]
    written = "".join(text[each.start : each.end] for each in found)
    assert "".join(written.split()) == "".join(text.split())
    for each in found:
        assert each.places == tuple(n for n, s in enumerate(spans) if s.start <= each.start and each.end <= s.end)


@pytest.mark.parametrize(
    "text", ["</p></section><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u202e\x07]]>"]
)
def test_hostile_texts_stay_text(drawn, text):
    """Whatever a source says, it ends no element of the page and begins none."""
    page = drawn(text=f"The wells {text} were dry in May. {text}")
    assert len(re.findall(r"<script", page)) == 4
    assert "<img" not in page
    assert "\u202e" not in page
    assert "\x07" not in page


def test_lines_break_where_they_end_for_themselves(drawn):
    """A wrapped line runs on, an item of a list does not, and pages are told apart."""
    written = column(drawn(text="It was said that\nall was well.\n\nNamely:\n- the wells\n- the river\n\fThe end."))
    assert "It was said that all was well." in written
    assert plain(written).count("\n- the") == 2
    assert '<p class="page">Page 2</p>' in written
