"""Making a report of a map: working it out, cutting it to what its form holds, and writing it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from attrs import evolve, frozen

from argmap import files, registry
from argmap.analysis import Analysis, analyse
from argmap.errors import ConfigError, ReadError
from argmap.model.document import ArgumentMap
from argmap.workflows.checking import check_all
from argmap.workflows.reporting import writers
from argmap.workflows.reporting.about import about
from argmap.workflows.reporting.brief import brief
from argmap.workflows.reporting.conclusions import MOST, recommendations
from argmap.workflows.reporting.evidence import evidence
from argmap.workflows.reporting.fitting import fitted, left_out
from argmap.workflows.reporting.found import comments, findings, in_order
from argmap.workflows.reporting.gaps import gaps
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.pictures import pictures
from argmap.workflows.reporting.report import Paragraph, Picture, Report, Section
from argmap.workflows.reporting.sheets import sheets
from argmap.workflows.reporting.sources import sources
from argmap.workflows.reporting.statements import statements
from argmap.workflows.reporting.writers import Writer
from argmap.workflows.todo.shares import Share
from argmap.workflows.weak.points import conclusions


@frozen
class Made:
    """What was made of a map.

    Attributes:
        data: The file.
        beside: Files that stand beside it, by name.
        warnings: What the caller should know, each a sentence.
    """

    data: bytes
    beside: dict[str, bytes]
    warnings: tuple[str, ...] = ()


def writer(name: str) -> Writer:
    """Return the writer with a name, such as ``docx``; raises `UnknownNameError`."""
    declared: Writer = registry.load(writers, name, "kind of report").WRITER
    return declared


def today() -> date:
    """Return the date of SOURCE_DATE_EPOCH where that is set, so that files can be made again to the byte, else today.

    Raises:
        ConfigError: It is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConfigError(f"SOURCE_DATE_EPOCH is {epoch!r}, and no number of seconds since 1970") from None


def make(
    analysis: Analysis,
    name: str,
    when: date,
    stem: str,
    *,
    pictured: bool = True,
    whole: bool = False,
    beside: bool = True,
) -> Made:
    """Check and evaluate a map, and write a report on it.

    Args:
        analysis: The map in its project.
        name: Name of a writer: ``md``, ``html``, ``docx`` or ``xlsx``.
        when: The date of the report.
        stem: What the names of its pictures begin with, where they are files beside it.
        pictured: Whether it shows pictures.
        whole: Whether nothing is left out, however long it becomes.
        beside: Whether files can stand beside it.

    Raises:
        MissingExtraError: What writes it is not installed.
        UnknownNameError: There is no such writer.
        CertificateError: What is worked out does not follow from the map, which is a bug in argmap.
    """
    form = writer(name)
    kind = form.picture if beside or not form.beside else form.within
    report, warnings = report_of(analysis, form, when, stem, kind if pictured else None)
    if form.fits and not whole:
        fits = form.fits
        shorter = fitted(report, lambda each: fits(each if each is report else _noted(each, form.limit)))
        if shorter is not report:
            report = _noted(shorter, form.limit)
            warnings += (f"{form.limit}: {left_out(shorter):,} rows and parts are left out; --all leaves out nothing",)
    files_beside = {picture.name: picture.data for picture in _pictures(report)} if form.beside and beside else {}
    return Made(form.write(report), files_beside, warnings)


def report(
    m: ArgumentMap, file: str | Path, *, date: date | None = None, pictured: bool = True, whole: bool = False
) -> tuple[str, ...]:
    """Write a report on a map into a file, for people who never open a terminal.

    Args:
        m: The map; the settings, source records and texts of its project are used.
        file: Where to; its ending tells the form: ``.md``, ``.html``, ``.docx`` or ``.xlsx``. The pictures of Markdown
            are written beside it.
        date: The date of the report; that of SOURCE_DATE_EPOCH, or else today, when None.
        pictured: Whether it shows pictures.
        whole: Whether nothing is left out, however long it becomes.

    Returns:
        Warnings, each a sentence.

    Raises:
        ReadError: The file cannot be written, or its ending stands for no form of a report.
        MissingExtraError: What writes that form is not installed.
    """
    name = Path(file).suffix[1:].lower()
    known = registry.names(writers)
    if name not in known:
        raise ReadError(f"{file}: argmap writes reports as {', '.join(known)}; name one of them as the ending")
    made = make(analyse(m), name, date or today(), Path(file).stem, pictured=pictured, whole=whole)
    files.write(file, made.data)
    for beside, data in made.beside.items():
        files.write(Path(file).with_name(beside), data)
    return made.warnings


def report_of(
    analysis: Analysis, form: Writer, when: date, stem: str = "", kind: str | None = None
) -> tuple[Report, tuple[str, ...]]:
    """Return the report on a map, and what to know of its pictures; what it says of standings is certified.

    Args:
        analysis: The map.
        form: What it is for.
        when: Its date.
        stem: What the names of its pictures begin with.
        kind: The renderer that draws them; None for no pictures.
    """
    checked = check_all([analysis], analysis.project)
    share = Share(analysis.path, checked.findings, analysis)
    reasons = (analysis.evaluation[name].why for name in conclusions(analysis)[:MOST])
    analysis.certify(analysis.evaluation, reasons, remarks=True)
    leads, names = share.leads(), Names.of(analysis)
    told = recommendations(analysis, names)
    drawn: Section | None = None
    warnings: tuple[str, ...] = ()
    if kind and len(analysis.map):
        drawn, warnings = pictures(analysis, kind, stem)
    head = about(analysis, checked, names, when)
    sections = (
        brief(analysis, share, leads, names, when),
        *([drawn] if drawn else []),
        told,
        evidence(analysis, names),
        gaps(analysis, share, leads, names),
        findings(analysis, share, leads, names),
        sources(analysis, names),
        statements(analysis, names),
        head,
    )
    title = analysis.map.title or f"Report on {analysis.path or 'a map'}"
    remarks = comments(analysis, tuple(in_order(share, leads)), names)
    made = sheets(analysis, head, checked.findings) if form.sheets else ()
    return Report(title, when, sections, remarks, made), warnings


def _noted(report: Report, limit: str) -> Report:
    """Say at the beginning that something is left out."""
    first, *rest = report.sections
    told = f"{left_out(report):,} rows and parts of this report are left out, and long texts are cut: {limit}."
    note = Paragraph(f"{told} The report as a web page, in Word or in Excel has more.")
    return evolve(report, sections=(evolve(first, blocks=(note, *first.blocks)), *rest))


def _pictures(report: Report) -> list[Picture]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, Picture)]
