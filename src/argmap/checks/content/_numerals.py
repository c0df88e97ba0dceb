"""Numbers as they are written in figures and in English words, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES + _TEENS, 1)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, 2)} | {"a": 1, "an": 1}
_MAGNITUDES = {"dozen": 12, "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "mrd": 10**9, "tn": 10**12}
_UNITS_TOO = {"k": 10**3, "m": 10**6}  # kelvin and metres as well
_DENOMINATORS = {
    "half": 2,
    "halve": 2,
    "quarter": 4,
    "fourth": 4,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
_DENOMINATORS |= {"third": 3, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_LONGEST = 30


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})(?!\\w)"


_MAGNITUDE = _any(_MAGNITUDES)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})[ -]{_any(_ONES)}|{_any(_TENS + _TEENS + _ONES)})"
_IN_WORDS = rf"(?:{_SMALL}|an?(?=[ -]{_MAGNITUDE}))(?:(?:[ -]{_MAGNITUDE})+(?:(?:,? and |[ -]){_SMALL})?)*"
_PART_OF = rf"(?:half|a quarter of) an? {_MAGNITUDE}"
_IN_FIGURES = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?"
)
NUMBER = rf"(?:{_IN_FIGURES}|{_PART_OF}|{_IN_WORDS})"
"""Pattern of a number, in lower case or not: ``1,200``, ``two hundred and five``, ``half a million``."""
MIXED = r" and (?:an? half|an? third|two[ -]thirds|an? quarter|three[ -]quarters)(?!\w)"
"""Pattern of what follows a whole number: `` and a half``."""
SCALE = rf"(?:(?:[ -]?{_MAGNITUDE})+| ?{_any((*_SHORT, *_UNITS_TOO))})"
"""Pattern of a magnitude after a number: `` million``, ``bn``."""
DENOMINATOR = rf"(?:{'|'.join(_DENOMINATORS)})s?(?!\w)(?! of an? {_MAGNITUDE})"
"""Pattern of the lower part of a fraction in words."""

_GROUPS_OF_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_GROUPS_OF_DOTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def readings(number: str) -> tuple[Fraction, ...]:
    """Return what a number may stand for: one value, two for ``1.200``, none for a row of digits that is not a number.

    Args:
        number: What `NUMBER` matches.

    Example:
        >>> [str(readings(each)[0]) for each in ("1,200", "1 200", "0,5", "Two hundred and five", "half a million")]
        ['1200', '1200', '1/2', '205', '500000']
        >>> readings("1.200"), readings("१२,३४,५६७"), readings("0,123,456")
        ((Fraction(1200, 1), Fraction(6, 5)), (Fraction(1234567, 1),), ())
    """
    if not number[0].isdigit():
        return (_in_words(number.casefold()),)
    if len(number) > _LONGEST:
        return ()
    plain = number.replace(" ", "").replace("'", "")
    if not plain.isascii():
        plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)
    if _GROUPS_OF_COMMAS.fullmatch(plain):
        return (Fraction(plain.replace(",", "")),)
    if not _GROUPS_OF_DOTS.fullmatch(plain):
        decimal = plain.replace(",", ".")
        return (Fraction(decimal),) if decimal.count(".") < 2 else ()
    grouped = Fraction(plain.replace(".", "").replace(",", "."))
    return (grouped,) if plain.count(".") > 1 else (grouped, Fraction(plain.replace(",", "")))


def _in_words(number: str) -> Fraction:
    words = re.findall(r"[a-z]+", number)
    if words[0] == "half" or "quarter" in words:
        return Fraction(_MAGNITUDES[words[-1]], 2 if words[0] == "half" else 4)
    total = current = 0
    for word in words:
        if word == "hundred":
            current *= 100
        elif word in _MAGNITUDES:
            total, current = (total + current * _MAGNITUDES[word], 0) if current else (total * _MAGNITUDES[word], 0)
        else:
            current += _WORDS.get(word, 0)
    return Fraction(total + current)


def scales(magnitude: str) -> tuple[int, ...]:
    """Return what a magnitude may multiply a number by; two for ``m`` and ``k``, which may be units.

    Args:
        magnitude: What `SCALE` matches, or nothing.

    Example:
        >>> scales(" hundred thousand"), scales("m"), scales("")
        ((100000,), (1000000, 1), (1,))
    """
    words = re.findall(r"[a-z]+", magnitude.casefold())
    if words and words[0] in _UNITS_TOO:
        return (_UNITS_TOO[words[0]], 1)
    product = 1
    for word in words:
        product *= _MAGNITUDES.get(word) or _SHORT[word]
    return (product,)


def part(count: str, denominator: str) -> Fraction:
    """Return the value of a fraction in words.

    Example:
        >>> part("two", "thirds")
        Fraction(2, 3)
    """
    below = _DENOMINATORS[denominator.casefold().removesuffix("s")]
    return (readings(count) or (Fraction(0),))[0] / below
