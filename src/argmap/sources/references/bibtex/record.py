"""An entry of BibTeX or BibLaTeX as a source record."""

from __future__ import annotations

import re

from attrs import define, field

from argmap.model.sources import Source
from argmap.sources.references import Entry, _dates
from argmap.sources.references._identity import author_year, bare_doi, source_id
from argmap.sources.references._languages import bcp47
from argmap.sources.references._names import listed
from argmap.sources.references._particulars import note
from argmap.sources.references.bibtex.inheritance import Raw
from argmap.sources.references.bibtex.names import names
from argmap.sources.references.bibtex.values import LONGEST, address_in, plain, verbatim

_NEXT_ADDRESS = re.compile(r"\s(?=https?://)")
_EDTF = re.compile(r"[0-9/?~%.-]+")
"""A date of BibLaTeX, in which a tilde means *about*."""

_PEOPLE = {
    "translator": "translated by",
    "bookauthor": "in a book by",
    "commentator": "commented by",
    "annotator": "annotated by",
    "introduction": "introduction by",
    "foreword": "foreword by",
    "afterword": "afterword by",
}
_PHRASES = {
    "titleaddon": "{}",
    "type": "{}",
    "howpublished": "{}",
    "edition": "edition: {}",
    "version": "version {}",
    "series": "series: {}",
    "maintitle": "part of: {}",
    "issuetitle": "issue: {}",
    "eventtitle": "at: {}",
    "part": "part {}",
    "chapter": "chapter {}",
    "location": "{}",
    "isbn": "ISBN {}",
    "issn": "ISSN {}",
    "pmid": "PMID {}",
    "pubstate": "{}",
    "origdate": "first published {}",
    "addendum": "{}",
    "note": "{}",
}
_OLD = {"location": "address", "journaltitle": "journal", "langid": "hyphenation", "urldate": "lastchecked"}
_OLD |= {"eprinttype": "archiveprefix", "eprintclass": "primaryclass"}
"""What fields of BibLaTeX are called in BibTeX, or were called before."""
_HOLDERS = ("publisher", "institution", "school", "organization")
_THESES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "mathesis": "Master's thesis"}
_EPRINTS = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
}
_NO_WORD = frozenset(("crossref", "xdata"))
"""Fields that have been heeded before."""


def entry_of(raw: Raw) -> Entry:
    """Return an entry as a source record."""
    fields = _Fields({name: value for name, value in raw.fields.items() if value.strip()})
    (authors, more), (editors, more_editors) = fields.people("author"), fields.people("editor")
    date, date_said = _date(fields)
    publisher = fields.first(_HOLDERS)
    journal, book = fields.titled("journaltitle", "journalsubtitle"), fields.titled("booktitle", "booksubtitle")
    language, said_language = _language(fields)
    url, addresses = _address(fields)
    retrieved, said_retrieved = _retrieved(fields)
    others = [
        "with other authors" if more else None,
        _said("edited by", editors, more=more_editors),
        *(_said(said, people, more=more) for name, said in _PEOPLE.items() for people, more in [fields.people(name)]),
        _THESES.get(raw.kind) if "type" not in fields.values else None,
        *(said.format(text) for name, said in _PHRASES.items() if (text := fields.text(name))),
        *(fields.text(name) for name in _HOLDERS),
        f"dated {date_said}" if date_said else None,
        f"in {book}" if journal and book else None,
        *addresses,
        said_language,
        said_retrieved,
    ]
    source = Source(
        id=source_id(raw.key) if raw.key else author_year((authors or editors or ("",))[0].rpartition(" ")[2], date),
        title=fields.titled("title", "subtitle") or "",
        authors=authors or editors,
        published=date,
        publisher=publisher or journal or book,
        url=url,
        doi=bare_doi(fields.verbatim("doi")),
        retrieved=retrieved,
        language=language,
        note=note(
            journal,
            book,
            fields.text("volume"),
            fields.text("number") or fields.text("issue"),
            fields.text("pages") or fields.text("eid"),
            others,
        ),
    )
    return Entry(source, raw.line, raw.key or None, (*fields.left_out(), *raw.lost))


