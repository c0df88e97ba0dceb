"""The project's lock: what every passage held when it was last verified, and what has become of it since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from attrs import frozen

from argmap import files
from argmap.analysis import Analysis
from argmap.errors import ReadError
from argmap.evidence.lockfile import Lock, write_lock
from argmap.evidence.locks.recording import make_lock
from argmap.evidence.passages.resolution import Anchor, Resolution
from argmap.model.findings import Finding
from argmap.project.project import Project
from argmap.rules.syntax import RULE as SYNTAX


@frozen
class Anchors:
    """The anchors of some maps, looked up.

    Attributes:
        resolutions: The outcome for each.
        texts: The texts of their sources, as far as they are at hand.
        languages: The languages of their sources, as far as the records say them.
    """

    resolutions: Mapping[Anchor, Resolution]
    texts: Mapping[str, str]
    languages: Mapping[str, str | None]

    @classmethod
    def of(cls, maps: Iterable[Analysis]) -> Anchors:
        """Look up the anchors of maps."""
        resolutions: dict[Anchor, Resolution] = {}
        texts: dict[str, str] = {}
        languages: dict[str, str | None] = {}
        for analysis in maps:
            resolutions |= analysis.resolutions
            texts |= analysis.texts
            languages |= {source.id: source.language for source in analysis.sources.values()}
        return cls(resolutions, texts, languages)


def locked(maps: Sequence[Analysis], project: Project, accepted: Collection[Anchor] = ()) -> Lock:
    """Make the lock of a project anew; what is unchanged keeps its date.

    Args:
        maps: All maps of the project: what none of them names is dropped.
        project: The project, with its lock as it is.
        accepted: Anchors whose changed passage a person has accepted.

    Raises:
        ReadError: A map, or the text of a source that it names, is there but cannot be read: what the lock says of it
            must not be lost.
    """
    for finding in (finding for analysis in maps for finding in _unread(analysis)):
        where = f"{finding.file}, line {finding.line}"
        raise ReadError(
            f"{files.shown(project.lock_file)} is left as it is until this can be read: mend {where}, first"
        )
    found = Anchors.of(maps)
    today = datetime.now(UTC).date().isoformat()
    return make_lock(
        found.resolutions, found.texts, project.lock, accepted=accepted, date=today, languages=found.languages
    )


def _unread(analysis: Analysis) -> Iterator[Finding]:
    yield from analysis.findings
    origin = analysis.map.origin
    yield from (finding for finding in (origin.findings if origin else ()) if finding.code == SYNTAX.code)


def save(lock: Lock, project: Project) -> bool:
    """Write a lock to the project's file; tell whether that changes it."""
    changes = would_change(lock, project)
    if changes:
        files.write(files.shown(project.lock_file), write_lock(lock).encode())
    return changes


def would_change(lock: Lock, project: Project) -> bool:
    """Tell whether a lock is another than the project's file holds; raises `ReadError` where that cannot be read."""
    file = project.inside(project.lock_file)
    return not file.exists() or files.read_bytes(file) != write_lock(lock).encode()
