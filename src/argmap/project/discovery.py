"""Which project a file or folder belongs to."""

from __future__ import annotations

from pathlib import Path

from attrs import define, field

from argmap import files
from argmap.model.document import ArgumentMap
from argmap.project.project import Project, folder_of
from argmap.project.settings import read_settings, settings_file


@define
class Projects:
    """Finds projects, and reads the settings and records of each but once."""

    _around: dict[Path, Project] = field(factory=dict, init=False)

    def around(self, place: str | Path) -> Project:
        """Give the project of a file or folder: the nearest folder with settings, maps, source records or ``.git``.

        A folder in no project is a project of its own, without records.

        Raises:
            ConfigError: Its settings are wrong.
        """
        start = files.absolute(place)
        folder = start if start.is_dir() else start.parent
        passed = []
        for candidate in (folder, *folder.parents):
            found = self._around.get(candidate) or _project_at(candidate)
            passed.append(candidate)
            if found:
                break
        else:
            found, passed = Project(folder), [folder]
        self._around |= dict.fromkeys(passed, found)
        return found


def project_of(m: ArgumentMap) -> Project:
    """Give the project of a map: around its file, or around the working folder where it has none."""
    return Projects().around(folder_of(m.origin))


def _project_at(folder: Path) -> Project | None:
    file = settings_file(folder)
    if file is not None:
        return Project(folder, read_settings(file))
    plain = Project(folder)
    is_marked = plain.seeds.is_dir() or plain.arguments.is_dir() or (folder / ".git").exists()
    return plain if is_marked else None
