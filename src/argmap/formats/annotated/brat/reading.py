"""From a file of annotations, and the text beside it, to a map."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from argmap import files
from argmap.errors import ReadError
from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats.annotated._from_marks import Annotated, Taken, take
from argmap.formats.annotated._marks import Link, Mark
from argmap.formats.annotated.brat.stances import implied, is_stance
from argmap.formats.annotated.brat.syntax import Annotation, Attribute, Entity, Line, Note, Tie, named, parse
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.native.ids import slug
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.unreadable_text import RULE as UNREADABLE_TEXT
from argmap.rules.wrong_place import RULE as WRONG_PLACE
from argmap.text import LineIndex, Span
from argmap.wording import quoted

NOTES = "AnnotatorNotes"
"""The type of the remarks that annotators write in brat."""

_USUAL = "code points"
_AGAIN = "they are kept for writing brat again"
_WORDS = {
    "A": "attributes have",
    "M": "attributes have",
    "E": "events have",
    "N": "references to other collections have",
    "*": "equivalences have",
    "#": "notes on what is no statement have",
}
_FIRST = Span(0, 0)


def read_map(text: str, file: str) -> ArgumentMap:
    """Read annotations; the text that they are about stands beside their file."""
    flaws = Flaws(text)
    found = _Found.of(parse(text, flaws))
    source = slug(Path(file).stem) if file not in ("", "-") else "text"
    about = _text_beside(file, flaws)
    units = _units(found, about, flaws)
    taken = take(Annotated(_marks(found, about, units), _links(found, flaws), source, about, "brat"), flaws)
    relations = [*taken.relations, *_of_stances(found, taken, flaws)]
    annex = {**taken.annex, **_rest(found, taken, flaws), **({} if units == _USUAL else {"units": units})}
    lines = LineIndex(text)
    return ArgumentMap(
        about=None if about is None else source,
        statements=tuple(taken.statements.values()),
        relations=tuple(relations),
        sources=() if about is None else (Source(source, Path(file).stem, text=f"{Path(file).stem}.txt"),),
        annex={"brat": json.dumps(annex, ensure_ascii=False)} if annex else {},
        texts={} if about is None else {source: about},
        origin=Origin(file, "brat", lines, findings=flaws.findings(file, lines)),
    )


def _text_beside(file: str, flaws: Flaws) -> str | None:
    """Return the text beside a file, with the line ends and the byte order mark that offsets count."""
    name = str(Path(file).with_suffix(".txt")) if Path(file).name and file != "-" else ""
    try:
        data = files.read_bytes(files.regular(Path(name))) if name else None
        why = "it stands in a .txt file beside the .ann file"
    except ReadError as error:
        data, why = None, str(error)
    if data is None:
        message = f"the annotated text is not at hand, so that no offset can be checked: {why}"
        flaws.add(WRONG_PLACE, message, _FIRST)
        return None
    decoded = files.decode(data)
    if decoded.flaw:
        flaws.add(UNREADABLE_TEXT, f"{name}{decoded.where}: {decoded.flaw}", _FIRST)
        return None
    return data.decode()


@frozen
class _Found:
    """The annotations of a file by their sort.

    Attributes:
        entities: Labelled stretches of text.
        ties: Labelled lines.
        notes: The first remark of an annotator on each annotation, by its id.
        others: Whatever else there is.
        ids: Of all annotations.
    """

    entities: list[Entity]
    ties: list[Tie]
    notes: dict[str, Note]
    others: list[Attribute | Note | Line]
    ids: set[str]

    @classmethod
    def of(cls, annotations: Iterable[Annotation]) -> _Found:
        found = cls([], [], {}, [], set())
        for each in annotations:
            found.ids.add(each.id)
            if isinstance(each, Entity):
                found.entities.append(each)
            elif isinstance(each, Tie):
                found.ties.append(each)
            elif isinstance(each, Note) and each.type == NOTES and each.target not in found.notes and each.words:
                found.notes[each.target] = each
            else:
                found.others.append(each)
        return found

    def note(self, name: str) -> str | None:
        """Return what an annotator has remarked on an annotation."""
        return self.notes[name].words if name in self.notes else None


def _units(found: _Found, text: str | None, flaws: Flaws) -> str:
    """Return in what the offsets of a file are counted."""
    quotations = [(each.spans[0], each.words) for each in found.entities if each.words and len(each.spans) == 1]
    units = _positions.units_of(quotations, text) if text is not None else _USUAL
    if units != _USUAL:
        message = f"offsets count code points in brat; here they count {units}, and are read so"
        flaws.add(WRONG_PLACE, message, found.entities[0].line.at)
    return units


def _marks(found: _Found, text: str | None, units: str) -> list[Mark]:
    back = _positions.units(text or "", units).back
    return [Mark(e.id, e.type, tuple(map(back, e.spans)), e.words, e.line.at, found.note(e.id)) for e in found.entities]


def _links(found: _Found, flaws: Flaws) -> list[Link]:
    """Return the lines between stretches of text; those that lead to other annotations are left."""
    entities = {each.id for each in found.entities}
    links = []
    for tie in found.ties:
        if any(end in found.ids and end not in entities for end in named(tie)):
            flaws.drop(f"lines to or from what is no stretch of text have no place in a map; {_AGAIN}", tie.line.at)
        else:
            links.append(Link(tie.id, tie.type, tie.source, tie.target, tie.line.at, found.note(tie.id)))
    return links


def _of_stances(found: _Found, taken: Taken, flaws: Flaws) -> list[Relation]:
    """Return the relations that stances of claims stand for, where no line says so already."""
    stances = [each for each in found.others if isinstance(each, Attribute) and is_stance(each)]
    labels = {each.id: each.type for each in found.entities if each.id in taken.statements}
    drawn = {(*relation.premises, relation.target) for relation in taken.relations}
    made: dict[str, Relation] = {}
    for stance, meant in implied(stances, labels):
        for kind, claim, major in meant:
            ends = taken.statements[claim].id, taken.statements[major].id
            if ends not in drawn:
                relation = evolve(Relation.make(kind, ends[:1], ends[1]), span=stance.line.at)
                made.setdefault(relation.id, relation)
        if meant:
            flaws.drop("the stance of a claim is read as what it does to each major claim", stance.line.at)
    return list(made.values())


def _rest(found: _Found, taken: Taken, flaws: Flaws) -> dict[str, Any]:
    """Return what of a file no map has a place for: its lines as they stand, and ids that name nothing."""
    ids = {*taken.statements, *(r.id for r in taken.relations)}
    said = [note for note in found.notes.values() if note.target in ids]
    others: list[Attribute | Note | Line] = [*found.others]
    others += (note for note in found.notes.values() if note.target not in ids)
    dangling: dict[str, None] = {}
    for each in others:
        missing = [name for name in named(each) if name not in found.ids]
        line = _line(each)
        dangling |= dict.fromkeys(missing)
        if missing:
            message = f"no annotation is called {quoted(missing[0])}, which this names"
            flaws.add(UNKNOWN_REFERENCE, message, line.at)
        if not (isinstance(each, Attribute) and is_stance(each)):
            flaws.drop(f"{_WORDS.get(each.id[0], 'lines of no known sort have')} no place in a map; {_AGAIN}", line.at)
    read = {r.span for r in taken.relations} | {s.span for s in taken.statements.values()}
    drawn: list[Entity | Tie] = [*found.entities, *found.ties]
    places = {each.line.at for each in drawn} - read
    places |= {_line(each).at for each in others}
    lines = [flaws.text[at.start : at.end] for at in sorted(places, key=lambda at: at.start)]
    twice = sorted(ids.intersection(line.split(maxsplit=1)[0] for line in lines))
    dangling |= dict.fromkeys(end for tie in found.ties for end in named(tie) if end not in found.ids)
    kept = {
        "lines": lines,
        "dangling": list(dangling),
        "twice": twice,
        "notes": {note.target: note.id for note in said},
    }
    return {name: value for name, value in kept.items() if value}


def _line(annotation: Attribute | Note | Line) -> Line:
    return annotation if isinstance(annotation, Line) else annotation.line
