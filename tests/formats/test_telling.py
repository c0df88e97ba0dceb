"""How the format of a file is told: by its ending, by what it holds, and with no list of formats anywhere."""

from __future__ import annotations

import pytest

import argmap
from argmap import formats
from argmap.formats import Sign

NATIVE = '{"title": "T", "nodes": {"a": {"claim": "A."}}}'
W3C = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "bodyValue": "B.", "target": "urn:t"}'
HYPOTHESIS = '{"total": 1, "rows": [{"uri": "https://example.org/a", "text": "A note.", "tags": []}]}'
AIF = '{"nodes": [{"nodeID": "1", "text": "A.", "type": "I"}], "edges": [], "locutions": []}'


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (NATIVE, "json"),
        (f"\ufeff{NATIVE}", "json"),
        ('{"nodes": {"a": {"claim": "no end', "json"),
        ('{"node": {"a": {"claim": "A."}}}', "json"),
        ("", "json"),
        (W3C, "web_annotation"),
        (f'{{"rows": 1, "uri": 2, "nodes": {{}}, "more": {W3C}}}', "web_annotation"),
        (HYPOTHESIS, "hypothesis"),
        ('{"uri": "u", "links": {"html": "https://hypothes.is/a/x"}, "nodes": {}}', "hypothesis"),
        ('{"uri": "u", "target": [], "nodes": {}}', "json"),
        (AIF, "aif"),
        ('{"name": "package"}', None),
        ("[1, 2]", None),
    ],
)
def test_json_is_told_by_what_it_holds(data, name) -> None:
    """A ``.json`` file is in the format for which most of what it holds speaks; of equals the native one wins."""
    assert formats.format_of("a.json", data.encode()) == name


def test_an_ending_of_one_format_tells_it(project) -> None:
    """Where one format alone goes by an ending, what the file holds does not matter."""
    assert formats.format_of("a.yaml", b"") == "yaml"
    assert formats.format_of("a.jsonld", b"{}") == "web_annotation"


def test_each_is_read_by_its_own_reader(project) -> None:
    """Files with the same ending are read each as what they are."""
    project({"n.json": NATIVE, "w.json": W3C, "h.json": HYPOTHESIS})
    read = [argmap.load(name) for name in ("n.json", "w.json", "h.json")]
    assert [m.origin.format for m in read] == ["json", "web_annotation", "hypothesis"]
    assert [len(m) for m in read] == [1, 1, 1]


def test_json_of_no_format_is_one_finding(project) -> None:
    """What no format claims is told in a sentence that names what may stand there."""
    project({"a.json": '{"name": "x"}'})
    (finding,) = argmap.load("a.json").origin.findings
    known = 'argmap JSON (known by "nodes"), AIF (known by "nodeID"), '
    assert str(finding).startswith(f"a.json:1:1: AM001 this is not a map: a .json file may hold {known}")
    names = {finding.name for finding in argmap.load("a.json", format="json").origin.findings}
    assert "unknown-key" in names


@pytest.mark.parametrize(
    ("file", "data", "sign"),
    [
        ("a.yaml", b"title: T\nnodes:\n", Sign.LIKELY),
        ("a.yaml", b"on: push\njobs:\n  nodes: 3\n", Sign.POSSIBLE),
        ("a.json", AIF.encode(), Sign.SURE),
        ("a.json", W3C.encode(), Sign.SURE),
        ("a.jsonld", b'{"@context": "https://schema.org"}', Sign.NONE),
        ("a.argdown", b"", Sign.LIKELY),
        ("a.md", b"> - ~~~ {.Argdown-Map x=y}\n", Sign.LIKELY),
        ("a.md", b"1. ```argmap\n", Sign.LIKELY),
        ("a.md", b"```argdowns\n", Sign.NONE),
        ("a.md", b"```yaml\nnodes: {}\n```\n", Sign.NONE),
        ("a.txt", b"nodes:\n", Sign.NONE),
    ],
)
def test_how_much_speaks_for_a_map(file, data, sign) -> None:
    """In a folder only what is likely to be a map is one."""
    assert formats.sign(file, lambda: data) is sign
