"""From the annotations of Zotero to a map, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from attrs import evolve

from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of
from argmap.formats.annotated import _own as own
from argmap.formats.annotated import _restoring
from argmap.formats.annotated._annotations import listed
from argmap.formats.annotated._html import has_markup, words
from argmap.formats.annotated._imported import (
    AUTHORSHIP,
    ONLY_KEPT,
    WORDLESS,
    Imported,
    Place,
    Remark,
    kind_and_tags,
    selector_of,
    stance_and_tags,
    stance_tag,
)
from argmap.formats.annotated._json import table
from argmap.formats.annotated._selecting import Selecting
from argmap.formats.annotated.zotero.items import Document, Mark, parse
from argmap.model.citations import Cited, Selector
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id
from argmap.text import LineIndex

NAME = "zotero"
OWN = "argmap"
"""The member of an item in which argmap says what it is in the map."""

_PICTURES = f"drawings and marked areas without a comment: {ONLY_KEPT}"
_LOOKS = f"colours of annotations, and where on the page they are: {ONLY_KEPT}"
_NO_ITEM = (
    "annotations whose item is not in the file have a source without a title: export all items, not annotations alone"
)
_KEYS = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
_PAGE = "p. "


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as a map; raises `ConvertError` where there are no items of Zotero."""
    document = parse(text)
    flaws = Flaws(text)
    marks = sorted(document.marks, key=_order(document.marks))
    remarks = [remark_of(mark.data, mark.rest, mark.source, mark.key) for mark in marks]
    reserved = {remark.id for remark in remarks if remark.id}
    imported = Imported(Names(reserved=reserved), Names(reserved={mark.source.id for mark in marks} - {""}))
    made: dict[int, str | None] = {}
    for mark, remark in zip(marks, remarks, strict=True):
        for what in _lost(mark, remark):
            flaws.drop(what, mark.span)
        if not remark.sentence.strip():
            made[id(mark)] = None
            continue
        name, cited = imported.add(remark, mark.span)
        count = str(max(1, len(imported.statements[name].passages)))
        made[id(mark)] = own.name("cite", cited[-1]) if cited else own.name("from", name, count)
    for what, number in (
        ("items without annotations are not kept", document.left),
        ("notes without a quotation are not kept", document.notes),
    ):
        if number:
            flaws.drop(f"{number:,} {what}" if number > 1 else what)
    lines = LineIndex(text)
    m = ArgumentMap(
        statements=tuple(imported.statements.values()),
        sources=tuple(imported.sources.values()),
        origin=Origin(file, NAME, lines, findings=flaws.findings(file, lines)),
    )
    annex = _annex_of(document, made, m)
    return evolve(m, annex={NAME: annex} if annex else {})


def _order(marks: Sequence[Mark]) -> Any:
    """Return a key by which annotations stand as their sources are read, page by page; those of a map stay in order."""
    if any(OWN in mark.rest for mark in marks):
        return lambda _: 0
    first: dict[str, int] = {}
    for mark in marks:
        first.setdefault(mark.key, len(first))
    return lambda mark: (first[mark.key], str(mark.data.get("annotationSortIndex") or "~"))


def _lost(mark: Mark, remark: Remark) -> Iterator[str]:
    if mark.data.keys() & {"dateAdded", "dateModified", "annotationAuthorName"}:
        yield AUTHORSHIP
    if mark.data.keys() & {"annotationColor", "annotationPosition"}:
        yield _LOOKS
    if not remark.sentence.strip():
        yield _PICTURES if mark.data.get("annotationType") in ("image", "ink") else WORDLESS
    elif not mark.source.title and not mark.source.id:
        yield _NO_ITEM


def remark_of(data: Mapping[str, Any], rest: Mapping[str, Any], source: Source, key: str) -> Remark:
    """Return what an annotation says of what place."""
    said = rest.get(OWN)
    mine = said if isinstance(said, dict) else {}
    comment, quote = (_text(data.get(name)) for name in ("annotationComment", "annotationText"))
    if has_markup(comment) and not mine:
        comment = words(comment)
    is_cited = "citation" in mine
    written = tuple(_tags(data))
    stance, tags = (None, written) if mine and not is_cited else stance_and_tags(written, is_last=is_cited)
    kind, tags = kind_and_tags(tags)
    page = _text(data.get("annotationPageLabel")).strip()
    found = _own_selector(mine) or selector_of(words(quote) if has_markup(quote) and not mine else quote)
    name, named = _text(mine.get("statement")), _text(mine.get("source"))
    if is_id(named):
        source, key = evolve(source, id=named), named
    elif not source.id and not source.title and is_id(key):
        source = evolve(source, id=key)
    locator = _text(mine.get("locator")) or (_PAGE + page if page else None)
    places = (Place(source, key, (found,) if found else (), locator),) if key else ()
    citation = (_text(mine.get("citation")), stance) if stance else None
    return Remark(comment, kind, tags, places, id=name if is_id(name) else None, citation=citation, quote=quote)


