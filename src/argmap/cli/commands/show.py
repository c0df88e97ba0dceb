"""``argmap show``: tell maps as outlines in the terminal."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import click
from attrs import asdict, frozen

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.commands._outlined import Wording
from argmap.cli.commands._tree import ASCII, NARROWEST, UNICODE, Branches, Drawn, styled, words, wrapped
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.errors import UnknownNameError
from argmap.evaluation.labels import Standing
from argmap.model.document import ArgumentMap
from argmap.model.outline import Item, Told, outline
from argmap.model.parts import inside, near
from argmap.wording import counted

_NEAR = 2


@frozen
class _Part:
    """The part of a map that is shown.

    Attributes:
        statements: The ids of its statements.
        depth: How deep to go; all the way if None.
        left_out: How many statements are left out, and why.
    """

    statements: frozenset[str]
    depth: int | None
    left_out: tuple[str, ...]


@click.command()
@inputs.paths_argument
@click.option("--group", "groups", multiple=True, metavar="SECTION", help="Show only this one.")
@click.option("--around", metavar="STATEMENT", help="Show only what is near this one.")
@click.option(
    "--depth",
    type=click.IntRange(0),
    help=f"How many statements deep to go; with --around, how far that reaches.  [all; --around: {_NEAR}]",
)
@click.option("--ascii", "only_ascii", is_flag=True, help="Draw branches with - | and the like.")
@click.option("--width", type=click.IntRange(NARROWEST), help="How wide lines are.  [as the terminal]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.input_format_option
@click.pass_context
def show(
    ctx: click.Context,
    paths: tuple[str, ...],
    groups: tuple[str, ...],
    around: str | None,
    depth: int | None,
    only_ascii: bool,
    width: int | None,
    as_json: bool,
    input_format: str | None,
) -> None:
    """Tell maps as outlines: each conclusion, and under it what speaks for it, against it, and against a step.

    A statement stands where it is met first; elsewhere it is referred to. Premises that only hold together stand in a
    bracket. How a statement stands is said where it is not plainly accepted.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are shown.
    STATEMENT is an id, a title or a text, SECTION an id or a heading.

    \b
    Examples:
      argmap show map.yaml
      argmap show --around budget --depth 1
      argmap show map.yaml --group safety --width 60
      argmap show debate.argdown --ascii | less
    """
    with progress() as doing:
        read, is_whole = inputs.analyses(paths, input_format, doing)
    if around is not None:
        file, around = inputs.holding(read, around)
        read = {file: read[file]}
    if groups:
        read = _with_sections(read, groups)
    found = {file: (analysis, _part(analysis.map, groups, around, depth)) for file, analysis in read.items()}
    if as_json:
        rows = [{"map": file, **_values(*each)} for file, each in found.items()]
        put_bytes(json_of(rows if len(rows) > 1 else rows[0]))
    else:
        drawn = ASCII if only_ascii or not _shows(UNICODE) else UNICODE
        branches = Branches(drawn, width or max(NARROWEST, shutil.get_terminal_size().columns))
        heads = [f"{click.style(visible(file), underline=True)}\n" if len(found) > 1 else "" for file in found]
        told = ("".join(f"{line}\n" for line in _lines(*each, branches)) for each in found.values())
        put("\n".join(head + text for head, text in zip(heads, told, strict=True)))
    ctx.exit(0 if is_whole else 2)


def _with_sections(read: dict[str, Analysis], names: Iterable[str]) -> dict[str, Analysis]:
    """Return the maps that have all sections of some names; raises `UnknownNameError` where none has."""
    missing: UnknownNameError | None = None
    found = {}
    for file, analysis in read.items():
        try:
            [inputs.group(analysis.map, name) for name in names]
            found[file] = analysis
        except UnknownNameError as error:
            missing = error
    if missing and not found:
        raise missing
    return found


def _part(m: ArgumentMap, groups: Iterable[str], around: str | None, depth: int | None) -> _Part:
    """Cut a map down to what is asked for."""
    kept, left_out = {s.id for s in m.statements}, []
    sections = [inputs.group(m, name) for name in groups]
    if sections:
        within = inside(m, sections)
        out = {s.id for s in m.statements if s.group not in within}
        left_out.append(f"{len(out & kept):,} left out (only of section {', '.join(m.headings[g] for g in sections)})")
        kept -= out
    if around is not None:
        reach = _NEAR if depth is None else depth
        close = near(m, around, reach)
        far = f"further than {counted(reach, 'step')} from {m[around].label}"
        left_out.append(f"{len(kept - close):,} left out ({far})")
        kept &= close
        depth = None
    return _Part(frozenset(kept), depth, tuple(each for each in left_out if not each.startswith("0 ")))


def _lines(analysis: Analysis, part: _Part, branches: Branches) -> Iterator[str]:
    """Return the lines of an outline, with a heading that says how much of the map it is."""
    items = [*outline(analysis.map, part.statements, part.depth)]
    yield from _heading(analysis, part, items, branches.width)
    wording, below = Wording(analysis, branches.drawn), [""]
    for item, following in pairwise([*items, None]):
        if item is None:
            break
        has_more = following is not None and following.depth > item.depth
        if item.depth == 0:
            yield ""
            branch, guides = "", ""
        else:
            branch, guides = branches.under(
                below[item.depth - 1], is_last=item.is_last, is_linked=item.is_linked, ends_link=item.ends_link
            )
        del below[item.depth :]
        below.append(guides)
        yield from branches.lines(branch, guides, wording.said(item), has_more=has_more)


def _heading(analysis: Analysis, part: _Part, items: Iterable[Item], width: int) -> Iterator[str]:
    """Return the title, the description, how the statements stand, and what is not shown."""
    m, evaluation = analysis.map, analysis.evaluation
    shown = {item.statement for item in items if item.statement is not None and item.told is Told.HERE}
    counts = Counter(evaluation[name].standing if name in evaluation else None for name in shown)
    told = [f"{counts[standing]:,} {standing}" for standing in Standing if counts[standing]]
    told += [counted(counts[None], "question")] if counts[None] else []
    number = (
        counted(len(m), "statement") if len(shown) == len(m) else f"{len(shown):,} of {counted(len(m), 'statement')}"
    )
    deeper = len(part.statements) - len(shown)
    left_out = [*part.left_out, *([f"{deeper:,} left out (deeper than {part.depth})"] if deeper else [])]
    for text, style in [
        (m.title, {"bold": True}),
        (m.description or "", {}),
        (f"{number}: {', '.join(told)}." if told else f"{number}.", {"dim": True}),
        *((f"{each}.", {"dim": True}) for each in left_out),
    ]:
        yield from map(styled, wrapped(words(visible(text), **style), width))


def _shows(drawn: Drawn) -> bool:
    """Tell whether the terminal's encoding has the characters to draw with."""
    try:
        "".join(asdict(drawn).values()).encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _values(analysis: Analysis, part: _Part) -> dict[str, object]:
    return {
        "title": analysis.map.title,
        "statements": len(analysis.map),
        "left_out": list(part.left_out),
        "outline": [
            {
                "depth": item.depth,
                "statement": item.statement,
                "relation": item.relation.id if item.relation else None,
                "bears": str(item.relation.kind) if item.relation else None,
                "serves": item.serves,
                "linked": item.is_linked,
                "told": str(item.told),
                "cut": item.is_cut,
            }
            | (_statement(analysis, item.statement) if item.statement and item.statement in analysis.map else {})
            for item in outline(analysis.map, part.statements, part.depth)
        ],
    }


def _statement(analysis: Analysis, name: str) -> dict[str, object]:
    statement, verdict = analysis.map[name], analysis.evaluation.get(name)
    return {
        "kind": str(statement.kind),
        "title": statement.label,
        "text": statement.text,
        "status": str(verdict.standing) if verdict else None,
        "modifiers": list(verdict.modifiers) if verdict else [],
        "grade": str(verdict.grade) if verdict and verdict.grade else None,
        "stands_on": str(verdict.stands_on) if verdict and verdict.stands_on else None,
    }


COMMAND = show
