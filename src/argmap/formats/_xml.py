"""XML in any encoding, as a flat list of elements with their places; for the formats that are made of it.

The standard library's expat reads it. Nothing outside the file is ever fetched, and a file that declares entities of
its own is not read beyond them, so that a few lines can never become gigabytes (CWE-776).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from xml.parsers.expat.errors import XML_ERROR_NO_ELEMENTS, codes, messages

from attrs import define, field, frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span
from argmap.wording import quoted

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_WORDS = {codes[XML_ERROR_NO_ELEMENTS]: "the text ends too early: an element is not closed"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_ESCAPED, _ESCAPED_IN_TEXT = re.compile('[&<>"\n\r\t]'), re.compile("[&<>\r]")


@frozen
class Element:
    """An element, as it begins.

    Attributes:
        name: With its prefix, if it has one.
        attributes: Its attributes.
        parent: Number of the element that it stands in; -1 for the outermost.
        text: What stands in it, without what stands in elements inside it.
        at: The place of its tag.
    """

    name: str
    attributes: Mapping[str, str]
    parent: int
    text: str
    at: Span


def decoded(data: bytes) -> str:
    """Return the text of a file of XML: as its byte order mark, its declaration, or else UTF-8 has it.

    Raises:
        ConvertError: It is in another encoding than it says, or in one that nobody knows.

    Example:
        >>> decoded("<?xml version='1.0' encoding='latin-1'?><a>é</a>".encode("latin-1"))[-8:]
        '<a>é</a>'
    """
    if data[:2] == b"PK":
        raise ConvertError("this is no XML, but a zip archive")
    name, skip = next(((name, len(bom)) for bom, name in _BOMS if data.startswith(bom)), ("", 0))
    name = name or next((name for start, name in _UNMARKED if data.startswith(start)), "")
    declared = _DECLARED.match(data.lstrip()[:400])
    name = name or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return data[skip:].decode(name)
    except LookupError:
        raise ConvertError(f"nobody knows the encoding {quoted(name)} that this file says it is in") from None
    except (UnicodeError, ValueError):
        raise ConvertError(f"this is not in the encoding that it says it is in, {name}: save it as UTF-8") from None


def elements(flaws: Flaws) -> list[Element]:
    """Return the elements of a text, in order, as far as it is XML; where it is none is noted as a flaw.

    Args:
        flaws: The text, and the flaws found in it.

    Raises:
        ConvertError: It declares entities before its first element.

    Example:
        >>> [(each.name, each.parent, each.text) for each in elements(Flaws("<a>one<b>two</b> three</a>"))]
        [('a', -1, 'one three'), ('b', 0, 'two')]
    """
    reading = _Reading(flaws.text, flaws.text.encode("utf-8", "replace"))
    try:
        reading.parser.Parse(reading.data, True)
    except ExpatError as error:
        flaws.add(
            SYNTAX, _WORDS.get(error.code) or f"this is no XML from here on: {messages[error.code]}", reading.here()
        )
    except _EntityError:
        if not reading.begun:
            raise ConvertError(
                "entities are declared here, and are not read: write the characters themselves"
            ) from None
        message = "entities are declared here: nothing from here on is read; write the characters themselves"
        flaws.add(SYNTAX, message, reading.here())
    for name, place in reading.skipped:
        flaws.add(SYNTAX, f"{quoted(f'&{name};')} is declared nowhere here: write the character itself", place)
    return list(reading.found())


class _EntityError(Exception):
    """The text declares an entity."""


@define
class _Reading:
    """What expat has reported so far, and where it is."""

    text: str
    data: bytes
    parser: XMLParserType = field(init=False)
    begun: list[tuple[str, dict[str, str], int, Span]] = field(factory=list)
    texts: list[list[str]] = field(factory=list)
    open: list[int] = field(factory=list)
    skipped: list[tuple[str, Span]] = field(factory=list)
    offset: int = 0
    index: int = 0

    def __attrs_post_init__(self) -> None:
        self.parser = ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skip

    def place(self, index: int) -> Span:
        """Return the tag that begins at a byte; expat never goes back."""
        self.offset += len(self.data[self.index : index].decode("utf-8", "replace"))
        self.index = index
        end = self.text.find(">", self.offset) + 1
        return Span(self.offset, end or len(self.text))

    def here(self) -> Span:
        """Return the place where expat has stopped."""
        start = self.place(max(self.index, self.parser.ErrorByteIndex)).start
        return Span(start, min(start + 1, len(self.text)))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        place = self.place(self.parser.CurrentByteIndex)
        self.begun.append((name, attributes, self.open[-1] if self.open else -1, place))
        self.texts.append([])
        self.open.append(len(self.begun) - 1)

    def end(self, _: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        if self.open:
            self.texts[self.open[-1]].append(text)

    def entity(self, _name: str, is_parameter: bool, *_: object) -> None:
        if not is_parameter:
            raise _EntityError

    def skip(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.skipped.append((name, self.place(self.parser.CurrentByteIndex)))

    def found(self) -> Iterator[Element]:
        for (name, attributes, parent, at), parts in zip(self.begun, self.texts, strict=True):
            yield Element(name, attributes, parent, "".join(parts), at)


def in_attribute(text: str) -> str:
    r"""Return a text as it stands in an attribute, between double quotation marks.

    Example:
        >>> in_attribute('5 < 6 & "so"\n')
        '5 &lt; 6 &amp; &quot;so&quot;&#10;'
    """
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)


def in_element(text: str) -> str:
    """Return a text as it stands between two tags.

    Example:
        >>> in_element("5 < 6")
        '5 &lt; 6'
    """
    return _ESCAPED_IN_TEXT.sub(lambda match: _ESCAPES[match[0]], text)


def forbidden(text: str) -> str:
    r"""Return a text with a replacement character for each that XML cannot hold (XML 1.0, section 2.2).

    Example:
        >>> forbidden("dry\x07")
        'dry\ufffd'
    """
    return _FORBIDDEN.sub("\ufffd", text)
