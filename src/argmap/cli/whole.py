"""The project around the working folder, with all of its maps, for commands that work on it as a whole."""

from __future__ import annotations

from argmap.cli import inputs
from argmap.model.document import ArgumentMap
from argmap.project.project import Project


def whole_project() -> tuple[Project, list[ArgumentMap]]:
    """Read every map of the project; raises `ReadError` where there is none."""
    found = inputs.maps([])
    return found[0][0], [inputs.read_whole(file, None) for _, file in found]
