"""The lock file ``argmap.lock``: what each anchor held when it was last verified.

A line for each version of a source that was read, one for each anchor, and one for each statement that was reviewed.
An anchor's line holds where the passage stood, digests of its words and of what they say, a sketch (12 bits for each
word), the same for eight words on either side, how many places looked just like it, its page and figures, and keys of
24 bits for words of closed classes: negations, number words, quantifiers, modals and the like. It holds no readable
text of the source.

The lines are sorted and each ends with a check sum, so that two branches that lock different anchors merge without
conflict, and a line that was damaged or edited by hand is noticed.
"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b, sha256
from typing import NamedTuple
from urllib.parse import quote, unquote
from zlib import crc32

from attrs import field, frozen

from argmap.evidence.text import normalise
from argmap.evidence.text.words import NEGATIONS
from argmap.flaws import Flaw, Flaws
from argmap.model.citations import Selector
from argmap.rules.damaged_lock import RULE as DAMAGED_LOCK
from argmap.text import Span

VERSION = 2
"""Of the file; raised whenever its lines change their shape."""

_HEADER = f"argmap-lock {VERSION} normal-form {normalise.VERSION}"
_OLDER = ("argmap-lock 1 normal-form 1", "argmap-lock 1 normal-form 2")
"""Read too. They lack the gist; a passage that normal form 2 writes otherwise than 1 is looked up by its phrases."""
_LENGTH_1 = 14  # fields of an anchor in version 1
_REBUILD = "run `argmap lock` to rebuild it"
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_NOTHING = "."


@frozen
class Version:
    """A version of a source: the text that anchors were verified against.

    Attributes:
        source: Id of the source.
        text: SHA-256 of the text in UTF-8, in hexadecimal; see `fingerprint`.
        file: SHA-256 of the file that it was extracted from, or None for one that is text itself.
        extractor: Name and version of what extracted it.
        date: When it was last verified, as ``2026-11-30``.
    """

    source: str
    text: str
    file: str | None = None
    extractor: str | None = None
    date: str | None = None


class Review(NamedTuple):
    """A person has looked at a statement, with its reasons and citations, and found it right.

    Attributes:
        map: Path of the map's file, from the project's folder.
        statement: Id of the statement.
        own: Fingerprint of the statement with its steps and citations.
        cone: Fingerprint of all that it rests on, itself included.
        reviewer: Who looked.
        date: When, as ``2026-11-30``.
        disputes: Keys of the disputes over its citations that the person saw; see `dispute_key`.
    """

    map: str
    statement: str
    own: str
    cone: str
    reviewer: str
    date: str
    disputes: tuple[str, ...] = ()


class Record(NamedTuple):
    """What one anchor held; rows of codes are kept as they are written, and `decode` reads them.

    Attributes:
        source: Id of the source.
        key: Of the selector; see `selector_key`.
        version: Beginning of the fingerprint of the text it was found in.
        start: Offset of the passage in that text, in code points.
        end: Offset after it.
        lead: Characters of its normal form before its first word.
        trail: Characters of its normal form after its last word.
        digest: Of its normal form N1, 72 bits.
        loose: Of its normal form N2, 48 bits.
        sketch: Codes of its words.
        before: Codes of up to eight words before it.
        after: Codes of up to eight words after it.
        twin: Which of the places that look just like it, counted from 1.
        twins: How many such places there are, itself included.
        page: On which it stands, where the text has form feeds between its pages.
        figures: Its figures.
        signals: Keys of its signal words, in order; see `word_keys`.
        languages: Codes of the languages that it may be in, in which its signals were found; none in an old lock.
        gist: Digest of what it says, see `argmap.evidence.text.gist`; none in an old lock.
        beside: Keys of the negations right beside it, in its sentence.
    """

    source: str
    key: str
    version: str
    start: int
    end: int
    lead: int
    trail: int
    digest: str
    loose: str
    sketch: str
    before: str
    after: str
    twin: int = 1
    twins: int = 1
    page: int | None = None
    figures: tuple[str, ...] = ()
    signals: str = ""
    languages: tuple[str, ...] = ()
    gist: str = ""
    beside: str = ""


@frozen
class Lock:
    """The content of a lock file.

    Attributes:
        records: By source id and selector key.
        versions: Of the sources, those that a record names and those last read.
        reviews: By map and statement.
        flaws: What is wrong with the file; takes no part in equality.
    """

    records: Mapping[tuple[str, str], Record] = field(factory=dict)
    versions: tuple[Version, ...] = ()
    reviews: Mapping[tuple[str, str], Review] = field(factory=dict)
    flaws: tuple[Flaw, ...] = field(default=(), eq=False)

    def record(self, source: str, selector: Selector) -> Record | None:
        """Return what an anchor held, if it is locked."""
        return self.records.get((source, selector_key(selector)))


def fingerprint(text: str) -> str:
    """Return the fingerprint of a source's text: SHA-256 of its UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def short(fingerprint: str) -> str:
    """Return the beginning of a fingerprint that anchors name their version by."""
    return fingerprint[:12]


