"""Reviews: recording that a person looked at statements, and what they rested on then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from attrs import evolve

from argmap.analysis import Analysis
from argmap.errors import UnknownNameError
from argmap.evidence.lockfile import Lock, Review
from argmap.evidence.locks.review import Fingerprints, suspects
from argmap.project.project import Project
from argmap.workflows.locking import locked


def reviewed(
    maps: Sequence[Analysis],
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
    known = {statement.id for analysis in maps for statement in analysis.map}
    for name in wanted or ():
        if name not in known:
            raise UnknownNameError("statement", name, known)
    lock = locked(maps, project)
    today = datetime.now(UTC).date().isoformat()
    reviews: dict[tuple[str, str], Review] = {}
    names: list[str] = []
    for analysis in maps:
        now = Fingerprints.of(analysis.graph, analysis.sources, analysis.texts, analysis.resolutions, lock)
        old = {
            name: review for (path, name), review in lock.reviews.items() if path == analysis.path and name in now.own
        }
        again = suspects(now, {name: (review.own, review.cone) for name, review in old.items()}) if suspect else {}
        for name in now.own:
            if wanted is None or name in wanted or name in again:
                names.append(name)
                old[name] = Review(
                    analysis.path, name, now.own[name], now.cone[name], reviewer, today, analysis.dispute_keys(name)
                )
        reviews |= {(analysis.path, name): review for name, review in old.items()}
    return evolve(lock, reviews=reviews), names
