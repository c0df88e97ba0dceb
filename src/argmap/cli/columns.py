"""The option that says which columns of a table hold what."""

from __future__ import annotations

from collections.abc import Callable

import click


def columns_option(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be told the heads of columns, by the fields that they are for."""
    return click.option(
        "--column",
        "columns",
        metavar="FIELD=HEAD",
        multiple=True,
        callback=_by_field,
        help="In a table or graph, the head of the column for a field, such as text=Wording; else it is guessed.",
    )(command)


def _by_field(_: click.Context, __: click.Parameter, columns: tuple[str, ...]) -> dict[str, str]:
    wrong = next((column for column in columns if not all(column.partition("="))), None)
    if wrong is not None:
        raise click.BadParameter(f"{wrong!r} is not of the form FIELD=HEAD, as in text=Wording")
    return {field.strip(): head for field, _, head in (column.partition("=") for column in columns)}
