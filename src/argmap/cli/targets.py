"""Where what is made of maps is written to: the files that ``--output`` stands for."""

from __future__ import annotations

import os
from itertools import count
from os.path import lexists
from pathlib import Path

from argmap import files
from argmap.cli.output import put_bytes, write
from argmap.errors import ReadError
from argmap.formats import split_name
from argmap.project.paths import STDIN
from argmap.root import unlinked


def ending(output: str | None) -> str | None:
    """Return the format that the ending of the output names, if it has an ending."""
    if not output or output == STDIN or output.endswith("/") or files.is_folder(output):
        return None
    return Path(output).suffix[1:].lower() or None


def targets_of(
    names: list[str], output: str | None, kind: str, *, suffix: str = "", what: str = "picture", made: str = "drawn"
) -> list[str]:
    """Return the file that what is made of each map is written to, ``-`` for standard output.

    Args:
        names: The maps.
        output: A file, a folder or ``-``; None for files in the working folder, and ``-`` of standard input.
        kind: The ending of the files.
        suffix: What stands between a map's name and the ending.
        what: What is made of a map, in a word.
        made: How it is made, as a participle.

    Raises:
        ReadError: Two would be one file, a map would be written over, or the output has no name.
    """
    if output == "":
        raise ReadError("the path after --output is empty")
    several = len(names) > 1
    if several and _is_file(output):
        raise ReadError(f"several maps need a folder to be {made} to, and {output} is a file")
    targets = [_target(f"{_stem(name)}{suffix}.{kind}", name, output, several=several) for name in names]
    maps = {files.identity(file): file for file in (split_name(name)[0] for name in reversed(names))}
    found: dict[str, str] = {}
    for name, target in zip(names, targets, strict=True):
        place = target if target == STDIN else _place(target)
        if place in found:
            raise ReadError(f"{found[place]} and {name} would both be {made} to {target}")
        found[place] = name
        there = None if target == STDIN else files.identity(target)
        if there and there in maps:
            leads = "" if maps[there] == target else f", to which {target} leads"
            raise ReadError(f"the {what} would be written over the map {maps[there]}{leads}")
    return targets


def apart(targets: list[str]) -> None:
    """Raise `ReadError` where a page of one picture might be written over another picture.

    Example:
        >>> apart(["a.svg", "b-2.svg"])
        >>> apart(["a.svg", "a-2.svg"])
        Traceback (most recent call last):
        ...
        argmap.errors.ReadError: page 2 of a.svg might be written over a-2.svg: draw them to different folders
    """
    known = set(targets)
    for target in targets:
        path = Path(target)
        stem, _, number = path.stem.rpartition("-")
        if number.isdecimal() and str(path.with_name(f"{stem}{path.suffix}")) in known:
            whole = path.with_name(f"{stem}{path.suffix}")
            raise ReadError(f"page {number} of {whole} might be written over {target}: draw them to different folders")


def left_over(target: str, pages: int) -> list[str]:
    """Return the files of an earlier picture that had more pages, as far as they follow those that are written."""
    path, found = Path(target), list[str]()
    if target == STDIN:
        return found
    for number in count(pages + 1 if pages > 1 else 1):
        file = path.with_name(f"{path.stem}-{number}{path.suffix}")
        if not lexists(file):
            return found
        found.append(str(file))
    return found


def paged(target: str, pages: int) -> list[str]:
    """Return the file that each page of a picture is written to: the target itself where there is but one.

    Raises:
        ReadError: Several pages cannot be printed.

    Example:
        >>> paged("x.svg", 1), paged("x.svg", 2)
        (['x.svg'], ['x-1.svg', 'x-2.svg'])
    """
    if pages == 1:
        return [target]
    if target == STDIN:
        raise ReadError(f"the picture has {pages} pages, a file each: name a file with --output, or draw PDF")
    path = Path(target)
    return [_free(path.with_name(f"{path.stem}-{number}{path.suffix}")) for number in range(1, pages + 1)]


def put_at(target: str, data: bytes, output: str | None) -> None:
    """Write what was made of a map to its target; a folder that the user has named is made without a word."""
    if target == STDIN:
        put_bytes(data)
        return
    if target != output:
        files.make_folder(Path(target).parent)
    write(target, data)


def _place(target: str) -> str:
    """Return where a file is written to, with links followed; the path itself where no system can hold it."""
    try:
        return os.path.realpath(target)
    except (OSError, ValueError):
        return target


def _is_file(output: str | None) -> bool:
    if output in (None, STDIN):
        return False
    return (lexists(output) and not files.is_folder(output)) or ending(output) is not None


def _stem(name: str) -> str:
    file, number = split_name(name)
    if name == STDIN:
        return "map"
    return f"{Path(file).stem}-{number}" if number else Path(file).stem


def _target(file: str, name: str, output: str | None, *, several: bool) -> str:
    if output is None:
        return STDIN if name == STDIN else _free(Path(file))
    if output == STDIN or not (several or files.is_folder(output) or output.endswith("/")):
        return output
    _free(Path(output).resolve() / file)
    return str(Path(output) / file)


def _free(path: Path) -> str:
    """Return a path that argmap has named; raises `ReadError` where a link out of the project, or no file, is there."""
    unlinked(path)
    return str(files.regular(path))
