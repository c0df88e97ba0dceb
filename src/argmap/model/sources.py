"""Sources: records of the documents that passages and citations point to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import quote, urlsplit

from attrs import field, frozen

from argmap.model.origin import Origin
from argmap.text import Span

_IN_DOI, _IN_ADDRESS = "/:;()<>.-_", ":/?#[]@!$&'()*+,;=%~-._"


class SourceKind(StrEnum):
    """What a source is, seen from the subject: its nearness to the facts."""

    PRIMARY = "primary"
    DATA = "data"
    SECONDARY = "secondary"
    OPINION = "opinion"


@frozen
class Reliability:
    """How far a source is to be trusted, in the words of the map's author; never turned into a number.

    Attributes:
        grade: Of a scale the author uses, such as ``B2`` of the Admiralty scale.
        note: Why.
    """

    grade: str | None = None
    note: str | None = None


@frozen
class Intake:
    """What became of a file when its text was taken out of it.

    Attributes:
        extractor: Name and version of what read it, such as ``html 1``.
        file: SHA-256 of the file, in hexadecimal: the same file read anew is told from another file.
        kept: How many words of it are in the text.
        visible: How many words a reader of the file sees; None where the text is all that the file shows.
        left_out: What is not in the text, a sentence for each kind, with its first words.
        doubts: What may be wrong with the text, a sentence each.
    """

    extractor: str
    file: str
    kept: int
    visible: int | None = None
    left_out: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@frozen
class Source:
    """A document; its text is optional and often not at hand.

    Attributes:
        id: Unique in the project.
        title: As a list of references gives it.
        authors: Names in order.
        published: Date or year, as ``2024-05-01`` or ``2024``.
        publisher: Who brought it out.
        origin: Dataset, agency or newsroom that it goes back to.
        kind: Primary, data, secondary or opinion.
        url: Where it is on the web.
        doi: Digital object identifier, without ``https://doi.org/``.
        archived: Address of an archived copy.
        retrieved: Date on which it was last fetched.
        licence: Under which its text may be used.
        language: BCP 47 tag, such as ``en``.
        text: Path of its text, relative to the folder of the record's file; inside the project.
        intake: What became of the file that its text was taken from.
        based_on: Ids of the sources that it reports.
        reliability: How far it is to be trusted.
        retracted: Date or reason of its retraction.
        superseded_by: Id of the source that replaces it.
        note: A remark of the record's author.
        record: Where the record was read from; None for one written inside a map.
    """

    id: str
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    origin: str | None = None
    kind: SourceKind | None = None
    url: str | None = None
    doi: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    licence: str | None = None
    language: str | None = None
    text: str | None = None
    intake: Intake | None = None
    based_on: tuple[str, ...] = ()
    reliability: Reliability | None = None
    retracted: str | None = None
    superseded_by: str | None = None
    note: str | None = None
    record: Origin | None = field(default=None, eq=False, repr=False)
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def label(self) -> str:
        """Return the title, or the id where there is none."""
        return self.title or self.id

    @property
    def doi_address(self) -> str | None:
        """Return the address that its DOI leads to, if it has one.

        Example:
            >>> Source("a", doi="10.1/x y").doi_address, Source("b", doi="https://doi.org/10.1/x").doi_address
            ('https://doi.org/10.1/x%20y', 'https://doi.org/10.1/x')
        """
        if not self.doi or is_address(self.doi):
            return self.doi
        return f"https://doi.org/{quote(self.doi, safe=_IN_DOI, errors='replace')}"


def is_address(name: str) -> bool:
    """Tell whether a name is an address of the web."""
    return name.startswith(("http://", "https://"))


def web_address(written: str | None) -> str | None:
    """Return an address as it may stand in a link; nothing where it is none of the web, or hides what it is.

    Example:
        >>> web_address("https://example.org/b c"), web_address("javascript:alert(1)"), web_address(None)
        ('https://example.org/b%20c', None, None)
    """
    if not written or not written.isprintable():
        return None
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    is_web = parts.scheme.lower() in ("http", "https") and parts.netloc and written[:1].isalpha()
    return quote(written, safe=_IN_ADDRESS) if is_web else None


def upstream(name: str, sources: Mapping[str, Source]) -> list[str]:
    """Return a source and all that it reports, directly or not, each once."""
    found = {name: None}
    todo = [name]
    while todo:
        source = sources.get(todo.pop())
        for each in source.based_on if source else ():
            if each not in found:
                found[each] = None
                todo.append(each)
    return list(found)


def roots(name: str, sources: Mapping[str, Source]) -> list[str]:
    """Return the sources that a source goes back to in the end; itself where it reports no other.

    Example:
        >>> roots("blog", {"blog": Source("blog", based_on=("paper",)), "paper": Source("paper")})
        ['paper']
    """
    return [each for each in upstream(name, sources) if not (sources[each].based_on if each in sources else ())]
