"""Any text in Aspartix's notation, fact by fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.errors import did_you_mean
from argmap.frameworks.files._examined.attacks import Attacks
from argmap.frameworks.files._examined.faults import Faults, Word
from argmap.frameworks.files._notation import Drawn
from argmap.text import Span
from argmap.wording import quoted

_QUOTED = r'"(?:[^"\\\r\n]|\\.)*+"'
_BARE = r'[^\s(),"%\x00-\x1f]++'
_SPACE = re.compile(r"(?:\s|%\*(?s:.*?)\*%|%[^\r\n]*+)*+")
_INNER = re.compile(rf"{_QUOTED}|{_BARE}|,")
_FACT = re.compile(rf"(#?[\w?]++)\s*+\(((?:\s|{_QUOTED}|{_BARE}|,)*+)\)\s*+(\.|:-)?")
_REST = re.compile(r"[^\r\n]*?(?:\.(?=\s|%|[a-z]|\Z)|(?=[\r\n]|\Z))")
_ESCAPED = re.compile(r"\\(.)")
_RANGE = re.compile(r"-?[0-9]+\.\.-?[0-9]+")

_BEFORE_COMMA = "a name is missing before this comma"
_BEFORE_NAME = "a comma is missing before this name, or quotes around a name of several words"
_SIZES = {"arg": 1, "att": 2}
_EXAMPLES = {"arg": "an argument is one name, such as 'arg(a).'", "att": "an attack is two names, such as 'att(a,b).'"}
_LEFT_OUT = {
    "support": "supports",
    "sup": "supports",
    "pref": "preferences",
    "val": "values of arguments",
    "valpref": "preferences between values",
    "w": "weights of attacks",
    "weight": "weights",
    "enf": "arguments to be enforced",
    "pos": "arguments to be made acceptable",
    "neg": "arguments to be made unacceptable",
}
"""Facts of richer frameworks that other programs write beside arguments and attacks."""


class _Fact(NamedTuple):
    name: str
    of: list[Word]
    span: Span


def examined(text: str, faults: Faults) -> Drawn:
    """Read any text, and find every fault in it."""
    index: dict[str, int] = {}
    places: dict[str, Span] = {}
    drawn: list[_Fact] = []
    for fact in _facts(text, faults):
        if fact.name == "att":
            drawn.append(fact)  # an argument may be declared after it
        elif fact.of[0].text in index:
            _again(fact.of[0], text, places, faults)
        else:
            index[fact.of[0].text] = len(index)
            places[fact.of[0].text] = fact.span
    attacks = Attacks()
    for fact in drawn:
        unknown = [word for word in fact.of if word.text not in index]
        for word in unknown:
            faults.miss(word.text, word.span)
        if not unknown:
            source, target = (index[word.text] for word in fact.of)
            attacks.add(source, target, fact.span, faults)
    faults.tell_missing(tuple(index), "'arg({}).'")
    return Drawn(attacks.among(tuple(index)), {}, places)


def _again(word: Word, text: str, places: Mapping[str, Span], faults: Faults) -> None:
    """Note that an argument is declared again, or another whose name is the same but for quotes."""
    first = text[places[word.text].start : places[word.text].end]
    if ('"' in first) == (text[word.span.start] == '"'):
        faults.drop("an argument that stands again counts once", word.span)
    else:
        faults.add(
            f"{quoted(word.text)} stands both with and without quotes: these are two names to Aspartix", word.span
        )


def _facts(text: str, faults: Faults) -> Iterator[_Fact]:
    """Go through the facts that say something of a framework, and note what else stands between them."""
    at = _after(_SPACE, text, 0)
    while at < len(text):
        found = _FACT.match(text, at)
        is_fact = found is not None and found[3] != ":-"
        end = found.end() if found else at
        end = end if is_fact else max(_after(_REST, text, end), at + 1)
        if found is None or not is_fact:
            faults.add(_no_fact(text[at:end]), Span(at, end))
        else:
            yield from _fact(found, Span(at, end), faults)
        at = _after(_SPACE, text, end)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _fact(found: re.Match[str], span: Span, faults: Faults) -> Iterator[_Fact]:
    if not found[3]:
        stop = found.end(2) + 1
        faults.add(f"a full stop is missing: {quoted(found.string[span.start : stop] + '.')}", Span(stop, stop))
    words = _names(found, faults)
    if words is not None and _is_told(found[1], words, span, faults):
        yield _Fact(found[1], words, span)


def _names(fact: re.Match[str], faults: Faults) -> list[Word] | None:
    """Return the names in a fact's brackets; None where they are not parted by commas, or are ranges."""
    words: list[Word] = []
    after_comma = True
    for found in _INNER.finditer(fact[0], fact.start(2) - fact.start(), fact.end(2) - fact.start()):
        span = Span(fact.start() + found.start(), fact.start() + found.end())
        is_comma = found[0] == ","
        if is_comma == after_comma:
            faults.add(_BEFORE_COMMA if is_comma else _BEFORE_NAME, span)
            return None
        if _RANGE.fullmatch(found[0]):
            faults.add(f"{quoted(found[0])} is a range of numbers: write a fact for each argument", span)
            return None
        after_comma = is_comma
        if not is_comma:
            words.append(Word(_unquoted(found[0]), span))
    if after_comma:
        faults.add(f"a name is missing in {quoted(fact[0])}", Span(fact.end(2), fact.end(2)))
        return None
    return words


def _unquoted(name: str) -> str:
    if name[0] != '"':
        return name
    return _ESCAPED.sub(lambda escape: "\n" if escape[1] == "n" else escape[1], name[1:-1])


def _is_told(name: str, words: list[Word], span: Span, faults: Faults) -> bool:
    """Tell whether a fact says what a framework has a place for; what is wrong with any other is noted."""
    nameless = next((word for word in words if not word.text.strip()), None)
    if name in _LEFT_OUT:
        faults.drop(f"{_LEFT_OUT[name]} have no place in an abstract framework", span)
    elif name not in _SIZES:
        hint = did_you_mean(name, _SIZES) or "facts are 'arg(a).' and 'att(a,b).'"
        faults.add(f"unknown fact {quoted(name)}: {hint}", Span(span.start, span.start + len(name)))
    elif len(words) != _SIZES[name]:
        here = "here is 1 name" if len(words) == 1 else f"here are {len(words)} names"
        faults.add(f"{_EXAMPLES[name]}: {here}", span)
    elif nameless:
        faults.add("this name is empty", nameless.span)
    else:
        return True
    return False


def _no_fact(piece: str) -> str:
    """Say of a piece of text that it is no fact, and what it may be."""
    if ":-" in piece:
        return f"{quoted(piece)} is a rule: a framework is facts alone, such as 'arg(a).' and 'att(a,b).'"
    if '"' in piece and piece.count('"') % 2:
        return f"{quoted(piece)} has a quotation mark that is not closed"
    return f"{quoted(piece)} is no fact: facts are 'arg(a).' and 'att(a,b).'"
