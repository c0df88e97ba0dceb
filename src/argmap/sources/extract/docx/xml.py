"""Parts of a Word document, element by element, without ever holding one as a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers.expat import ExpatError, ParserCreate

from argmap.errors import ReadError

_LONGEST_DATA = 1 << 16
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "urn:schemas-microsoft-com:"
_PREFIXES = {
    f"{_TRANSITIONAL}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_TRANSITIONAL}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_TRANSITIONAL}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_TRANSITIONAL}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_TRANSITIONAL}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_TRANSITIONAL}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "c",
    f"{_TRANSITIONAL}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_TRANSITIONAL}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_TRANSITIONAL}markup-compatibility/2006": "mc",
    f"{_TRANSITIONAL}package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    f"{_MICROSOFT}vml": "v",
    f"{_MICROSOFT}office:office": "o",
}
"""The names of vocabularies, as documents of today and strict ones write them, and what they are called here."""

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[], None]
Data = Callable[[str], None]


class Names(dict[str, str]):
    """Names of expat, each with its name here, such as ``w:p``; those of an unknown vocabulary begin with ``?:``."""

    def __missing__(self, name: str) -> str:
        address, _, local = name.rpartition(" ")
        self[name] = f"{_PREFIXES.get(address, '?')}:{local}" if address else local
        return self[name]


def parse(pieces: Iterable[bytes], start: Start, end: End, data: Data | None = None) -> None:
    """Parse a part, given in pieces, and report its elements as they begin and end.

    Args:
        pieces: The part.
        start: Takes the name of an element and its attributes, such as ``w:p`` and ``{"w:val": "1"}``.
        end: Called as an element ends.
        data: Takes text; one text may come in several pieces.

    Raises:
        ReadError: It is no XML, or of a form that no program writes.
    """
    names = Names()

    def begin(name: str, attributes: Attributes) -> None:
        start(names[name], {names[key]: value for key, value in attributes.items()})

    feed(pieces, begin, lambda _: end(), data)


def feed(pieces: Iterable[bytes], start: Start, end: Callable[[str], None], data: Data | None = None) -> None:
    """Do as `parse` does, with the names of expat."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text, parser.buffer_size = True, _LONGEST_DATA
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = _refuse
    if data:
        parser.CharacterDataHandler = data
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (ExpatError, LookupError) as error:
        raise ReadError(f"it is a damaged Word document ({error})") from None


def _refuse(*_: object) -> None:
    raise ReadError("it defines a document type, as no Word document does")
