"""Words of a text in normal form N1: where phrases may begin and end, the figures, and the negations."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from argmap.text import UNSPACED

_MARKED = ((0x300, 0x2100), (0x302A, 0x309B), (0xA66F, 0xAC00), (0xFB1E, 0xFE30), (0x10A00, 0x12000))  # marks are here
_WORD = re.compile(r"[^\W_]+")

_SEPARATORS = ".,\u066b\u066c"
_CURRENCIES = "$¢-¥\u20a0-\u20cf฿"
_SIGN = re.compile(rf"[<=≤≥≠≈±×÷⁺⁻₊₋√∈∉∧∨]|[{_CURRENCIES}](?= ?\d)|(?<=\d)[{_CURRENCIES}]|(?<=\d )[{_CURRENCIES}]")
_FIGURE = re.compile(r"(?:(?<!\w)[-+](?=\d))?\d+(?:[.,:/]\d+)*(?:\s?[%‰°])?")
NEGATIONS = (
    *("not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor"),
    *("without", "hardly", "scarcely", "barely", "non"),
)
"""The words that turn a statement round; ``cannot`` and the short form ``n't`` count as *not*."""
FILLERS = frozenset(
    (
        *("the", "also", "moreover", "furthermore"),
        *("ausserdem", "zudem", "bovendien", "además", "inoltre"),
        *("desuden", "dessuten", "dessutom", "ponadto", "также"),
    )
)
"""Words that may come and go without a change of meaning, without case, in any language that has them."""
_NEGATION = re.compile(
    rf"(?<!\w)(?:{'|'.join(NEGATIONS[:-1])}|non(?=-)|cannot|[a-z]+n't)(?!\w)",
    re.IGNORECASE,
)


def word_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of the words of a text; in scripts that set no spaces, each character is one.

    The vowel signs and other marks on a letter belong to its word.
    """
    return _WORD if text.isascii() else _word_or_character()


@cache
def _word_or_character() -> re.Pattern[str]:
    letters = rf"[^\W_{UNSPACED}]"
    return re.compile(rf"{letters}++(?:[{marks()}]++{letters}*+)*+|(?=\w)[{UNSPACED}][{marks()}]*+")


@cache
def marks() -> str:
    """Return all marks on letters, as they may stand in the brackets of a pattern."""
    return "".join(chr(at) for begin, end in _MARKED for at in range(begin, end) if is_mark(chr(at)))


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


def words(text: str) -> list[str]:
    """Return the words of a text without case.

    Example:
        >>> words("Wells ran dry: 東京, 4.1 m")
        ['wells', 'ran', 'dry', '東', '京', '4', '1', 'm']
    """
    return [word.casefold() for word in word_pattern(text).findall(text)]


def figures(text: str) -> tuple[str, ...]:
    """Return the figures of a text, each with its sign, separators and per cent sign.

    Example:
        >>> figures("fell -4.1 km/h, or 7 %, on 1,200 streets (2019-2020)")
        ('-4.1', '7%', '1,200', '2019', '2020')
    """
    return tuple("".join(figure.split()) for figure in _FIGURE.findall(text))


def signs(text: str) -> tuple[str, ...]:
    """Return the signs of comparison, reckoning, exponents and money; not ``>``, which may mark the line of a reply.

    Example:
        >>> signs("p ≤ 0.05 and €5, ±2, 10⁻⁸; > $x$ is shown")
        ('≤', '€', '±', '⁻')
    """
    return tuple(_SIGN.findall(text))


def negations(text: str) -> tuple[str, ...]:
    """Return the negations of a text, each as a word of `NEGATIONS`.

    Example:
        >>> negations("It didn't, and No one can; non-binding, never noted")
        ('not', 'no', 'non', 'never')
    """
    found = (negation.casefold() for negation in _NEGATION.findall(text))
    return tuple(negation if negation in NEGATIONS else "not" for negation in found)


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a phrase may begin or end at an offset: not inside a word, and not inside a figure such as 3.5.

    Example:
        >>> [is_boundary("a party of 3.5", at) for at in (2, 3, 7, 12)]
        [True, False, True, False]
    """
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return True
    if is_mark(after):
        return False
    if before.isdigit() and after in _SEPARATORS:
        return not text[at + 1 : at + 2].isdigit()
    if after.isdigit() and before in _SEPARATORS:
        return not (at > 1 and text[at - 2].isdigit())
    return not (_in_word(before) and _in_word(after)) or _is_unspaced(before) or _is_unspaced(after)


def _is_unspaced(character: str) -> bool:
    return not character.isascii() and _unspaced().match(character) is not None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or is_mark(character)


def is_mark(character: str) -> bool:
    """Tell whether a character is a mark on the letter before it, such as an accent or a vowel sign."""
    return not character.isascii() and unicodedata.category(character)[0] == "M"
