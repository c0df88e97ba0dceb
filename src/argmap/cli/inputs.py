"""What commands share: naming the maps on the command line, and reading them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from argmap.errors import ReadError
from argmap.model.document import ArgumentMap
from argmap.project import documents, files
from argmap.project.library import Project

STDIN = "-"


def maps_argument(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take files, folders, patterns and ``-``."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())(command)


def input_format_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told the format of its input."""
    return click.option(
        "--input-format", metavar="NAME", help="Format of the input, where its ending does not tell (yaml, json, …)."
    )(command)


def named(paths: Sequence[str]) -> list[str]:
    """Give the files that a command line names; without any, those of the project's folder of maps."""
    project = Project.around(Path.cwd())
    if paths:
        return files.expand(tuple(paths), project.settings.arguments)
    if not project.arguments.is_dir():
        raise ReadError(f"name a file or folder: there is no {project.settings.arguments}/ here")
    return files.expand((_short(project.arguments),), project.settings.arguments)


def one(path: str | None) -> str:
    """Give the one file that a command line names; raises `ReadError` when there are several, or none."""
    found = named([path] if path else [])
    if len(found) != 1:
        raise ReadError(f"name one of {', '.join(found)}" if found else "there is no map here")
    return found[0]


def read(file: str, input_format: str | None) -> ArgumentMap:
    """Read a map from a file or from standard input."""
    text = sys.stdin.buffer.read() if file == STDIN else None
    return documents.load(file, text=text, format=input_format)


def grouped(names: Iterable[str]) -> dict[Path, tuple[Project, list[str]]]:
    """Group files by the project they belong to."""
    groups: dict[Path, tuple[Project, list[str]]] = {}
    around: dict[Path, Project] = {}
    for name in names:
        folder = Path.cwd() if name == STDIN else Path(name).absolute().parent
        if folder not in around:
            around[folder] = Project.around(folder)
        project = around[folder]
        groups.setdefault(project.root, (project, []))[1].append(name)
    return groups


def _short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
