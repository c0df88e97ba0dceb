"""The lines of a file of annotations as brat writes it, read and written, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from argmap.flaws import Flaws
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span
from argmap.wording import quoted

_ENTITY = re.compile(r"(T\S*)[ \t]+(\S+)[ \t]+([0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*+)[ ]*(?:\t(.*))?")
_RELATION = re.compile(r"(R\S*)[ \t]+(\S+)[ \t]+([^\s:]+):(\S+)[ \t]+([^\s:]+):(\S+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S*)[ \t]+(\S+)[ \t]+(\S+)(?:[ \t]+(\S.*?))?\s*")
_NOTE = re.compile(r"(#\S*)[ \t]+(\S+)[ \t]+(\S+)(?:\t(.*))?")
_SHAPES = {
    "E": re.compile(r"E\S*[ \t]+[^\s:]+:\S+(?:[ \t]+[^\s:]+:\S+)*\s*"),
    "*": re.compile(r"\*\S*[ \t]+\S+(?:[ \t]+\S+)+\s*"),
    "N": re.compile(r"N\S*[ \t]+\S+[ \t]+\S+[ \t]+\S.*"),
}
_MODELS = {
    "T": "T1⇥Claim 0 20⇥words",
    "R": "R1⇥Support Arg1:T1 Arg2:T2",
    "A": "A1⇥Stance T1 For",
    "M": "M1⇥Negation T1",
    "E": "E1⇥Type:T1 Role:T2",
    "N": "N1⇥Reference T1 Base:1⇥words",
    "*": "*⇥Equiv T1 T2",
    "#": "#1⇥AnnotatorNotes T1⇥words",
}


@frozen
class Line:
    """A line, as it stands.

    Attributes:
        id: What it begins with; ``*`` for an equivalence.
        raw: The whole line, without its end.
        at: Its place.
    """

    id: str
    raw: str
    at: Span


@frozen
class Entity:
    """A text-bound annotation: a labelled stretch of text, in one part or several."""

    id: str
    type: str
    spans: tuple[Span, ...]
    words: str | None
    line: Line

    def __str__(self) -> str:
        """Return its line."""
        spans = ";".join(f"{span.start} {span.end}" for span in self.spans)
        return f"{self.id}\t{self.type} {spans}" + (f"\t{self.words}" if self.words is not None else "")


@frozen
class Tie:
    """A relation: a labelled line from one annotation to another."""

    id: str
    type: str
    source: str
    target: str
    roles: tuple[str, str]
    line: Line


@frozen
class Attribute:
    """A property of an annotation, with a value unless it merely holds."""

    id: str
    name: str
    target: str
    value: str | None
    line: Line


@frozen
class Note:
    """A remark on an annotation."""

    id: str
    type: str
    target: str
    words: str
    line: Line


Annotation = Entity | Tie | Attribute | Note | Line


def parse(text: str, flaws: Flaws | None = None) -> Iterator[Annotation]:
    r"""Go through the annotations of a file; a line of another sort, or of none, is given as it stands.

    Args:
        text: The file.
        flaws: Takes note of lines that are none of brat's.

    Example:
        >>> entity, attribute = parse("T1\tClaim 0 5;9 12\tWells dry\nA1\tStance T1 For\n")
        >>> entity.type, entity.spans, attribute.value
        ('Claim', (Span(start=0, end=5), Span(start=9, end=12)), 'For')
        >>> str(entity)
        'T1\tClaim 0 5;9 12\tWells dry'
    """
    at = 0
    for full in text.split("\n"):
        raw = full.removesuffix("\r").removeprefix("\ufeff" if not at else "")
        start = at + len(full.removesuffix("\r")) - len(raw)
        line = Line(raw.split(maxsplit=1)[0] if raw.strip() else "", raw, Span(start, start + len(raw)))
        at += len(full) + 1
        if line.id:
            yield _annotation(line, flaws)


def _annotation(line: Line, flaws: Flaws | None) -> Annotation:
    letter = line.id[0]
    found: Annotation | None = None
    if letter == "T" and (match := _ENTITY.fullmatch(line.raw)):
        found = Entity(match[1], match[2], _spans(match[3]), match[4], line)
    elif letter == "R" and (match := _RELATION.fullmatch(line.raw)):
        found = Tie(match[1], match[2], match[4], match[6], (match[3], match[5]), line)
    elif letter in "AM" and (match := _ATTRIBUTE.fullmatch(line.raw)):
        found = Attribute(match[1], match[2], match[3], match[4], line)
    elif letter == "#" and (match := _NOTE.fullmatch(line.raw)):
        found = Note(match[1], match[2], match[3], match[4] or "", line)
    elif letter in "E*N" and _SHAPES[letter].fullmatch(line.raw):
        found = line
    if found is None and flaws is not None:
        model = f": write {_MODELS[letter]}, where ⇥ is a tab" if letter in _MODELS else ""
        flaws.add(SYNTAX, f"{quoted(line.raw)} is no annotation{model}", line.at)
    return found or line


def _spans(written: str) -> tuple[Span, ...]:
    return tuple(Span(*map(int, part.split(" "))) for part in written.split(";"))


def named(annotation: Annotation) -> tuple[str, ...]:
    r"""Return the ids that an annotation names.

    Example:
        >>> [named(each) for each in parse("E1\tRise:T1 Cause:T2\n*\tEquiv T1 T2\nR1\tSupport Arg1:T1 Arg2:T2")]
        [('T1', 'T2'), ('T1', 'T2'), ('T1', 'T2')]
    """
    if isinstance(annotation, Entity):
        return ()
    if isinstance(annotation, Tie):
        return annotation.source, annotation.target
    if isinstance(annotation, Attribute | Note):
        return (annotation.target,)
    words = annotation.raw.split()[1:]
    if annotation.id[0] == "E":
        return tuple(word.rpartition(":")[2] for word in words)
    return tuple(words[1:2] if annotation.id[0] == "N" else words[1:] if annotation.id[0] == "*" else ())


def serialise(lines: Iterable[str]) -> str:
    """Return the text of a file that has some lines."""
    return "".join(f"{line}\n" for line in lines)
