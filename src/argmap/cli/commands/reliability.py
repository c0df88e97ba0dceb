"""``argmap reliability``: tell how likely statements stand if sources hold with some probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.commands._numbers import number
from argmap.cli.commands._numbers import numbers as named_numbers
from argmap.cli.conclusions import first_conclusions
from argmap.cli.output import as_json as json_of
from argmap.cli.output import hanging, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import UNGRANTED, Basis, Standing
from argmap.evaluation.reliability import INDEPENDENCE, Chances, Influence, Outlook
from argmap.frameworks.chances.chance import Chance
from argmap.frameworks.chances.weighing import DRAWS
from argmap.wording import joined
from argmap.workflows.formal.reliability import check, cited, numbers, related

_PROBABILITY = "probability"
_MOST_DRAWS = 1_000_000
_SHOWN = 5


def _each(_: click.Context, __: click.Parameter, value: str | None) -> float | None:
    return None if value is None else number(value, _PROBABILITY)


@click.command()
@click.argument("names", nargs=-1, metavar="[PATH | STATEMENT]...")
@click.option(
    "--source",
    "sources",
    metavar="ID=P",
    multiple=True,
    callback=named_numbers(_PROBABILITY, "memo=0.7"),
    help="How likely it holds.",
)
@click.option("--each", metavar="P", callback=_each, help="How likely every other source holds; else it is certain.")
@click.option(
    "--grade",
    "grades",
    metavar="GRADE=P",
    multiple=True,
    callback=named_numbers(_PROBABILITY, "B2=0.8"),
    help="How likely sources hold whose record has that grade of reliability.",
)
@click.option(
    "--draws",
    metavar="N",
    type=click.IntRange(1, _MOST_DRAWS),
    default=DRAWS,
    show_default=True,
    help="How many worlds to draw where exact probabilities are out of reach.",
)
@click.option("--seed", metavar="S", type=int, default=0, show_default=True, help="What the draws begin from.")
@inputs.basis_option(*UNGRANTED)
@inputs.order_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON: of every source how much it matters.")
@inputs.input_format_option
@click.pass_context
def reliability(
    ctx: click.Context,
    names: tuple[str, ...],
    sources: dict[str, float],
    each: float | None,
    grades: dict[str, float],
    draws: int,
    seed: int,
    basis: str,
    order: str | None,
    as_json: bool,
    input_format: str | None,
) -> None:
    """Tell how likely statements stand if each source holds with a probability, and which source matters most.

    A source that fails takes all that is cited from it with it. Sources hold or fail independently of each other; a
    source that several lines of reasons have in common does so once for all of them. A source without a number counts
    as certain. Up to 16 sources that bear on a statement are weighed exactly, and many more where each is cited in few
    places; else worlds are drawn, and an interval of 95 % is told.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all maps of the project are looked at.
    STATEMENT is the id, title or text of a statement; without one, recommendations are told, or the topmost claims of a
    map that has none.

    \b
    Examples:
      argmap reliability map.yaml --source memo=0.7 --source survey=0.9
      argmap reliability map.yaml adopt-30 trips-slower --each 0.9
      argmap reliability map.yaml --grade A1=0.95 --grade B2=0.8 --json
    """
    if not sources and each is None and not grades:
        raise click.UsageError("say how likely sources hold: --source memo=0.7, --grade B2=0.8 or --each 0.9")
    paths, wanted = (tuple(name for name in names if inputs.is_path(name) is is_path) for is_path in (True, False))
    with progress() as say:
        analyses, complete = inputs.analyses(paths, input_format, say)
        check(analyses.values(), sources, grades)
        asked = _asked(analyses, wanted)
        analyses = {file: each for file, each in inputs.weighed(analyses, order).items() if file in asked}
        found: dict[str, tuple[Outlook, list[Chances]]] = {}
        for file, analysis in analyses.items():
            say(f"weighing {file}")
            evaluation = analysis.evaluation.of(Basis(basis))
            analysis.certify(evaluation)
            outlook = Outlook.of(evaluation, numbers(analysis, sources, each, grades), draws, seed)
            found[file] = outlook, [outlook[name] for name in asked[file]]
        rows = [{"map": file, "order": order, **_values(analyses[file], *each)} for file, each in found.items()]
        told = [_told(analyses[file], *each) for file, each in found.items()] if not as_json else []
    if as_json:
        put_bytes(json_of(rows[0] if len(rows) == 1 else rows))
    else:
        heads = [f"{visible(file)}\n" if len(found) > 1 else "" for file in found]
        put("\n".join(map("".join, zip(heads, told, strict=True))))
    ctx.exit(0 if complete else 2)


def _asked(analyses: Mapping[str, Analysis], wanted: Sequence[str]) -> dict[str, list[str]]:
    """Return the statements to tell of, by file."""
    if not wanted:
        return {file: first_conclusions(file, analysis) for file, analysis in analyses.items()}
    found: dict[str, list[str]] = {}
    for name in wanted:
        file, statement = inputs.evaluated(analyses, name)
        found.setdefault(file, []).append(statement)
    return found


def _values(analysis: Analysis, outlook: Outlook, found: Sequence[Chances]) -> dict[str, object]:
    """Return all that was found as data for JSON."""
    is_drawn = any(not each.accepted.is_exact for each in found)
    return {
        "basis": str(outlook.evaluation.basis),
        "assumption": INDEPENDENCE,
        "doubtful": [
            {"source": name, "relation": relation, "others": others}
            for name, relation, others in related(analysis, outlook.sources)
        ],
        "sources": dict(outlook.sources),
        "certain": [name for name in cited(analysis) if name not in outlook.sources],
        "draws": outlook.draws if is_drawn else None,
        "seed": outlook.seed if is_drawn else None,
        "statements": [
            {
                "id": each.id,
                "standing": str(each.standing),
                **{str(standing): _chance(chance) for standing, chance in each.standings.items()},
                "supported": _chance(each.supported),
                "influences": list(map(_influence, each.influences)),
                "certain": list(each.certain),
            }
            for each in found
        ],
    }


def _chance(chance: Chance) -> dict[str, object]:
    return {"probability": chance.value, "low": chance.low, "high": chance.high, "draws": chance.draws}


def _influence(influence: Influence) -> dict[str, object]:
    return {
        "source": influence.source,
        "probability": influence.probability,
        "accepted_if_it_holds": influence.holds,
        "accepted_if_it_fails": influence.fails,
        "difference": influence.difference,
    }


def _told(analysis: Analysis, outlook: Outlook, found: Sequence[Chances]) -> str:
    """Tell of some statements, and say what was supposed of the sources."""
    lost = [chances.id for chances in found if not chances.influences and chances.standing is Standing.UNSUPPORTED]
    blocks: list[Iterable[str]] = [_lines(chances) for chances in found if chances.id not in lost]
    if lost:
        blocks.append([f"unsupported, whatever sources hold: {', '.join(lost)}"])
    elif not blocks:
        blocks.append(["There is no recommendation, and no claim that reasons lead to."])
    blocks.append(_supposed(analysis, outlook, found))
    return "\n\n".join("\n".join(hanging(visible(line)) for line in block) for block in blocks) + "\n"


def _lines(chances: Chances) -> Iterator[str]:
    yield f"{chances.id} is accepted with probability {chances.accepted}"
    others = [f"{standing} {chance}" for standing, chance in chances.standings.items() if _counts(standing, chance)]
    yield f"  supported {chances.supported}{''.join(f', {other}' for other in others)}"
    influences = [each for each in chances.influences if abs(each.difference) > 1e-9]
    for place, each in enumerate(influences[:_SHOWN]):
        ends = f"{each.holds:.4g} if it holds, {each.fails:.4g} if it fails"
        yield f"  {each.source} ({each.probability:g}){' matters most' if not place else ''}: {ends}"
    if len(influences) > _SHOWN:
        yield f"  and {len(influences) - _SHOWN} more sources that matter less (--json has them)"
    if not influences:
        yield "  no source with a number matters to whether it is accepted"


def _counts(standing: Standing, chance: Chance) -> bool:
    return standing is not Standing.ACCEPTED and chance.value > 0


def _supposed(analysis: Analysis, outlook: Outlook, found: Sequence[Chances]) -> Iterator[str]:
    """Say what was supposed of the sources, and how the numbers came about."""
    yield f"Supposed: {INDEPENDENCE}."
    doubts = [f"{name} {relation} {joined(others)}" for name, relation, others in related(analysis, outlook.sources)]
    if doubts:
        yield f"By their records that is doubtful: {'; '.join(doubts)}."
    certain = sorted({name for chances in found for name in chances.certain})
    if certain:
        yield f"Certain, since no number is given: {joined(certain, 10)}."
    drawn = [chances.id for chances in found if not chances.accepted.is_exact]
    if drawn:
        which = "All numbers" if len(drawn) == len(found) else f"The numbers of {joined(drawn)}"
        yield f"{which} are from {outlook.draws:,} draws (seed {outlook.seed}), with intervals of 95 % (Wilson's)."
    if len(drawn) < len(found):
        yield f"{'The other' if drawn else 'All'} numbers are exact."


COMMAND = reliability
