"""Maps as files: loading, saving, and maps from texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from argmap.errors import ReadError
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Rule, Severity
from argmap.model.origin import Origin
from argmap.project import files
from argmap.text import LineIndex

_SYNTAX = Rule("AM001", "syntax", Severity.ERROR)


def load(file: str | Path, *, text: bytes | None = None, format: str | None = None) -> ArgumentMap:  # noqa: A002
    """Read a map from a file.

    Args:
        file: Its path, as messages should name it.
        text: What the file holds, where it is not to be read from disk.
        format: Name of its format; else its ending tells.

    Returns:
        The map, with what reading it found in ``map.origin.findings``.

    Raises:
        ReadError: The file does not exist or cannot be opened, or its ending stands for no format.
        UnknownNameError: There is no such format.
    """
    name = format or (files.format_of(file) if str(file) != "-" else "yaml")
    if name is None:
        ending = Path(file).suffix or "no ending"
        raise ReadError(f"{file}: {ending} stands for no format that argmap reads: rename it, or name the format")
    reader = files.named_format(name)
    data = files.read_bytes(file) if text is None else text
    try:
        return reader.read(files.decode(data), str(file))
    except UnicodeError as error:
        finding = Finding(_SYNTAX.code, _SYNTAX.name, _SYNTAX.severity, str(error), str(file))
        return ArgumentMap(origin=Origin(str(file), name, LineIndex(""), (), (finding,)))


def loads(text: str, format: str = "yaml") -> ArgumentMap:  # noqa: A002
    """Read a map from a text; see `load`."""
    return files.named_format(format).read(text, "")


def save(m: ArgumentMap, file: str | Path, *, format: str | None = None) -> tuple[Finding, ...]:  # noqa: A002
    """Write a map to a file, whole or not at all.

    Args:
        m: The map.
        file: Where to; its ending tells the format.
        format: Name of the format, where the ending does not tell.

    Returns:
        What the format could not say.

    Raises:
        ReadError: The ending stands for no format that argmap writes, or the file cannot be written.
        UnknownNameError: There is no such format.
    """
    name = format or files.format_of(file)
    writer = files.named_format(name).write if name else None
    if writer is None:
        raise ReadError(f"{file}: argmap writes no files with the ending {Path(file).suffix or '(none)'}")
    writing = writer(m)
    files.write(file, writing.text.encode("utf-8", "backslashreplace"))
    return writing.findings


def formatted(data: bytes, file: str, format: str | None = None) -> tuple[str, str]:  # noqa: A002
    """Put a file into the canonical layout of its format.

    Args:
        data: What the file holds.
        file: Its path, for messages; its ending tells the format.
        format: Name of the format, where the ending does not tell.

    Returns:
        The text before and after.

    Raises:
        ReadError: The file cannot be read, has a syntax error, or its format has no layout.
    """
    name = format or (files.format_of(file) if file != "-" else "yaml")
    lay_out = files.named_format(name).lay_out if name else None
    if lay_out is None:
        raise ReadError(f"{file}: argmap has no layout for this kind of file")
    try:
        before = files.decode(data)
    except UnicodeError as error:
        raise ReadError(f"{file}: {error}") from None
    after = lay_out(before)
    if after is None:
        raise ReadError(f"{file} has a syntax error and was left alone: argmap check shows where")
    return before, after


def schema(what: str = "map") -> dict[str, Any]:
    """Give the JSON Schema of a ``map`` or of a ``source`` record."""
    from argmap.formats._native.schema import schema as made

    return made(what)
