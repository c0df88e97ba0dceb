"""What commands share: naming files on the command line, and reading them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import field, frozen

from argmap import files, formats
from argmap.analysis import Analysis, analyse
from argmap.cli.contents import file_content as file_content  # noqa: PLC0414  (who reads files has it from here)
from argmap.cli.contents import standard_input
from argmap.cli.output import complain
from argmap.errors import ArgmapError, ReadError, UnknownNameError
from argmap.evaluation.labels import Basis
from argmap.formats import split_name
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Severity
from argmap.model.statements import Kind
from argmap.project import documents
from argmap.project.paths import STDIN, expand, within
from argmap.root import unlinked

if TYPE_CHECKING:
    from argmap.project.project import Project


_GROUNDS = {
    Basis.INDEPENDENT: "independent ones",
    Basis.CITED: "all cited ones",
    Basis.DECLARED: "also assumptions",
    Basis.GRANTED: "also every uncited leaf",
}


@frozen
class Batch:
    """The files of one project that a command line names.

    Attributes:
        project: The project; that of standard input is the working folder's.
        maps: Files of maps, and ``-``.
        records: Files of source records.
    """

    project: Project
    maps: list[str] = field(factory=list)
    records: list[str] = field(factory=list)

    @property
    def is_complete(self) -> bool:
        """Tell whether all maps of the project are among the files."""
        from argmap.project.discovery import Projects

        folder = self.project.arguments
        every = within(folder, Projects()) if folder.is_dir() else ()
        named = {files.absolute(file) for file in self.maps}
        return folder.is_dir() and all(files.absolute(file) in named for file in every if names_in(file, None))


def paths_argument(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take files, folders, patterns and ``-``."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())(command)


def input_format_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told the format of its input."""
    names = ", ".join(name.replace("_", "-") for name in formats.names())
    return click.option(
        "--input-format",
        metavar="NAME",
        help=f"Format of the input, where its ending and content do not tell: {names}.",
    )(command)


def basis_option(*bases: Basis) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a command be told which grounds count, from the fewest to the most."""
    *first, last = (_GROUNDS[basis] for basis in bases)
    return click.option(
        "--basis",
        type=click.Choice(list(map(str, bases))),
        default=str(Basis.DECLARED),
        show_default=True,
        help=f"Grounds that count: {', '.join(first)}, or {last}.",
    )


def order_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told whose eyes to see a map with."""
    return click.option("--order", metavar="NAME", help="Weigh costs by an order of values of the map.")(command)


def batches(names: Sequence[str]) -> list[Batch]:
    """Return the files that a command line names, by project; without any, all of the project we are in.

    Raises:
        ReadError: A name stands for no file, or there is no folder of maps.
    """
    from argmap.project.discovery import Projects

    projects = Projects()
    here = projects.around(Path.cwd())
    if not names and not here.arguments.is_dir():
        remedy = "name a file or a folder, or begin a project with argmap init"
        raise ReadError(f"there is no folder {files.shown(here.arguments)} here: {remedy}")
    every = (files.shown(here.arguments), *(files.shown(path) for path in here.record_files()))
    found: dict[Path, Batch] = {}
    for file in expand(names or every, projects):
        project = here if file == STDIN else projects.around(file)
        batch = found.setdefault(project.root, Batch(project))
        (batch.records if file != STDIN and project.is_record(file) else batch.maps).append(file)
    return list(found.values())


def maps(names: Sequence[str], input_format: str | None = None) -> list[tuple[Project, str]]:
    """Return the names of the maps that a command line names, each with its project.

    Raises:
        ReadError: Besides what `batches` raises: a name stands for a source record, or there is no map.
    """
    found = batches(names)
    for record in (record for batch in found for record in batch.records if record in names):
        raise ReadError(f"{record} is a source record, not a map")
    named = [(batch.project, name) for batch in found for name in parts(batch.maps, names, input_format)]
    if not named:
        raise ReadError(f"there is no map in {', '.join(names) or 'this project'}")
    return named


