"""What argmap has to work with: Python, Graphviz, fonts, the extras, and the project around the working folder."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which

from attrs import field, frozen

from argmap import files
from argmap.cli import inputs
from argmap.errors import ArgmapError
from argmap.model.findings import Severity
from argmap.project.discovery import Projects
from argmap.root import is_root, settings_file
from argmap.version import __version__

PURPOSES: Mapping[str, str] = {
    "bib": "lists of references in BibTeX and RIS",
    "corpus": "many maps as tables, asked in SQL, drawn, built by clusters",
    "data": "networkx, pandas, polars and pyarrow for programs",
    "docx": "reports in Word",
    "pdf": "PDF as a source, and pictures on pages",
    "render": "SVG and PNG without Graphviz on the system",
    "sat": "hard questions to large frameworks, by CaDiCaL",
    "sphinx": "maps in documents that Sphinx builds",
    "web": "web pages as sources",
    "web-ui": "argmap view",
    "xlsx": "reports in Excel",
}
"""What each extra is for; of one that is not named here, its packages say it."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SEEMLY = {"arial", "arimo", "helvetica", "liberation sans", "nimbus sans"}
_PATIENCE = 20  # seconds


@frozen
class Extra:
    """An extra of argmap.

    Attributes:
        name: Its name.
        packages: The version of each of its packages; None where it is not installed.
    """

    name: str
    packages: Mapping[str, str | None]

    @property
    def is_complete(self) -> bool:
        """Tell whether all its packages are there."""
        return all(self.packages.values())

    @property
    def install(self) -> str:
        """Return what installs it."""
        return f"pip install 'argmap[{self.name}]'"


@frozen
class Found:
    """The project around the working folder.

    Attributes:
        folder: Its folder.
        is_project: Whether the folder has anything that makes it one.
        settings: The file of its settings, if there is one.
        maps: How many maps it has.
        records: How many source records.
        texts: How many of these have their text at hand.
        lock: Whether passages are locked.
        problems: What of it cannot be read, a sentence each.
    """

    folder: str
    is_project: bool
    settings: str | None = None
    maps: int = 0
    records: int = 0
    texts: int = 0
    lock: bool = False
    problems: tuple[str, ...] = ()


@frozen
class Health:
    """What is there.

    Attributes:
        dot: The version of Graphviz's own program; None where there is none.
        bundled: The version of the bundled engine; None where it is not installed.
        font: The font in which Graphviz's own program sets pictures; None where nobody knows.
        extras: The extras of argmap, by name.
        project: The project around the working folder.
    """

    dot: str | None
    bundled: str | None
    font: str | None
    extras: tuple[Extra, ...]
    project: Found
    argmap: str = __version__
    python: str = field(factory=lambda: sys.version.split()[0])
    program: str = field(factory=lambda: sys.executable or "")

    @property
    def engine(self) -> str | None:
        """Return the engine that draws SVG and PNG unless another is asked for."""
        return "dot" if self.dot else "bundled" if self.bundled else None

    @property
    def is_seemly(self) -> bool:
        """Tell whether the font is as wide as the one that lines are broken for."""
        return self.font is not None and self.font.split(",")[0].casefold() in _SEEMLY


def health() -> Health:
    """Look at what is there; runs ``dot`` and ``fc-match`` for a moment, and uses no network."""
    return Health(_dot(), _version("graphviz-pure"), _font(), _extras(), _project())


def _said(program: str, *options: str) -> str | None:
    """Return what a program says; None where it is not there, or fails."""
    import subprocess

    found = which(program)
    if found is None:
        return None
    try:
        done = subprocess.run([found, *options], capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return (done.stdout + done.stderr).decode(errors="replace").strip()


def _dot() -> str | None:
    said = _said("dot", "-V")
    return next((word for word in (said or "").split() if word[0].isdigit()), said)


def _font() -> str | None:
    return _said("fc-match", "-f", "%{family}", "Arial") or None


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _extras() -> tuple[Extra, ...]:
    """Return the extras that the installed package declares; none where it is not installed as one."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        required = requires("argmap") or []
    except PackageNotFoundError:
        required = []
    packages: dict[str, dict[str, str | None]] = {}
    for requirement in required:
        found, (_, _, extra) = _NAME.match(requirement), requirement.partition("extra == ")
        if found and extra and found[0] != "argmap":
            packages.setdefault(extra.strip("'\"() "), {})[found[0]] = _version(found[0])
    packages.pop("all", None)
    return tuple(Extra(name, packages[name]) for name in sorted(packages))


def _project() -> Found:
    """Look at the project around the working folder, as far as it can be read."""
    try:
        project = Projects().around(Path.cwd())
    except ArgmapError as error:
        return Found(files.shown(Path.cwd()), is_project=True, problems=(str(error),))
    settings = settings_file(project.root)
    problems: list[str] = []
    maps = records = texts = 0
    locked = False
    try:
        maps = sum(len(batch.maps) for batch in inputs.batches([])) if project.arguments.is_dir() else 0
        records = len(project.all_records)
        texts = sum(bool(each.text) and (project.seeds / str(each.text)).is_file() for each in project.all_records)
        problems += [str(each) for each in project.findings() if each.severity is Severity.ERROR]
        locked = project.lock is not None
    except ArgmapError as error:
        problems.append(str(error))
    return Found(
        str(project.root),
        is_root(project.root),
        files.shown(settings) if settings else None,
        maps,
        records,
        texts,
        locked,
        tuple(problems),
    )
