"""CSL-JSON, which Zotero and most reference managers write (citeproc-js schema 1.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any

from attrs import define, field

from argmap.errors import ConvertError
from argmap.model.sources import Source
from argmap.sources.references import Entry, Fault, Listing, References, _dates
from argmap.sources.references._identity import author_year, bare_doi, source_id
from argmap.sources.references._languages import bcp47
from argmap.sources.references._markup import unmarked
from argmap.sources.references._names import in_order, listed
from argmap.sources.references._particulars import note

_HEAD = re.compile(r"[\s\ufeff]*+(?:\{\s*+\"items\"\s*+:\s*+)?(\[)?\s*+")
_NEXT = re.compile(r"\s*+(,)?\s*+")
_SEASONS = {"1": "spring", "2": "summer", "3": "autumn", "4": "winter"}
_LONGEST_NUMBER = 18
_LONGEST_DATE = 40
_JOURNALS = ("article-journal", "article-magazine", "article-newspaper", "periodical", "review", "review-book")
_PEOPLE = {
    "translator": "translated by",
    "collection-editor": "series edited by",
    "container-author": "in a book by",
    "director": "directed by",
    "interviewer": "interviewed by",
    "recipient": "to",
}
_PHRASES = {
    "genre": "{}",
    "medium": "{}",
    "edition": "edition: {}",
    "version": "version {}",
    "collection-title": "series: {}",
    "event-title": "at: {}",
    "event": "at: {}",
    "publisher-place": "{}",
    "ISBN": "ISBN {}",
    "ISSN": "ISSN {}",
    "PMID": "PMID {}",
    "archive": "archive: {}",
    "status": "{}",
    "note": "{}",
}


def read(text: str) -> Listing:
    """Read a list of references; raises `ConvertError` for another format.

    Example:
        >>> listing = read('[{"id": "doe24", "type": "book", "title": "Wells", "issued": {"date-parts": [[2024, 5]]}}]')
        >>> listing.entries[0].source
        Source(id='doe24', title='Wells', authors=(), published='2024-05', ...)
    """
    entries, faults = [], []
    for line, found in _items(text):
        if isinstance(found, str):
            faults.append(Fault(line, found))
        else:
            entries.append(_entry(found, line))
    if not entries:
        reason = f"line {faults[0].line}: {faults[0].reason}" if faults else "it is empty"
        raise ConvertError(f"this is not CSL-JSON, a list of references, each with 'id' and 'type': {reason}")
    return Listing(tuple(entries), tuple(faults))


def _items(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Yield the items of a list, each with its line: a reference, or the reason why it is none."""
    decoder = JSONDecoder(parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST_NUMBER else digits)
    head = _HEAD.match(text)
    at, is_list = (head.end(), head[1]) if head else (0, None)
    line, counted = 1, 0
    while at < len(text) and text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        try:
            item, end = decoder.raw_decode(text, at)
        except RecursionError:
            yield line, "this entry is nested too deep; nothing after it is read"
            return
        except ValueError as error:
            yield line, f"this is not JSON ({getattr(error, 'msg', error)}); nothing after it is read"
            return
        is_reference = isinstance(item, dict) and ("type" in item or "id" in item or "title" in item)
        yield line, item if is_reference else "this entry is no reference: 'id', 'type' and 'title' are expected"
        following = _NEXT.match(text, end)
        at = following.end() if following else end
        if not is_list or not (following and following[1]):
            break
    if is_list and text[at : at + 1] != "]":
        yield line + text.count("\n", counted, at), "the list is not closed: it may have been cut off here"


