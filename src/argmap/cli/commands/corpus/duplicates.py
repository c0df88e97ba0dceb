"""``argmap corpus duplicates``: list the statements that several maps put forward."""

from __future__ import annotations

import click

from argmap.cli.output import as_json as json_of
from argmap.cli.output import put_bytes, say
from argmap.corpora.corpus import corpus
from argmap.corpora.duplicates import duplicates as found_in


@click.command()
@click.argument("folder")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def duplicates(folder: str, as_json: bool) -> None:
    """List the statements that are the same in different maps but for case, punctuation and spacing; most maps first.

    \b
    Examples:
      argmap corpus duplicates build/corpus
      argmap corpus duplicates build/corpus --json
    """
    found = found_in(corpus(folder))
    if as_json:
        put_bytes(
            json_of(
                [{**each._asdict(), "places": [{"map": m, "statement": s} for m, s in each.places]} for each in found]
            )
        )
        return
    for each in found:
        say(f"{each.maps:,} maps: {each.text}")
        for name, statement in each.places:
            say(f"  {name}: {statement}")
    if not found:
        say("no statement is in several maps")


COMMAND = duplicates
