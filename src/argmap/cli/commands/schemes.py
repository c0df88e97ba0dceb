"""``argmap schemes``: list the argumentation schemes that argmap knows."""

from __future__ import annotations

import click

from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes


@click.command()
@click.argument("word", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with roles and critical questions.")
def schemes(word: str | None, as_json: bool) -> None:
    """List the argumentation schemes that argmap knows: id, pattern, and how many critical questions each has.

    With WORD, only those that have it in their names, in their patterns or in what others call them. A step may
    follow any other scheme too, in its author's own words; argmap then asks nothing of it.

    \b
    Examples:
      argmap schemes
      argmap schemes consequences
      argmap schemes --json
    """
    from argmap.schemes.catalogue import asked, catalogue, matching

    found = matching(word) if word else tuple(catalogue().values())
    if not found:
        asked(word or "")
    if as_json:
        put_bytes(json_of([scheme.as_row() for scheme in found]))
        return
    width = max(len(scheme.id) for scheme in found)
    put("".join(f"{each.id:<{width}}  {len(each.questions)}  {each.reasoning}\n" for each in found))


COMMAND = schemes
