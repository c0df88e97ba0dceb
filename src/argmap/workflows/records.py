"""Source records as files: where a new one goes, what it holds, and writing it."""

from __future__ import annotations

from pathlib import Path

from argmap import files
from argmap.errors import ReadError
from argmap.model.sources import Source
from argmap.native.citation import ID
from argmap.native.ids import slug
from argmap.native.write import source_tree
from argmap.native.yaml.layout import lay_out
from argmap.project.project import Project


def new_path(project: Project, name: str) -> Path:
    """Return the file of a new record; raises `ReadError` where the id is taken, or is none."""
    if not ID.match(name):
        example = f", such as {slug(name)!r}" if any(map(str.isalnum, name)) else ""
        raise ReadError(f"{name!r} cannot be an id: use letters, digits, '-', '_' and '.'{example}")
    path = project.inside(project.seeds / f"{name}.yaml")
    if name in project.records or path.exists():
        raise ReadError(
            f"there is a source {name!r} already: choose another id with --id, "
            f"or replace its text with 'argmap source update {name} FILE'"
        )
    return path


def content(source: Source) -> str:
    """Return what the file of a record holds."""
    return lay_out(source_tree(source))


def put(path: Path, data: bytes) -> None:
    """Write a file, and make its folder where there is none; raises `ReadError`."""
    files.make_folder(files.shown(path.parent))
    files.write(files.shown(path), data)
