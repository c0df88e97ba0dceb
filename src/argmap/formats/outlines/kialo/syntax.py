"""The syntax of Kialo's text exports: a heading, numbered claims, and the sources of their footnotes.

There are two layouts. Until about 2019 an export had a line for each claim, and links in Markdown::

    Discussion Title: Should the mill be rebuilt?

    1. The mill should be rebuilt.
    1.1. Pro: It [ground](https://example.org/flour) all our flour.

Since then a claim has a heading of its own, and the addresses of its links are listed at the end::

    Discussion Name:
    Should the mill be rebuilt?

    1. Thesis:
    The mill should be rebuilt.

      1.1. Pro:
      It ground all our flour [1].

    Sources:
    [1] https://example.org/flour
    "For ninety years the mill ground the flour of the town."

Nothing describes either; this is what a few dozen exports have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from argmap.text import LineIndex, Span

DEEPEST = 999
"""Claims may stand this deep."""

_HEADING = re.compile(r"\s*+(Discussion (?:Title|Name)):[ \t]*+(.*)")
CLAIM = re.compile(
    rf"([ \t]*+)(\d{{1,9}}(?:\.\d{{1,9}}){{0,{DEEPEST}}}+)\."
    r"(?:[ \t]++(Pro|Con|Thesis|Question)[ \t]*+:)?(?:[ \t]++(.*))?\Z"
)
_SOURCES = re.compile(r"Sources:\s*$")
_SOURCE = re.compile(r"\[(\d{1,9})\][ \t]*+(.*)")
_FLAT, _TALL = HEADINGS = ("Discussion Title", "Discussion Name")
LABELS = ("Pro", "Con", "Thesis", "Question", "")
"""What may stand after the number of a claim."""


@frozen
class Claim:
    """A numbered claim.

    Attributes:
        number: Such as ``1.2.1``, without the dot at its end.
        label: ``Pro``, ``Con``, ``Thesis``, ``Question``, or empty.
        text: As it is written, without the indentation of its lines.
        span: From its number to the end of its text.
    """

    number: str
    label: str
    text: str
    span: Span = field(default=Span(0, 0), eq=False, repr=False)

    @property
    def parent(self) -> str:
        """Return the number of the claim above it; empty for one at the top."""
        return self.number.rpartition(".")[0]


@frozen
class Footnote:
    """A source, as the list at the end of an export has it.

    Attributes:
        number: By which the texts refer to it.
        address: What stands beside the number.
        quote: What stands below.
    """

    number: str
    address: str
    quote: str = ""


@frozen
class Export:
    """An export.

    Attributes:
        title: Of the discussion.
        claims: In the order of the file.
        footnotes: In the order of the file.
        flat: Whether each claim stands on a line, in the older layout.
        heading: The words before the title; empty for the usual ones of the layout.
        passed: Where a line of a text looks like the beginning of a claim.
    """

    title: str = ""
    claims: tuple[Claim, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    flat: bool = False
    heading: str = ""
    passed: tuple[Span, ...] = field(default=(), eq=False, repr=False)


def parse(text: str) -> Export:
    r"""Read an export; one without claims is none.

    Example:
        >>> export = parse("Discussion Name:\nRain\n\n1. Thesis:\nIt rains.\n\n  1.1. Con:\n  No cloud\n  is seen.\n")
        >>> [(claim.number, claim.label, claim.text) for claim in export.claims]
        [('1', 'Thesis', 'It rains.'), ('1.1', 'Con', 'No cloud\nis seen.')]
    """
    lines = LineIndex(text)
    rows = [line.rstrip("\r\n") for line in lines]
    words, title, first = _heading(rows)
    last = _sources(rows, first)
    flat, heads, others = _heads(rows, first, last)
    ends = [*(head for head, _ in heads), last][1:]
    claims = tuple(_claim(rows, lines, head, match, end) for (head, match), end in zip(heads, ends, strict=True))
    usual = _FLAT if flat else _TALL
    passed = tuple(Span(lines.start(row + 1), lines.extent(row + 1)[1]) for row in others)
    return Export(title, claims, tuple(_footnotes(rows[last + 1 :])), flat, "" if words == usual else words, passed)


def _heading(rows: list[str]) -> tuple[str, str, int]:
    """Return the words of the heading, the title, and in which row the claims may begin."""
    begin = next((number for number, row in enumerate(rows) if row.strip()), 0)
    match = _HEADING.match(rows[begin])
    if not match:
        return "", "", begin
    title = match[2].rstrip()
    if title or begin + 1 == len(rows):
        return match[1], title, begin + 1
    return match[1], rows[begin + 1].strip(), begin + 2


def _sources(rows: list[str], first: int) -> int:
    """Return in which row the list of sources begins, or the number of rows where there is none."""
    for number in range(first, len(rows)):
        if _SOURCES.match(rows[number]):
            below = next((row for row in rows[number + 1 :] if row.strip()), "")
            if _SOURCE.match(below):
                return number
    return len(rows)


_Heads = list[tuple[int, re.Match[str]]]


def _heads(rows: list[str], first: int, last: int) -> tuple[bool, _Heads, list[int]]:
    """Return whether the layout is the older one, the rows in which claims begin, and those in which none does.

    A text may have a list with numbers in it. In the newer layout a heading has nothing beside it and the indentation
    of its depth, unless no heading has; in the older one, a line without a label begins a claim only where its number
    is the next one.
    """
    found = [(number, match) for number in range(first, last) if (match := CLAIM.match(rows[number]))]
    flat = bool(found) and bool(found[0][1][4] or not found[0][1][3])
    if not flat:
        return False, *_tall_heads([(number, match) for number, match in found if match[3] and not match[4]])
    parents = {match[2].rpartition(".")[0] for _, match in found if match[3]}
    numbering = _Numbering(parents)
    return True, [(number, match) for number, match in found if numbering.takes(match[2], match[3])], []


def _tall_heads(found: _Heads) -> tuple[_Heads, list[int]]:
    below = [match for _, match in found if "." in match[2]]
    if below and not any(map(_is_tall, below)):  # somebody has indented the file anew
        return found, []
    return [each for each in found if _is_tall(each[1])], [number for number, match in found if not _is_tall(match)]


def _is_tall(match: re.Match[str]) -> bool:
    return len(match[1].expandtabs(2)) == 2 * match[2].count(".")


@define
class _Numbering:
    """Which lines of the older layout begin a claim.

    Attributes:
        parents: Numbers of claims that have a pro or a con.
        last: The last number below each claim; below an empty number at the top.
    """

    parents: set[str]
    last: dict[str, int] = field(factory=dict)

    def takes(self, number: str, label: str | None) -> bool:
        parent, _, own = number.rpartition(".")
        is_next = int(own) == self.last.get(parent, 0) + 1
        is_known = parent in self.last if parent else not self.last or number in self.parents
        begins = bool(label) or (is_next and is_known)
        if begins:
            self.last[parent] = max(int(own), self.last.get(parent, 0))
            self.last.setdefault(number, 0)
        return begins


def _claim(rows: list[str], lines: LineIndex, head: int, match: re.Match[str], end: int) -> Claim:
    indent = len(match[1])
    below = [row[min(indent, len(row) - len(row.lstrip())) :] for row in rows[head + 1 : end]]
    text = [match[4].rstrip(), *below] if match[4] else below
    while text and not text[-1].strip():
        text.pop()
    begin = next((number for number, row in enumerate(text) if row.strip()), 0)
    last = head + len(text) + (0 if match[4] else 1)
    span = Span(lines.start(head + 1) + indent, lines.extent(last)[1])
    return Claim(match[2], match[3] or "", "\n".join(text[begin:]).strip(), span)


def _footnotes(rows: list[str]) -> Iterator[Footnote]:
    number, address, below = "", "", list[str]()
    for row in rows:
        match = _SOURCE.match(row)
        if not match:
            below.append(row)
            continue
        if number:
            yield Footnote(number, address, "\n".join(below).strip())
        number, address, below = match[1], match[2].rstrip(), []
    if number:
        yield Footnote(number, address, "\n".join(below).strip())


def serialise(export: Export) -> str:
    r"""Write an export.

    Example:
        >>> print(serialise(Export("Rain", (Claim("1", "", "It will rain."), Claim("1.1", "Con", "No.")), flat=True)))
        Discussion Title: Rain
        <BLANKLINE>
        1. It will rain.
        1.1. Con: No.
        <BLANKLINE>
    """
    heading = export.heading or (_FLAT if export.flat else _TALL)
    parts = [f"{heading}: {export.title}".rstrip() if export.flat else f"{heading}:\n{export.title}", ""]
    for claim in export.claims:
        parts += _flat(claim) if export.flat else _tall(claim)
    if export.footnotes:
        parts += ["", "Sources:"] if export.flat else ["Sources:"]
        for note in export.footnotes:
            parts += [f"[{note.number}] {note.address}".rstrip(), *([note.quote] if note.quote else [])]
    return "\n".join(parts).rstrip("\n") + "\n"


def _flat(claim: Claim) -> Iterator[str]:
    label = f" {claim.label}:" if claim.label else ""
    yield f"{claim.number}.{label} {claim.text}".rstrip()


def _tall(claim: Claim) -> Iterator[str]:
    pad = "  " * claim.number.count(".")
    yield f"{pad}{claim.number}. {claim.label or 'Thesis'}:"
    yield from (f"{pad}{line}" if line.strip() else "" for line in claim.text.split("\n"))
    yield ""
