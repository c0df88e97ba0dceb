"""From a map to annotations of the Web Annotation Data Model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of
from argmap.formats.annotated import _meaning as meaning
from argmap.formats.annotated import _own as own
from argmap.formats.annotated import _restoring
from argmap.formats.annotated._annotations import CONTEXT, Reader, listed
from argmap.formats.annotated._selecting import Selecting
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement

NAME = "web_annotation"
OWN_MEMBERS = frozenset({"id", "type", "motivation", "body", "target"})
"""The members of an annotation that argmap writes."""


def write(m: ArgumentMap) -> Writing:
    """Write a map as annotations: in the way of the file that it was read from, or as a page."""
    usual = Usual.of(m)
    file, kept = _restoring.read(annex_of(m, NAME))
    items, lost = _items(usual, kept)
    if file.get("single") and len(items) == 1:
        whole: Any = {"@context": CONTEXT, **items[0]}
    elif file.get("list"):
        whole = [{"@context": CONTEXT, **item} for item in items]
    else:
        whole = page(m, items)
        members = file.get("page")
        whole = {**whole, **members, "items": items} if isinstance(members, dict) else whole
        if members and "first" in members:
            whole = {"@context": whole["@context"], **members, "first": {**listed(members["first"])[0], "items": items}}
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    return Writing(text, unwritten(lost))


def page(m: ArgumentMap, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a page of annotations, of a collection that has the title of the map."""
    is_extended = any(_is_extended(selector) for item in items for selector in _selectors_of(item))
    return {
        "@context": [CONTEXT, meaning.EXTENSION] if is_extended else CONTEXT,
        "id": f"{own.MAP}:page",
        "type": "AnnotationPage",
        "partOf": {"id": own.MAP, "type": "AnnotationCollection", **({"label": m.title} if m.title else {})},
        "startIndex": 0,
        "items": items,
    }


def _is_extended(selector: Mapping[str, Any]) -> bool:
    return meaning.SELECTOR in selector or selector.get("type") == meaning.LOCATOR


def _selectors_of(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for target in listed(item.get("target")):
        if isinstance(target, dict):
            yield from (selector for selector in listed(target.get("selector")) if isinstance(selector, dict))


@frozen
class Usual:
    """A map as argmap writes it where no annex says otherwise.

    Attributes:
        map: The map.
        selecting: Writes its places.
        items: The annotations by the names of what they are, in order.
    """

    map: ArgumentMap
    selecting: Selecting
    items: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, m: ArgumentMap) -> Usual:
        """Write the statements, citations and relations of a map."""
        usual = cls(m, Selecting.of(m), {})
        for statement in m:
            if statement.passages or not statement.citations:
                usual.items[own.name("from", statement.id)] = usual.statement(statement)
            for citation in statement.citations:
                usual.items[own.name("cite", citation.id)] = usual.citation(statement, citation)
        citations = {citation.id: citation for statement in m for citation in statement.citations}
        for relation in m.relations:
            usual.items[own.name("relation", relation.id)] = usual.relation(relation, citations)
        return usual

    def statement(self, statement: Statement) -> dict[str, Any]:
        """Return the annotation that says where a statement is put forward."""
        targets = [self.selecting.target(passage) for passage in statement.passages]
        return {
            "id": own.name("from", statement.id, *(passage.source for passage in statement.passages)),
            "type": "Annotation",
            "motivation": "identifying" if targets else "describing",
            "body": _bodies(statement),
            "target": targets[0] if len(targets) == 1 else targets or own.MAP,
        }

    def citation(self, statement: Statement, citation: Citation) -> dict[str, Any]:
        """Return the annotation that offers a place as evidence."""
        stance = {"type": "TextualBody", "value": str(citation.stance), "purpose": "assessing"}
        return {
            "id": own.name("cite", citation.id, citation.source),
            "type": "Annotation",
            "motivation": "assessing",
            "body": [*_bodies(statement), stance],
            "target": self.selecting.target(citation),
        }

    def relation(self, relation: Relation, citations: Mapping[str, Citation]) -> dict[str, Any]:
        """Return the annotation that links statements."""
        cut = citations.get(relation.target)
        if relation.target in self.map:
            target = own.name("statement", relation.target)
        else:
            target = own.name("cite", cut.id, cut.source) if cut else own.name("relation", relation.target)
        said = (("classifying", str(relation.kind)), ("tagging", relation.scheme), ("commenting", relation.note))
        bodies = [{"type": "TextualBody", "value": value, "purpose": purpose} for purpose, value in said if value]
        return {
            "id": own.name("relation", relation.id),
            "type": "Annotation",
            "motivation": "linking",
            "body": [*bodies, *(own.name("statement", premise) for premise in relation.premises)],
            "target": target,
        }


