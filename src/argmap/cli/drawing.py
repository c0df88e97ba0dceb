"""The options by which commands that draw are told what to draw of a map, and how."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from attrs import evolve

from argmap.cli import inputs
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.renderers import Arrangement, Direction, DrawingOptions, Engine, Findings, Page, Theme

_OPTIONS = [
    click.option(
        "--direction",
        type=click.Choice([str(d) for d in Direction], case_sensitive=False),
        default="auto",
        show_default=True,
        help="Which way the support runs: BT puts the conclusion on top, RL on the left.",
    ),
    click.option(
        "--type", "types", multiple=True, type=click.Choice([str(k) for k in Kind]), help="Draw only this kind."
    ),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Draw only what has this tag."),
    click.option("--group", "groups", multiple=True, metavar="SECTION", help="Draw only this one."),
    click.option("--around", metavar="STATEMENT", help="Draw only what is near this one."),
    click.option("--depth", type=click.IntRange(0), default=2, show_default=True, help="How far --around reaches."),
    click.option(
        "--all",
        "whole",
        is_flag=True,
        help="Draw what the map's own settings leave out or close, and more than 3,000 cards.",
    ),
    click.option("--overview", is_flag=True, help="Draw what is on top, and one card for each part below."),
    click.option("--no-evidence", is_flag=True, help="Count evidence on the cards that it supports."),
    click.option("--no-legend", is_flag=True, help="Leave out the explanation of the signs."),
    click.option(
        "--findings",
        type=click.Choice([str(f) for f in Findings]),
        default="all",
        show_default=True,
        help="Which findings stand on the cards; all are errors and warnings.",
    ),
    click.option("--plain", is_flag=True, help="Neither findings nor badges: the picture for a report."),
    click.option("--with-source", is_flag=True, help="Put the texts of the sources beside the map, in a page."),
    click.option(
        "--theme",
        type=click.Choice([str(t) for t in Theme]),
        default="auto",
        show_default=True,
        help="The colours; auto follows the reader's screen.",
    ),
    click.option(
        "--arrangement",
        type=click.Choice([str(a) for a in Arrangement]),
        default="auto",
        show_default=True,
        help="Sections joined by edges, or apart with cards that refer to each other, as auto has them above 20 cards.",
    ),
    click.option(
        "--page",
        type=click.Choice([str(p) for p in Page], case_sensitive=False),
        default="one",
        show_default=True,
        help="Draw PDF, SVG or PNG on as many pages of this paper as it takes to be read; one is as large as it needs.",
    ),
    click.option(
        "--engine",
        type=click.Choice([str(e) for e in Engine]),
        default="auto",
        show_default=True,
        help="Graphviz's own dot, or the one of the extra 'render', which draws no PDF; auto takes dot first.",
    ),
]


def drawing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of drawing; it takes what they say as ``drawing``."""

    @wraps(command)
    def told(*args: Any, types: tuple[str, ...], no_evidence: bool, no_legend: bool, **others: Any) -> Any:
        same = {name: others.pop(name) for name in _SAME}
        kinds = tuple(Kind(name) for name in types)
        drawing = DrawingOptions(types=kinds, evidence=not no_evidence, legend=not no_legend, **same)
        return command(*args, drawing=drawing, **others)

    given = told
    for option in reversed(_OPTIONS):
        given = option(given)
    return given


_SAME = (
    "direction",
    "tags",
    "groups",
    "around",
    "depth",
    "theme",
    "arrangement",
    "whole",
    "overview",
    "page",
    "engine",
    "findings",
    "plain",
    "with_source",
)
"""The options whose values stand in `DrawingOptions` under the same names."""


def named(options: DrawingOptions, m: ArgumentMap) -> DrawingOptions:
    """Return the options with ids for what a user may name by title or text.

    Raises:
        UnknownNameError: There is no such statement or section.
    """
    around = None if options.around is None else inputs.statement(m, options.around)
    return evolve(options, around=around, groups=tuple(inputs.group(m, name) for name in options.groups))
