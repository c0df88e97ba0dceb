"""``argmap corpus query``: answer a question in SQL over the tables of a corpus."""

from __future__ import annotations

import click

from argmap.cli import inputs
from argmap.cli.answers import STYLES, printed
from argmap.cli.output import put, say
from argmap.corpora.corpus import corpus
from argmap.corpora.tables import TABLES
from argmap.project.paths import STDIN


@click.command()
@click.argument("folder")
@click.argument("query", required=False)
@click.option(
    "--format", "style", type=click.Choice(STYLES), default="table", show_default=True, help="How to print it."
)
def query(folder: str, query: str | None, style: str) -> None:
    """Answer a SELECT over the tables of a corpus, in the SQL of DuckDB; it can read nothing else, and change nothing.

    FOLDER is that of a corpus, or its address; QUERY - is standard input. Without a query, the tables and what their
    columns mean are listed.

    \b
    Examples:
      argmap corpus query build/corpus
      argmap corpus query build/corpus "SELECT kind, count(*) AS n FROM statements GROUP BY ALL ORDER BY n DESC"
      argmap corpus query build/corpus "FROM problems" --format csv
      argmap corpus query build/corpus - --format json < question.sql
    """
    opened = corpus(folder)
    if query is None:
        for name in opened.tables:
            say(f"{name} ({opened.rows[name]:,}): {TABLES[name].doc}")
            for column in TABLES[name].columns:
                put(f"  {column.name:<16}  {column.type:<13}  {column.doc}\n")
        return
    text = inputs.content(STDIN).decode("utf-8", "replace") if query == STDIN else query
    printed(opened.sql(text), style)


COMMAND = query
