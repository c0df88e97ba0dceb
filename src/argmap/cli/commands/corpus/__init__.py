"""``argmap corpus``: turn thousands of maps into tables, and ask questions of them."""

from __future__ import annotations

import sys

import click

from argmap.cli.lazy import LazyGroup


@click.group(cls=LazyGroup, package=sys.modules[__name__])
def corpus() -> None:
    """Turn thousands of maps into tables, and ask questions of them.

    \b
    Examples:
      argmap corpus build maps/ build/corpus
      argmap corpus query build/corpus "SELECT kind, count(*) FROM statements GROUP BY kind"
      argmap corpus stats build/corpus -o stats.html
      argmap corpus duplicates build/corpus
      argmap corpus agreement anna/ ben/
    """


COMMAND = corpus
