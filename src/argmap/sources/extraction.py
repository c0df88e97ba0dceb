"""Choosing the extractor of a file, and extracting."""

from __future__ import annotations

from pathlib import PurePath

from argmap import registry
from argmap.errors import ReadError
from argmap.sources import extract as package
from argmap.sources.extract import Extracted, Extractor

_PLAIN = "text"


def extract(
    data: bytes,
    name: str = "",
    *,
    media_type: str | None = None,
    encoding: str | None = None,
    extractor: str | None = None,
) -> Extracted:
    r"""Extract the text of a file.

    What the bytes look like counts first, then the media type, then the ending of the name; a file of
    an unknown kind is read as plain text.

    Args:
        data: What the file holds.
        name: Its name or path.
        media_type: What a server called it, without parameters.
        encoding: Its character encoding, where someone has named it.
        extractor: Name of the extractor to use, whatever the file looks like.

    Raises:
        ReadError: There is no text to be had, in a sentence that goes on from "cannot be used: ".
        MissingExtraError: An extra must be installed first.
        UnknownNameError: There is no such extractor.

    Example:
        >>> extract(b"<html><p>It rained<sup><a href='#1'>1</a></sup> at night.", "page").text
        'It rained at night.\n'
    """
    chosen = _named(extractor) if extractor else _likely(data, name, media_type)
    extracted = chosen.read(data, encoding)
    if not extracted.text.strip():
        raise ReadError("it holds no text")
    return extracted


def _named(name: str) -> Extractor:
    declared: Extractor = registry.load(package, name).EXTRACTOR
    return declared


def _likely(data: bytes, name: str, media_type: str | None) -> Extractor:
    declared = [_named(each) for each in registry.names(package)]
    head, suffix = data[:4096], PurePath(name).suffix.lower()
    candidates = [
        *(extractor for extractor in declared if extractor.looks_right(head)),
        *(extractor for extractor in declared if media_type in extractor.media_types),
        *(extractor for extractor in declared if suffix in extractor.suffixes),
        _named(_PLAIN),
    ]
    return candidates[0]
