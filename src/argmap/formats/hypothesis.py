"""Hypothesis: what its API gives of annotations on web pages (``/api/search``), read as statements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from argmap.errors import ConvertError
from argmap.formats import Format
from argmap.formats._annotations import Annotation
from argmap.formats._imported import map_of
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.text import LineIndex


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; its text positions are of the rendered page, and are not used.

    Raises:
        ConvertError: The text is no answer of the Hypothesis API.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConvertError(f"this is no JSON: {error}") from None
    rows = found.get("rows", [found]) if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) and isinstance(row.get("uri"), str) for row in rows):
        raise ConvertError("these are no annotations of Hypothesis: each has a 'uri'")
    titles = {row["uri"]: title for row in rows if (title := _title(row))}
    made = map_of((each for row in rows for each in _annotations(row)), titles)
    return evolve(made, origin=Origin(file, "hypothesis", LineIndex(text)))


def _annotations(row: dict[str, Any]) -> Iterator[Annotation]:
    if row.get("references"):
        return
    targets = [target for target in _list(row.get("target")) if isinstance(target, dict)]
    selectors = [s for target in targets for s in _list(target.get("selector")) if isinstance(s, dict)]
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    exact, prefix, suffix = (_text(quote.get(name)) for name in ("exact", "prefix", "suffix"))
    tags = tuple(tag for tag in _list(row.get("tags")) if isinstance(tag, str))
    yield Annotation(_text(row.get("id")), _text(row.get("text")) or "", tags, "", row["uri"], exact, prefix, suffix)


def _title(row: dict[str, Any]) -> str | None:
    document = row.get("document")
    titles = _list(document.get("title")) if isinstance(document, dict) else []
    return next((title for title in titles if isinstance(title, str)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


FORMAT = Format(title="Hypothesis API", suffixes=(), read=read)
