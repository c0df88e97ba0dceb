"""Hypothesis: what becomes of its answers and exports, and of a map written as one."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given

from argmap import formats
from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.annotated import hypothesis as hypothesis_format
from argmap.formats.yaml import read as read_yaml
from argmap.model.citations import Selector, Stance
from argmap.model.statements import Kind

from ...strategies import maps
from .drawn import json_values

PAGE = "https://example.org/w"
QUOTE = {"type": "TextQuoteSelector", "exact": "six of the ten wells in the valley were found below the safe level"}
ROW = {
    "id": "a1",
    "uri": PAGE,
    "text": "Most wells are low.",
    "tags": ["Evidence", "wells"],
    "document": {"title": ["Well survey"]},
    "target": [{"source": PAGE, "selector": [{"type": "RangeSelector"}, QUOTE]}],
}


def read(*rows: object, **members: object):
    """Read an answer of the API."""
    return hypothesis_format.read(json.dumps({**members, "rows": rows}), "h.json")


def told(m) -> list[str]:
    """Return what reading told, up to the colon, sorted."""
    return sorted(finding.message.partition(":")[0] for finding in m.origin.findings)


@given(m=maps())
def test_a_map_comes_back(m):
    """What is kept of a map is read again, but for statements that stand nowhere, and for records but their address."""
    writing = hypothesis_format.write(m)
    found = hypothesis_format.read(writing.text, "m.json")
    placed = tuple(s for s in kept(m, hypothesis_format.FORMAT.keeps) if s.cited)
    assert evolve(found, sources=()) == evolve(kept(m, hypothesis_format.FORMAT.keeps), statements=placed)
    assert bool(writing.findings) == (len(placed) < len(m))


def test_an_answer_is_read():
    """Notes become statements with passages; a tag gives the kind; replies are told, and all is written again."""
    reply = {**ROW, "id": "a2", "references": ["a1"], "group": "x7", "user": "acct:a@example.org"}
    m = read(ROW, reply, total=2)
    (statement,) = m.statements
    assert (statement.kind, statement.tags) == (Kind.EVIDENCE, ("wells",))
    assert statement.passages[0].selector == Selector("six of the ten … below the safe level")
    assert (m.sources[0].title, m.sources[0].url) == ("Well survey", PAGE)
    assert told(m) == [
        "in which group an annotation was shared",
        "replies to annotations",
        "who wrote an annotation, and when",
    ]
    assert json.loads(hypothesis_format.write(m).text) == {"total": 2, "rows": [ROW, reply]}
    renamed = evolve(m, statements=(evolve(statement, id="b"),))
    writing = hypothesis_format.write(renamed)
    assert [row["text"] for row in json.loads(writing.text)["rows"]] == ["Most wells are low."]
    assert [finding.message for finding in writing.findings] == [
        "2 annotations whose statements are gone are not written"
    ]


def test_what_the_map_says_now_is_written():
    """A reworded statement changes the text of its row, and nothing else."""
    m = read(ROW)
    (statement,) = m.statements
    changed = evolve(m, statements=(evolve(statement, text="All wells are low."),))
    assert json.loads(hypothesis_format.write(changed).text)["rows"] == [{**ROW, "text": "All wells are low."}]


@pytest.mark.parametrize("whole", [ROW, [ROW], {"rows": [ROW], "replies": [], "total": 1}, {"annotations": [ROW]}])
def test_each_form_is_read_and_stays(whole):
    """A row alone, a list of rows, an answer and an export are read, and written as they were."""
    m = hypothesis_format.read(json.dumps(whole), "h.json")
    assert len(m) == 1
    written = json.loads(hypothesis_format.write(m).text)
    assert written == (
        {name: value for name, value in whole.items() if name != "replies"}
        if whole is not ROW and isinstance(whole, dict)
        else whole
    )


OLD_CSV = (
    "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\r\n"
    '2024-01-01,https://example.org/w,Public,Annotation,"six, they say",ann,"Low\nwells.","claim,wells",3\r\n'
    "2024-01-02,https://example.org/w,Public,Reply,,bob,No.,,\r\n"
)
NEW_CSV = (
    "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags\n"
    '2024-01-01 10:00,ann,3,https://example.org/w,Public,Annotation,"six, they say","Low\nwells.","claim,wells"\n'
    "2024-01-02 10:00,bob,,https://example.org/w,Public,Reply,,No.,\n"
)


@pytest.mark.parametrize("text", [OLD_CSV, NEW_CSV, NEW_CSV.replace("Annotation/Reply Type", "Type")])
def test_a_csv_export_is_read(text):
    """The columns of the client's CSV, old and new, give quotation, remark, tags and page; replies are told."""
    assert formats.format_of("e.csv", text.encode()) == "hypothesis"
    m = hypothesis_format.read(text, "e.csv")
    (statement,) = m.statements
    (passage,) = statement.passages
    assert (statement.text, statement.tags, passage.locator) == ("Low\nwells.", ("wells",), "p. 3")
    assert passage.selector == Selector("six, they say")
    assert [(f.message.partition(":")[0], f.line) for f in m.origin.findings] == [
        ("who wrote an annotation, and when", 2),
        ("replies to annotations", 4),
    ]


