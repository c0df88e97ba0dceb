"""From the annotations of Hypothesis to a map, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of
from argmap.formats.annotated import _meaning as meaning
from argmap.formats.annotated import _own as own
from argmap.formats.annotated import _restoring
from argmap.formats.annotated._annotations import Target, listed, strings
from argmap.formats.annotated._html import has_markup, words
from argmap.formats.annotated._imported import (
    AUTHORSHIP,
    ONLY_KEPT,
    REPLIES,
    WORDLESS,
    Imported,
    Place,
    Remark,
    kind_and_tags,
    stance_and_tags,
    stance_tag,
)
from argmap.formats.annotated._selecting import Selecting
from argmap.formats.annotated.hypothesis.rows import address, parse
from argmap.model.citations import Cited
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex
from argmap.wording import counted

NAME = "hypothesis"
GROUPS = f"in which group an annotation was shared: {ONLY_KEPT}"
_OWN = frozenset({"id", "uri", "document", "text", "tags", "target"})
_PUBLIC = "__world__"


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as a map; raises `ConvertError` where there are none."""
    document = parse(text)
    flaws = Flaws(text)
    for place in document.strange:
        flaws.add(WRONG_VALUE, "this annotation has no 'uri', the address of its page, and is not read", place)
    remarks = [None if _is_reply(row) else remark_of(row) for row, _ in document.rows]
    reserved = {remark.id for remark in remarks if remark and remark.id}
    sources = {place.source.id for remark in remarks if remark for place in remark.places} - {""}
    imported = Imported(Names(reserved=reserved), Names(reserved=sources))
    made: list[str | None] = []
    for (row, span), remark in zip(document.rows, remarks, strict=True):
        for what in _lost(row, remark):
            flaws.drop(what, span)
        if remark is None or not remark.sentence.strip():
            made.append(None)
            continue
        name, cited = imported.add(remark, span)
        made.append(_key(name, imported.statements[name], cited))
    lines = LineIndex(text)
    m = ArgumentMap(
        statements=tuple(imported.statements.values()),
        sources=tuple(imported.sources.values()),
        origin=Origin(file, NAME, lines, findings=flaws.findings(file, lines)),
    )
    usual = dict(_usual(m))
    kept = [
        _restoring.entry(name, row, usual.get(name or "", {}))
        for (row, _), name in zip(document.rows, made, strict=True)
        if name is None or not str(row.get("id", "")).startswith("urn:argmap:") or row.keys() - _OWN
    ]
    said = {"form": document.form, "members": document.members}
    is_usual = said == {"form": "annotations", "members": {}}
    annex = _restoring.written({} if is_usual else said, kept)
    return evolve(m, annex={NAME: annex} if annex else {})


def _lost(row: dict[str, Any], remark: Remark | None) -> Iterator[str]:
    """Say what of a row a map has no place for."""
    if row.keys() & {"created", "user"}:
        yield AUTHORSHIP
    if row.get("group", _PUBLIC) not in (_PUBLIC, "Public", ""):
        yield GROUPS
    if remark is None:
        yield REPLIES
        return
    for target in _targets(row):
        if target.selectors and meaning.place_of(target) is None:
            for kind in meaning.unusable(target):
                yield f"places given by {kind} alone, without words: {ONLY_KEPT}"
    if not remark.sentence.strip():
        yield WORDLESS


def _is_reply(row: dict[str, Any]) -> bool:
    return bool(row.get("references")) or row.get("reply") is True


def remark_of(row: dict[str, Any]) -> Remark:
    """Return what an annotation says of what place."""
    text = row.get("text") if isinstance(row.get("text"), str) else ""
    text = words(str(text)) if has_markup(str(text)) and not _is_own(row) else str(text)
    tags = strings(row.get("tags"))
    placed, cited = (own.parts(_text(row.get("id")), what) for what in ("from", "cite"))
    stance, rest = (None, tuple(tags)) if placed else stance_and_tags(tags, is_last=bool(cited))
    kind, others = kind_and_tags(rest)
    named = placed or cited or []
    statement = named[0] if len(named) > 1 and is_id(named[0]) else None
    citation = (named[2] if len(named) > 2 else "", stance) if stance else None
    targets = _targets(row)
    quote = next((quoted for target in targets if (quoted := meaning.quotation(target))), "")
    places = tuple(place for target in targets if (place := _place(row, target, named)))
    return Remark(text, kind, others, places, id=statement, citation=citation, quote=quote)


def _place(row: dict[str, Any], target: Target, named: Sequence[str]) -> Place | None:
    place = meaning.place_of(target, named[1] if len(named) > 1 else "")
    title = _title(row)
    return evolve(place, source=evolve(place.source, title=title or "")) if place else None


def _targets(row: dict[str, Any]) -> list[Target]:
    """Return the places of a row; a note on the page as a whole has one without selectors."""
    found = [target for target in listed(row.get("target")) if isinstance(target, dict)]
    selectors = [each for target in found for each in listed(target.get("selector")) if isinstance(each, dict)]
    return [Target(address(row), tuple(selectors))]


def _title(row: dict[str, Any]) -> str | None:
    document = row.get("document")
    titles = strings(document.get("title")) if isinstance(document, dict) else []
    return next(iter(titles), None)


