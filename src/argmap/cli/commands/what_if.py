"""``argmap what-if``: tell what would change without some sources and statements, or with a source for some."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.cli.suppositions import Named, supposed_by
from argmap.evaluation.labels import UNGRANTED, Basis
from argmap.model.statements import Kind
from argmap.wording import counted
from argmap.workflows.weak.origins import Origin
from argmap.workflows.weak.supposing import Change, Supposed, suppose
from argmap.workflows.weak.suspects import GROUND, STATEMENT, STEP


def _things(*kinds: str) -> Callable[[click.Context, click.Parameter, Sequence[str]], tuple[Named, ...]]:
    """Return what reads the things of some kinds that an option names, as ``source=report``."""

    def read(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[Named, ...]:
        return tuple(map(one, values))

    def one(value: str) -> Named:
        kind, equals, name = value.partition("=")
        if not equals or not name.strip() or kind not in kinds:
            ways = " or ".join(f"{kind}=…" for kind in kinds)
            raise click.BadParameter(f"{value!r} does not say what it names: write {ways}")
        return kind, name.strip()

    return read


@click.command("what-if")
@inputs.paths_argument
@click.option(
    "--without",
    metavar="KIND=NAME",
    callback=_things(*Origin, STATEMENT, STEP, GROUND),
    multiple=True,
    help="What falls: source=, statement=, step=, ground= or root=ID, author=, publisher= or origin=NAME.",
)
@click.option(
    "--with",
    "with_",
    metavar="KIND=NAME",
    callback=_things(STATEMENT),
    multiple=True,
    help="What has a source: statement=ID.",
)
@inputs.basis_option(*UNGRANTED)
@inputs.order_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.input_format_option
@click.pass_context
def what_if(
    ctx: click.Context,
    paths: tuple[str, ...],
    without: tuple[Named, ...],
    with_: tuple[Named, ...],
    basis: str,
    order: str | None,
    as_json: bool,
    input_format: str | None,
) -> None:
    """Tell which statements would be supported, or stand, otherwise if a source failed or another were found.

    A source falls with all that is cited from it, an author, a publisher or an origin (such as a dataset) with all of
    its sources, a root with the sources that are based on nothing else. A statement falls with its grounds and
    supports; a step, which is a support, an attack or an undercut, by itself; so does a ground, which is one citation
    ('speeds-drop@city-survey') or an assumption. A statement that has a source has one that is independent and was
    looked up. Both options can be given several times, and all of it is supposed together.
    A statement is named by its id, title or text.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all maps of the project are looked at. Of
    several maps, JSON is a list, in which each has its 'map'.

    \b
    Examples:
      argmap what-if map.yaml --without source=city-survey
      argmap what-if map.yaml --without publisher="City Press" --with statement=speeds-drop
      argmap what-if map.yaml --without source=city-survey --order parents
      argmap what-if --without statement=trips-slower --json
    """
    if not without and not with_:
        raise click.UsageError("say what to suppose: --without source=…, or --with statement=…")
    with progress() as say:
        analyses, complete = inputs.analyses(paths, input_format, say)
    supposition = supposed_by(analyses, without, with_)
    supposed: dict[str, Supposed] = {}
    for file, analysis in inputs.weighed(analyses, order).items():
        supposed[file] = suppose(analysis, supposition, Basis(basis))
        analysis.certify(supposed[file].before)
        supposed[file].certify()
    if as_json:
        rows = [{"map": file, **_values(each, order)} for file, each in supposed.items()]
        put_bytes(json_of(rows if len(supposed) > 1 else _values(next(iter(supposed.values())), order)))
    else:
        heads = [f"{visible(file)}\n" if len(supposed) > 1 else "" for file in supposed]
        put("\n".join(map("".join, zip(heads, map(_told, supposed.values()), strict=True))))
    ctx.exit(0 if complete else 2)


def _values(supposed: Supposed, order: str | None) -> dict[str, object]:
    flips = {flip.id: flip for flip in supposed.flips}
    changes = [
        {
            "id": change.id,
            "kind": str(change.kind),
            "standing": [str(standing) for standing in change.standing],
            "grade": [str(grade) if grade else None for grade in change.grade],
            "stands_on": [str(grade) if grade else None for grade in change.stands_on],
            "gain": change.id in flips and flips[change.id].is_gain,
            "loss": change.id in flips and flips[change.id].is_loss,
        }
        for change in supposed.changes
    ]
    return {"basis": str(supposed.before.basis), "order": order, "changes": changes}


def _told(supposed: Supposed) -> str:
    """Write a line for each statement that changes, and count them."""
    changes = supposed.changes
    if not changes:
        return "Nothing would change.\n"
    rows = [
        ("standing", "ground", "statement"),
        *((_pair(c.standing), _pair(c.ground), f"{visible(c.id)}{_mark(c)}") for c in changes),
    ]
    first, second = (max(len(row[at]) for row in rows) for at in (0, 1))
    lines = [f"{standing:<{first}}  {ground:<{second}}  {name}" for standing, ground, name in rows]
    return "\n".join(lines) + f"\n\n{_counts(supposed)}.\n"


def _counts(supposed: Supposed) -> str:
    """Count what would change; objections by themselves, for one that rises is no gain to what it speaks against."""
    flips, changes = supposed.flips, supposed.changes
    objections = {change.id for change in changes if change.kind is Kind.OBJECTION}
    falls, rises = {flip.id for flip in flips if flip.is_loss}, {flip.id for flip in flips if flip.is_gain}
    counts = (
        (len(falls - objections), "", "would fall"),
        (len(rises - objections), "", "would rise"),
        (len(falls & objections), "objection", "would lose force"),
        (len(rises & objections), "objection", "would gain force"),
        (len(flips) - len(falls) - len(rises), "", "would still not stand"),
        (len(changes) - len(flips), "", "would only change grounds"),
    )
    told = ((counted(count, noun) if noun else f"{count:,}", words) for count, noun, words in counts if count)
    return ", ".join(f"{number} {words}" for number, words in told)


def _pair(pair: tuple[object, object]) -> str:
    old, new = (str(each or "-") for each in pair)
    return old if old == new else f"{old} -> {new}"


def _mark(change: Change) -> str:
    return " (recommendation)" if change.kind is Kind.RECOMMENDATION else ""


COMMAND = what_if