def one_map(name: str, input_format: str | None = None) -> tuple[Project, str]:
    """Return the one map that a name stands for, with its project; raises `ReadError` where it stands for several."""
    named = maps([name], input_format)
    if len(named) > 1:
        raise ReadError(f"{name} holds {len(named)} maps: name one of them, such as {named[0][1]}")
    return named[0]


def parts(files: Iterable[str], names: Sequence[str], input_format: str | None = None) -> Iterator[str]:
    """Return the names of the maps in files, each once; say on standard error where a file that was named has none."""
    given: set[str] = set()
    for file in files:
        found = [file] if file == STDIN else names_in(file, input_format)
        if not found and file in names:
            _complain_of_none(file, input_format)
        yield from (name for name in found if name not in given)
        given |= set(found)


def names_in(file: str, input_format: str | None) -> list[str]:
    """Return the names of the maps in a file; its own where it is not to be read, which its reader says."""
    try:
        unlinked(split_name(file)[0])
    except ReadError:
        return [file]
    return documents.names(file, format=input_format)


def _complain_of_none(file: str, input_format: str | None) -> None:
    try:
        documents.load(file, format=input_format or formats.kind_of_page(file, b""))
    except ArgmapError as error:
        complain(error)


def read(file: str, input_format: str | None, columns: Mapping[str, str] | None = None) -> ArgumentMap:
    """Read a map from a file or from standard input."""
    m = documents.parse(content(file), file, format=input_format, columns=columns)
    if file == STDIN and input_format is None and not m.statements:
        complain(f"standard input was read as {formats.STANDARD}; --input-format names another format")
    return m


def is_path(name: str) -> bool:
    """Tell whether a word names files: some are there, or it looks like a path."""
    looks = not {"/", "*"}.isdisjoint(name) or Path(name).suffix not in ("", ".")
    return name == STDIN or lexists(name) or (looks and " " not in name)


def statement(m: ArgumentMap, name: str) -> str:
    """Return the id of the statement that a command line names, by its id, title or text.

    Raises:
        UnknownNameError: There is none.
        ReadError: Several have that title or text.
    """
    found = m.called(name)
    if not found:
        raise UnknownNameError("statement", name, [s.id for s in m])
    if len(found) > 1:
        raise ReadError(f"{name!r} stands for {' and '.join(found)}: name one by its id")
    return found[0]


def group(m: ArgumentMap, name: str) -> str:
    """Return the id of the section that a command line names, by its id or its heading.

    Raises:
        UnknownNameError: There is none.
        ReadError: Several have that heading.
    """
    found = [g.id for g in m.groups if g.id == name] or [g.id for g in m.groups if name in (g.title, m.headings[g.id])]
    if not found:
        raise UnknownNameError("group", name, [g.id for g in m.groups])
    if len(found) > 1:
        raise ReadError(f"{name!r} is the heading of {' and '.join(found)}: name one by its id")
    return found[0]


def read_whole(file: str, input_format: str | None) -> ArgumentMap:
    """Read a map to work with; say on standard error if a part of it could not be read.

    Args:
        file: Its name.
        input_format: Name of its format, where a person says it.

    Raises:
        ReadError: There is nothing in it to work with.
    """
    m = read_some(file, input_format)
    errors = _errors(m)
    if errors:
        count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        complain(f"{file} has {count} and may not have been read whole; argmap check shows where")
    return m


def read_some(file: str, input_format: str | None, columns: Mapping[str, str] | None = None) -> ArgumentMap:
    """Read a map of which at least a part can be read.

    Args:
        file: Its name.
        input_format: Name of its format, where a person says it.
        columns: The heads of a table's columns by what they hold, where a person says it.

    Raises:
        ReadError: There is nothing in it to work with.
    """
    m = read(file, input_format, columns)
    if not m.statements:
        errors = _errors(m)
        raise ReadError(str(errors[0]) if errors else f"{file} has no statements")
    return m


def _errors(m: ArgumentMap) -> list[Finding]:
    return [f for f in m.origin.findings if f.severity is Severity.ERROR] if m.origin else []


