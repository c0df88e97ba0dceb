"""``argmap coverage``: tell how much of a source the maps use."""

from __future__ import annotations

import click
from attrs import asdict

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, say
from argmap.evidence.text.coverage import Sentence
from argmap.workflows import annotating
from argmap.workflows.coverage import coverage as covered

_COLOURS = {"used": "green", "context": "cyan", "unused": "yellow"}


@click.command()
@click.argument("source", metavar="ID")
@click.option("--min-coverage", type=click.FloatRange(0, 100), metavar="PERCENT", help="Fail below this share.")
@click.option("--unused", is_flag=True, help="Print the sentences that no map uses.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, every sentence with its use.")
@click.pass_context
def coverage(ctx: click.Context, source: str, min_coverage: float | None, unused: bool, as_json: bool) -> None:
    """Tell how many sentences of source ID the project's maps use, paragraph by paragraph.

    \b
    Examples:
      argmap coverage report
      argmap coverage report --unused
      argmap coverage report --min-coverage 60
    """
    project, maps = inputs.whole_project()
    sentences = covered(source, annotating.text_of(project, source, [analysis.map for analysis in maps]), maps)
    used = sum(sentence.use == "used" for sentence in sentences)
    share = 100 * used / len(sentences) if sentences else 100.0
    if as_json:
        rows = [{**asdict(each, recurse=False), "span": [each.span.start, each.span.end]} for each in sentences]
        whole = {"source": source, "coverage": round(share, 1), "sentences": rows}
        put_bytes(json_of(whole))
    else:
        _print(sentences, unused=unused)
        say(f"{used} of {len(sentences)} sentences used: {share:.0f} percent.")
    if min_coverage is not None and share < min_coverage:
        complain(f"{share:.1f} percent is less than {min_coverage:g}")
        ctx.exit(1)


def _print(sentences: list[Sentence], *, unused: bool) -> None:
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    width = len(str(sentences[-1].line)) if sentences else 1
    for members in paragraphs.values():
        used = sum(sentence.use == "used" for sentence in members)
        context = sum(sentence.use == "context" for sentence in members)
        more = f", {context} as context" if context else ""
        bar = "".join(click.style("■" if s.use != "unused" else "□", fg=_COLOURS[s.use]) for s in members)
        put(f"line {members[0].line:>{width}}  {bar}  {used} of {len(members)}{more}\n")
        if unused:
            for sentence in members:
                if sentence.use == "unused":
                    say(f"    {sentence.line}: {sentence.text}")


COMMAND = coverage
