"""What all tests share: the marker `dot`, Hypothesis settings, and a project to stand in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CI = os.environ.get("CI", "").lower() not in ("", "0", "false")

# No test asserts a time, so neither does Hypothesis; on CI the same examples come every time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True, database=None, print_blob=True)
settings.register_profile("long", parent=settings.get_profile("here"), max_examples=20_000, database=None)
settings.load_profile("ci" if CI else "here")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs `dot` where there is none; on CI, where there must be one, fail."""
    if item.get_closest_marker("dot") and not shutil.which("dot"):
        reason = "needs the Graphviz program `dot`, which is not on PATH"
        if CI:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Give a function that writes files, by path, into an empty folder; the test stands in that folder."""
    monkeypatch.chdir(tmp_path)

    def write(files: Mapping[str, str | bytes]) -> Path:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write
