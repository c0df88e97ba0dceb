"""``argmap rules``: list the checks."""

from __future__ import annotations

import click

from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes
from argmap.workflows.rules import all_checks, first_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def rules(as_json: bool) -> None:
    """List all checks: code, name, severity, and the flaw that each looks for.

    \b
    Examples:
      argmap rules
      argmap rules --json
    """
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
    if as_json:
        put_bytes(json_of(rows))
        return
    width = max(len(str(row["name"])) for row in rows)
    lines = []
    for row in rows:
        severity = f"{row['severity']}{'' if row['default'] else '*'}"
        lines.append(f"{row['code']}  {row['name']!s:<{width}}  {severity:<8}  {row['flaw']}\n")
    put("".join(lines) + ("" if all(row["default"] for row in rows) else "\n* runs only when selected\n"))


COMMAND = rules
