"""The annotations of Hypothesis as its programs give them: answers of the API, and exports of the client."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from attrs import frozen

from argmap.errors import ConvertError
from argmap.formats.annotated import _located
from argmap.text import LineIndex, Span

HEADS = (
    "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags",
    "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags",
    "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags",
)
"""How CSV exports begin, the oldest first; some of the oldest have ``Page`` as their last column."""

_LISTS = ("rows", "annotations", "replies")
_WEB = ("http://", "https://")


@frozen
class Document:
    """A file of annotations.

    Attributes:
        form: The name of the member that lists them; ``list`` where they are the file, ``single`` for but one.
        members: What else the file says.
        rows: The annotations, each with its place.
        strange: The places of what is listed among them and is none.
    """

    form: str
    members: dict[str, Any]
    rows: tuple[tuple[dict[str, Any], Span], ...]
    strange: tuple[Span, ...] = ()


def parse(text: str) -> Document:
    """Read annotations.

    Args:
        text: JSON or CSV.

    Raises:
        ConvertError: It holds no annotations of Hypothesis: the reason in a sentence.

    Example:
        >>> parse('{"total": 1, "rows": [{"uri": "https://example.org/a", "text": "Dry."}]}').form
        'rows'
    """
    if is_csv(text):
        return Document("annotations", {}, tuple(_of_csv(text)))
    found, places = _located.read(text)
    if isinstance(found, list):
        form, rows, members = "list", places[""], {}
    elif isinstance(found, dict):
        lists = [name for name in _LISTS if name in places]
        form = lists[0] if lists else "single"
        rows = [row for name in lists for row in places[name]] if lists else [(found, Span(0, len(text)))]
        members = {name: value for name, value in found.items() if name not in lists} if lists else {}
    else:
        rows, form, members = [], "", {}
    good = tuple((row, span) for row, span in rows if _is_annotation(row))
    if not form or (rows and not good):
        raise ConvertError("these are no annotations of Hypothesis: each has a 'uri'")
    return Document(form, members, good, tuple(span for row, span in rows if not _is_annotation(row)))


def _is_annotation(row: object) -> bool:
    return isinstance(row, dict) and isinstance(row.get("uri"), str)


def is_csv(text: str) -> bool:
    """Tell whether a text has the columns of a CSV export of the client."""
    return text.lstrip("\ufeff").startswith(HEADS)


def _of_csv(text: str) -> Iterator[tuple[dict[str, Any], Span]]:
    lines = LineIndex(text)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    try:
        header = next(reader)
        first = reader.line_num + 1
        for cells in reader:
            span = Span(lines.start(first), lines.extent(reader.line_num)[1])
            first = reader.line_num + 1
            if cells:
                yield _row(dict(zip(header, cells, strict=False))), span
    except csv.Error as error:
        raise ConvertError(f"this is no CSV from line {reader.line_num} on: {error}") from None


def _row(cells: dict[str, str]) -> dict[str, Any]:
    """Return a row of CSV as the API gives an annotation."""
    quote, page, url = (cells.get(name, "") for name in ("Quote", "Page", "URL"))
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": quote}] if quote.strip() else []
    selectors += [{"type": "PageSelector", "label": page}] if page.strip() else []
    row = {
        "created": cells.get("Creation Date") or cells.get("Created at", ""),
        "user": cells.get("User") or cells.get("Author", ""),
        "group": cells.get("Group", ""),
        "uri": url,
        "text": cells.get("Body") or cells.get("Comment", ""),
        "tags": [tag for tag in cells.get("Tags", "").split(",") if tag.strip()],
        "target": [{"source": url, **({"selector": selectors} if selectors else {})}],
    }
    kind = cells.get("Annotation/Reply Type") or cells.get("Type")
    return {**row, "reply": True} if kind == "Reply" else row


def address(row: dict[str, Any]) -> str:
    """Return the address of what a row is about: on the web where it has one, and not that of a proxy.

    Example:
        >>> address({"uri": "https://via.hypothes.is/https://example.org/a"})
        'https://example.org/a'
        >>> link = [{"href": "urn:x-pdf:0f"}, {"href": "https://example.org/a.pdf"}]
        >>> address({"uri": "urn:x-pdf:0f", "document": {"link": link}})
        'https://example.org/a.pdf'
    """
    given = unproxied(row["uri"])
    if given.startswith(_WEB):
        return given
    document = row.get("document")
    links = document.get("link") if isinstance(document, dict) else None
    for link in links if isinstance(links, list) else ():
        href = link.get("href") if isinstance(link, dict) else None
        if isinstance(href, str) and href.startswith((*_WEB, "doi:")):
            return unproxied(href)
    return given


def unproxied(url: str) -> str:
    """Return the address of a page that is shown through the proxy of Hypothesis.

    Example:
        >>> unproxied("https://via3.hypothes.is/pdf?url=https%3A%2F%2Fexample.org%2Fa.pdf")
        'https://example.org/a.pdf'
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return url
    if not (host.startswith("via") and host.endswith(".hypothes.is")):
        return url
    _, _, rest = url.partition(f"{parts.netloc}/")
    if rest.startswith(_WEB):
        return rest
    asked = parse_qs(parts.query).get("url")
    return asked[0] if asked else url
