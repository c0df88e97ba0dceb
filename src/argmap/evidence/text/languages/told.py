"""Which languages a passage may be in: by its script, its commonest words, and what the source's record says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from argmap.evidence.text.languages.classes import common_words
from argmap.evidence.text.languages.spelling import plain

_SCRIPTS = {
    "\u0370-\u03ff\u1f00-\u1fff": ("el",),
    "\u0400-\u052f": ("ru", "uk", "bg", "sr", "mk"),
    "\u0530-\u058f": ("hy",),
    "\u0590-\u05ff": ("he",),
    "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc": ("ar", "fa", "ur", "sd"),
    "\u0900-\u097f": ("hi", "mr", "ne"),
    "\u0980-\u09ff": ("bn",),
    "\u0a00-\u0a7f": ("pa",),
    "\u0a80-\u0aff": ("gu",),
    "\u0b00-\u0b7f": ("or",),
    "\u0b80-\u0bff": ("ta",),
    "\u0c00-\u0c7f": ("te",),
    "\u0c80-\u0cff": ("kn",),
    "\u0d00-\u0d7f": ("ml",),
    "\u0e00-\u0e7f": ("th",),
    "\u0e80-\u0eff": ("lo",),
    "\u1000-\u109f": ("my",),
    "\u10a0-\u10ff": ("ka",),
    "\u1200-\u139f": ("am",),
    "\u1780-\u17ff": ("km",),
    "\u1100-\u11ff\uac00-\ud7af": ("ko",),
    "\u3040-\u30ff\uff66-\uff9f": ("ja",),
    "\u3400-\u9fff\uf900-\ufaff": ("zh",),
}
_OTHER = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u2bff\\s]")
_SHARE = 0.2  # of the letters that make a script one of the passage's
_CLOSE = 0.6  # of the best language's score, from which another is as likely
_TELLING = 2  # common words that tell the language of a passage
_WORDS = re.compile(r"[^\W\d_]+").findall
_ALIKE = {"nb": "no", "nn": "no", "tl": "fil", "cmn": "zh", "yue": "zh", "sh": "hr", "in": "id", "iw": "he"}


def languages_of(text: str, declared: str | None = None, around: str = "") -> tuple[str, ...]:
    """Tell the languages that a passage may be in.

    Args:
        text: The passage.
        declared: The language that the source's record says, as a BCP 47 tag.
        around: The passage with some of what is around it, for one whose own words do not tell.

    Returns:
        Codes of languages; where nothing tells them apart, all of the script.

    Example:
        >>> languages_of("Die Stadt hat keine Schulden"), languages_of("Город не имеет долгов", "ru-RU")
        (('de',), ('ru',))
    """
    found: list[str] = []
    said = (declared or "").lower().partition("-")[0]
    said = _ALIKE.get(said, said)
    for candidates in _scripts(text):
        likely = candidates
        scores = _scores(text, candidates, said)
        if len(candidates) > 1 and max(scores.values()) < _TELLING:
            fewest = min(_strange(text, language) for language in candidates)
            likely = tuple(language for language in candidates if _strange(text, language) == fewest)
            scores = _scores(around or text, likely, said)
        best = max(scores.values())
        if best > 0:
            likely = tuple(language for language, score in scores.items() if score > 0 and score >= _CLOSE * best)
        found += likely
    return tuple(dict.fromkeys(found))


def _scores(text: str, candidates: Iterable[str], said: str) -> dict[str, float]:
    """Count the common words of each language, less the letters that it lacks; what the record says counts as two."""
    common = _common()
    counted = Counter([language for word in _WORDS(_lowered(text)) if word in common for language in common[word]])
    others = not text.isascii()
    return {
        language: counted[language] - (_strange(text, language) if others else 0) + _TELLING * (language == said)
        for language in candidates
    }


def _lowered(text: str) -> str:
    return text.lower() if text.isascii() else plain(text)


def _strange(text: str, language: str) -> int:
    """Count the letters of a text that no word of a language has."""
    if text.isascii():
        return 0
    return len({letter for letter in text.lower() if letter > "\x7f" and letter.isalpha()} - _letters()[language])


def _scripts(text: str) -> list[tuple[str, ...]]:
    """Return the languages of each script of a text."""
    if text.isascii():
        return [_latin()]
    others = "".join(_OTHER.findall(text))
    letters = len(others) + sum(map(str.isalpha, text)) - sum(map(str.isalpha, others))
    found = []
    if others:
        shares = {languages: len(pattern.findall(others)) for languages, pattern in _patterns()}
        found = [languages for languages, share in shares.items() if share > _SHARE * letters]
        if ("ja",) in found and ("zh",) in found:
            found.remove(("zh",))
    if not found or letters - len(others) > _SHARE * letters:
        found.append(_latin())
    return found


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((languages, re.compile(f"[{letters}]")) for letters, languages in _SCRIPTS.items())


@cache
def _latin() -> tuple[str, ...]:
    others = {language for languages in _SCRIPTS.values() for language in languages}
    return tuple(sorted({language for _, language in common_words()} - others))


@cache
def _common() -> dict[str, tuple[str, ...]]:
    languages: dict[str, set[str]] = {}
    for word, language in common_words():
        languages.setdefault(word, set()).add(language)
    return {word: tuple(found) for word, found in languages.items()}


@cache
def _letters() -> dict[str, set[str]]:
    letters: dict[str, set[str]] = {}
    for word, language in common_words():
        letters.setdefault(language, set()).update(word)
    return letters
