"""From a GSN case to a map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._annex import write_annex
from argmap.formats.outlines._addresses import Addresses
from argmap.formats.outlines.gsn2x.syntax import Case, Element, Type, implied, parse
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex, Span

_AGAIN = "kept for writing GSN again"
ASIDE = (Type.CONTEXT, Type.JUSTIFICATION)
"""What is no statement: what an argument is about, and why it is argued so."""
READ = ("text", "title", "note", "kind", "classes", "supportedBy", "inContextOf", "challenges", "reasons")
"""Attributes that a map says itself."""
_COMMENT = re.compile(r"^[ \t]*+(#.*)", re.MULTILINE)
UNDEVELOPED = "undeveloped"
_KINDS = {
    Type.STRATEGY: Kind.ARGUMENT,
    Type.SOLUTION: Kind.EVIDENCE,
    Type.COUNTER_SOLUTION: Kind.EVIDENCE,
    Type.ASSUMPTION: Kind.ASSUMPTION,
}


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a map from a case; raises `ConvertError` where there is no element in it."""
    flaws = Flaws(text)
    case = parse(flaws)
    lines = LineIndex(text)
    if flaws.found and not (case and case.elements):
        return ArgumentMap(origin=Origin(file, "gsn2x", lines, findings=flaws.findings(file, lines)))
    if case is None or not (case.elements or case.about):
        raise ConvertError("this is no GSN case: it has no elements, such as 'G1:' with 'text:' below")
    made = _Made(case, flaws)
    made.make()
    for comment in _COMMENT.finditer(text):
        flaws.drop("comments are not kept", Span(*comment.span(1)))
    title, brief = (case.about.get(name) for name in ("name", "brief"))
    return ArgumentMap(
        title=title if isinstance(title, str) else "",
        description=brief if isinstance(brief, str) and brief else None,
        statements=tuple(made.statements),
        relations=tuple(made.relations),
        sources=tuple(made.addresses.sources.values()),
        annex=write_annex("gsn2x", made.annex),
        origin=Origin(file, "gsn2x", lines, findings=flaws.findings(file, lines)),
    )


def usual_kind(kind: Type | None, *, challenges: bool) -> Kind:
    """Return the kind of the statement that an element is, where it does not say another one."""
    if kind is Type.COUNTER_GOAL and challenges:
        return Kind.OBJECTION
    return _KINDS.get(kind, Kind.CLAIM) if kind else Kind.CLAIM


def usual_premises(element: Element, assumptions: set[str]) -> list[str]:
    """Return the premises of the one step that supports an element: all that supports it, and what is assumed there."""
    supports = element.ids("supportedBy")
    return [*supports, *(each for each in element.ids("inContextOf") if each in assumptions)] if supports else []


