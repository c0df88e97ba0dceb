"""From an export of Kialo to a map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._annex import write_annex
from argmap.formats.outlines._addresses import Addresses, selector
from argmap.formats.outlines.kialo.syntax import Claim, Export, Footnote, parse
from argmap.formats.outlines.kialo.texts import Said, said
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import LineIndex

LINK = re.compile(r"->\s*See\s+(\d{1,9}(?:\.\d{1,9})*)\.?\Z")
"""The text of a claim that stands elsewhere."""
_ELSEWHERE = re.compile(r"->\s*See discussion\b")
_KINDS = {"Pro": RelationKind.SUPPORT, "Con": RelationKind.ATTACK}


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a map from an export; raises `ConvertError` where no claim has a number."""
    export = parse(text)
    if not export.claims:
        raise ConvertError("this is no export of Kialo: no line begins with a number, as in '1.1. Pro: …'")
    flaws = Flaws(text)
    made = _Made(export, flaws)
    made.make()
    for place in export.passed:
        message = "this looks like a claim that does not stand as deep as its number says: it is read as text"
        flaws.add(GUESS_IN_READING, message, place)
    lines = LineIndex(text)
    return ArgumentMap(
        title=export.title,
        statements=tuple(made.statements),
        relations=tuple(made.relations),
        sources=tuple(made.addresses.sources.values()),
        annex=write_annex("kialo", made.annex()),
        origin=Origin(file, "kialo", lines, findings=flaws.findings(file, lines)),
    )


@define
class _Made:
    """The map as far as it is made.

    Attributes:
        homes: Id of the statement that each number stands for; a link's is that of the claim it leads to.
        under: For statements without a relation: the number above them, and their label.
        marks: What was taken out of the texts, by id.
        links: Which link a link leads to first.
        notes: The footnotes by their numbers.
    """

    export: Export
    flaws: Flaws
    statements: list[Statement] = field(factory=list)
    relations: list[Relation] = field(factory=list)
    addresses: Addresses = field(factory=Addresses)
    homes: dict[str, str] = field(factory=dict)
    under: dict[str, list[str]] = field(factory=dict)
    marks: dict[str, list[Any]] = field(factory=dict)
    links: dict[str, str] = field(factory=dict)
    notes: dict[str, Footnote] = field(factory=dict)
    _names: Names = field(factory=Names)

    def make(self) -> None:
        links = _links(self.export)
        self.notes = {note.number: note for note in self.export.footnotes}
        ids = [self._name(claim) for claim in self.export.claims]
        for number, target in links.items():
            self.homes[number] = target
        for claim, name in zip(self.export.claims, ids, strict=True):
            if claim.number in links and name == claim.number:
                self._relate(claim, links[claim.number], claim.number)
                if (written := LINK.match(claim.text)) and written[1] != links[claim.number]:
                    self.links[claim.number] = written[1]
            else:
                self._state(claim, name)
                self._relate(claim, name, None)

    def _name(self, claim: Claim) -> str:
        if claim.number in self._names:
            self.flaws.add(DUPLICATE_ID, f"there are two claims {claim.number}.; this is taken for another", claim.span)
            return self._names.make(claim.number, "-")
        self.homes[claim.number] = claim.number
        return self._names.make(claim.number)

    def _state(self, claim: Claim, name: str) -> None:
        """Make the statement of a claim."""
        if not claim.text:
            self.flaws.add(EMPTY_TEXT, f"claim {claim.number}. has no text", claim.span)
        if LINK.match(claim.text):
            message = f"there is no claim {LINK.match(claim.text)[1]}.; the words are kept as a claim"  # type: ignore[index]
            self.flaws.add(UNKNOWN_REFERENCE, message, claim.span)
        if _ELSEWHERE.match(claim.text):
            self.flaws.drop("links to other discussions are kept as claims in their own words", claim.span)
        found = said(claim.text, self.notes, flat=self.export.flat) if claim.text else Said(claim.number)
        if found.marks or not claim.text:
            self.marks[name] = [[e.span.start, e.span.end, e.text] for e in found.marks] or [[0, len(claim.number), ""]]
        kind = Kind.QUESTION if claim.label == "Question" else Kind.CLAIM
        citations = tuple(self._citations(name, found))
        self.statements.append(Statement(name, kind, found.text, citations=citations, span=claim.span))

    def _citations(self, name: str, found: Said) -> Iterator[Citation]:
        named = [(self.notes[number].address, self.notes[number].quote) for number in found.footnotes]
        for address, quote in dict.fromkeys([*named, *((address, "") for address in found.addresses)]):
            source = self.addresses.source(address)
            yield Citation(self._names.make(f"{name}@{source}"), source, selector(quote), statement=name)

    def _relate(self, claim: Claim, name: str, identity: str | None) -> None:
        """Make the relation of a claim to the one above it, or note what stands there instead."""
        kind, parent = _KINDS.get(claim.label), self.homes.get(claim.parent)
        if kind and parent is not None:
            usual = relation_id(kind, (name,), parent)
            made = identity or self._names.make(usual)
            self.relations.append(Relation(made, kind, (name,), parent, span=claim.span))
            return
        usual_label = "" if self.export.flat else "Thesis"
        if identity is None and (claim.parent or claim.label not in (usual_label, "Question")):
            self.under[name] = [claim.parent, claim.label]
        self._tell(claim, is_link=identity is not None)

    def _tell(self, claim: Claim, *, is_link: bool) -> None:
        if claim.parent and claim.parent not in self.homes:
            message = f"claim {claim.number}. stands under {claim.parent}., which is not there"
            self.flaws.add(UNKNOWN_REFERENCE, message, claim.span)
        elif is_link:
            self.flaws.drop("links that are neither pro nor con have no place in a map", claim.span)
        elif claim.parent:
            self.flaws.drop(
                "that theses answer a question has no place in a map; it is kept for writing Kialo again", claim.span
            )

    def annex(self) -> dict[str, Any]:
        """Return what the map does not say."""
        export = self.export
        return {
            "flat": export.flat,
            "heading": export.heading,
            "under": self.under,
            "marks": self.marks,
            "links": self.links,
            "footnotes": [[note.number, note.address, note.quote] for note in export.footnotes],
        }


def _links(export: Export) -> dict[str, str]:
    """Return which claim each link leads to in the end, by their numbers; without those that lead nowhere."""
    named = {claim.number: match[1] for claim in export.claims if (match := LINK.match(claim.text))}
    claims = {claim.number for claim in export.claims} - named.keys()
    leads: dict[str, str] = {}
    for number in named:
        way: dict[str, None] = {}
        at = number
        while at in named and at not in leads and at not in way:
            way[at] = None
            at = named[at]
        leads.update(dict.fromkeys(way, leads.get(at, at)))
    return {number: target for number, target in leads.items() if target in claims}
