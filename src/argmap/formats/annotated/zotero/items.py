"""The annotations of Zotero as its programs give them: answers of its API, and exports of Better BibTeX in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from attrs import field, frozen

from argmap.errors import ConvertError
from argmap.formats.annotated import _located
from argmap.formats.annotated._annotations import listed
from argmap.formats.annotated._html import words
from argmap.model.sources import Source
from argmap.native.ids import is_id
from argmap.text import Span

_CITED = re.compile(r"^[^\S\n]*+(?:citation key|bibtex|citekey)\s*+:\s*+(\S++)[^\S\n]*+$", re.IGNORECASE | re.MULTILINE)
_QUOTED = re.compile(
    r"<span\b(?>[^<>]*?\bclass=\"(?:highlight|underline)\")(?>[^<>]*?\bdata-annotation=\"([^\"]*+)\")[^<>]*+>",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</span>", re.IGNORECASE)
_REMARK_ENDS = re.compile(r"</p>|</li>|</blockquote>|<br\b|<span\b[^<>]*?\bdata-annotation=|\Z", re.IGNORECASE)
_CITATION = re.compile(r"<span\b[^<>]*?\bclass=\"citation\"", re.IGNORECASE)
_CITATION_CLOSED = re.compile(r"</span>\s*+\)?+\s*+(?:</span>)?+", re.IGNORECASE)
_MARKS = '“”"„‟«» '


@frozen
class Mark:
    """An annotation, or a quotation in a note.

    Attributes:
        data: What is said of it.
        source: What it is about, as far as the file knows that; its id is empty where the file gives none.
        key: By which the file names that.
        span: Its place in the file.
        rest: What stands beside its data.
        at: The number of its item, and of its attachment there, in an export of Better BibTeX.
        note: The key of the note that it stands in, if it is none of its own.
    """

    data: dict[str, Any]
    source: Source
    key: str
    span: Span
    rest: dict[str, Any] = field(factory=dict)
    at: tuple[int, int] | None = None
    note: str | None = None


@frozen
class Document:
    """A file of Zotero.

    Attributes:
        form: ``list`` or ``items`` of the API, ``bbt``, or ``single``.
        members: What else the file says; of an export of Better BibTeX its items, without their annotations.
        marks: The annotations.
        others: The items that annotations are about.
        left: How many items have none.
        notes: How many notes quote nothing.
    """

    form: str
    members: dict[str, Any]
    marks: tuple[Mark, ...]
    others: tuple[dict[str, Any], ...] = ()
    left: int = 0
    notes: int = 0


def parse(text: str) -> Document:
    """Read annotations and what they are about.

    Args:
        text: JSON.

    Raises:
        ConvertError: It holds no items of Zotero: the reason in a sentence.

    Example:
        >>> item = '{"key": "A", "data": {"itemType": "annotation", "annotationText": "It fell."}}'
        >>> parse(f"[{item}]").marks[0].data["annotationText"]
        'It fell.'
    """
    found, places = _located.read(text)
    if isinstance(found, list):
        form, rows, members = "list", places[""], {}
    elif isinstance(found, dict) and "items" in places:
        form, rows = "items", places["items"]
        members = {name: value for name, value in found.items() if name != "items"}
    else:
        form, rows, members = "single", [(found, Span(0, len(text)))], {}
    items = [(item, span) for item, span in rows if isinstance(item, dict) and data_of(item).get("itemType")]
    if len(items) < len(rows) or (not items and form == "single"):
        raise ConvertError("these are no items of Zotero: each has an 'itemType'")
    if any(isinstance(item.get("attachments"), list) or "notes" in item for item, _ in items):
        return _of_better_bibtex(items, members)
    return _of_api(form, items, members)


def data_of(item: dict[str, Any]) -> dict[str, Any]:
    """Return what an item says: the API has it beside the links to it."""
    data = item.get("data")
    return data if isinstance(data, dict) else item


def _of_api(form: str, items: list[tuple[dict[str, Any], Span]], members: dict[str, Any]) -> Document:
    by_key = {key: item for item, _ in items if isinstance(key := data_of(item).get("key") or item.get("key"), str)}
    marks: list[Mark] = []
    used: dict[str, dict[str, Any]] = {}
    notes = left = 0
    for item, span in items:
        data = data_of(item)
        kind = data["itemType"]
        if kind == "annotation":
            about = list(_above(data, by_key))
            used |= {_key(each): each for each in about}
            rest = {name: value for name, value in item.items() if name != "data"} if data is not item else {}
            marks.append(Mark(data, _source(about), _named(data, about), span, {"data": data is not item, **rest}))
        elif kind == "note":
            quoted = list(_in_note(str(data.get("note", "")), _key(item), span, by_key))
            notes += not quoted
            marks += quoted
            used |= {_key(item): item} if quoted else {}
            used |= {_key(each): each for mark in quoted for each in _above({"parentItem": mark.key}, by_key)}
        elif kind == "attachment":
            continue
        else:
            left += 1
    left -= sum(data_of(item)["itemType"] not in ("attachment", "note") for item in used.values())
    return Document(form, members, tuple(marks), tuple(used.values()), left, notes)


def _key(item: dict[str, Any]) -> str:
    return str(data_of(item).get("key") or item.get("key") or "")


def _above(data: Mapping[str, Any], by_key: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Go up from an annotation to its attachment, and to the item of that."""
    seen: set[str] = set()
    key = data.get("parentItem")
    while isinstance(key, str) and key in by_key and key not in seen:
        seen.add(key)
        yield by_key[key]
        key = data_of(by_key[key]).get("parentItem")


