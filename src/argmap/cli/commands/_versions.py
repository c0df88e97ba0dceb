"""The two versions of a map that a diff is of: files, those of a revision of git, or what git hands to its driver."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import frozen

from argmap import files
from argmap.analysis import Analysis, analyse
from argmap.cli import inputs
from argmap.cli.output import complain
from argmap.errors import ReadError
from argmap.model.document import ArgumentMap
from argmap.model.findings import Severity
from argmap.project import documents
from argmap.project.discovery import Projects
from argmap.project.project import Project
from argmap.wording import counted

FEWEST, _MOST = 7, 9
"""How many words git gives."""
_NOTHING = "/dev/null"


@frozen
class Versions:
    """Two versions of a map.

    Attributes:
        name: What the map is called.
        old: The old version.
        new: The new one.
    """

    name: str
    old: Analysis
    new: Analysis


def named(old: str, new: str, input_format: str | None) -> Versions:
    """Read two versions that a user names, each as a file or as ``REVISION:FILE``; raises `ReadError`."""
    return Versions(new, *(_read(name, input_format) for name in (old, new)))


def of_git(words: tuple[str, ...], input_format: str | None) -> Versions:
    """Read the two versions that git names to a diff driver: path, then file, object and mode of each.

    Where a file was renamed, git adds its new path, and a remark.

    Raises:
        ReadError: A version cannot be read, or these are not words of git.
    """
    if not FEWEST <= len(words) <= _MOST:
        told = "path old-file old-hex old-mode new-file new-hex new-mode"
        raise ReadError(f"--git is for git, which gives {told}; git config diff.argmap.command 'argmap diff --git'")
    path = words[FEWEST] if len(words) > FEWEST else words[0]
    return Versions(path, *(_of_file(file, path, input_format) for file in (words[1], words[4])))


def _read(name: str, input_format: str | None) -> Analysis:
    revision, colon, path = name.partition(":")
    if colon and revision and path and not os.path.lexists(name):
        return _told(documents.parse(_shown(name), path, format=input_format), Projects().around(Path.cwd()))
    project, file = inputs.one_map(name, input_format)
    return _told(inputs.read(file, input_format), project)


def _of_file(file: str, path: str, input_format: str | None) -> Analysis:
    """Read a version that git wrote into a file of its own, in the project of the map's path."""
    data = b"" if file == _NOTHING else files.read_bytes(file)
    m = documents.parse(data, path, format=input_format) if data.strip() else ArgumentMap()
    return _told(m, Projects().around(path))


def _told(m: ArgumentMap, project: Project) -> Analysis:
    """Analyse a version; say on standard error if a part of it could not be read."""
    errors = sum(finding.severity is Severity.ERROR for finding in m.origin.findings) if m.origin else 0
    if m.origin and errors:
        complain(f"{m.origin.name} has {counted(errors, 'error')} and may not have been read whole")
    return analyse(m, project)


def _shown(name: str) -> bytes:
    """Return a file as it is in a revision of git; raises `ReadError` where git has none."""
    import subprocess

    if name.startswith("-"):
        raise ReadError(f"{name} is no revision of a file")
    try:
        done = subprocess.run(["git", "cat-file", "blob", name], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        raise ReadError(f"{name} does not exist, and there is no git to look for it in a revision") from None
    if done.returncode:
        said = (done.stderr.decode(errors="replace").strip().splitlines() or ["git does not know it"])[-1]
        raise ReadError(f"{name} does not exist as a file, nor as REVISION:FILE: {said.removeprefix('fatal: ')}")
    return files.limited(done.stdout, name)
