"""Which of the files that a user names, and of those in the folders, are maps, and in which format."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field, frozen

from argmap import files, formats
from argmap.errors import ReadError
from argmap.formats import Sign, candidates
from argmap.project.discovery import Projects
from argmap.project.paths import STDIN, expand, is_skipped
from argmap.project.project import Project
from argmap.root import unlinked


@frozen
class Inputs:
    """What is to be imported.

    Attributes:
        maps: The files that are maps, in order, each with the name of its format.
        others: How many other files there are, by their ending.
        beside: How many of the other files stand beside a map and share its name.
    """

    maps: tuple[tuple[str, str], ...]
    others: Counter[str]
    beside: int = 0


@define
class _Search:
    """Sorts files into maps and others; of those in a folder, only what is likely to be a map is one."""

    form: str | None
    project: Project
    maps: dict[Path, tuple[str, str]] = field(factory=dict)
    others: dict[Path, str] = field(factory=dict)

    def add(self, name: str, least: Sign) -> None:
        place = files.absolute(name)
        form = self._format(name, least)
        if form:
            self.maps.setdefault(place, (name, form))
        else:
            self.others.setdefault(place, name)

    def _format(self, name: str, least: Sign) -> str | None:
        goes_by = candidates(name)
        if self.form:
            return self.form if self.form in goes_by or least is Sign.POSSIBLE else None
        if not goes_by:
            return None
        try:
            if Path(name).stat().st_size > files.LARGEST:
                return goes_by[0] if least is Sign.POSSIBLE else None
            data = files.read_bytes(unlinked(name))
        except (OSError, ReadError):
            return goes_by[0]  # whose reader says why
        return formats.format_of(name, data) if formats.sign(name, lambda: data) >= least else None

    def found(self) -> Inputs:
        stems = {place.parent / place.name.partition(".")[0] for place in self.maps}
        beside = {place for place in self.others if place.parent / place.name.partition(".")[0] in stems}
        rest = (place.suffix.lower() or place.name for place in self.others if place not in beside)
        return Inputs(tuple(self.maps.values()), Counter(rest), len(beside))


def inputs(names: Iterable[str], project: Project, form: str | None = None) -> Inputs:
    """Return which files are to be imported; what stands in the project's own folders is not looked at.

    Args:
        names: Files, folders, patterns.
        project: The project that they are imported into.
        form: Name of their format; else their endings tell, and what they hold.

    Raises:
        ReadError: A file does not exist, or nothing matches a pattern.
        UnknownNameError: There is no such format.
    """
    if form:
        formats.named(form)
    search = _Search(form and form.replace("-", "_"), project)
    for name in names:
        if name == STDIN:
            raise ReadError("standard input has no name to import it under: name a file")
        if files.is_folder(name):
            for file in _within(Path(name), project):
                search.add(file, Sign.LIKELY)
        else:
            for file in expand([name], Projects()):
                search.add(file, Sign.POSSIBLE)
    return search.found()


def _within(folder: Path, project: Project) -> Iterator[str]:
    """Yield the files in a folder, but for hidden ones and what the project has itself."""
    unlinked(folder)
    own = (project.arguments, project.seeds)
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(n for n in folders if not is_skipped(n) and files.absolute(Path(parent, n)) not in own)
        yield from (
            str(Path(parent, name)) for name in sorted(names) if name[0] != "." and Path(parent, name).is_file()
        )
