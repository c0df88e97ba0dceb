"""A project: its folder, its settings, its source records, and their texts where these are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from os.path import relpath
from pathlib import Path

from attrs import Factory, frozen

from argmap import files
from argmap.errors import ReadError
from argmap.evidence.lockfile import Lock, read_lock
from argmap.flaws import Flaw, placed
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.native.read import read_record
from argmap.project.settings import Settings
from argmap.root import inside, unlinked
from argmap.rules.damaged_lock import RULE as DAMAGED_LOCK
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unreadable_text import RULE as UNREADABLE_TEXT
from argmap.text import LineIndex, Span

_RECORDS = (".yaml", ".yml")
_LONGEST = 60
_ENDS = (".", "!", "?", "…", "”", '"')
"""How a text ends, and no name of a file."""


@frozen
class Project:
    """A folder with settings, maps and source records; `argmap.project.discovery` finds it.

    Attributes:
        root: The folder.
        settings: Its settings.
    """

    root: Path
    settings: Settings = Factory(Settings)

    @property
    def seeds(self) -> Path:
        """Return the folder of source records."""
        return self.root / self.settings.seeds

    @property
    def arguments(self) -> Path:
        """Return the folder of maps."""
        return self.root / self.settings.arguments

    @property
    def lock_file(self) -> Path:
        """Return the file that holds what every passage held when it was last verified."""
        return self.root / "argmap.lock"

    @cached_property
    def lock(self) -> Lock | None:
        """Return what `lock_file` holds; None where there is none."""
        return None if self._lock_text is None else read_lock(self._lock_text)

    @cached_property
    def _lock_text(self) -> str | None:
        file = self.inside(self.lock_file)
        return files.decode(files.read_bytes(file, files.shown(file))).text if file.exists() else None

    @cached_property
    def records(self) -> Mapping[str, Source]:
        """Return the source records by id; of two with one id, the first by file name."""
        found: dict[str, Source] = {}
        for record in self.all_records:
            found.setdefault(record.id, record)
        return found

    @cached_property
    def all_records(self) -> tuple[Source, ...]:
        """Return every source record, by file name."""
        return tuple(self._record(path) for path in self.record_files())

    def _record(self, path: Path) -> Source:
        file = files.shown(path)
        try:
            decoded = files.decode(files.read_bytes(self.inside(path)))
        except ReadError as error:
            return Source(path.stem, record=unreadable(file, "yaml", str(error)))
        if decoded.flaw:
            return Source(path.stem, record=unreadable(file, "yaml", decoded.flaw, decoded.text, decoded.offset))
        return read_record(decoded.text, file, path.stem)

    def record_files(self) -> list[Path]:
        """Return the files of the source records, by name; raises `ReadError` where their folder leads out."""
        if not self.seeds.is_dir():
            return []
        return sorted(path for path in unlinked(self.seeds).iterdir() if self.is_record(path))

    def is_record(self, file: str | Path) -> bool:
        """Tell a source record from a map: it stands in the folder of records."""
        path = files.absolute(file)
        is_yaml = path.suffix.lower() in _RECORDS and path.name[0] != "."
        return is_yaml and path.parent == self.seeds and not path.is_dir()

    def inside(self, path: Path) -> Path:
        """Return a path to read or to write; raises `ReadError` where it leads out, or to what is no regular file."""
        return inside(path, self.root)

    def relative(self, file: str) -> str:
        """Return the path of a file relative to the project's folder, with ``/``; unchanged for one outside."""
        try:
            return files.absolute(file).relative_to(self.root).as_posix()
        except ValueError:
            return file

    def findings(self) -> list[Finding]:
        """Return what reading the source records found, ids that two of them share included."""
        found = [each for record in self.all_records if record.record for each in record.record.findings]
        for record in self.all_records:
            first = self.records[record.id]
            if first is not record and first.record:
                message = f"the id {record.id!r} is also that of {first.record.file}: this record is not read"
                flaw = Flaw(message, record.span, record.id, record)
                found.append(placed(flaw, DUPLICATE_ID, None))
        return [*found, *self._lock_findings()]

    @property
    def unread(self) -> list[Finding]:
        """Return what is so wrong with source records that they cannot be read whole."""
        return [each for each in self.findings() if each.code == SYNTAX.code]

    def _lock_findings(self) -> Iterator[Finding]:
        if self.lock is not None and self.lock.flaws:
            origin = Origin(files.shown(self.lock_file), "", LineIndex(self._lock_text or ""))
            yield from (placed(flaw, DAMAGED_LOCK, origin) for flaw in self.lock.flaws)

    def texts(self, wanted: Iterable[Source], m: ArgumentMap) -> tuple[dict[str, str], list[Finding]]:
        """Read the texts of sources, as far as they are at hand.

        Args:
            wanted: The sources.
            m: The map that the sources without a record file stand in.

        Returns:
            Texts by source id, and a finding for each text that is there but cannot be used.
        """
        texts: dict[str, str] = {}
        found: list[Finding] = []
        for source in wanted:
            if source.text is None:
                continue
            folder = folder_of(source.record or m.origin)
            try:
                self._refuse_prose(source.text, source.id, folder)
                text = self._text(source.text, folder)
            except ReadError as error:
                flaw = Flaw(f"the text of {source.id!r} cannot be used: {error}", source.span, source.id, source)
                found.append(placed(flaw, UNREADABLE_TEXT, m.origin))
            else:
                if text is not None:
                    texts[source.id] = text
        return texts, found

    def _refuse_prose(self, written: str, name: str, folder: Path) -> None:
        """Tell who wrote a text where its file is named what to write; raises `ReadError`."""
        is_prose = " " in written and written.rstrip().endswith(_ENDS) and not (folder / written[:_LONGEST]).exists()
        if "\n" in written or is_prose:
            file = self.seeds / "texts" / f"{name}.txt"
            path = Path(relpath(file, folder)).as_posix()
            raise ReadError(f"'text:' names a file: save the text as {files.shown(file)}, and write 'text: {path}'")

    def _text(self, name: str, folder: Path) -> str | None:
        written = repr(name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…")
        shown = files.shown(folder / name)
        try:
            path = (folder / name).resolve()
            if not path.is_relative_to(self.root.resolve()):
                raise ReadError(f"{written} leaves the project; put the text under {files.shown(self.seeds / 'texts')}")
            if not path.exists():
                return None
            if not path.is_file():
                raise ReadError(f"{shown} is {'a folder' if path.is_dir() else 'not a file'}")
        except (OSError, RuntimeError, ValueError) as error:
            raise ReadError(f"{written} is not a usable path: {files.reason(error)}") from None
        decoded = files.decode(files.read_bytes(path, files.shown(path)))
        if decoded.flaw:
            raise ReadError(f"{shown}{decoded.where}: {decoded.flaw}")
        return decoded.text


def folder_of(origin: Origin | None) -> Path:
    """Return the folder of the file that a map or record was read from; the working folder where there is none."""
    if origin is None or origin.file in ("", "-"):
        return Path.cwd()
    return files.absolute(origin.file).parent


def unreadable(file: str, format: str, message: str, text: str = "", offset: int = 0) -> Origin:  # noqa: A002
    """Return the origin of a file whose content cannot be read, with the finding that says why."""
    lines = LineIndex(text)
    origin = Origin(file, format, lines)
    why = placed(Flaw(message, Span(offset, min(offset + 1, len(text)))), SYNTAX, origin)
    return Origin(file, format, lines, findings=(why,))
