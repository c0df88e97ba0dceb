"""The sources of maps as rows."""

from __future__ import annotations

from pathlib import Path

import argmap
from argmap.evidence.lockfile import write_lock
from argmap.evidence.locks.recording import make_lock
from argmap.project.discovery import Projects
from argmap.workflows import shelf

MAP = """
about: s
sources:
  own: {title: Own}
nodes:
  a:
    evidence: A.
    from: it rained
    cite: [s "it rained", s "it snowed", s "rain", own "x", gone "y", far "z"]
"""


def rows(project, *, every: bool) -> dict[str, tuple[object, ...]]:
    """Return the rows of the map above, as tuples by id."""
    project(
        {
            "a.yaml": MAP,
            "seeds/s.yaml": f"title: S\ntext: s.txt\nintake: {{extractor: a, file: {'a' * 64}, kept: 6, visible: 7}}",
            "seeds/s.txt": "it rained; then rain and rain",
            "seeds/far.yaml": "title: Far\ntext: far.txt",
            "seeds/unused.yaml": "text: s.txt",
        }
    )
    found = shelf.rows([argmap.analyse(argmap.load("a.yaml"))], Projects().around("."), every=every)
    return {row.pop("id"): tuple(row.values()) for row in found}


def test_what_became_of_the_passages(project) -> None:
    """Each source that a map names has a row: title, text, passages, what became of them, words kept and visible."""
    assert rows(project, every=False) == {
        "own": ("Own", "none", 0, 1, 0, 0, 0, 0, 0, None, None),
        "s": ("S", "at hand", 1, 3, 2, 0, 0, 1, 1, 6, 7),
        "far": ("Far", "absent", 0, 1, 0, 0, 0, 0, 0, None, None),
        "gone": ("(no record)", "none", 0, 1, 0, 0, 0, 0, 0, None, None),
    }


def test_records_that_no_map_names(project) -> None:
    """All records are listed when the whole project is meant."""
    assert rows(project, every=True)["unused"] == ("", "at hand", 0, 0, 0, 0, 0, 0, 0, None, None)


def test_moved_and_changed_passages_are_counted(project) -> None:
    """Passages that moved are verified, and counted; those whose words or surroundings changed are counted too."""
    project(
        {
            "a.yaml": 'nodes: {a: {evidence: A., cite: [s "it rained all night", s "and it snowed … all day"]}}',
            "seeds/s.yaml": "title: S\ntext: s.txt",
            "seeds/s.txt": "We heard that it rained all night in town, and it snowed in the hills all day long.",
        }
    )
    first = argmap.analyse(argmap.load("a.yaml"))
    Path("argmap.lock").write_text(write_lock(make_lock(first.resolutions, first.texts)))
    text = "In May we heard that it rained all night in town, and it snowed on the hills all day long."
    Path("seeds/s.txt").write_text(text)
    (row,) = shelf.rows([argmap.analyse(argmap.load("a.yaml"))], Projects().around("."), every=False)
    assert [row[name] for name in ("verified", "moved", "changed", "missing")] == [1, 1, 1, 0]
