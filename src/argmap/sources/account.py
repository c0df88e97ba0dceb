"""The account of an intake: what of a file is in its text, what is not, and what a person should look at."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from argmap.model.sources import Intake
from argmap.sources.extract import Extracted, LeftOut
from argmap.text import count_words, first_words
from argmap.wording import counted

_PARAGRAPH = 40
"""Words at one place; a reader misses no fewer."""
_ENOUGH = 0.9
_FIRST = 8
"""Words of a source that a record may hold in a row (design: no long copies)."""


def account(data: bytes, found: Extracted) -> Intake:
    """Return the account that a record keeps.

    Args:
        data: The file.
        found: What was extracted from it.
    """
    return Intake(
        extractor=found.extractor,
        file=sha256(data).hexdigest(),
        kept=count_words(found.text),
        visible=found.visible,
        left_out=tuple(_whole(told(lost)) for lost in found.left_out),
        doubts=tuple(map(_whole, found.doubts)),
    )


def told(lost: LeftOut) -> str:
    """Say what was left out of a kind: how much, and its first words.

    Example:
        >>> told(LeftOut("menus", places=2, words=31, most=25, first="Home About us Contact"))
        'menus at 2 places, 31 words: Home About us Contact …'
        >>> told(LeftOut("pictures", places=1))
        'pictures at 1 place'
    """
    parts = [f"{lost.kind} at {counted(lost.places, 'place')}"]
    if lost.words:
        parts.append(counted(lost.words, "word"))
    first = first_words(lost.first, _FIRST)
    said = ", ".join(parts)
    return f"{said}: {first}{' …' if lost.words > count_words(first) else ''}" if first else said


def _whole(text: str) -> str:
    """Return a text without halves of characters, which no record can hold."""
    return text.encode(errors="replace").decode()


def warnings(intake: Intake, left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    """Yield what a person should look at: where much of a file is not in its text, or a paragraph at one place.

    Args:
        intake: The account.
        left_out: What was left out, kind by kind.

    Example:
        >>> menus = LeftOut("menus", places=2, words=60, most=55, first="Home About us")
        >>> for warning in warnings(Intake("html 1", "", kept=80, visible=140), (menus,)):
        ...     print(warning)
        only 57 percent of the words that a reader sees are in the text
        55 words at one place are not in the text (menus)
    """
    if intake.visible and intake.kept < _ENOUGH * intake.visible:
        yield f"only {100 * intake.kept // intake.visible} percent of the words that a reader sees are in the text"
    for lost in left_out:
        if lost.most >= _PARAGRAPH:
            yield f"{lost.most:,} words at one place are not in the text ({lost.kind})"
