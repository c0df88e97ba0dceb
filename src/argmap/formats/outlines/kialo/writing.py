"""From a map to an export of Kialo."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import count
from typing import Any

from attrs import define, field

from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of, fitting
from argmap.formats._parts import DANGLING, kept
from argmap.formats.outlines._addresses import address, selector
from argmap.formats.outlines._forest import Branch, Forest, forest
from argmap.formats.outlines.kialo.reading import LINK
from argmap.formats.outlines.kialo.syntax import (
    CLAIM,
    DEEPEST,
    HEADINGS,
    LABELS,
    Claim,
    Export,
    Footnote,
    parse,
    serialise,
)
from argmap.formats.outlines.kialo.texts import marked, numbers, said, written
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.text import Edit, Span
from argmap.wording import tallied

_NUMBER = re.compile(r"(?:\d{1,9}\.)*\d{1,9}\Z", re.ASCII)
_ANNEX = {
    "flat": bool,
    "heading": str,
    "under": {str: (str, str)},
    "marks": {str: [(int, int, str)]},
    "links": {str: str},
    "footnotes": [(str, str, str)],
}
_OWN = re.compile(r"[1-9]\d{0,8}\Z", re.ASCII)
_KEEPS = ("titles", "supports", "attacks", "citations", "stances", "kinds", "sources")


def write_map(m: ArgumentMap) -> Writing:
    """Write a map as an export, and say what it cannot hold beside the parts that it does not keep."""
    writer = _Writer(m, fitting(annex_of(m, "kialo"), _ANNEX))
    export = writer.export(kept(m, _KEEPS))
    return Writing(serialise(export), unwritten(writer.told))


def _is_link(relation: Relation) -> bool:
    return bool(_NUMBER.match(relation.id))


@define
class _Writer:
    """Writes one map.

    Attributes:
        m: The whole map.
        annex: What an export said beside it, if it was read from one.
        told: What cannot be written, in words.
        footnotes: The footnotes so far, with what they are known by: an address, and what is quoted.
        used: Numbers of the footnotes that the texts refer to.
    """

    m: ArgumentMap
    annex: dict[str, Any]
    told: list[str] = field(factory=list)
    footnotes: dict[tuple[str, str | None], Footnote] = field(factory=dict)
    used: set[str] = field(factory=set)
    _known: dict[str, Footnote] = field(factory=dict)
    _sources_by_id: dict[str, Source] = field(factory=dict)
    _links: dict[str, str] = field(factory=dict)
    _numbers: set[str] = field(factory=set)
    _taken: set[str] = field(factory=set)
    _last: int = 0

    @property
    def flat(self) -> bool:
        return bool(self.annex.get("flat"))

    def export(self, m: ArgumentMap) -> Export:
        notes = [Footnote(*each) for each in self.annex.get("footnotes", ()) if _is_footnote(each)]
        for note in notes:
            self.footnotes.setdefault(_key(note), note)
        self._known = {note.number: note for note in notes}
        self._sources_by_id = {source.id: source for source in self.m.sources}
        self._taken = {number for s in m for number in numbers(s.text)} | {note.number for note in notes}
        under = {name: each for name, each in self.annex.get("under", {}).items() if each[1] in LABELS}
        trees = forest(m, is_link=_is_link, under={name: above for name, (above, _) in under.items()})
        self.told += tallied({DANGLING: len(trees.lost)})
        places = _numbered(trees, under)
        self._numbers = {number for number, _ in places}
        self._links = {number: branch.statement for number, branch in places if not branch.is_home}
        homes = {branch.statement: number for number, branch in places if branch.is_home}
        if len(homes) < len({s.id for s in m}):
            self.told.append(f"claims that stand more than {DEEPEST:,} deep are left out")
            places = [(number, branch) for number, branch in places if branch.statement in homes]
        heading = self.annex.get("heading", "")
        heading = heading if heading in HEADINGS else ""
        claims = tuple(self._claim(m, number, branch, homes, under) for number, branch in places)
        return Export(self._title(m), claims, self._sources(notes), self.flat, heading)

    def _title(self, m: ArgumentMap) -> str:
        title = " ".join(m.title.split())
        if title != m.title:
            self.told.append("the title is written on one line")
        return title

    def _claim(
        self, m: ArgumentMap, number: str, branch: Branch, homes: dict[str, str], under: dict[str, list[str]]
    ) -> Claim:
        statement = m[branch.statement]
        if branch.relation:
            label = "Con" if branch.relation.kind is RelationKind.ATTACK else "Pro"
        elif branch.statement in under:
            label = under[branch.statement][1]
        else:
            usual = "" if self.flat and number == "1" else "Thesis"
            label = "Question" if statement.kind is Kind.QUESTION else usual
        if not branch.is_home:
            return Claim(number, label, f"-> See {self._leads(number, branch, homes)}.")
        return Claim(number, label, self._text(statement, number, label))

    def _leads(self, number: str, branch: Branch, homes: dict[str, str]) -> str:
        """Return the number that a link names: that of another link, where it was so and still leads to the claim."""
        first = self.annex.get("links", {}).get(number, "")
        return first if self._links.get(first) == branch.statement else homes[branch.statement]

    def _text(self, statement: Statement, number: str, label: str) -> str:
        """Write a text: as it was read, if it still says the same, else with its footnotes at its end."""
        cited = [self._cited(citation) for citation in statement.citations if citation.stance is Stance.SUPPORTS]
        edits = [Edit(Span(start, end), text) for start, end, text in self.annex.get("marks", {}).get(statement.id, ())]
        as_read = marked(statement.text, edits) if edits else None
        if as_read is not None:
            found = said(as_read, self._known, flat=self.flat)
            named = [
                *(_key(self._known[each]) for each in found.footnotes),
                *((each, None) for each in found.addresses),
            ]
            same = (found.text == statement.text or not as_read) and list(dict.fromkeys(named)) == cited
            if same and self._is_read(Claim(number, label, as_read)):
                self.used.update(found.footnotes)
                return as_read
        refers = "".join(f" [{self._footnote(each)}]" for each in cited)
        one_line = " ".join(statement.text.split())
        for text in (statement.text, one_line, f'"{one_line}"'):
            line = f"{written(text, flat=self.flat)}{refers}"
            if said(line, self._known, flat=self.flat).text == text and self._is_read(Claim(number, label, line)):
                if text is not statement.text:
                    self.told.append(f"the text of {statement.id} is written in another way, as {text[:60]}")
                return line
        self.told.append(f"the text of {statement.id} cannot be written so that it is read again")
        return f"{one_line}{refers}"

    def _is_read(self, claim: Claim) -> bool:
        """Tell whether a claim is read as it was written, wherever it stands."""
        above = [Claim("1", "", "x")] * (claim.number != "1")
        if claim.parent not in ("", "1"):
            above.append(Claim(claim.parent, "Pro", "x"))
        text = serialise(Export("x", (*above, claim), (Footnote("1", "x"),), self.flat))
        link = LINK.match(claim.text)
        is_whole = parse(text).claims[len(above) :] == (claim,) and not (link and link[1] in self._numbers)
        return is_whole and not (self.flat and any(map(self._may_begin, claim.text.split("\n")[1:])))

    def _may_begin(self, row: str) -> bool:
        """Tell whether a line of a text might be taken for a claim of the older layout."""
        found = CLAIM.match(row)
        return found is not None and (bool(found[3]) or "." in found[2] or "2" in self._numbers)

    def _cited(self, citation: Citation) -> tuple[str, str | None]:
        """Return what a citation is known by."""
        place = citation.selector
        quote = " ".join(place.quote.split()) if place else None
        if place and (place.nth is not None or selector(f'"{quote}"') != place):
            self.told.append(f"the passage cited by {citation.id} is written as “{quote}”")
        return address(self._sources_by_id.get(citation.source), citation.source), quote

    def _footnote(self, cited: tuple[str, str | None]) -> str:
        if cited not in self.footnotes:
            self._last += 1
            while str(self._last) in self._taken:
                self._last += 1
            self.footnotes[cited] = Footnote(str(self._last), cited[0], f'"{cited[1]}"' if cited[1] else "")
        self._known[self.footnotes[cited].number] = self.footnotes[cited]
        self.used.add(self.footnotes[cited].number)
        return self.footnotes[cited].number

    def _sources(self, before: list[Footnote]) -> tuple[Footnote, ...]:
        """Return the footnotes that are referred to, and those that never were."""
        marks = self.annex.get("marks", {}).values()
        referred = {number for edits in marks for _, _, text in edits for number in numbers(text)}
        old = [note for note in before if note.number in self.used or note.number not in referred]
        numbers_before = {note.number for note in before}
        return (*old, *(note for note in self.footnotes.values() if note.number not in numbers_before))


def _is_footnote(parts: list[str]) -> bool:
    number, address, _ = parts
    return bool(_OWN.match(number)) and len(address.splitlines()) < 2


def _key(note: Footnote) -> tuple[str, str | None]:
    place = selector(note.quote)
    return note.address, place.quote if place else None


def _numbered(trees: Forest, under: dict[str, list[str]]) -> list[tuple[str, Branch]]:
    """Return the lines of an export with their numbers: those that they have, where these are in order.

    A claim that stands below one that is not there keeps its number, and nobody else gets the number above it.
    """
    apart = dict.fromkeys(name for name in trees.roots if "." in name and name in under and _NUMBER.match(name))
    reserved = {
        ".".join(path[:depth]) for path in (name.split(".") for name in apart) for depth in range(1, len(path) + 1)
    }
    tops = _children("", [Branch(name) for name in trees.roots if name not in apart], reserved)
    starts = [*tops, *((name, Branch(name)) for name in apart)]
    waiting = sorted(starts, key=lambda start: [int(part) for part in start[0].split(".")], reverse=True)
    numbered: list[tuple[str, Branch]] = []
    while waiting:
        number, branch = waiting.pop()
        numbered.append((number, branch))
        if branch.is_home and number.count(".") < DEEPEST:
            below = list(_children(number, trees.branches.get(branch.statement, ()), reserved))
            waiting += reversed(below)
    return numbered


def _children(number: str, branches: Iterable[Branch], reserved: Container[str]) -> Iterator[tuple[str, Branch]]:
    """Number what stands below a claim."""
    head = f"{number}." if number else ""
    own: dict[int, Branch] = {}
    others = []
    for branch in branches:
        name = branch.statement if branch.is_home or branch.relation is None else branch.relation.id
        last = name.removeprefix(head) if name.startswith(head) else ""
        if _OWN.match(last) and int(last) not in own:
            own[int(last)] = branch
        else:
            others.append(branch)
    yield from ((f"{head}{last}", own[last]) for last in sorted(own))
    free = (str(place) for place in count(max(own, default=0) + 1) if f"{head}{place}" not in reserved)
    yield from ((f"{head}{place}", branch) for place, branch in zip(free, others, strict=False))
