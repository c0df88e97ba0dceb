"""A project's sources: the records in its seeds folder, and their texts where these are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from attrs import Factory, evolve, frozen

from argmap.errors import ReadError
from argmap.formats._native.read import read_record
from argmap.model.findings import Finding, Rule, Severity
from argmap.model.sources import Source
from argmap.project import files
from argmap.project.settings import Settings, read_settings, settings_file

UNREADABLE_TEXT = Rule("AM010", "unreadable-text", Severity.ERROR)
_SYNTAX = Rule("AM001", "syntax", Severity.ERROR)


@frozen
class Project:
    """A folder with settings, maps and source records.

    Attributes:
        root: The folder.
        settings: Its settings.
    """

    root: Path
    settings: Settings = Factory(Settings)

    @classmethod
    def around(cls, place: str | Path) -> Project:
        """Find the project that a file or folder belongs to: the nearest folder with settings or seeds.

        A file in no project is a project of its own, without records.
        """
        start = Path(place).absolute()
        folder = start if start.is_dir() else start.parent
        for candidate in (folder, *folder.parents):
            file = settings_file(candidate)
            if file is not None:
                return cls(candidate, read_settings(file))
            if (candidate / "seeds").is_dir() or (candidate / ".git").exists():
                return cls(candidate)
        return cls(folder)

    @property
    def seeds(self) -> Path:
        """Give the folder of source records."""
        return self.root / self.settings.seeds

    @property
    def arguments(self) -> Path:
        """Give the folder of maps."""
        return self.root / self.settings.arguments

    @cached_property
    def records(self) -> Mapping[str, Source]:
        """Give the source records by id; of two with one id, the first by file name."""
        found: dict[str, Source] = {}
        for record in self.all_records:
            found.setdefault(record.id, record)
        return found

    @cached_property
    def all_records(self) -> tuple[Source, ...]:
        """Give every source record, by file name."""
        if not self.seeds.is_dir():
            return ()
        paths = sorted(path for path in self.seeds.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
        return tuple(_read_record(path) for path in paths if path.name[0] != ".")

    def findings(self) -> list[Finding]:
        """Give what reading the source records found, ids that two of them share included."""
        found = [finding for record in self.all_records if record.record for finding in record.record.findings]
        for record in self.all_records:
            first = self.records[record.id]
            if first is not record and first.record and record.record:
                message = f"the id {record.id!r} is also that of {first.record.file}: this record is not read"
                rule = Rule("AM003", "duplicate-id", Severity.ERROR)
                found.append(_finding(rule, message, record.record.file, record.id))
        return found

    def texts(self, wanted: Iterable[Source], map_file: str) -> tuple[dict[str, str], list[Finding]]:
        """Read the texts of sources, as far as they are at hand.

        Args:
            wanted: The sources.
            map_file: Path of the map that inline records stand in.

        Returns:
            Texts by source id, and a finding for each text that is there but cannot be used.
        """
        texts: dict[str, str] = {}
        found: list[Finding] = []
        for source in wanted:
            if source.text is None:
                continue
            file = source.record.file if source.record else map_file
            try:
                text = self._text(source.text, Path(file).absolute().parent)
            except (ReadError, UnicodeError) as error:
                message = f"the text of source {source.id!r} cannot be used: {error}"
                found.append(_finding(UNREADABLE_TEXT, message, file, source.id))
            else:
                if text is not None:
                    texts[source.id] = text
        return texts, found

    def _text(self, name: str, folder: Path) -> str | None:
        path = (folder / name).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise ReadError(f"the path {name!r} leaves the project: put the text under {self.settings.seeds}/texts")
        return files.decode(files.read_bytes(path)) if path.exists() else None


def _read_record(path: Path) -> Source:
    file = _shown(path)
    try:
        return read_record(files.decode(files.read_bytes(path)), file, path.stem)
    except (ReadError, UnicodeError) as error:
        source = read_record("note: -\n", file, path.stem)
        if source.record is None:
            return source
        return evolve(
            source, note=None, record=evolve(source.record, findings=(_finding(_SYNTAX, str(error), file, path.stem),))
        )


def _shown(path: Path) -> str:
    """Show a path as a user would type it from the working folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _finding(rule: Rule, message: str, file: str, node: str) -> Finding:
    return Finding(rule.code, rule.name, rule.severity, message, file, node=node)
