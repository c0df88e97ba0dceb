"""Stances of claims, as the Argument Annotated Essays have them (Stab and Gurevych 2017, section 3).

An essay states its major claim once or more; each claim is for or against it, as the attribute ``Stance`` says, and no
line is drawn. A map says it with supports of, or attacks on, each statement of the major claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.formats.annotated.brat.syntax import Attribute
from argmap.model.relations import RelationKind

_KINDS = {"for": RelationKind.SUPPORT, "against": RelationKind.ATTACK}


def is_stance(attribute: Attribute) -> bool:
    """Tell whether an attribute is the stance of a claim."""
    return attribute.name.lower() == "stance" and (attribute.value or "").lower() in _KINDS


def implied(
    stances: Iterable[Attribute], labels: Mapping[str, str]
) -> Iterator[tuple[Attribute, list[tuple[RelationKind, str, str]]]]:
    """Go through stances with what each says: what the claim does to which major claims.

    Args:
        stances: Attributes for which `is_stance` holds.
        labels: Of the statements of the argument, by their ids.
    """
    major = [name for name, label in labels.items() if _is_major(label)]
    for stance in stances:
        kind = _KINDS[(stance.value or "").lower()]
        is_claim = stance.target in labels and not _is_major(labels[stance.target])
        yield stance, [(kind, stance.target, name) for name in major] if is_claim else []


def _is_major(label: str) -> bool:
    return label.replace("_", "").replace("-", "").lower() == "majorclaim"
