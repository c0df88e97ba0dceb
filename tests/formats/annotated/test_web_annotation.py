"""Web Annotation: what becomes of annotations, and of a map written as some."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.annotated import web_annotation
from argmap.formats.annotated._annotations import CONTEXT, Reader
from argmap.formats.annotated.web_annotation.reading import parse
from argmap.formats.yaml import read as read_yaml
from argmap.model.citations import Selector, Stance
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.project import documents

from ...strategies import maps
from .drawn import json_values

MAP = """
title: Quiet streets
about: brief
nodes:
  calm: {claim: Residents want calm., from: 'we- want calmer … streets, please', tags: [street], because: [asked]}
  asked: {evidence: Most were asked., cite: [panel "61 % in favour", {source: brief, at: p. 3, stance: contradicts}]}
  loose: {claim: Nothing is said of this.}
sources:
  panel: {title: Panel, url: "https://example.org/panel"}
  brief: {title: Brief}
"""
ONE = {"@context": CONTEXT, "id": "https://example.org/a1", "type": "Annotation", "target": "https://example.org/w"}


def page(*items: object) -> str:
    """Return a page of annotations."""
    return json.dumps({"@context": CONTEXT, "type": "AnnotationPage", "items": items})


def told(text: str) -> list[str]:
    """Return what reading annotations tells, sorted."""
    return sorted(f.message for f in web_annotation.read(text, "p.jsonld").origin.findings)


@given(m=maps())
def test_a_map_comes_back(m):
    """All that is kept of a map is read again from what is written, but for its records, of which addresses remain."""
    found = web_annotation.read(web_annotation.write(m).text, "m.jsonld")
    assert evolve(found, sources=()) == kept(m, web_annotation.FORMAT.keeps)
    assert found.origin.findings == ()


def test_what_is_lost_of_a_map_is_told():
    """Records and the analysed source have no place in annotations; a citation stays one, with its stance."""
    m = read_yaml(MAP, "m.yaml")
    assert [f.message.partition(" ha")[0] for f in documents.written(m, "m.jsonld").findings] == [
        "1 analysed source",
        "2 source records",
    ]
    found = web_annotation.read(web_annotation.write(m).text, "m.jsonld")
    assert [(s.id, s.kind, len(s.passages), len(s.citations)) for s in found] == [
        ("calm", Kind.CLAIM, 1, 0),
        ("asked", Kind.EVIDENCE, 0, 2),
        ("loose", Kind.CLAIM, 0, 0),
    ]
    assert [citation.stance for citation in found["asked"].citations] == [Stance.SUPPORTS, Stance.CONTRADICTS]
    assert [(source.id, source.url) for source in found.sources] == [
        ("brief", None),
        ("panel", "https://example.org/panel"),
    ]


@pytest.mark.parametrize(
    ("record", "address"),
    [
        ("url: https://example.org/a, doi: 10.1/x", "https://example.org/a"),
        ("doi: 10.1/x", "https://doi.org/10.1/x"),
        ("archived: https://example.org/old", "https://example.org/old"),
        ("title: A", "urn:argmap:source:a"),
    ],
)
def test_a_source_is_called_by_its_address(record, address):
    """The target is the address of the record, that of its DOI, or of an archived copy; else a name."""
    m = read_yaml(f"nodes: {{s: {{claim: S., from: a}}}}\nsources: {{a: {{{record}}}}}\n", "m.yaml")
    assert json.loads(web_annotation.write(m).text)["items"][0]["target"] == address


@pytest.mark.parametrize("name", ["تقرير-المياه", "отчёт", "水", "a.b_c"])
def test_ids_of_sources_survive_in_any_script(name):
    """The name that stands for a source without an address has its id encoded; reading takes the id out of it."""
    m = read_yaml(f'nodes: {{a: {{claim: A., cite: {name} "it fell"}}}}\nsources: {{{name}: {{}}}}\n', "m.yaml")
    assert [s.id for s in web_annotation.read(web_annotation.write(m).text, "m.jsonld").sources] == [name]


def test_a_passage_of_a_text_at_hand_is_quoted_with_its_position():
    """Where the text is at hand, a passage has its words, the words around it, and its offsets."""
    text = "In May, six of the ten wells were below the safe level. It rained."
    m = read_yaml('nodes: {dry: {claim: Dry., from: w "six of … safe level"}}\nsources: {w: {}}\n', "m.yaml")
    target = json.loads(web_annotation.write(evolve(m, texts={"w": text})).text)["items"][0]["target"]
    fragment, quote, position = target["selector"]
    assert fragment["value"] == ":~:text=six%20of,safe%20level"
    assert quote["exact"] == "six of the ten wells were below the safe level"
    assert (quote["prefix"], quote["suffix"]) == ("In May, ", ". It rained.")
    assert text[position["start"] : position["end"]] == quote["exact"]


def test_written_annotations_conform():
    """What is written is read by the checker of the model without a flaw, item by item."""
    for item in json.loads(web_annotation.write(read_yaml(MAP, "m.yaml")).text)["items"]:
        reader = Reader()
        assert reader.annotation(item) is not None
        assert reader.flaws == []


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
        ({"target": {"source": "a", "state": {"type": "TimeState"}}}, "which time"),
        ({"body": {"type": "TextualBody"}}, "must have one 'value'"),
        ({"body": {"type": ["Choice", "List"], "items": ["urn:b"]}}, "must be one of Choice"),
        ({"body": {"id": "urn:b", "textDirection": ["ltr"]}}, "'textDirection' must be one"),
        ({"body": {"id": "urn:b", "format": 6}}, "'format' must be a text"),
        ({"body": "b", "bodyValue": "b"}, "instead of 'body'"),
    ],
)
def test_each_demand_that_is_broken_is_named(change, reason):
    """A file that does not conform is refused, or its flaws are told."""
    assert parse(json.dumps(ONE)).flaws == []
    try:
        flaws = parse(json.dumps(ONE | change)).flaws
    except ConvertError as error:
        flaws = [str(error)]
    assert any(reason in flaw for flaw in flaws)


def test_an_annotation_with_a_flaw_is_read_all_the_same():
    """One annotation that breaks a demand is a finding at its line, and costs neither itself nor the others."""
    items = [ONE | {"bodyValue": "Low.", "created": "yesterday"}, ONE | {"id": "urn:b", "bodyValue": "High."}]
    text = page(*items).replace('{"@context"', '\n{"@context"')
    found = web_annotation.read(text, "p.jsonld")
    assert [s.text for s in found] == ["Low.", "High."]
    assert [(f.name, f.line) for f in found.origin.findings] == [("wrong-value", 3), ("lost-in-reading", 3)]


def test_annotations_come_back_as_they_were():
    """What a map has no place for is told, and written again around what the map says."""
    text = page(
        ONE | {"bodyValue": "Low.", "created": "2024-01-01T00:00:00Z", "creator": "urn:someone"},
        ONE | {"id": "urn:b", "body": {"type": "Image", "id": "urn:image"}},
        ONE | {"id": "urn:c", "motivation": "replying", "bodyValue": "No.", "target": ONE["id"]},
    )
    m = web_annotation.read(text, "p.jsonld")
    assert [f.message.partition(":")[0] for f in m.origin.findings] == [
        "who wrote an annotation, and when",
        "annotations with neither a text nor a quotation",
        "bodies of annotations that are not texts, or are another choice",
        "replies to annotations",
    ]
    assert json.loads(web_annotation.write(m).text)["items"] == json.loads(text)["items"]
    (low,) = m.statements
    changed = web_annotation.write(evolve(m, statements=(evolve(low, text="Very low."),)))
    first = json.loads(changed.text)["items"][0]
    assert (first["id"], first["creator"], first["body"][0]["value"]) == (ONE["id"], "urn:someone", "Very low.")
    without = web_annotation.write(evolve(m, statements=()))
    assert [item["id"] for item in json.loads(without.text)["items"]] == ["urn:b"]
    assert [f.message for f in without.findings] == ["2 annotations whose statements are gone are not written"]


def test_one_annotation_stays_one():
    """A file that holds one annotation, a list of them, or a collection, is written as it was."""
    inside = {name: value for name, value in ONE.items() if name != "@context"} | {"bodyValue": "Low."}
    first = {"id": "urn:p", "type": "AnnotationPage", "items": [inside]}
    collection = {"@context": CONTEXT, "id": "urn:c", "type": "AnnotationCollection", "first": first}
    for whole in (ONE | {"bodyValue": "Low."}, [ONE | {"bodyValue": "Low."}], collection):
        m = web_annotation.read(json.dumps(whole), "a.jsonld")
        assert json.loads(web_annotation.write(m).text) == whole


def test_what_others_call_a_kind_gives_the_kind():
    """A class, or else a tag, that is the name of a kind gives it; a question is asked; html is read as words."""
    body = [
        {"type": "TextualBody", "value": "<p>It <b>fell</b>.</p>", "format": "text/html"},
        {"type": "TextualBody", "value": "Evidence", "purpose": "classifying"},
        {"type": "TextualBody", "value": "claim", "purpose": "tagging"},
    ]
    found = web_annotation.read(
        page(ONE | {"body": body}, ONE | {"bodyValue": "Did it?", "motivation": "questioning"}), "p.jsonld"
    )
    assert [(s.text, s.kind, s.tags) for s in found] == [
        ("It fell.", Kind.EVIDENCE, ("claim",)),
        ("Did it?", Kind.QUESTION, ()),
    ]


def test_an_assessment_is_a_citation_only_where_it_says_its_stance():
    """What someone thinks of a passage is no evidence; a passage that is said to support or contradict is."""
    body = [{"type": "TextualBody", "value": "It fell."}]
    stance = {"type": "TextualBody", "value": "contradicts", "purpose": "assessing"}
    items = [ONE | {"motivation": "assessing", "body": each} for each in (body, [*body, stance])]
    found = web_annotation.read(page(*items), "p.jsonld")
    assert [(len(s.passages), [c.stance for c in s.citations]) for s in found] == [(1, []), (0, [Stance.CONTRADICTS])]


def test_links_that_say_what_they_do_are_relations():
    """An annotation that links others is a relation where it is classified as one; else it is told."""
    link = {"type": "Annotation", "id": "urn:l", "motivation": "linking", "target": "urn:a"}
    verb = {"type": "TextualBody", "value": "supports", "purpose": "classifying"}
    items = [
        ONE | {"id": "urn:a", "bodyValue": "Low."},
        ONE | {"id": "urn:b", "bodyValue": "Dry."},
        link | {"body": [verb, "urn:b"]},
        link | {"id": "urn:m", "body": "urn:b"},
        link | {"id": "urn:n", "motivation": "commenting", "bodyValue": "No."},
    ]
    m = web_annotation.read(page(*items), "p.jsonld")
    assert [(r.kind, r.premises, r.target) for r in m.relations] == [(RelationKind.SUPPORT, ("dry",), "low")]
    assert [f.message.partition(":")[0] for f in m.origin.findings] == [
        "links between annotations that do not say what they do",
        "replies to annotations",
    ]
    assert json.loads(web_annotation.write(m).text)["items"] == items


def test_a_place_that_cannot_be_used_is_told_and_no_whole_source():
    """What only offsets, paths or an anchor of the page point at is told; all directives of a link are kept."""
    link = "https://example.org/w#:~:text=six%20of%20the,level&text=dry&text=dry"
    places = [{"type": "TextPositionSelector", "start": 3, "end": 9}, {"type": "XPathSelector", "value": "/p[1]"}]
    part = {"type": "SpecificResource", "source": "https://example.org/w", "selector": places}
    printed = {"source": "https://example.org/w.pdf", "selector": {"type": "FragmentSelector", "value": "page=10"}}
    targets = [link, part, "https://example.org/w#part-2", "#part-2", printed]
    text = page(*(ONE | {"bodyValue": "Wells are low.", "target": target} for target in targets))
    found = web_annotation.read(text, "p.jsonld")
    quotes = [[(p.selector and p.selector.quote, p.locator) for p in s.passages] for s in found]
    assert quotes == [[("six of the … level", None), ("dry", None)], [], [], [], [(None, "p. 10")]]
    assert [message.partition(":")[0] for message in told(text)] == [
        "places given by FragmentSelector alone, without words",
        "places given by TextPositionSelector alone, without words",
        "places given by XPathSelector alone, without words",
        "targets within the file itself",
    ]


def test_a_quotation_becomes_a_passage():
    """A long quotation is named by its ends, a short one with the words around it, and stands for a missing text."""
    selector = {"type": "TextQuoteSelector", "exact": "der Pegel fiel", "prefix": "dass ", "suffix": " im Mai"}
    target = {"source": "https://example.org/w", "selector": selector}
    found = web_annotation.read(json.dumps(ONE | {"target": target}), "p.jsonld")
    assert [s.text for s in found] == ["der Pegel fiel"]
    assert found.statements[0].passages[0].selector == Selector("dass- der Pegel fiel -im Mai")


@given(json_values(), st.sampled_from(["target", "body", "items", "motivation", "id", "partOf"]))
def test_any_json_is_read_or_refused(value, name):
    """Any JSON gives a map that can be written and read again, or a sentence."""
    for whole in (value, ONE | {name: value}, {"@context": CONTEXT, "type": "AnnotationPage", "items": [value]}):
        try:
            m = web_annotation.read(json.dumps(whole), "x")
        except ConvertError:
            continue
        web_annotation.read(web_annotation.write(m).text, "x")


@pytest.mark.parametrize("text", ["", "{", '{"a": 1,}', "[1 2]", '{"a" 1}', "[" * 100_000, '{"a":' * 100_000, "7 8"])
def test_what_is_no_json_is_refused(text):
    """A text that is no JSON, or nests very deep, is a sentence."""
    with pytest.raises(ConvertError, match="JSON"):
        web_annotation.read(text, "x")


def test_a_spoilt_annex_is_passed_over():
    """What a user has made of the annex never breaks writing."""
    m = read_yaml(MAP, "m.yaml")
    plain = web_annotation.write(m).text
    for annex in ("", "{", "[1]", '{"items": [1, {"of": 3}, {"of": null}], "file": 2}'):
        written = web_annotation.write(evolve(m, annex={"web_annotation": annex})).text
        assert len(json.loads(written)["items"]) >= len(json.loads(plain)["items"])
