"""The words of a passage on which its meaning turns: figures, negations, quantifiers, modals, words of order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from argmap.evidence.text.gist import figure_value, letters, without_citations
from argmap.evidence.text.languages.classes import Kind, classes_of, number_parts
from argmap.evidence.text.languages.spelling import plain, uncontracted
from argmap.evidence.text.words import figures, negations
from argmap.text import UNSPACED, Span

_SIGNS = re.compile(r"[$¢-¥\u20a0-\u20cf฿±×÷≤≥<>=≠≈⁺⁻₊₋√∈∉∧∨?؟？]|(?<=\w)[+#]")
_NUMERALS = re.compile(r"[〇零一二三四五六七八九十百千万亿億兆萬两兩]+")
_CLITICS = {
    "ar": ("وال", "بال", "لل", "ال", "و", "ف", "ب", "ل", "ك"),
    "he": ("וה", "שה", "ו", "ה", "ב", "ל", "מ", "ש", "כ"),
}
_QUOTES = re.compile("[\"'「」『』]")
_SENTENCE_END = re.compile(r"[!?…。！？؟।|።၊။]|\.(?=\s|\Z)")
_BESIDE = 40  # characters on either side of a passage
_NEAREST = 2  # words of these
_SHORTEST_COMPOUND = 5  # letters


class Signal(NamedTuple):
    """A word or figure on which the meaning turns.

    Attributes:
        word: As it is told to people: without case.
        kind: What it does.
    """

    word: str
    kind: Kind


def signals(text: str, languages: tuple[str, ...]) -> tuple[Signal, ...]:
    """Return the signal words of a text in normal form N1, in order; its figures are `numerals`.

    Args:
        text: The passage.
        languages: Codes of the languages that it may be in; none for the negations of English alone.

    Example:
        >>> [signal.word for signal in signals("They mustn't sell fifty-two wells before May", ("en",))]
        ['must', 'not', 'fifty', 'two', 'before', 'may']
        >>> [signal.word for signal in signals("这里的水不安全", ("zh",))]
        ['不']
    """
    if not languages:
        return tuple(Signal(word, Kind.NEGATION) for word in negations(text))
    found: list[Signal] = []
    if not text.isascii():
        text = _QUOTES.sub("", text)  # which part the words of a script without spaces
    for word in _words().findall(without_citations(text)):
        found += _signals_of(word, languages)
    return tuple(found)


def beside(text: str, span: Span, languages: tuple[str, ...]) -> tuple[Signal, ...]:
    """Return the negations right beside a passage: at most two words from it, and in its sentence.

    Args:
        text: The whole text, in normal form N1.
        span: The passage.
        languages: Codes of the languages that it may be in.

    Example:
        >>> [signal.word for signal in beside("Not all wells are safe.", Span(4, 22), ("en",))]
        ['not']
    """
    before = _SENTENCE_END.split(text[max(0, span.start - _BESIDE) : span.start])[-1]
    ended = _SENTENCE_END.fullmatch(text[max(0, span.end - 1) : span.end])
    after = "" if ended else _SENTENCE_END.split(text[span.end : span.end + _BESIDE])[0]
    words = _near().findall(before)[-_NEAREST:], _near().findall(after)[:_NEAREST]
    found = (signal for near in words for signal in signals(" ".join(near), languages))
    return tuple(signal for signal in found if signal.kind is Kind.NEGATION)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(letters())


def numerals(text: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the figures of a text in normal form N1, in digits or numerals of any script, in one form, and its signs.

    Example:
        >>> numerals("在 1,200 口井中有三十五口 [4]", ("zh",))
        ('1200', '三十五')
    """
    plain_text = without_citations(text)
    found = [figure_value(figure, languages) for figure in figures(plain_text)]
    found += _SIGNS.findall(plain_text)
    if not plain_text.isascii():
        found += [numeral for numeral in _NUMERALS.findall(plain_text) if numeral != "一"]
        found += _hangul_numeral().findall(plain_text)
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _signals_of(word: str, languages: tuple[str, ...]) -> tuple[Signal, ...]:
    folded, *negated = uncontracted(plain(word))
    if negated:
        return (*_signals_of(folded, languages), Signal("not", Kind.NEGATION))
    kinds = classes_of(languages).kinds
    for form in _forms(folded, languages):
        if form in kinds:
            return (Signal(form, kinds[form]),)
    if len(folded) >= _SHORTEST_COMPOUND:
        parts = number_parts(folded, languages)
        if parts:
            return tuple(Signal(part, Kind.FIGURE) for part in parts)
    inside = classes_of(languages).inside
    found = inside.findall(folded) if inside else []
    return tuple(Signal(part, kinds[part]) for part in found if part in kinds)


def _forms(word: str, languages: tuple[str, ...]) -> Iterator[str]:
    """Yield a word, and what is left of it without an article or conjunction that is written with it."""
    yield word
    for language in languages:
        for clitic in _CLITICS.get(language, ()):
            if word.startswith(clitic) and len(word) > len(clitic) + 1:
                yield word[len(clitic) :]


@cache
def _near() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]{{1,4}}|[^\s{UNSPACED}]+")


@cache
def _hangul_numeral() -> re.Pattern[str]:
    return re.compile(
        r"(?<![가-힣])(?:[일이삼사오육칠팔구]?[십백천만억])+[일이삼사오육칠팔구]?(?=[\s명년월일원개배건%]|퍼센트|\Z)"
    )
