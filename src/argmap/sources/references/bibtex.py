"""BibTeX and BibLaTeX (extra ``bib``)."""

from __future__ import annotations

import logging

from argmap.errors import ConvertError, MissingExtraError
from argmap.model.sources import Source
from argmap.sources.references import References, bare_doi, source_id, spoken

_MONTHS = {
    name: f"{number:02d}" for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}


def read(text: str) -> tuple[Source, ...]:
    """Read the entries of a file; raises `ConvertError` for a damaged one, and `MissingExtraError`."""
    try:
        from bibtexparser.entrypoint import parse_string
        from bibtexparser.middlewares import LatexDecodingMiddleware
    except ImportError:
        raise MissingExtraError("reading BibTeX", "bibtexparser 2", "bib") from None
    logging.getLogger("bibtexparser").setLevel(logging.ERROR)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    if library.failed_blocks:
        line = (library.failed_blocks[0].start_line or 0) + 1
        raise ConvertError(f"line {line}: this BibTeX entry cannot be read, or its key stands twice")
    if not library.entries:
        raise ConvertError("this is not BibTeX: there is no entry in it")
    return tuple(_source(entry.key, {f.key.lower(): str(f.value) for f in entry.fields}) for entry in library.entries)


def _source(key: str, fields: dict[str, str]) -> Source:
    people = fields.get("author", "").replace("\n", " ").split(" and ")
    held_by = ("publisher", "institution", "school", "organization", "journaltitle", "journal")
    return Source(
        id=source_id(key),
        title=_clean(fields.get("title")) or "",
        authors=tuple(spoken(name) for person in people if (name := _clean(person))),
        published=_date(fields),
        publisher=next((_clean(fields[name]) for name in held_by if fields.get(name)), None),
        url=_clean(fields.get("url")),
        doi=bare_doi(fields.get("doi")),
        retrieved=_clean(fields.get("urldate")),
        language=_clean(fields.get("langid") or fields.get("language")),
        note=_clean(fields.get("note")),
    )


def _clean(value: str | None) -> str | None:
    return " ".join(value.replace("{", "").replace("}", "").split()) or None if value else None


def _date(fields: dict[str, str]) -> str | None:
    if fields.get("date") or not fields.get("year"):
        return _clean(fields.get("date"))
    month = _MONTHS.get(fields.get("month", "")[:3].lower(), fields.get("month", ""))
    return f"{_clean(fields['year'])}-{month:0>2}" if month.isdigit() else _clean(fields["year"])


REFERENCES = References(title="BibTeX", suffixes=(".bib",), read=read)
