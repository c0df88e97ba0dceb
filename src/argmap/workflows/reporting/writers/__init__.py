"""Forms of a report: one module each; the module's name is the file ending it goes by."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from argmap.workflows.reporting.report import Report


@frozen
class Writer:
    """A module's declaration that it writes reports.

    Attributes:
        write: Returns a report as a file; raises `MissingExtraError` where what writes it is not installed.
        fits: Tells whether a report is short enough for the form; None where any is.
        limit: What the limit is, as the end of a sentence.
        sheets: Whether it shows the rows of sheets.
        picture: The renderer whose pictures the form shows; None for none.
        beside: Whether pictures are files beside the report.
        within: The renderer whose pictures it shows where no file can stand beside it.
        is_text: Whether it can be read where it is printed.
    """

    write: Callable[[Report], bytes]
    fits: Callable[[Report], bool] | None = None
    limit: str = ""
    sheets: bool = False
    picture: str | None = None
    beside: bool = False
    within: str | None = None
    is_text: bool = False
