"""Lists of references: CSL-JSON, BibTeX and RIS give the same source record."""

from __future__ import annotations

import json
import sys

import pytest
from bibtexparser import entrypoint

from argmap.errors import ConvertError, MissingExtraError
from argmap.model.sources import Source
from argmap.sources.references import bibtex, csl_json, ris

WELLS = Source(
    "doe24",
    "A survey of wells",
    ("Jane Doe", "Karl Müller"),
    published="2024-05",
    publisher="Water Office",
    url="https://example.org/wells",
    doi="10.1000/wells",
)
CSL = {
    "id": "doe24",
    "type": "report",
    "title": "A survey of wells",
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Müller", "given": "Karl"}],
    "issued": {"date-parts": [[2024, 5]]},
    "publisher": "Water Office",
    "URL": "https://example.org/wells",
    "DOI": "https://doi.org/10.1000/wells",
}
BIBTEX = r"""@report{doe24, title = {A survey of {wells}}, author = {Doe, Jane and M{\"u}ller, Karl}, year = 2024,
  month = may, institution = {Water Office}, url = {https://example.org/wells}, doi = {10.1000/wells}}"""
RIS = """TY  - RPRT
ID  - doe24
TI  - A survey of wells
AU  - Doe, Jane
AU  - Müller, Karl
DA  - 2024/05
PB  - Water Office
UR  - https://example.org/wells
DO  - 10.1000/wells
ER  -
"""


@pytest.mark.parametrize(
    "found", [csl_json.read(json.dumps([CSL])), bibtex.read(BIBTEX), ris.read(RIS)], ids=["csl-json", "bibtex", "ris"]
)
def test_reference_becomes_a_source(found):
    """The same reference gives the same record, whatever format it comes in."""
    assert [entry.source for entry in found.entries] == [WELLS]
    assert (found.entries[0].left_out, found.faults) == ((), ())


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (csl_json.read, "[1]"),
        (csl_json.read, "{"),
        (csl_json.read, "[" * 100_000),
        (bibtex.read, "no entries here"),
        (ris.read, "nothing"),
    ],
)
def test_what_is_no_list_of_references_is_refused(read, text):
    """A text of another kind is refused in a sentence."""
    with pytest.raises(ConvertError):
        read(text)


def test_key_becomes_an_id():
    """A reference's key with characters that an id cannot have is changed."""
    found = csl_json.read('[{"id": "http://zotero.org/1", "type": "book"}]').entries[0]
    assert (found.source.id, found.key) == ("http-zotero.org-1", "http://zotero.org/1")


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("% Encoding: UTF-8\n\n@Article { a, title={A}}", bibtex),
        ("Provider: J\n\nTY  - JOUR\n", ris),
        ("\ufeffTY  - JOUR\n", ris),
        ('\n[{"id": "a"}]', csl_json),
    ],
)
def test_a_list_is_known_by_its_looks(text, module):
    """Each format knows its own lists, and no other takes them for its own."""
    assert [each for each in (bibtex, csl_json, ris) if each.REFERENCES.looks_right(text)] == [module]


@pytest.mark.parametrize(
    ("package", "read", "text"),
    [("bibtexparser", bibtex.read, BIBTEX), ("pylatexenc", bibtex.read, BIBTEX), ("rispy", ris.read, RIS)],
)
def test_a_missing_package_is_named(monkeypatch, package, read, text):
    """What is missing of the extra is named, with the command that installs it."""
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setitem(sys.modules, "bibtexparser.entrypoint", None if package == "bibtexparser" else entrypoint)
    with pytest.raises(MissingExtraError, match=rf"{package}.*argmap\[bib\]"):
        read(text)
