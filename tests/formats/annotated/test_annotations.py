"""Web Annotation and Hypothesis: what becomes of annotations, and of a map written as some."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import ConvertError
from argmap.formats.annotated import _annotations as annotations
from argmap.formats.annotated import hypothesis as hypothesis_format
from argmap.formats.annotated import web_annotation
from argmap.formats.yaml import read as read_yaml
from argmap.model.citations import Selector
from argmap.model.statements import Kind

MAP = """
about: brief
nodes:
  calm: {claim: Residents want calm., from: 'we- want calmer … streets, please', tags: [street], because: [asked]}
  asked: {evidence: Most were asked., cite: [panel "61 % in favour", brief p. 3]}
  loose: {claim: Nothing is said of this.}
sources:
  panel: {title: Panel, url: "https://example.org/panel"}
  brief: {title: Brief}
"""


def test_map_survives_as_annotations():
    """Kinds, texts, tags, addresses and selectors of what is anchored come back; the rest is told as lost."""
    m = read_yaml(MAP, "m.yaml")
    writing = web_annotation.write(m)
    found = web_annotation.read(writing.text, "m.jsonld")
    assert [(s.kind, s.text, s.tags) for s in found] == [
        (Kind.CLAIM, "Residents want calm.", ("street",)),
        (Kind.EVIDENCE, "Most were asked.", ()),
        (Kind.EVIDENCE, "Most were asked.", ()),
    ]
    assert [(p.source, p.selector) for s in found for p in s.passages] == [
        ("brief", Selector("we- want calmer … streets, please")),
        ("example-org-panel", Selector("61 % in favour")),
        ("brief", None),
    ]
    assert [finding.message for finding in writing.findings] == [
        "1 relation has no place in annotations",
        "1 statement without passage or citation has no place in annotations",
        "1 analysed source has no place in annotations",
        "2 source records have no place in annotations",
        "1 page or place has no place in annotations",
    ]


@pytest.mark.parametrize("name", ["تقرير-المياه", "отчёт", "水", "a.b_c"])
def test_ids_of_sources_survive_in_any_script(name):
    """The address that stands for a source without one has its id encoded; reading takes the id out of it."""
    m = read_yaml(f'nodes: {{a: {{claim: A., cite: {name} "it fell"}}}}\nsources: {{{name}: {{}}}}\n', "m.yaml")
    assert [s.id for s in web_annotation.read(web_annotation.write(m).text, "m.jsonld").sources] == [name]


def test_address_that_holds_no_id_is_made_into_one():
    """What stands after the sign of argmap's own addresses and cannot be an id is taken as any address is."""
    text = web_annotation.write(read_yaml(MAP, "m.yaml")).text.replace("urn:argmap:brief", "urn:argmap:a%20b")
    assert "a b" not in [s.id for s in web_annotation.read(text, "m.jsonld").sources]


def test_all_that_annotations_cannot_say_is_told():
    """Titles, remarks, sections, stances and marks are counted where they are lost."""
    m = read_yaml(
        """
title: T
description: D
groups: {g: G, h: H}
nodes:
  a: {claim: A., title: X, note: N, group: g, implicit: yes, cite: {source: s, stance: contradicts, fair: true}}
sources: {s: S}
""",
        "m.yaml",
    )
    assert [finding.message.partition(" ha")[0] for finding in web_annotation.write(m).findings] == [
        "2 sections",
        "1 source record",
        "2 titles",
        "2 remarks",
        "1 mark that a statement is implicit",
        "1 stance of a citation",
        "1 mark that a quotation is fair",
    ]


def test_written_annotations_conform():
    """What is written is read by the checker of the model, item by item."""
    page = json.loads(web_annotation.write(read_yaml(MAP, "m.yaml")).text)
    for item in page["items"]:
        assert annotations.read(json.dumps({"@context": annotations.CONTEXT, **item}))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"@context": "fish"}, "'@context' must hold"),
        ({"id": ["a", "b"]}, "one 'id'"),
        ({"type": "Squirrel"}, "'type' must hold"),
        ({"created": "an hour ago"}, "one date and time in UTC"),
        ({"creator": 6}, "'creator' must be"),
        ({"target": []}, "must have a 'target'"),
        ({"target": {"type": "SpecificResource"}}, "one 'source'"),
        ({"target": {"source": "a", "selector": {"type": "FragmentSelector"}}}, "a FragmentSelector must have one"),
        ({"target": {"source": "a", "selector": {"type": "TextQuoteSelector"}}}, "must have one 'exact'"),
        ({"target": {"source": "a", "selector": {"type": "TextPositionSelector", "start": -1, "end": 2}}}, "from 0"),
        ({"body": {"type": "TextualBody"}}, "must have one 'value'"),
        ({"body": "b", "bodyValue": "b"}, "instead of 'body'"),
    ],
)
def test_annotation_that_does_not_conform_is_refused(change, reason):
    """Each demand of the model that is broken is named."""
    right = {"@context": annotations.CONTEXT, "id": "urn:a", "type": "Annotation", "target": "https://example.org/a"}
    assert annotations.read(json.dumps(right))
    with pytest.raises(ConvertError, match=reason):
        annotations.read(json.dumps(right | change))


