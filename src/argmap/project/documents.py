"""Maps as files: loading, saving, and maps from texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from argmap import files
from argmap.errors import ReadError
from argmap.flaws import Flaw, placed
from argmap.formats import Writing
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin, split_name
from argmap.project.endings import format_of, named
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING


def load(file: str | Path, *, format: str | None = None) -> ArgumentMap:  # noqa: A002
    """Read a map from a file.

    Args:
        file: Its path, as messages should name it; the second of several maps in a Markdown file is ``page.md#2``.
        format: Name of its format (``yaml``, ``json`` …); else its ending tells.

    Returns:
        The map, with what reading it found in ``map.origin.findings``.

    Raises:
        ReadError: The file does not exist or cannot be opened, or its ending stands for no format.
        ConvertError: It holds several maps, or none.
        UnknownNameError: There is no such format.
    """
    return parse(files.read_bytes(split_name(str(file))[0]), str(file), format=format)


def load_all(file: str | Path, *, format: str | None = None) -> tuple[ArgumentMap, ...]:  # noqa: A002
    """Read all the maps of a file: of a Markdown file those in its fenced blocks, of any other the one that it is.

    Args:
        file: Its path, as messages should name it.
        format: Name of its format; else its ending tells.

    Returns:
        The maps in their order, each with the block that it stands in in ``map.origin.block``.

    Raises:
        ReadError: The file cannot be opened, or its ending stands for no format.
        UnknownNameError: There is no such format.
    """
    return tuple(load(name, format=format) for name in names(str(file), format=format))


def names(file: str, *, format: str | None = None) -> list[str]:  # noqa: A002
    """Return the names of the maps in a file: the file itself; for Markdown those of its blocks, if it can be read.

    Raises:
        UnknownNameError: There is no such format.
    """
    path, number = split_name(file)
    name = format or format_of(path)
    names_in = named(name).names if name and number is None else None
    if names_in is None:
        return [file]
    try:
        decoded = files.decode(files.read_bytes(path))
    except ReadError:
        return [file]
    return [file] if decoded.flaw else names_in(decoded.text, file)


def reread(text: str, origin: Origin) -> ArgumentMap:
    """Read the map that stands where another was read from, in a file that has changed."""
    return named("markdown" if origin.block else origin.format).read(text, origin.name)


def loads(text: str, *, format: str = "yaml") -> ArgumentMap:  # noqa: A002
    """Read a map from a text.

    Args:
        text: The map.
        format: Name of its format.

    Returns:
        The map, with what reading it found in ``map.origin.findings``.

    Raises:
        UnknownNameError: There is no such format.

    Example:
        >>> m = loads("nodes: {rain: {claim: It rained.}}")
        >>> m["rain"].text
        'It rained.'
    """
    return named(format).read(text, "")


def parse(data: bytes, file: str, *, format: str | None = None) -> ArgumentMap:  # noqa: A002
    """Read a map from what a file holds; see `load`. Standard input, ``-``, is YAML unless a format is named."""
    name = format or ("yaml" if file == "-" else format_of(file))
    if name is None:
        raise ReadError(
            f"{file}: {_ending(file)} stands for no known format; name it with --input-format (format= in Python)"
        )
    reader = named(name)
    decoded = files.decode(data)
    if decoded.flaw:
        from argmap.project.project import unreadable

        return ArgumentMap(origin=unreadable(split_name(file)[0], name, decoded.flaw, decoded.text, decoded.offset))
    return reader.read(decoded.text, file)


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
    writing = written(m, file, format)
    files.write(file, writing.text.encode("utf-8", "backslashreplace"))
    return writing.findings


def written(m: ArgumentMap, file: str | Path, format: str | None = None) -> Writing:  # noqa: A002
    """Write a map as `save` does, but only into memory."""
    name = format or format_of(file)
    target = named(name) if name else None
    if target is None or target.write is None:
        said = f"argmap does not write {name}" if name else f"{_ending(file)} stands for no format that argmap writes"
        raise ReadError(f"{file}: {said}")
    writing = target.write(m)
    return writing if target.keeps_look else evolve(writing, findings=(*writing.findings, *_lost_look(m)))


def _lost_look(m: ArgumentMap) -> Iterator[Finding]:
    """Say which settings of the map's author, on how it is drawn, are not written."""
    look = m.origin.look if m.origin else None
    if look and look.settings:
        names = ", ".join(look.settings)
        yield placed(Flaw(f"what says how the map is drawn is not kept: {names}"), LOST_IN_WRITING, None)


def _ending(file: str | Path) -> str:
    suffix = Path(file).suffix
    return f"the ending {suffix}" if suffix else "a name without an ending"