def _own_selector(mine: Mapping[str, Any]) -> Selector | None:
    quotation, nth = _text(mine.get("selector")), mine.get("nth")
    number = nth if isinstance(nth, int) and not isinstance(nth, bool) and nth > 0 else None
    return Selector(quotation, number) if quotation.strip() else None


def _tags(data: Mapping[str, Any]) -> list[str]:
    tags = (tag.get("tag") if isinstance(tag, dict) else tag for tag in listed(data.get("tags")))
    return [tag for tag in tags if isinstance(tag, str)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _annex_of(document: Document, made: Mapping[int, str | None], m: ArgumentMap) -> str | None:
    usual = dict(_usual(m))
    kept = []
    notes: dict[str, list[str]] = {}
    for mark in document.marks:
        name = made[id(mark)]
        if mark.note is not None:
            notes.setdefault(mark.note, []).extend([name] if name else [])
        elif name is None or OWN not in mark.rest:
            entry = _restoring.entry(name, mark.data, usual.get(name or "", {}).get("data", {}))
            kept.append({**entry, "rest": mark.rest, **({"at": list(mark.at)} if mark.at else {})})
    is_usual = document.form == "list" and not kept and not notes
    if is_usual:
        return None
    file = {"form": document.form, "members": document.members, "others": list(document.others), "notes": notes}
    return _restoring.written(file, kept)


def write(m: ArgumentMap) -> Writing:
    """Write a map as items of the API, or as the export of Better BibTeX that it was read from."""
    usual = dict(_usual(m))
    file, kept = _restoring.read(annex_of(m, NAME))
    done = {name for names in table(file.get("notes")).values() for name in listed(names) if isinstance(name, str)}
    rows: list[tuple[dict[str, Any], Any]] = []
    gone = 0
    for entry in kept:
        of = entry.get("of")
        if isinstance(of, str) and of in usual and of not in done:
            rows.append((_restored(entry, usual[of]), entry))
            done.add(of)
        elif of is None:
            rows.append((table(entry.get("members")), entry))
        else:
            gone += 1
    new = [item for name, item in usual.items() if name not in done and item["data"].get("parentItem")]
    lost = [*_restoring.homeless(m, done, "Zotero"), *_restoring.gone(gone)]
    whole = _bbt(file, rows, new, m) if file.get("form") == "bbt" else _api(file, rows, new, m)
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    return Writing(text, unwritten(lost))


def _restored(entry: Mapping[str, Any], usual: Mapping[str, Any]) -> dict[str, Any]:
    return _restoring.restored(entry, usual["data"], _PARTS)


def _api(
    file: Mapping[str, Any], rows: list[tuple[dict[str, Any], Any]], new: list[dict[str, Any]], m: ArgumentMap
) -> Any:
    items: list[dict[str, Any]] = [item for item in listed(file.get("others")) if isinstance(item, dict)]
    for data, entry in rows:
        rest = dict(table(entry.get("rest")))
        is_inner = rest.pop("data", False)
        items.append({**rest, "data": data} if is_inner else data)
    known = {_text(table(item.get("data")).get("key") or item.get("key")) for item in items}
    items += [item for item in _items_for(new, m) if item["key"] not in known]
    items += new
    if file.get("form") == "single" and len(items) == 1:
        return items[0]
    return {**table(file.get("members")), "items": items} if file.get("form") == "items" else items


def _bbt(
    file: Mapping[str, Any], rows: list[tuple[dict[str, Any], Any]], new: list[dict[str, Any]], m: ArgumentMap
) -> Any:
    members = json.loads(json.dumps(table(file.get("members"))))
    items = [item for item in listed(members.get("items")) if isinstance(item, dict)]
    for data, entry in rows:
        at = listed(entry.get("at"))
        attachments = listed(items[at[0]].get("attachments")) if _is_at(at, items) else []
        if len(at) == 2 and isinstance(at[1], int) and 0 <= at[1] < len(attachments):
            attachments[at[1]].setdefault("annotations", []).append(data)
    by_key: dict[str, dict[str, Any]] = {}
    for made in _items_for(new, m):
        data = made["data"]
        if data["itemType"] == "attachment":
            by_key[data["parentItem"]]["attachments"].append({**data, "annotations": []})
        else:
            by_key[made["key"]] = {**data, "attachments": []}
    for item in new:
        parent = next(p for p in by_key.values() if p["attachments"][0]["key"] == item["data"]["parentItem"])
        parent["attachments"][0]["annotations"].append({**item["data"], OWN: item[OWN]})
    return {**members, "items": [*items, *by_key.values()]}


def _is_at(at: list[Any], items: list[Any]) -> bool:
    return len(at) == 2 and isinstance(at[0], int) and 0 <= at[0] < len(items)


def _items_for(new: list[dict[str, Any]], m: ArgumentMap) -> Iterator[dict[str, Any]]:
    """Return an item and an attachment for each source that new annotations are about."""
    records = {source.id: source for source in m.sources}
    for name in dict.fromkeys(item[OWN]["source"] for item in new):
        source = records.get(name, Source(name))
        said = {
            "title": source.title,
            "creators": [{"creatorType": "author", "name": author} for author in source.authors],
            "date": source.published or "",
            "publisher": source.publisher or "",
            "url": source.url or source.archived or "",
            "DOI": source.doi or "",
            "language": source.language or "",
            "extra": f"Citation Key: {name}",
        }
        key = key_of("item", name)
        yield {"key": key, "data": {"key": key, "itemType": "document", **said}}
        attachment = {"itemType": "attachment", "linkMode": "linked_url", "title": source.title, "url": said["url"]}
        inner = key_of("attachment", name)
        yield {"key": inner, "data": {"key": inner, "parentItem": key, **attachment}}


def key_of(*parts: str) -> str:
    """Return a key, as Zotero has them, that follows from what something is.

    Example:
        >>> key_of("item", "wells") == key_of("item", "wells"), len(key_of("item", "wells"))
        (True, 8)
    """
    number = int.from_bytes(sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return "".join(_KEYS[number // len(_KEYS) ** place % len(_KEYS)] for place in range(8))


def _usual(m: ArgumentMap) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the annotations of a map as argmap writes them, by the names of what they are."""
    selecting = Selecting.of(m)
    for statement in m:
        tags = [str(statement.kind), *statement.tags]
        if not statement.passages:
            data = {"itemType": "annotation", "annotationComment": statement.text, "tags": _tagged(tags)}
            yield own.name("from", statement.id, "1"), {"data": data}
        for number, passage in enumerate(statement.passages, 1):
            name = own.name("from", statement.id, str(number))
            yield name, _item(name, statement, tags, passage, selecting, {})
        for citation in statement.citations:
            name = own.name("cite", citation.id)
            there = [*tags, stance_tag(citation.stance)]
            yield name, _item(name, statement, there, citation, selecting, {"citation": citation.id})


def _item(
    name: str, statement: Statement, tags: list[str], cited: Cited, selecting: Selecting, more: Mapping[str, str]
) -> dict[str, Any]:
    said: dict[str, Any] = {"statement": statement.id, "source": cited.source, **more}
    quote = ""
    if cited.selector is not None:
        span = selecting.places.get((cited.source, cited.selector))
        quote = selecting.texts[cited.source][span.start : span.end] if span else cited.selector.quote
        if selector_of(quote) != cited.selector:
            said["selector"] = cited.selector.quote
            said |= {"nth": cited.selector.nth} if cited.selector.nth is not None else {}
    page = (cited.locator or "").removeprefix(_PAGE).strip()
    if cited.locator and cited.locator != _PAGE + page:
        said["locator"], page = cited.locator, ""
    key = key_of("annotation", name)
    data = {
        "key": key,
        "itemType": "annotation",
        "parentItem": key_of("attachment", cited.source),
        "annotationType": "highlight" if quote else "note",
        **({"annotationText": quote} if quote else {}),
        "annotationComment": statement.text,
        **({"annotationPageLabel": page} if page else {}),
        "tags": _tagged(tags),
    }
    return {"key": key, "data": data, OWN: said}


def _tagged(tags: list[str]) -> list[dict[str, str]]:
    return [{"tag": tag} for tag in tags]


def _read(data: dict[str, Any]) -> Remark:
    return remark_of(data, {}, Source("x"), "x")


def _where(data: dict[str, Any]) -> object:
    return [(place.selectors, place.locator) for place in _read(data).places]


def _what(data: dict[str, Any]) -> object:
    return _read(data).sentence


def _called(data: dict[str, Any]) -> object:
    remark = _read(data)
    return remark.kind or Kind.CLAIM, remark.tags, remark.citation and remark.citation[1]


_PARTS = (
    _restoring.Part(("annotationText", "annotationPageLabel"), _where),
    _restoring.Part(("annotationComment",), _what),
    _restoring.Part(("tags",), _called),
)