def analysed(project: Project, file: str, input_format: str | None = None) -> Analysis:
    """Read a map to work with, in its project; say on standard error, once a run, what of its sources cannot be read.

    Raises:
        ReadError: There is nothing in it to work with.
    """
    analysis = analyse(read_whole(file, input_format), project)
    told = click.get_current_context().find_root().meta.setdefault("argmap.unread", set())
    for finding in (*project.unread, *analysis.findings):
        if finding not in told:
            told.add(finding)
            complain(finding)
    return analysis


def analyses(
    names: Sequence[str], input_format: str | None, say: Callable[[str], None]
) -> tuple[dict[str, Analysis], bool]:
    """Read the maps that a command line names, and tell whether all could be read; say on standard error which not.

    Raises:
        ReadError: Besides what `maps` raises: the only map cannot be read.
    """
    named = maps(names, input_format)
    found: dict[str, Analysis] = {}
    for project, file in named:
        say(f"reading {file}")
        try:
            found[file] = analysed(project, file, input_format)
        except ReadError as error:
            if len(named) == 1:
                raise
            complain(error)
    if not found:
        raise ReadError("none of the maps can be read")
    return found, len(found) == len(named)


def holding(read: Mapping[str, Analysis], name: str) -> tuple[str, str]:
    """Return the file of the one map that has a statement, and its id; a title or text may name it.

    Raises:
        UnknownNameError: There is none.
        ReadError: Several maps have it, or several statements of one have that title or text.
    """
    found = [file for file, analysis in read.items() if name in analysis.map]
    found = found or [file for file, analysis in read.items() if analysis.map.called(name)]
    if not found:
        raise UnknownNameError("statement", name, [s.id for analysis in read.values() for s in analysis.map])
    if len(found) > 1:
        places = [f"{file} (line {_line(read[file].map, name)})" for file in found]
        raise ReadError(f"{name} is in {' and '.join(places)}: name the map")
    return found[0], statement(read[found[0]].map, name)


def evaluated(read: Mapping[str, Analysis], name: str) -> tuple[str, str]:
    """Return what `holding` does; raises `ReadError` besides for a question, which has no standing."""
    file, found = holding(read, name)
    if read[file].map[found].kind is Kind.QUESTION:
        raise ReadError(told_of_question(read[file], found))
    return file, found


def told_of_question(analysis: Analysis, question: str) -> str:
    """Say that a question has no standing, and what compares its answers where it has some."""
    from argmap.workflows.matrix.rivals import answers

    told = f"{question} is a question: it takes no part in the evaluation"
    several = len(answers(analysis.graph, question).claims) > 1
    return f"{told}; argmap matrix {question} compares its answers" if several else told


def weighed(read: Mapping[str, Analysis], order: str | None) -> dict[str, Analysis]:
    """Return the maps as an order of values has them weighed, if one is named: those that have it.

    Raises:
        UnknownNameError: None has.
    """
    known = {file: [each.id for each in analysis.map.orders] for file, analysis in read.items()}
    if order is not None and not any(order in orders for orders in known.values()):
        raise UnknownNameError("order of values", order, (each for orders in known.values() for each in orders))
    return {file: each.weighed_by(order) for file, each in read.items() if order is None or order in known[file]}


def _line(m: ArgumentMap, name: str) -> int:
    """Return the line that a statement begins in."""
    span = m[m.called(name)[0]].span
    return m.origin.lines.position(span.start).line if m.origin and span else 1


def whole_project() -> tuple[Project, list[Analysis]]:
    """Read every map of the project around the working folder; raises `ReadError` where there is none."""
    found = maps([])
    return found[0][0], [analysed(*each) for each in found]


def content(file: str) -> bytes:
    """Return what a map's or record's file or standard input holds; raises `ReadError`."""
    return standard_input() if file == STDIN else file_content(split_name(file)[0])


def lock_to_change() -> AbstractContextManager[None]:
    """Let no other argmap change the lock of the project around the working folder; what is read of it within is new.

    Raises:
        ReadError: The lock cannot be changed, or another argmap has it for too long.
    """
    from argmap.project.discovery import Projects

    project = Projects().around(Path.cwd())
    return files.alone(project.inside(project.lock_file))
