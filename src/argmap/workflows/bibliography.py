"""Taking lists of references in: each entry that can be taken becomes a record, and each that cannot is named."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from attrs import define, evolve, field, fields_dict, frozen

from argmap import registry
from argmap.errors import ConvertError, ReadError
from argmap.model.sources import Source, SourceKind
from argmap.native.read import read_record
from argmap.project.project import Project
from argmap.sources import references
from argmap.sources.encodings import decode
from argmap.sources.references import Entry, Fault, Listing, References
from argmap.workflows import records

_ENDINGS = (".bib", ".ris")
_OTHERS = {
    ".nbib": "PubMed's own format (MEDLINE)",
    ".enw": "EndNote's own format (Refer)",
    ".ciw": "the plain text of the Web of Science",
}
_JABREF = re.compile(rb"\A%[ \t]*Encoding:[ \t]*([\w.-]+)", re.IGNORECASE)
"""The first line of a list that JabRef wrote in another encoding than UTF-8."""


@frozen
class Plan:
    """What becomes of the entries of a list.

    Attributes:
        new: The records to write.
        there: Ids of the records that the project has of the same works; they stay as they are.
        faults: What cannot be taken in, by line.
        left_out: The fields that records have no place for, and in how many entries they stand, most frequent first.
    """

    new: tuple[Source, ...]
    there: tuple[str, ...]
    faults: tuple[Fault, ...]
    left_out: tuple[tuple[str, int], ...]


def is_list(name: str) -> bool:
    """Tell by the ending of a name or address whether it is a list of references, of a format that is read or not.

    Example:
        >>> [is_list(name) for name in ("refs.bib", "https://example.org/refs.ris?all=1", "pubmed.nbib", "a.json")]
        [True, True, True, False]
    """
    return _ending(name) in (*_ENDINGS, *_OTHERS)


def read(data: bytes, name: str, encoding: str | None = None) -> Listing:
    """Read a list of references.

    Args:
        data: What the file holds.
        name: Its name or address; the ending tells the format, and where it does not, what the file holds does.
        encoding: Its character encoding, where someone knows it; else UTF-8, unless a byte order mark or JabRef's first
            line says otherwise.

    Raises:
        ReadError: It is not in that encoding.
        ConvertError: It is not of its format, or of none that is read.
        MissingExtraError: An extra must be installed first.
    """
    try:
        text = _decoded(data, encoding)
        return _format(_ending(name), text).read(text)
    except ReadError as error:
        raise ReadError(f"{name} cannot be used: {error}") from None
    except ConvertError as error:
        raise ConvertError(f"{name} cannot be used: {error}") from None


def plan(project: Project, listing: Listing, kind: SourceKind | None = None) -> Plan:
    """Decide what becomes of the entries of a list; nothing is written.

    A key that can be an id is the id: where project or list have it for another work, the entry is a fault. Other ids
    are made, of the key or of author and year, and numbered where they are taken. A work that the project has already,
    under that key or, where the id is made, under any, is not taken in again.

    Args:
        project: Where to.
        listing: The list.
        kind: Of all the sources in it.
    """
    planner = _Planner(project)
    for entry in listing.entries:
        planner.take(evolve(entry, source=evolve(entry.source, kind=kind)))
    faults = sorted([*listing.faults, *planner.faults], key=lambda fault: fault.line)
    counts = Counter(name for entry in listing.entries for name in entry.left_out)
    return Plan(tuple(planner.new), tuple(planner.there), tuple(faults), tuple(counts.most_common()))


def write(project: Project, source: Source) -> Path:
    """Write a record of a plan; raises `ReadError`."""
    path = records.new_path(project, source.id)
    records.put(path, records.content(source).encode())
    return path


@define
class _Planner:
    """Takes entries one by one, and knows the works and ids there are."""

    project: Project
    new: list[Source] = field(factory=list, init=False)
    there: list[str] = field(factory=list, init=False)
    faults: list[Fault] = field(factory=list, init=False)
    _by_id: dict[str, Source] = field(init=False)
    _by_work: dict[object, Source] = field(init=False)
    _keys: dict[str, Entry] = field(factory=dict, init=False)
    _counts: dict[str, int] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        known = self.project.records
        self._by_id = {name.casefold(): source for name, source in known.items()}
        self._by_id |= {path.stem.casefold(): known.get(path.stem, Source("")) for path in self.project.record_files()}
        self._by_work = {_work(source): source for source in known.values()}

    def take(self, entry: Entry) -> None:
        """Decide about an entry."""
        source, key = entry.source, entry.key
        first = self._keys.setdefault(key, entry) if key else entry
        standing = self._by_id.get(source.id.casefold()) if source.id == key else self._by_work.get(_work(source))
        if not (source.title or source.authors or source.url or source.doi):
            self._refuse(entry, f"{repr(key) if key else 'a reference'} has neither title nor author nor address")
        elif first is not entry and not _same(first.source, source):
            self._refuse(entry, f"the key {key!r} stands twice, first in line {first.line}, for another work")
        elif standing and _same(standing, source):
            self.there.append(standing.id)
        elif standing and source.id == key:
            self._refuse(entry, f"the id {key!r} is that of another work in the project: change the key or the id")
        else:
            self._add(entry, evolve(source, id=self._free(source.id)))

    def _add(self, entry: Entry, source: Source) -> None:
        if reason := _unreadable(source):
            self._refuse(entry, reason)
            return
        self.new.append(source)
        self._by_id[source.id.casefold()] = source
        self._by_work[_work(source)] = source

    def _free(self, name: str) -> str:
        """Return an id that is not taken: the usual one, or that with a number."""
        free = name
        while free.casefold() in self._by_id:
            self._counts[name] = self._counts.get(name, 1) + 1
            free = f"{name}-{self._counts[name]}"
        return free

    def _refuse(self, entry: Entry, reason: str) -> None:
        self.faults.append(Fault(entry.line, reason))


def _work(source: Source) -> object:
    """Return what tells a work from others, as lists of references describe it."""
    title = " ".join(source.title.casefold().split())
    return title, source.authors, (source.published or "")[:4], None if title else (source.url, source.doi)


def _same(one: Source, other: Source) -> bool:
    if one.doi and other.doi:
        return one.doi.casefold() == other.doi.casefold()
    return _work(one) == _work(other)


def _unreadable(source: Source) -> str | None:
    """Say which field of a record could not be read again, if any."""
    again = read_record(records.content(source), "", source.id)
    for name in fields_dict(Source):
        if name not in ("record", "span") and getattr(again, name) != getattr(source, name):
            return f"the record of {source.id!r} could not be read again: its {name} is too long, or no text"
    return None


def _ending(name: str) -> str:
    return PurePath(urlsplit(name).path if "://" in name else name).suffix.lower()


def _decoded(data: bytes, encoding: str | None) -> str:
    try:
        return decode(data, encoding)
    except ReadError:
        named = None if encoding else _JABREF.match(data)
        if named is None:
            raise
        return decode(data, named[1].decode())


def _format(suffix: str, text: str) -> References:
    """Return the format of reference lists that has an ending, else the one that a text is of."""
    declared: list[References] = [registry.load(references, each).REFERENCES for each in registry.names(references)]
    by_name = [each for each in declared if suffix in each.suffixes]
    found = by_name or [each for each in declared if each.looks_right(text)]
    if not found:
        read_are = ", ".join(f"{each.title} ({each.suffixes[0]})" for each in declared)
        what = f"it is {_OTHERS[suffix]}" if suffix in _OTHERS else "it looks like no list of references"
        raise ConvertError(f"{what}: {read_are} are read; Zotero, for one, makes them of many formats")
    return found[0]
