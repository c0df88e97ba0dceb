"""Settings: ``argmap.toml``, or ``[tool.argmap]`` in ``pyproject.toml``; the nearest file wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import field, frozen

from argmap import files
from argmap.errors import ConfigError, ReadError, did_you_mean
from argmap.model.findings import Severity
from argmap.project.choice import NO_CHOICE, Selection
from argmap.root import ARGUMENTS, SEEDS, inside


@frozen
class Settings:
    """What a project wants of argmap.

    Attributes:
        selection: The checks to run (``select``, ``extend-select``, ``ignore``).
        per_file_ignores: Pattern to checks not to run on the files that match; see `ignores`.
        severity: Another severity for a check, by code, beginning of a code or name.
        fail_on: The mildest severity that fails a run.
        arguments: Folder of the maps.
        seeds: Folder of the source records.
        file: Where they were read from; None for those that hold where there is no file.
    """

    selection: Selection = NO_CHOICE
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(factory=dict)
    severity: Mapping[str, Severity] = field(factory=dict)
    fail_on: Severity = Severity.WARNING
    arguments: str = ARGUMENTS
    seeds: str = SEEDS
    file: Path | None = None

    def ignores(self, file: str) -> tuple[str, ...]:
        """Return the checks not to run on a file.

        Args:
            file: Its path relative to the project's folder, with ``/``. A pattern without ``/`` is matched against the
                name alone; ``*`` stands for anything, ``/`` included.

        Example:
            >>> settings = Settings(per_file_ignores={"arguments/old/*": ("AM1",), "draft-*": ("orphan",)})
            >>> settings.ignores("arguments/old/draft-tax.yaml")
            ('AM1', 'orphan')
        """
        name = PurePosixPath(file).name
        matching = [
            words
            for pattern, words in self.per_file_ignores.items()
            if fnmatchcase(file if "/" in pattern else name, pattern)
        ]
        return tuple(word for words in matching for word in words)


def read_settings(file: Path) -> Settings:
    """Read a settings file; raises `ConfigError` with the key that is wrong, and what would be right."""
    try:
        return _settings(_table(file), file)
    except ReadError as error:
        raise ConfigError(str(error)) from None
    except ValueError as error:
        raise ConfigError(f"{files.shown(file)}: {error}") from None
    except RecursionError:
        raise ConfigError(f"{files.shown(file)}: nested too deep") from None


def _table(file: Path) -> Mapping[str, Any]:
    import tomllib

    decoded = files.decode(files.read_bytes(inside(file, file.parent)))
    if decoded.flaw:
        raise ValueError(decoded.flaw)
    table: Any = tomllib.loads(decoded.text)
    if file.name != "pyproject.toml":
        return table  # type: ignore[no-any-return]
    for key in ("tool", "argmap"):
        table = table.get(key, {})
        if not isinstance(table, dict):
            raise ValueError(f"{key!r} is a table, as in [tool.argmap]")  # noqa: TRY004  (a slip in a file)
    return table  # type: ignore[no-any-return]


def _settings(table: Mapping[str, Any], file: Path) -> Settings:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"choose from {', '.join(sorted(_KEYS))}"
            raise ValueError(f"unknown setting {key!r}: {hint}")
        values[key.replace("-", "_")] = _KEYS[key](key, value)
    selection = Selection(**{name: values.pop(name) for name in _SELECTION if name in values})
    return Settings(selection, **values, file=file)


def _words(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError(f'{key!r} is a list of codes or names, as in ["AM101", "orphan"]')
    return tuple(value)


def _severity(key: str, value: Any) -> Severity:
    names = [str(severity) for severity in Severity]
    if value not in names:
        raise ValueError(f"{key!r} is one of {', '.join(names)}, not {value!r}")
    return Severity(value)


def _table_of(inner: Callable[[str, Any], Any], example: str) -> Callable[[str, Any], dict[str, Any]]:
    def read(key: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError(f"{key!r} is a table, as in {key} = {example}")  # noqa: TRY004  (a slip in a file)
        return {name: inner(f"{key}.{name}", entry) for name, entry in value.items()}

    return read


def _folder(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value or PurePosixPath(value).is_absolute() or ".." in Path(value).parts:
        raise ValueError(f"{key!r} is the name of a folder inside the project, not {value!r}")
    return value


_SELECTION = ("select", "extend_select", "ignore")
_KEYS: dict[str, Callable[[str, Any], Any]] = {
    "select": _words,
    "extend-select": _words,
    "ignore": _words,
    "per-file-ignores": _table_of(_words, '{ "arguments/draft-*" = ["AM1"] }'),
    "severity": _table_of(_severity, '{ AM112 = "note" }'),
    "fail-on": _severity,
    "arguments": _folder,
    "seeds": _folder,
}
