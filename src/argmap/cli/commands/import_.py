"""``argmap import``: take files of other formats into the project, with their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click

from argmap import files, formats
from argmap.cli import troubles
from argmap.cli.columns import columns_option
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put_bytes, say
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.project.discovery import Projects
from argmap.project.project import Project
from argmap.wording import counted, joined
from argmap.workflows.importing.importing import import_files
from argmap.workflows.importing.report import Outcome, Report, State

_MOST = 20
_AUTHORED = [name for name in formats.names() if formats.named(name).is_authored and formats.named(name).write]


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--into", metavar="FOLDER", type=click.Path(file_okay=False), help="Project that takes them in.")
@click.option("--from", "form", metavar="NAME", help="Format of the files, where ending and content do not tell.")
@click.option("--to", type=click.Choice(_AUTHORED), default=formats.STANDARD, show_default=True, help="Format of maps.")
@columns_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def import_(
    ctx: click.Context,
    paths: tuple[str, ...],
    into: str | None,
    form: str | None,
    to: str,
    columns: Mapping[str, str],
    as_json: bool,
) -> None:
    """Take files of other formats, and whole folders of them, into a project.

    Each becomes a map under arguments, named like the file; its sources become records under seeds, with their texts
    under seeds/texts. Nothing that is there is written over; a file that was imported before is left alone, and so are
    the changes that were made to its map.

    \b
    Examples:
      argmap import corpus
      argmap import corpus --into project
      argmap import debate.aif.json essays/*.ann
      argmap import table.csv --from csv
    """
    with progress() as doing:
        report = import_files(paths, _project(into), to=to, form=form, columns=columns, say=doing)
    if not report.inputs.maps:
        there = _others(report) or "there are none"
        raise ReadError(f"there is nothing to import: none of the files is a map ({there})")
    if as_json:
        put_bytes(json_of(report.as_dict()))
    else:
        _say(report, into, form)
    ctx.exit(1 if report.of(State.BROKEN) else 0)


def _project(into: str | None) -> Project:
    """Return the project that a user names, which is begun where there is none, or the one around us."""
    if into is None:
        return Projects().around(Path.cwd())
    files.make_folder(into)
    project = Projects().around(into)
    if project.root == files.absolute(into):
        return project
    files.write(Path(into, "argmap.toml"), b"# Settings of argmap; argmap rules lists the checks.\n")
    return Projects().around(into)


def _say(report: Report, into: str | None, form: str | None) -> None:
    """Say what was written, and on standard error what was not."""
    new, there = report.of(State.NEW), report.of(State.THERE)
    if new:
        counts = Counter(each.format for each in new)
        formed = joined(
            [f"{counts[name]:,} {name.replace('_', '-')}" for name in report.formats if name in counts], most=9
        )
        say(f"{counted(len(new), 'map')} written, from {formed}")
        statements, relations = sum(each.statements for each in new), sum(each.relations for each in new)
        say(f"{counted(statements, 'statement')}, {counted(relations, 'relation')}")
        records = sum(len(each.sources) for each in new)
        if records or any(map(sum, (each.passages for each in new))):
            say(f"{counted(records, 'source')} taken in{_passages(new)}")
    if there:
        say(f"{counted(len(there), 'map')} there already, and left alone: {_some([each.target for each in there])}")
    _say_named(new)
    _complain_of_losses(report)
    _complain(report, form)
    where = f"cd {into}; " if into else ""
    if new:
        say(f"Now try: {where}argmap check; argmap lock")


def _passages(new: list[Outcome]) -> str:
    """Say how many of the passages that came along stand in the texts that came along."""
    found, missing, absent = (sum(each.passages[at] for each in new) for at in range(3))
    told = [f"{counted(found, 'passage')} found in their texts"] if found else []
    told += [f"{counted(missing, 'passage')} not found there"] if missing else []
    told += [f"{counted(absent, 'passage')} without a text to look in"] if absent else []
    return f"; {', '.join(told)}" if told else ""


def _say_named(new: list[Outcome]) -> None:
    numbered = [f"{each.file} is {each.target}" for each in new if each.instead]
    if numbered:
        say(f"numbered, for another map has the name: {_some(numbered)}")


def _complain_of_losses(report: Report) -> None:
    """Say what of the files is not in the maps, the most frequent kinds of it."""
    losses = sorted(report.losses, key=lambda loss: -loss[1])
    for what, count in losses[:_MOST]:
        where = f"in {counted(count, 'file')}"
        complain(f"{what[:-1]} {where})" if what.endswith(" places)") else f"{what} ({where})")
    if len(losses) > _MOST:
        complain(f"{counted(len(losses) - _MOST, 'more kind')} of loss; --json lists all")


def _complain(report: Report, form: str | None) -> None:
    """Say which files are no maps, which cannot be read, and what is wrong with those that were."""
    empty = [each.file for each in report.of(State.EMPTY)]
    if empty:
        complain(f"{counted(len(empty), 'file')} without a statement, and left out: {_some(empty)}")
    if others := _others(report):
        complain(f"not imported, for nothing says that they are maps: {others}; name them, or their format with --from")
    troubled = [each for each in report.outcomes if each.troubles and each.state in (State.NEW, State.BROKEN)]
    found = [finding for each in troubled for finding in troubles.grave(each.troubles)]
    if len(found) > 1:
        which = troubles.check_of(troubled[0].file, form) if len(troubled) == 1 else "argmap check FILE"
        complain(f"{troubles.told(found)} in {counted(len(troubled), 'file')}: {which} shows each")
    for each in troubled[:_MOST]:
        first, *more = each.troubles
        complain(f"{first}{f', and {len(more):,} more' if more else ''}")
    if len(troubled) > _MOST:
        complain(f"{counted(len(troubled) - _MOST, 'more file')} with such findings; --json lists all")
    if broken := report.of(State.BROKEN):
        complain(
            f"{counted(len(broken), 'file')} not imported, for {'it' if len(broken) == 1 else 'they'} cannot be read"
        )


def _others(report: Report) -> str:
    """Return how many of the files were no maps, by their endings."""
    others = [f"{number:,} {ending}" for ending, number in report.inputs.others.most_common()]
    return joined(others, most=9) if others else ""


def _some(names: list[str]) -> str:
    return joined(names, most=5)


COMMAND = import_
