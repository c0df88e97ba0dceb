"""Which project a file or folder belongs to."""

from __future__ import annotations

from pathlib import Path

from attrs import define, field

from argmap import files
from argmap.model.document import ArgumentMap
from argmap.project.project import Project, folder_of
from argmap.project.settings import Settings, read_settings
from argmap.root import project_root, settings_file


@define
class Projects:
    """Finds projects, and reads the settings and records of each but once."""

    _around: dict[Path, Project] = field(factory=dict, init=False)

    def around(self, place: str | Path) -> Project:
        """Return the project of a file or folder: the nearest folder with settings, maps, source records or ``.git``.

        A folder in no project is a project of its own, without records.

        Raises:
            ConfigError: Its settings are wrong.
        """
        start = files.absolute(place)
        folder = start if files.is_folder(start) else start.parent
        if folder not in self._around:
            root = project_root(folder)
            if root not in self._around:
                file = settings_file(root)
                self._around[root] = Project(root, read_settings(file) if file else Settings())
            self._around[folder] = self._around[root]
        return self._around[folder]


def project_of(m: ArgumentMap) -> Project:
    """Return the project of a map: around its file, or around the working folder where it has none."""
    return Projects().around(folder_of(m.origin))
