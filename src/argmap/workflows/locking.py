"""The project's lock: what every passage held when it was last verified, and what has become of it since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from attrs import frozen

from argmap.evidence.locks.lockfile import Lock, write_lock
from argmap.evidence.locks.relock import relock
from argmap.evidence.passages.resolution import Anchor, Resolution
from argmap.model.document import ArgumentMap
from argmap import files
from argmap.project.project import Project
from argmap.analysis import subject


@frozen
class Anchors:
    """The anchors of some maps, looked up.

    Attributes:
        resolutions: The outcome for each.
        texts: The texts of their sources, as far as they are at hand.
    """

    resolutions: Mapping[Anchor, Resolution]
    texts: Mapping[str, str]

    @classmethod
    def of(cls, maps: Iterable[ArgumentMap], project: Project) -> Anchors:
        """Look up the anchors of maps."""
        resolutions: dict[Anchor, Resolution] = {}
        texts: dict[str, str] = {}
        for m in maps:
            given, _ = subject(m, project)
            resolutions |= given.resolutions
            texts |= given.texts
        return cls(resolutions, texts)


def locked(maps: Sequence[ArgumentMap], project: Project, accepted: Collection[Anchor] = ()) -> Lock:
    """Make the lock of a project anew; what is unchanged keeps its date.

    Args:
        maps: All maps of the project: what none of them names is dropped.
        project: The project, with its lock as it is.
        accepted: Anchors whose changed passage a person has accepted.
    """
    found = Anchors.of(maps, project)
    today = datetime.now(UTC).date().isoformat()
    return relock(found.resolutions, found.texts, project.lock, accepted=accepted, date=today)


def save(lock: Lock, project: Project) -> bool:
    """Write a lock to the project's file; tell whether that changes it."""
    after = write_lock(lock).encode()
    before = files.read_bytes(project.lock_file) if project.lock_file.is_file() else b""
    if after != before:
        files.write(project.lock_file, after)
    return after != before
