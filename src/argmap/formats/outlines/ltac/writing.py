"""From a map to an LTAC outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from attrs import define, evolve, field

from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of, fitting
from argmap.formats._parts import kept
from argmap.formats.outlines._addresses import address
from argmap.formats.outlines._forest import Branch, Forest, forest
from argmap.formats.outlines.ltac.reading import KINDS, REASONS, usual_steps
from argmap.formats.outlines.ltac.syntax import COUNTER, Element, Outline, inferred, parse, serialise
from argmap.model.citations import Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.native.ids import slug

_KEEPS = ("kinds", "supports", "attacks", "linkage", "citations", "stances")
_ANNEX = {
    **{part: {str: str} for part in ("external", "types", "ids", "references", "homes", "under")},
    **{part: {str: bool} for part in ("texts", "unnamed", "bare", "tops")},
    "options": {str: [str]},
    "comments": {str: [str]},
    "aside": [(str, int, [str])],
}
_TYPES: dict[Kind, str] = {kind: name for name, kind in KINDS.items() if kind is not Kind.PREMISE}


def write_map(m: ArgumentMap) -> Writing:
    """Write a map as an outline, and say what it cannot hold beside the parts that it does not keep."""
    annex = fitting(annex_of(m, "ltac"), _ANNEX)
    writer = _Writer(kept(m, _KEEPS), annex, {source.id: source for source in m.sources})
    outline = writer.outline()
    return Writing(
        serialise(outline),
        unwritten([*writer.told, *(f"{what}: {number:,}" for what, number in writer.counts.items())]),
    )


@define
class _Writer:
    """Writes one map.

    Attributes:
        m: What of the map has a place in an outline.
        annex: What an outline said beside it, if it was read from one.
        sources: The sources of the map by id.
        told: What cannot be written, in words.
        counts: What cannot be written of several statements, with how often.
        steps: The steps that support each statement.
        packages: The conclusion below which each statement stands.
    """

    m: ArgumentMap
    annex: dict[str, Any]
    sources: dict[str, Source]
    told: list[str] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)
    steps: dict[str, list[tuple[str, ...]]] = field(factory=dict)
    packages: dict[str, str] = field(factory=dict)
    _kinds: dict[str, Kind] = field(factory=dict)

    def outline(self) -> Outline:
        """Write the elements, twice: first to know where each statement stands."""
        self._kinds = {s.id: self._read_kind(s) for s in self.m}
        trees = self._forest()
        lines = list(self._walk(trees))
        for package, _, item in lines:
            if isinstance(item, Branch) and item.is_home:
                self.packages[item.statement] = package
        elements = [self._line(trees, *each) for each in lines]
        return Outline(tuple(elements), tuple(self._of("comments", "", ())))

    def _of(self, part: str, name: str, default: Any = None) -> Any:
        return self.annex.get(part, {}).get(name, default)

    def _forest(self) -> Forest:
        """Make a forest of single reasons; linked ones stand side by side."""
        singles: dict[tuple[str, RelationKind, str], Relation] = {}
        lost = 0
        for relation in self.m.relations:
            linked = len(relation.premises) > 1 or relation.premises[0] not in self.m
            twice = (relation.premises[0], relation.kind, relation.target) in singles
            if relation.target not in self.m or (relation.kind is RelationKind.ATTACK and (linked or twice)):
                lost += 1
                continue
            if relation.kind is RelationKind.SUPPORT:
                self.steps.setdefault(relation.target, []).append(relation.premises)
            for premise in relation.premises:
                single = evolve(relation, premises=(premise,))
                singles.setdefault((premise, relation.kind, relation.target), single)
        if lost:
            message = (
                "attacks of several statements together, of statements that do not exist, or told twice are left out"
            )
            self.told.append(f"{message}: {lost:,}")
        absent = dict.fromkeys(premise for premise, _, _ in singles if premise not in self.m)
        statements = (*self.m, *(Statement(name, Kind.CLAIM, name) for name in absent))
        homes = self.annex.get("homes", {})
        under = {
            name: above
            for name, above in self.annex.get("under", {}).items()
            if self._kinds.get(name) in (Kind.ASSUMPTION, Kind.PREMISE)
        }
        return forest(
            evolve(self.m, statements=statements, relations=tuple(singles.values())),
            is_link=lambda r: homes.get(r.premises[0], r.target) != r.target,
            under=under,
            tops=self.annex.get("tops", {}),
        )

    def _walk(self, trees: Forest) -> Iterator[tuple[str, int, Branch | Element]]:
        """Go through the lines: the package and the depth of each, with what stands there."""
        asides = self._asides()
        tops: list[Branch | Element] = [Branch(root) for root in trees.roots]
        waiting = [("", 0, item) for item in reversed(_with(tops, asides.pop("", [])))]
        while waiting:
            package, depth, item = waiting.pop()
            if not isinstance(item, Branch):
                yield package, depth, item
                continue
            package = package or item.statement
            yield package, depth, item
            if item.is_home and item.statement in self.m:
                below = _with(trees.branches.get(item.statement, []), asides.pop(item.statement, []))
                waiting += [(package, depth + 1, each) for each in reversed(below)]
        if asides:
            self.told.append(f"contexts of what is no longer there are left out: {sum(map(len, asides.values())):,}")

    def _asides(self) -> dict[str, list[tuple[int, Element]]]:
        found: dict[str, list[tuple[int, Element]]] = {}
        for parent, place, rows in self.annex.get("aside", ()):
            elements = parse(Flaws("\n".join(rows))).elements[:1]
            found.setdefault(parent, []).extend((max(place, 0), element) for element in elements)
        return found

    def _line(self, trees: Forest, package: str, depth: int, item: Branch | Element) -> Element:
        if isinstance(item, Element):
            return evolve(item, depth=depth)
        counter = (COUNTER,) if item.relation and item.relation.kind is RelationKind.ATTACK else ()
        if item.statement not in self.m:
            return Element(depth, "Link", item.statement, options=counter)
        s = self.m[item.statement]
        if item.is_home:
            return self._home(s, depth, counter, self._reasons(trees, s))
        if self.packages.get(s.id) == package:
            return Element(depth, "Link", self._name(s), options=counter)
        text = None if self._of("bare", s.id) else self._text(s)
        return Element(depth, self._type(s), self._name(s), text, cited=True, options=counter)

    def _home(self, s: Statement, depth: int, counter: tuple[str, ...], reasons: tuple[str, ...]) -> Element:
        is_external = s.id in self.annex.get("external", {})
        has_text = self._of("texts", s.id) if s.text in (s.id, self._name(s)) else None
        text = self._text(s) if has_text is None else "" if has_text else None
        options = (*self._of("options", s.id, ()), *counter)
        written = Element(
            depth,
            self._type(s),
            "" if self._is_unnamed(s) else self._name(s),
            text,
            is_external,
            self._of("external", s.id, ""),
            tuple(dict.fromkeys(options)),
            self._reference(s),
            (*self._of("comments", s.id, ()), *reasons),
        )
        again = parse(Flaws(serialise(Outline((evolve(written, depth=0),))))).elements
        if again != (evolve(written, depth=0),):
            self.told.append(f"{s.id} is read otherwise than it is: as {again[0].text if again else 'nothing'}")
        return written

    def _reasons(self, trees: Forest, s: Statement) -> tuple[str, ...]:
        """Say which reasons hold together, where the outline alone says it otherwise."""
        branches = trees.branches.get(s.id, [])
        shown = [b.statement for b in branches if not b.relation or b.relation.kind is RelationKind.SUPPORT]
        steps = [list(step) for step in self.steps.get(s.id, [])]
        if steps == usual_steps(shown, self._kinds):
            return ()
        named = [[self._name(self.m[each]) if each in self.m else each for each in step] for step in steps]
        return (REASONS + "; ".join(" + ".join(step) for step in named),)

    def _name(self, s: Statement) -> str:
        return inferred(s.text) if self._is_unnamed(s) else str(self._of("ids", s.id, s.id))

    def _is_unnamed(self, s: Statement) -> bool:
        usual = slug(inferred(s.text))
        return bool(self._of("unnamed", s.id)) and s.id.removeprefix(usual).lstrip("-").isdecimal() | (s.id == usual)

    def _type(self, s: Statement) -> str:
        before = self._of("types", s.id)
        if (before, s.kind) == ("Justification", Kind.PREMISE):
            return "Justification"
        is_assumed = {"assumed", "axiomatic"} & set(self._of("options", s.id, ()))
        return "Claim" if before == "Claim" and is_assumed else _TYPES.get(s.kind, "Claim")

    def _read_kind(self, s: Statement) -> Kind:
        """Return the kind that a statement is read with again."""
        kind = self._type(s)
        read = s.kind if kind == "Claim" and s.kind is Kind.ASSUMPTION else KINDS[kind]
        if read is not s.kind:
            self.counts[f"statements of the kind {s.kind} are written as {read}"] += 1
        return read

    def _text(self, s: Statement) -> str:
        text = " ".join(s.text.split())
        if text != s.text:
            self.told.append(f"the text of {s.id} is written on one line")
        return text

    def _reference(self, s: Statement) -> str:
        if s.kind is not Kind.EVIDENCE:
            if s.citations:
                self.counts["only evidence has a reference; citations of other statements are left out"] += len(
                    s.citations
                )
            return str(self._of("references", s.id, ""))
        plain = [each for each in s.citations if each.selector is None and each.stance is Stance.SUPPORTS][:1]
        if len(plain) < len(s.citations):
            left = len(s.citations) - len(plain)
            self.counts["an element has one reference, without a passage; other citations are left out"] += left
        found = "".join(address(self.sources.get(each.source), each.source) for each in plain)
        return found.replace("(", "%28").replace(")", "%29") if ")" in found else found


def _with(items: Sequence[Branch | Element], asides: list[tuple[int, Element]]) -> list[Branch | Element]:
    """Put elements at the places among others that they had."""
    found = list(items)
    for place, element in sorted(asides, key=itemgetter(0)):
        found.insert(min(place, len(found)), element)
    return found
