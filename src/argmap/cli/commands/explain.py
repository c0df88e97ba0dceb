"""``argmap explain``: tell what a check looks for, why, and what to write instead."""

from __future__ import annotations

import click

from argmap.cli.output import put
from argmap.errors import ConfigError
from argmap.project.choice import unknown
from argmap.workflows.rules import all_checks, page


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
    rule = next((rule for rule in checks if code.lower() in (rule.name, rule.code.lower())), None)
    if rule is None:
        raise ConfigError(unknown(code, checks))
    head = click.style(f"{rule.code} {rule.name}", bold=True)
    severity = f"{rule.severity}{'' if checks[rule].default else ', only when selected'}"
    put(f"{head} ({severity})\n\n{page(rule.name)}\n")


COMMAND = explain