def _said(what: str, people: tuple[str, ...], *, more: bool) -> str | None:
    return f"{what} {listed(people)}{' and others' if more else ''}" if people else None


@define
class _Fields:
    """The fields of an entry, each taken once; what nobody took is left out."""

    values: dict[str, str]
    _taken: set[str] = field(factory=set, init=False)

    def raw(self, name: str) -> str:
        """Take a field as it is written, under its name or the old one; one that is too long is not read."""
        name = name if name in self.values else _OLD.get(name, name)
        value = self.values.get(name, "")
        if name in self._taken or len(value) > LONGEST:
            return ""
        self._taken.add(name)
        return value

    def text(self, name: str) -> str | None:
        """Take a field as plain text."""
        return plain(self.raw(name)) or None

    def verbatim(self, name: str) -> str | None:
        """Take an address or identifier."""
        return verbatim(self.raw(name)) or None

    def people(self, name: str) -> tuple[tuple[str, ...], bool]:
        """Take a list of names, and whether there are others."""
        return names(self.raw(name))

    def first(self, these: tuple[str, ...]) -> str | None:
        """Take the first of some fields that is there."""
        return next((text for name in these if (text := self.text(name))), None)

    def titled(self, title: str, subtitle: str) -> str | None:
        """Take a title and its subtitle."""
        return ": ".join(filter(None, [self.text(title), self.text(subtitle)])) or None

    def left_out(self) -> tuple[str, ...]:
        """Return the names of what was not taken."""
        return tuple(name for name in self.values if name not in self._taken and name not in _NO_WORD)


def _date(fields: _Fields) -> tuple[str | None, str | None]:
    """Return the date, and what else is said about it."""
    written = fields.raw("date").strip()
    if written:
        if fields.values.get("year", "") in written:
            fields.raw("year")
        return _dates.published(written if _EDTF.fullmatch(written) else plain(written))
    year = fields.text("year")
    if not year:
        return None, None
    month = fields.text("month")
    if not month:
        return _dates.published(year)
    day = fields.text("day")
    number = _dates.month(month)
    whole = _dates.joined(year, number, day) if number else _dates.iso(f"{year} {month}")
    return (whole, None) if whole else (year, " ".join(filter(None, [day, month, year])))


def _language(fields: _Fields) -> tuple[str | None, str | None]:
    said = [text for name in ("langid", "language") if (text := fields.text(name))]
    known = next((tag for text in said if (tag := bcp47(text))), None)
    others = [text for text in said if bcp47(text) != known or known is None]
    return known, f"language: {', '.join(others)}" if others else None


def _retrieved(fields: _Fields) -> tuple[str | None, str | None]:
    said = fields.text("urldate")
    date = _dates.iso(said) if said else None
    return (date, None) if date or not said else (None, f"seen {said}")


def _address(fields: _Fields) -> tuple[str | None, list[str]]:
    """Return the address, from the field for it, from words that hold one, or of the eprint; and what else there is."""
    url, *also = map(verbatim, _NEXT_ADDRESS.split(fields.raw("url").strip()))
    for name in ("howpublished", "note"):
        if not url and name in fields.values:
            found, fields.values[name] = address_in(fields.values[name])
            url = found or ""
    others = [f"also {each}" for each in also]
    if eprint := fields.verbatim("eprint"):
        section, kind = fields.verbatim("eprintclass"), (fields.verbatim("eprinttype") or "").lower()
        kind = kind or ("arxiv" if eprint.lower().startswith("arxiv:") or section else "")
        number = eprint.removeprefix("arXiv:")
        others.append(" ".join(filter(None, [{"arxiv": "arXiv"}.get(kind, kind or "eprint"), number, section])))
        url = url or (_EPRINTS[kind] + number if kind in _EPRINTS else "")
    return url or None, others
