"""Building a corpus: from a folder of maps to tables, part by part."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor
from pathlib import Path

from attrs import frozen

from argmap.corpora import crews, manifest
from argmap.corpora.arrow import arrow
from argmap.corpora.corpus import Corpus, corpus
from argmap.corpora.crews import Crew
from argmap.corpora.listing import listed
from argmap.corpora.making import Done
from argmap.corpora.places import place
from argmap.corpora.running import run
from argmap.corpora.tables import NEEDED, TABLES
from argmap.corpora.tasks import Task, cut
from argmap.errors import UnknownNameError


@frozen
class Built:
    """What became of a build.

    Attributes:
        files: How many files it went through.
        parts: How many parts they fall into.
        made: How many of these were made, and not found as they were.
        rows: How many rows there are, by table.
    """

    files: int
    parts: int
    made: int
    rows: Mapping[str, int]


@frozen
class Stage:
    """How far a build has come.

    Attributes:
        done: How many files are done.
        files: How many there are.
        seconds: How long it has taken.
    """

    done: int
    files: int
    seconds: float

    def __str__(self) -> str:
        """Return it in a line, with how many a second and how long it will last.

        Example:
            >>> str(Stage(5000, 20000, 10)), str(Stage(0, 20000, 0))
            ('5,000 of 20,000 files, 500 a second, 30 s left', '0 of 20,000 files')
        """
        said = f"{self.done:,} of {self.files:,} files"
        if not self.done or not self.seconds:
            return said
        rate = self.done / self.seconds
        return f"{said}, {rate:,.0f} a second, {_duration((self.files - self.done) / rate)} left"


def build(
    source: str | Path,
    out: str | Path,
    *,
    tables: Collection[str] = (),
    crew: Crew | None = None,
    tell: Callable[[Stage], object] = lambda _: None,
) -> Built:
    """Build a corpus, or what of it has changed since it was built.

    Args:
        source: A folder of maps, a file or a pattern; or the address of one, which fsspec opens.
        out: The folder of the corpus, or its address.
        tables: Which tables to make; all where none is named. The maps and the problems are always among them.
        crew: Who does the work; processes of this machine where nobody is named.
        tell: Called with how far it has come.

    Raises:
        ReadError: There are no maps, or the corpus cannot be written.
        UnknownNameError: There is no such table.
        MissingExtraError: A package is not installed.
    """
    arrow()
    wanted = _tables(tables)
    folder, found = listed(str(source))
    target = place(str(out))
    with target.alone():
        begun, parts = time.monotonic(), list(cut(found))
        position = {part: number for number, part in enumerate(parts)}
        done: list[Done | None] = [None] * len(parts)
        count = 0
        tasks = (Task(part, folder, target, wanted) for part in parts)
        crew = crew or crews.processes()
        tell(Stage(0, len(found), 0))
        for task, each in run(tasks, crew):
            done[position[task.files]] = each
            count += each.files
            tell(Stage(count, len(found), time.monotonic() - begun))
        made = [each for each in done if each]
        manifest.write(target, wanted, made)
        manifest.clear(target, wanted, made)
    rows = Counter[str]()
    for each in made:
        rows.update(each.rows)
    return Built(len(found), len(made), sum(each.is_new for each in made), rows)


def build_corpus(
    maps: str | Path,
    folder: str | Path,
    *,
    tables: Collection[str] = (),
    jobs: int | None = None,
    executor: Executor | None = None,
) -> Corpus:
    """Build a corpus, or what of it has changed since it was built; see ``argmap corpus build``.

    Args:
        maps: A folder of maps, a file or a pattern; or the address of one, which fsspec opens.
        folder: The folder of the corpus, or its address.
        tables: Which tables to make; all where none is named. The maps and the problems are always among them.
        jobs: How many processes of this machine do it, 0 for none but this one; as many as processors if not given. In
            a script, what starts processes stands under ``if __name__ == "__main__"``.
        executor: Does it instead, such as that of a Dask client: ``client.get_executor()``. It is not shut down.

    Returns:
        The corpus. The same maps give the same files, byte for byte, whoever did it.

    Raises:
        ReadError: There are no maps, or the corpus cannot be written.
        UnknownNameError: There is no such table.
        MissingExtraError: A package is not installed.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> folder = Path(tempfile.mkdtemp())
        >>> written = (folder / "rain.yaml").write_text("nodes: {rain: {claim: It rained.}}")
        >>> corpus = build_corpus(folder, folder / "corpus", jobs=0)
        >>> corpus.sql("SELECT map, statement, kind FROM statements").rows
        [('rain.yaml', 'rain', 'claim')]
    """
    crew = crews.given(executor) if executor else crews.here() if jobs == 0 else crews.processes(jobs)
    build(maps, folder, tables=tables, crew=crew)
    return corpus(folder)


def _tables(names: Collection[str]) -> tuple[str, ...]:
    for name in names:
        if name not in TABLES:
            raise UnknownNameError("table", name, TABLES)
    return tuple(name for name in TABLES if not names or name in names or name in NEEDED)


def _duration(seconds: float) -> str:
    """Return a time as people say it.

    Example:
        >>> _duration(45.2), _duration(600), _duration(9000)
        ('45 s', '10 min', '2 h 30 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 100 else f"{minutes} min"
