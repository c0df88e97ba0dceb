"""From an annotated text to a map: marks become statements with their passages, links relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats.annotated._labels import Meaning, kind_of, meaning_of
from argmap.formats.annotated._marks import Link, Mark, passages_of, usual_label, words_at
from argmap.model.citations import Passage
from argmap.model.relations import Force, Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_place import RULE as WRONG_PLACE
from argmap.text import Span
from argmap.wording import quoted

_NOWHERE = Span(0, 0)
_PLAIN = ("support", "attack", "contradiction", "contradict", "partial-attack")


@frozen
class Annotated:
    """A text with its annotations.

    Attributes:
        marks: In the order of the file.
        links: In the order of the file.
        source: Id of the text as a source.
        text: The text; None where it is not at hand.
        program: Name of the format, as messages put it.
        is_inside: The text stands in the file itself, so that offsets must be known where it is not at hand.
    """

    marks: Sequence[Mark]
    links: Sequence[Link]
    source: str
    text: str | None
    program: str
    is_inside: bool = False


@define
class Taken:
    """What a map takes of an annotated text, and what it leaves.

    Attributes:
        statements: By the id of the mark.
        relations: In the order of the links.
        annex: What must be known to write the same labels and offsets again, as plain JSON values.
        marks: Marks that are no statements.
        links: Links that are no relations.
    """

    statements: dict[str, Statement] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    annex: dict[str, Any] = field(factory=dict)
    marks: list[Mark] = field(factory=list)
    links: list[Link] = field(factory=list)


def take(annotated: Annotated, flaws: Flaws, names: Names | None = None) -> Taken:
    """Make statements and relations of an annotated text.

    Args:
        annotated: The text with its annotations.
        flaws: Takes note of what is wrong or left.
        names: Ids that are taken or reserved, where several texts make one map.
    """
    taken = Taken()
    marks = _each_once(annotated.marks, taken, flaws)
    meant = list(_meant(annotated, marks, taken, flaws))
    ends = {end for link, _ in meant for end in (link.source, link.target)}
    names = names or Names(reserved={*marks, *(link.id for link, _ in meant if link.id)})
    kinds = {label: kind_of(label) for label in dict.fromkeys(mark.label for mark in marks.values())}
    stated = [mark for mark in marks.values() if kinds[mark.label] or mark.id in ends]
    taken.marks += [mark for mark in marks.values() if not (kinds[mark.label] or mark.id in ends)]
    placed = _placed(stated, annotated, flaws)
    for mark in stated:
        taken.statements[mark.id] = _statement(mark, kinds[mark.label], placed[mark.id], annotated, names, flaws)
    for link, meaning in meant:
        taken.relations.append(_relation(link, meaning, taken.statements, names))
    _keep_ids(stated, meant, taken)
    _keep_labels(stated, kinds, meant, taken)
    _keep_spans(stated, annotated, taken)
    _tell(meant, annotated.program, taken, flaws)
    return taken


def _each_once(marks: Iterable[Mark], taken: Taken, flaws: Flaws) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for mark in marks:
        if mark.id in found:
            flaws.add(DUPLICATE_ID, f"{quoted(mark.id)} stands here again; it is not read", mark.at or _NOWHERE)
            taken.marks.append(mark)
        else:
            found[mark.id] = mark
    return found


def _meant(
    annotated: Annotated, marks: Mapping[str, Mark], taken: Taken, flaws: Flaws
) -> Iterable[tuple[Link, Meaning]]:
    """Go through the links that are relations, with what they mean; the others are left."""
    meanings = {label: meaning_of(label) for label in dict.fromkeys(link.label for link in annotated.links)}
    ids: set[str] = set()
    for link in annotated.links:
        missing = [end for end in (link.source, link.target) if end not in marks]
        meaning = meanings[link.label]
        if missing:
            message = f"no annotation is called {quoted(missing[0])}, which this names; it is not read"
            flaws.add(UNKNOWN_REFERENCE, message, link.at or _NOWHERE)
        elif link.id in ids:
            flaws.add(DUPLICATE_ID, f"{quoted(link.id or '')} stands here again; it is not read", link.at or _NOWHERE)
        elif meaning:
            ids |= {link.id} if link.id else set()
            yield link, meaning
            continue
        taken.links.append(link)


def _statement(
    mark: Mark, kind: Kind | None, passages: tuple[Passage, ...], annotated: Annotated, names: Names, flaws: Flaws
) -> Statement:
    text = mark.words
    if text is None and annotated.text is not None and _is_inside(mark.spans, annotated.text):
        text = words_at(mark.spans, annotated.text)
    if not (text or "").strip():
        flaws.add(EMPTY_TEXT, f"{quoted(mark.id if is_id(mark.id) else mark.label)} has no words", mark.at or _NOWHERE)
    name = mark.id if is_id(mark.id) and names.claim(mark.id) else names.make(slug(text or mark.label), "-")
    is_plain = mark.label.lower() == kind
    tags = () if is_plain else (mark.label,)
    return Statement(name, kind or Kind.CLAIM, text or "", None, None, passages, (), mark.note, tags, span=mark.at)


def _is_inside(spans: Iterable[Span], text: str) -> bool:
    return all(0 <= span.start < span.end <= len(text) for span in spans)


def _placed(marks: Sequence[Mark], annotated: Annotated, flaws: Flaws) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of marks, where the text is at hand; offsets that are wrong are told."""
    text = annotated.text
    if text is None:
        return {mark.id: () for mark in marks}
    spans: dict[str, tuple[Span, ...]] = {}
    for mark in marks:
        spans[mark.id], found = checked_parts(mark.spans, text, mark.words)
        for message in found:
            named = f"{quoted(mark.id)}: " if is_id(mark.id) else ""
            flaws.add(WRONG_PLACE, f"{named}{message}", mark.at or _NOWHERE)
    passages = passages_of(spans.values(), annotated.source, text)
    for mark in marks:
        if len(passages[spans[mark.id]]) < len(spans[mark.id]):
            flaws.drop("stretches of text that no few words tell from others have no passage in the map", mark.at)
    return {name: passages[parts] for name, parts in spans.items()}


