"""Reviews: recording that a person looked at statements, and what they rested on then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from attrs import evolve

from argmap.errors import UnknownNameError
from argmap.evidence.locks.review import Fingerprints, suspects
from argmap.evidence.locks.lockfile import Lock, Review
from argmap.model.document import ArgumentMap
from argmap.project.project import Project
from argmap.workflows.locking import locked
from argmap.analysis import subject


def reviewed(
    maps: Sequence[ArgumentMap],
    project: Project,
    wanted: Collection[str] | None,
    *,
    reviewer: str,
    suspect: bool = False,
) -> tuple[Lock, list[str]]:
    """Make the lock anew, with a review of some statements as they are now.

    Args:
        maps: All maps of the project; reviews of statements that are gone are dropped.
        project: The project.
        wanted: Ids of the statements; None for all.
        reviewer: Who looked.
        suspect: Whether those that are suspect were looked at too.

    Returns:
        The lock, and the ids of the statements reviewed.

    Raises:
        UnknownNameError: No map has such a statement.
    """
    known = {statement.id for m in maps for statement in m}
    for name in wanted or ():
        if name not in known:
            raise UnknownNameError("statement", name, known)
    lock = locked(maps, project)
    today = datetime.now(UTC).date().isoformat()
    reviews: dict[tuple[str, str], Review] = {}
    names: list[str] = []
    for m in maps:
        given, _ = subject(m, project)
        now = Fingerprints.of(given.graph, given.sources, given.texts, given.resolutions, lock)
        old = {name: review for (path, name), review in lock.reviews.items() if path == given.path and name in now.own}
        again = suspects(now, {name: (review.own, review.cone) for name, review in old.items()}) if suspect else {}
        for name in now.own:
            if wanted is None or name in wanted or name in again:
                names.append(name)
                old[name] = Review(given.path, name, now.own[name], now.cone[name], reviewer, today)
        reviews |= {(given.path, name): review for name, review in old.items()}
    return evolve(lock, reviews=reviews), names
