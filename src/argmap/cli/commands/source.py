"""``argmap source``: take sources in, fetch them, and replace their texts."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.output import complain, say
from argmap.cli.progress import progress
from argmap.model.sources import Source, SourceKind
from argmap.project.discovery import Projects
from argmap.project.paths import STDIN
from argmap.project.project import Project
from argmap.sources.fetch import fetch as fetched_from
from argmap.sources.references import Listing
from argmap.wording import counted
from argmap.workflows import bibliography, intake
from argmap.workflows.intake import Taken

_MOST = 20
_ADDRESS = ("http://", "https://")


def _extractor_options(command: Callable[..., None]) -> Callable[..., None]:
    named = click.option("--encoding", metavar="NAME", help="Character encoding of the file, where it is not UTF-8.")
    main = click.option("--main-text", is_flag=True, help="Guess the main text of a page that does not mark it.")
    return named(main(command))


def _private_option(command: Callable[..., None]) -> Callable[..., None]:
    text = "Fetch from this machine or a private network too."
    return click.option("--allow-private", is_flag=True, help=text)(command)


@click.group()
def source() -> None:
    """Take sources in, fetch them, and replace their texts.

    \b
    Examples:
      argmap source add report.pdf --id report
      argmap source add https://example.org/page
      argmap source add references.bib
      argmap source fetch report
      argmap source update report report-revised.pdf
    """


@source.command()
@click.argument("file", type=click.Path())
@click.option("--id", "name", metavar="ID", help="Id of the source; else its title, in short.")
@click.option("--title", help="Title; else that of the document.")
@click.option("--url", help="Where it is on the web.")
@click.option("--kind", type=click.Choice([str(kind) for kind in SourceKind]), help="Nearness to the facts.")
@click.option("--references", is_flag=True, help="The file is a list of references in CSL-JSON, BibTeX or RIS.")
@_private_option
@_extractor_options
@click.pass_context
def add(
    ctx: click.Context,
    file: str,
    name: str | None,
    title: str | None,
    url: str | None,
    kind: str | None,
    references: bool,
    allow_private: bool,
    encoding: str | None,
    main_text: bool,
) -> None:
    """Take a document in: its text is kept under seeds/texts, its record under seeds.

    FILE is plain text, Markdown, a web page, a PDF or a Word document, its address on the web, or - for standard input.
    A list of references (.bib, .ris, or CSL-JSON with --references) gives a record for each entry.

    \b
    Examples:
      argmap source add report.pdf --id report --kind data
      argmap source add https://example.org/page --id page
      argmap source add page.html --url https://example.org/page
      argmap source add zotero.json --references
    """
    project, kind_of_source = _project(), SourceKind(kind) if kind else None
    is_address = _is_address(file)
    if references or bibliography.is_list(file):
        if name or title or url:
            raise click.UsageError("--id, --title and --url are for one document, and this is a list of references")
        ctx.exit(_take_list(project, _listing(file, encoding, private=allow_private), kind_of_source, file))
    facts = Source(name or "", title or "", url=url, kind=kind_of_source)
    extractor = "web" if main_text else None
    with progress() as doing:
        if is_address:
            doing(f"fetching {file}")
            taken = intake.add_from_web(
                project, file, facts=facts, private=allow_private, encoding=encoding, extractor=extractor
            )
        else:
            doing(f"reading {file}")
            taken = intake.add(project, _read(file), file, facts=facts, encoding=encoding, extractor=extractor)
    _say(taken)
    say(f'Cite it as: cite: {taken.id} "first words … last words"')
    if is_address and intake.DIRECTIVE in file:
        say(f"argmap annotate {taken.id} {shlex.quote(file)} prints the citation of what the address marks.")


@source.command()
@click.argument("name", metavar="ID")
@_private_option
@_extractor_options
def fetch(name: str, allow_private: bool, encoding: str | None, main_text: bool) -> None:
    """Fetch the document that a record's url names, and keep its text.

    \b
    Examples:
      argmap source fetch report
    """
    with progress() as doing:
        doing(f"fetching {name}")
        taken = intake.fetch_source(
            _project(), name, private=allow_private, encoding=encoding, extractor="web" if main_text else None
        )
    _say(taken)


@source.command()
@click.argument("name", metavar="ID")
@click.argument("file", type=click.Path())
@_extractor_options
def update(name: str, file: str, encoding: str | None, main_text: bool) -> None:
    """Replace the text of a source by that of a newer file.

    \b
    Examples:
      argmap source update report report-revised.pdf
    """
    taken = intake.update(
        _project(), name, _read(file), file, encoding=encoding, extractor="web" if main_text else None
    )
    _say(taken)
    if taken.changed:
        say("Now argmap check names the passages that changed, and argmap reanchor mends them.")


def _project() -> Project:
    return Projects().around(Path.cwd())


def _read(file: str) -> bytes:
    return inputs.content(file) if file == STDIN else inputs.file_content(file)


def _is_address(file: str) -> bool:
    return file.lower().startswith(_ADDRESS)


def _listing(file: str, encoding: str | None, *, private: bool) -> Listing:
    """Read a list of references, from a file or the web."""
    with progress() as doing:
        doing(f"reading {file}")
        if not _is_address(file):
            return bibliography.read(_read(file), file, encoding)
        fetched = fetched_from(file, private=private)
        return bibliography.read(fetched.data, file, encoding or fetched.encoding)


def _take_list(project: Project, listing: Listing, kind: SourceKind | None, file: str) -> int:
    """Write the new records of a list, and say what became of the rest; return the exit status."""
    plan = bibliography.plan(project, listing, kind)
    for each in plan.new:
        say(f"{files.shown(bibliography.write(project, each))} written")
    if plan.there:
        say(f"{counted(len(plan.there), 'reference')} there already, and left alone: {_some(plan.there)}")
    if plan.left_out:
        fields = [f"{name} ({count:,})" for name, count in plan.left_out]
        say(f"left out, with the number of references that have it: {_some(fields)}")
    for fault in plan.faults:
        complain(f"{file}:{fault.line}: {fault.reason}; not taken in")
    return 1 if plan.faults else 0


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST:,} more" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}"


def _say(taken: Taken) -> None:
    """Say what was written, what is in the text and what is not; what a person should look at on standard error."""
    say(f"{files.shown(taken.record)} written")
    if not (taken.text and taken.intake):
        return
    intake, before = taken.intake, taken.before
    visible = "" if intake.visible is None else f" of the {intake.visible:,} that a reader sees"
    if intake.visible == intake.kept:
        visible = ", all that a reader sees"
    say(f"{files.shown(taken.text)} written: {counted(intake.kept, 'word')}{visible}")
    if before and before.file == intake.file:
        reader = "" if before.extractor == intake.extractor else f" by {intake.extractor}, not {before.extractor}"
        text = f"read anew{reader}: the text is another" if taken.changed else "with the same text"
        say(f"It is the same file as before, {text}.")
    for each in intake.left_out:
        say(f"left out: {each}")
    for warning in (*taken.warnings, *intake.doubts):
        complain(f"{taken.id}: {warning}")


COMMAND = source
