"""``argmap rules``: list the checks."""

from __future__ import annotations

import click

from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes
from argmap.workflows.rules import all_checks, first_line, listing


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def rules(as_json: bool) -> None:
    """List all checks: code, name, severity, and the flaw that each looks for.

    \b
    Examples:
      argmap rules
      argmap rules --json
    """
    if not as_json:
        put(listing(all_checks()))
        return
    rows = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": str(rule.severity),
            "default": check.default,
            "flaw": first_line(rule.name),
        }
        for rule, check in all_checks().items()
    ]
    put_bytes(json_of(rows))


COMMAND = rules