def test_an_annotation_without_an_address_is_told():
    """What is no annotation among others is an error at its place, and the others are read."""
    rows = '{"uri": "https://example.org/w", "text": "Low."},\n {"uri": null, "text": "High."}'
    m = hypothesis_format.read(f'{{"total": 2, "rows": [\n {rows}]}}', "h.json")
    assert [s.text for s in m] == ["Low."]
    assert [(f.line, f.message) for f in m.origin.findings] == [
        (3, "this annotation has no 'uri', the address of its page, and is not read")
    ]


def test_the_client_s_export_is_told_from_other_json():
    """What the client exports is known by its members, even where it holds no annotations."""
    nothing = b'{"export_userid": "acct:a@example.org", "annotations": []}'
    assert formats.format_of("export.json", nothing) == "hypothesis"
    assert hypothesis_format.read(nothing.decode(), "export.json").statements == ()
    for text in ("{}", '{"rows": [{}]}', '{"rows": [3]}', "7", "no", "Creation Date,URL\n"):
        with pytest.raises(ConvertError):
            hypothesis_format.read(text, "h.json")


def test_a_highlight_is_its_words_and_a_page_note_is_about_the_page():
    """Without a remark the quotation is the statement; a note without a place is about the source as a whole."""
    m = read({**ROW, "text": ""}, {**ROW, "text": "Good.", "target": []}, {**ROW, "text": "", "target": []})
    assert [(s.text, [p.selector is None for p in s.passages]) for s in m] == [
        (QUOTE["exact"], [False]),
        ("Good.", [True]),
    ]
    assert told(m) == ["annotations with neither a text nor a quotation"]


def test_the_tag_cite_makes_a_citation():
    """A passage tagged as cited is evidence, and may contradict."""
    m = read({**ROW, "tags": ["cite"]}, {**ROW, "text": "No.", "tags": ["Cite: contradicts", "cite:x"]})
    assert [([c.stance for c in s.citations], s.tags) for s in m] == [
        ([Stance.SUPPORTS], ()),
        ([Stance.CONTRADICTS], ("cite:x",)),
    ]


def test_a_tag_of_a_map_that_is_called_cite_stays_a_tag():
    """What argmap wrote as a passage stays one, whatever the statement is tagged with."""
    text = "nodes: {a: {claim: A., tags: [cite], from: s, cite: s}}\nsources: {s: {}}\n"
    m = read_yaml(text, "m.yaml")
    found = hypothesis_format.read(hypothesis_format.write(m).text, "h.json")
    assert evolve(found, sources=()) == evolve(m, sources=())


@pytest.mark.parametrize(
    ("row", "url"),
    [
        ({"uri": "https://via.hypothes.is/https://example.org/w"}, PAGE),
        ({"uri": "https://via2.hypothes.is/http://example.org/w"}, "http://example.org/w"),
        ({"uri": "https://via.hypothes.is/"}, "https://via.hypothes.is/"),
        ({"uri": "urn:x-pdf:0f", "document": {"link": [{"href": "urn:x-pdf:0f"}, {"href": PAGE}]}}, PAGE),
        ({"uri": "urn:x-pdf:0f", "document": {"link": [3, {"href": 3}]}}, "urn:x-pdf:0f"),
        ({"uri": "http://[", "document": 3}, "http://["),
    ],
)
def test_the_address_is_that_of_the_page_itself(row, url):
    """A proxy is left out, and a PDF is called by its address on the web where the row knows one."""
    assert [source.url for source in read({**ROW, **row}).sources] == [url]


def test_html_is_read_as_words():
    """Tags and entities of a remark are left out, and written again while the remark stays."""
    row = {**ROW, "text": "<p>It <b>fell</b> &amp; rose.</p><script>x()</script><p>Twice, for a < b.</p>"}
    m = read(row)
    assert m.statements[0].text == "It fell & rose.\nTwice, for a < b."
    assert json.loads(hypothesis_format.write(m).text)["rows"] == [row]


def test_a_place_without_words_is_told_and_no_whole_page():
    """What only offsets or a range point at has no passage."""
    m = read({**ROW, "target": [{"selector": [{"type": "TextPositionSelector", "start": 3, "end": 9}]}]})
    assert m.statements[0].passages == ()
    assert told(m) == ["places given by TextPositionSelector alone, without words"]


def test_a_statement_that_stands_nowhere_is_told():
    """Hypothesis has no place for what is about no page."""
    writing = hypothesis_format.write(read_yaml("nodes: {a: {claim: A.}}\n", "m.yaml"))
    assert json.loads(writing.text) == {"annotations": []}
    assert [f.message for f in writing.findings] == [
        "1 statement without passage or citation has no place in Hypothesis"
    ]


@given(json_values())
def test_any_json_is_read_or_refused(value):
    """Any JSON gives a map that can be written and read again, or a sentence."""
    for whole in (
        value,
        {"rows": [{"uri": PAGE, "target": value, "text": "A."}]},
        {"rows": [{**ROW, "document": value}]},
    ):
        try:
            m = hypothesis_format.read(json.dumps(whole), "x")
        except ConvertError:
            continue
        hypothesis_format.read(hypothesis_format.write(m).text, "x")