@define
class _Made:
    """The map as far as it is made.

    Attributes:
        ids: Id of the statement that each element is.
        types: What each element is.
        assumptions: The elements that are assumptions.
        annex: What the map has no place for.
    """

    case: Case
    flaws: Flaws
    statements: list[Statement] = field(factory=list)
    relations: list[Relation] = field(factory=list)
    addresses: Addresses = field(factory=Addresses)
    ids: dict[str, str] = field(factory=dict)
    types: dict[str, Type | None] = field(factory=dict)
    assumptions: set[str] = field(factory=set)
    annex: dict[str, Any] = field(factory=dict)
    _names: Names = field(factory=Names)

    def make(self) -> None:
        named = {each for element in self.case.elements for each in element.ids("inContextOf")}
        self.types = {element.id: _type(element, named) for element in self.case.elements}
        stated = [element for element in self.case.elements if self.types[element.id] not in ASIDE]
        self.assumptions = {name for name, kind in self.types.items() if kind is Type.ASSUMPTION}
        self._names = Names(reserved={element.id for element in stated})
        for element in stated:
            self.ids[element.id] = self._id(element)
        for element in self.case.elements:
            if element.id in self.ids:
                self._state(element)
            else:
                self._set_aside(element)
        for element in stated:
            self._relate(element)
        self._keep()

    def _id(self, element: Element) -> str:
        if is_id(element.id):
            self._names.claim(element.id)
            return element.id
        made = self._names.make(slug(element.id), "-")
        self.flaws.add(BAD_ID, f"{element.id!r} is no id in a map: it is called {made} there", element.span)
        self.annex.setdefault("ids", {})[made] = element.id
        return made

    def _state(self, element: Element) -> None:
        """Make the statement of an element."""
        name, kind = self.ids[element.id], self.types[element.id]
        if kind is None:
            message = (
                f"{element.id} begins with none of G, S, Sn, C, A, J, CG and CSn: say what it is, as 'nodeType: Goal'"
            )
            self.flaws.add(WRONG_VALUE, message, element.span)
        text = element.text("text")
        if text is None or not text.strip():
            if text is not None:
                self.flaws.add(EMPTY_TEXT, f"{element.id} has an empty text", element.place("text"))
            self.annex.setdefault("texts", {})[name] = text is not None
        usual = usual_kind(kind, challenges=bool(element.ids("challenges")))
        written = element.text("kind")
        is_kind = usual in (Kind.CLAIM, Kind.OBJECTION) and written in list(Kind)
        undeveloped = (UNDEVELOPED,) if element.text(UNDEVELOPED) == "true" else ()
        self.statements.append(
            Statement(
                name,
                Kind(written) if is_kind and written else usual,
                text if text and text.strip() else element.id,
                title=element.text("title") or None,
                citations=tuple(self._citations(element, name)),
                note=element.text("note") or None,
                tags=(*undeveloped, *element.ids("classes")),
                span=element.span,
            )
        )
        self._keep_attributes(element, name, is_kind=is_kind)

    def _citations(self, element: Element, name: str) -> Iterator[Citation]:
        address = element.text("url")
        if address and self.types[element.id] in (Type.SOLUTION, Type.COUNTER_SOLUTION):
            source = self.addresses.source(address)
            yield Citation(self._names.make(f"{name}@{source}"), source, span=element.place("url"), statement=name)

    def _keep_attributes(self, element: Element, name: str, *, is_kind: bool) -> None:
        """Keep the attributes that a map has no place for."""
        kind = element.text("nodeType")
        if kind is not None or implied(element.id) is not self.types[element.id]:
            self.annex.setdefault("types", {})[name] = kind or ""
        read = {*READ, "nodeType"} - ({"kind"} if not is_kind else set())
        read |= {"url"} if self.types[element.id] in (Type.SOLUTION, Type.COUNTER_SOLUTION) else set()
        read |= {UNDEVELOPED} if element.text(UNDEVELOPED) == "true" else set()
        others = {attribute: value for attribute, value in element.attributes.items() if attribute not in read}
        if others:
            self.annex.setdefault("attributes", {})[name] = others
        for attribute in others:
            message = f"attributes such as layers, levels and places have no place in a map; they are {_AGAIN}"
            self.flaws.drop(message, element.place(attribute))

    def _set_aside(self, element: Element) -> None:
        kind = "contexts" if self.types[element.id] is Type.CONTEXT else "justifications"
        self.flaws.drop(f"{kind} have no place in a map; they are {_AGAIN}", element.span)
        self.annex.setdefault("aside", {})[element.id] = dict(element.attributes)

    def _relate(self, element: Element) -> None:
        name = self.ids[element.id]
        steps = [usual_premises(element, self.assumptions)]
        reasons = element.text("reasons")
        if reasons is not None:
            written = [step.split(" + ") for step in reasons.split("; ")] if reasons else []
            listed = {*element.ids("supportedBy"), *element.ids("inContextOf")}
            if all(listed >= set(step) for step in written):
                steps = written
        for step in filter(None, steps):
            self._check(element, step)
            self._add(
                RelationKind.SUPPORT, [self.ids.get(each, each) for each in step], name, element.place("supportedBy")
            )
        self._challenge(element, name)
        self._place(element, name)

    def _challenge(self, element: Element, name: str) -> None:
        for target in element.ids("challenges"):
            if target in self.ids:
                self._add(RelationKind.ATTACK, [name], self.ids[target], element.place("challenges"))
                continue
            if target in self.types:
                self.flaws.drop(
                    f"that contexts and justifications are challenged is {_AGAIN}",
                    element.place("challenges"),
                )
            else:
                self._miss(element, target, "challenges")
            self.annex.setdefault("challenges", {}).setdefault(name, []).append(target)
        if not isinstance(element.attributes.get("challenges"), (str, list, type(None))):
            self.flaws.drop("challenges of a relation have no place in a map", element.place("challenges"))

    def _place(self, element: Element, name: str) -> None:
        """Keep in whose context an element stands."""
        for context in element.ids("inContextOf"):
            if context not in self.types:
                self._miss(element, context, "inContextOf")
            elif self.types[context] not in (*ASIDE, Type.ASSUMPTION):
                message = (
                    f"{context} is no Context, Assumption or Justification: {element.id} cannot stand in its context"
                )
                self.flaws.add(WRONG_VALUE, message, element.place("inContextOf"))
        if element.ids("inContextOf"):
            self.annex.setdefault("contexts", {})[name] = element.ids("inContextOf")

    def _check(self, element: Element, step: list[str]) -> None:
        for each in step:
            if each not in self.types and "," in each:  # other unknown ones are found when the map is checked
                self._miss(element, each, "supportedBy")
            elif self.types.get(each) in ASIDE:
                message = f"{each} is a {self.types[each]}, which supports nothing: list it under 'inContextOf:'"
                self.flaws.add(WRONG_VALUE, message, element.place("supportedBy"))

    def _miss(self, element: Element, name: str, attribute: str) -> None:
        several = f": write [{name}]" if "," in name else "; if it stands in another module, this step ends here"
        message = f"no element of this file is called {name}{several}"
        self.flaws.add(UNKNOWN_REFERENCE, message, element.place(attribute))

    def _add(self, kind: RelationKind, premises: list[str], target: str, span: Span) -> None:
        usual = relation_id(kind, tuple(premises), target)
        self.relations.append(Relation(self._names.make(usual), kind, tuple(premises), target, span=span))

    def _keep(self) -> None:
        about = {name: value for name, value in self.case.about.items() if name not in ("name", "brief") or not value}
        if about:
            self.flaws.drop(f"what a module says of itself and of others has no place in a map; it is {_AGAIN}")
            self.annex["module"] = about
        if "aside" in self.annex:
            self.annex["order"] = [self.ids.get(element.id, element.id) for element in self.case.elements]


def _type(element: Element, in_context: set[str]) -> Type | None:
    """Return what an element is; what others stand in the context of is a context, even where it is called CG1."""
    kind = element.type
    is_counter = kind in (Type.COUNTER_GOAL, Type.COUNTER_SOLUTION) and "nodeType" not in element.attributes
    return Type.CONTEXT if is_counter and element.id in in_context else kind
