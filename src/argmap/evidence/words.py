"""Words of a text in normal form N1: where they begin and end, its figures and its negations."""

from __future__ import annotations

import re
import unicodedata

_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u109f"  # Tibetan, Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff\uff66-\uff9f"  # kana
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]").match
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_CHARACTER = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")

_FIGURE = re.compile(r"(?:(?<!\w)[-+](?=\d))?\d+(?:[.,:/]\d+)*(?:\s?[%‰°])?")
_NEGATION = re.compile(
    r"(?<!\w)(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|scarcely|barely"
    r"|non(?=-)|\w+n't)(?!\w)",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Give the words of a text without case; in scripts that set no spaces, each character is one.

    Example:
        >>> words("Wells ran dry: 東京, 4.1 m")
        ['wells', 'ran', 'dry', '東', '京', '4', '1', 'm']
    """
    return (_WORD if text.isascii() else _WORD_OR_CHARACTER).findall(text.casefold())


def word_spans(text: str) -> list[tuple[int, int]]:
    """Give where each word of a text begins and ends.

    Example:
        >>> word_spans("ran dry.")
        [(0, 3), (4, 7)]
    """
    return [match.span() for match in (_WORD if text.isascii() else _WORD_OR_CHARACTER).finditer(text)]


def figures(text: str) -> list[str]:
    """Give the figures of a text, each with its sign, separators and per cent sign.

    Example:
        >>> figures("fell -4.1 km/h, or 7 %, on 1,200 streets (2019-2020)")
        ['-4.1', '7%', '1,200', '2019', '2020']
    """
    return ["".join(figure.split()) for figure in _FIGURE.findall(text)]


def negations(text: str) -> list[str]:
    """Give the negating words of a text, without case.

    Example:
        >>> negations("It didn't, and no one can; non-binding, never noted")
        ["didn't", 'no', 'non', 'never']
    """
    return [negation.casefold() for negation in _NEGATION.findall(text)]


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a phrase may begin or end at an offset: not inside a word, and not inside a figure such as 3.5.

    Example:
        >>> [is_boundary("a party of 3.5", at) for at in (2, 3, 7, 12)]
        [True, False, True, False]
    """
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isdigit() and after in ".,":
        return not text[at + 1 : at + 2].isdigit()
    if after.isdigit() and before in ".,":
        return not (at > 1 and text[at - 2].isdigit())
    return not (_in_word(before) and _in_word(after)) or bool(_IS_UNSPACED(before) or _IS_UNSPACED(after))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