def test_hypothesis_answer_is_read():
    """Highlights and notes become statements with passages; replies are left out, and tags give the kind."""
    quote = {"type": "TextQuoteSelector", "exact": "six of the ten wells in the valley were found below the safe level"}
    row = {
        "uri": "https://example.org/w",
        "text": "Most wells are low.",
        "tags": ["Evidence", "wells"],
        "document": {"title": ["Well survey"]},
        "target": [{"source": "https://example.org/w", "selector": [{"type": "RangeSelector"}, quote]}],
    }
    found = hypothesis_format.read(json.dumps({"total": 2, "rows": [row, row | {"references": ["x"]}]}), "h.json")
    (statement,) = found.statements
    assert (statement.kind, statement.tags) == (Kind.EVIDENCE, ("wells",))
    assert statement.passages[0].selector == Selector("six of the ten … below the safe level")
    assert [finding.message for finding in found.origin.findings] == ["replies to annotations are not kept"]
    assert (found.sources[0].title, found.sources[0].url) == ("Well survey", "https://example.org/w")
    with pytest.raises(ConvertError):
        hypothesis_format.read("{}", "h.json")


def test_an_export_of_the_client_is_read():
    """What Hypothesis' own client exports is told from other JSON, and read as an answer of the API is."""
    selector = {"type": "TextQuoteSelector", "exact": "der Pegel fiel", "prefix": "dass ", "suffix": " im Mai"}
    note = {"uri": "https://example.org/p", "text": "Es war trocken.", "tags": [], "target": [{"selector": [selector]}]}
    export = {"export_userid": "acct:a@example.org", "annotations": [note, {"uri": "https://example.org/p"}]}
    data = json.dumps(export).encode()
    assert formats.format_of("export.json", data) == "hypothesis"
    found = hypothesis_format.read(data.decode(), "export.json")
    assert [statement.text for statement in found.statements] == ["Es war trocken."]
    said = [finding.message for finding in found.origin.findings]
    assert said == ["annotations with neither a text nor a quotation are not kept"]
    assert found.statements[0].passages[0].selector == Selector("dass- der Pegel fiel -im Mai")
    nothing = b'{"export_userid": "acct:a@example.org", "annotations": []}'
    assert formats.format_of("export.json", nothing) == "hypothesis"
    assert hypothesis_format.read(nothing.decode(), "export.json").statements == ()


def test_what_is_lost_in_reading_is_told():
    """What an annotation says that has no place in a map is told, each kind of thing once, with the count."""
    body = {"type": "Image", "id": "https://example.org/i.png"}
    target = {"type": "Composite", "items": ["https://example.org/a", "https://example.org/b"]}
    one = {"type": "Annotation", "created": "2024-01-01T00:00:00Z", "body": [body, "urn:b"], "target": target}
    page = {"@context": annotations.CONTEXT, "type": "AnnotationPage", "items": [one, one | {"body": body}]}
    found = web_annotation.read(json.dumps(page), "p.jsonld").origin.findings
    assert {finding.name for finding in found} == {"lost-in-reading"}
    assert sorted(finding.message for finding in found) == [
        "annotations with neither a text nor a quotation are not kept (2 places)",
        "bodies of annotations that are not texts are not kept (3 places)",
        "of targets that belong together only the first is kept (2 places)",
        "who made an annotation, and when, is not kept (2 places)",
    ]


def test_each_text_directive_is_a_passage_and_a_place_without_words_is_told():
    """All directives of a link are kept; what only offsets, paths or an anchor of the page point at is told as lost."""
    link = "https://example.org/w#:~:text=six%20of%20the,level&text=dry&text=dry"
    places = [{"type": "TextPositionSelector", "start": 3, "end": 9}, {"type": "XPathSelector", "value": "/p[1]"}]
    part = {"type": "SpecificResource", "source": "https://example.org/w", "selector": places}
    one = {"type": "Annotation", "bodyValue": "Wells are low."}
    items = [one | {"target": link}, one | {"target": part}, one | {"target": "https://example.org/w#part-2"}]
    page = {"@context": annotations.CONTEXT, "type": "AnnotationPage", "items": items}
    found = web_annotation.read(json.dumps(page), "p.jsonld")
    quotes = [[passage.selector and passage.selector.quote for passage in each.passages] for each in found.statements]
    assert quotes == [["six of the … level", "dry"], [None], [None]]
    assert sorted(finding.message for finding in found.origin.findings) == [
        "places given by FragmentSelector alone, without words, are not kept",
        "places given by TextPositionSelector alone, without words, are not kept",
        "places given by XPathSelector alone, without words, are not kept",
    ]
    row = {"uri": "https://example.org/w", "text": "Low.", "target": [{"selector": [places[0]]}]}
    told = hypothesis_format.read(json.dumps({"total": 1, "rows": [row]}), "h.json").origin.findings
    assert [finding.message for finding in told] == [
        "places given by TextPositionSelector alone, without words, are not kept"
    ]


KEYS = "@context id type body target selector source value exact items refinedBy state rows uri text tags document"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 5) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(KEYS.split())), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value):
    """Any JSON gives a map or a sentence."""
    text = json.dumps(value)
    for read in (web_annotation.read, hypothesis_format.read):
        try:
            read(text, "x")
        except ConvertError:
            continue
    whole = {"@context": annotations.CONTEXT, "type": "Annotation", "target": value, "body": value}
    try:
        annotations.read(json.dumps(whole))
    except ConvertError:
        return
