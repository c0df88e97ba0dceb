"""Many pairs of readings: which maps of two readers are of one text, and how far the readers agree over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from argmap.comparison.agreement.figures import Counts, Cuts, Figures
from argmap.comparison.compare import Comparison


@frozen
class Paired:
    """How far a pair of readings agrees.

    Attributes:
        left: The file of the first reading.
        right: That of the second.
        statements: How many statements each has.
        shared: How many of them are one and one.
        figures: How far they agree.
        conclusions: How many conclusions both have.
        otherwise: How many of these stand otherwise in the second.
    """

    left: str
    right: str
    statements: tuple[int, int]
    shared: int
    figures: Figures
    conclusions: int
    otherwise: int


@frozen
class Pool:
    """Pairs of readings, one after the other, and what they come to together.

    Attributes:
        pairs: Those that were added.
    """

    pairs: list[Paired] = field(factory=list)
    _kinds: Counter[tuple[str, str]] = field(factory=Counter, repr=False)
    _relations: Counter[tuple[str, str]] = field(factory=Counter, repr=False)
    _cuts: list[Cuts] = field(factory=list, repr=False)

    def add(self, left: str, right: str, found: Comparison) -> None:
        """Add the comparison of two readings, with the files that they are in."""
        counts = Counts.of(found.left.map, found.right.map, found.alignment)
        cuts = Cuts.of(found.left, found.right, found.sources)
        self._kinds.update(counts.kinds)
        self._relations.update(counts.relations)
        self._cuts.extend(() if cuts is None else (cuts,))
        standings = [(before, after) for _, _, before, after in found.conclusions]
        self.pairs.append(
            Paired(
                left,
                right,
                (len(found.left.graph.statements), len(found.right.graph.statements)),
                sum(group.is_pair for group in found.alignment.groups),
                counts.figures(cuts),
                len(standings),
                sum(before is not after for before, after in standings),
            )
        )

    @property
    def figures(self) -> Figures:
        """Return how far the readers agree over all pairs: as if all texts were one."""
        return Counts(self._kinds, self._relations).figures(Cuts.joined(self._cuts))


def matched(
    left: Mapping[str, str | None], right: Mapping[str, str | None]
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Match the maps of two readers: by their names, then by the texts that they are about.

    Args:
        left: Of the maps of the first reader, by file, the source that each is about; None where it says none.
        right: Of those of the second. Files are named from the folder of each reader, without their endings.

    Returns:
        The files of those that belong together, then those of either reader that have no counterpart.

    Example:
        >>> matched({"a": "brief", "b": "memo"}, {"x": "memo", "a": None, "c": "note"})
        ([('a', 'a'), ('b', 'x')], [], ['c'])
    """
    pairs = [(name, name) for name in left if name in right]
    ones, others = ([name for name in each if (name, name) not in pairs] for each in (left, right))
    texts = _alone(left, ones), _alone(right, others)
    pairs += [(name, texts[1][about]) for about, name in texts[0].items() if about in texts[1]]
    known = {one for one, _ in pairs}, {other for _, other in pairs}
    return pairs, [name for name in left if name not in known[0]], [name for name in right if name not in known[1]]


def _alone(abouts: Mapping[str, str | None], names: Iterable[str]) -> dict[str, str]:
    """Return the map that is about each text, where there is but one."""
    counts = Counter(abouts[name] for name in names)
    return {about: name for name in names if (about := abouts[name]) is not None and counts[about] == 1}
