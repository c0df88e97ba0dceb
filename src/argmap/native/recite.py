"""New selectors in place of old ones, in the text of a native document, and nothing else changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from attrs import frozen

from argmap.errors import ReadError
from argmap.model.citations import Citation, Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.native.citation import short
from argmap.native.scalars import inline
from argmap.native.yaml.amend import with_value
from argmap.text import Edit, Span

_RECORD = re.compile(r"""\{|(?:[a-z]+|"[a-z]+"|'[a-z]+')[ \t]*:(?=\s)""")
_QUOTE = re.compile(
    r"""(?:(?<=[{,\s])|\A)(?:quote|"quote"|'quote')[ \t]*:\s*"""
    r"""("(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'|[^\s,{}\[\]#][^,{}\[\]\n#]*)"""
)


@frozen
class Notation:
    """How texts stand in a file.

    Attributes:
        write: A text as it stands where a value may.
        inside: The ways in which a phrase may stand inside a text.
        careful: What cannot be put inside a text whose quotation marks are not known.
        amend: A record, a key and its new value, to the record with it; comments stay.
    """

    write: Callable[[str], str]
    inside: tuple[Callable[[str], str], ...]
    careful: re.Pattern[str] | None = None
    amend: Callable[[str, str, str], str] | None = None


YAML = Notation(lambda text: inline(text, flow=True), (str,), re.compile(r"""["'\\:#{}\[\],]"""), with_value)
JSON = Notation(
    lambda text: json.dumps(text, ensure_ascii=False),
    (lambda text: json.dumps(text, ensure_ascii=False)[1:-1], lambda text: json.dumps(text)[1:-1]),
)


def recited(m: ArgumentMap, changes: Mapping[tuple[str, Selector | None], Selector], notation: Notation) -> list[Edit]:
    r"""Return the edits that put new selectors in place of old ones.

    Args:
        m: The map, as it was read from a file without syntax errors.
        changes: New selectors, by the id of the source and the selector that is written now.
        notation: How texts stand in the file.

    Returns:
        An edit for each passage and citation to change; one that changes nothing stands for a citation written in a way
        that a program cannot mend.

    Example:
        >>> from argmap.native.read import read_yaml
        >>> m = read_yaml("nodes: {a: {claim: A., cite: memo \"no well\" p. 3}}", "")
        >>> recited(m, {("memo", Selector("no well")): Selector("six wells")}, YAML)
        [Edit(span=Span(start=29, end=48), text='memo "six wells" p. 3')]
    """
    edits: dict[Span, Edit] = {}
    for statement in m:
        for cited in statement.cited:
            new = changes.get((cited.source, cited.selector))
            if new and cited.span and m.origin and cited.span not in edits:
                lines = m.origin.lines
                written = lines.text[cited.span.start : cited.span.end]
                column = lines.position(cited.span.start).column - 1
                edits[cited.span] = Edit(cited.span, _rewritten(written, column, cited, new, m.about, notation))
    return list(edits.values())


def _rewritten(
    written: str, column: int, cited: Passage | Citation, new: Selector, about: str | None, notation: Notation
) -> str:
    """Put a new selector into what is written: its phrases alone where that is safe, else the whole value."""
    old = cited.selector
    if old and old.nth == new.nth and not (notation.careful and notation.careful.search(new.quote)):
        for inside in notation.inside:
            if written.count(inside(old.quote)) == 1:
                return written.replace(inside(old.quote), inside(new.quote))
    if _RECORD.match(written):
        return _amended(written, column, new, notation) if old and old.nth == new.nth else written
    shortened = short(cited.source, new, cited.locator, about)
    return notation.write(shortened) if shortened else written


def _amended(written: str, column: int, new: Selector, notation: Notation) -> str:
    """Put new phrases into a record, and leave its remarks and all else as they are."""
    if notation.amend:
        try:
            return notation.amend(" " * column + written, "quote", new.quote)[column:]
        except ReadError:
            return written
    quote = _QUOTE.search(written)
    if quote is None:
        return written
    end = quote.start(1) + len(quote[1].rstrip())
    return written[: quote.start(1)] + notation.write(new.quote) + written[end:]
