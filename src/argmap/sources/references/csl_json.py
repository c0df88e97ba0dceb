"""CSL-JSON, which Zotero and most reference managers write (citeproc-js schema 1.0)."""

from __future__ import annotations

from typing import Any

from argmap.errors import ConvertError
from argmap.model.sources import Source
from argmap.sources.references import References, bare_doi, source_id


def read(text: str) -> tuple[Source, ...]:
    """Read a list of references.

    Example:
        >>> read('[{"id": "doe24", "type": "book", "title": "Wells", "issued": {"date-parts": [[2024, 5]]}}]')
        (Source(id='doe24', title='Wells', authors=(), published='2024-05', ...),)
    """
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConvertError(f"this is not JSON: {error}") from None
    entries = found if isinstance(found, list) else [found]
    if not all(isinstance(entry, dict) and "id" in entry and "type" in entry for entry in entries):
        raise ConvertError("this is not CSL-JSON: a list of references, each with 'id' and 'type', is expected")
    return tuple(_source(entry) for entry in entries)


def _source(entry: dict[str, Any]) -> Source:
    return Source(
        id=source_id(str(entry["id"])),
        title=_text(entry.get("title")) or "",
        authors=tuple(name for person in _list(entry.get("author")) if (name := _name(person))),
        published=_date(entry.get("issued")),
        publisher=_text(entry.get("publisher")) or _text(entry.get("container-title")),
        url=_text(entry.get("URL")),
        doi=bare_doi(_text(entry.get("DOI"))),
        archived=_text(entry.get("archive_location")),
        retrieved=_date(entry.get("accessed")),
        language=_text(entry.get("language")),
        note=_text(entry.get("note")),
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return str(value).strip() or None if isinstance(value, (str, int, float)) else None


def _name(person: Any) -> str | None:
    if not isinstance(person, dict):
        return None
    parts = (_text(person.get(part)) for part in ("given", "non-dropping-particle", "family"))
    return _text(person.get("literal")) or " ".join(filter(None, parts)) or None


def _date(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    parts: Any = next(iter(_list(value.get("date-parts"))), [])
    numbers = [int(part) for part in _list(parts) if str(part).isdigit()]
    if numbers:
        return "-".join(f"{number:02d}" if i else f"{number:04d}" for i, number in enumerate(numbers))
    return _text(value.get("raw")) or _text(value.get("literal"))


REFERENCES = References(title="CSL-JSON", suffixes=(".json",), read=read)
