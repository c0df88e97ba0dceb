"""What a project names is read and written inside it, whatever its records say and wherever its links lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import ReadError
from argmap.model.sources import Source
from argmap.project.discovery import Projects
from argmap.workflows import intake


@pytest.fixture
def home(project, monkeypatch):
    """Return a project beside a file that is none of its business."""
    folder = project({"victim.txt": "precious", "home/argmap.toml": "", "home/seeds/texts/a.txt": "old"})
    monkeypatch.chdir(folder / "home")
    return folder / "home"


def update():
    """Replace the text of the source *s*."""
    return intake.update(Projects().around("."), "s", b"new words", "new.txt")


@pytest.mark.parametrize("text", ["../../victim.txt", "texts/../../../victim.txt", "texts/link.txt", "out/victim.txt"])
def test_a_record_leads_no_writing_out_of_the_project(home, text):
    """Neither ``..`` nor a link in the path of a text is followed out of the project; record and text stay."""
    Path("seeds/texts/link.txt").symlink_to(home.parent / "victim.txt")
    Path("seeds/out").symlink_to(home.parent)
    record = f"title: S\ntext: {text}\n"
    Path("seeds/s.yaml").write_text(record)
    with pytest.raises(ReadError, match="leads out of the project"):
        update()
    assert (home.parent / "victim.txt").read_text() == "precious"
    assert Path("seeds/s.yaml").read_text() == record


def test_a_record_that_cannot_be_read_keeps_its_text(home):
    """Where the record is no UTF-8, the text has not been replaced either."""
    Path("seeds/s.yaml").write_bytes("title: S\ntext: texts/a.txt\n".encode("utf-16"))
    with pytest.raises(ReadError, match="UTF-16"):
        update()
    assert Path("seeds/texts/a.txt").read_text() == "old"


@pytest.mark.parametrize(
    ("name", "example"), [("../../x", "x"), ("PEP 703", "pep-703"), ("a/b", "a-b"), ("a\nb", "a-b")]
)
def test_an_id_is_no_path(home, name, example):
    """An id with other characters than an id has is refused, and one is offered that would do."""
    with pytest.raises(ReadError, match=f"cannot be an id.*such as '{example}'"):
        intake.add(Projects().around("."), b"words", "f.txt", facts=Source(name))
    assert sorted(path.name for path in Path("seeds").rglob("*.txt")) == ["a.txt"]


def test_a_project_that_is_reached_by_a_link_is_written(home, monkeypatch):
    """A link on the way to the project is no way out of it."""
    (home.parent / "way").symlink_to(home)
    monkeypatch.chdir(home.parent / "way")
    Path("seeds/s.yaml").write_text("title: S\ntext: texts/a.txt\n")
    update()
    assert (home / "seeds/texts/a.txt").read_text().strip() == "new words"


LAYOUTS = [
    "title: S\ntext: texts/a.txt\n",
    "{title: S, text: texts/a.txt}\n",
    "{title: S,}\n",
    '"text": texts/a.txt\ntitle: S\n',
    "title: S\ntext : texts/a.txt  # kept\n",
    "title: S\ntext:\n  texts/a.txt\n",
    "title: S\ntext: >-\n  texts/a.txt\n",
    "title: 'S # 1'\nnote: |\n  text: not this\ntext: texts/a.txt\n",
    "title: S\n...\n",
    "title: S\n... # the end\n",
    "  title: S\n",
    "? text\n: texts/a.txt\n",
    "title: S\r\ntext: texts/a.txt\r\n",
    "title: S\rtext: texts/a.txt\r",
    "\ufefftitle: S\ntext: texts/a.txt\n",
    "title: S\nnote: |+\n  words\n\n\n",
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_record_is_rewritten_right_in_every_layout(home, layout):
    """Whatever the layout, the new text is in use afterwards, and title, note and byte order mark are as they were."""
    Path("seeds/s.yaml").write_bytes(layout.encode())
    before = Projects().around(".").records["s"]
    update()
    after = Projects().around(".").records["s"]
    assert (after.title, after.note) == (before.title, before.note)
    assert Path("seeds/s.yaml").read_bytes()[:3] == layout.encode()[:3]
    assert not after.record.findings
    assert (Path("seeds") / after.text).read_text().strip() == "new words"


@pytest.mark.parametrize(
    ("record", "said"),
    [("title: S\ntext: a.txt\ntext: texts/a.txt\n", "twice: delete one of them"), ("\ttitle: S\n", "a program cannot")],
)
def test_a_record_that_cannot_be_rewritten_keeps_its_text(home, record, said):
    """Where it is not clear what to change, the reason is told and nothing is written."""
    Path("seeds/s.yaml").write_text(record)
    with pytest.raises(ReadError, match=f"{said}.*; nothing was written"):
        update()
    assert (Path("seeds/s.yaml").read_text(), Path("seeds/texts/a.txt").read_text()) == (record, "old")
