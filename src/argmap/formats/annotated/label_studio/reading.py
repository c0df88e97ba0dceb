"""From tasks of Label Studio to a map."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats.annotated._from_marks import Annotated, Taken, take
from argmap.formats.annotated._json import items, loaded, place
from argmap.formats.annotated._labels import kind_of, meaning_of
from argmap.formats.annotated._marks import Link, Mark
from argmap.formats.annotated.label_studio.tasks import PASSES, Task, region, relation, tasks_of
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import RelationKind
from argmap.model.sources import Source
from argmap.native.ids import Names, slug
from argmap.native.tree import Node
from argmap.text import LineIndex, Span

_AGAIN = "kept for writing Label Studio again"
_OTHER = f"results that are no labelled regions or relations have no place in a map; they are {_AGAIN}"
_FURTHER = f"further annotations and predictions of a text are not read; they are {_AGAIN}"


def read_map(text: str, file: str) -> ArgumentMap:
    """Read tasks; raises `ConvertError` for what are none."""
    flaws = Flaws(text)
    whole, tree = loaded(flaws)
    tasks = tasks_of(whole)
    stem = Path(file).name.removesuffix(".json").removesuffix(".ls")
    names = Names(
        reserved={str(each.get("id")) for task in tasks if task for each in task.results if isinstance(each, dict)}
    )
    sources = Names()
    taken: list[Taken | None] = []
    texts: dict[str, str] = {}
    kept: list[dict[str, Any] | None] = []
    for number, task in enumerate(tasks):
        if task is None:
            words = f"tasks without a text, or without annotations, have no place in a map; they are {_AGAIN}"
            flaws.drop(words, place(tree, number) if isinstance(whole, list) else None)
            kept.append(None)
            continue
        several = f"{stem}-{task.whole.get('id', number + 1)}" if len(tasks) > 1 else stem
        source = sources.make(slug(several) if several.strip() else "text", "-")
        texts[source] = task.text
        path = (number, *task.path) if isinstance(whole, list) else task.path
        found, more = _taken(task, source, tree, path, names, flaws)
        taken.append(found)
        kept.append(more)
    _tell(tasks, tree, flaws)
    lines = LineIndex(text)
    statements = [statement for each in taken if each for statement in each.statements.values()]
    return ArgumentMap(
        about=next(iter(texts)) if len(texts) == 1 else None,
        statements=tuple(statements),
        relations=tuple(r for each in taken if each for r in each.relations),
        sources=tuple(Source(source, source) for source in texts),
        annex={"label_studio": json.dumps({"tasks": kept, "whole": _bare(whole, tasks)}, ensure_ascii=False)},
        texts=texts,
        origin=Origin(file, "label_studio", lines, findings=flaws.findings(file, lines)),
    )


def _taken(
    task: Task, source: str, tree: Node, path: tuple[str | int, ...], names: Names, flaws: Flaws
) -> tuple[Taken, dict[str, Any]]:
    """Return what a map takes of a task, and what must be known to write it again."""
    regions = [(number, there) for number, each in enumerate(task.results) if (there := region(each))]
    units = _positions.units_of([(Span(r[0], r[1]), r[3]) for _, r in regions if r[3] is not None], task.text)
    back = _positions.units(task.text, units).back
    marks, links = [], []
    for number, (start, end, labels, words) in regions:
        label = next(filter(kind_of, labels), labels[0])
        at = place(tree, *path, number)
        marks.append(Mark(task.results[number]["id"], label, (back(Span(start, end)),), words, at))
    read = {number for number, _ in regions}
    for number, each in enumerate(task.results):
        drawn, at = relation(each), place(tree, *path, number)
        if drawn and (each.get("direction") != "bi" or _is_symmetric(drawn[0])):
            links.append(Link(link_id(number), *drawn, at))
        elif number not in read:
            flaws.drop(_OTHER, at)
    found = take(Annotated(marks, links, source, task.text, "Label Studio", is_inside=True), flaws, names)
    return found, {
        **found.annex,
        "source": source,
        "name": task.name,
        "path": [*task.path],
        "units": units,
        "read": [*found.statements, *(link_id(n) for n in _read(found))],
    }


def link_id(number: int) -> str:
    """Return the id of a relation, which has none in a file: the number of the result."""
    return f"@{number}"


def _read(found: Taken) -> Iterable[int]:
    ids = found.annex.get("ids", {})
    return (int(ids[relation.id][1:]) for relation in found.relations)


def _is_symmetric(label: str) -> bool:
    meaning = meaning_of(label)
    return meaning is not None and meaning.kind is RelationKind.CONTRADICTION


def _tell(tasks: Iterable[Task | None], tree: Node, flaws: Flaws) -> None:
    for number, task in enumerate(tasks):
        several = [each for key in PASSES for each in (items(task.whole.get(key)) if task else ())]
        if len(several) > 1:
            flaws.drop(_FURTHER, place(tree, number))


def _bare(whole: Any, tasks: Iterable[Task | None]) -> Any:
    """Return tasks without their texts."""
    items = whole if isinstance(whole, list) else [whole]
    bare = [
        {**each, "data": {**each["data"], task.name: ""}} if task else each
        for each, task in zip(items, tasks, strict=True)
    ]
    return bare if isinstance(whole, list) else bare[0]
