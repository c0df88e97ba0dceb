"""From a map to a file of annotations, and the text that they are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from argmap.flaws import unwritten
from argmap.formats import Writing, _positions
from argmap.formats._annex import annex_of, list_of, texts_of
from argmap.formats.annotated._marks import BROKEN, Mark, hanging, one_line
from argmap.formats.annotated._to_marks import Given, give
from argmap.formats.annotated.brat.reading import NOTES
from argmap.formats.annotated.brat.stances import implied, is_stance
from argmap.formats.annotated.brat.syntax import Annotation, Attribute, Entity, Line, named, parse, serialise
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.text import Span
from argmap.wording import tallied

_ENTITY_ID, _TIE_ID = re.compile(r"T[0-9]+\S*"), re.compile(r"R[0-9]+\S*")
_NUMBER, _NOTE_ID = re.compile(r"[A-Z]([0-9]{1,9})"), re.compile(r"#([0-9]{1,9})")
_NO_LINE = Line("", "", Span(0, 0))
_NAMED = ("the id of a statement or relation is a number in brat", "ids of statements or relations are numbers in brat")
_HUNG = (
    "an annotation of something that the map no longer has is not written",
    "annotations of what the map no longer has are not written",
)
_RECORDS = ("a source record has no place in brat", "source records have no place in brat")
_CHANGED = (
    "the stance of a claim is not written, for the map says something else",
    "stances of claims are not written, for the map says something else",
)


def write_map(m: ArgumentMap) -> Writing:
    """Write annotations, and their text beside them; see `argmap.formats.annotated.brat`."""
    kept = annex_of(m, "brat")
    given = give(m, kept)
    given.lost[_RECORDS] += sum(s.id != m.about or s != Source(s.id, s.title, text=s.text) for s in m.sources)
    taken = {line.split(maxsplit=1)[0] for line in list_of(kept, "lines") if line.strip()}
    taken -= set(list_of(kept, "twice"))
    ids = _ids(given.marks, _ENTITY_ID, kept, taken)
    rest, stood = _rest(m, given, kept, ids)
    links = {name: link for name, link in given.links.items() if name not in stood}
    ids |= _ids(links, _TIE_ID, kept, taken)
    usual = {relation.id for relation in m.relations if relation.id == _usual(relation).id}
    given.lost[_NAMED] += sum(
        new != texts_of(kept, "ids").get(name, name) for name, new in ids.items() if name not in usual
    )
    marks = [_entity(mark, ids[mark.id], given) for mark in _counted(given, kept)]
    ties = [f"{ids[name]}\t{_label(e.label)} Arg1:{ids[e.source]} Arg2:{ids[e.target]}" for name, e in links.items()]
    text = serialise([*marks, *ties, *rest, *_notes(given, links, ids, kept)])
    beside = {} if given.text is None else {".txt": given.text.replace("\0", " ").encode("utf-8", "replace")}
    return Writing(text, unwritten(tallied(given.lost)), beside=beside)


def _ids(names: Iterable[str], pattern: re.Pattern[str], kept: Mapping[str, Any], taken: set[str]) -> dict[str, str]:
    """Return the ids in brat of statements or relations: those that they have there, or new numbers."""
    former = texts_of(kept, "ids")
    ids: dict[str, str] = {}
    rest: list[str] = []
    for name in names:
        wanted = former.get(name, name)
        if pattern.fullmatch(wanted) and wanted not in taken:
            ids[name] = wanted
            taken.add(wanted)
        else:
            rest.append(name)
    letter = pattern.pattern[0]
    found = (_NUMBER.match(each) for each in (*taken, *list_of(kept, "dangling")) if each.startswith(letter))
    last = max((int(match[1]) for match in found if match), default=0)
    ids |= {name: f"{letter}{number}" for number, name in enumerate(rest, last + 1)}
    taken.update(ids.values())
    return ids


def _usual(relation: Relation) -> Relation:
    return Relation.make(relation.kind, relation.premises, relation.target)


def _counted(given: Given, kept: Mapping[str, Any]) -> Iterator[Mark]:
    """Go through the marks with their offsets counted as their file did."""
    units = kept.get("units")
    forth = _positions.units(given.text or "", units if units in _positions.UNITS else _positions.UNITS[0]).forth
    return (evolve(mark, spans=tuple(map(forth, mark.spans))) for mark in given.marks.values())


def _entity(mark: Mark, name: str, given: Given) -> str:
    return str(Entity(name, _label(mark.label), mark.spans, _one_line(mark.words or "", given), _NO_LINE))


def _label(label: str) -> str:
    return "_".join(label.split())


def _one_line(text: str, given: Given) -> str:
    """Return a text without breaks, which the lines of a file cannot hold."""
    there = one_line(text)
    given.lost[BROKEN] += there != text
    return there


def _rest(m: ArgumentMap, given: Given, kept: Mapping[str, Any], ids: Mapping[str, str]) -> tuple[list[str], set[str]]:
    """Return the lines that hold no statement or relation, and the ids of relations that stances among them say."""
    annotations = list(parse(serialise(list_of(kept, "lines"))))
    ties = [name for name in given.links if _TIE_ID.fullmatch(name)]
    known = Counter([*ids.values(), *ties, *texts_of(kept, "ids").values(), *list_of(kept, "dangling")])
    hung = hanging([(each.id, named(each)) for each in annotations], known)
    gone = {id(annotations[number]) for number in hung}
    given.lost[_HUNG] += len(gone)
    stood, untrue = _stances([each for each in annotations if id(each) not in gone], m, given, ids)
    given.lost[_CHANGED] += len(untrue)
    left = (each for each in annotations if id(each) not in gone and id(each) not in untrue)
    return [each.raw if isinstance(each, Line) else each.line.raw for each in left], stood


def _stances(
    annotations: Iterable[Annotation], m: ArgumentMap, given: Given, ids: Mapping[str, str]
) -> tuple[set[str], set[int]]:
    """Return the ids of the relations that stances say already, and which stances the map does not say."""
    stances = [each for each in annotations if isinstance(each, Attribute) and is_stance(each)]
    names = {new: name for name, new in ids.items()}
    labels = {ids[name]: mark.label for name, mark in given.marks.items()}
    said = {(r.kind, *r.premises, r.target): r for r in m.relations if len(r.premises) == 1} if stances else {}
    stood: set[str] = set()
    untrue: set[int] = set()
    for stance, meant in implied(stances, labels):
        found = [said.get((kind, names[claim], names[major])) for kind, claim, major in meant]
        if None in found:
            untrue.add(id(stance))
        else:
            stood |= {relation.id for relation in found if relation and relation == _usual(relation)}
    return stood, untrue


def _notes(given: Given, links: Iterable[str], ids: Mapping[str, str], kept: Mapping[str, Any]) -> Iterator[str]:
    """Go through the remarks on statements and relations, each under its former number, or a new one."""
    noted = [(ids[name], given.marks[name].note) for name in given.marks]
    noted += [(ids[name], given.links[name].note) for name in links]
    former = texts_of(kept, "notes")
    lines = (line.split(maxsplit=1)[0] for line in list_of(kept, "lines") if line.strip())
    numbers = (int(match[1]) for each in (*former.values(), *lines) if (match := _NOTE_ID.fullmatch(each)))
    last = max(numbers, default=0)
    for target, note in noted:
        if note and note.strip():
            last += target not in former
            yield f"{former.get(target, f'#{last}')}\t{NOTES} {target}\t{_one_line(note, given)}"
