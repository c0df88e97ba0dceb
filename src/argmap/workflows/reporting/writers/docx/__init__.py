"""Word: headings, tables whose heads are repeated, pictures with a text for who cannot see them, findings as comments.

Written with python-docx (extra ``docx``). The same report gives the same bytes.
"""

from __future__ import annotations

from argmap.errors import MissingExtraError
from argmap.workflows.reporting.report import Report, Section, Table
from argmap.workflows.reporting.writers import Writer

MOST = 1000
"""Rows of a table, and parts of a section: Word is slow with tables of more."""


def write(report: Report) -> bytes:
    """Write a report as a Word file; raises `MissingExtraError` where python-docx is not installed."""
    try:
        import docx  # noqa: F401
    except ImportError:
        raise MissingExtraError("a report in Word", "python-docx", "docx") from None
    from argmap.workflows.reporting.writers.docx.document import write as written

    return written(report)


def fits(report: Report) -> bool:
    """Tell whether no table has more rows than Word takes well."""
    return all(map(_fits, report.sections))


def _fits(section: Section) -> bool:
    tables = (block for block in section.blocks if isinstance(block, Table))
    return (
        len(section.sections) <= MOST and all(len(t.rows) <= MOST for t in tables) and all(map(_fits, section.sections))
    )


WRITER = Writer(write, fits=fits, limit=f"a table in Word has {MOST:,} rows here", picture="png")
