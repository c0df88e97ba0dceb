"""Choosing the extractor of a file, and extracting."""

from __future__ import annotations

from pathlib import PurePath

from argmap import registry
from argmap.errors import ReadError
from argmap.sources import extract as package
from argmap.sources.confined import read_apart
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
    an unknown kind is read as plain text. That a server calls it plain text says nothing. Whatever a library must parse
    is read in a process of its own, which has 60 seconds and 2 GB of memory.

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
    chosen = extractor or _likely(data, name, media_type)
    declared = _named(chosen)
    extracted = read_apart(data, chosen, encoding) if declared.apart else declared.read(data, encoding)
    if not extracted.text.strip():
        raise ReadError("it holds no text")
    return extracted


def _named(name: str) -> Extractor:
    declared: Extractor = registry.load(package, name).EXTRACTOR
    return declared


def _likely(data: bytes, name: str, media_type: str | None) -> str:
    declared = {each: _named(each) for each in registry.names(package)}
    head, suffix = data[:4096], PurePath(name).suffix.lower()
    candidates = [
        *(each for each, extractor in declared.items() if extractor.looks_right(head)),
        *(each for each, extractor in declared.items() if media_type in extractor.media_types and each != _PLAIN),
        *(each for each, extractor in declared.items() if suffix in extractor.suffixes),
        _PLAIN,
    ]
    return candidates[0]
