"""The main text of a web page that does not mark it, as trafilatura guesses it (extra ``web``); only when asked for."""

from __future__ import annotations

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.extract import Extracted, Extractor, tidy
from argmap.sources.extract.text import decode


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a page; what looks like menus, comments and advertising is left out."""
    try:
        import trafilatura
    except ImportError:
        raise MissingExtraError("guessing the main text of a page", "trafilatura", "web") from None
    page = decode(data, encoding) if encoding else data
    text = trafilatura.extract(page, include_comments=False, include_tables=True)
    if not text:
        raise ReadError("no main text was found in the page")
    metadata = trafilatura.extract_metadata(page)
    return Extracted(tidy(text), metadata.title, f"trafilatura {trafilatura.__version__}")


EXTRACTOR = Extractor(
    title="main text of a web page",
    suffixes=(),
    media_types=(),
    looks_right=lambda head: False,  # noqa: ARG005  (never chosen by itself)
    read=read,
)
