"""From remarks on passages to statements, for formats in which people say what they think of what they read."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from attrs import define, evolve, field, frozen

from argmap.evidence.passages.fragments import Directive
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.sources import Source, is_address
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, slug
from argmap.text import Span

ONLY_KEPT = "no place in a map; kept for writing the same format again"
"""What becomes of what has no place in a map, after a colon."""
AUTHORSHIP = f"who wrote an annotation, and when: {ONLY_KEPT}"
WORDLESS = f"annotations with neither a text nor a quotation: {ONLY_KEPT}"
REPLIES = f"replies to annotations: {ONLY_KEPT}"

CITE = "cite"
"""The tag of an annotation that offers its passage as evidence; ``cite:contradicts`` and the like say its stance."""

_DOI = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:")
_ENDS = 4
_LONGEST = 8
_CONTEXT = 3


@frozen
class Place:
    """A place in a source, or all of it.

    Attributes:
        source: What is known of the source; its id is empty where the file does not give it.
        key: By which the file names it, such as its address.
        selectors: The passages; none for the source as a whole.
        locator: What a printed reference would say.
    """

    source: Source
    key: str
    selectors: tuple[Selector, ...] = ()
    locator: str | None = None

    @property
    def meaning(self) -> object:
        """Return what of it tells it from other places."""
        return (self.source.url, self.source.doi, self.source.id), self.selectors, self.locator


@frozen
class Remark:
    """What someone says of some places.

    Attributes:
        text: What is said; empty where only places are marked.
        kind: What it is put forward as, if that is said.
        tags: Free words.
        places: The places.
        note: A remark on it.
        id: Id of the statement, where argmap wrote it.
        citation: Id and stance of the citation that each place is; None for passages.
        quote: The words that are marked, where the file has them.
    """

    text: str
    kind: Kind | None = None
    tags: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    note: str | None = None
    id: str | None = None
    citation: tuple[str, Stance] | None = None
    quote: str = ""

    @property
    def sentence(self) -> str:
        """Return the text of the statement: what is said, or else the words that are marked."""
        return self.text if self.text.strip() else " ".join(self.quote.split())


@define
class Imported:
    """The statements and sources that are made of remarks.

    Attributes:
        names: The ids of statements that are taken, or reserved.
        ids: Those of sources.
        statements: By their ids, in order.
        sources: By what the file names them by, in order.
    """

    names: Names = field(factory=Names)
    ids: Names = field(factory=Names)
    statements: dict[str, Statement] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)
    _citations: Names = field(factory=Names)

    def add(self, remark: Remark, span: Span | None = None) -> tuple[str, tuple[str, ...]]:
        """Make a statement of a remark, or add its places to the one that argmap wrote.

        Returns:
            The id of the statement, and those of the citations that are made.
        """
        if remark.id is not None and remark.id in self.statements:
            name = remark.id
        else:
            name = remark.id if remark.id is not None else self.names.make(slug(remark.sentence), "-")
            kind = remark.kind or Kind.CLAIM
            self.statements[name] = Statement(
                name, kind, remark.sentence, note=remark.note, tags=remark.tags, span=span
            )
        statement = self.statements[name]
        there = [(self.source(p), selector, p.locator) for p in remark.places for selector in p.selectors or (None,)]
        if remark.citation is None:
            passages = (Passage(*place) for place in there)
            self.statements[name] = evolve(statement, passages=(*statement.passages, *passages))
            return name, ()
        wanted, stance = remark.citation
        ids = [self._cited(wanted, f"{name}@{place[0]}") for place in there]
        citations = (Citation(cited, *place, stance, statement=name) for cited, place in zip(ids, there, strict=True))
        self.statements[name] = evolve(statement, citations=(*statement.citations, *citations))
        return name, tuple(ids)

    def _cited(self, wanted: str, usual: str) -> str:
        return wanted if wanted and self._citations.claim(wanted) else self._citations.make(usual)

    def source(self, place: Place) -> str:
        """Return the id of the source of a place, which is made where it is new."""
        known = self.sources.get(place.key)
        if known is None:
            source = place.source
            name = source.id
            if not name or not self.ids.claim(name):
                name = self.ids.make(name or slug(source.title or place.key.partition("://")[2] or place.key), "-")
            known = self.sources[place.key] = evolve(source, id=name)
        return known.id


def record_of(address: str, title: str = "", own: str = "") -> Source:
    """Return what an address alone tells of a source.

    Args:
        address: Where it is.
        title: Its title, if that is known.
        own: Its id, where argmap wrote the address.

    Example:
        >>> record_of("https://doi.org/10.1/x").doi, record_of("https://example.org/a").url, record_of("urn:x").url
        ('10.1/x', 'https://example.org/a', 'urn:x')
    """
    doi = next((address[len(start) :] for start in _DOI if address.lower().startswith(start)), "")
    if doi:
        return Source(own, title, doi=unquote(doi))
    return Source(own, title, url=None if own and not is_address(address) else address)


def kind_and_tags(tags: Iterable[str]) -> tuple[Kind | None, tuple[str, ...]]:
    """Take the kind out of tags: the first that is the name of one.

    Example:
        >>> kind_and_tags(["wells", "Evidence", "claim"])
        (<Kind.EVIDENCE: 'evidence'>, ('wells', 'claim'))
    """
    found = list(tags)
    at = next((at for at, tag in enumerate(found) if tag.strip().lower() in list(Kind)), None)
    return (None, tuple(found)) if at is None else (Kind(found.pop(at).strip().lower()), tuple(found))


def stance_and_tags(tags: Iterable[str], *, is_last: bool = False) -> tuple[Stance | None, tuple[str, ...]]:
    """Take the stance of a citation out of tags: the first that is ``cite``, or ``cite:contradicts`` and the like.

    Args:
        tags: The tags.
        is_last: Whether the last tag alone can be the stance, as argmap writes it.

    Example:
        >>> stance_and_tags(["wells", "Cite: contradicts"])
        (<Stance.CONTRADICTS: 'contradicts'>, ('wells',))
    """
    found = list(tags)
    for at, tag in list(enumerate(found))[-1 if is_last else 0 :]:
        start, _, rest = tag.strip().lower().partition(":")
        stance = rest.strip() or str(Stance.SUPPORTS)
        if start == CITE and stance in list(Stance):
            return Stance(stance), (*found[:at], *found[at + 1 :])
    return None, tuple(found)


def stance_tag(stance: Stance) -> str:
    """Return the tag of a passage that is cited."""
    return CITE if stance is Stance.SUPPORTS else f"{CITE}:{stance}"


def selector_of(exact: str | None, prefix: str | None = None, suffix: str | None = None) -> Selector | None:
    """Return the selector of a quotation: of a long one, its first and last words; None where it has no words.

    Example:
        >>> selector_of("der Pegel fiel", "dass ", " im Mai").quote
        'dass- der Pegel fiel -im Mai'
        >>> selector_of("one two three four five six seven eight nine").quote
        'one two three four … six seven eight nine'
    """
    words = exact.split() if exact else []
    if not words:
        return None
    if len(words) > _LONGEST:
        return Selector(f"{' '.join(words[:_ENDS])} … {' '.join(words[-_ENDS:])}")
    before, after = (context.split() if context else [] for context in (prefix, suffix))
    around = " ".join(before[-_CONTEXT:]) or None, " ".join(after[:_CONTEXT]) or None
    return Directive(" ".join(words), None, *around).selector
