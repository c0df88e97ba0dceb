"""Maps as files: loading, saving, and maps from texts."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import evolve

from argmap import files, formats
from argmap.errors import ConvertError, ReadError
from argmap.flaws import Flaw, placed
from argmap.formats import Writing, named, split_name
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING
from argmap.wording import counted, listed


def load(
    file: str | Path,
    *,
    format: str | None = None,  # noqa: A002
    columns: Mapping[str, str] | None = None,
) -> ArgumentMap:
    """Read a map from a file.

    Args:
        file: Its path, as messages should name it; the second of several maps in a Markdown file is ``page.md#2``.
        format: Name of its format (``yaml``, ``json`` …); else its ending tells, and what it holds.
        columns: In a table, the heads of columns by what they hold, such as ``{"text": "Wording"}``, where they are
            not to be guessed.

    Returns:
        The map, with what reading it found in ``map.origin.findings``.

    Raises:
        ReadError: The file does not exist or cannot be opened, or its ending stands for no format.
        ConvertError: It holds several maps, or none.
        UnknownNameError: There is no such format, or no map says what a column is to hold.
    """
    return parse(files.read_bytes(split_name(str(file))[0]), str(file), format=format, columns=columns)


def load_all(file: str | Path, *, format: str | None = None) -> tuple[ArgumentMap, ...]:  # noqa: A002
    """Read all the maps of a file: those in its blocks where it may hold several, else the one that it is.

    Args:
        file: Its path, as messages should name it.
        format: Name of its format; else its ending tells, and what it holds.

    Returns:
        The maps in their order, each with the block that it stands in in ``map.origin.block``.

    Raises:
        ReadError: The file cannot be opened, or its ending stands for no format.
        UnknownNameError: There is no such format.
    """
    return tuple(load(name, format=format) for name in names(str(file), format=format))


def names(file: str, *, format: str | None = None) -> list[str]:  # noqa: A002
    """Return the names of the maps in a file: the file itself, or those of its blocks, if it can be read.

    Raises:
        UnknownNameError: There is no such format.
    """
    path, number = split_name(file)
    if number is not None or not any(named(name).names for name in _possible(path, format)):
        return [file]
    try:
        data = files.read_bytes(path)
    except ReadError:
        return [file]
    return held(data, file, format or formats.kind_of_page(path, data))


def held(data: bytes, file: str, format: str | None) -> list[str]:  # noqa: A002
    """Return the names of the maps in what a file of a format holds: the file itself, or those of its blocks."""
    names_in = named(format).names if format else None
    if names_in is None:
        return [file]
    decoded = files.decode(data)
    return [file] if decoded.flaw else names_in(decoded.text, file)


def _possible(file: str, form: str | None) -> tuple[str, ...]:
    return (form,) if form else formats.candidates(file)


def reread(text: str, origin: Origin) -> ArgumentMap:
    """Read the map that stands where another was read from, in a file that has changed."""
    return named(origin.file_format).of_text(text, origin.name)


def loads(text: str, *, format: str = formats.STANDARD) -> ArgumentMap:  # noqa: A002
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
    return named(format).of_text(text, "")


def parse(
    data: bytes,
    file: str,
    *,
    format: str | None = None,  # noqa: A002
    columns: Mapping[str, str] | None = None,
) -> ArgumentMap:
    """Read a map from what a file holds; see `load`. Standard input, ``-``, is YAML unless a format is named."""
    possible = _possible(file, format or (formats.STANDARD if file == "-" else None))
    if not possible:
        raise ReadError(
            f"{file}: {_ending(file)} stands for no known format; name it with --input-format (format= in Python)"
        )
    named(possible[0])  # an unknown name is an error whatever the file holds
    name = possible[0] if len(possible) == 1 else formats.format_of(file, data)
    is_text = name is None or named(name).read_bytes is None
    decoded = files.decode(data) if is_text else files.Decoded("")
    flaw = decoded.flaw or ("" if name else formats.unclaimed(file))
    if columns and not (name and named(name).takes_columns):
        raise ReadError(f"{file} is no table, and has no columns to name")
    if name and not flaw:
        try:
            return named(name).of_text(decoded.text, file) if is_text else named(name).of_bytes(data, file, columns)
        except ConvertError as error:
            if named(name).names:  # which of the maps in the file was meant
                raise
            flaw = str(error)
    from argmap.project.project import unreadable

    return ArgumentMap(origin=unreadable(split_name(file)[0], possible[0], flaw, decoded.text, decoded.offset))


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
    for name, data in together(writing, file):
        files.write(name, data)
    return writing.findings


def together(writing: Writing, file: str | Path) -> Iterator[tuple[str, bytes]]:
    """Return the files that a map is written as, with what each holds: those beside it first, it last."""
    for suffix, data in writing.beside.items():
        yield str(Path(file).with_suffix(suffix)), data
    yield str(file), writing.encoded


def written(m: ArgumentMap, file: str | Path, format: str | None = None) -> Writing:  # noqa: A002
    """Write a map as `save` does, but only into memory; paths in it are as seen from the file."""
    possible = _possible(str(file), format)
    name = next((name for name in possible if named(name).write), possible[0] if possible else None)
    target = named(name) if name else None
    if target is None or target.write is None:
        said = f"argmap does not write {name}" if name else f"{_ending(file)} stands for no format that argmap writes"
        raise ReadError(f"{file}: {said}")
    from argmap.project.moving import moved

    there, left = moved(m, str(file))
    writing = target.write(_with_texts(there, m) if target.needs_texts else there)
    left = left if target.is_authored else []  # other programs know of no project
    left += _left_texts(m) if not target.needs_texts else ()
    lost = [*formats.losses(there, name or ""), *(placed(flaw, LOST_IN_WRITING, None) for flaw in left)]
    look = () if target.keeps_look else _lost_look(m)
    return evolve(writing, findings=(*writing.findings, *lost, *look))


def _with_texts(m: ArgumentMap, before: ArgumentMap) -> ArgumentMap:
    """Return a map with the texts of the sources that it names, as far as they are at hand."""
    from argmap.project.discovery import project_of

    project = project_of(before)
    named_sources = {m.about, *(each.source for statement in m for each in statement.cited)}
    sources = {**project.records, **{source.id: source for source in before.sources}}
    texts, _ = project.texts((source for name, source in sources.items() if name in named_sources), before)
    return evolve(m, texts={**texts, **m.texts})


def _left_texts(m: ArgumentMap) -> Iterator[Flaw]:
    """Say that texts which came with a map do not go with it; a text in a file of its own is found there."""
    filed = {source.id for source in m.sources if source.text is not None}
    texts = {name: text for name, text in m.texts.items() if name not in filed}
    if texts:
        words = counted(sum(len(text.split()) for text in texts.values()), "word")
        what, verb, it = ("text", "is", "it") if len(texts) == 1 else ("texts", "are", "them")
        file = m.origin.file if m.origin else ""
        how = f": argmap import {shlex.quote(file)} keeps {it}" if file not in ("", "-") else ""
        yield Flaw(f"the {what} of {listed(list(texts))} ({words}) {verb} not in this file{how}")


def _lost_look(m: ArgumentMap) -> Iterator[Finding]:
    """Say which settings of the map's author, on how it is drawn, are not written."""
    look = m.origin.look if m.origin else None
    if look and look.settings:
        names = ", ".join(look.settings)
        yield placed(Flaw(f"what says how the map is drawn is not kept: {names}"), LOST_IN_WRITING, None)


def _ending(file: str | Path) -> str:
    suffix = Path(file).suffix
    return f"the ending {suffix}" if suffix else "a name without an ending"
