"""The syntax of LTAC: a line for each element, two spaces of indentation for each level.

As Argevide describes it (LTAC 1.1.2, https://www.argevide.com/documents/ltac.txt), with what verocase adds: packages,
citations of their elements (``^``), options in braces, and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from argmap.flaws import Flaws
from argmap.rules.mixed_indentation import RULE as MIXED_INDENTATION
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import LineIndex, Span

TYPES = ("Claim", "Strategy", "Evidence", "Justification", "Context", "Assumption", "Relation", "Link", "Connector")
COUNTER = "iscounter"
_HEAD = re.compile(rf"([ \t]*)[-*][ \t]+({'|'.join(TYPES)})\b(?:[ \t]+(?:(\^)(?:\[([^\]]*)\][ \t]*)?)?([^:{{(]*))?")
_ILLEGAL = str.maketrans("", "", ":^{}()")


@frozen
class Element:
    """A line of an outline.

    Attributes:
        depth: How far it is indented, in levels.
        type: One of `TYPES`.
        identifier: Empty where it has none.
        text: None where no colon stands after the identifier.
        cited: Whether it is a citation of an element of another package.
        package: The package that it is cited from, where that is named.
        options: In lower case.
        reference: What stands in parentheses at the end.
        comments: The lines of comments above it.
        span: The line, without its indentation.
    """

    depth: int
    type: str
    identifier: str
    text: str | None = None
    cited: bool = False
    package: str = ""
    options: tuple[str, ...] = ()
    reference: str = ""
    comments: tuple[str, ...] = ()
    span: Span = field(default=Span(0, 0), eq=False, repr=False)

    @property
    def name(self) -> str:
        """Return the identifier, or the one that its text stands for."""
        return self.identifier or inferred(self.text or "")


@frozen
class Outline:
    """An outline.

    Attributes:
        elements: In the order of the file; those at depth 0 begin a package.
        comments: The lines of comments after them.
    """

    elements: tuple[Element, ...] = ()
    comments: tuple[str, ...] = ()


def inferred(text: str) -> str:
    """Return the identifier that a text stands for where none is written.

    Example:
        >>> inferred("It is safe (now): yes")
        'It is safe now yes'
    """
    return " ".join(text.translate(_ILLEGAL).split())


def parse(flaws: Flaws) -> Outline:
    r"""Read an outline.

    Example:
        >>> outline = parse(Flaws("- Claim C1: It is safe {needsSupport} (report.pdf)\n  - Link E1\n"))
        >>> outline.elements[0].text, outline.elements[0].options, outline.elements[0].reference
        ('It is safe', ('needssupport',), 'report.pdf')
        >>> outline.elements[1].depth, outline.elements[1].type, outline.elements[1].name
        (1, 'Link', 'E1')
    """
    lines = LineIndex(flaws.text)
    elements: list[Element] = []
    comments: list[str] = []
    for number, line in enumerate(lines, 1):
        row = line.strip()
        if not row or row.startswith(("#", "```")):
            comments += [row] if row.startswith("#") else []
            continue
        end = lines.start(number) + len(line.rstrip())
        where = Span(end - len(row), end)
        element = _element(line.rstrip(), where, tuple(comments), flaws)
        if element is None:
            message = f"this line is no element: write {TYPES[0]} or another type after the dash, as in '- Claim C1: …'"
            flaws.add(SYNTAX, message, where)
            continue
        elements.append(element)
        comments = []
    return Outline(tuple(elements), tuple(comments))


def _element(line: str, where: Span, comments: tuple[str, ...], flaws: Flaws) -> Element | None:
    match = _HEAD.match(line)
    rest = line[match.end() :] if match else ""
    if match is None or rest[:1] not in ("", ":", "{", "("):
        return None
    indent = match[1].expandtabs(2)
    if len(indent) % 2 or "\t" in match[1]:
        flaws.add(MIXED_INDENTATION, "each level is indented by two spaces", where)
    text: str | None = rest.strip()
    text, reference = _tail(text or "", "(", ")")
    text, options = _tail(text, "{", "}")
    text = text[1:].strip() if text.startswith(":") else None
    listed = tuple(dict.fromkeys(option.strip().lower() for option in options.split(",") if option.strip()))
    name = " ".join((match[5] or "").split())
    return Element(
        len(indent) // 2,
        match[2],
        name,
        text,
        bool(match[3]),
        match[4] or "",
        listed,
        reference.strip(),
        comments,
        where,
    )


def _tail(text: str, opening: str, closing: str) -> tuple[str, str]:
    """Part a text from what stands in brackets at its end, which holds no closing bracket itself."""
    if not text.endswith(closing):
        return text, ""
    begin = text.find(opening, text.rfind(closing, 0, -1) + 1)
    return (text[:begin].rstrip(), text[begin + 1 : -1]) if begin >= 0 else (text, "")


def serialise(outline: Outline) -> str:
    """Write an outline.

    Example:
        >>> print(serialise(Outline((Element(0, "Claim", "C1", "It is safe (now)"),))), end="")
        - Claim C1: It is safe (now) ()
    """
    return "".join(f"{line}\n" for line in _lines(outline))


def _lines(outline: Outline) -> Iterator[str]:
    for number, element in enumerate(outline.elements):
        if number and not element.depth:
            yield ""
        pad = "  " * element.depth
        yield from (f"{pad}{comment}" for comment in element.comments)
        yield f"{pad}{line(element)}"
    yield from outline.comments


def line(element: Element) -> str:
    """Write an element without its indentation; an empty bracket tells a text that ends in one from what follows."""
    package = f"[{element.package}] " if element.package else ""
    mark = f"^{package}" if element.cited else ""
    name = f" {mark}{element.identifier}" if element.identifier else ""
    text = "" if element.text is None else f": {element.text}".rstrip()
    options = f" {{{', '.join(element.options)}}}" if element.options else " {}" if text.endswith("}") else ""
    reference = f" ({element.reference})" if element.reference else ""
    if not reference and not options and text.endswith(")"):
        reference = " ()"
    return f"- {element.type}{name}{text}{options}{reference}"
