"""Plain text: taken as it is."""

from __future__ import annotations

from argmap.sources.encodings import decode
from argmap.sources.extract import Extracted, Extractor, tidy


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a text file; in UTF-8 unless a byte order mark or the caller says otherwise."""
    text = decode(data, encoding)
    heading = next((line for line in text[:4000].splitlines() if line.strip()), "")
    title = heading[2:].strip() if heading.startswith("# ") else None
    return Extracted(tidy(text), title, "text 1")


EXTRACTOR = Extractor(
    title="plain text",
    suffixes=(".txt", ".text"),
    media_types=("text/plain",),
    looks_right=lambda head: False,  # noqa: ARG005  (what looks like nothing else is tried as text)
    read=read,
    apart=False,
)
