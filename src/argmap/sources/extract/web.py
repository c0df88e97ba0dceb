"""The main text of a web page that does not mark it, as trafilatura guesses it (extra ``web``); only when asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.encodings import decode
from argmap.sources.extract import Extracted, Extractor, LeftOut, tidy
from argmap.sources.extract._account import Account
from argmap.sources.extract.html import read_markup
from argmap.sources.extract.html.declared import declared
from argmap.text import count_words

_TAGS = 100_000
_OUTSIDE = "parts outside the main text"


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a page; what looks like menus, comments and advertising is left out, and told."""
    with _named_extra():
        import trafilatura
    if data.count(b"<") > _TAGS:
        raise ReadError(f"it has more than {_TAGS:,} tags, too many to guess its main text: take it in as a whole")
    page = decode(data, encoding, declared(data)[0])
    text = tidy(trafilatura.extract(page, include_comments=False, include_tables=True) or "")
    if not text.strip():
        raise ReadError("no main text was found in the page")
    seen = read_markup(page)
    left_out = _missing(seen.text, text)
    visible = count_words(text) + sum(each.words for each in left_out)
    return Extracted(text, seen.title, f"trafilatura {trafilatura.__version__}", visible, left_out, seen.doubts)


@contextmanager
def _named_extra() -> Iterator[None]:
    """Name the package that is really missing, such as one that trafilatura itself needs."""
    try:
        yield
    except ImportError as error:
        missing = error.name or "trafilatura"
        missing = (
            "lxml_html_clean" if missing.startswith("lxml.html.clean") or "lxml_html_clean" in str(error) else missing
        )
        raise MissingExtraError("guessing the main text of a page", missing.partition(".")[0], "web") from None


def _missing(page: str, text: str) -> tuple[LeftOut, ...]:
    """Return the account of the words of a page that its main text has not, block by block."""
    kept = Counter(text.split())
    account = Account()
    for block in page.split("\n"):
        words = block.split()
        lost = [word for word in words if not kept[word]]
        kept.subtract(word for word in words if kept[word])
        if lost:
            account.add(_OUTSIDE, " ".join(lost))
    return account.left_out()


EXTRACTOR = Extractor(
    title="main text of a web page",
    suffixes=(),
    media_types=(),
    looks_right=lambda head: False,  # noqa: ARG005  (never chosen by itself)
    read=read,
)
