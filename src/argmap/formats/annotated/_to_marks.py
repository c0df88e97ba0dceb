"""From a map to an annotated text: statements become marks where their passages stand, relations links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from argmap.formats import _positions
from argmap.formats._annex import list_of, texts_of
from argmap.formats.annotated._from_marks import checked_parts
from argmap.formats.annotated._labels import kind_of, meaning_of
from argmap.formats.annotated._marks import Link, Mark, label_tag, passages_of, usual_label, words_at
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Statement
from argmap.text import Span

_KINDS = (RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONTRADICTION)


@define
class Given:
    """What an annotated text has of a map.

    Attributes:
        text: The text; None where it is not at hand, though offsets in it are known.
        marks: By the id of the statement.
        links: By the id of the relation.
        lost: What has no place in it: the words for one and for several, with how often.
    """

    text: str | None
    marks: dict[str, Mark] = field(factory=dict)
    links: dict[str, Link] = field(factory=dict)
    lost: Counter[tuple[str, str]] = field(factory=Counter)


def spans_of(kept: Mapping[str, Any]) -> dict[str, tuple[Span, ...]]:
    """Return the exact offsets in an annex."""
    found = kept.get("spans")
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: spans for name, value in pairs if (spans := _spans(value))}


def _spans(value: object) -> tuple[Span, ...]:
    ends = [tuple(each) for each in value if isinstance(each, list)] if isinstance(value, list) else []
    is_right = all(len(each) == 2 and all(type(end) is int for end in each) for each in ends)
    return tuple(Span(start, end) for start, end in ends) if is_right else ()


def give(m: ArgumentMap, kept: Mapping[str, Any]) -> Given:
    """Make marks and links of a map.

    Where neither the text of the analysed source is at hand nor the offsets in it of all statements that have passages
    there, the texts of the statements are it.

    Args:
        m: The map, with the text of the analysed source among its texts.
        kept: What the format has in the annex of the map.
    """
    text = m.texts.get(m.about) if m.about else None
    exact = spans_of(kept)
    given, labels = Given(text), _Labels.of(kept)
    is_gone = text is None and not _is_enough(exact, m)
    places = _laid_out(m, given) if is_gone else _placed(m, exact, given)
    for statement in m.statements:
        if statement.id in places:
            given.marks[statement.id] = _mark(statement, places[statement.id], labels, given)
        else:
            given.lost[_UNPLACED] += 1
    for relation in m.relations:
        _link(relation, labels, given)
    return given


def _is_enough(exact: Mapping[str, tuple[Span, ...]], m: ArgumentMap) -> bool:
    """Tell whether offsets are known of all statements that have a passage in the analysed source, if any has."""
    placed = [s.id in exact for s in m.statements if any(p.source == m.about for p in s.passages)]
    return all(placed) if placed else any(s.id in exact for s in m.statements)


@frozen
class _Labels:
    """The labels of a file, as the annex of a map has them; see `usual_label`."""

    types: Sequence[str]
    names: Mapping[str, str]
    others: Mapping[str, str]

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> _Labels:
        return cls(list_of(kept, "types"), texts_of(kept, "names"), texts_of(kept, "labels"))

    def label(self, thing: Statement | Relation) -> str:
        """Return the label that a thing had in its file, if that still fits it, else the one usual there."""
        usual = usual_label(thing, self.types)
        known = (self.others.get(thing.id), self.names.get(usual))
        return next((label for label in known if label and _fits(label, thing)), usual)


def _fits(label: str, thing: Statement | Relation) -> bool:
    if isinstance(thing, Statement):
        return kind_of(label) is thing.kind
    meaning = meaning_of(label)
    is_weak = thing.force is Force.WEIGHS
    return meaning is not None and meaning.kind is thing.kind and (meaning.is_weak == is_weak or not _is_attack(thing))


def _is_attack(relation: Relation) -> bool:
    return relation.kind is RelationKind.ATTACK


_UNPLACED = (
    "a statement has no passage in the text, and is not written",
    "statements have no passage in the text, and are not written",
)
_UNLINKED = (
    "a relation of a statement that is not written is not written either",
    "relations of statements that are not written are not written either",
)
_TWICE = (
    "a relation with the id of another is not written",
    "relations with the ids of others are not written",
)
_REWORDED = (
    "a statement says in other words what stands in its passage; only the passage is written",
    "statements say in other words what stands in their passages; only the passages are written",
)
_TAGGED = ("a tag has no place in annotations", "tags have no place in annotations")
_FURTHER = (
    "a further passage of a statement has no place in annotations",
    "further passages of statements have no place in annotations",
)
_ABROAD = (
    "a passage in another source than the analysed one has no place in annotations",
    "passages in other sources than the analysed one have no place in annotations",
)
_NO_TEXT = ("the text of the analysed source is not at hand: the texts of the statements stand in its place",) * 2
_FORCED = ("the force of an attack has no place in annotations", "forces of attacks have no place in annotations")


@frozen
class _Place:
    """Where a statement stands, and with which words."""

    spans: tuple[Span, ...]
    words: str


def _laid_out(m: ArgumentMap, given: Given) -> dict[str, _Place]:
    """Make a text of the texts of the statements, each on lines of its own; return where they are."""
    places: dict[str, _Place] = {}
    at = 0
    for statement in m.statements:
        if statement.text.strip():
            places[statement.id] = _Place((Span(at, at + len(statement.text)),), statement.text)
            at += len(statement.text) + 1
    given.text = "".join(place.words + "\n" for place in places.values())
    if places and m.about:
        given.lost[_NO_TEXT] = 1
    return places


def _placed(m: ArgumentMap, exact: Mapping[str, tuple[Span, ...]], given: Given) -> dict[str, _Place]:
    """Return where the statements stand: at the exact offsets, for as long as the map says the same, or by passages."""
    text = given.text
    if text is None:
        return {s.id: _Place(exact[s.id], s.text) for s in m.statements if s.id in exact}
    places = _unchanged(m, exact, text)
    selectors = (each for s in m.statements if s.id not in places for each in _selectors(s.passages, m.about))
    found = _positions.found(selectors, text)
    for statement in m.statements:
        given.lost[_ABROAD] += sum(passage.source != m.about for passage in statement.passages)
        spans = tuple(span for each in _selectors(statement.passages, m.about) if (span := found.get(each)))
        if spans and statement.id not in places:
            places[statement.id] = _of_passages(statement, spans, text, given)
    return places


def _of_passages(statement: Statement, spans: tuple[Span, ...], text: str, given: Given) -> _Place:
    """Return the place of the passages of a statement: of all where it is made of their words, else of the first."""
    if len(spans) > 1 and words_at(spans, text).split() != statement.text.split():
        given.lost[_FURTHER] += len(spans) - 1
        spans = spans[:1]
    return _Place(spans, _words(statement, spans, text))


def _words(statement: Statement, spans: tuple[Span, ...], text: str) -> str:
    there = words_at(spans, text)
    return statement.text if there.split() == statement.text.split() else there


def _selectors(passages: Iterable[Passage], source: str | None) -> Iterator[Selector]:
    return (passage.selector for passage in passages if passage.source == source and passage.selector)


def _unchanged(m: ArgumentMap, exact: Mapping[str, tuple[Span, ...]], text: str) -> dict[str, _Place]:
    """Return the places of statements whose passages are still what is read of their exact offsets."""
    readings: dict[str, list[tuple[_Place, tuple[Span, ...]]]] = {}
    for statement in (s for s in m.statements if s.id in exact):
        spans = exact[statement.id]
        told = (_Place(spans, statement.text), checked_parts(spans, text, statement.text)[0])
        inside = all(0 <= span.start < span.end <= len(text) for span in spans)
        shown = [(_Place(spans, _words(statement, spans, text)), spans)] if inside else []
        readings[statement.id] = [told, *shown]
    passages = passages_of((spans for each in readings.values() for _, spans in each), m.about or "", text)
    own = {s.id: tuple(p for p in s.passages if p.source == m.about) for s in m.statements if s.id in readings}
    still = {name: [place for place, spans in each if passages[spans] == own[name]] for name, each in readings.items()}
    return {name: places[0] for name, places in still.items() if places}


def _mark(statement: Statement, place: _Place, labels: _Labels, given: Given) -> Mark:
    if place.words.split() != statement.text.split():
        given.lost[_REWORDED] += 1
    label = label_tag(statement, labels.types)
    given.lost[_TAGGED] += sum(tag != label for tag in statement.tags)
    return Mark(statement.id, labels.label(statement), place.spans, place.words, note=statement.note)


def _link(relation: Relation, labels: _Labels, given: Given) -> None:
    if relation.kind not in _KINDS or len(relation.premises) != 1:
        return
    (premise,) = relation.premises
    if relation.id in given.links:
        given.lost[_TWICE] += 1
        return
    if premise not in given.marks or relation.target not in given.marks:
        given.lost[_UNLINKED] += 1
        return
    if relation.force is Force.DEFEATS:
        given.lost[_FORCED] += 1
    label = labels.label(relation)
    meaning = meaning_of(label)
    ends = (relation.target, premise) if meaning and meaning.is_backward else (premise, relation.target)
    given.links[relation.id] = Link(relation.id, label, *ends, note=relation.note)
