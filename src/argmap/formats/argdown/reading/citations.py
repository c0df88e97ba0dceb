"""Data in braces to passages and citations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.lint.data_keys import note_cut
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.weights import weight_in
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.native import citation as short_form
from argmap.native import fields
from argmap.native.citing import same
from argmap.native.citing import slips as citation_slips
from argmap.native.instead import instead
from argmap.native.scalars import inline
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_NO_SOURCE = (
    "a citation needs a source: write 'id \"phrase … phrase\"', "
    "or name the analysed text in the front matter with 'about:'"
)
_UNEVEN_QUOTES = (
    "the quotation marks of this citation do not match: close each one, and where a phrase has a comma or a colon, "
    "put single ones around all of it, as in {cite: 'source \"phrase, phrase\" p. 12'}"
)

_KEYS = {"a passage": fields.PASSAGE, "a citation": fields.CITATION}

_Cited = tuple[str, Selector | None, str | None, dict[str, Any]]
"""The source, the words and the place in it, and the record, if it is written as one."""


def read_passages(reading: Reading, value: Any, owner: str, span: Span) -> tuple[Passage, ...]:
    """Return the passages of a statement, from the value of ``from``."""
    items = as_list(value)
    if same.SAME in items:
        reading.flaws.add(WRONG_VALUE, same.NO_PASSAGE, span, owner)
        items = [item for item in items if item != same.SAME]
    return tuple(
        Passage(source, selector, locator, span)
        for source, selector, locator, _ in _cited(reading, items, owner, span, "a passage")
    )


def read_citations(
    reading: Reading, value: Any, owner: str, span: Span, passages: Sequence[Passage] | None
) -> Iterator[Citation]:
    """Yield the citations of a statement, from the value of ``cite``.

    Args:
        reading: What is read so far.
        value: The value.
        owner: Id of the statement.
        span: Where it stands.
        passages: What stands under ``from`` beside it; None where there is none.
    """
    are_cited = False
    for item in as_list(value):
        word = as_text(item)
        if word and same.is_same(word, has_from=passages is not None):
            wrong = same.trouble(word, _in_braces(same.SAME), has_from=passages is not None, is_second=are_cited)
            if wrong:
                reading.flaws.add(WRONG_VALUE, wrong, span, owner)
            for each in () if are_cited else passages or ():
                name = reading.ids.make(f"{owner}@{each.source}")
                yield Citation(name, each.source, each.selector, each.locator, span=each.span, statement=owner)
            are_cited = True
            continue
        for source, selector, locator, record in _cited(reading, [item], owner, span, "a citation"):
            given = as_text(record.get("id"))
            name = given if given and reading.ids.claim(given) else reading.ids.make(f"{owner}@{source}")
            stance, fair = _stance(record, owner, span, reading.flaws), _fair(record, owner, span, reading.flaws)
            weight = weight_in(record, span, reading.flaws, owner)
            yield Citation(name, source, selector, locator, stance, span, owner, fair=fair, weight=weight)


def _stance(record: dict[str, Any], owner: str, span: Span, flaws: Flaws) -> Stance:
    value = as_text(record.get("stance")) or "supports"
    if value not in list(Stance):
        hint = did_you_mean(value, map(str, Stance)) or f"it must be one of {', '.join(Stance)}"
        flaws.add(WRONG_VALUE, f"'stance' cannot be {value!r}: {hint}", span, owner)
        return Stance.SUPPORTS
    return Stance(value)


def _fair(record: dict[str, Any], owner: str, span: Span, flaws: Flaws) -> bool:
    value = record.get("fair", False)
    if not isinstance(value, bool):
        was = "nothing" if value is None else "an empty text" if value == "" else repr(value)
        flaws.add(WRONG_VALUE, f"'fair' takes true or false, and this is {was}", span, owner)
    return value is True


def _cited(reading: Reading, items: Sequence[Any], owner: str, span: Span, what: str) -> Iterator[_Cited]:
    flaws = reading.flaws
    for item in items:
        record: dict[str, Any] = {}
        if isinstance(item, dict):
            record = item
            check_keys(record, _KEYS[what], what, owner, span, flaws)
            found = _reference(record)
            if found.source is None and found.selector is None:
                flaws.add(WRONG_VALUE, f"{what} names a source, or phrases in 'quote:', or both", span, owner)
                continue
        elif text := as_text(item):
            found = short_form.parse(text)
            slip = citation_slips.slip(text, found, reading.about)
            is_uneven = text.count('"') % 2
            if slip and not is_uneven:
                flaws.add(WRONG_VALUE, slip.message(_in_braces), span, owner)
                found = short_form.parse(slip.mended) if slip.is_meant else found
                if found.source is None and reading.about is None:
                    continue
        else:
            flaws.add(WRONG_VALUE, f"{what} is a text, 'source \"phrase … phrase\" p. 12'", span, owner)
            continue
        source = found.source or reading.about
        is_uneven = found.source is None and isinstance(item, str) and item.count('"') % 2
        if is_uneven or source is None:
            flaws.add(WRONG_VALUE, _UNEVEN_QUOTES if is_uneven else _NO_SOURCE, span, owner)
            continue
        yield source, found.selector, found.locator, record


def _in_braces(citation: str) -> str:
    return f"{{cite: {inline(citation, flow=True)}}}"


def _reference(record: dict[str, Any]) -> short_form.Reference:
    quote, number = as_text(record.get("quote")), record.get("nth")
    nth = number if isinstance(number, int) and number > 0 else None
    selector = Selector(quote, nth) if quote else None
    return short_form.Reference(as_text(record.get("source")), selector, as_text(record.get("at")))


def check_keys(record: dict[str, Any], known: Collection[str], what: str, owner: str, span: Span, flaws: Flaws) -> None:
    """Note the keys that a record cannot have."""
    rests = note_cut(record, known, span, owner, flaws)
    for key in record:
        if key not in known and key not in rests:
            hint = instead(what, key, owner, []) or did_you_mean(key, known)
            hint = hint or f"{what} may have {', '.join(k for k in known if k[0] != '$')}"
            flaws.add(UNKNOWN_KEY, f"unknown key {key!r} in {what}: {hint}", span, owner)
