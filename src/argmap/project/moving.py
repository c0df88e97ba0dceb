"""Maps that are written to another folder or project: paths that still name the same files, and what is left behind."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from argmap import files
from argmap.flaws import Flaw
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.project.discovery import Projects
from argmap.project.paths import STDIN
from argmap.project.project import Project, folder_of
from argmap.root import project_root
from argmap.wording import counted, listed


def moved(m: ArgumentMap, file: str) -> tuple[ArgumentMap, list[Flaw]]:
    """Return a map as it should be written to a file, and what is not found from there.

    The texts of sources that stand in the map keep their files; a map that was read from no file stays as it is.

    Args:
        m: The map.
        file: Where it is written to; ``-`` stands for the working folder.
    """
    origin = m.origin
    if origin is None or not origin.file:
        return m, []
    old, new = folder_of(origin), folder_of(evolve(origin, file=file))
    lost = list(_left_behind(m, old, new, file))
    if old != new and any(source.text for source in m.sources):
        root = project_root(new).resolve()
        sources = []
        for source in m.sources:
            text, flaw = _text(source, old, new, root, origin.file)
            sources.append(evolve(source, text=text))
            lost += [flaw] if flaw else []
        m = evolve(m, sources=tuple(sources))
    return m, lost


def _text(source: Source, old: Path, new: Path, root: Path, file: str) -> tuple[str | None, Flaw | None]:
    """Return the path of a text as seen from a new folder, and the flaw if it cannot be used from there."""
    if source.text is None:
        return None, None
    try:
        path = (old / source.text).resolve()
        seen = source.text if Path(source.text).is_absolute() else Path(os.path.relpath(path, new.resolve())).as_posix()
        leaves = not path.is_relative_to(root) and path.is_relative_to(project_root(old).resolve())
    except (OSError, RuntimeError, ValueError):  # no path, or one on another drive: its reader says so
        return source.text, None
    how = f"copy {source.text} along" if file == STDIN else f"argmap import {shlex.quote(file)} takes it into a project"
    message = f"the text of {source.id!r} is outside the project there, and is not read: {how}"
    return seen, Flaw(message, node=source.id) if leaves else None


def _left_behind(m: ArgumentMap, old: Path, new: Path, file: str) -> Iterator[Flaw]:
    """Yield what of the project a map depends on that does not go along: records elsewhere, reviews by its name."""
    projects = Projects()
    here, there = projects.around(old), projects.around(new)
    if here.root != there.root and (named := _records(m, here, there)):
        yield Flaw(f"that project has no record of {listed(named)}: copy what is in {files.shown(here.seeds)} along")
    name = m.origin.name if m.origin else ""
    reviews = here.lock.reviews if here.lock else {}
    path = here.relative(name)
    count = sum(place == path for place, _ in reviews)
    if count and files.absolute(name) != files.absolute(file):
        said = counted(count, "review")
        verb = "stays" if count == 1 else "stay"
        yield Flaw(f"{said} of {name} {verb} behind: review the statements again there, with argmap review")


def _records(m: ArgumentMap, here: Project, there: Project) -> list[str]:
    """Return the sources of a map that its project describes, and another does not."""
    inline = {source.id for source in m.sources}
    named = dict.fromkeys([*filter(None, [m.about]), *(each.source for statement in m for each in statement.cited)])
    return [name for name in named if name not in inline and name in here.records and name not in there.records]
