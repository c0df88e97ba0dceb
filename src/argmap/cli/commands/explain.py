"""``argmap explain``: tell what a check looks for, why, and what to write instead."""

from __future__ import annotations

import click

from argmap.cli.output import put
from argmap.project.choice import matching
from argmap.workflows.rules import all_checks, listing, page


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print the page of a check: what it does, why it matters, an example, and what to write instead.

    The beginning of a code lists the checks whose codes begin so.

    \b
    Examples:
      argmap explain AM101
      argmap explain unsupported-claim
      argmap explain AM4
    """
    checks = all_checks()
    codes = matching([code.lower()], list(checks))
    found = {rule: check for rule, check in checks.items() if rule.code in codes}
    if len(found) > 1:
        put(listing(found))
        return
    (rule,) = found
    head = click.style(f"{rule.code} {rule.name}", bold=True)
    severity = f"{rule.severity}{'' if checks[rule].default else ', only when selected'}"
    put(f"{head} ({severity})\n\n{page(rule.name)}\n")


COMMAND = explain