def _is_own(row: dict[str, Any]) -> bool:
    return str(row.get("id", "")).startswith("urn:argmap:")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _key(name: str, statement: Statement, cited: Sequence[str]) -> str:
    """Return the name of what a row became: a citation, or the last passage of a statement, or that statement."""
    return own.name("cite", cited[-1]) if cited else own.name("from", name, str(max(1, len(statement.passages))))


def write(m: ArgumentMap) -> Writing:
    """Write a map as annotations: in the way of the file that it was read from, or as the client exports them."""
    usual = dict(_usual(m))
    file, kept = _restoring.read(annex_of(m, NAME))
    rows: list[dict[str, Any]] = []
    done: set[str] = set()
    changed = 0
    gone = [members.get("id") for entry in kept if _is_gone(entry, usual) and (members := _members(entry)) is not None]
    for entry in kept:
        of, raw = entry.get("of"), _members(entry) or {}
        if isinstance(of, str) and of in usual and of not in done:
            row = _restoring.restored(entry, usual[of], _PARTS)
            changed += "target" in raw and row.get("target") != raw["target"]
            rows.append(row)
            done.add(of)
        elif of is None and not any(name in gone for name in listed(raw.get("references"))):
            rows.append(raw)
        elif of is None:
            gone.append(raw.get("id"))
    rows += [row for name, row in usual.items() if name not in done and row["uri"] != own.MAP]
    lost = [*_restoring.homeless(m, done, "Hypothesis"), *_restoring.gone(len(gone))]
    if changed:
        annotations = counted(changed, "annotation")
        lost.append(f"the old places of {annotations} that a map places elsewhere now are not written")
    text = json.dumps(_whole(file, rows), indent=2, ensure_ascii=False) + "\n"
    return Writing(text, unwritten(lost))


def _members(entry: Mapping[str, Any]) -> dict[str, Any] | None:
    members = entry.get("members")
    return members if isinstance(members, dict) else None


def _is_gone(entry: Mapping[str, Any], usual: Mapping[str, Any]) -> bool:
    return entry.get("of") is not None and entry["of"] not in usual


def _whole(file: Mapping[str, Any], rows: list[dict[str, Any]]) -> Any:
    form, members = file.get("form", "annotations"), file.get("members")
    if form == "single" and len(rows) == 1:
        return rows[0]
    if form == "list":
        return rows
    said = members if isinstance(members, dict) else {}
    if isinstance(said.get("total"), int):
        said = {**said, "total": max(len(rows), said["total"])}
    return {**said, form if form in ("rows", "annotations", "replies") else "annotations": rows}


def _usual(m: ArgumentMap) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the annotations of a map as argmap writes them, by the names of what they are."""
    selecting = Selecting.of(m)
    titles = {source.id: source.title for source in m.sources}
    for statement in m:
        tags = [str(statement.kind), *statement.tags]
        if not statement.passages:
            row = {"uri": own.MAP, "text": statement.text, "tags": tags, "target": []}
            yield own.name("from", statement.id, "1"), row
        for number, passage in enumerate(statement.passages, 1):
            name = own.name("from", statement.id, passage.source)
            row = _row(name, statement.text, tags, passage, selecting, titles)
            yield own.name("from", statement.id, str(number)), row
        for citation in statement.citations:
            name = own.name("cite", statement.id, citation.source, citation.id)
            yield (
                own.name("cite", citation.id),
                _row(name, statement.text, [*tags, stance_tag(citation.stance)], citation, selecting, titles),
            )


def _row(
    name: str, text: str, tags: list[str], cited: Cited, selecting: Selecting, titles: Mapping[str, str]
) -> dict[str, Any]:
    source = selecting.address(cited.source)
    selectors = selecting.selectors(cited.source, cited.selector) if cited.selector else []
    selectors += [_located(cited.locator)] if cited.locator else []
    title = titles.get(cited.source)
    return {
        "id": name,
        "uri": source,
        "document": {"title": [title]} if title else {},
        "text": text,
        "tags": tags,
        "target": [{"source": source, **({"selector": selectors} if selectors else {})}],
    }


def _located(locator: str) -> dict[str, Any]:
    """Return the selector of a page, or of another place that a printed reference names."""
    number = locator.removeprefix("p. ")
    if locator == f"p. {number}" and number.strip():
        index = int(number) - 1 if number.isdecimal() and len(number) < 9 else 0
        return {"type": "PageSelector", "index": max(index, 0), "label": number}
    return {"type": meaning.LOCATOR, "value": locator}


def _where(row: dict[str, Any]) -> object:
    known = {"uri": own.MAP, **row}
    return [(p.source.url, p.source.doi, p.selectors, p.locator) for p in remark_of(known).places]


def _what(row: dict[str, Any]) -> object:
    return remark_of({"uri": own.MAP, **row}).sentence


def _tagged(row: dict[str, Any]) -> object:
    remark = remark_of({"uri": own.MAP, **row})
    return remark.kind or Kind.CLAIM, remark.tags, remark.citation and remark.citation[1]


_PARTS = (
    _restoring.Part(("uri", "target"), _where),
    _restoring.Part(("text",), _what),
    _restoring.Part(("tags",), _tagged),
)
