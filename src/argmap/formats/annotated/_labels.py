"""What the labels of annotated texts mean: which stretches of text are statements, and which lines are reasons.

Programs that annotate texts let each project choose its own labels. Those of corpora of arguments are known here, and
others by the words that they are made of: the last word of a label for a stretch says what it is (``MajorClaim``,
``main_claim``, ``Premise``), any word of one for a line what it does (``supports``, ``Partial-Attack``,
``is_supported_by``). What no word tells stays unread.
"""

from __future__ import annotations

import re

from attrs import frozen

from argmap.model.relations import RelationKind
from argmap.model.statements import Kind

_WORD = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_KINDS = {
    **{str(kind): kind for kind in Kind},
    **dict.fromkeys(("majorclaim", "mainclaim", "thesis", "conclusion", "position"), Kind.CLAIM),
    **dict.fromkeys(("reason", "ground", "datum", "data", "warrant", "backing"), Kind.PREMISE),
    **dict.fromkeys(("proposal", "policy"), Kind.RECOMMENDATION),
    **dict.fromkeys(("testimony",), Kind.EVIDENCE),
    **dict.fromkeys(("counterclaim", "counterargument", "rebuttal"), Kind.OBJECTION),
}
_AGAINST = ("counter", "opposing", "opponent")
_SUPPORT = re.compile(r"(support|justif)\w*|reason|evidence|pro|for|because")
_ATTACK = re.compile(r"(attack|rebut|refut|undermin|oppos|conflict)\w*|against|con|contra")
_CONTRADICTION = re.compile(r"contradict\w*|contrar(y|ies)")
_DENIED = frozenset(("no", "not", "non", "none", "without", "undercut", "undercuts", "undercutter"))
_WEAK = re.compile(r"partial(ly)?|weak(ly)?")


def _words(label: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_HUMP.sub(" ", label))]


def kind_of(label: str) -> Kind | None:
    """Return the kind of statement that a label of a stretch of text stands for; None for one that is no statement.

    Example:
        >>> [kind_of(label) for label in ("MajorClaim", "counter-claim", "Premises", "person", "Claim_20")]
        [<Kind.CLAIM: 'claim'>, <Kind.OBJECTION: 'objection'>, <Kind.PREMISE: 'premise'>, None, None]
    """
    words = _words(label)
    last = words[-1] if words else ""
    kind = _KINDS.get(last) or _KINDS.get(last.removesuffix("s"))
    is_against = len(words) > 1 and words[-2] in _AGAINST
    return Kind.OBJECTION if kind and is_against else kind


@frozen
class Meaning:
    """What a label of a line from one stretch of text to another stands for.

    Attributes:
        kind: What the line does.
        is_weak: It does so only in part.
        is_backward: The line leads from what is supported or attacked to what does it.
    """

    kind: RelationKind
    is_weak: bool = False
    is_backward: bool = False


def meaning_of(label: str) -> Meaning | None:
    """Return what a label of a line stands for; None for one that is no relation of a map.

    Example:
        >>> meaning_of("supports"), meaning_of("mayor_of"), meaning_of("no_support")
        (Meaning(kind=<RelationKind.SUPPORT: 'support'>, is_weak=False, is_backward=False), None, None)
        >>> meaning_of("Partial-Attack").is_weak, meaning_of("isAttackedBy").is_backward
        (True, True)
    """
    words = _words(label)
    if _DENIED.intersection(words):
        return None
    kinds = ((_CONTRADICTION, RelationKind.CONTRADICTION), (_ATTACK, RelationKind.ATTACK))
    for pattern, kind in (*kinds, (_SUPPORT, RelationKind.SUPPORT)):
        if any(map(pattern.fullmatch, words)):
            return Meaning(kind, any(map(_WEAK.fullmatch, words)), words[-1] == "by")
    return None
