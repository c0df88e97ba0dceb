"""``argmap weak``: tell what alone brings each recommendation down, and its weakest link."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.cli import inputs
from argmap.cli.conclusions import first_conclusions
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, hanging, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import UNGRANTED, Basis, Grade, Standing
from argmap.workflows.weak.lines import Link
from argmap.workflows.weak.points import KINDS, Weakness, weaknesses
from argmap.workflows.weak.sets import certify
from argmap.workflows.weak.suspects import Suspect
from argmap.workflows.weak.telling import told, unsupported

_SIGNS = {
    " -> ": "a -> b: a is a reason for b",
    " -| ": "a -| b: a is an objection to b",
    " -x ": "a -x b: a says that the step or citation b fails",
}
"""What the signs in the ids of steps mean."""


@click.command()
@click.argument("names", nargs=-1, metavar="[STATEMENT] [PATH]...")
@inputs.basis_option(*UNGRANTED)
@click.option(
    "--of",
    type=click.Choice([str(kind) for kind in KINDS]),
    default="source",
    show_default=True,
    help="What pairs and sets are made of.",
)
@inputs.order_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON: all that was found, of every statement.")
@inputs.input_format_option
@click.pass_context
def weak(
    ctx: click.Context,
    names: tuple[str, ...],
    basis: str,
    of: str,
    order: str | None,
    as_json: bool,
    input_format: str | None,
) -> None:
    """Tell of each recommendation what brings it down, alone or together, and how good its best line of reasons is.

    What a recommendation may hang on is dropped in turn, and by twos, and the map evaluated without it: sources, and
    what is behind them (publishers, authors, the 'origin' and what they are 'based-on'), statements and steps. Of one
    statement, all is told: besides, which sets of sources hold it up by themselves, what is on its best line, which of
    its lines go back to one source, what becomes of each objection, and what sources would do for one that does not
    stand. A map without recommendations has its topmost claims told.

    STATEMENT is the id, title or text of one statement to tell of instead. What comes first is one, unless a file or
    folder has that name, or it looks like a path: without spaces, but with a slash, a star or an ending. PATH is a
    file, a folder, a pattern, or - for standard input; without one, all maps of the project are looked at.

    \b
    Examples:
      argmap weak map.yaml
      argmap weak adopt-30
      argmap weak adopt-30 --of publisher
      argmap weak adopt-30 --order drivers
      argmap weak adopt-30 arguments/ --basis cited --json
    """
    wanted, paths = ("", names) if not names or inputs.is_path(names[0]) else (names[0], names[1:])
    with progress() as say:
        analyses, complete = inputs.analyses(paths, input_format, say)
    if wanted:
        file, statement = inputs.evaluated(analyses, wanted)
        analyses, statements = {file: analyses[file]}, {file: [statement]}
    else:
        statements = {file: first_conclusions(file, analysis) for file, analysis in analyses.items()}
    analyses = inputs.weighed(analyses, order)
    found: dict[str, list[Weakness]] = {}
    for file, analysis in analyses.items():
        found[file], finished = weaknesses(analysis, Basis(basis), statements[file], of)
        evaluation = analysis.evaluation.of(basis)
        analysis.certify(evaluation)
        for name in () if order else analysis.audiences:
            analysis.certify(analysis.seen_by(name).of(basis), order=name)
        certify(analysis, evaluation, {each.id: each.sets for each in found[file] if each.sets}, of)
        if any(weakness.pairs is None for weakness in found[file]):
            complain(f"{file} has too many {of}s to drop each pair: of pairs, only lost support is told")
        if not finished:
            complain(f"{file} is large: what fells a statement and leaves it some support was not tried throughout")
    if as_json:
        put_bytes(json_of([_values(file, order, weakness) for file, each in found.items() for weakness in each]))
    else:
        heads = [f"{visible(file)}\n" if len(found) > 1 else "" for file in found]
        put("\n".join(head + _report(each) for head, each in zip(heads, found.values(), strict=True)))
    ctx.exit(0 if complete else 2)


def _values(file: str, order: str | None, weakness: Weakness) -> dict[str, object]:
    """Return all that was found as data for JSON."""
    sets = weakness.sets
    return {
        "map": file,
        "id": weakness.id,
        "standing": str(weakness.standing),
        "order": order,
        "orders": {order: str(standing) for order, standing in weakness.orders.items()},
        "grade": _text(weakness.grade),
        "weakest": list(weakness.weakest),
        "points": [
            {**_named(point.suspect), "sources": list(point.suspect.sources), "standing": str(point.standing)}
            for point in weakness.points
        ],
        "pairs": None
        if weakness.pairs is None
        else [{"both": list(map(_named, pair.suspects)), "standing": str(pair.standing)} for pair in weakness.pairs],
        "evidence_sets": [list(map(_named, each)) for each in sets.evidence] if sets else [],
        "cut_sets": [list(map(_named, each)) for each in sets.cuts] if sets else [],
        "sets_complete_to": sets.complete if sets else None,
        "best_line": list(map(_link, weakness.line)),
        "best_line_that_stands": list(map(_link, weakness.upright)),
        "common": [
            {"statement": common.statement, **_named(common.suspect), "behind": list(common.lines)}
            for common in weakness.commons
        ],
        "objections": [
            {"kind": each.kind, "id": each.id, "by": list(each.by), "on": each.on, "outcome": str(each.outcome)}
            for each in weakness.attacks
        ],
        "wants": [{"sources_for": list(want.statements), "standing": _text(want.standing)} for want in weakness.wants],
    }


def _named(suspect: Suspect) -> dict[str, object]:
    return {"kind": str(suspect.kind), "name": suspect.name}


def _link(link: Link) -> dict[str, object]:
    return {
        "id": link.statement,
        "standing": str(link.standing),
        "premises": list(link.premises),
        "step": link.step,
        "source": link.source,
        "grade": _text(link.grade),
    }


def _text(word: Grade | Standing | None) -> str | None:
    return None if word is None else str(word)


def _report(found: Sequence[Weakness]) -> str:
    """Tell of one statement in full, of several in short, those without support last."""
    full = len(found) == 1
    last = [] if full else [each for each in found if each.standing is Standing.UNSUPPORTED]
    blocks = [[*told(each, full=full)] for each in found if each not in last]
    if last:
        blocks.append(["unsupported as it is", *unsupported(last)])
    signs = [meaning for sign, meaning in _SIGNS.items() if any(sign in line for block in blocks for line in block)]
    if signs:
        blocks.append([f"({'; '.join(signs)})"])
    written = ["\n".join(hanging(visible(line)) for line in block) for block in blocks]
    return "\n\n".join(written or ["There is no recommendation, and no claim that reasons lead to."]) + "\n"


COMMAND = weak
