"""The texts of Kialo's exports: what of them is said, and what marks a link, a footnote or a special character.

A text is kept without its marks; what these were is kept beside it as edits, which put them back in place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator

from attrs import frozen

from argmap.text import Edit, Span, apply_edits

_ENTITY = r"&(?:amp|lt|gt|quot|apos|nbsp|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});"
_MARKS = re.compile(
    rf"""(?P<space>[ ]?)\[(?P<footnote>\d{{1,9}})\]
    | \[(?P<label>(?:[^\[\]\\\n]|\\.)*+)\]\((?P<address>https?://(?:[^\s()]|\([^\s()]*+\))*+)\)
    | \\(?P<escaped>[\[\]()])
    | (?P<entity>{_ENTITY})""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"\[(\d{1,9})\]")


@frozen
class Said:
    """A text without its marks.

    Attributes:
        text: The words.
        marks: The edits by which the text is as it was written.
        footnotes: Numbers of the footnotes that it refers to, in order.
        addresses: Addresses that it links, in order.
    """

    text: str
    marks: tuple[Edit, ...] = ()
    footnotes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def said(written: str, footnotes: Collection[str], *, flat: bool) -> Said:
    r"""Take the marks out of a text.

    Args:
        written: As the export has it.
        footnotes: Numbers of the footnotes that there are.
        flat: Whether it is in the older layout, whose texts have links in them and backslashes before brackets.

    Example:
        >>> said("Flour was dear [1], they say.", {"1"}, flat=False).text
        'Flour was dear, they say.'
        >>> said(r"It [ground](https://example.org/f) flour \(and malt\).", (), flat=True).text
        'It ground flour (and malt).'
    """
    parts: list[str] = []
    marks: list[Edit] = []
    named: list[str] = []
    addresses: list[str] = []
    last = length = 0
    for match in _MARKS.finditer(written):
        shown = _shown(match, written, footnotes, flat=flat)
        if shown is None:
            continue
        parts += written[last : match.start()], shown
        length += match.start() - last
        marks.append(Edit(Span(length, length + len(shown)), match[0]))
        length += len(shown)
        last = match.end()
        named += [match["footnote"]] if match["footnote"] else []
        addresses += [match["address"]] if match["address"] else []
    text = "".join([*parts, written[last:]])
    return Said(text, tuple(marks), tuple(named), tuple(addresses)) if text.strip() == text != "" else Said(written)


def _shown(match: re.Match[str], written: str, footnotes: Collection[str], *, flat: bool) -> str | None:
    """Return what is said where a mark stands; None where it is none."""
    if match["footnote"]:
        joins = written[match.end() : match.end() + 1].isalnum()
        return (match["space"] if joins else "") if match["footnote"] in footnotes else None
    if match["entity"]:
        return html.unescape(match[0])
    if not flat:
        return None
    return match["escaped"] or re.sub(r"\\([\[\]()])", r"\1", match["label"])


def marked(text: str, marks: Collection[Edit]) -> str | None:
    """Put marks back into a text; None where it is too short for them.

    Example:
        >>> marked("Flour was dear.", [Edit(Span(14, 14), " [1]")])
        'Flour was dear [1].'
    """
    fits = all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in marks)
    try:
        return apply_edits(text, marks) if fits else None
    except ValueError:
        return None


def written(text: str, *, flat: bool) -> str:
    r"""Write a text so that nothing in it is taken for a mark, but for numbers of footnotes.

    Example:
        >>> written("a [b](https://example.org) &amp; c", flat=True)
        'a \\[b](https://example.org) &amp;amp; c'
    """
    return "".join(_parts(text, flat=flat))


def _parts(text: str, *, flat: bool) -> Iterator[str]:
    last = 0
    for match in _MARKS.finditer(text):
        yield text[last : match.start()]
        last = match.end()
        if match["entity"]:
            yield f"&amp;{match[0][1:]}"
        elif match["footnote"] or not flat:
            yield match[0]
        else:
            yield rf"\{match[0]}" if match["address"] else rf"\\{match[0]}"
    yield text[last:]


def numbers(text: str) -> Iterator[str]:
    """Return what looks like the number of a footnote in a text.

    Example:
        >>> list(numbers("As [2] says"))
        ['2']
    """
    return (match[1] for match in _NUMBER.finditer(text))
