"""``argmap formats``: list the formats that maps are read from and written to, or tell about one."""

from __future__ import annotations

from typing import Any

import click

from argmap import formats as known
from argmap.cli.output import as_json as json_of
from argmap.cli.output import hanging, put, put_bytes
from argmap.wording import joined


@click.command()
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def formats(name: str | None, as_json: bool) -> None:
    """List the formats that maps are read from and written to; with NAME, tell what one keeps and what it does not.

    \b
    Examples:
      argmap formats
      argmap formats web-annotation
    """
    if as_json:
        rows = [_row(each) for each in ([name.replace("-", "_")] if name else known.names())]
        put_bytes(json_of(rows if name is None else rows[0]))
    elif name is None:
        put("\n".join(_listing()))
    else:
        put(_page(name))


def _listing() -> list[str]:
    """Return the list of all formats, by what their files are like."""
    width = max(map(len, known.names())) + 2
    lines: list[str] = []
    for head, members in known.rooms().items():
        lines += [click.style(f"{head[0].upper()}{head[1:]}", bold=True)] if members else []
        for name in members:
            form = known.named(name)
            lines.append(f"  {name.replace('_', '-'):<{width}}{form.title} ({', '.join(form.suffixes)}){_only(name)}")
    return [*lines, ""]


def _only(name: str) -> str:
    return "" if known.named(name).write else ", only read"


def _page(name: str) -> str:
    form, parts = known.named(name), known.parts()
    head = click.style(form.title, bold=True)
    lines = [f"{head} ({', '.join(form.suffixes)}){_only(name)}", "", known.page(name)]
    if form.keeps is not None:
        kept = [several for part, several in parts.items() if part in form.keeps]
        lost = [several for part, several in parts.items() if part not in form.keeps]
        lines += ["", hanging(f"Of a map it keeps {joined(kept, most=99)}.")] if kept else []
        lines += ["", hanging(f"It has no place for {joined(lost, most=99)}.")] if lost else []
    return "\n".join([*lines, ""])


def _row(name: str) -> dict[str, Any]:
    form = known.named(name)
    return {
        "name": name.replace("_", "-"),
        "title": form.title,
        "suffixes": list(form.suffixes),
        "writes": form.write is not None,
        "keeps": sorted(form.keeps) if form.keeps is not None else None,
    }


COMMAND = formats
