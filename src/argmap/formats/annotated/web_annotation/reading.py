"""From annotations of the Web Annotation Data Model to a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats.annotated import _located, _restoring
from argmap.formats.annotated import _meaning as meaning
from argmap.formats.annotated import _own as own
from argmap.formats.annotated._annotations import CONTEXT, Annotation, Reader, Target, listed, strings
from argmap.formats.annotated._imported import AUTHORSHIP, ONLY_KEPT, REPLIES, WORDLESS, Imported
from argmap.formats.annotated.web_annotation.writing import NAME, OWN_MEMBERS, Usual, page
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.native.ids import Names, is_id
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex, Span

BODIES = f"bodies of annotations that are not texts, or are another choice: {ONLY_KEPT}"
ELSEWHERE = "annotations that stand elsewhere and are only named here are not read"
WITHIN = f"targets within the file itself: {ONLY_KEPT}"
LINKS = f"links between annotations that do not say what they do: {ONLY_KEPT}"
STATES = f"which state of a source is meant: {ONLY_KEPT}"


@frozen
class Entry:
    """One annotation of a file: as JSON, its place, and what it is read as, if it is one."""

    item: Any
    span: Span
    annotation: Annotation | None
    flaws: tuple[str, ...] = ()


@frozen
class Document:
    """A file of annotations.

    Attributes:
        file: What it says of itself, its annotations aside.
        entries: The annotations.
    """

    file: dict[str, Any]
    entries: tuple[Entry, ...]

    @property
    def flaws(self) -> list[str]:
        """Return how it breaks the demands of the model, a sentence each."""
        return [flaw for entry in self.entries for flaw in entry.flaws]


def parse(text: str) -> Document:
    """Read one annotation, a list of them, or a page or collection of them.

    Args:
        text: JSON-LD.

    Raises:
        ConvertError: It holds no annotations: the reason in a sentence.

    Example:
        >>> parse('{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:a", "type": "Annotation", '
        ...       '"bodyValue": "Dry.", "target": "https://example.org/wells"}').entries[0].annotation.targets[0].source
        'https://example.org/wells'
    """
    found, places = _located.read(text)
    whole = Span(0, len(text))
    if isinstance(found, list):
        if not any(isinstance(item, dict) and meaning.is_of_the_model(item.get("@context")) for item in found):
            raise ConvertError(f"'@context' must hold {CONTEXT}")
        return Document({"list": True}, tuple(_entries(places[""])))
    if not isinstance(found, dict):
        raise ConvertError("an annotation is a JSON object")
    if not meaning.is_of_the_model(found.get("@context")):
        raise ConvertError(f"'@context' must hold {CONTEXT}")
    types = strings(found.get("type"))
    if "Annotation" in types:
        return Document({"single": True}, tuple(_entries([(found, whole)])))
    if "AnnotationPage" in types:
        rest = {name: value for name, value in found.items() if name != "items"}
        return Document({"page": rest}, tuple(_entries(places.get("items", ()))))
    if "AnnotationCollection" in types:
        first = found.get("first")
        items = listed(first.get("items")) if isinstance(first, dict) else []
        inner = {"first": {n: v for n, v in first.items() if n != "items"}} if isinstance(first, dict) else {}
        return Document({"page": {**found, **inner}}, tuple(_entries([(item, whole) for item in items])))
    raise ConvertError("'type' must hold Annotation, AnnotationPage or AnnotationCollection")


def _entries(items: Sequence[_located.Located]) -> Iterator[Entry]:
    for item, span in items:
        reader = Reader()
        annotation = None if isinstance(item, str) else reader.annotation(item)
        yield Entry(item, span, annotation, tuple(reader.flaws))


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as a map; see `parse` for what it raises."""
    document = parse(text)
    flaws = Flaws(text)
    made = _Made.of(document, flaws)
    for entry in document.entries:
        made.take(entry)
    relations = tuple(made.relations())
    lines = LineIndex(text)
    m = ArgumentMap(
        _title(document),
        statements=tuple(made.imported.statements.values()),
        relations=relations,
        sources=tuple(made.imported.sources.values()),
    )
    annex = _annex_of(document, made, m)
    origin = Origin(file, NAME, lines, findings=flaws.findings(file, lines))
    return evolve(m, annex={NAME: annex} if annex else {}, origin=origin)


def _title(document: Document) -> str:
    """Return the label of the collection that a page is part of, or of the collection itself."""
    about = document.file.get("page", {})
    labels = [part.get("label") for part in (about.get("partOf"), about) if isinstance(part, dict)]
    return next((label for label in labels if isinstance(label, str)), "")


