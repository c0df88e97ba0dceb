"""What a project reads: no picture, report or converted map is written over it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from argmap import files
from argmap.errors import ReadError
from argmap.formats import candidates
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.project import documents
from argmap.project.discovery import Projects
from argmap.project.paths import STDIN
from argmap.project.project import Project, folder_of
from argmap.root import settings_file


def keep(targets: Iterable[str], m: ArgumentMap, what: str) -> None:
    """Refuse to write what was made of a map over a file that a project reads; links are followed.

    Args:
        targets: The files to be written.
        m: The map.
        what: What was made of it, in a word: a picture or a report, or a map, which may take another's place.

    Raises:
        ReadError: One of them is the settings, the lock, a source record, the text of a source, or a map.
    """
    for target in targets:
        if target == STDIN or (there := files.identity(target)) is None:
            continue
        path = Path(os.path.realpath(target))
        project = Projects().around(path)
        read = chain(_read_by(project), _texts(m.sources, m.origin))
        found = next((told for told, file in read if files.identity(file) == there), None)
        if found is None and what != "map" and _is_map(path, project):
            found = "a map of the project"
        if found:
            raise ReadError(f"the {what} would be written over {found}: {target}")


def _read_by(project: Project) -> Iterator[tuple[str, Path]]:
    """Return what a project reads besides its maps, each with what it is."""
    settings = settings_file(project.root)
    if settings:
        yield "the settings of the project", settings
    yield "the lock of the project", project.lock_file
    yield from (("a source record", path) for path in project.record_files())
    yield from _texts(project.all_records, None)


def _is_map(path: Path, project: Project) -> bool:
    stands_there = path.is_relative_to(os.path.realpath(project.arguments))
    return stands_there and bool(candidates(path)) and bool(documents.names(str(path)))


def _texts(sources: Iterable[Source], origin: Origin | None) -> Iterator[tuple[str, Path]]:
    for source in sources:
        if source.text is not None:
            yield f"the text of the source {source.id!r}", folder_of(source.record or origin) / source.text
