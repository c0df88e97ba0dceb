"""One line per finding: ``file:line:column: AM101 message``."""

from __future__ import annotations

import click

from argmap.cli.output import visible
from argmap.cli.printing import USUAL, Detail
from argmap.cli.printing._summary import colour, statistics, summary
from argmap.workflows.checked import Checked


def write(checked: Checked, detail: Detail = USUAL) -> str:
    """Write the findings, and a line that counts them."""
    if detail.only_counts:
        return statistics(checked.findings) + summary(checked)
    lines = []
    for f in checked.findings:
        code = click.style(f.code, fg=colour(f.severity), bold=True)
        lines.append(f"{visible(f.file)}:{f.line}:{f.column}: {code} {visible(f.message)}\n")
    return "".join(lines) + summary(checked)