@define
class _Made:
    """What is made of the annotations so far.

    Attributes:
        flaws: What was found.
        imported: The statements and sources.
        named: Ids of the annotations of the file.
        statements: The statement that an annotation, or its body, is, by its IRI.
        made: The statement that each annotation became, by its number; None for one that became none.
        links: The annotations that link others, with what their bodies say.
        cut: The relation that such an annotation is, by its IRI.
    """

    flaws: Flaws
    imported: Imported
    named: frozenset[str]
    statements: dict[str, str] = field(factory=dict)
    made: list[str | None] = field(factory=list)
    links: list[tuple[int, Entry, meaning.Said]] = field(factory=list)
    cut: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, document: Document, flaws: Flaws) -> _Made:
        annotations = [entry.annotation for entry in document.entries if entry.annotation]
        ids = {own.only(body.id, "statement") for a in annotations for body in a.bodies}
        reserved = {name for name in ids if name and is_id(name)}
        return cls(flaws, Imported(Names(reserved=reserved)), frozenset(a.id for a in annotations if a.id))

    def take(self, entry: Entry) -> None:
        """Make of an annotation what it is."""
        self.made.append(None)
        for flaw in entry.flaws:
            self.flaws.add(WRONG_VALUE, flaw, entry.span)
        annotation = entry.annotation
        if annotation is None:
            if isinstance(entry.item, str):
                self.flaws.drop(ELSEWHERE, entry.span)
            return
        if {"created", "creator", "modified"} & entry.item.keys():
            self.flaws.drop(AUTHORSHIP, entry.span)
        said = meaning.said(annotation)
        if annotation.motivation == "replying":
            self.flaws.drop(REPLIES, entry.span)
        elif annotation.targets and all(self._is_link(target) for target in annotation.targets):
            self.links.append((len(self.made) - 1, entry, said))
        else:
            self._statement(entry, annotation, said)

    def _is_link(self, target: Target) -> bool:
        address = target.source
        is_own = any(own.parts(address, what) for what in ("statement", "relation", "cite"))
        return is_own or (address in self.named and not target.selectors)

    def _statement(self, entry: Entry, annotation: Annotation, said: meaning.Said) -> None:
        for what, number in ((BODIES, said.unread), (REPLIES, said.replies)):
            for _ in range(number):
                self.flaws.drop(what, entry.span)
        remark = meaning.remark_of(annotation, said)
        self._tell_places(entry, annotation)
        if not remark.sentence.strip():
            self.flaws.drop(WORDLESS, entry.span)
            return
        name, cited = self.imported.add(remark, entry.span)
        self.made[-1] = own.name("cite", cited[0]) if cited else own.name("from", name)
        self.statements[own.name("statement", name)] = name
        if annotation.id:
            self.statements[annotation.id] = name

    def _tell_places(self, entry: Entry, annotation: Annotation) -> None:
        for target in annotation.targets:
            if target.source == own.MAP or meaning.place_of(target):
                continue
            if not target.source:
                self.flaws.drop(WITHIN, entry.span)
            for kind in meaning.unusable(target) if target.source else ():
                self.flaws.drop(f"places given by {kind} alone, without words: {ONLY_KEPT}", entry.span)
        if any(isinstance(target, dict) and "state" in target for target in listed(entry.item.get("target"))):
            self.flaws.drop(STATES, entry.span)

    def relations(self) -> Iterator[Relation]:
        """Return the relations that annotations are which link others; each id is given once."""
        names = Names(reserved={name for _, entry, _ in self.links if (name := _own_relation(entry))})
        for number, entry, said in self.links:
            relation = self._relation(entry, said, names)
            if relation is None:
                is_reply = bool(said.remark.sentence.strip()) and not said.links
                self.flaws.drop(REPLIES if is_reply else LINKS, entry.span)
            else:
                if entry.annotation and entry.annotation.id:
                    self.cut[entry.annotation.id] = relation.id
                self.made[number] = own.name("relation", relation.id)
                yield relation

    def _relation(self, entry: Entry, said: meaning.Said, names: Names) -> Relation | None:
        kind = next((meaning.VERBS[word.lower()] for word in said.classes if word.lower() in meaning.VERBS), None)
        premises = tuple(self.statements.get(link) or own.only(link, "statement") or "" for link in said.links)
        targets = [self._bearing(target.source) for target in entry.annotation.targets] if entry.annotation else []
        if kind is None or not premises or not all(premises) or len(targets) != 1 or not targets[0][0]:
            return None
        target, is_statement = targets[0]
        if (kind is RelationKind.UNDERCUT) == is_statement:
            return None
        name = _own_relation(entry)
        if name is None or not names.claim(name):
            name = names.make(relation_id(kind, premises, target))
        scheme, note = next(iter(said.tags), None), said.remark.text or None
        return Relation(name, kind, premises, target, scheme, note=note, span=entry.span)

    def _bearing(self, address: str) -> tuple[str, bool]:
        """Return the id of what an address is in a map, and whether that is a statement."""
        named = own.parts(address, "cite")
        if named:
            return named[0], False
        relation = own.only(address, "relation") or self.cut.get(address)
        if relation:
            return relation, False
        return self.statements.get(address) or own.only(address, "statement") or "", True


def _own_relation(entry: Entry) -> str | None:
    return own.only(entry.annotation.id, "relation") if entry.annotation else None


def _annex_of(document: Document, made: _Made, m: ArgumentMap) -> str | None:
    """Keep of the annotations what argmap would not write so itself."""
    usual = Usual.of(m)
    kept = []
    for entry, name in zip(document.entries, made.made, strict=True):
        if not isinstance(entry.item, dict):
            continue
        is_own = name is not None and str(entry.item.get("id", "")).startswith("urn:argmap:")
        if not is_own or entry.item.keys() - OWN_MEMBERS:
            kept.append(_restoring.entry(name, entry.item, usual.items.get(name or "", {})))
    file = document.file
    if "page" in file:
        plain = page(m, list(usual.items.values()))
        members = {name: value for name, value in file["page"].items() if plain.get(name) != value}
        file = {"page": members} if members else {}
    return _restoring.written(file, kept)
