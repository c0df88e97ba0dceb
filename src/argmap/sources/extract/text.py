"""Plain text and Markdown: taken as they are."""

from __future__ import annotations

import codecs

from argmap.errors import ReadError
from argmap.sources.extract import Extracted, Extractor, tidy

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


_NO_TEXT = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})  # Python's own


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a text file; in UTF-8 unless a byte order mark or the caller says otherwise."""
    text = decode(data, encoding)
    heading = next((line for line in text[:4000].splitlines() if line.strip()), "")
    title = heading[2:].strip() if heading.startswith("# ") else None
    return Extracted(tidy(text), title, "text 1")


def decode(data: bytes, encoding: str | None) -> str:
    """Decode a file's bytes; raises `ReadError` for what is not text, and for an encoding that does not fit."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is None and _is_binary(data):
        raise ReadError("it is not text, nor a kind of file that argmap extracts text from")
    name = encoding or marked or "utf-8"
    try:
        return data.decode(_for_text(name))
    except LookupError:
        raise ReadError(f"there is no encoding {name!r}: utf-8, windows-1252 and utf-16 are common ones") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(f"line {line} is not in {name}: name its encoding, as in --encoding windows-1252") from None


def _for_text(encoding: str) -> str:
    """Return the name of an encoding that files are written in; raises `LookupError` for any other name."""
    try:
        known = codecs.lookup(encoding).name
    except ValueError:
        raise LookupError(encoding) from None
    if known in _NO_TEXT:
        raise LookupError(encoding)
    return encoding


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    return b"\0" in head or sum(byte in _CONTROLS for byte in head) * 50 > len(head)


EXTRACTOR = Extractor(
    title="plain text",
    suffixes=(".txt", ".md", ".markdown", ".text"),
    media_types=("text/plain", "text/markdown"),
    looks_right=lambda head: False,  # noqa: ARG005  (what looks like nothing else is tried as text)
    read=read,
    apart=False,
)
