"""From a map to a CAS."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import count
from typing import Any

from attrs import define, field

from argmap.flaws import unwritten
from argmap.formats import Writing, _positions
from argmap.formats._annex import annex_of, list_of, texts_of
from argmap.formats.annotated._json import is_number, items, table
from argmap.formats.annotated._marks import BROKEN, Link, Mark, one_line
from argmap.formats.annotated._to_marks import Given, give
from argmap.formats.annotated.inception.cas import ID, SOFA, STRUCTURES, TYPE, ends_of, label_of
from argmap.formats.annotated.inception.reading import UNITS
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.text import OffsetMap, Span
from argmap.wording import tallied

_SPAN, _RELATION = "custom.Span", "custom.Relation"
_NAMED = (
    "the id of a statement or relation is a number in a CAS",
    "ids of statements or relations are numbers in a CAS",
)
_HUNG = (
    "a feature of what the map no longer has is not written",
    "features of what the map no longer has are not written",
)
_RECORDS = ("a source record has no place in a CAS", "source records have no place in a CAS")
_PARTS = (
    "a statement that stands in several parts is written as one, with what is between them",
    "statements that stand in several parts are written as one each, with what is between them",
)
_NO_TEXT = ("the text is not at hand, and is missing in the CAS",) * 2


def write_map(m: ArgumentMap) -> Writing:
    """Write a CAS; see `argmap.formats.annotated.inception`."""
    kept = annex_of(m, "inception")
    given = give(m, kept)
    given.lost[_RECORDS] += sum(s.id != m.about or s != Source(s.id, s.title, text=s.text) for s in m.sources)
    given.lost[_NO_TEXT] += given.text is None
    whole = table(kept.get("cas"))
    former = [dict(each) if isinstance(each, dict) else each for each in items(whole.get(STRUCTURES))]
    structures = former or [*_document(given.text or "")]
    writer = _Writer(given, structures, texts_of(kept, "ids"), set(list_of(kept, "read")))
    written = writer.written()
    types, views = table(whole.get("%TYPES")), table(whole.get("%VIEWS"))
    types = {**types, **{name: {**each, **table(types.get(name))} for name, each in writer.types.items()}}
    whole = {**whole, "%TYPES": types, STRUCTURES: written, "%VIEWS": writer.views(views)}
    return Writing(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", unwritten(tallied(given.lost)))


def _document(text: str) -> Iterator[dict[str, Any]]:
    """Go through what every CAS with a text holds."""
    yield {ID: 1, TYPE: SOFA, "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": text}
    length = _positions.units(text, UNITS).forth(Span(0, len(text))).end
    document = {TYPE: "uima.tcas.DocumentAnnotation", "@sofa": 1, "begin": 0, "end": length}
    yield {ID: 2, **document, "language": "x-unspecified"}


@define(slots=False)
class _Writer:
    """A CAS that is being written.

    Attributes:
        given: What it has of the map.
        structures: The feature structures so far.
        former: The ids in it that statements and relations had, where they have others in the map.
        read: The ids in it of what statements and relations were read from.
        types: Definitions of types that are new in it, or have new features.
        ids: Ids in it of the statements and relations.
        gone: Ids of what is there no longer.
    """

    given: Given
    structures: list[Any]
    former: Mapping[str, str]
    read: set[str]
    types: dict[str, dict[str, Any]] = field(factory=dict)
    ids: dict[str, int] = field(factory=dict)
    gone: set[int] = field(factory=set)

    @cached_property
    def sofa(self) -> dict[str, Any]:
        """Return what holds the text."""
        sofas = [each for each in self.structures if isinstance(each, dict) and each.get(TYPE) == SOFA]
        return next((each for each in sofas if each.get("sofaID") == "_InitialView"), sofas[0] if sofas else {})

    @cached_property
    def known(self) -> dict[str, dict[str, Any]]:
        """Return what statements and relations were read from, by id."""
        found = (each for each in reversed(self.structures) if isinstance(each, dict))
        return {name: each for each in found if (name := str(each.get(ID))) in self.read}

    def written(self) -> list[Any]:
        """Return all feature structures."""
        if self.given.text is not None:
            self.sofa["sofaString"] = self.given.text
        self._number()
        for mark in self.given.marks.values():
            self._mark(mark, self.ids[mark.id])
        for name, link in self.given.links.items():
            self._link(link, self.ids[name])
        return [each for each in map(self._left, self.structures) if each is not None]

    def _number(self) -> None:
        """Give statements and relations the ids that they had, or new ones."""
        numbers = [each[ID] for each in self.structures if isinstance(each, dict) and is_number(each.get(ID))]
        fresh = count(max(numbers, default=0) + 1)
        for name in (*self.given.marks, *self.given.links):
            former = self.known.get(self.former.get(name, name))
            self.ids[name] = former[ID] if former else next(fresh)
            self.given.lost[_NAMED] += former is None and name.isidentifier()
        self.gone = {each[ID] for each in self.known.values()} - set(self.ids.values())

    @cached_property
    def units(self) -> OffsetMap:
        """Return the map between code points and what a CAS counts."""
        return _positions.units(self.given.text or "", UNITS)

    def _mark(self, mark: Mark, number: int) -> None:
        found = self.known.get(str(number))
        if found is None:
            found = {ID: number, TYPE: _SPAN, "@sofa": self.sofa.get(ID)}
            self._add(found, _type(_SPAN, "label"))
        self.given.lost[_PARTS] += len(mark.spans) > 1
        self.given.lost[BROKEN] += one_line(mark.words or "") != mark.words
        here = Span(mark.spans[0].start, mark.spans[-1].end)
        is_moved = "begin" not in found or self.units.back(Span(found["begin"], found["end"])) != here
        if is_moved and self.given.text is not None:
            place = self.units.forth(here)
            found.update(begin=place.start, end=place.end)
        self._label(found, mark.label)

    def _link(self, link: Link, number: int) -> None:
        found = self.known.get(str(number))
        if found is None:
            found = {ID: number, TYPE: _RELATION, "@sofa": self.sofa.get(ID)}
            features = {end: {"%NAME": end, "%RANGE": _ANNOTATION} for end in ("Governor", "Dependent")}
            self._add(found, {**_type(_RELATION, "label"), **features})
        names = ends_of(found) or ("@Governor", "@Dependent")
        ends = tuple(self.ids[end] for end in (link.source, link.target))
        if tuple(map(found.get, names)) != ends:
            there = self.known[str(ends[1])]
            found.update({"begin": there["begin"], "end": there["end"], **dict(zip(names, ends, strict=True))})
        self._label(found, link.label)

    def _add(self, found: dict[str, Any], definition: dict[str, Any]) -> None:
        self.structures.append(found)
        self.known[str(found[ID])] = found
        self.types[found[TYPE]] = definition

    def _label(self, found: dict[str, Any], label: str) -> None:
        there, feature = label_of(found)
        if there != label:
            found[feature or "label"] = label
        if there != label and not feature and isinstance(found.get(TYPE), str):
            self.types.setdefault(found[TYPE], _type(found[TYPE], "label"))

    def _left(self, each: Any) -> Any:
        """Return a feature structure without what names something that is gone; None for what is gone itself."""
        if not self.gone or not isinstance(each, dict):
            return each
        if each.get(ID) in self.gone:
            return None
        names = [name for name, value in each.items() if name[:1] == "@" and is_number(value) and value in self.gone]
        left = {name: value for name, value in each.items() if name not in names}
        elements = items(each.get("%ELEMENTS"))
        if elements:
            left["%ELEMENTS"] = [value for value in elements if not (is_number(value) and value in self.gone)]
        self.given.lost[_HUNG] += len(names) + len(elements) - len(left.get("%ELEMENTS", ()))
        return left

    def views(self, views: Mapping[str, Any]) -> dict[str, Any]:
        """Return the views: in that of the text without what is gone, and with what is new."""
        own = str(self.sofa.get("sofaID") or "_InitialView")
        view = table(views.get(own))
        there = [each for each in items(view.get("%MEMBERS")) if not (is_number(each) and each in self.gone)]
        known = {each for each in there if is_number(each)}
        new = [number for number in self.ids.values() if number not in known]
        document = [] if views else [2]
        return {**views, own: {"%SOFA": self.sofa.get(ID), **view, "%MEMBERS": [*there, *document, *new]}}


_ANNOTATION = "uima.tcas.Annotation"


def _type(name: str, feature: str) -> dict[str, Any]:
    """Return the definition of a layer with a feature that holds a text."""
    text = {"%NAME": feature, "%RANGE": "uima.cas.String"}
    return {"%NAME": name, "%SUPER_TYPE": _ANNOTATION, feature: text}
