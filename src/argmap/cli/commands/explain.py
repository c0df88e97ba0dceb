"""``argmap explain``: tell what a check looks for, why, and what to write instead."""

from __future__ import annotations

import click

from argmap.cli.output import put
from argmap.errors import UnknownNameError
from argmap.project.rules import all_checks, page


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print the page of a check: what it does, why it matters, an example, and what to write instead.

    \b
    Examples:
      argmap explain AM101
      argmap explain unsupported-claim
    """
    checks = all_checks()
    name = next((name for name, check in checks.items() if code.lower() in (name, check.code.lower())), None)
    if name is None:
        raise UnknownNameError("check", code, [*checks, *(check.code for check in checks.values())])
    check = checks[name]
    head = click.style(f"{check.code} {name}", bold=True)
    put(f"{head} ({check.severity}{'' if check.default else ', only when selected'})\n\n{page(name)}\n")


COMMAND = explain
