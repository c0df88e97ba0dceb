"""Web Annotation: the statements of a map as annotations of their passages (W3C Recommendation, 2017).

A passage is written as a fragment selector with a text directive, and, where it is one phrase, as a text-quote
selector too. Relations, groups, source records, titles, remarks and stances have no place in annotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.formats import Format, Sign, Writing
from argmap.model.citations import Citation, Cited, Passage, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding

_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"


def sniff(data: bytes) -> Sign:
    """Tell annotations by their context, which they must name."""
    return Sign.SURE if b"www.w3.org/ns/anno.jsonld" in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read annotations as statements; raises `ConvertError` for what does not conform."""
    from argmap.flaws import Flaws
    from argmap.formats.annotated import _annotations
    from argmap.formats.annotated._imported import map_of

    return map_of(_annotations.read(text), Flaws(text), file, "web_annotation")


def write(m: ArgumentMap) -> Writing:
    """Write a page of annotations, one for each passage and citation."""
    import json

    from argmap.formats.annotated._annotations import CONTEXT

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
    from urllib.parse import quote

    urls = {source.id: source.url for source in m.sources}
    for statement in m:
        bodies: list[dict[str, Any]] = [{"type": "TextualBody", "value": statement.text, "format": "text/plain"}]
        bodies += [
            {"type": "TextualBody", "value": tag, "purpose": "tagging"}
            for tag in (str(statement.kind), *statement.tags)
        ]
        for number, each in enumerate(statement.cited, 1):
            yield {
                "id": f"urn:argmap:{quote(statement.id, safe='')}:{number}",
                "type": "Annotation",
                "motivation": "assessing" if isinstance(each, Citation) else "identifying",
                "body": bodies,
                "target": _target(each, urls.get(each.source) or f"urn:argmap:{quote(each.source, safe='')}"),
            }


def _target(cited: Passage | Citation, address: str) -> str | dict[str, Any]:
    if cited.selector is None:
        return address
    selectors: list[dict[str, Any]] = [
        {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": _fragment(cited.selector)}
    ]
    if cited.selector.end is None:
        context = {"prefix": cited.selector.before, "suffix": cited.selector.after}
        exact = {"type": "TextQuoteSelector", "exact": cited.selector.start}
        selectors.append({**exact, **{name: value for name, value in context.items() if value}})
    return {"type": "SpecificResource", "source": address, "selector": selectors}


def _fragment(selector: Selector) -> str:
    from argmap.evidence.passages.fragments import Directive, write_fragment

    return write_fragment(Directive(selector.start, selector.end, selector.before, selector.after))[1:]


def _losses(m: ArgumentMap) -> Iterator[Finding]:
    from argmap.flaws import Flaw, placed
    from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING

    citations = [citation for s in m for citation in s.citations]
    cited: list[Cited] = [each for s in m for each in s.cited]
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
        (len(m.expectations), "expectation", "expectations"),
        (bool(m.title) + sum(s.title is not None for s in m), "title", "titles"),
        (bool(m.description) + sum(s.note is not None for s in m), "remark", "remarks"),
        (sum(s.implicit for s in m), "mark that a statement is implicit", "marks that a statement is implicit"),
        (sum(each.locator is not None for each in cited), "page or place", "pages or places"),
        (
            sum(citation.stance is not Stance.SUPPORTS for citation in citations),
            "stance of a citation",
            "stances of citations",
        ),
        (sum(s.standard is not None for s in m), "proof standard", "proof standards"),
        (sum(c.weight is not None for c in citations), "weight of a citation", "weights of citations"),
        (sum(c.fair for c in citations), "mark that a quotation is fair", "marks that a quotation is fair"),
    )
    for number, one, several in counts:
        if number:
            words = f"{one} has" if number == 1 else f"{several} have"
            yield placed(Flaw(f"{number} {words} no place in annotations"), LOST_IN_WRITING, None)


FORMAT = Format(title="W3C Web Annotation", suffixes=(".jsonld", ".json"), read=read, sniff=sniff, write=write)
