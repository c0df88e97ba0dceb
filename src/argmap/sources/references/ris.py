"""RIS, which libraries and databases export (extra ``bib``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from argmap.errors import ConvertError, MissingExtraError
from argmap.model.sources import Source
from argmap.sources.references import Entry, Listing, References, _dates
from argmap.sources.references._identity import author_year, bare_doi, is_doi, source_id
from argmap.sources.references._languages import bcp47
from argmap.sources.references._markup import unmarked
from argmap.sources.references._names import family, listed, spoken
from argmap.sources.references._particulars import note

_TAG = re.compile(r"([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]|$)", re.MULTILINE)
_BEGINS = re.compile(r"^\ufeff?[ \t]*TY[ \t]{1,3}-", re.MULTILINE)
_ADDRESSES = re.compile(r";(?=\s{0,3}https?://)")
_DATE = re.compile(r"(\d{4})?/(\d{1,2})?/(\d{1,2})?(?:/(.*))?")
_JOURNALS = ("JOUR", "EJOUR", "MGZN", "NEWS", "JFULL", "INPR", "ABST")
_SECOND = {"A2": "edited by", "A3": "series edited by", "TA": "translated by"}
_ADVISED = {"A3": "advised by"}
_PHRASES = {
    "ET": "edition: {}",
    "T3": "series: {}",
    "CY": "{}",
    "PI": "{}",
    "SN": "ISBN or ISSN {}",
    "C7": "article {}",
}


def read(text: str) -> Listing:
    """Read the entries of a file; raises `MissingExtraError` without rispy, and `ConvertError` for another format."""
    try:
        import rispy
    except ImportError:
        raise MissingExtraError("reading RIS", "rispy", "bib") from None
    names = {**{tag: tag for tag in rispy.config.TAG_KEY_MAPPING}, "ED": "A2", "UK": "unknown"}
    lists = [*names.keys() - {"TY"}]  # so that no value of a tag that stands twice is dropped
    entries = []
    for line, chunk in _chunks(text):
        found = rispy.loads(chunk, mapping=names, list_tags=lists, delimiter_tags_mapping={})
        values = {**found[0].pop("unknown", {}), **found[0]}
        entries.append(_entry(values.pop("TY", ""), values, line))
    if not entries:
        raise ConvertError("this is not RIS: no line begins with 'TY  - '")
    return Listing(tuple(entries))


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Yield each entry with its line, its tags in their standard form, and the end that some programs leave out."""
    chunk: list[list[str]] = []
    began = 0
    for number, written in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = written.strip("\ufeff\t ")
        found = _TAG.match(line)
        tag = found[1] if found else None
        if chunk and tag in ("TY", "ER"):
            yield began, _closed(chunk)
            chunk = []
        if found and (tag == "TY" or (chunk and tag != "ER")):
            began = began if chunk else number
            chunk.append([f"{tag}  - {line[found.end() :].strip()}"])
        elif chunk and line and not found:
            chunk[-1].append(line)
    if chunk:
        yield began, _closed(chunk)


def _closed(chunk: list[list[str]]) -> str:
    return "\n".join([*map(" ".join, chunk), "ER  - "])


