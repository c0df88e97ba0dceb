"""Outlines of texts, whatever file they stand in: what is indented under a text is a reason for it, or an objection.

Items have no ids. They get those that their texts make, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field, frozen

from argmap.flaws import Flaws
from argmap.formats._parts import DANGLING
from argmap.formats.outlines._forest import Branch, forest
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, slug
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import Span
from argmap.wording import tallied

PRO, CON = "+", "-"
_WORDS = {
    **dict.fromkeys(("pro", "pros", "for", "reason"), PRO),
    **dict.fromkeys(("con", "cons", "contra", "against", "but", "objection", "rebuttal", "attack"), CON),
    **dict.fromkeys(("counter", "counterargument", "counter-argument", "counter argument"), CON),
}
_MEANT = {**_WORDS, "+": PRO, **dict.fromkeys(("-", "\u2212", "\u2013"), CON)}
_MARK = re.compile(
    rf"(?:[(\[](?P<sign>[+\u2212\u2013-]|{'|'.join(_WORDS)})[)\]]:?|(?P<word>{'|'.join(_WORDS)})[ ]?:)[ \t]+",
    re.IGNORECASE,
)
_GROUPS = {
    **dict.fromkeys(("pro", "pros", "for", "in favour", "in favor", "reasons", "advantages"), PRO),
    **dict.fromkeys(("arguments for", "reasons for", "arguments in favour", "arguments in favor"), PRO),
    **dict.fromkeys(("con", "cons", "contra", "against", "objections", "disadvantages"), CON),
    **dict.fromkeys(("arguments against", "reasons against", "counterarguments", "counter-arguments"), CON),
}


@frozen
class Item:
    """A text in an outline.

    Attributes:
        depth: How far it is indented.
        text: Without its mark.
        mark: `PRO`, `CON`, or empty.
        note: What is said of it.
        link: Id of the statement that it stands for; empty for one of its own.
        group: Id of the section that it stands in.
        below: The mark of what stands below it, where it says nothing else.
        span: Where it stands.
    """

    depth: int
    text: str
    mark: str = ""
    note: str | None = None
    link: str = ""
    group: str | None = None
    below: str = ""
    span: Span = field(default=Span(0, 0), eq=False, repr=False)


def marked(text: str) -> tuple[str, str]:
    r"""Part the mark of a pro or con from a text; a backslash before it says that it belongs to the text.

    Example:
        >>> marked("Objection: it is dear"), marked("(+) it is light"), marked("Prose: a lot"), marked("\\Con: artist")
        (('-', 'it is dear'), ('+', 'it is light'), ('', 'Prose: a lot'), ('', 'Con: artist'))
    """
    if text.startswith("\\"):
        return "", text[1:]
    bare = text.replace("**", "", 2) if text.startswith("**") else text
    match = _MARK.match(bare)
    if match is None:
        return "", text
    rest = bare[match.end() :].strip().removeprefix("\\")
    name = (match["sign"] or match["word"]).lower()
    return (_MEANT[name], rest) if rest else ("", text)


def unmarked(text: str) -> str:
    """Write a text so that nothing in it is taken for a mark."""
    return f"\\{text}" if text.startswith("\\") or marked(text)[0] or group_mark(text) else text


def group_mark(text: str) -> str:
    """Return the mark of what stands below a text that only says so, such as ``Cons:``; empty for another text.

    Example:
        >>> group_mark("Arguments against:"), group_mark("Rain")
        ('-', '')
    """
    return _GROUPS.get(text.strip(" *_:").lower(), "")


@define
class Meaning:
    """The statements and relations of an outline.

    Attributes:
        flaws: Where flaws are noted.
        statements: In order.
        relations: In order.
        ids: Id of the statement that each item is, by the number of the item.
    """

    flaws: Flaws
    statements: list[Statement] = field(factory=list)
    relations: list[Relation] = field(factory=list)
    ids: dict[int, str] = field(factory=dict)
    _names: Names = field(factory=Names)

    def make(self, items: list[Item]) -> None:
        """Make them."""
        named = self._state(items)
        above: list[tuple[int, str, str]] = []  # depth, id, and the mark of what stands below
        for number, item in enumerate(items):
            while above and above[-1][0] >= item.depth:
                above.pop()
            name = named.get(number, "")
            parent, below = (above[-1][1], above[-1][2]) if above else ("", "")
            if number not in named:  # it only says what stands below it
                above.append((item.depth, parent, item.below))
                continue
            if parent:
                self._relate(item.mark or below, name, parent, item.span)
            above.append((item.depth, name, ""))

    def _state(self, items: list[Item]) -> dict[int, str]:
        for number, item in enumerate(items):
            if item.link or self._is_group(items, number):
                continue
            self.ids[number] = self._names.make(slug(item.text), "-")
            made = Statement(self.ids[number], Kind.CLAIM, item.text, group=item.group, note=item.note, span=item.span)
            self.statements.append(made)
        known = {s.id for s in self.statements}
        named = dict(self.ids)
        for number, item in enumerate(items):
            if item.link in known:
                named[number] = item.link
            elif item.link:
                self.flaws.add(UNKNOWN_REFERENCE, f"nothing in this outline is called {item.link}", item.span)
        return named

    def _is_group(self, items: list[Item], number: int) -> bool:
        """Tell whether an item only says that pros or cons stand below it; noted as lost."""
        item = items[number]
        has_below = number + 1 < len(items) and items[number + 1].depth > item.depth
        if not (item.depth and has_below and item.below):
            return False
        self.flaws.drop(
            "headings such as 'Pros' are no statements: what stands below them is marked instead", item.span
        )
        return True

    def _relate(self, mark: str, name: str, parent: str, span: Span) -> None:
        kind = RelationKind.ATTACK if mark == CON else RelationKind.SUPPORT
        identity = self._names.make(relation_id(kind, (name,), parent))
        self.relations.append(Relation(identity, kind, (name,), parent, span=span))


def items_of(m: ArgumentMap, told: list[str]) -> Iterator[tuple[Item, str]]:
    """Write a map of single reasons as an outline: each item with the id of its statement.

    Args:
        m: The map.
        told: What cannot be written is added here, in words.
    """
    trees = forest(m)
    told += tallied({DANGLING: len(trees.lost)})
    lines = list(trees.walk())
    names = _made(lines, m)
    for depth, branch in lines:
        s = m[branch.statement]
        mark = CON if branch.relation and branch.relation.kind is RelationKind.ATTACK else ""
        text = one_line(s.text)
        if text != s.text and branch.is_home:
            told.append(f"the text of {s.id} is written on one line")
        link = "" if branch.is_home else names[s.id]
        yield Item(depth, text, mark, s.note if branch.is_home else None, link, s.group), s.id


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _made(lines: Iterable[tuple[int, Branch]], m: ArgumentMap) -> Mapping[str, str]:
    """Return the ids that the statements are read with again."""
    names = Names()
    return {
        branch.statement: names.make(slug(one_line(m[branch.statement].text)), "-")
        for _, branch in lines
        if branch.is_home
    }
