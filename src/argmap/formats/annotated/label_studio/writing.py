"""From a map to tasks of Label Studio."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from attrs import evolve

from argmap.flaws import unwritten
from argmap.formats import Writing, _positions
from argmap.formats._annex import annex_of, list_of, texts_of
from argmap.formats.annotated._json import items, table
from argmap.formats.annotated._labels import kind_of
from argmap.formats.annotated._marks import Link, Mark
from argmap.formats.annotated._to_marks import Given, give
from argmap.formats.annotated.label_studio.reading import link_id
from argmap.formats.annotated.label_studio.tasks import region
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.text import OffsetMap, Span
from argmap.wording import tallied

_RECORDS = ("a source record has no place in Label Studio", "source records have no place in Label Studio")
_NO_TEXT = (
    "the text is not at hand, and is missing in its task",
    "texts are not at hand, and are missing in their tasks",
)
_PARTS = (
    "a statement that stands in several parts is written as one, with what is between them",
    "statements that stand in several parts are written as one each, with what is between them",
)
_ACROSS = (
    "a relation between statements in two texts has no place in Label Studio",
    "relations between statements in two texts have no place in Label Studio",
)
_NEW = {"from_name": "label", "to_name": "text", "type": "labels"}


def write_map(m: ArgumentMap) -> Writing:
    """Write tasks; see `argmap.formats.annotated.label_studio`."""
    kept = annex_of(m, "label_studio")
    whole = deepcopy(kept.get("whole"))
    tasks = whole if isinstance(whole, list) else [whole]
    known = [(table(task), table(each)) for task, each in zip(tasks, items(kept.get("tasks")), strict=False)]
    known = [(task, each) for task, each in known if each]
    if not known:
        task: dict[str, Any] = {"data": {"text": ""}, "annotations": [{"result": []}]}
        whole = [task]
        known = [(task, {"source": m.about, "name": "text", "path": ["annotations", 0, "result"]})]
    lost: Counter[tuple[str, str]] = Counter()
    for (task, each), part in zip(known, _parts(m, [each for _, each in known], lost), strict=True):
        lost.update(_write(task, each, part))
    lost[_RECORDS] += sum(s not in (Source(s.id), Source(s.id, s.id)) for s in m.sources)
    return Writing(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", unwritten(tallied(lost)))


def _parts(m: ArgumentMap, known: list[dict[str, Any]], lost: Counter[tuple[str, str]]) -> Iterator[ArgumentMap]:
    """Go through the parts of a map that belong to tasks: what stands in the text of no task goes with the first."""
    numbers = {each.get("source"): number for number, each in enumerate(known)}
    former = {name: number for number, each in enumerate(known) for name in _own(each)}
    owner: dict[str, int] = {}
    for s in m.statements:
        named = [numbers[p.source] for p in s.passages if p.source in numbers]
        owner[s.id] = named[0] if named else former.get(s.id, 0)
    for number, each in enumerate(known):
        relations = [r for r in m.relations if {owner.get(n, number) for n in (*r.premises, r.target)} == {number}]
        statements = tuple(s for s in m.statements if owner[s.id] == number)
        source = each.get("source")
        about = source if isinstance(source, str) else m.about
        yield evolve(m, about=about, statements=statements, relations=tuple(relations))
    lost[_ACROSS] += sum(len({owner[n] for n in (*r.premises, r.target) if n in owner}) > 1 for r in m.relations)


def _own(kept: Mapping[str, Any]) -> list[str]:
    ids = {foreign: own for own, foreign in texts_of(kept, "ids").items()}
    return [ids.get(name, name) for name in list_of(kept, "read")]


def _write(task: dict[str, Any], kept: Mapping[str, Any], part: ArgumentMap) -> Counter[tuple[str, str]]:
    """Write a part of a map into its task; return what is lost."""
    given = give(part, kept)
    given.lost[_NO_TEXT] += given.text is None
    name, units = str(kept.get("name")), kept.get("units")
    task["data"] = {**table(task.get("data")), name: given.text or ""}
    holder, last = _holder(task, items(kept.get("path")))
    offsets = _positions.units(given.text or "", units if units in _positions.UNITS else _positions.UNITS[0])
    holder[last] = list(_results(items(holder.get(last)), given, offsets, kept))
    return given.lost


def _holder(task: dict[str, Any], path: list[Any]) -> tuple[dict[str, Any], str]:
    """Return the part of a task that holds results, and under which key; the task itself where keys lead nowhere."""
    found: Any = task
    for key in path[:-1]:
        try:
            found = found[key]
        except (LookupError, TypeError):
            return task, "result"
    is_right = path and isinstance(path[-1], str) and isinstance(found, dict)
    return (found, path[-1]) if is_right else (task, "result")


def _results(results: list[Any], given: Given, units: OffsetMap, kept: Mapping[str, Any]) -> Iterator[Any]:
    """Go through the results: those of what the map still says as it says it now, all others as they were."""
    former = texts_of(kept, "ids")
    read = set(list_of(kept, "read"))
    marks = {former.get(name, name): mark for name, mark in given.marks.items()}
    links = {former.get(name, name): link for name, link in given.links.items()}
    ids = {mark.id: name for name, mark in marks.items()}
    usual = next((each for each in results if region(each)), _NEW)
    for number, each in enumerate(results):
        is_relation = table(each).get("type") == "relation"
        name = link_id(number) if is_relation else str(table(each).get("id"))
        if name not in read or not (is_relation or region(each)):
            yield each
            continue
        if name in marks:
            yield _region(each, marks.pop(name), given, units)
        elif name in links:
            yield _relation(each, links.pop(name), ids)
        read.discard(name)
    for name, mark in marks.items():
        shape = {key: usual.get(key, value) for key, value in _NEW.items()}
        yield _region({"id": name, **shape, "value": {}}, mark, given, units)
    for link in links.values():
        yield _relation({"type": "relation"}, link, ids)


def _region(result: Mapping[str, Any], mark: Mark, given: Given, units: OffsetMap) -> dict[str, Any]:
    """Return a region where a statement stands now, with the label that it has now."""
    value = table(result.get("value"))
    kind = str(result.get("type"))
    labels = [each for each in items(value.get(kind)) if isinstance(each, str)]
    meant = next(filter(kind_of, labels), labels[0] if labels else None)
    given.lost[_PARTS] += len(mark.spans) > 1
    new = [mark.label if each == meant else each for each in labels] or [mark.label]
    here, former = Span(mark.spans[0].start, mark.spans[-1].end), region(result)
    if former and (given.text is None or units.back(Span(former[0], former[1])) == here):
        return {**result, "value": {**value, kind: new}}
    place = units.forth(here)
    offsets: dict[str, Any] = {"start": place.start, "end": place.end}
    offsets = {"globalOffsets": offsets} if table(value.get("globalOffsets")) else offsets
    return {**result, "value": {**value, **offsets, "text": mark.words, kind: new}}


def _relation(result: Mapping[str, Any], link: Link, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return a relation with the ends and the label that it has now."""
    ends = ids[link.source], ids[link.target]
    source, target = ends[::-1] if result.get("direction") == "left" else ends
    direction = result.get("direction", "right")
    labels = [link.label, *items(result.get("labels"))[1:]]
    return {**result, "from_id": source, "to_id": target, "direction": direction, "labels": labels}
