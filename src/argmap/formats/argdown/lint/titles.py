"""References to titles that have no text, and titles that have two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Argument, Interpretation, Member, Titled, canonical, is_titled
from argmap.formats.argdown.syntax.tree import Element
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import Span

_COMPARISONS = 50_000
_ALIKE = 0.5


def check_titles(model: Interpretation, names: Mapping[Titled, str], flaws: Flaws) -> None:
    """Note titles that are used but never given a text, and those that are given two different ones."""
    for nodes, brackets in ((model.statements.values(), "[]"), (model.arguments.values(), "<>")):
        _undefined(list(nodes), brackets, names, flaws)
    for node in model.titled():
        if len(node.members) > 1:
            _two_texts(node, names.get(node), flaws)
        for member in node.members:
            if member.element.ranges:
                _mentions(member.element, model, flaws)


def _undefined(nodes: list[Titled], brackets: str, names: Mapping[Titled, str], flaws: Flaws) -> None:
    missing = [
        node
        for node in nodes
        if node.members
        and node.members[0].element.is_reference
        and not getattr(node, "rows", None)
        and canonical(node) is None
    ]
    if not missing:
        return
    lost = set(missing)
    nearest = _Nearest(node.title for node in nodes if node not in lost and is_titled(node.title))
    for node in missing:
        first = node.members[0].element
        shown = f"{brackets[0]}{node.title}{brackets[1]}"
        near = nearest(node.title)
        advice = (
            f"did you mean {brackets[0]}{near}{brackets[1]}?"
            if near
            else f"write '{shown}: text' where it is put forward"
        )
        flaws.add(
            UNKNOWN_REFERENCE.leniently,
            f"nothing is called {shown}: {advice}",
            Span(first.start, first.end),
            names.get(node),
        )


def _mentions(element: Element, model: Interpretation, flaws: Flaws) -> None:
    for kind, title, _, _ in element.ranges:
        if kind == "statement-mention" and title not in model.statements:
            shown = f"@[{title}]"
        elif kind == "argument-mention" and title not in model.arguments:
            shown = f"@<{title}>"
        else:
            continue
        message = f"{shown} mentions what does not exist: correct the title, or write what it refers to"
        flaws.add(UNKNOWN_REFERENCE.leniently, message, Span(element.start, element.end))


def _two_texts(node: Titled, name: str | None, flaws: Flaws) -> None:
    texts = [member for member in node.members if not member.element.is_reference]
    counted = canonical(node) if len(texts) > 1 else None
    if counted is None:
        return
    words = _words(counted.element)
    for member in texts:
        element = member.element
        other = _words(element)
        if member is counted or not other or other == words:
            continue
        if len(words & other) < _ALIKE * min(len(words), len(other)):
            message = (
                f"{_shown(node, member)} has two texts, and only the last counts: give one of them another title, "
                "or drop the colon and the text to refer to the other"
            )
            flaws.add(DUPLICATE_ID.leniently, message, Span(element.start, element.end), name)
        else:
            flaws.drop("other wordings under one title are not kept", Span(element.start, element.end))


def _shown(node: Titled, member: Member) -> str:
    return f"<{node.title}>" if isinstance(node, Argument) or member.element.is_argument else f"[{node.title}]"


def _words(element: Element) -> frozenset[str]:
    return frozenset(element.text.lower().split())


class _Nearest:
    """Finds the title that another is most like; gives up after too many comparisons."""

    def __init__(self, titles: Iterable[str]) -> None:
        self.titles = list(titles)
        self.folded = {_fold(title): title for title in self.titles}
        self.left = _COMPARISONS

    def __call__(self, title: str) -> str | None:
        if found := self.folded.get(_fold(title)):
            return found
        self.left -= len(self.titles)
        if self.left < 0:
            return None
        from difflib import get_close_matches

        near = get_close_matches(title, self.titles, n=1, cutoff=0.75)
        return near[0] if near else None


def _fold(title: str) -> str:
    return "".join(title.casefold().split())
