"""Which checks run: chosen by code, by the beginning of a code or by name, of which the more exact one wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from argmap.errors import ConfigError, did_you_mean
from argmap.model.findings import Rule

_BEGINNING = re.compile(r"ALL|AM\d{0,3}", re.IGNORECASE)
_WHOLE = 3


@frozen
class Selection:
    """What one place, the settings or the command line, says about which checks run.

    Each is a list of codes (``AM101``), beginnings of codes (``AM1``, ``AM`` or ``ALL`` for all) and names.

    Attributes:
        select: The checks to run, instead of those chosen so far.
        extend_select: Checks to run besides.
        ignore: Checks not to run.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


NO_CHOICE = Selection()
"""Says nothing, so that what was chosen before holds."""


def chosen(selections: Iterable[Selection], rules: Sequence[Rule], default: AbstractSet[str]) -> frozenset[str]:
    """Return the codes of the checks that run, with ruff's precedence.

    A later selection goes before an earlier one; one that has ``select`` sets all before it aside. Within a selection a
    longer beginning goes before a shorter one, and of equals ``ignore`` before ``select``.

    Args:
        selections: The settings' and the command line's, in this order.
        rules: All checks.
        default: Codes of the checks that run where nothing is selected.

    Raises:
        ConfigError: A word stands for no check.

    Example:
        >>> from argmap.model.findings import Severity
        >>> rules = [Rule(code, f"flaw-{code[-3:]}", Severity.NOTE) for code in ("AM101", "AM102", "AM201")]
        >>> sorted(chosen([Selection(select=("AM102",), ignore=("AM1",))], rules, set()))
        ['AM102']
        >>> sorted(chosen([Selection(ignore=("AM101",)), Selection(select=("AM1",))], rules, set()))
        ['AM101', 'AM102']
    """
    active = set(default)
    for selection in selections:
        if selection.select:
            active.clear()
        wanted = (*selection.select, *selection.extend_select)
        for degree in range(_WHOLE + 1):
            active |= matching((word for word in wanted if exactness(word) == degree), rules)
            active -= matching((word for word in selection.ignore if exactness(word) == degree), rules)
    return frozenset(active)


def matching(words: Iterable[str], rules: Sequence[Rule]) -> frozenset[str]:
    """Return the codes that codes, beginnings of codes and names stand for.

    Raises:
        ConfigError: One of them stands for nothing.

    Example:
        >>> from argmap.model.findings import Severity
        >>> rules = [Rule("AM101", "unsupported-claim", Severity.WARNING)]
        >>> sorted(matching(["am1"], rules))
        ['AM101']
        >>> matching(["unsuported-claim"], rules)
        Traceback (most recent call last):
        argmap.errors.ConfigError: no check is called 'unsuported-claim': did you mean 'unsupported-claim'?
    """
    found: set[str] = set()
    for word in words:
        codes = {rule.code for rule in rules if _stands_for(word, rule)}
        if not codes:
            raise ConfigError(unknown(word, rules))
        found |= codes
    return frozenset(found)


def unknown(word: str, rules: Iterable[Rule]) -> str:
    """Say that a word stands for no check, with the name that is most like it; codes that are alike mean nothing."""
    hint = did_you_mean(word, [rule.name for rule in rules])
    return f"no check is called {word!r}: {hint or 'argmap rules lists them'}"


def _stands_for(word: str, rule: Rule) -> bool:
    if _BEGINNING.fullmatch(word):
        return word.upper() == "ALL" or rule.code.startswith(word.upper())
    return word == rule.name


def exactness(word: str) -> int:
    """Return how exact a word is: 0 for all checks, 3 for one.

    Example:
        >>> [exactness(word) for word in ("ALL", "AM1", "AM101", "unsupported-claim")]
        [0, 1, 3, 3]
    """
    if not _BEGINNING.fullmatch(word):
        return _WHOLE
    return 0 if word.upper() == "ALL" else len(word) - len("AM")
