"""From records to passages, citations and sources."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, evolve, field

from argmap.flaws import Flaws
from argmap.formats._rows import lists, values, words
from argmap.formats._rows.cells import note, shown
from argmap.formats._rows.naming import Naming
from argmap.formats._rows.records import Record
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.sources import Intake, Reliability, Source, SourceKind, is_address
from argmap.native import citation as short_form
from argmap.native.ids import Names, is_id, slug
from argmap.native.reasons.measures import WEIGHT
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.lost_in_reading import RULE as LOST_IN_READING
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_TEXTS = {
    "title": "title",
    "published": "published",
    "publisher": "publisher",
    "origin": "origin",
    "url": "url",
    "doi": "doi",
    "archived": "archived",
    "retrieved": "retrieved",
    "licence": "licence",
    "language": "language",
    "text": "text file",
    "retracted": "retracted",
    "superseded_by": "superseded by",
    "note": "note",
}
"""Fields of a source that hold a text, each with its column."""


@define
class Cited:
    """What a statement cites: passages of the analysed text, and citations offered as evidence."""

    passages: list[Passage] = field(factory=list)
    citations: list[Citation] = field(factory=list)


@define
class Evidence:
    """Reads what statements cite.

    Attributes:
        flaws: Where flaws are noted.
        naming: The names of the statements.
        sources: The source records, by id.
        ids: The ids of relations and citations.
        about: The analysed source.
    """

    flaws: Flaws
    naming: Naming
    sources: dict[str, Source]
    ids: Names
    about: str | None
    _cited: dict[str, Cited] = field(init=False, factory=dict)
    _names: Names = field(init=False)
    _known: dict[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._names = Names(set(self.sources))
        self._known = {key: s.id for s in reversed(self.sources.values()) for key in (s.title, s.url) if key}

    def read(
        self, rows: Iterable[tuple[str, Record]], passages: Iterable[Record], citations: Iterable[Record]
    ) -> dict[str, Cited]:
        """Return what each statement cites, by its id."""
        for record in passages:
            owner = self._owner(record)
            source, selector, locator = self._place(record)
            if owner:
                self._of(owner).passages.append(Passage(source, selector, locator, record.place.span))
        for record in citations:
            owner = self._owner(record)
            if owner:
                self._of(owner).citations.append(self._citation(owner, record))
        for name, record in rows:
            self._in_row(name, record)
        return self._cited

    def _of(self, statement: str) -> Cited:
        return self._cited.setdefault(statement, Cited())

    def _owner(self, record: Record) -> str | None:
        called = record.text("statement")
        known = self.naming.named(called)
        if known is None:
            message = f"no statement is called {shown(called)}, so that this row is not read"
            note(self.flaws, UNKNOWN_REFERENCE, message, record.cells.get("statement", record.place), called or None)
        return known

    def _citation(self, owner: str, record: Record) -> Citation:
        source, selector, locator = self._place(record)
        name = record.text("id")
        if name and not self.ids.claim(name):
            message = f"the id {name!r} stands twice: this citation gets another"
            note(self.flaws, DUPLICATE_ID, message, record.cells["id"], owner)
            name = ""
        return Citation(
            name or self.ids.make(f"{owner}@{source}"),
            source,
            selector,
            locator,
            self._stance(record),
            record.place.span,
            owner,
            fair=values.flag(record, "fair", self.flaws, owner),
            weight=values.measure(record, WEIGHT, self.flaws),
        )

    def _stance(self, record: Record) -> Stance:
        word = record.text("stance")
        stance = words.stance(word) if word else Stance.SUPPORTS
        if stance is None:
            message = f"'stance' cannot be {shown(word)}: one of {', '.join(Stance)} is right"
            note(self.flaws, WRONG_VALUE, message, record.cells["stance"])
        return stance or Stance.SUPPORTS

    def _place(self, record: Record) -> tuple[str, Selector | None, str | None]:
        """Read a place in a source."""
        quote, at = record.cells.get("quote"), record.cells.get("at")
        nth = values.whole(record, "nth", self.flaws)
        return (
            self._source(record.text("source"), record.text("url")),
            Selector(quote.text, nth) if quote and quote.text.strip() else None,
            at.text if at and at.text.strip() else None,
        )

    def _in_row(self, name: str, record: Record) -> None:
        """Read the columns of a statement that say what it cites."""
        if any(record.text(column) for column in ("source", "quote", "at", "url")):
            source, selector, locator = self._place(record)
            usual = self.ids.make(f"{name}@{source}")
            self._of(name).citations.append(
                Citation(usual, source, selector, locator, span=record.place.span, statement=name)
            )
        for text in _pieces(record.text("cite")):
            source, selector, locator = self._short(text)
            usual = self.ids.make(f"{name}@{source}")
            span = record.cells["cite"].span
            self._of(name).citations.append(Citation(usual, source, selector, locator, span=span, statement=name))
        for text in _pieces(record.text("from")):
            self._of(name).passages.append(Passage(*self._short(text), record.cells["from"].span))

    def _short(self, text: str) -> tuple[str, Selector | None, str | None]:
        """Read a citation as the native language writes it, ``source "start … end" p. 3``."""
        found = short_form.parse(text)
        return self._source(found.source or self.about or "", ""), found.selector, found.locator

    def _source(self, called: str, url: str) -> str:
        """Return the id of a source that a cell names by its id, title or address; a new one gets a record."""
        if called in self.sources or (is_id(called) and not url):
            return called
        address = url or (called if is_address(called) else "")
        key = address or called
        if not key:
            return self.about or UNNAMED
        if key not in self._known:
            title = "" if is_address(called) or is_id(called) else called
            name = called if is_id(called) else slug(title or address.partition("://")[2] or address)
            made = self._names.make(name, "-")
            self.sources[made] = Source(made, title, url=address or None)
            self._known |= dict.fromkeys(filter(None, (called, address)), made)
        return self._known[key]


UNNAMED = "source"
"""The id of the source of a quotation that names none, in a map that says of no text that it is the analysed one."""


def citation_ids(records: Iterable[Record]) -> set[str]:
    """Return the ids that rows give to citations."""
    return {name for record in records if (name := record.text("id"))}


def sources(records: Iterable[Record], flaws: Flaws) -> dict[str, Source]:
    """Read the source records, by id; one without an id is called after its title."""
    found: dict[str, Source] = {}
    rows = list(records)
    names = Names(set(), reserved={name for record in rows if is_id(name := record.text("id"))})
    for record in rows:
        name = record.text("id")
        if name in found:
            message = f"the id {name!r} stands twice: the second source is not read"
            note(flaws, DUPLICATE_ID, message, record.cells["id"], name)
            continue
        likely = name or record.text("title") or record.text("url").partition("://")[2] or UNNAMED
        made = name if is_id(name) else names.make(slug(likely), "-")
        found[made] = _source(made, record, flaws)
        if name and not is_id(name) and not found[made].title:
            found[made] = evolve(found[made], title=name)
    return found


def _source(name: str, record: Record, flaws: Flaws) -> Source:
    texts = {attribute: cell.text for attribute, column in _TEXTS.items() if (cell := record.cells.get(column))}
    kind = record.text("source kind").lower()
    if kind and kind not in list(SourceKind):
        message = f"the kind {shown(kind)} of a source is not kept: {', '.join(SourceKind)} are known"
        note(flaws, LOST_IN_READING, message, record.cells["source kind"], name)
    grade, why = record.cells.get("reliability grade"), record.cells.get("reliability")
    return Source(
        name,
        authors=tuple(lists.split(record.text("authors"), commas=False)),
        kind=SourceKind(kind) if kind in list(SourceKind) else None,
        based_on=tuple(lists.split(record.text("based on"))),
        reliability=Reliability(grade.text if grade else None, why.text if why else None) if grade or why else None,
        intake=_intake(record, flaws, name),
        span=record.place.span,
        **texts,  # type: ignore[arg-type]
    )


def _intake(record: Record, flaws: Flaws, name: str) -> Intake | None:
    kept = values.whole(record, "words kept", flaws, 0, name)
    if not record.text("extractor") or not record.text("file digest") or kept is None:
        return None
    return Intake(
        record.cells["extractor"].text,
        record.text("file digest"),
        kept,
        values.whole(record, "words visible", flaws, 0, name),
        tuple(lists.split(record.text("left out"))),
        tuple(lists.split(record.text("doubts"))),
    )


def _pieces(text: str) -> list[str]:
    """Return the citations of a cell: one in each line, or between semicolons outside of quotation marks."""
    pieces, start, is_open = [], 0, False
    for at, char in enumerate(text):
        is_open = is_open != (char in '"“”')
        if char == "\n" or (char == ";" and not is_open):
            pieces.append(text[start:at])
            start, is_open = at + 1, False
    return [piece.strip() for piece in (*pieces, text[start:]) if piece.strip()]
