"""How a reason and a rule are found to speak of the same thing in a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.evaluation.certificate.definition import Rule
from argmap.evaluation.why import Why
from argmap.model.relations import RelationKind

Name = tuple[str, str, frozenset[str]]
"""The kind and id of something and, where statements act in it or a reason is compared, which."""

_OF_STATEMENTS = frozenset({*RelationKind, "outweighing"})
_NAMED = _OF_STATEMENTS | {"comparison", "open"}


def is_named(rule: Rule, why: Why) -> bool:
    """Tell whether a reason speaks of what a rule was written down for."""
    return rule_name(rule) == name_of(why)


def rule_name(rule: Rule) -> Name:
    """Return the name of what a rule was written down for."""
    names = [rule.by] if rule.by else rule.premises if rule.kind in _OF_STATEMENTS else ()
    return rule.kind, rule.id, frozenset(names)


def name_of(why: Why) -> Name:
    """Return the name of what a reason speaks of."""
    return why.kind, why.id, frozenset(why.names if why.kind in _NAMED else ())


def named(whys: Iterable[Why]) -> set[Name]:
    """Return the names of what some reasons speak of."""
    return set(map(name_of, whys))


def has_twins(whys: Sequence[Why]) -> bool:
    """Tell whether two of some reasons speak of the same."""
    return len({(*name_of(why), why.names) for why in whys}) < len(whys)
