"""``argmap reanchor``: mend the passages that a revised source has changed."""

from __future__ import annotations

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.output import complain, put, say, visible
from argmap.cli.progress import progress
from argmap.evidence.passages.resolution import Outcome
from argmap.model.citations import Selector
from argmap.wording import changed_words
from argmap.workflows import locking, reanchoring
from argmap.workflows.reanchoring import Accept, Proposal

_ASK = "ask"


@click.command()
@click.option(
    "--accept",
    type=click.Choice([*(str(accept) for accept in Accept), _ASK]),
    help="strong: take what is proven to say the same. weak: take also what reads differently. ask: ask for each. "
    "Without it, nothing is changed.",
)
@click.pass_context
def reanchor(ctx: click.Context, accept: str | None) -> None:
    """Mend the passages that a revised source has changed: show what changed, write the new phrases, lock them.

    Only phrases in the maps and lines of argmap.lock change; comments and layout stay. A passage whose figures,
    negations, modals or the like changed says otherwise: it is only taken with --accept ask, by your own yes.

    \b
    Examples:
      argmap reanchor
      argmap reanchor --accept strong
      argmap reanchor --accept ask
    """
    with progress() as doing:
        doing("looking passages up")
        project, maps = inputs.whole_project()
        found = reanchoring.proposals(maps, project)
    changes = {}
    for proposal in found:
        _show(proposal)
        if _taken(proposal, accept):
            changes[proposal.anchor] = proposal.selector or Selector("")
    if changes:
        rewriting = reanchoring.rewritten_files([analysis.map for analysis in maps], changes)
        for (source, selector), where in rewriting.unmended.items():
            quote = changes.pop((source, selector)).quote
            complain(f'{where}: no program can mend this phrase: write "{quote}" there by hand, then run argmap lock')
        with inputs.lock_to_change():
            for file, text in rewriting.texts.items():
                files.write(file, text.encode())
            project, again = inputs.whole_project()
            accepted = [(source, new) for (source, _), new in changes.items()]
            locking.save(locking.locked(again, project, accepted), project)
        for source, selector in reanchoring.unchanged([analysis.map for analysis in again], changes):
            written = selector.quote if selector else ""
            complain(f'{source} "{written}" stands in an included file, which is no map of the project: mend it there')
            del changes[source, selector]
    left = len(found) - len(changes)
    say(f"{len(changes)} mended and locked, {left} left." if found else "Every passage is where it was.")
    if accept is None and any(proposal.selector for proposal in found):
        say("argmap reanchor --accept strong takes the strong ones, and --accept ask lets you decide on each.")
    ctx.exit(1 if left else 0)


def _show(proposal: Proposal) -> None:
    source, selector = proposal.anchor
    resolution = proposal.resolution
    written = selector.quote if selector else ""
    status = click.style(_status(proposal), fg="yellow" if resolution.needs_review else "red", bold=True)
    put(f'{visible(source)} "{visible(written)}": {status}\n')
    if proposal.diff:
        say(f"    {proposal.diff}")
    if resolution.says_otherwise:
        say(f"    it says otherwise: {changed_words(resolution.lost, resolution.gained, resolution.replaced)}")
    if proposal.selector:
        say(f"    now: {proposal.selector.quote}")


def _status(proposal: Proposal) -> str:
    resolution = proposal.resolution
    if resolution.outcome is Outcome.FUZZY:
        sure = "says otherwise" if resolution.says_otherwise else "strong" if resolution.is_strong else "weak"
        return f"changed ({resolution.score or 0:.2f}, {sure})"
    if resolution.outcome is Outcome.CONTEXT_CHANGED:
        return "the same words in other surroundings"
    if resolution.outcome is Outcome.AMBIGUOUS:
        return f"at {len(resolution.places)} places alike; argmap annotate helps to tell them apart"
    return "missing: correct the citation, or withdraw it"


def _taken(proposal: Proposal, accept: str | None) -> bool:
    if proposal.selector is None or accept is None:
        return False
    if accept == _ASK:
        return click.confirm("    take it?", default=False)
    return proposal.is_safe(Accept(accept))


COMMAND = reanchor
