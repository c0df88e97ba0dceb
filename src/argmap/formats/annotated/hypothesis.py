"""Hypothesis: annotations on web pages, as its API gives them (``/api/search``) or its client exports them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from argmap.errors import ConvertError
from argmap.formats import Format, Sign
from argmap.model.document import ArgumentMap

if TYPE_CHECKING:
    from argmap.flaws import Flaws
    from argmap.formats.annotated._annotations import Annotation


def sniff(data: bytes) -> Sign:
    """Tell an answer or an export: its annotations have a 'uri', and most name hypothes.is."""
    if b'"export_userid"' in data and b'"annotations"' in data:
        return Sign.SURE
    if b'"uri"' not in data:
        return Sign.NONE
    if b"hypothes.is" in data:
        return Sign.SURE
    return (
        Sign.LIKELY if any(key in data for key in (b'"rows"', b'"annotations"', b'"target"', b'"tags"')) else Sign.NONE
    )


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; its text positions are of the rendered page, and are not used.

    Raises:
        ConvertError: The text is neither an answer of the Hypothesis API nor an export of its client.
    """
    import json

    from argmap.flaws import Flaws
    from argmap.formats.annotated._imported import map_of

    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConvertError(f"this is not JSON: {error}") from None
    rows = found.get("rows", found.get("annotations", [found])) if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) and isinstance(row.get("uri"), str) for row in rows):
        raise ConvertError("these are not annotations of Hypothesis: each has a 'uri'")
    titles = {row["uri"]: title for row in rows if (title := _title(row))}
    flaws = Flaws(text)
    return map_of((each for row in rows for each in _annotations(row, flaws)), flaws, file, "hypothesis", titles)


def _annotations(row: dict[str, Any], flaws: Flaws) -> Iterator[Annotation]:
    from argmap.formats.annotated._annotations import AUTHORSHIP, Annotation, wordless

    if row.get("references"):
        flaws.drop("replies to annotations are not kept")
        return
    if row.keys() & {"created", "user"}:
        flaws.drop(AUTHORSHIP)
    targets = [target for target in _list(row.get("target")) if isinstance(target, dict)]
    selectors = [s for target in targets for s in _list(target.get("selector")) if isinstance(s, dict)]
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    exact, prefix, suffix = (_text(quote.get(name)) for name in ("exact", "prefix", "suffix"))
    tags = tuple(tag for tag in _list(row.get("tags")) if isinstance(tag, str))
    for what in wordless(exact, None, selectors):
        flaws.drop(what)
    yield Annotation(_text(row.get("id")), _text(row.get("text")) or "", tags, "", row["uri"], exact, prefix, suffix)


def _title(row: dict[str, Any]) -> str | None:
    document = row.get("document")
    titles = _list(document.get("title")) if isinstance(document, dict) else []
    return next((title for title in titles if isinstance(title, str)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


FORMAT = Format(title="Hypothesis", suffixes=(".json",), read=read, sniff=sniff)
