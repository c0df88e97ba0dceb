"""Word documents (.docx, .docm, .dotx): what a reader of the document sees, and an account of the rest.

Notes stand after the body. Equations are written on one line; fields show what Word last showed; text boxes stand after
the paragraph they hang on. What is deleted, hidden or remarked, running heads, marks of notes, pictures and the numbers
of lists are left out and told. Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.errors import ReadError
from argmap.sources.extract import Extracted, Extractor, tidy
from argmap.sources.extract._account import Account
from argmap.sources.extract._title import sensible
from argmap.sources.extract.docx import blocks, inline, objects
from argmap.sources.extract.docx.package import Package, opened
from argmap.sources.extract.docx.reading import Element, End, Reading, skip
from argmap.sources.extract.docx.styles import Styles, read_lists, read_styles
from argmap.sources.extract.docx.xml import Attributes, Names, feed, parse
from argmap.text import count_words

_ELEMENTS = {**blocks.ELEMENTS, **inline.ELEMENTS, **objects.ELEMENTS}
_DEEPEST = 1000
_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_INCLUDED = "a part of it is another document that Word shows in it, and is not in the text: save it in Word once more"


def read(data: bytes, encoding: str | None = None) -> Extracted:  # noqa: ARG001
    """Read a document; refuses what is not a Word document, and one that would unpack to a flood."""
    package = opened(data)
    styles, account = _styles(package), Account()

    def reading(parts: Iterable[str], told: Account) -> Reading:
        result = Reading(styles, told, lambda name: _words(package, name, "\n"))
        for part in parts:
            _read_part(package.pieces(part), result)
        return result

    body = reading([package.main], account)
    notes = reading(package.parts("footnotes") + package.parts("endnotes"), account)
    heads = [reading([part], Account()).end_aside() for kind in ("header", "footer") for part in package.parts(kind)]
    reading(package.parts("comments"), account)
    for head in dict.fromkeys(filter(str.strip, heads)):
        account.add("running heads", head)
    for chart in body.charts:
        account.add("charts", _words(package, chart, " "))
    if numbered := body.numbered + notes.numbered:
        account.add("list numbers", places=numbered)
    text = tidy(f"{body.end_aside()}\n\n{_unindented(notes.end_aside())}")
    told = account.left_out()
    seen = max(body.seen + notes.seen, count_words(text))  # an equation on one line may have more words
    return Extracted(
        text,
        _title(package),
        "docx 1",
        visible=seen + sum(kind.words for kind in told if kind.kind in ("running heads", "charts")),
        left_out=told,
        doubts=(_INCLUDED,) if body.included else (),
    )


def _styles(package: Package) -> Styles:
    styles = Styles()
    for part in package.parts("styles"):
        read_styles(package.pieces(part), styles)
    for part in package.parts("numbering"):
        read_lists(package.pieces(part), styles)
    return styles


def _read_part(pieces: Iterable[bytes], reading: Reading) -> None:
    ends: list[End | None] = []
    names, elements = Names(), _Elements()
    skipped = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal skipped
        element = elements[name]
        end = None
        if element and not skipped:
            end = element(reading, {names[key]: value for key, value in attributes.items()} if attributes else {})
        if skipped or end is skip:
            skipped += 1
        elif len(ends) < _DEEPEST:
            ends.append(end)
        else:
            raise ReadError(f"it is nested more than {_DEEPEST:,} deep, as no real document is")

    def finish(_: str) -> None:
        nonlocal skipped
        if skipped:
            skipped -= 1
        elif end := ends.pop():
            end()

    def data(text: str) -> None:
        if reading.characters is not None and not skipped:
            reading.characters.append(text)

    feed(pieces, start, finish, data)
    reading.count_seen()


class _Elements(dict[str, Element | None]):
    """What to do at an element, by the name that expat has for it."""

    def __missing__(self, name: str) -> Element | None:
        self[name] = _ELEMENTS.get(Names()[name])
        return self[name]


def _words(package: Package, name: str, between: str) -> str:
    """Return the text of a diagram or a chart, given its id."""
    part = package.related.get(name, ("", ""))[1]
    return between.join(_texts(package, part, "a:p", "a:t")) if package.has(part) else ""


def _title(package: Package) -> str | None:
    part = "docProps/core.xml"
    titles = _texts(package, part, "dc:title", "dc:title") if package.has(part) else []
    return sensible(titles[0]) if titles else None


def _texts(package: Package, part: str, block: str, text: str) -> list[str]:
    """Return the texts in the blocks of a part, of those that are not empty."""
    found: list[list[str]] = [[]]
    open_elements: list[str] = []

    def start(name: str, _: Attributes) -> None:
        open_elements.append(name)
        if name == block:
            found.append([])

    def data(characters: str) -> None:
        if open_elements[-1] == text:
            found[-1].append(characters)

    def finish() -> None:
        open_elements.pop()

    parse(package.pieces(part), start, finish, data)
    return [joined for pieces in found if (joined := "".join(pieces)).strip()]


def _unindented(notes: str) -> str:
    """Return notes without the blanks that stood after their marks."""
    return "\n".join(line.lstrip(" \t") for line in notes.split("\n"))


EXTRACTOR = Extractor(
    title="Word document",
    suffixes=(".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".odt"),
    media_types=(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        "application/vnd.ms-word.document.macroenabled.12",
        "application/msword",
        "application/rtf",
        "text/rtf",
        "application/vnd.oasis.opendocument.text",
    ),
    looks_right=lambda head: head.startswith(_STARTS),
    read=read,
)