def _bodies(statement: Statement) -> list[dict[str, Any]]:
    said = [
        {
            "id": own.name("statement", statement.id),
            "type": "TextualBody",
            "value": statement.text,
            "format": "text/plain",
        },
        {"type": "TextualBody", "value": str(statement.kind), "purpose": "classifying"},
        *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in statement.tags),
    ]
    note = {"type": "TextualBody", "value": statement.note, "purpose": "commenting"}
    return [*said, note] if statement.note is not None else said


def _items(usual: Usual, kept: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the annotations to write: those of the annex as they were read, then all others; and what is lost."""
    items: list[dict[str, Any]] = []
    done: set[str] = set()
    gone: set[str] = set()
    changed = 0
    names = _names(usual, kept)
    all_items = {name: _renamed(item, names) for name, item in usual.items.items()}
    for entry in kept:
        of, members = entry.get("of"), entry.get("members")
        raw = members if isinstance(members, dict) else {}
        if of is None:
            items.append(raw)
        elif of in all_items and of not in done:
            item = _restoring.restored(entry, all_items[of], PARTS)
            changed += any(name in raw and item.get(name) != raw[name] for name in ("body", "bodyValue", "target"))
            done.add(of)
            items.append(item)
        elif isinstance(raw.get("id"), str):
            gone.add(raw["id"])
    items, hanging = _standing(items, gone)
    items += [item for name, item in all_items.items() if name not in done]
    lost = _restoring.gone(len(gone) + hanging)
    if changed:
        parts = "a body or target" if changed == 1 else f"{changed:,} bodies or targets"
        lost.append(f"what else was in {parts} that a map says otherwise now is not written")
    return items, lost


def _names(usual: Usual, kept: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the ids of their own that annotations have kept, by the names that argmap would give them."""
    names: dict[str, str] = {}
    for entry in kept:
        of, members = entry.get("of"), entry.get("members")
        name = members.get("id") if isinstance(members, dict) else None
        if isinstance(of, str) and of in usual.items and isinstance(name, str):
            names[usual.items[of]["id"]] = name
            statement = own.only(of, "from")
            names |= {own.name("statement", statement): name} if statement else {}
    return names


def _renamed(item: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return an annotation that links others with the ids that these have."""
    if not names or item.get("motivation") != "linking":
        return item
    body = [names.get(each, each) if isinstance(each, str) else each for each in item["body"]]
    return {**item, "body": body, "target": names.get(item["target"], item["target"])}


def _standing(items: list[dict[str, Any]], gone: set[str]) -> tuple[list[dict[str, Any]], int]:
    """Leave out what hangs on annotations that are gone, such as a reply to one; say how many those are."""
    if not gone:
        return items, 0
    hanging: dict[str, list[int]] = {}
    for number, item in enumerate(items):
        for target in listed(item.get("target")):
            if isinstance(target, str):
                hanging.setdefault(target, []).append(number)
    left: set[int] = set()
    todo = list(gone)
    for name in todo:
        for number in hanging.get(name, ()):
            if number not in left:
                left.add(number)
                todo += [items[number]["id"]] if isinstance(items[number].get("id"), str) else []
    return [item for number, item in enumerate(items) if number not in left], len(left)


def _says(item: dict[str, Any]) -> object:
    annotation = Reader().annotation(item)
    if annotation is None:
        return None
    remark, said = meaning.remark_of(annotation), meaning.said(annotation)
    if annotation.motivation == "linking":
        verbs = [meaning.VERBS.get(word.lower(), word) for word in said.classes]
        return verbs, said.links, said.tags[:1], remark.text
    return remark.sentence, remark.kind or Kind.CLAIM, remark.tags, remark.note, remark.citation and remark.citation[1]


def _where(item: dict[str, Any]) -> object:
    annotation = Reader().annotation(item)
    if annotation is None:
        return None
    if annotation.motivation == "linking":
        return [target.source for target in annotation.targets]
    places = meaning.remark_of(annotation).places
    return [(place.source.url, place.source.doi, place.selectors, place.locator) for place in places]


PARTS = (_restoring.Part(("target",), _where), _restoring.Part(("body", "bodyValue", "motivation"), _says))
"""What of an annotation says where, and what, a statement is."""
