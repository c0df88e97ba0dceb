"""What the tests of the command line share: running it within this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from argmap.cli.group import argmap


@pytest.fixture
def run(project, monkeypatch) -> Callable[..., Result]:
    """Return a function that runs argmap in the test's folder; what is not meant to be raised fails the test."""
    project({})
    monkeypatch.delenv("NO_COLOR", raising=False)

    def invoke(*arguments: str, stdin: str | bytes | None = None, color: bool = False) -> Result:
        return CliRunner().invoke(
            argmap, arguments, input=stdin, color=color, prog_name="argmap", catch_exceptions=False
        )

    return invoke
