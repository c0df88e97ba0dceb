"""Two versions of one map: which statement of the one is which of the other, by id, by text, then by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from argmap.comparison.alignment.groups import Alignment, By, Likeness, Pair, align
from argmap.comparison.alignment.readings import NEAR
from argmap.comparison.alignment.words import bag, candidates, likeness
from argmap.model.statements import Statement

_SAME, _TEXT, _ID = 3.0, 2.0, 1.0


def align_versions(old: Sequence[Statement], new: Sequence[Statement]) -> Alignment:
    """Align the statements of two versions of a map, one and one.

    The same id with the same text comes first, then the same text under another id, which was renamed, then the same id
    with another text, which was reworded; what is left may be both, if its words are near enough.

    Example:
        >>> from argmap.model.statements import Kind
        >>> old = [Statement("a", Kind.CLAIM, "It rained."), Statement("b", Kind.CLAIM, "It was cold.")]
        >>> new = [Statement("rain", Kind.CLAIM, "It rained."), Statement("b", Kind.CLAIM, "It was cool.")]
        >>> list(align_versions(old, new).pairs)
        [('a', 'rain'), ('b', 'b')]
    """
    ids = {statement.id: number for number, statement in enumerate(new)}
    found = {
        (number, ids[s.id]): _SAME if s.text == new[ids[s.id]].text else _ID
        for number, s in enumerate(old)
        if s.id in ids
    }
    for pair in _equal(old, new):
        found[pair] = max(found.get(pair, 0), _TEXT)
    paired = _aligned(old, new, found)
    ones = [number for number, s in enumerate(old) if not paired.groups[paired.left[s.id]].right]
    others = [number for number, s in enumerate(new) if not paired.groups[paired.right[s.id]].left]
    bags = [bag(old[number].text) for number in ones], [bag(new[number].text) for number in others]
    for one, other in candidates(*bags):
        alike = likeness(bags[0][one], bags[1][other])
        if alike >= NEAR:
            found.setdefault((ones[one], others[other]), alike * _ID / 2)
    return _aligned(old, new, found)


def _aligned(old: Sequence[Statement], new: Sequence[Statement], found: Mapping[Pair, float]) -> Alignment:
    likenesses = {(one, other): _likeness(old[one].id == new[other].id) for one, other in found}
    return align(old, new, likenesses, found.__getitem__)


def _equal(old: Sequence[Statement], new: Sequence[Statement]) -> Iterable[Pair]:
    """Pair statements of equal texts, in order; those that kept their ids with each other."""
    kept = {(s.id, s.text) for s in old} & {(s.id, s.text) for s in new}
    known: dict[str, list[int]] = {}
    for number, statement in reversed(list(enumerate(new))):
        if (statement.id, statement.text) not in kept:
            known.setdefault(statement.text, []).append(number)
    for number, statement in enumerate(old):
        if (statement.id, statement.text) not in kept and known.get(statement.text):
            yield number, known[statement.text].pop()


def _likeness(has_id: bool) -> Likeness:
    return Likeness(By.ID if has_id else By.TEXT, 1.0, 0.0, 0.0, is_enough=True)
