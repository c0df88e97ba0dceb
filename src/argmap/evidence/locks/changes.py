"""What has changed since it was recorded or reviewed, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from argmap.evidence.lockfile import Review
from argmap.evidence.locks.review import Fingerprints
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.model.citations import Cited
from argmap.model.statements import Statement


@frozen
class Change:
    """Something that is not what it was.

    Attributes:
        statement: Id of the statement at which it stands.
        cited: The passage; None where the statement is not as it was reviewed, with its reasons and what it cites.
        resolution: What became of the passage.
    """

    statement: str
    cited: Cited | None = None
    resolution: Resolution | None = None


@frozen
class Changes:
    """What has changed in a map.

    Attributes:
        found: The changes at each statement that has some, by its id, in the order of the map.
        premises: What each statement rests on directly, by id; empty where nothing has changed.
    """

    found: Mapping[str, tuple[Change, ...]]
    premises: Mapping[str, tuple[str, ...]] = field(repr=False)

    def paths(self, name: str) -> Iterator[tuple[str, ...]]:
        """Yield a shortest path from a statement down to each one below it that has changed, the nearest first.

        Example:
            >>> changes = Changes({"c": (Change("c"),)}, {"a": ("b",), "b": ("c", "a"), "c": ()})
            >>> list(changes.paths("a")), list(changes.paths("c"))
            ([('a', 'b', 'c')], [('c',)])
        """
        above: dict[str, str | None] = {name: None}
        for each in (todo := [name]):
            if each in self.found:
                yield self._path(each, above)
            for premise in self.premises.get(each, ()):
                if premise not in above:
                    above[premise] = each
                    todo.append(premise)

    def _path(self, end: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
        path = [end]
        while (upper := above[path[-1]]) is not None:
            path.append(upper)
        return tuple(reversed(path))


def changed(anchored: Iterable[tuple[Statement, Cited, Resolution]]) -> dict[str, tuple[Change, ...]]:
    """Return the locked passages that are not what was locked, by statement; those that differ in writing are left out.

    Args:
        anchored: The passages and citations of a map, each with what became of it.
    """
    found: dict[str, tuple[Change, ...]] = {}
    for statement, cited, resolution in anchored:
        is_gone = resolution.outcome is Outcome.MISSING and resolution.locked
        if is_gone or (resolution.needs_review and not resolution.is_strong):
            found[statement.id] = (*found.get(statement.id, ()), Change(statement.id, cited, resolution))
    return found


def edited(now: Fingerprints, reviews: Iterable[Review]) -> dict[str, tuple[Change, ...]]:
    """Return the statements that are not as they were reviewed themselves, by id."""
    return {
        each.statement: (Change(each.statement),)
        for each in reviews
        if each.statement in now.own and now.own[each.statement] != each.own
    }
