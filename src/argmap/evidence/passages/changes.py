"""What a changed passage says otherwise: the figures, negations and other signal words that came, went, were replaced.

The lock keeps no words. It has the figures as they are, and a key of 24 bits for each signal word, so that those of the
languages in question can be told; words that are no signals are known by codes of 12 bits. That is enough to see that
*unsafe* stands where *safe* stood: without its prefix the new word has the code of the old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from attrs import frozen

from argmap.evidence.lockfile import Record, decode, word_keys
from argmap.evidence.text.gist import figure_value
from argmap.evidence.text.languages.classes import Kind, classes_of
from argmap.evidence.text.signals import Signal, beside, numerals, signals
from argmap.evidence.text.tokens import Gram, code, codes
from argmap.evidence.text.words import NEGATIONS, word_pattern
from argmap.text import Span

_Block = tuple[str, int, int, int, int]
_KEY = 4  # characters of the key of a word
_SHORTEST_STEM = 2  # letters of a word before what is put into it


@frozen
class Changes:
    """What came and went.

    Attributes:
        lost: What the passage had and lacks now.
        gained: What it has now and lacked.
        replaced: Of these, what stands in the place of what, of the same kind.
    """

    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()


@frozen
class _Placed:
    """A signal, and the index of the word that it is, or None where it is only part of one."""

    signal: Signal
    at: int | None


def changes(record: Record, text: str, span: Span) -> Changes:
    """Compare the signals of a passage, and the negations right beside it, with those that were locked.

    Args:
        record: What the lock keeps of the passage as it was.
        text: The text as it is, in normal form N1.
        span: The passage in it.
    """
    passage = text[span.start : span.end]
    held, row = decode(record.sketch), codes(passage)
    before, after = list(_recorded(record)), list(_found(passage, record.languages))
    blocks = [block for block in SequenceMatcher(None, held, row, autojunk=False).get_opcodes() if block[0] != "equal"]
    signal = Changes() if before == after else _compared(_placed(before, held), _placed(after, row), blocks)
    opposites = [pair for pair in _opposites(blocks, record, passage) if pair[1] not in signal.gained]
    inside = Changes(
        (*signal.lost, *(old for old, _ in opposites)),
        (*signal.gained, *(new for _, new in opposites)),
        (*signal.replaced, *opposites),
    )
    return _together(inside, changes_beside(record, text, span))


def _compared(before: Sequence[_Placed], after: Sequence[_Placed], blocks: Sequence[_Block]) -> Changes:
    """Compare signals that are not the same, where the words of the passages differ in some blocks."""
    kept = Counter(each.signal for each in before) & Counter(each.signal for each in after)
    lost = _surplus(before, kept, [(a, b) for _, a, b, _, _ in blocks])
    gained = _surplus(after, kept, [(c, d) for _, _, _, c, d in blocks])
    replaced = [pair for _, a, b, c, d in blocks for pair in _pairs(_within(lost, a, b), _within(gained, c, d))]
    replaced += _pairs(_within(lost), _within(gained))
    if not lost and not gained:
        exchanged = _exchanged([each.signal.word for each in before], [each.signal.word for each in after])
        return Changes(exchanged[:1], exchanged[1:], (exchanged,))
    return Changes(
        tuple(each.signal.word for each in lost), tuple(each.signal.word for each in gained), tuple(replaced)
    )


def changes_beside(record: Record, text: str, span: Span) -> Changes:
    """Compare the negations right beside a passage with those that were locked; an old lock has none."""
    if not record.gist:
        return Changes()
    before = Counter(signal.word for signal in _with_keys(record.beside, record.languages))
    after = Counter(signal.word for signal in beside(text, span, record.languages))
    return Changes(tuple((before - after).elements()), tuple((after - before).elements()))


def _together(inside: Changes, outside: Changes) -> Changes:
    """Add what changed beside a passage, but for what only passed its edge."""
    if outside == Changes():
        return inside
    lost, gained = Counter((*inside.lost, *outside.lost)), Counter((*inside.gained, *outside.gained))
    return Changes(tuple((lost - gained).elements()), tuple((gained - lost).elements()), inside.replaced)


def _exchanged(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Return the signals that changed places with each other, as in *15 men and 50 women*, *50 men and 15 women*."""
    different = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    first, stop = different[0], different[-1] + 1
    return " ".join(before[first:stop]), " ".join(after[first:stop])


