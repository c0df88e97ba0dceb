"""Web Annotation: the statements of a map as annotations of their passages (W3C Recommendation, 2017).

A passage is written as a fragment selector with a text directive, and, where it is one phrase, as a text-quote
selector too. Relations, groups, source records, titles, remarks and stances have no place in annotations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from attrs import evolve

from argmap.evidence.annotations import CONTEXT
from argmap.evidence.annotations import read as read_annotations
from argmap.evidence.fragments import Directive, write_fragment
from argmap.formats._base import Format, Writing
from argmap.formats._native.imported import map_of
from argmap.formats._native.slips import LOST
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin
from argmap.text import LineIndex

_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; raises `ConvertError` for what does not conform."""
    made = map_of(read_annotations(text))
    return evolve(made, origin=Origin(file, "web_annotation", LineIndex(text)))


def write(m: ArgumentMap) -> Writing:
    """Write a page of annotations, one for each passage and citation."""
    items = list(_items(m))
    page = {
        "@context": CONTEXT,
        "id": "urn:argmap:page",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return Writing(json.dumps(page, indent=2, ensure_ascii=False) + "\n", tuple(_losses(m)))


def _items(m: ArgumentMap) -> Iterator[dict[str, Any]]:
    urls = {source.id: source.url for source in m.sources}
    for statement in m:
        bodies: list[dict[str, Any]] = [{"type": "TextualBody", "value": statement.text, "format": "text/plain"}]
        bodies += [
            {"type": "TextualBody", "value": tag, "purpose": "tagging"}
            for tag in (str(statement.kind), *statement.tags)
        ]
        places: tuple[Passage | Citation, ...] = (*statement.passages, *statement.citations)
        for number, place in enumerate(places, 1):
            yield {
                "id": f"urn:argmap:{quote(statement.id, safe='')}:{number}",
                "type": "Annotation",
                "motivation": "assessing" if isinstance(place, Citation) else "identifying",
                "body": bodies,
                "target": _target(place, urls.get(place.source) or f"urn:argmap:{quote(place.source, safe='')}"),
            }


def _target(place: Passage | Citation, address: str) -> str | dict[str, Any]:
    if place.selector is None:
        return address
    selectors: list[dict[str, Any]] = [
        {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": _fragment(place.selector)}
    ]
    if place.selector.end is None:
        context = {"prefix": place.selector.before, "suffix": place.selector.after}
        exact = {"type": "TextQuoteSelector", "exact": place.selector.start}
        selectors.append({**exact, **{name: value for name, value in context.items() if value}})
    return {"type": "SpecificResource", "source": address, "selector": selectors}


def _fragment(selector: Selector) -> str:
    return write_fragment(Directive(selector.start, selector.end, selector.before, selector.after))[1:]


def _losses(m: ArgumentMap) -> Iterator[Finding]:
    citations = [citation for s in m for citation in s.citations]
    places: list[Passage | Citation] = [*citations, *(passage for s in m for passage in s.passages)]
    counts = (
        (len(m.relations), "relation", "relations"),
        (
            sum(not s.passages and not s.citations for s in m),
            "statement without passage or citation",
            "statements without passage or citation",
        ),
        (int(m.about is not None), "analysed source", "analysed sources"),
        (len({g.id for g in m.groups} | {s.group for s in m if s.group}), "section", "sections"),
        (len(m.sources), "source record", "source records"),
        (bool(m.title) + sum(s.title is not None for s in m), "title", "titles"),
        (bool(m.description) + sum(s.note is not None for s in m), "remark", "remarks"),
        (sum(s.implicit for s in m), "mark that a statement is implicit", "marks that a statement is implicit"),
        (sum(place.locator is not None for place in places), "page or place", "pages or places"),
        (
            sum(citation.stance is not Stance.SUPPORTS for citation in citations),
            "stance of a citation",
            "stances of citations",
        ),
    )
    for number, one, several in counts:
        if number:
            words = f"{one} has" if number == 1 else f"{several} have"
            yield Finding(LOST.code, LOST.name, LOST.severity, f"{number} {words} no place in annotations")


FORMAT = Format(title="W3C Web Annotation", suffixes=(".jsonld",), read=read, write=write)
