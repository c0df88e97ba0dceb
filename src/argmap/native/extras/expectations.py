"""What a map expects of its statements: after an id a word of the evaluation, or several of which one is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap.errors import did_you_mean
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaws
from argmap.model.expectations import Expectation
from argmap.native.ids import is_id
from argmap.native.tree import Mapping, Node, Scalar, Sequence, describe, span
from argmap.native.values import items, shown
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.wrong_value import RULE as WRONG_VALUE

WORDS = tuple(map(str, Standing))
"""What can be expected of a statement."""

EXAMPLE = "write it as expect: {adopt-30: accepted}"
"""How an expectation is written, for messages."""

_RIGHT = f"one of {', '.join(WORDS)} is right"


def read_expectations(node: Node, flaws: Flaws) -> tuple[Expectation, ...]:
    """Read what stands after ``expect``.

    Args:
        node: Ids of statements with what is expected of each.
        flaws: Where flaws are noted: other words, and ids that stand twice.
    """
    if not isinstance(node, Mapping):
        if not isinstance(node, Scalar) or node.value:
            message = f"'expect' takes ids of statements with a word each, and this is {describe(node)}: {EXAMPLE}"
            flaws.add(WRONG_VALUE, message, span(node))
        return ()
    found: dict[str, Expectation] = {}
    for key, value in node.pairs:
        name = (key.value or "").strip()
        if name in found:
            message = f"{shown(name)} stands twice under 'expect': the second is not read; a list takes several words"
            flaws.add(DUPLICATE_ID, message, span(key), name)
        elif words := _words(name, key, value, flaws):
            found[name] = Expectation(name, words, span(key))
    return tuple(found.values())


def _words(name: str, key: Scalar, node: Node, flaws: Flaws) -> tuple[str, ...]:
    """Read the words after an id; the others are slips."""
    words: list[str] = []
    for item in items(node, flaws) or [node]:
        word = item.value if isinstance(item, Scalar) else None
        if wrong := wrong_word(name, word):
            flaws.add(WRONG_VALUE, wrong, span(item if item.end > item.start else key), name)
        elif word:
            words.append(word)
    return tuple(words)


def wrong_word(name: str, word: str | None) -> str | None:
    """Say what is wrong with what is expected of a statement; None where nothing is.

    Args:
        name: How the statement is named.
        word: What is expected of it; None for what is no text.

    Example:
        >>> print(wrong_word("adopt-30", "acepted"))
        'adopt-30' cannot be expected to be 'acepted': did you mean 'accepted'?
        >>> print(wrong_word("adopt-30", "supported"))
        'adopt-30' cannot be expected to be 'supported': one of accepted, undecided, rejected, unsupported is right
    """
    if word in WORDS:
        return None
    if not word:
        return f"{shown(name)} takes a word or a list of words: {_RIGHT}"
    alike = [right for right in WORDS if right[0] == word[:1].lower()]  # 'supported' does not mean 'unsupported'
    return f"{shown(name)} cannot be expected to be {shown(word)}: {did_you_mean(word, alike) or _RIGHT}"


def write_expectations(expectations: Iterable[Expectation], lose: Callable[[str, str], None]) -> Mapping | None:
    """Write expectations as what stands after ``expect``.

    Args:
        expectations: They.
        lose: Takes a message and the id of the statement, of an expectation that no document may hold.
    """
    written: dict[str, tuple[Scalar, Node]] = {}
    for each in expectations:
        name, words = each.statement, [Scalar(str(word), 0, 0) for word in each.standings]
        if name in written:
            lose(f"{shown(name)} is expected to be something twice: only the first is written", name)
        elif not is_id(name):
            lose(f"what is expected of {shown(name)} cannot be read again: no statement can be called so", name)
        elif not words or any(word.value not in WORDS for word in words):
            lose(f"what is expected of {shown(name)} cannot be read again: {_RIGHT}", name)
        else:
            written[name] = Scalar(name, 0, 0), words[0] if len(words) == 1 else Sequence([*words], 0, 0, flow=True)
    return Mapping([*written.values()], 0, 0) if written else None
