"""The analysed text of xAIF: highlighted words, or words that are found, become passages of information nodes."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.formats import named
from argmap.formats.graphs import aif, xaif
from argmap.formats.graphs._texts import highlights
from argmap.formats.graphs._texts.highlights import Highlighted
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.text import Span

NODES = [
    {"nodeID": "1_7", "text": "The wells are empty", "type": "I"},
    {"nodeID": "2_7", "text": "Ann Lee: wells ran dry", "type": "L"},
    {"nodeID": "3_7", "text": "Asserting", "type": "YA"},
    {"nodeID": "4_7", "text": "Help must come", "type": "I"},
    {"nodeID": "5_7", "text": "Bob: yes, help must come", "type": "L"},
    {"nodeID": "6_7", "text": "Agreeing", "type": "YA"},
]
EDGES = [("2_7", "3_7"), ("3_7", "1_7"), ("5_7", "6_7"), ("6_7", "4_7")]
MARKED = 'Ann: the <span id="node2_7" class="highlighted">wells ran dry</span> in May.<br>Bob: R&amp;D says yes.'


def document(text: object) -> str:
    """Return xAIF with a text."""
    edges = [{"edgeID": n, "fromID": source, "toID": target} for n, (source, target) in enumerate(EDGES)]
    return json.dumps({"AIF": {"nodes": NODES, "edges": edges}, "text": text})


def quotes(m: ArgumentMap) -> dict[str, list[str]]:
    """Return the passages of statements, in short."""
    return {s.id: [p.selector.quote for p in s.passages if p.selector] for s in m if s.passages}


def told(m: ArgumentMap) -> list[str]:
    """Return what reading found, but for what is always kept."""
    kept = ("locutions", "illocutions")
    return [f.message for f in m.origin.findings if not f.message.startswith(kept)]


def losses(m: ArgumentMap, form: str = "xaif") -> list[str]:
    """Return what writing tells."""
    return [finding.message for finding in named(form).write(m).findings]


def test_a_statement_stands_where_the_locution_is_highlighted_that_puts_it_forward() -> None:
    """Words are the text of a source that is called after the file; who agrees says it in other words."""
    m = xaif.read(document(MARKED), "maps/wells.xaif.json")
    assert quotes(m) == {"1_7": ["wells ran dry"]}
    assert (m.about, m.texts) == ("wells", {"wells": "Ann: the wells ran dry in May.\nBob: R&D says yes."})
    assert told(m) == []


def test_words_that_are_highlighted_for_the_statement_itself_come_first() -> None:
    """Its own place is the place, and there may be several."""
    own = MARKED.replace("Bob", '<span class=highlighted id=node1_7>Bob</span> or <span id="node1_7">me</span>')
    assert quotes(xaif.read(document(own), "")) == {"1_7": ["Bob", "me"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann: wells ran dry. Bob: yes, help must come!", {"1_7": ["wells ran dry"], "4_7": ["help must come"]}),
        ("The wells are empty; and wells ran dry.", {"1_7": ["The wells are empty"]}),
        ("wells ran dry, wells ran dry", {}),
        ("Nothing of it.", {}),
    ],
)
def test_in_a_plain_text_the_words_are_looked_for(text, expected) -> None:
    """The words of the statement, or of its locution without the speaker, where they stand alone."""
    m = xaif.read(document({"txt": text}), "")
    assert quotes(m) == expected
    assert told(m) == []
    assert m.texts == {"text": text}


@pytest.mark.parametrize("text", [MARKED, {"txt": MARKED}, "plain", "<span id='node9'>of none", "", None, 7])
@pytest.mark.parametrize("through", [False, True])
def test_reading_and_writing_changes_nothing(text, through) -> None:
    """The text comes back as it stood, also through YAML."""
    m = xaif.read(document(text), "wells.json")
    if through:
        m = argmap.loads(named("yaml").write(m).text)
    assert json.loads(xaif.write(m).text) == json.loads(document(text))
    assert losses(m) == []


def test_the_text_of_older_files_of_ova_is_read_too() -> None:
    """OVA 2 has it beside what else it says of the analysis."""
    text = json.dumps({"nodes": NODES, "edges": [], "analysis": {"txt": "<span id='node1_7'>Dry</span>.", "by": "Ann"}})
    m = aif.read(text, "wells.json")
    assert quotes(m) == {"1_7": ["Dry"]}
    assert told(m) == ["'analysis' has no place in a map; it is kept for writing AIF again"]
    assert json.loads(aif.write(m).text) == json.loads(text)
    assert losses(m, "aif") == []


def test_places_that_cannot_be_meant_are_told() -> None:
    """Half a word, and words of a node that is not there."""
    m = xaif.read(document("The <span id='node1_7'>wel</span>ls <span id='node9'>ran</span> dry."), "")
    assert quotes(m) == {"1_7": ["wells"]}
    assert told(m) == [
        "the statement '1_7': 4 to 7 ends inside the word 'wells'",
        "highlighted words of nodes that are not there have no place in a map; they are kept for writing AIF again",
    ]


BRIEF = "The wells ran dry & the <village> is short.\nHelp came."


def test_passages_of_any_map_are_highlighted() -> None:
    """A map whose text is at hand is written with it, and read again; of places that overlap the first is written."""
    quoted = ("wells ran dry", "ran dry & the", "Help came")
    statements = [
        Statement(f"s{number}", Kind.CLAIM, "A.", passages=(Passage("brief", Selector(quote)),))
        for number, quote in enumerate(quoted)
    ]
    m = ArgumentMap(about="brief", statements=tuple(statements), sources=(Source("brief", "brief"),))
    m = evolve(m, texts={"brief": BRIEF})
    text = xaif.write(m).text
    assert json.loads(text)["text"] == (
        'The <span id="nodes0" class="highlighted">wells ran dry</span> &amp; the &lt;village&gt; is short.<br>'
        '<span id="nodes2" class="highlighted">Help came</span>.'
    )
    again = xaif.read(text, "brief.xaif.json")
    assert (quotes(again), again.texts) == ({"s0": ["wells ran dry"], "s2": ["Help came"]}, {"brief": BRIEF})
    assert losses(m) == ["a passage that is not highlighted in the text of the file is not written"]


def test_a_passage_that_is_named_by_other_words_is_highlighted_all_the_same() -> None:
    """Whichever words name a place, it is the same place: nothing is told of it."""
    m = xaif.read(document(MARKED), "wells.json")
    passages = (Passage("wells", Selector("wells … dry")),)
    assert losses(evolve(m, statements=(evolve(m["1_7"], passages=passages), *m.statements[1:]))) == losses(m)


def test_what_the_map_says_otherwise_than_the_text_is_told() -> None:
    """The text of a file stays as it was highlighted."""
    m = xaif.read(document(MARKED), "wells.json")
    passages = (Passage("wells", Selector("in May")),)
    changed = evolve(
        m,
        statements=tuple(evolve(s, passages=passages) for s in m),
        sources=(Source("wells", "wells", authors=("Ann",)),),
        texts={"wells": "Another."},
    )
    assert losses(changed) == [
        "the text of the analysed source is not that of the file, which stays",
        "2 passages that are not highlighted in the text of the file are not written",
        "a passage that the map no longer has stays highlighted in the text of the file",
        "a source record says more than xAIF has a place for",
    ]


def test_without_a_text_passages_have_no_place() -> None:
    """Node sets of AIFdb have none."""
    m = evolve(xaif.read(document(MARKED), "wells.json"), annex={})
    assert losses(m, "aif") == [
        "1 passage has no place in AIF without a text",
        "1 analysed source has no place in AIF without a text",
        "1 source record has no place in AIF without a text",
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("a<br/>b<BR >c", Highlighted("a\nb\nc")),
        ("<p>a</p><p>b</p>", Highlighted("a\nb\n")),
        ("<div>a<div>b</div></div>", Highlighted("a\nb\n")),
        ("a<script>b</script><!-- c -->d", Highlighted("ad")),
        (
            "<span id='node1'>a <span id='node2'>b</span></span>",
            Highlighted("a b", {"2": [Span(2, 3)], "1": [Span(0, 3)]}),
        ),
        ("<span id='node1'>a", Highlighted("a", {"1": [Span(0, 1)]})),
        ("a</span> <span id='other'>b</span> <span>c</span>", Highlighted("a b c")),
        ("<span id='node1'></span>3 < 4 <ok> &lt;b&gt;", Highlighted("3 < 4 <ok> <b>")),
    ],
)
def test_html_is_read_as_words(markup, expected) -> None:
    """Breaks are line breaks, what is hidden is left out, and what is no tag is words."""
    assert highlights.read(markup) == expected


@given(st.text(st.sampled_from("ab <>&;\n\"'/=é💧") | st.characters(exclude_categories=["Cs"])), st.data())
def test_what_is_highlighted_is_read_again(text, data) -> None:
    """Any text, and any places in it that do not overlap."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    found = highlights.read(highlights.write(text, ((f"{n}", span) for n, span in enumerate(spans))))
    assert found == Highlighted(text, {f"{n}": [span] for n, span in enumerate(spans)})


@given(
    st.lists(st.sampled_from(["<", "<span", " id='node1_7'", ">", "</span>", "wells", " ", "<br>", "&amp;", "…", "- "]))
)
def test_any_text_is_read_and_comes_back(pieces) -> None:
    """Broken HTML stops nothing."""
    text = document("".join(pieces))
    assert json.loads(xaif.write(xaif.read(text, "")).text) == json.loads(text)