def digest(text: str, size: int = 9) -> str:
    """Return a digest of a text, of ``size`` bytes (a multiple of three), in base 64."""
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
    return b2a_base64(raw, newline=False).decode("ascii")


def word_keys(words: Iterable[str]) -> str:
    """Return the keys of some words of closed classes, four characters each.

    A key tells the word to who has the list of its class; a digest of one of a few hundred known words hides nothing.

    Example:
        >>> len(word_keys(["not", "all"])), word_keys(["not"]) == word_keys(["all"])
        (8, False)
    """
    return "".join(digest(word, 3) for word in words)


def selector_key(selector: Selector) -> str:
    """Return the key of a selector; its quotation marks, dashes and spaces do not count.

    Example:
        >>> selector_key(Selector("“safe” level")) == selector_key(Selector('"safe"  level'))
        True
    """
    return digest(f"{normalise.normal_text(selector.quote)}\0{selector.nth or ''}")


def encode(row: Iterable[int]) -> str:
    """Write a row of word codes, two characters each.

    Example:
        >>> encode([0, 4095]), decode("AA__")
        ('AA__', (0, 4095))
    """
    return "".join([_DIGITS[code >> 6] + _DIGITS[code & 63] for code in row])


def decode(row: str) -> tuple[int, ...]:
    """Read a row of word codes; anything else reads as zeros."""
    values = [_VALUE.get(digit, 0) for digit in row]
    return tuple([high << 6 | low for high, low in zip(values[::2], values[1::2], strict=False)])


def write_lock(lock: Lock) -> str:
    """Write a lock file: a heading and the sorted lines."""
    lines = [_sealed(_anchor_line(record)) for record in lock.records.values()]
    lines += [_sealed(_source_line(version)) for version in lock.versions]
    lines += [_sealed(_review_line(review)) for review in lock.reviews.values()]
    return "\n".join([_HEADER, *sorted(lines), ""])


def read_lock(text: str) -> Lock:
    r"""Read a lock file. Never raises: what is wrong with it is in ``flaws``.

    Lines in any order are read, and equal lines count once, as git's *union* merge leaves them. Of two different lines
    for one anchor neither is believed.

    Args:
        text: Content of the file.

    Example:
        >>> lock = read_lock(f"{_HEADER}\n<<<<<<< HEAD\nanchor wells\n")
        >>> [(flaw.span.start, flaw.message) for flaw in lock.flaws]
        [(28, 'git left a conflict here; run `argmap lock` to rebuild it'),
         (41, 'this line was damaged or edited by hand; run `argmap lock` to rebuild it')]
    """
    header, *lines = text.splitlines(keepends=True) or [""]
    flaws = Flaws(text)
    if header.rstrip() not in (_HEADER, *_OLDER):
        flaws.add(DAMAGED_LOCK, f"this is not a lock that this version of argmap reads; {_REBUILD}", Span(0, 0))
        return Lock(flaws=tuple(flaws.found))
    start = len(header)
    records: dict[tuple[str, str], Record] = {}
    versions: dict[tuple[str, str], Version] = {}
    reviews: dict[tuple[str, str], Review] = {}
    twice: set[tuple[str, str]] = set()
    for line in lines:
        found, beginning = _read_line(line), Span(start, start)
        start += len(line)
        if isinstance(found, str):
            flaws.add(DAMAGED_LOCK, f"{found}; {_REBUILD}", beginning)
        elif isinstance(found, Version):
            versions[found.source, found.text] = max(found, versions.get((found.source, found.text), found), key=_date)
        elif isinstance(found, Review):
            last = reviews.get((found.map, found.statement), found)
            reviews[found.map, found.statement] = max(found, last, key=lambda review: review.date)
        elif found and records.setdefault((found.source, found.key), found) != found:
            twice.add((found.source, found.key))
            flaws.add(DAMAGED_LOCK, f"this anchor is locked twice, in two ways; {_REBUILD}", beginning)
    kept = {key: record for key, record in records.items() if key not in twice}
    return Lock(kept, tuple(versions.values()), reviews, tuple(flaws.found))


