"""``argmap compare``: tell where two readings of one text differ, how far they agree, and what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.kept import keep
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, hanging, put, put_bytes, visible, write
from argmap.cli.progress import progress
from argmap.cli.targets import ending
from argmap.errors import ReadError
from argmap.evaluation.labels import Basis

if TYPE_CHECKING:
    from argmap.comparison.compare import Comparison

_KINDS = ("svg", "png", "pdf", "dot", "html")


@click.command()
@click.argument("a", metavar="A", type=click.Path())
@click.argument("b", metavar="B", type=click.Path())
@inputs.basis_option(*Basis)
@click.option("--all", "every", is_flag=True, help="Tell what is the same too.")
@click.option("-o", "--output", type=click.Path(), help="Draw both in one picture: .svg, .png, .pdf, .dot, or .html.")
@click.option("--csv", "style", flag_value="csv", help="Print the rows as CSV.")
@click.option("--html", "style", flag_value="html", help="Print the rows as tables of HTML, to be put into a page.")
@click.option("--json", "style", flag_value="json", help="Print JSON.")
@inputs.input_format_option
@click.pass_context
def compare(
    ctx: click.Context,
    a: str,
    b: str,
    basis: str,
    every: bool,
    output: str | None,
    style: str | None,
    input_format: str | None,
) -> None:
    """Tell where two readings of one text differ, how far they agree, and which difference changes which conclusion.

    A and B are two maps of one text, such as two people make of it. Their statements are aligned by the passages that
    they name in it, then by their words. Of each conclusion that stands in one and not in the other, the smallest sets
    of differences are told that make it so.

    --output draws both in one picture, with what they differ in marked; a page (.html) has the picture and all that is
    told.

    Exit status: 0 they are the same, 1 they differ, 2 cannot run.

    \b
    Examples:
      argmap compare anna.yaml ben.yaml
      argmap compare anna.yaml ben.yaml -o both.svg
      argmap compare anna.yaml ben.yaml --csv
    """
    from argmap.comparison.compare import comparison

    kind = ending(output)
    if output is not None and kind not in _KINDS:
        raise ReadError(f"{output}: two readings are drawn as {', '.join(_KINDS)}; name one of them as the ending")
    with progress() as say:
        say("reading")
        left, right = (
            inputs.analysed(*each, input_format)
            for each in (inputs.one_map(a, input_format), inputs.one_map(b, input_format))
        )
        say("comparing")
        found = comparison(left, right, Basis(basis))
        found.swings  # noqa: B018  (takes the time that is told)
    if output and kind:
        data = _drawn(found, kind, output, a, b)
        files.write(output, data) if style else write(output, data)
    _print(found, style, a, b, every=every)
    ctx.exit(0 if found.is_same else 1)


def _drawn(found: Comparison, kind: str, output: str, a: str, b: str) -> bytes:
    from argmap.comparison.pictures import draw_both
    from argmap.comparison.telling.tables import to_page

    keep([output], found.left.map, "picture")
    drawn = draw_both(found, "svg" if kind == "html" else kind, a, b)
    for warning in drawn.warnings:
        complain(warning)
    picture = drawn.data.decode().partition("?>")[2] if kind == "html" else ""
    return to_page(found, a, b, picture).encode() if kind == "html" else drawn.data


def _print(found: Comparison, style: str | None, a: str, b: str, *, every: bool) -> None:
    from argmap.comparison.telling.readings import comparison_told
    from argmap.comparison.telling.tables import to_csv, to_html
    from argmap.comparison.telling.writing import values

    if style == "json":
        put_bytes(json_of(values(found, a, b)))
    elif style == "csv":
        put(to_csv(found))
    elif style == "html":
        put(to_html(found))
    else:
        put("".join(f"{hanging(visible(line))}\n" for line in comparison_told(found, a, b, every=every)))


COMMAND = compare
