"""The work of a build: parts of some hundred files each, told apart by what goes into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from attrs import field, frozen

from argmap.corpora.places import Place

_MEAN = 512
_MOST = 2048
_BYTES = 4 * 2**20


class Around(NamedTuple):
    """The project of some files.

    Attributes:
        root: Its folder.
        digest: Of its settings, its records and their texts, and its lock.
    """

    root: str
    digest: str


class Found(NamedTuple):
    """A file that may hold maps.

    Attributes:
        path: From the folder of the corpus, with ``/``.
        size: In bytes.
        around: Its project; None where there is none, as behind an address.
    """

    path: str
    size: int
    around: Around | None = None


@frozen
class Task:
    """The making of one part.

    Attributes:
        files: The files that go into it.
        source: The folder that they are in.
        out: The folder of the corpus.
        tables: The names of the tables to fill.
        fatal: Paths of files that ended the process that read them: they are not read.
    """

    files: tuple[Found, ...]
    source: Place
    out: Place
    tables: tuple[str, ...]
    fatal: frozenset[str] = field(default=frozenset())


def cut(found: Iterable[Found]) -> Iterator[tuple[Found, ...]]:
    """Cut a list of files into parts, so that one file more or less changes one part and leaves the others as they are.

    A part ends behind a file whose path says so, by chance but always the same; sooner where it gets large.

    Example:
        >>> files = [Found(f"{number}.json", 1000) for number in range(2000)]
        >>> before, after = set(cut(files)), set(cut(files[:700] + files[701:]))
        >>> len(before), len(before - after)
        (5, 1)
    """
    part: list[Found] = []
    size = 0
    for each in found:
        part.append(each)
        size += each.size
        if len(part) == _MOST or size >= _BYTES or crc32(each.path.encode("utf-8", "surrogateescape")) % _MEAN == 0:
            yield tuple(part)
            part, size = [], 0
    if part:
        yield tuple(part)
