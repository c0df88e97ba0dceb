"""RIS, which libraries and databases export (extra ``bib``)."""

from __future__ import annotations

from typing import Any

from argmap.errors import ConvertError, MissingExtraError
from argmap.model.sources import Source
from argmap.sources.references import References, bare_doi, source_id, spoken


def read(text: str) -> tuple[Source, ...]:
    """Read the entries of a file; raises `MissingExtraError` without rispy, and `ConvertError` for another format."""
    try:
        import rispy
    except ImportError:
        raise MissingExtraError("reading RIS", "rispy", "bib") from None
    try:
        entries = rispy.loads(text)
    except Exception as error:  # noqa: BLE001  (rispy raises what it meets)
        raise ConvertError(f"this is not RIS: {error}") from None
    if not entries:
        raise ConvertError("this is not RIS: there is no entry in it")
    return tuple(_source(entry, number) for number, entry in enumerate(entries, 1))


def _source(entry: dict[str, Any], number: int) -> Source:
    people = entry.get("authors") or entry.get("first_authors") or []
    year = entry.get("date") or entry.get("year") or entry.get("publication_year")
    title = entry.get("title") or entry.get("primary_title") or ""
    key = entry.get("id") or "-".join(filter(None, [_family(people), (year or "")[:4]])) or f"reference-{number}"
    return Source(
        id=source_id(str(key)),
        title=title,
        authors=tuple(map(spoken, people)),
        published=year.strip("/").replace("/", "-") if year else None,
        publisher=entry.get("publisher") or entry.get("journal_name") or entry.get("secondary_title"),
        url=next(iter(entry.get("urls") or []), None),
        doi=bare_doi(entry.get("doi")),
        retrieved=entry.get("access_date"),
        language=entry.get("language"),
    )


def _family(people: list[str]) -> str:
    return people[0].partition(",")[0] if people else ""


REFERENCES = References(title="RIS", suffixes=(".ris",), read=read)