def _named(data: Mapping[str, Any], about: list[dict[str, Any]]) -> str:
    """Return the key of what an annotation is about: of the item, or else of its attachment."""
    return _key(about[-1]) if about else str(data.get("parentItem") or "")


def _source(about: list[dict[str, Any]]) -> Source:
    """Return what the item of an annotation says of the source."""
    if not about:
        return Source("")
    data = data_of(about[-1])
    names = (_name(each) for each in listed(data.get("creators")) if isinstance(each, dict))
    written = _text(data.get("citationKey")) or _text(data.get("citekey"))
    found = _CITED.search(_text(data.get("extra")) or "")
    key = written or (found[1] if found else "")
    title = _text(data.get("title")) or _text(data.get("filename")) or ""
    address = _text(data.get("url"))
    return Source(
        key if is_id(key) else "",
        title,
        tuple(name for name in names if name),
        _text(data.get("date")),
        _text(data.get("publisher")) or _text(data.get("publicationTitle")) or _text(data.get("websiteTitle")),
        url=address if address and address.startswith(("http://", "https://")) else None,
        doi=_text(data.get("DOI")),
        language=_text(data.get("language")),
    )


def _name(creator: dict[str, Any]) -> str:
    parts = (_text(creator.get(name)) for name in ("firstName", "lastName", "name"))
    return " ".join(part for part in parts if part)


def _in_note(html: str, key: str, span: Span, by_key: Mapping[str, dict[str, Any]]) -> Iterator[Mark]:
    """Go through the quotations of a note, each with what is remarked after it."""
    for annotation, quotation, remark in _quotations(html):
        try:
            said = json.loads(unquote(annotation))
        except (ValueError, RecursionError):
            continue
        if not isinstance(said, dict):
            continue
        cited = said.get("citationItem")
        uris = listed(cited.get("uris")) if isinstance(cited, dict) else []
        item = next((uri.rpartition("/")[2] for uri in (*uris, said.get("attachmentURI")) if isinstance(uri, str)), "")
        about = list(_above({"parentItem": item}, by_key))
        data = {
            "itemType": "annotation",
            "annotationType": "highlight",
            "annotationText": words(quotation).strip(_MARKS),
            "annotationComment": words(_uncited(remark)).strip(),
            "annotationPageLabel": str(said.get("pageLabel") or ""),
        }
        yield Mark(data, _source(about), _key(about[-1]) if about else item, span, note=key)


def _quotations(html: str) -> Iterator[tuple[str, str, str]]:
    """Return what each quotation of a note says of its annotation, its own HTML, and that of the remark after it."""
    at = 0
    while (tag := _QUOTED.search(html, at)) and (close := _CLOSED.search(html, tag.end())):
        end = _REMARK_ENDS.search(html, close.end())
        at = end.start() if end else len(html)
        yield tag[1], html[tag.end() : close.start()], html[close.end() : at]


def _uncited(html: str) -> str:
    """Return HTML without its citations."""
    kept: list[str] = []
    at = 0
    while (tag := _CITATION.search(html, at)) and (close := _CITATION_CLOSED.search(html, tag.end())):
        kept.append(html[at : tag.start()])
        at = close.end()
    return "".join((*kept, html[at:]))


def _of_better_bibtex(items: list[tuple[dict[str, Any], Span]], members: dict[str, Any]) -> Document:
    marks: list[Mark] = []
    kept: list[dict[str, Any]] = []
    left = notes = 0
    for item, span in items:
        there: list[dict[str, Any]] = []
        found: list[Mark] = []
        for number, attachment in enumerate(each for each in listed(item.get("attachments")) if isinstance(each, dict)):
            rows = [row for row in listed(attachment.get("annotations")) if isinstance(row, dict)]
            source, key = _source([item]), _key(item) or str(item.get("itemID", "")) or str(len(kept))
            rest = [{"argmap": row["argmap"]} if "argmap" in row else {} for row in rows]
            at = len(kept), number
            found += [Mark(row, source, key, span, said, at) for row, said in zip(rows, rest, strict=True)]
            there.append({name: value for name, value in attachment.items() if name != "annotations"})
        notes += len(listed(item.get("notes")))
        if found:
            marks += found
            kept.append({**item, "attachments": there})
        else:
            left += 1
    return Document("bbt", {**members, "items": kept}, tuple(marks), (), left, notes)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
