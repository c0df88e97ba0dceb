"""Annotated texts as such: labelled stretches of a text, and labelled lines from one to another.

What brat, INCEpTION and Label Studio have in common; `_from_marks` makes a map of it, and `_to_marks` goes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from argmap.formats import _positions
from argmap.formats.annotated._labels import kind_of
from argmap.model.citations import Passage
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Statement
from argmap.text import Span


@frozen
class Mark:
    """A labelled stretch of a text.

    Attributes:
        id: In its file.
        label: As its annotators chose it.
        spans: Its parts, in code points of the text; more than one where it is discontinuous.
        words: What the file says stands there; None where it does not say.
        at: Its place in the file.
        note: A remark on it.
    """

    id: str
    label: str
    spans: tuple[Span, ...]
    words: str | None = None
    at: Span | None = field(default=None, eq=False)
    note: str | None = None


@frozen
class Link:
    """A labelled line between two marks.

    Attributes:
        id: In its file; None where it has none.
        label: As its annotators chose it.
        source: Id of the mark that it leads from.
        target: Id of the mark that it leads to.
        at: Its place in the file.
        note: A remark on it.
    """

    id: str | None
    label: str
    source: str
    target: str
    at: Span | None = field(default=None, eq=False)
    note: str | None = None


def usual_label(thing: Statement | Relation, types: Sequence[str] = ()) -> str:
    """Return the label of a statement or relation, unless its file has another for it.

    Args:
        thing: A statement: its first tag that is a label for its kind, else the name of its kind; or a relation.
        types: Labels of statements whose kind no word of them tells.

    Example:
        >>> usual_label(Relation.make("attack", ["a"], "b"))
        'Attack'
    """
    if isinstance(thing, Relation):
        is_weak = thing.kind is RelationKind.ATTACK and thing.force is Force.WEIGHS
        return "Partial-Attack" if is_weak else thing.kind.capitalize()
    return label_tag(thing, types) or thing.kind.capitalize()


def label_tag(statement: Statement, types: Sequence[str]) -> str | None:
    """Return the tag of a statement that is its label, if one is; see `usual_label`."""
    fits = (tag for tag in statement.tags if tag in types or kind_of(tag) is statement.kind)
    return next(fits, None)


def passages_of(
    parts: Iterable[tuple[Span, ...]], source: str, text: str
) -> dict[tuple[Span, ...], tuple[Passage, ...]]:
    """Return the passages for the parts of many marks, one for each part that a selector leads to."""
    wanted = list(dict.fromkeys(parts))
    places = _positions.described((span for spans in wanted for span in spans), text)
    selectors = {spans: (places[span].selector for span in spans) for spans in wanted}
    return {spans: tuple(Passage(source, each) for each in found if each) for spans, found in selectors.items()}


def words_at(spans: Iterable[Span], text: str) -> str:
    r"""Return what stands at the parts of a mark, on one line.

    Example:
        >>> words_at([Span(0, 5), Span(10, 13)], "Wells\nran dry.")
        'Wells dry'
    """
    return " ".join(one_line(text[span.start : span.end]) for span in spans)


def one_line(text: str) -> str:
    """Return a text with blanks for its line breaks and tabs."""
    return text.translate(_BREAKS)


_BREAKS = dict.fromkeys(map(ord, "\0\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
BROKEN = ("a line break or tab in a text is written as a blank", "texts have line breaks or tabs written as blanks")
"""Said of what `one_line` changes."""


def hanging(items: Sequence[tuple[str, Sequence[str]]], there: Counter[str]) -> set[int]:
    """Return the numbers of the items that name what is not there, or what is not there for that reason.

    Args:
        items: Of each, its id and the ids that it names.
        there: The ids of what else is there, each with how often.

    Example:
        >>> sorted(hanging([("a", ["x"]), ("b", ["gone"]), ("c", ["b", "x"]), ("d", ["d"])], Counter("x")))
        [1, 2]
    """
    there = there + Counter(name for name, _ in items)
    naming: dict[str, list[int]] = {}
    for number, (_, names) in enumerate(items):
        for name in names:
            naming.setdefault(name, []).append(number)
    hung: set[int] = set()
    missing = [name for name in naming if not there[name]]
    for name in missing:
        for number in naming.get(name, ()):
            if number not in hung:
                hung.add(number)
                own = items[number][0]
                there[own] -= 1
                missing += [] if there[own] else [own]
    return hung
