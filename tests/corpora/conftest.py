"""What tests of corpora share: a folder of maps of every kind, and what is in the files of a corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.corpora import crews
from argmap.corpora.building import Built, build

pytest.importorskip("pyarrow")

STREET = """\
title: The street
about: brief
sources:
  brief: {title: A brief, authors: [Ann, Bo]}
  log: {title: Weather log, kind: data}
nodes:
  wet:
    claim: The street is wet.
    from: brief
    because: [rain, washed + today]
    but: [covered]
  rain: {evidence: It rained., cite: log "rain all … night" p. 3, tags: [weather]}
  washed: {premise: It is washed on Mondays., unless: []}
  today: {assumption: It is Monday.}
  covered: {objection: The street is covered.}
  when: {question: Since when?}
"""
RAIN = '{"title": "Rain", "nodes": {"rain": {"claim": "It rained."}}}'
PAGE = "# Two\n\n```argdown\n[A]: It is so.\n  + [B]: It was so.\n```\n\n```argdown\n[C]: It rained.\n```\n"


@pytest.fixture
def maps(project) -> Path:
    """Return a folder with maps in several formats and folders, and what is none."""
    root = project(
        {
            "maps/street.yaml": STREET,
            "maps/a/rain.json": RAIN,
            "maps/a/page.md": PAGE,
            "maps/b/debate.argdown": "[Wet]: It is wet.\n  - [Dry]: It is dry.\n",
            "maps/b/package.json": '{"name": "x"}',
            "maps/b/latin.yaml": b"nodes: {a: {claim: Gr\xfc\xdfe}}",
            "maps/b/broken.yaml": "nodes: }}}",
            "maps/notes.pdf": "nothing",
        }
    )
    return root / "maps"


@pytest.fixture
def made(tmp_path) -> Callable[..., Built]:
    """Return a function that builds a corpus of the maps in ``out``, in this process."""

    def make(maps: Path | str, out: str = "out", **options: object) -> Built:
        return build(maps, tmp_path / out, **{"crew": crews.here(), **options})

    return make


def content(folder: Path) -> dict[str, bytes]:
    """Return what the files of a corpus hold, by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
