"""Extraction: the text of a file, one module per kind of file.

Each module has ``EXTRACTOR``, an `Extractor`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

_TRAILING = re.compile(r"(?<![^\S\n\f])[^\S\n\f]++(?=[\n\f]|\Z)")
_BLANKS = re.compile(r"\n{3,}")


@frozen
class LeftOut:
    """What an extractor left out of a file, of one kind.

    Attributes:
        kind: What it is, in the plural: *menus*, *note marks*, *pictures*, *equations*, *forms*.
        places: At how many places of the file.
        words: How many words that a reader sees there, together; none for a picture without a description.
        most: How many words in the largest of the places.
        first: The first words that were left out, up to eight.
    """

    kind: str
    places: int
    words: int = 0
    most: int = 0
    first: str = ""


@frozen
class Extracted:
    """The text of a file, and what of the file is not in it.

    Attributes:
        text: With blank lines between blocks, and a form feed between pages where the file has pages.
        title: What the file calls itself, if it does.
        extractor: Name and version of what read it, such as ``html 1``.
        visible: How many words a reader of the file sees, counted apart from the text; None where that is the text.
        left_out: What was left out, kind by kind.
        doubts: What may be wrong with the text, in a sentence each, such as an order of reading that was guessed.
    """

    text: str
    title: str | None
    extractor: str
    visible: int | None = None
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[str, ...] = ()


@frozen
class Extractor:
    """A module's declaration that it reads a kind of file.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot.
        media_types: The internet media types it goes by.
        looks_right: Tells from the first bytes of a file whether it is of this kind.
        read: Returns the text of a file, given its bytes and, where it is known, its character encoding; raises
            `ReadError`, which says what is wrong with the file, and `MissingExtraError`.
        apart: Whether files are read in a process of its own, with limits of time and memory.
    """

    title: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    looks_right: Callable[[bytes], bool]
    read: Callable[[bytes, str | None], Extracted]
    apart: bool = True


def tidy(text: str) -> str:
    r"""Return a text with ``\n`` as its line ends, without spaces at the ends of lines and without runs of blank lines.

    Example:
        >>> tidy("one  \r\n\r\n\r\n\r\ntwo\n")
        'one\n\ntwo\n'
    """
    text = _TRAILING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _BLANKS.sub("\n\n", text).strip("\n") + "\n"
