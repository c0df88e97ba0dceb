"""``argmap weak``: tell what alone brings each recommendation down, and its weakest link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os.path import lexists
from pathlib import Path

import click

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.project.paths import STDIN
from argmap.wording import listed
from argmap.workflows.weak.points import Weakness, conclusions, weaknesses

_SHOWN = 6
_BASES = [str(basis) for basis in Basis if basis is not Basis.GRANTED]


@click.command()
@click.argument("names", nargs=-1, metavar="[STATEMENT] [PATH]...")
@click.option(
    "--basis",
    type=click.Choice(_BASES),
    default="declared",
    show_default=True,
    help="Grounds that count: independent ones, all cited ones, or also assumptions.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, authors and publishers of one source included.")
@inputs.input_format_option
@click.pass_context
def weak(ctx: click.Context, names: tuple[str, ...], basis: str, as_json: bool, input_format: str | None) -> None:
    """Tell of each recommendation what alone brings it down (sources first), and the weakest link of its best line.

    Each source, publisher, author and statement that a recommendation may hang on is dropped in turn, and the map
    evaluated without it. A map without recommendations has its topmost claims told.

    STATEMENT is the id, title or text of one statement to tell of instead. What comes first is one, unless a file or
    folder has that name, or it looks like a path: without spaces, but with a slash, a star or an ending. PATH is a
    file, a folder, a pattern, or - for standard input; without one, all maps of the project are looked at.

    \b
    Examples:
      argmap weak map.yaml
      argmap weak adopt-30
      argmap weak adopt-30 arguments/ --basis cited --json
    """
    wanted, paths = ("", names) if not names or _is_path(names[0]) else (names[0], names[1:])
    with progress() as say:
        analyses, complete = inputs.analyses(paths, input_format, say)
    statements = {file: conclusions(analysis) for file, analysis in analyses.items()}
    if wanted:
        file, statement = inputs.evaluated(analyses, wanted)
        statements = {file: [statement]}
    found: dict[str, list[Weakness]] = {}
    for file, wanted_here in statements.items():
        found[file], finished = weaknesses(analyses[file], Basis(basis), wanted_here)
        analyses[file].certify(analyses[file].evaluation.of(basis))
        if not finished:
            complain(f"{file} is large: what fells a statement and leaves it some support was not tried throughout")
    if as_json:
        put_bytes(json_of([_values(file, weakness) for file, told in found.items() for weakness in told]))
    else:
        heads = [f"{visible(file)}\n" if len(found) > 1 else "" for file in found]
        put("\n".join(head + _told(told) for head, told in zip(heads, found.values(), strict=True)))
    ctx.exit(0 if complete else 2)


def _is_path(name: str) -> bool:
    """Tell whether a word names files: some are there, or it looks like a path."""
    looks = not {"/", "*"}.isdisjoint(name) or Path(name).suffix not in ("", ".")
    return name == STDIN or lexists(name) or (looks and " " not in name)


def _values(file: str, weakness: Weakness) -> dict[str, object]:
    return {
        "map": file,
        "id": weakness.id,
        "standing": str(weakness.standing),
        "grade": str(weakness.grade) if weakness.grade else None,
        "weakest": list(weakness.weakest),
        "points": [
            {
                "kind": str(point.suspect.kind),
                "name": point.suspect.name,
                "sources": list(point.suspect.sources),
                "standing": str(point.standing),
            }
            for point in weakness.points
        ],
    }


def _told(found: Sequence[Weakness]) -> str:
    blocks = ["\n".join(map(visible, _lines(each))) for each in found if each.standing is not Standing.UNSUPPORTED]
    rest = [each.id for each in found if each.standing is Standing.UNSUPPORTED]
    blocks += [f"unsupported as it is: {visible(listed(rest, _SHOWN))}"] if rest else []
    return "\n\n".join(blocks or ["There is no recommendation, and no claim that reasons lead to."]) + "\n"


def _lines(weakness: Weakness) -> Iterator[str]:
    """Tell of a statement, and what it falls with by kind and outcome."""
    yield f"{weakness.id} is {weakness.standing}"
    names: dict[tuple[str, Standing], list[str]] = {}
    for point in weakness.telling:
        names.setdefault((str(point.suspect.kind), point.standing), []).append(point.suspect.name)
    for (kind, standing), found in names.items():
        which = f"the {kind}" if len(found) == 1 else f"each of the {kind}s"
        yield f"  falls with {which} {listed(found, _SHOWN)} (then {standing})"
    if not names:
        yield "  falls with nothing alone"
    if weakness.grade is Grade.INDEPENDENT:
        yield "  rests on independent grounds"
    else:
        yield f"  weakest link of its best line: {listed(weakness.weakest, _SHOWN)} ({weakness.grade})"


COMMAND = weak