def _entry(item: dict[str, Any], line: int) -> Entry:
    values = _Values(item)
    authors, editors = values.people("author"), values.people("editor")
    published, said = values.date("issued")
    seen, said_seen = values.date("accessed")
    retrieved = _dates.iso(seen) if seen else None
    journal = values.text("container-title")
    is_journal = values.text("type") in _JOURNALS
    language = values.text("language")
    archived = values.text("archive_location")
    is_address = (archived or "").startswith(("http://", "https://"))
    key = values.text("citation-key") or values.text("id")
    others = [
        f"edited by {listed(editors)}" if editors else None,
        *(f"{what} {listed(names)}" for name, what in _PEOPLE.items() if (names := values.people(name))),
        *(what.format(text) for name, what in _PHRASES.items() if (text := values.text(name))),
        f"dated {said}" if said else None,
        f"seen {said_seen or seen}" if said_seen or (seen and not retrieved) else None,
        f"language: {language}" if language and not bcp47(language) else None,
        f"archive: {archived}" if archived and not is_address else None,
    ]
    authors = authors or editors
    source = Source(
        id=source_id(key) if key else author_year(_family(item), published),
        title=values.text("title") or "",
        authors=authors,
        published=published,
        publisher=values.text("publisher") or journal,
        url=values.text("URL"),
        doi=bare_doi(values.text("DOI")),
        archived=archived if is_address else None,
        retrieved=retrieved,
        language=bcp47(language) if language else None,
        note=note(
            journal if is_journal else None,
            None if is_journal else journal,
            values.text("volume"),
            values.text("issue") or values.text("number"),
            values.text("page"),
            others,
        ),
    )
    return Entry(source, line, key, values.left_out())


@define
class _Values:
    """The values of an item, each taken once; what nobody took is left out."""

    item: dict[str, Any]
    _taken: set[str] = field(factory=lambda: {"citation-label", "id"}, init=False)

    def text(self, name: str) -> str | None:
        """Take a text or a number."""
        value = self.item.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return None
        self._taken.add(name)
        return " ".join(unmarked(str(value)).split()) or None

    def people(self, name: str) -> tuple[str, ...]:
        """Take names."""
        value = self.item.get(name)
        if name in self._taken or not isinstance(value, list):
            return ()
        self._taken.add(name)
        return tuple(said for person in value if (said := _name(person)))

    def date(self, name: str) -> tuple[str | None, str | None]:
        """Take a date, and what else is said of it."""
        value = self.item.get(name)
        if not isinstance(value, dict):
            text = self.text(name)
            return _dates.published(text) if text else (None, None)
        self._taken.add(name)
        given = value.get("date-parts")
        said = [_iso(parts) for parts in given if isinstance(parts, list)] if isinstance(given, list) else []
        if not said or said[0] is None:
            text = next((str(value[key]) for key in ("raw", "literal") if value.get(key)), None)
            odd = str(given)[:_LONGEST_DATE] if given and given not in ([[]], [[None]]) else None
            return _dates.published(text) if text else (None, odd)
        doubts = ["about"] if value.get("circa") else []
        season = _SEASONS.get(str(value.get("season")), value.get("season"))
        more = [*doubts, *([str(season)] if season else []), "/".join(map(str, said))]
        return said[0], " ".join(more) if len(said) > 1 or len(more) > 1 else None

    def left_out(self) -> tuple[str, ...]:
        """Return the names of what was not taken."""
        return tuple(
            name for name, value in self.item.items() if name not in self._taken and value not in ("", None, [])
        )


def _name(person: Any) -> str | None:
    """Return a name as it is spoken, which may be that of a body."""
    if not isinstance(person, dict):
        return " ".join(person.split()) if isinstance(person, str) else None
    part = {name: " ".join(value.split()) for name, value in person.items() if isinstance(value, str)}
    if part.get("literal"):
        return part["literal"]
    particles = ("dropping-particle", "non-dropping-particle", "family")
    last = " ".join(filter(None, map(part.get, particles)))
    return in_order(part.get("given", ""), last, part.get("suffix", "")) or None


def _family(item: dict[str, Any]) -> str | None:
    """Return the family name of the first author or editor, or the name of a body."""
    people = item.get("author") or item.get("editor")
    first = people[0] if isinstance(people, list) and people else None
    return str(first.get("family") or first.get("literal") or "") if isinstance(first, dict) else None


def _iso(parts: list[Any]) -> str | None:
    numbers = [str(part).strip() for part in parts[:3] if part not in (None, "", 0)]
    return _dates.joined(*numbers) if numbers and len(numbers[0]) == 4 else None


def _looks_right(text: str) -> bool:
    return text[:200].lstrip("\ufeff \t\r\n")[:1] in ("[", "{")


REFERENCES = References(title="CSL-JSON", suffixes=(".json",), looks_right=_looks_right, read=read)
