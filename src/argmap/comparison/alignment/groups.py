"""Which statements of two maps say the same: one and one, or one and the several finer ones that it is divided into."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from argmap.model.statements import Statement

MOST = 0.5
"""The share of a statement's passage, or of its words, that makes it a part of another."""


class By(StrEnum):
    """What two statements are known by to say the same."""

    ID = "id"
    PASSAGE = "passage"
    QUOTE = "quote"
    TEXT = "text"


@frozen
class Likeness:
    """How alike a statement of one map is to one of the other.

    Attributes:
        by: What tells.
        whole: How alike they are, from 0 to 1.
        left_within: The share of the first that the second holds.
        right_within: The share of the second that the first holds.
        is_enough: Whether they are alike enough to be one and one.
    """

    by: By
    whole: float
    left_within: float
    right_within: float
    is_enough: bool

    def joined(self, other: Likeness) -> Likeness:
        """Return what two things tell together: the more of each, by what tells first."""
        return Likeness(
            min(self.by, other.by, key=list(By).index),
            max(self.whole, other.whole),
            max(self.left_within, other.left_within),
            max(self.right_within, other.right_within),
            self.is_enough or other.is_enough,
        )


@frozen
class Group:
    """Statements of two maps that say the same; without a counterpart, a statement is alone on its side.

    Attributes:
        left: Ids in the first map.
        right: Ids in the second; of several on one side, there is at most one on the other.
        by: What they are known by; None for one that is alone.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    by: By | None = None

    @property
    def is_pair(self) -> bool:
        """Tell whether it is one and one."""
        return len(self.left) == len(self.right) == 1


@frozen
class Alignment:
    """All statements of two maps, in groups; those of the first in its order, then what the second has alone.

    Example:
        >>> groups = Group(("a",), ("x", "y"), By.PASSAGE), Group(("b",), ()), Group((), ("z",))
        >>> Alignment(groups).right["y"], Alignment(groups).partner
        (0, {})
    """

    groups: tuple[Group, ...]

    @cached_property
    def left(self) -> Mapping[str, int]:
        """Return the number of the group of each statement of the first map."""
        return {name: number for number, group in enumerate(self.groups) for name in group.left}

    @cached_property
    def right(self) -> Mapping[str, int]:
        """Return the number of the group of each statement of the second map."""
        return {name: number for number, group in enumerate(self.groups) for name in group.right}

    @cached_property
    def partner(self) -> Mapping[str, str]:
        """Return the statement of the first map by that of the second, of those that are one and one."""
        return {group.right[0]: group.left[0] for group in self.groups if group.is_pair}

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Go through those that are one and one."""
        return ((group.left[0], group.right[0]) for group in self.groups if group.is_pair)


Pair = tuple[int, int]
"""The numbers of a statement of the first map and of one of the second."""


@frozen
class _Groups:
    """The groups as they grow: what each statement is with on the other side."""

    left: dict[int, dict[int, By]] = field(factory=dict)
    right: dict[int, dict[int, By]] = field(factory=dict)

    def join(self, pair: Pair, by: By) -> None:
        self.left.setdefault(pair[0], {})[pair[1]] = by
        self.right.setdefault(pair[1], {})[pair[0]] = by

    def are_free(self, pair: Pair) -> bool:
        return pair[0] not in self.left and pair[1] not in self.right

    def divides(self, pair: Pair, like: Likeness) -> bool:
        """Tell whether one of the two, which is free, is a part of the other, which no group holds but as its whole."""
        is_free = pair[0] not in self.left, pair[1] not in self.right
        if is_free == (False, True):
            return like.right_within >= MOST and self._is_whole(self.left[pair[0]], self.right)
        if is_free == (True, False):
            return like.left_within >= MOST and self._is_whole(self.right[pair[1]], self.left)
        return False

    @staticmethod
    def _is_whole(parts: Collection[int], others: Mapping[int, Collection[int]]) -> bool:
        return all(len(others[part]) == 1 for part in parts)


def align(
    left: Sequence[Statement],
    right: Sequence[Statement],
    likenesses: Mapping[Pair, Likeness],
    rank: Callable[[Pair], float],
) -> Alignment:
    """Put statements of two maps into groups, the most alike first.

    Those that are alike enough become one and one. Then what is left becomes part of what holds most of it, in the
    other map, or one and one with it, if that is left too.

    Args:
        left: The statements of the first map.
        right: Those of the second.
        likenesses: How alike they are, by their numbers, as far as they are alike at all.
        rank: What tells those that come first.
    """
    order = sorted(likenesses, key=lambda pair: (-rank(pair), pair[0] + pair[1], abs(pair[0] - pair[1])))
    groups = _Groups()
    for pair in order:
        if likenesses[pair].is_enough and groups.are_free(pair):
            groups.join(pair, likenesses[pair].by)
    for pair in order:
        like = likenesses[pair]
        most = max(like.left_within, like.right_within)
        if groups.divides(pair, like) or (most >= MOST and groups.are_free(pair)):
            groups.join(pair, like.by)
    return Alignment(tuple(_told(left, right, groups)))


def _told(left: Sequence[Statement], right: Sequence[Statement], groups: _Groups) -> Iterator[Group]:
    for number in range(len(left)):
        others = groups.left.get(number, {})
        parts = next((groups.right[other] for other in others), {number: None})
        if number == min(parts):
            by = next(iter(others.values()), None)
            yield Group(_names(left, parts), _names(right, others), by)
    for number, statement in enumerate(right):
        if number not in groups.right:
            yield Group((), (statement.id,))


def _names(statements: Sequence[Statement], numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(statements[number].id for number in sorted(numbers))
