"""``argmap corpus stats``: count what is in a corpus, and draw it."""

from __future__ import annotations

import click

from argmap.cli.answers import laid_out
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, say, write
from argmap.corpora.corpus import corpus
from argmap.corpora.page import page
from argmap.corpora.statistics import Statistics, statistics
from argmap.wording import counted

_MOST = 20


@click.command()
@click.argument("folder")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--output", "-o", metavar="FILE", help="Write a page in HTML, with plots, which loads nothing.")
def stats(folder: str, as_json: bool, output: str | None) -> None:
    """Count what is in a corpus: kinds of statements, depth, linkage, what is supported, schemes, sources, findings.

    What it counts in tables that the corpus was built without is left out.

    \b
    Examples:
      argmap corpus stats build/corpus
      argmap corpus stats build/corpus --json
      argmap corpus stats build/corpus -o stats.html
    """
    found = statistics(corpus(folder))
    if output:
        write(output, page(found, folder).encode())
    if as_json:
        put_bytes(json_of(found.values))
    elif not output:
        _print(found)


def _print(found: Statistics) -> None:
    say(", ".join(counted(count, table.removesuffix("s")) for table, count in found.rows.items()))
    for section, rows in found.found:
        more = f"… and {len(rows) - _MOST:,} more, in --json\n" if len(rows) > _MOST else ""
        put(f"\n{section.title}\n\n{laid_out(section.columns, rows[:_MOST])}{more}")


COMMAND = stats
