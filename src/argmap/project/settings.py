"""Settings: ``argmap.toml``, or ``[tool.argmap]`` in ``pyproject.toml``; the nearest file wins."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from attrs import field, fields_dict, frozen

from argmap.errors import ConfigError, did_you_mean
from argmap.model.findings import Rule, Severity


@frozen
class Settings:
    """What a project wants of argmap.

    Attributes:
        select: Codes, beginnings of codes (``AM1``) or names of the checks to run; the default set when empty.
        extend_select: Checks to run besides these.
        ignore: Checks not to run.
        per_file_ignores: The same for files that match a pattern, relative to the project's folder.
        severity: Another severity for a check: ``error``, ``warning`` or ``note``.
        fail_on: The mildest severity that fails a run.
        arguments: Folder of the maps.
        seeds: Folder of the source records.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(factory=dict)
    severity: Mapping[str, Severity] = field(factory=dict)
    fail_on: Severity = Severity.WARNING
    arguments: str = "arguments"
    seeds: str = "seeds"

    def ignores(self, file: str) -> tuple[str, ...]:
        """Give the checks not to run on a file.

        Args:
            file: Its path relative to the project's folder, with ``/``.
        """
        matching = [codes for pattern, codes in self.per_file_ignores.items() if fnmatch(file, pattern)]
        return (*self.ignore, *(code for codes in matching for code in codes))


def settings_file(folder: Path) -> Path | None:
    """Give the file in a folder that holds settings, if one does."""
    own = folder / "argmap.toml"
    if own.is_file():
        return own
    shared = folder / "pyproject.toml"
    try:
        return shared if shared.is_file() and b"[tool.argmap" in shared.read_bytes() else None
    except OSError:
        return None


def read_settings(file: Path) -> Settings:
    """Read a settings file; raises `ConfigError` with the key that is wrong, and what would be right."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file}: {error}") from None
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("argmap", {})
    values = {_attribute(file, key): value for key, value in table.items()}
    try:
        return Settings(**{name: _value(name, value) for name, value in values.items()})
    except ValueError as error:
        raise ConfigError(f"{file}: {error}") from None


def _attribute(file: Path, key: str) -> str:
    known = {name.replace("_", "-"): name for name in fields_dict(Settings)}
    if key not in known:
        hint = did_you_mean(key, known) or f"there is {', '.join(sorted(known))}"
        raise ConfigError(f"{file}: unknown setting {key!r}: {hint}")
    return known[key]


def _value(name: str, value: Any) -> Any:
    key = name.replace("_", "-")
    if name in ("select", "extend_select", "ignore"):
        return _codes(key, value)
    if name in ("per_file_ignores", "severity"):
        if not isinstance(value, dict):
            raise ValueError(f"{key!r} is a table, as in {key} = {{ … }}")
        inner = f"{key}.%s"
        if name == "severity":
            return {code: _severity(inner % code, word) for code, word in value.items()}
        return {pattern: _codes(inner % pattern, codes) for pattern, codes in value.items()}
    if name == "fail_on":
        return _severity(key, value)
    if not isinstance(value, str):
        raise ValueError(f"{key!r} takes a text")  # noqa: TRY004  (a wrong value in a file, not a wrong call)
    return value


def _codes(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise ValueError(f'{key!r} is a list of codes or names, as in ["AM101", "orphan"]')
    return tuple(value)


def _severity(key: str, value: Any) -> Severity:
    names = [str(severity) for severity in Severity]
    if value not in names:
        raise ValueError(f"{key!r} is one of {', '.join(names)}, not {value!r}")
    return Severity(value)


def matching(wanted: Iterable[str], rules: Iterable[Rule]) -> set[str]:
    """Give the codes that a list of codes, beginnings of codes and names stands for.

    Raises:
        ConfigError: One of them stands for nothing.

    Example:
        >>> unsupported = Rule("AM101", "unsupported-claim", Severity.WARNING)
        >>> rules = [unsupported, Rule("AM201", "passage-missing", Severity.ERROR)]
        >>> sorted(matching(["AM1", "passage-missing"], rules))
        ['AM101', 'AM201']
    """
    rules = list(rules)
    found: set[str] = set()
    for word in wanted:
        codes = {rule.code for rule in rules if word in ("ALL", rule.name) or _begins(rule.code, word)}
        if not codes:
            known = [name for rule in rules for name in (rule.code, rule.name)]
            raise ConfigError(f"no check is called {word!r}: {did_you_mean(word, known) or 'argmap rules lists them'}")
        found |= codes
    return found


def _begins(code: str, word: str) -> bool:
    return len(word) > 2 and code.startswith(word.upper())
