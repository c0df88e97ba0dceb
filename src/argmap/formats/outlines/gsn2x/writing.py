"""From a map to a GSN case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of, fitting
from argmap.formats._parts import kept
from argmap.formats.outlines._addresses import address
from argmap.formats.outlines.gsn2x.reading import UNDEVELOPED, usual_kind, usual_premises
from argmap.formats.outlines.gsn2x.syntax import Case, Element, Type, Value, implied, serialise
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.native.characters import is_whole

_KEEPS = (
    *("titles", "descriptions", "kinds", "statement titles", "notes", "tags"),
    *("supports", "attacks", "linkage", "citations", "stances", "places"),
)
_ANNEX = {
    "ids": {str: str},
    "types": {str: str},
    "texts": {str: bool},
    "attributes": {str: dict},
    "aside": {str: dict},
    "challenges": {str: [str]},
    "contexts": {str: [str]},
    "order": [str],
    "module": dict,
}
_TYPES = {Kind.EVIDENCE: Type.SOLUTION, Kind.ASSUMPTION: Type.ASSUMPTION, Kind.ARGUMENT: Type.STRATEGY}
_COUNTERS = {Type.GOAL: Type.COUNTER_GOAL, Type.SOLUTION: Type.COUNTER_SOLUTION}
_DEEPEST = 20


def write_map(m: ArgumentMap) -> Writing:
    """Write a map as a case, and say what it cannot hold beside the parts that it does not keep."""
    writer = _Writer(
        kept(m, _KEEPS), fitting(annex_of(m, "gsn2x"), _ANNEX), {source.id: source for source in m.sources}
    )
    case = writer.case()
    return Writing(serialise(case), unwritten(writer.told))


@define
class _Writer:
    """Writes one map.

    Attributes:
        m: What of the map has a place in a case.
        annex: What a case said beside it, if it was read from one.
        sources: The sources of the map by id.
        told: What cannot be written, in words.
        challenges: What each statement attacks.
        aside: The elements that are no statements.
    """

    m: ArgumentMap
    annex: dict[str, Any]
    sources: dict[str, Source]
    told: list[str] = field(factory=list)
    challenges: dict[str, list[str]] = field(factory=dict)
    aside: dict[str, Element] = field(factory=dict)
    _supports: dict[str, list[Relation]] = field(factory=dict)
    _assumptions: set[str] = field(factory=set)
    _uncited: int = 0

    def case(self) -> Case:
        self._assumptions = {self._name(s.id) for s in self.m if s.kind is Kind.ASSUMPTION}
        for relation in self.m.relations:
            if relation.kind is RelationKind.SUPPORT:
                self._supports.setdefault(relation.target, []).append(relation)
        self._attack()
        self._set_aside()
        elements = {s.id: self._element(s) for s in self.m}
        if self._uncited:
            left = "citation is left out" if self._uncited == 1 else "citations are left out"
            self.told.append(
                f"{self._uncited:,} {left}: an element has one address, of a source that evidence cites whole"
            )
        return Case(self._about(), tuple(self._ordered(elements)))

    def _name(self, statement: str) -> str:
        """Return the id of the element that a statement is."""
        return str(self.annex.get("ids", {}).get(statement, statement))

    def _attack(self) -> None:
        lost = 0
        for relation in self.m.relations:
            if relation.kind is not RelationKind.ATTACK:
                continue
            if len(relation.premises) > 1 or relation.premises[0] not in self.m or relation.target not in self.m:
                lost += 1
            else:
                self.challenges.setdefault(relation.premises[0], []).append(self._name(relation.target))
        if lost:
            self.told.append(f"attacks of several statements together, or of statements that do not exist: {lost:,}")
        for name, targets in self.annex.get("challenges", {}).items():
            if name in self.m:
                self.challenges.setdefault(name, []).extend(targets)

    def _set_aside(self) -> None:
        """Take the contexts and justifications of what is still there."""
        owners: dict[str, list[str]] = {}
        for owner, names in self.annex.get("contexts", {}).items():
            for name in names:
                owners.setdefault(name, []).append(owner)
        for name, attributes in self.annex.get("aside", {}).items():
            named = owners.get(name, [])
            if name in self.m or (named and not any(owner in self.m for owner in named)):
                self.told.append(f"{name} stood in the context of what is no longer there, and is left out")
            else:
                self.aside[name] = Element(name, _clean(attributes))

    def _about(self) -> dict[str, Value]:
        named = {"name": self._whole(self.m.title), "brief": self._whole(self.m.description or "")}
        said: dict[str, Value] = {name: value for name, value in named.items() if value}
        rest = _clean(self.annex.get("module", {}))
        return said | {name: value for name, value in rest.items() if name not in said}

    def _ordered(self, elements: dict[str, Element]) -> Iterator[Element]:
        """Put the elements that are no statements after those that they came after."""
        after: dict[str, list[Element]] = {}
        last = ""
        order = dict.fromkeys([*self.annex.get("order", ()), *self.aside])
        for name in order:
            if name in elements:
                last = name
            elif name in self.aside:
                after.setdefault(last, []).append(self.aside[name])
        yield from after.get("", ())
        for name, element in elements.items():
            yield element
            yield from after.get(name, ())

    def _element(self, s: Statement) -> Element:
        name = self._name(s.id)
        attributes: dict[str, Value] = {}
        is_there = self.annex.get("texts", {}).get(s.id) if s.text == name else None
        if is_there is not False or name in ("module", "meta"):
            attributes["text"] = "" if is_there else self._whole(s.text)
        attributes |= self._types(s, name) | self._said(s) | self._support(s, name)
        if s.id in self.challenges:
            attributes["challenges"] = list(self.challenges[s.id])
        rest = _clean(self.annex.get("attributes", {}).get(s.id, {}))
        return Element(name, attributes | {key: value for key, value in rest.items() if key not in attributes})

    def _types(self, s: Statement, name: str) -> dict[str, Value]:
        """Say what an element is, where its id does not, and what kind of a statement, where that does not."""
        family = _TYPES.get(s.kind, Type.GOAL)
        challenges = s.id in self.challenges
        wanted = _COUNTERS.get(family, family) if challenges else family
        same = (family, _COUNTERS.get(family))
        before = self.annex.get("types", {}).get(s.id)
        meant = implied(name)
        if before is not None and (Type(before) if before in list(Type) else meant or Type.GOAL) in same:
            written, kind = before, Type(before) if before in list(Type) else meant
        elif before is None and meant in same and (self.annex or meant is wanted):
            written, kind = "", meant
        else:
            written, kind = str(wanted), wanted
        found: dict[str, Value] = {"nodeType": written} if written else {}
        is_usual = s.kind is usual_kind(kind, challenges=challenges)
        return found if is_usual else found | {"kind": str(s.kind)}

    def _said(self, s: Statement) -> dict[str, Value]:
        tags = [self._whole(tag) for tag in s.tags]
        found: dict[str, Value] = {}
        if tags[:1] == [UNDEVELOPED]:
            found[UNDEVELOPED] = "true"
            del tags[0]
        if tags:
            found["classes"] = list[Value](tags)
        found |= {name: self._whole(text) for name, text in (("title", s.title), ("note", s.note)) if text}
        plain = [each for each in s.citations if self._is_plain(s, each)][:1]
        self._uncited += len(s.citations) - len(plain)
        if plain:
            found["url"] = address(self.sources.get(plain[0].source), plain[0].source)
        return found

    def _is_plain(self, s: Statement, citation: Citation) -> bool:
        return s.kind is Kind.EVIDENCE and citation.selector is None and citation.stance is Stance.SUPPORTS

    def _support(self, s: Statement, name: str) -> dict[str, Value]:
        """List what supports an element, and in whose context it stands; and its reasons where these do not say it."""
        steps = [[self._name(each) for each in relation.premises] for relation in self._supports.get(s.id, [])]
        supports = [each for step in steps for each in step if each not in self._assumptions]
        assumed = dict.fromkeys(each for step in steps for each in step if each in self._assumptions)
        contexts = [
            each for each in self.annex.get("contexts", {}).get(s.id, ()) if self._holds(each, assumed, supports)
        ]
        contexts += [each for each in assumed if each not in contexts]
        listed = supports if len(steps) == 1 else list(dict.fromkeys(supports))
        found: dict[str, Value] = {}
        if listed:
            found["supportedBy"] = list[Value](listed)
        if contexts:
            found["inContextOf"] = list[Value](contexts)
        usual = usual_premises(Element(name, found), self._assumptions)
        if steps != ([usual] if usual else []):
            found["reasons"] = "; ".join(" + ".join(step) for step in steps)
        return found

    def _holds(self, context: str, assumed: Iterable[str], supports: list[str]) -> bool:
        """Tell whether an element still stands in a context: an assumption does where a step has it, or none could."""
        if context in self._assumptions:
            return context in assumed or not supports
        return context not in self.annex.get("aside", {}) or context in self.aside

    def _whole(self, text: str) -> str:
        if is_whole(text):
            return text
        self.told.append("halves of characters are left out")
        return text.encode("utf-8", "replace").decode()


def _clean(value: Any, depth: int = 0) -> Any:
    """Return what an annex holds as it may stand in a case: texts, lists and mappings."""
    if isinstance(value, dict) and depth < _DEEPEST:
        return {name: _clean(each, depth + 1) for name, each in value.items()}
    if isinstance(value, list) and depth < _DEEPEST:
        return [_clean(each, depth + 1) for each in value]
    return None if value is None or isinstance(value, dict | list) else str(value)
