"""The closed classes of words of many languages: negations, number words, quantifiers, modals, words of order.

``words.txt`` was written for argmap and says what its lines are; ``numbers.txt`` was made from Unicode CLDR by
``docs/make_number_words.py``. Both are read when a passage is first locked or compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from attrs import field, frozen

from argmap.evidence.text.languages.spelling import plain
from argmap.evidence.text.normalise import normal_text

_FOLDER = Path(__file__).parent
_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")
_SHORTEST_PART = 2  # letters of a number word that may stand inside a compound
_GLUE = {"de": "und", "nl": "en", "da": "og", "no": "og", "sv": "och", "fil": "t", "it": "e", "sk": "a", "cs": "a"}


class Kind(StrEnum):
    """What a word of a closed class does to a statement."""

    NEGATION = "negation"
    FIGURE = "figure"
    QUANTIFIER = "quantifier"
    MODAL = "modal"
    ORDER = "order"


_KINDS = {
    "when": Kind.ORDER,
    "may": Kind.MODAL,
    "many": Kind.QUANTIFIER,
    "figure": Kind.FIGURE,
    "part": Kind.NEGATION,
    "not": Kind.NEGATION,
}


@frozen(eq=False)
class Classes:
    """The classes of some languages together.

    Attributes:
        kinds: The kind of each word, by its plain form; see `plain`.
        fillers: Words that may come and go, by their plain form.
        inside: Finds what stands inside words, or in a script without spaces; None where these languages have none.
            What it finds is a word of `kinds`, or else innocent.
        fillers_inside: The same for fillers.
        prefixes: What makes an opposite at a word's beginning.
        suffixes: What makes an opposite at its end.
        infixes: What makes an opposite within it.
        glue: What may stand between the parts of a number word.
    """

    kinds: Mapping[str, Kind] = field(repr=False)
    fillers: frozenset[str]
    inside: re.Pattern[str] | None
    fillers_inside: re.Pattern[str] | None
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    infixes: tuple[str, ...]
    glue: frozenset[str]


@cache
def classes_of(languages: tuple[str, ...]) -> Classes:
    """Return the classes of some languages, as their two or three letters.

    Example:
        >>> classes_of(("de",)).kinds["keine"], classes_of(("fr", "de")).kinds["jamais"]
        (<Kind.NEGATION: 'negation'>, <Kind.NEGATION: 'negation'>)
    """
    told = [_read().get(language, {}) for language in languages]
    kinds: dict[str, Kind] = {}
    for name, kind in _KINDS.items():
        kinds |= {word.strip("-"): kind for words in told for word in words.get(name, ())}
    affixes = [affix for words in told for affix in words.get("prefix", ())]
    return Classes(
        kinds=kinds,
        fillers=frozenset(word for words in told for word in words.get("filler", ())),
        inside=_inside(languages, _KINDS),
        fillers_inside=_inside([code for code in languages if code in _UNSPACED], ("filler",)),
        prefixes=tuple(affix for affix in affixes if affix[0] not in "+*"),
        suffixes=tuple(affix[1:] for affix in affixes if affix[0] == "+"),
        infixes=tuple(affix.strip("*") for affix in affixes if affix[0] == "*"),
        glue=frozenset(_GLUE[code] for code in languages if code in _GLUE),
    )


def common_words() -> Iterator[tuple[str, str]]:
    """Yield the commonest words of each language, with the language."""
    for language, words in _read().items():
        for name in ("stop", *_KINDS):
            yield from ((word, language) for word in words.get(name, ()) if "-" not in word)


def number_parts(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the number words that a word is made of; none for one that is not made of them alone.

    Example:
        >>> number_parts("dreihundertfünfundzwanzig", ("de",)), number_parts("zweifellos", ("de",))
        (('dreihundert', 'fünfundzwanzig'), ())
    """
    known = classes_of(languages)
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(_SHORTEST_PART, len(word) + 1):
        for start in sorted(reached):
            part = word[start:end]
            if len(part) >= _SHORTEST_PART and known.kinds.get(part) is Kind.FIGURE:
                reached[end] = (*reached[start], part)
                break
            if start and end < len(word) and part in known.glue:
                reached.setdefault(end, reached[start])
    return reached.get(len(word), ())


@cache
def _read() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    languages: dict[str, dict[str, tuple[str, ...]]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for line in _lines("words.txt"):
        if line.startswith("["):
            words = languages.setdefault(line.strip("[]"), {})
        else:
            name, *rest = line.split()
            words[name] = tuple(map(plain, rest))
    for line in _lines("numbers.txt"):
        language, *rest = line.split()
        known = languages.setdefault(language, {})
        known["figure"] = (*known.get("figure", ()), *map(plain, rest))
    return languages


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield normal_text(line)


def _inside(languages: Iterable[str], names: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern of what stands inside words: the parts of all languages, every word of unspaced ones."""
    found: list[str] = []
    for language in languages:
        words = _read().get(language, {})
        chosen = names if language in _UNSPACED else [name for name in names if name == "part"]
        found += [word for name in chosen for word in words.get(name, ())]
        found += (*words.get("but", ()), *words.get("filler", ())) if chosen else ()
    return re.compile("|".join(map(_part, sorted(found, key=len, reverse=True)))) if found else None


def _part(word: str) -> str:
    pattern = re.escape(word.strip("-"))
    if word.endswith("-"):
        return rf"\A{pattern}"
    return rf"{pattern}\Z" if word.startswith("-") else pattern