def _entry(kind: str, fields: dict[str, list[str]], line: int) -> Entry:
    """Make a source record of an entry, given the values of each tag."""
    tags = _Tags(fields)
    first = tags.peek("AU") or tags.peek("A1") or tags.peek("A2")
    people = tuple(filter(None, map(spoken, _each(tags.all("AU", "A1")))))
    second = {tag: tuple(filter(None, map(spoken, tags.all(tag)))) for tag in _SECOND}
    roles = _SECOND | (_ADVISED if kind == "THES" else {})
    published, said = _published(tags)
    seen = tags.one("Y2")
    retrieved = _dates.iso(_cut(seen).partition(" ")[0]) or _dates.iso(seen) if seen else None
    language = tags.one("LA")
    urls = [url for each in tags.all("UR") for part in _ADDRESSES.split(each) if (url := part.strip())]
    key = tags.one("ID")
    holder = tags.one("T2", "JF", "BT", "JO", "JA", "J2") if kind != "BOOK" else None
    is_journal, work = kind in _JOURNALS, bare_doi(tags.peek("M3")) or ""
    authors = people or second["A2"]
    others = [
        *(f"{said} {listed(second[tag])}" for tag, said in roles.items() if second[tag]),
        *(said.format(text) for tag, said in _PHRASES.items() if (text := tags.one(tag))),
        None if is_journal or is_doi(work) else tags.one("M3"),
        f"dated {said}" if said else None,
        f"language: {language}" if language and not bcp47(language) else None,
        f"seen {seen}" if seen and not retrieved else None,
        *(f"also {url}" for url in urls[1:]),
    ]
    title = tags.one("TI", "T1", "CT", "BT") or (tags.one("T2") if kind == "BOOK" else None)
    source = Source(
        id=source_id(key) if key and not key.isdigit() else author_year(family(first) if first else None, published),
        title=title or "",
        authors=authors,
        published=published,
        publisher=tags.one("PB", "PU") or holder,
        url=urls[0] if urls else None,
        doi=bare_doi(tags.one("DO", "DI") or (tags.one("M3") if is_doi(work) else None)),
        retrieved=retrieved,
        language=bcp47(language) if language else None,
        note=note(
            holder if is_journal else None,
            None if is_journal else holder,
            tags.one("VL"),
            tags.one("IS"),
            "-".join(filter(None, [tags.one("SP"), tags.one("EP")])),
            others,
        ),
    )
    return Entry(source, line, key if key and not key.isdigit() else None, tags.left_out())


def _each(people: list[str]) -> Iterator[str]:
    """Yield the names of people, of whom some programs write several in a line."""
    for line in people:
        names = line.split(";")
        yield from names if all("," in name for name in names if name.strip()) else [line]


@define
class _Tags:
    """The values of an entry by tag, each taken once; what nobody took is left out."""

    values: dict[str, list[str]]
    _taken: set[str] = field(factory=lambda: {"ID", "TY", "ER"}, init=False)

    def all(self, *tags: str) -> list[str]:
        """Take all values of some tags."""
        self._taken.update(tags)
        return [value for tag in tags for value in self.values.get(tag, ()) if value]

    def one(self, *tags: str) -> str | None:
        """Take the first tag that is there, its values joined, and with it the other tags that say the same."""
        found = next((tag for tag in tags if any(self.values.get(tag, ()))), None)
        if found is None:
            return None
        value = unmarked(" ".join(" ".join(self.values[found]).split()))
        self._taken.add(found)
        self._taken.update(tag for tag in tags if " ".join(" ".join(self.values.get(tag, ())).split()) == value)
        return value

    def peek(self, tag: str) -> str:
        """Return the first value of a tag, without taking it."""
        return next(iter(self.values.get(tag, ())), "")

    def left_out(self) -> tuple[str, ...]:
        """Return what was not taken, by its meaning where it is known."""
        from rispy.config import TAG_KEY_MAPPING

        left = [tag for tag, values in self.values.items() if any(values) and tag not in self._taken]
        return tuple(
            f"{tag} ({TAG_KEY_MAPPING[tag].replace('_', ' ')})" if tag in TAG_KEY_MAPPING else tag for tag in left
        )


def _published(tags: _Tags) -> tuple[str | None, str | None]:
    """Return the date: the year that is said to be it, or the whole date where that is of the same year."""
    written = [_cut(text) for text in (tags.one("PY"), tags.one("Y1"), tags.one("DA")) if text]
    if not written:
        return None, None
    first = _dates.published(written[0])[0]
    dated = (_dates.iso(f"{first[:4]} {text}") or text for text in written)  # of some, DA holds month and day alone
    years = [_dates.published(text) for text in dated]
    same = [date for date, _ in years if _dates.iso(date) and date[:4] == first[:4]]
    whole = max(same, key=len) if same else years[0][0]
    others = [said or date for date, said in years if said or not whole.startswith(date)]
    return whole, ", ".join(others) or None


def _cut(text: str) -> str:
    """Return a date in the form of RIS, ``2012/03/05/other``, without what is empty in it, and with what is other.

    Example:
        >>> _cut("2012/03/05/"), _cut("2012///"), _cut("2012///Spring"), _cut("5 March 2012")
        ('2012/03/05', '2012', '2012 Spring', '5 March 2012')
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        return text.strip()
    numbers = "/".join(part for part in found.groups()[:3] if part)
    return " ".join(filter(None, [numbers, (found[4] or "").strip(" /")]))


REFERENCES = References(title="RIS", suffixes=(".ris",), looks_right=lambda text: bool(_BEGINS.search(text)), read=read)
