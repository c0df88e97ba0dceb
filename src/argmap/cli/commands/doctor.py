"""``argmap doctor``: show what is installed, what is missing, and how to get it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from argmap.cli.commands._health import PURPOSES, Extra, Found, Health, health
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, visible
from argmap.wording import counted

_GRAPHVIZ = "install Graphviz from https://graphviz.org/download/"
_WIDTH = 9


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """Show what is installed, what is missing, and how to get it: Python, Graphviz, fonts, extras, the project.

    Nothing is changed, and no network is used. What is missing is no error: argmap works without it. The status is 1
    where something of the project cannot be read, else 0.

    \b
    Examples:
      argmap doctor
      argmap doctor --json
    """
    found = health()
    if as_json:
        put_bytes(json_of(_values(found)))
    else:
        put(
            "".join(
                f"{_row(*row)}\n" for row in (*_engines(found), *map(_extra, found.extras), *_project(found.project))
            )
        )
    ctx.exit(1 if found.project.problems else 0)


def _row(name: str, state: str, told: str) -> str:
    colour = {"ok": "green", "missing": "yellow", "wrong": "red"}.get(state)
    return f"{click.style(f'{state:<7}', fg=colour)}  {name:<{_WIDTH}}  {visible(told)}".rstrip()


def _engines(found: Health) -> Iterator[tuple[str, str, str]]:
    yield "argmap", "ok", found.argmap
    yield "Python", "ok", f"{found.python}, {found.program}"
    taken = " (taken, where --engine does not say otherwise)"
    if found.dot:
        yield "dot", "ok", f"Graphviz {found.dot}: draws SVG, PNG and PDF{taken}"
    else:
        yield "dot", "missing", f"only Graphviz's own program draws PDF: {_GRAPHVIZ}"
    if found.bundled:
        first = taken if found.engine == "bundled" else ""
        yield "bundled", "ok", f"graphviz-pure {found.bundled}: draws SVG and PNG, the same everywhere{first}"
    elif not found.dot:
        yield "bundled", "missing", "nothing draws SVG and PNG: pip install 'argmap[render]'"
    if found.font is None:
        yield "fonts", "unknown", "the program fc-match, which would tell, is not there"
    elif found.is_seemly:
        yield "fonts", "ok", f"dot sets pictures in {found.font}"
    else:
        told = f"dot sets pictures in {found.font}, in which lines are too wide: install Arial or Liberation Sans"
        yield "fonts", "missing", told


def _extra(extra: Extra) -> tuple[str, str, str]:
    """Tell an extra: what it is for, its packages, and what installs it."""
    purpose = PURPOSES.get(extra.name, "")
    there = ", ".join(f"{name} {version}" for name, version in extra.packages.items() if version)
    lacking = ", ".join(name for name, version in extra.packages.items() if not version)
    if extra.is_complete:
        return extra.name, "ok", f"{purpose} ({there})"
    return extra.name, "missing", f"{purpose} (needs {lacking}): {extra.install}"


def _project(found: Found) -> Iterator[tuple[str, str, str]]:
    if not found.is_project:
        yield "project", "missing", f"none in {found.folder}: argmap init begins one"
        return
    parts = [
        found.folder,
        f"settings in {found.settings}" if found.settings else "no settings",
        counted(found.maps, "map"),
        f"{counted(found.records, 'source record')}, {found.texts} with the text at hand",
        "passages locked" if found.lock else "no lock",
    ]
    yield "project", "wrong" if found.problems else "ok", "; ".join(parts)
    for problem in found.problems:
        yield "", "wrong", problem


def _values(found: Health) -> dict[str, object]:
    project = found.project
    return {
        "argmap": found.argmap,
        "python": {"version": found.python, "program": found.program},
        "engines": {"dot": found.dot, "bundled": found.bundled, "auto": found.engine},
        "font": found.font,
        "extras": {
            extra.name: {"complete": extra.is_complete, "packages": dict(extra.packages), "install": extra.install}
            for extra in found.extras
        },
        "project": {
            "folder": project.folder,
            "found": project.is_project,
            "settings": project.settings,
            "maps": project.maps,
            "records": project.records,
            "texts": project.texts,
            "lock": project.lock,
            "problems": list(project.problems),
        },
    }


COMMAND = doctor
