"""From an LTAC outline to a map."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._annex import write_annex
from argmap.formats.outlines._addresses import Addresses
from argmap.formats.outlines.ltac.syntax import COUNTER, Element, Outline, line, parse
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import LineIndex

_AGAIN = "kept for writing LTAC again"
ASIDE = ("Context", "Relation", "Connector")
"""What is no statement."""
REASONS = "# reasons: "
"""The beginning of a comment that says which of several reasons hold together."""
KINDS = {
    "Claim": Kind.CLAIM,
    "Strategy": Kind.ARGUMENT,
    "Evidence": Kind.EVIDENCE,
    "Justification": Kind.PREMISE,
    "Assumption": Kind.ASSUMPTION,
}
_SUPPORTING = (Kind.CLAIM, Kind.ARGUMENT, Kind.EVIDENCE)
_ASSUMED = ("assumed", "axiomatic")


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a map from an outline; raises `ConvertError` where there is no element in it."""
    flaws = Flaws(text)
    outline = parse(flaws)
    if not outline.elements:
        raise ConvertError("this is no LTAC outline: no line is an element, as in '- Claim C1: …'")
    made = _Made(outline, flaws)
    made.make()
    lines = LineIndex(text)
    return ArgumentMap(
        statements=tuple(made.statements.values()),
        relations=tuple(made.relations),
        sources=tuple(made.addresses.sources.values()),
        annex=write_annex("ltac", made.annex),
        origin=Origin(file, "ltac", lines, findings=flaws.findings(file, lines)),
    )


@define
class Below:
    """What stands below a statement, wherever it is mentioned.

    Attributes:
        reasons: Ids of statements, in order.
        counters: Ids of statements that are marked as counter-evidence.
    """

    reasons: list[str] = field(factory=list)
    counters: list[str] = field(factory=list)


def usual_steps(reasons: list[str], kinds: dict[str, Kind]) -> list[list[str]]:
    """Return the steps that support a statement: one, if any reason is more than an assumption or a justification.

    A statement that is not known counts as a claim: it stands in another file.
    """
    supports = any(kinds.get(each, Kind.CLAIM) in _SUPPORTING for each in reasons)
    return [reasons] if supports else []