def checked_parts(spans: tuple[Span, ...], text: str, words: str | None) -> tuple[tuple[Span, ...], list[str]]:
    """Look the parts of a mark up in a text; return where they are, and what is wrong with the offsets."""
    if len(spans) == 1:
        one = _positions.checked(spans[0], text, words)
        return (one.span,) if one.span else (), [one.flaw] if one.flaw else []
    each = [_positions.checked(span, text) for span in spans]
    found = tuple(part.span for part in each if part.span)
    there = words_at(found, text)
    if words is not None and there.split() != words.split():
        return (), [f"at its parts stands {quoted(there)}, not {quoted(words)}"]
    return found, [part.flaw for part in each if part.flaw]


def _relation(link: Link, meaning: Meaning, statements: Mapping[str, Statement], names: Names) -> Relation:
    ends = statements[link.source].id, statements[link.target].id
    premise, target = ends[::-1] if meaning.is_backward else ends
    usual = relation_id(meaning.kind, (premise,), target)
    name = link.id if link.id and is_id(link.id) and names.claim(link.id) else names.make(usual)
    force = Force.WEIGHS if meaning.is_weak and meaning.kind is RelationKind.ATTACK else None
    return Relation(name, meaning.kind, (premise,), target, note=link.note, force=force, span=link.at)


def _keep_ids(stated: Sequence[Mark], meant: Sequence[tuple[Link, Meaning]], taken: Taken) -> None:
    """Keep the ids that a map cannot have, by those that it has instead."""
    ids = {name.id: mark.id for mark in stated if (name := taken.statements[mark.id]).id != mark.id}
    pairs = zip(taken.relations, (link for link, _ in meant), strict=True)
    ids |= {relation.id: link.id for relation, link in pairs if link.id and relation.id != link.id}
    if ids:
        taken.annex["ids"] = ids


def _keep_labels(
    stated: Sequence[Mark], kinds: Mapping[str, Kind | None], meant: Sequence[tuple[Link, Meaning]], taken: Taken
) -> None:
    """Keep the labels that are not the usual ones: those that most of their sort have, and the exceptions."""
    types = sorted({mark.label for mark in stated if not kinds[mark.label]})
    labelled: list[tuple[Statement | Relation, str]] = [(taken.statements[mark.id], mark.label) for mark in stated]
    labelled += zip(taken.relations, (link.label for link, _ in meant), strict=True)
    used: dict[str, Counter[str]] = {}
    for thing, label in labelled:
        used.setdefault(usual_label(thing, types), Counter())[label] += 1
    often = (
        (usual, [pair for pair in labels.most_common() if not _is_backward(pair[0])]) for usual, labels in used.items()
    )
    names = {usual: labels[0][0] for usual, labels in often if labels and labels[0][0] != usual}
    others = {thing.id: label for thing, label in labelled if label != names.get(u := usual_label(thing, types), u)}
    kept = {"types": types, "names": names, "labels": others}
    taken.annex.update({name: value for name, value in kept.items() if value})


def _is_backward(label: str) -> bool:
    meaning = meaning_of(label)
    return meaning is not None and meaning.is_backward


def _keep_spans(stated: Sequence[Mark], annotated: Annotated, taken: Taken) -> None:
    """Keep the offsets that passages do not lead to exactly."""
    text = annotated.text
    places = [passage.selector for s in taken.statements.values() for passage in s.passages if passage.selector]
    found = _positions.found(places, text) if text is not None else {}
    exact = {}
    for mark in stated:
        statement = taken.statements[mark.id]
        if annotated.is_inside or [
            found.get(passage.selector) for passage in statement.passages if passage.selector
        ] != list(mark.spans):
            exact[statement.id] = [[span.start, span.end] for span in mark.spans]
    if exact:
        taken.annex["spans"] = exact


def _tell(meant: Sequence[tuple[Link, Meaning]], program: str, taken: Taken, flaws: Flaws) -> None:
    """Tell what has no place in a map, each sort once."""
    again = f"kept for writing {program} again"
    for link, meaning in meant:
        if link.label.lower().removesuffix("s") not in _PLAIN:
            read_as = f"lines labelled {quoted(link.label)} are read as {meaning.kind}s"
            flaws.drop(f"{read_as}; the label is {again}", link.at)
    for mark in (mark for mark in taken.marks if not kind_of(mark.label)):
        flaws.drop(f"what is labelled {quoted(mark.label)} is no statement of an argument; it is {again}", mark.at)
    for link in (link for link in taken.links if not meaning_of(link.label)):
        flaws.drop(f"lines labelled {quoted(link.label)} are no relations of a map; they are {again}", link.at)