def _recorded(record: Record) -> Iterator[Signal]:
    """Yield the signals that a lock tells of."""
    yield from (Signal(figure_value(figure, record.languages), Kind.FIGURE) for figure in record.figures)
    yield from _with_keys(record.signals, record.languages)


def _with_keys(keys: str, languages: tuple[str, ...]) -> Iterator[Signal]:
    known = _known(languages)
    each = (keys[at : at + _KEY] for at in range(0, len(keys), _KEY))
    yield from (known[key] for key in each if key in known)


def _found(passage: str, languages: tuple[str, ...]) -> Iterator[Signal]:
    yield from (Signal(figure, Kind.FIGURE) for figure in numerals(passage, languages))
    yield from signals(passage, languages)


@cache
def _known(languages: tuple[str, ...]) -> dict[str, Signal]:
    kinds = classes_of(languages).kinds if languages else dict.fromkeys(NEGATIONS, Kind.NEGATION)
    return {word_keys([word]): Signal(word, kind) for word, kind in kinds.items()}


def _placed(found: Iterable[Signal], row: Sequence[int]) -> list[_Placed]:
    """Find which words of a passage its signals are; each word is one signal at most."""
    where: dict[int, list[int]] = {}
    for at in reversed(range(len(row))):  # so that the first is taken from the end
        where.setdefault(row[at], []).append(at)
    placed = []
    for signal in found:
        wanted = _codes(signal.word)
        starts = where.get(wanted[0], []) if wanted else []
        fitting = [start for start in starts if tuple(row[start : start + len(wanted)]) == wanted]
        if fitting:
            starts.remove(fitting[-1])
        placed.append(_Placed(signal, fitting[-1] if fitting else None))
    return placed


@lru_cache(maxsize=1 << 14)
def _codes(word: str) -> Gram:
    return codes(word)


def _surplus(found: Sequence[_Placed], kept: Counter[Signal], changed: Sequence[tuple[int, int]]) -> list[_Placed]:
    """Return the signals that the other passage lacks; of equal ones those where something changed."""

    def is_changed(each: _Placed) -> bool:
        return each.at is None or any(start <= each.at < end for start, end in changed)

    left = Counter(kept)
    surplus = []
    for each in sorted(found, key=is_changed):
        if left[each.signal]:
            left[each.signal] -= 1
        else:
            surplus.append(each)
    return sorted(surplus, key=found.index)


def _within(found: Iterable[_Placed], start: int | None = None, end: int = 0) -> list[Signal]:
    """Return the signals that stand in a row of words; without a start, those that are no words of their own."""
    if start is None:
        return [each.signal for each in found if each.at is None]
    return [each.signal for each in found if each.at is not None and start <= each.at < end]


def _pairs(lost: Sequence[Signal], gained: Sequence[Signal]) -> Iterator[tuple[str, str]]:
    """Pair what came with what went at one place, kind by kind, where there is as much of either."""
    for kind in Kind:
        old, new = ([signal.word for signal in found if signal.kind is kind] for found in (lost, gained))
        if len(old) == len(new):
            yield from zip(old, new, strict=True)


def _opposites(blocks: Iterable[_Block], record: Record, passage: str) -> Iterator[tuple[str, str]]:
    """Yield the words that were turned round by a part of theirs, each with the word that stood there."""
    held, words = decode(record.sketch), word_pattern(passage).findall(passage)
    for what, a, b, c, d in blocks:
        if what != "replace" or b - a != d - c:
            continue
        for i in range(d - c):
            new = words[c + i].casefold()
            old = next((old for old, is_ in _turned(new, record.languages) if is_ == held[a + i]), None)
            if old:
                yield old, new


@lru_cache(maxsize=1 << 12)
def _turned(word: str, languages: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return what a word would be with, without or with another part that makes an opposite, each with its code."""
    return tuple((turned, code(turned)) for turned in _opposites_of(word, languages))


def _opposites_of(word: str, languages: tuple[str, ...]) -> Iterator[str]:
    known = classes_of(languages)
    stems = [word.removeprefix(part) for part in known.prefixes if word.startswith(part)]
    yield from stems
    yield from (part + stem for stem in (word, *stems) for part in known.prefixes)
    stems = [word.removesuffix(part) for part in known.suffixes if word.endswith(part)]
    yield from stems
    yield from (stem + part for stem in (word, *stems) for part in known.suffixes)
    for part in known.infixes:
        for at in range(_SHORTEST_STEM, len(word)):
            if word.startswith(part, at):
                yield word[:at] + word[at + len(part) :]
            yield word[:at] + part + word[at:]