@define
class _Made:
    """The map as far as it is made.

    Attributes:
        ids: Ids of statements by identifier.
        below: What stands below each statement.
        annex: What the map has no place for.
    """

    outline: Outline
    flaws: Flaws
    statements: dict[str, Statement] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    addresses: Addresses = field(factory=Addresses)
    ids: dict[str, str] = field(factory=dict)
    aside: set[str] = field(factory=set)
    below: dict[str, Below] = field(factory=dict)
    annex: dict[str, Any] = field(factory=dict)
    _names: Names = field(factory=Names)
    _steps: dict[str, str] = field(factory=dict)

    def make(self) -> None:
        declared = [self._declare(element) for element in self.outline.elements]
        declared = [
            name or (self._declare(element, again=True) if element.cited and element.type != "Link" else name)
            for name, element in zip(declared, self.outline.elements, strict=True)
        ]
        self._place(declared)
        for name in self.statements:
            self._support(name)
        cited = {each for below in self.below.values() for each in (*below.reasons, *below.counters)}
        for name in self.statements:
            if name in cited and name not in self.annex.get("homes", {}):
                self._note("tops", name, True)
        if self.outline.comments:
            self.flaws.drop(f"comments are no part of a map; they are {_AGAIN}")
            self._note("comments", "", list(self.outline.comments))

    def _note(self, part: str, name: str, value: Any) -> None:
        self.annex.setdefault(part, {})[name] = value

    def _declare(self, element: Element, *, again: bool = False) -> str:
        """Make the statement of a line that is one; return its id, or nothing."""
        if element.type in ASIDE:
            self.aside.add(element.name)
            return ""
        if element.type == "Link" or (element.cited and (not again or element.name in self.ids)):
            return ""
        name = self._id(element)
        if again:
            message = f"{element.name} is no element of this file: it is a claim without reasons here"
            self.flaws.add(UNKNOWN_REFERENCE, message, element.span)
            self._note("external", name, element.package)
        elif not element.text:
            self.flaws.add(EMPTY_TEXT, f"{element.name or element.type} has no text", element.span)
        if not element.text:
            self._note("texts", name, element.text is not None)
        is_assumed = element.type == "Claim" and any(option in _ASSUMED for option in element.options)
        kind = Kind.ASSUMPTION if is_assumed else KINDS[element.type]
        if is_assumed or element.type == "Justification":
            self._note("types", name, element.type)
        self.statements[name] = Statement(name, kind, element.text or element.name or name, span=element.span)
        self._cite(element, name)
        self._keep(element, name)
        return name

    def _id(self, element: Element) -> str:
        wanted = element.name
        is_taken = bool(element.identifier) and element.identifier in self.ids
        if is_taken:
            message = f"there are two elements {element.identifier}; this is taken for another"
            self.flaws.add(DUPLICATE_ID, message, element.span)
        known = is_id(wanted) and wanted not in self._names and bool(element.identifier)
        name = self._names.make(wanted if known else slug(wanted), "-")
        self.ids.setdefault(wanted, name)
        if not element.identifier:
            self._note("unnamed", name, True)
        elif name != element.identifier and not is_taken:
            self._note("ids", name, element.identifier)
        return name

    def _cite(self, element: Element, name: str) -> None:
        if not element.reference:
            return
        if element.type != "Evidence":
            self.flaws.drop(f"references of what is no evidence are {_AGAIN}", element.span)
            self._note("references", name, element.reference)
            return
        source = self.addresses.source(element.reference)
        citation = Citation(self._names.make(f"{name}@{source}"), source, span=element.span, statement=name)
        s = self.statements[name]
        self.statements[name] = Statement(s.id, s.kind, s.text, citations=(citation,), span=s.span)

    def _keep(self, element: Element, name: str) -> None:
        options = [option for option in element.options if option != COUNTER]
        if options:
            self.flaws.drop(f"options in braces have no place in a map; they are {_AGAIN}", element.span)
            self._note("options", name, options)
        for comment in element.comments:
            if comment.startswith(REASONS):
                self._steps[name] = comment.removeprefix(REASONS)
        comments = [comment for comment in element.comments if not comment.startswith(REASONS)]
        if comments:
            self.flaws.drop(f"comments are no part of a map; they are {_AGAIN}", element.span)
            self._note("comments", name, comments)

    def _place(self, declared: list[str]) -> None:
        """Find out what stands below what."""
        above: list[tuple[int, str]] = []
        counts: dict[str, int] = {}
        for element, own in zip(self.outline.elements, declared, strict=True):
            while above and above[-1][0] >= element.depth:
                above.pop()
            parent = above[-1][1] if above else ""
            place = counts[parent] = counts.get(parent, -1) + 1
            if element.type in ASIDE or (element.type == "Link" and element.name in self.aside - self.ids.keys()):
                self._set_aside(element, parent, place)
                continue
            name = own or self._linked(element)
            above.append((element.depth, name))
            if parent:
                below = self.below.setdefault(parent, Below())
                (below.counters if COUNTER in element.options else below.reasons).append(name)
            if own and parent:
                self._note("homes", own, parent)

    def _linked(self, element: Element) -> str:
        name = self.ids.get(element.name)
        if name is None:
            return element.name if is_id(element.name) else slug(element.name)
        if element.cited and not element.text:
            self._note("bare", name, True)
        return name

    def _set_aside(self, element: Element, parent: str, place: int) -> None:
        words = "contexts" if element.type in ("Context", "Link") else "relations with options"
        self.flaws.drop(f"{words} have no place in a map; they are {_AGAIN}", element.span)
        self.annex.setdefault("aside", []).append([parent, place, [*element.comments, line(element)]])

    def _support(self, name: str) -> None:
        """Make the relations of what stands below a statement."""
        below = self.below.get(name, Below())
        kinds = {s.id: s.kind for s in map(self.statements.get, below.reasons) if s}
        steps = usual_steps(below.reasons, kinds)
        if name in self._steps:
            written = [step.split(" + ") for step in self._steps[name].split("; ")]
            named = [[self.ids.get(each, each) for each in step] for step in written]
            if all(set(step) <= set(below.reasons) for step in named):
                steps = named
        for step in steps:
            self._add(RelationKind.SUPPORT, tuple(step), name)
        for counter in below.counters:
            self._add(RelationKind.ATTACK, (counter,), name)
        used = {each for step in steps for each in step}
        for each in below.reasons:
            if each not in used and each in self.statements:
                self._note("under", each, name)

    def _add(self, kind: RelationKind, premises: tuple[str, ...], target: str) -> None:
        span = self.statements[target].span
        name = self._names.make(relation_id(kind, premises, target))
        self.relations.append(Relation(name, kind, premises, target, span=span))
