"""The work of a build: parts of some hundred files each, told apart by what goes into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple
from zlib import crc32

from attrs import field, frozen

from argmap.corpora.places import Place

_MEAN = 1024
_MOST = 4096
_BYTES = 8 * 2**20


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

    @cached_property
    def beside(self) -> frozenset[str]:
        """Return the paths of files that may be read with another, whose name differs in its ending alone."""
        stems = Counter(stem(found.path) for found in self.files)
        return frozenset(found.path for found in self.files if stems[stem(found.path)] > 1)


def cut(found: Iterable[Found]) -> Iterator[tuple[Found, ...]]:
    """Cut a list of files into parts, so that one file more or less changes one part and leaves the others as they are.

    A part ends behind a file whose path says so, by chance but always the same; sooner where it gets large. Files whose
    names differ in their ending alone stay together: one may be read with the other, as brat's texts are.

    Example:
        >>> files = [Found(f"{number}.json", 1000) for number in range(4000)]
        >>> before, after = set(cut(files)), set(cut(files[:700] + files[701:]))
        >>> len(before), len(before - after)
        (6, 1)
    """
    part: list[Found] = []
    size = 0
    for name, files in groupby(found, key=lambda each: stem(each.path)):
        together = list(files)
        part += together
        size += sum(each.size for each in together)
        if len(part) >= _MOST or size >= _BYTES or crc32(name.encode("utf-8", "surrogateescape")) % _MEAN == 0:
            yield tuple(part)
            part, size = [], 0
    if part:
        yield tuple(part)


def stem(path: str) -> str:
    """Return a path without the ending of the file.

    Example:
        >>> stem("a.b/c.ann")
        'a.b/c'
    """
    return path.rpartition(".")[0] or path