def _date(version: Version) -> str:
    return version.date or ""


def _sealed(line: str) -> str:
    return f"{line} {_seal(line)}"


def _seal(line: str) -> str:
    return f"{crc32(line.encode()):08x}"


def _read_line(line: str) -> Record | Version | Review | str | None:
    """Read a line; return what is wrong with it as a sentence, or None for one that says nothing."""
    if line.startswith("<<<<<<<"):
        return "git left a conflict here"
    if not line.strip() or line.startswith(("|||||||", "=======", ">>>>>>>")):
        return None
    content, _, seal = line.rstrip().rpartition(" ")
    kind, *fields = content.split(" ")
    try:
        if seal == _seal(content):
            return _READERS[kind](fields)
    except (ValueError, IndexError, KeyError, TypeError):
        pass
    return "this line was damaged or edited by hand"


def _read_source(fields: list[str]) -> Version:
    source, text, *rest = (None if value == _NOTHING else unquote(value) for value in fields)
    return Version(source or "", text or "", *rest)


def _read_review(fields: list[str]) -> Review:
    path, statement, own, cone, reviewer, date, *disputes = map(unquote, fields)
    return Review(path, statement, own, cone, reviewer, date, tuple(disputes))


def _review_line(review: Review) -> str:
    return " ".join(["review", *(quote(value, safe="") for value in (*review[:-1], *review.disputes))])


def _source_line(version: Version) -> str:
    values = (version.source, version.text, version.file, version.extractor, version.date)
    return " ".join(["source", *(quote(value, safe="") if value else _NOTHING for value in values)])


def _anchor_line(record: Record) -> str:
    values = [
        quote(record.source, safe=""),
        *record[1:3],
        f"{record.start}-{record.end}",
        f"{record.lead}+{record.trail}",
        *record[7:12],
        f"{record.twin}/{record.twins}",
        str(record.page) if record.page else "",
        ";".join(record.figures),
        record.signals,
        "+".join(record.languages),
        record.gist,
        record.beside,
    ]
    return " ".join(["anchor", *(value or _NOTHING for value in values)])


def _read_anchor(fields: list[str]) -> Record:
    values = ["" if value == _NOTHING else value for value in fields]
    said = values[_LENGTH_1 - 1 :] if len(values) > _LENGTH_1 else (_keys_1(values[-1]), "", "", "")
    source, key, version, place, margins, digest, loose, sketch, before, after, twin, page, figures = values[:13]
    signals, languages, gist, beside = said
    start, _, end = place.partition("-")
    lead, _, trail = margins.partition("+")
    which, _, twins = twin.partition("/")
    if len(sketch) < 2 or not 1 <= int(which) <= int(twins):
        raise ValueError(fields)
    return Record(
        unquote(source),
        key,
        version,
        int(start),
        int(end),
        int(lead),
        int(trail),
        digest,
        loose,
        sketch,
        before,
        after,
        int(which),
        int(twins),
        int(page) if page else None,
        tuple(figures.split(";")) if figures else (),
        signals,
        tuple(languages.split("+")) if languages else (),
        gist,
        beside,
    )


def _keys_1(negations: str) -> str:
    """Read the negations of version 1, a letter each."""
    return word_keys(NEGATIONS[ord(letter) - 97] for letter in negations)


_READERS: Mapping[str, Callable[[list[str]], Record | Version | Review]] = {
    "anchor": _read_anchor,
    "source": _read_source,
    "review": _read_review,
}
