"""From an annotation to a statement, for formats that say of passages what someone thinks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from attrs import define, field

from argmap.evidence.passages.fragments import Directive, read_directives
from argmap.flaws import Flaws
from argmap.formats.annotated._annotations import Annotation
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.native.ids import is_id, slug
from argmap.text import LineIndex

_OWN = "urn:argmap:"
_ENDS = 4
_LONGEST = 8
_CONTEXT = 3


def map_of(
    annotations: Iterable[Annotation], flaws: Flaws, file: str, form: str, titles: dict[str, str] | None = None
) -> ArgumentMap:
    """Make a map: a statement for each annotation, whose passage is what was annotated; a source for each address.

    A tag that is the name of a kind gives the kind, else it is a claim, and a question where the annotation asks. Of a
    long quotation only the first and last words are kept.

    Args:
        annotations: The annotations.
        flaws: The text that they were read from, and what was lost of it so far.
        file: Its file.
        form: Name of its format.
        titles: Titles of sources by their address.
    """
    made = _Made(titles or {})
    for annotation in annotations:
        for what in annotation.lost:
            flaws.drop(what)
        selectors = _selectors(annotation)
        quote = selectors[0].quote if selectors else ""
        text = " ".join((annotation.text or annotation.exact or quote).split())
        if text:
            made.add(annotation, text, selectors)
        else:
            flaws.drop("annotations with neither a text nor a quotation are not kept")
    lines = LineIndex(flaws.text)
    origin = Origin(file, form, lines, findings=flaws.findings(file, lines))
    return ArgumentMap(statements=tuple(made.statements.values()), sources=tuple(made.sources.values()), origin=origin)


@define
class _Made:
    titles: dict[str, str]
    statements: dict[str, Statement] = field(factory=dict)
    sources: dict[str, Source] = field(factory=dict)

    def add(self, annotation: Annotation, text: str, selectors: Sequence[Selector]) -> None:
        source = self._source(annotation.source) if annotation.source else None
        passages = [Passage(source, selector) for selector in selectors or (None,)] if source else []
        kinds = [Kind(tag.lower()) for tag in annotation.tags if tag.lower() in list(Kind)]
        asked = Kind.QUESTION if annotation.motivation == "questioning" else Kind.CLAIM
        name = _free(slug(text), self.statements)
        self.statements[name] = Statement(
            name,
            kinds[0] if kinds else asked,
            text,
            passages=tuple(passages),
            tags=tuple(tag for tag in annotation.tags if tag.lower() not in list(Kind)),
        )

    def _source(self, address: str) -> str:
        own = _own_id(address)
        for source in self.sources.values():
            if address == source.url or own == source.id:
                return source.id
        title = self.titles.get(address, "")
        name = own or _free(slug(title or address.partition("://")[2] or address), self.sources)
        self.sources[name] = Source(name, title, url=None if own else address)
        return name


def _own_id(address: str) -> str | None:
    """Return the id of a source that argmap wrote as an address, which encodes all but ASCII."""
    own = unquote(address.removeprefix(_OWN))
    return own if address.startswith(_OWN) and is_id(own) else None


def _selectors(annotation: Annotation) -> tuple[Selector, ...]:
    """Return a selector for each text directive, or else the one of the quotation."""
    directives = read_directives(f"#{annotation.fragment}") if annotation.fragment else ()
    if directives:
        return tuple(dict.fromkeys(directive.selector for directive in directives))
    if not annotation.exact or not annotation.exact.strip():
        return ()
    words = annotation.exact.split()
    if len(words) > _LONGEST:
        return (Selector(f"{' '.join(words[:_ENDS])} … {' '.join(words[-_ENDS:])}"),)
    before, after = (context.split() if context else [] for context in (annotation.prefix, annotation.suffix))
    prefix, suffix = " ".join(before[-_CONTEXT:]), " ".join(after[:_CONTEXT])
    return (Directive(" ".join(words), None, prefix or None, suffix or None).selector,)


def _free(wanted: str, taken: Iterable[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
