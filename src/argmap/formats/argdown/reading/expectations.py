"""What the front matter expects of statements, by id or title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from argmap.flaws import Flaws
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.expectations import Expectation
from argmap.model.statements import Statement
from argmap.model.titles import in_words
from argmap.native.extras.expectations import EXAMPLE, wrong_word
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def read_expectations(
    value: Any, statements: Iterable[Statement], span_of: Callable[[str], Span], flaws: Flaws
) -> tuple[Expectation, ...]:
    """Return the expectations, from the value of ``expect``: ids or titles with a word or a list of words.

    Args:
        value: The value.
        statements: The statements of the map.
        span_of: Returns where a key is in the front matter, `expect` or a name below it.
        flaws: Where flaws are noted.
    """
    if not value:
        return ()
    if not isinstance(value, dict):
        message = f"'expect' takes ids or titles of statements with a word each: {EXAMPLE}"
        flaws.add(WRONG_VALUE, message, span_of("expect"))
        return ()
    titles = ids_by_title(statements)
    found: dict[str, Expectation] = {}
    for name, given in value.items():
        span, statement = span_of(name), str(titles.get(name) or name)
        words = tuple(_words(name, given, span, flaws))
        if words:
            found.setdefault(statement, Expectation(statement, words, span))
    return tuple(found.values())


def ids_by_title(statements: Iterable[Statement]) -> dict[str, str]:
    """Return the ids of statements by ids and titles; a title that several have, or that is another's id, has none."""
    ids: dict[str, list[str]] = {}
    for statement in statements:
        for name in {statement.title or in_words(statement.id), statement.label}:
            ids.setdefault(name, []).append(statement.id)
        ids.setdefault(statement.id, []).append(statement.id)
    return {name: one for name, (one, *others) in ids.items() if not set(others) - {one}}


def _words(name: str, given: Any, span: Span, flaws: Flaws) -> Iterator[str]:
    for word in as_list(given) or [None]:
        text = as_text(word)
        if wrong := wrong_word(name, text):
            flaws.add(WRONG_VALUE, wrong, span)
        elif text:
            yield text
