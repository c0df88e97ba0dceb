"""Taking files of other formats into a project: each map is written with its sources, or not at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from attrs import define, evolve, field

from argmap import files, formats
from argmap.analysis import Analysis
from argmap.errors import ArgmapError, ConvertError, ReadError
from argmap.model.document import IMPORTED, ArgumentMap
from argmap.model.findings import Severity
from argmap.native.ids import is_id, slug
from argmap.project import documents
from argmap.project.project import Project, unreadable
from argmap.unseen import visible
from argmap.workflows import records
from argmap.workflows.importing.finding import inputs
from argmap.workflows.importing.report import Outcome, Report, State
from argmap.workflows.importing.sources import Shelf, Shelved, free, renamed

_DIGEST = re.compile(rb"""\b%s["']?: *(?:[>|]-\s+)?["']?SHA-256 ([0-9a-f]{16}) of """ % IMPORTED.encode())


def import_files(
    names: Iterable[str],
    project: Project,
    *,
    to: str = formats.STANDARD,
    form: str | None = None,
    columns: Mapping[str, str] | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Report:
    """Take files into a project: each map of them is written into its folder of maps, with records and texts.

    Nothing that is there is written over, and a file that was imported before is left alone. A file that cannot be read
    does not keep others from being imported.

    Args:
        names: Files, folders and patterns.
        project: The project.
        to: Format that the maps are written in.
        form: Format of the files; else their endings tell, and what they hold.
        columns: In tables, the heads of columns by what they hold; else they are guessed.
        say: Is told what is being done.

    Raises:
        ReadError: A file does not exist, or the project cannot be written to.
        UnknownNameError: There is no such format.
    """
    found = inputs(names, project, form)
    run = _Import(project, to.replace("-", "_"), columns or {})
    outcomes: list[Outcome] = []
    for number, (file, its_format) in enumerate(found.maps, 1):
        say(f"importing {file} ({number:,} of {len(found.maps):,})")
        outcomes += run.take(file, its_format)
    return Report(tuple(outcomes), found)


@define
class _Import:
    """Imports file after file, and knows what is there already."""

    project: Project
    to: str
    columns: Mapping[str, str]
    shelf: Shelf = field(init=False)
    _suffix: str = field(init=False)
    _taken: set[str] = field(init=False, factory=set)
    _imported: dict[str, Path] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.shelf = Shelf(self.project)
        self._suffix = formats.named(self.to).suffixes[0]
        folder = self.project.arguments
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.parent == folder:
                self._taken.add(path.name.partition(".")[0].casefold())
            if path.suffix == self._suffix and path.is_file():
                self._imported[_origin_of(path)] = path

    def take(self, file: str, form: str) -> Iterator[Outcome]:
        """Import the maps of a file."""
        try:
            names = documents.names(file, format=form)
        except ArgmapError:
            names = [file]
        for name in names:
            try:
                columns = self.columns if formats.named(form).takes_columns else None
                yield self._one(documents.load(name, format=form, columns=columns), name, form)
            except (ConvertError, ReadError) as error:
                yield Outcome(name, form, State.BROKEN, findings=unreadable(name, form, str(error)).findings)

    def _one(self, m: ArgumentMap, name: str, form: str) -> Outcome:
        findings = m.origin.findings if m.origin else ()
        if not m.statements:
            is_broken = any(each.severity is Severity.ERROR for each in findings)
            return Outcome(name, form, State.BROKEN if is_broken else State.EMPTY, findings=findings)
        outcome = Outcome(name, form, State.NEW, statements=len(m), relations=len(m.relations), findings=findings)
        digest = _digest(m, name)
        if digest in self._imported:
            return self._there(outcome, digest)
        shelved = self.shelf.shelve(m)
        annex = {**m.annex, IMPORTED: f"SHA-256 {digest} of {visible(PurePath(name).name)}"}
        look = evolve(m.origin, file="", findings=()) if m.origin else None  # which says how it is drawn
        bare = evolve(m, sources=(), texts={}, annex=annex, origin=look)
        made = renamed(bare, {each.old: each.source.id for each in shelved})
        usual = _stem(name)
        target = self.project.inside(self.project.arguments / f"{free(usual, self._taken)}{self._suffix}")
        writing = documents.written(made, str(target), self.to)
        _put({**self.shelf.files(shelved), target: writing.encoded})
        self.shelf.keep(shelved)
        stem = target.name.removesuffix(self._suffix)
        self._taken.add(stem.casefold())
        self._imported[digest] = target
        return evolve(
            outcome,
            target=self.project.relative(str(target)),
            passages=_passages(made, shelved, self.project),
            sources=tuple(each.source.id for each in shelved if each.is_new),
            findings=(*findings, *writing.findings),
            instead=usual if usual != stem else "",
        )

    def _there(self, outcome: Outcome, digest: str) -> Outcome:
        return evolve(outcome, state=State.THERE, target=self.project.relative(str(self._imported[digest])))


def _origin_of(path: Path) -> str:
    """Return what a map of the project was imported from, by its digest; empty for one that was not."""
    try:
        found = _DIGEST.search(files.read_bytes(path))
    except ReadError:
        return ""
    return found[1].decode() if found else ""


def _digest(m: ArgumentMap, name: str) -> str:
    """Return what the map of a file is known by: what the file and the texts that come with it hold."""
    path, number = formats.split_name(name)
    texts = (m.texts[source].encode("utf-8", "replace") for source in sorted(m.texts))
    return _short(b"\0".join([files.read_bytes(path), str(number).encode(), *texts]))


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _stem(name: str) -> str:
    """Return what a map is called after: the name of its file, which is made an id where it is none.

    Example:
        >>> _stem("corpus/Essay 01.json"), _stem("page.md#2")
        ('essay-01', 'page')
    """
    path = PurePath(formats.split_name(name)[0])
    double = "".join(path.suffixes[-2:])
    is_double = len(path.suffixes) > 1 and any(
        double.lower() in formats.named(each).suffixes for each in formats.candidates(str(path))
    )
    stem = path.name.removesuffix(double if is_double else path.suffix)
    return stem if is_id(stem) else slug(stem)


def _passages(m: ArgumentMap, shelved: tuple[Shelved, ...], project: Project) -> tuple[int, int, int]:
    """Count the passages and citations that are found in their texts, that are not, and that have no text."""
    if not any(statement.cited for statement in m):
        return 0, 0, 0
    texts = {each.source.id: each.text for each in shelved if each.text is not None}
    analysis = Analysis(evolve(m, sources=tuple(each.source for each in shelved), texts=texts), project)
    found = [resolution for _, cited, resolution in analysis.anchored if cited.source in texts and cited.selector]
    verified = sum(each.is_verified for each in found)
    return verified, len(found) - verified, sum(len(statement.cited) for statement in m) - len(found)


def _put(parts: Mapping[Path, bytes]) -> None:
    """Write new files, all or none of them; raises `ReadError`."""
    done: list[Path] = []
    try:
        for path, data in parts.items():
            records.put(path, data)
            done.append(path)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise
