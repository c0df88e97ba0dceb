"""Zotero: what becomes of its annotations, and of a map written as some."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from attrs import evolve
from hypothesis import given

from argmap import formats
from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.annotated import zotero
from argmap.formats.yaml import read as read_yaml
from argmap.model.citations import Selector, Stance
from argmap.model.sources import Source
from argmap.model.statements import Kind

from ...strategies import maps
from .drawn import json_values

WELLS = {
    "key": "PARE2345",
    "data": {
        "key": "PARE2345",
        "itemType": "journalArticle",
        "title": "Wells of the valley",
        "creators": [{"creatorType": "author", "firstName": "Ann", "lastName": "Poe"}, {"name": "The Board"}],
        "date": "2024-05",
        "DOI": "10.1/x",
        "url": "https://example.org/wells",
        "publicationTitle": "Journal of Wells",
        "extra": "Citation Key: poeWells2024",
    },
}
PDF = {"key": "PDFA2345", "data": {"key": "PDFA2345", "itemType": "attachment", "parentItem": "PARE2345"}}


def mark(key: str, text: str = "", comment: str = "", *tags: str, **more: str) -> dict[str, object]:
    """Return an annotation as the API gives it."""
    data = {"key": key, "itemType": "annotation", "parentItem": "PDFA2345", "annotationType": "highlight"}
    said = {"annotationText": text, "annotationComment": comment, "tags": [{"tag": tag} for tag in tags]}
    return {"key": key, "version": 3, "data": {**data, **said, **more}}


def read(*items: object):
    """Read an answer of the API."""
    return zotero.read(json.dumps(items), "z.json")


def told(m) -> list[str]:
    """Return what reading told, up to the colon, sorted."""
    return sorted(finding.message.partition(":")[0] for finding in m.origin.findings)


def by_key(text: str) -> dict[str, object]:
    """Return the items of a list by their keys."""
    return {item["key"]: item for item in json.loads(text)}


@given(m=maps())
def test_a_map_comes_back(m):
    """What is kept of a map is read again, but for statements that stand nowhere."""
    writing = zotero.write(m)
    found = zotero.read(writing.text, "m.json")
    whole = kept(m, zotero.FORMAT.keeps)
    placed = tuple(statement for statement in whole if statement.cited)
    assert evolve(kept(found, zotero.FORMAT.keeps), annex={}) == evolve(whole, statements=placed)
    assert found.annex == {}
    assert bool(writing.findings) == (len(placed) < len(m))


def test_annotations_are_statements_of_their_item():
    """Remark or marked words, tags, page and the record of the item are read; annotations stand page by page."""
    long = "six of the ten wells in the valley were below the safe level"
    late = mark(
        "A2", long, "Most wells are <b>low</b>.", "evidence", "x", annotationPageLabel="12", annotationSortIndex="00011"
    )
    early = mark("A1", "it rained", annotationSortIndex="00001", annotationColor="#ffd400", dateAdded="2024-01-01")
    m = read(late, early, PDF, WELLS)
    assert [(s.text, s.kind, s.tags) for s in m] == [
        ("it rained", Kind.CLAIM, ()),
        ("Most wells are low.", Kind.EVIDENCE, ("x",)),
    ]
    assert [(p.source, p.selector, p.locator) for s in m for p in s.passages] == [
        ("poeWells2024", Selector("it rained"), None),
        ("poeWells2024", Selector("six of the ten … below the safe level"), "p. 12"),
    ]
    assert m.sources == (
        Source(
            "poeWells2024",
            "Wells of the valley",
            ("Ann Poe", "The Board"),
            "2024-05",
            "Journal of Wells",
            url="https://example.org/wells",
            doi="10.1/x",
        ),
    )
    assert told(m) == [
        "colours of annotations, and where on the page they are",
        "who wrote an annotation, and when",
    ]
    assert by_key(zotero.write(m).text) == by_key(json.dumps([late, early, PDF, WELLS]))


def test_what_the_map_says_now_is_written():
    """A reworded statement, other tags, another passage and a page change their members, and nothing else."""
    first = mark("A1", "it rained", "Wet.", "evidence", annotationPageLabel="2", annotationColor="#ffd400")
    m = read(first, PDF, WELLS)
    (statement,) = m.statements
    passage = evolve(statement.passages[0], selector=Selector("it snowed"), locator="p. 3")
    changed = evolve(statement, text="Cold.", tags=("x",), passages=(passage,))
    data = by_key(zotero.write(evolve(m, statements=(changed,))).text)["A1"]["data"]
    assert data == {
        **first["data"],
        "annotationComment": "Cold.",
        "annotationText": "it snowed",
        "annotationPageLabel": "3",
        "tags": [{"tag": "evidence"}, {"tag": "x"}],
    }
    gone = zotero.write(evolve(m, statements=()))
    assert "A1" not in by_key(gone.text)
    assert [f.message for f in gone.findings] == ["1 annotation whose statement is gone is not written"]


def test_annotations_alone_have_sources_without_titles():
    """Where the items are not in the file, the key of the attachment stands for the source, and that is told."""
    m = read(mark("A1", "it rained"))
    assert [(source.id, source.title) for source in m.sources] == [("PDFA2345", "")]
    assert told(m) == ["annotations whose item is not in the file have a source without a title"]


def test_quotations_in_notes_are_read():
    """A note that was made from annotations gives a statement for each, with its page and what is said after it."""
    said = {"pageLabel": "3", "citationItem": {"uris": ["http://zotero.org/users/1/items/PARE2345"]}}
    span = f'<span class="highlight" data-annotation="{quote(json.dumps(said))}">“the river was high”</span>'
    cited = '<span class="citation" data-citation="x">(<span class="citation-item">Poe, p. 3</span>)</span>'
    note = {
        "key": "N1",
        "data": {"key": "N1", "itemType": "note", "note": f"<p>{span} {cited} So it floods.</p><p>{span}</p>"},
    }
    plain = {"key": "N2", "data": {"key": "N2", "itemType": "note", "note": "<p>Nothing.</p>"}}
    m = read(note, plain, PDF, WELLS)
    assert [(s.text, s.passages[0].selector, s.passages[0].locator) for s in m] == [
        ("So it floods.", Selector("the river was high"), "p. 3"),
        ("the river was high", Selector("the river was high"), "p. 3"),
    ]
    assert told(m) == ["notes without a quotation are not kept"]
    assert by_key(zotero.write(m).text) == by_key(json.dumps([note, WELLS]))


def test_an_export_of_better_bibtex_is_read_and_comes_back():
    """Items hold their attachments, and these their annotations."""
    rows = [
        {"key": "A1", "annotationText": "it rained", "annotationComment": "", "tags": [], "annotationPageLabel": "2"}
    ]
    item = {
        "itemType": "book",
        "title": "Rain",
        "citationKey": "rain1",
        "attachments": [{"path": "r.pdf", "annotations": rows}],
    }
    other = {"itemType": "book", "title": "Snow", "attachments": []}
    whole = {"config": {"label": "BetterBibTeX JSON"}, "items": [item, other]}
    m = zotero.read(json.dumps(whole), "b.json")
    assert [(s.text, s.passages[0].source, s.passages[0].locator) for s in m] == [("it rained", "rain1", "p. 2")]
    assert told(m) == ["items without annotations are not kept"]
    assert json.loads(zotero.write(m).text) == {"config": {"label": "BetterBibTeX JSON"}, "items": [item]}
    added = read_yaml('nodes: {a: {claim: A., from: s "it snowed"}}\nsources: {s: {title: Snow}}\n', "m.yaml")
    both = evolve(m, statements=(*m.statements, *added.statements), sources=(*m.sources, *added.sources))
    again = zotero.read(zotero.write(both).text, "b.json")
    assert [(s.id, s.passages[0].source) for s in again] == [("it-rained", "rain1"), ("a", "s")]


def test_the_tag_cite_makes_a_citation():
    """A marked passage that is tagged as cited is evidence, and may contradict."""
    m = read(mark("A1", "it rained", "Wet.", "cite:contradicts", "x"), PDF, WELLS)
    assert [([c.stance for c in s.citations], s.tags) for s in m] == [([Stance.CONTRADICTS], ("x",))]


def test_what_says_nothing_is_told():
    """Drawings and empty marks become no statement, and are written again."""
    ink, empty = mark("A1", annotationType="ink"), mark("A2")
    m = read(ink, empty, PDF, WELLS)
    assert (len(m), told(m)) == (
        0,
        ["annotations with neither a text nor a quotation", "drawings and marked areas without a comment"],
    )
    assert by_key(zotero.write(m).text) == by_key(json.dumps([ink, empty, PDF, WELLS]))


def test_it_is_told_from_other_json():
    """Items are known by their types, annotations by theirs."""
    assert formats.format_of("a.json", json.dumps([mark("A1")]).encode()) == "zotero"
    assert formats.format_of("a.json", b'{"items": [{"id": 1}]}') != "zotero"
    for text in ("7", "{}", "[3]", '{"items": [{}]}', '[{"data": {}}]'):
        with pytest.raises(ConvertError):
            zotero.read(text, "a.json")


@given(json_values())
def test_any_json_is_read_or_refused(value):
    """Any JSON gives a map that can be written and read again, or a sentence."""
    odd = mark("A1")
    odd["data"] = {**odd["data"], "tags": value, "annotationText": value, "parentItem": value}
    item = {"itemType": "book", "creators": value, "attachments": value, "notes": value}
    for whole in (value, [odd], {"items": [item]}, [{"itemType": value}, odd]):
        try:
            m = zotero.read(json.dumps(whole), "x")
        except ConvertError:
            continue
        zotero.read(zotero.write(m).text, "x")
