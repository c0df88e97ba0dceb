"""From a CAS to a map."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats._annex import texts_of
from argmap.formats.annotated._from_marks import Annotated, Taken, take
from argmap.formats.annotated._json import loaded, place, table
from argmap.formats.annotated._marks import Link, Mark
from argmap.formats.annotated.inception.cas import ID, STRUCTURES, Cas, ends_of, is_usual, label_of
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.native.ids import slug
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.text import LineIndex, Span
from argmap.wording import quoted

UNITS = "UTF-16"
"""What offsets in a CAS count."""


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a CAS; raises `ConvertError` for what is none."""
    flaws = Flaws(text)
    whole, tree = loaded(flaws)
    cas = Cas.of(whole)
    about = cas.sofa["sofaString"]
    back = _positions.units(about, UNITS).back
    marks: list[Mark] = []
    links: list[Link] = []
    seen: set[str] = set()
    for number, each in enumerate(cas.structures):
        name = str(table(each).get(ID))
        is_again = name in seen
        seen.add(name)
        if not cas.is_annotation(each) or is_usual(each):
            continue
        at, ends = place(tree, STRUCTURES, number), ends_of(each)
        if is_again:
            flaws.add(DUPLICATE_ID, f"{quoted(name)} stands here again; it is not read", at or Span(0, 0))
        elif ends:
            links.append(Link(name, label_of(each)[0], str(each[ends[0]]), str(each[ends[1]]), at))
        else:
            marks.append(Mark(name, label_of(each)[0], (back(Span(each["begin"], each["end"])),), None, at))
    title = _title(cas) or Path(file).name.removesuffix(".json").removesuffix(".cas")
    source = slug(title) if title.strip() else "text"
    taken = take(Annotated(marks, links, source, about, "INCEpTION", is_inside=True), flaws)
    usual = sum(cas.is_annotation(each) and is_usual(each) for each in cas.structures)
    if usual:
        flaws.drop("sentences, tokens and the like have no place in a map; they are kept for writing INCEpTION again")
    lines = LineIndex(text)
    return ArgumentMap(
        about=source,
        statements=tuple(taken.statements.values()),
        relations=tuple(taken.relations),
        sources=(Source(source, title),),
        annex={"inception": json.dumps(_annex(cas, taken), ensure_ascii=False)},
        texts={source: about},
        origin=Origin(file, "inception", lines, findings=flaws.findings(file, lines)),
    )


def _title(cas: Cas) -> str:
    """Return the title of the document, as INCEpTION has it."""
    titles = (each.get("documentTitle") for each in cas.structures if isinstance(each, dict))
    return next((title for title in titles if isinstance(title, str) and title.strip()), "")


def _annex(cas: Cas, taken: Taken) -> dict[str, Any]:
    """Return the whole CAS but its text, and what the labels and offsets of statements were."""
    structures = [
        {name: value for name, value in each.items() if name != "sofaString"} if each is cas.sofa else each
        for each in cas.structures
    ]
    former = texts_of(taken.annex, "ids")
    read = [*(s.id for s in taken.statements.values()), *(relation.id for relation in taken.relations)]
    ids = [former.get(name, name) for name in read]
    return {**taken.annex, "read": ids, "cas": {**cas.whole, STRUCTURES: structures}}
