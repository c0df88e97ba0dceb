"""Taking documents in, from files and the web; what was there survives every failure."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from argmap.errors import ReadError
from argmap.model.sources import Intake, Source
from argmap.native.format import format_yaml
from argmap.project.project import Project
from argmap.sources.extract import Extracted, LeftOut
from argmap.workflows import intake


@pytest.fixture
def here(project):
    """Return an empty project."""
    return Project(project({"seeds/.keep": ""}))


def test_file_becomes_a_record_and_a_text(here):
    """A document gives a text under seeds/texts and a record that names it, with the document's own title."""
    taken = intake.add(
        here, b"<title>The Wells</title><p>Dry.", "w.html", facts=Source("", url="https://example.org/w")
    )
    assert taken.id == "the-wells"
    assert taken.record.read_text() == (
        "title: The Wells\nurl: https://example.org/w\ntext: texts/the-wells.txt\n"
        f'intake:\n  extractor: {taken.intake.extractor}\n  file: "{taken.intake.file}"\n  kept: 1\n  visible: 1\n'
    )
    assert taken.text.read_text() == "Dry.\n"
    assert Project(here.root).records["the-wells"].title == "The Wells"


def test_source_is_never_replaced_by_another(here):
    """An id that is taken is refused, and nothing is written."""
    intake.add(here, b"One.", "a.txt", facts=Source("a"))
    with pytest.raises(ReadError, match="there is a source 'a' already"):
        intake.add(Project(here.root), b"Two.", "a.txt", facts=Source("a"))
    assert (here.seeds / "texts" / "a.txt").read_text() == "One.\n"


def test_file_without_text_leaves_nothing_behind(here):
    """What has no text to be had is refused before anything is written."""
    with pytest.raises(ReadError, match=r"p\.png cannot be used"):
        intake.add(here, b"\x89PNG\0\0", "p.png", facts=Source("p"))
    assert [path.name for path in here.seeds.iterdir()] == [".keep"]


def test_update_keeps_the_record_but_for_its_text(project):
    """A new text replaces the old one; comments and fields of the record stay."""
    root = project({"seeds/a.yaml": "# mine\ntitle: A  # short\n", "seeds/texts/a.txt": "Old.\n"})
    intake.update(Project(root), "a", b"New.", "a.txt")
    kept = (
        "intake: {extractor: text 1, file: d6924223112656a3d41d35b5e3cbc889578ed5138d2febacfa09644147ace73e, kept: 1}"
    )
    assert (root / "seeds/a.yaml").read_text() == f"# mine\ntitle: A  # short\ntext: texts/a.txt\n{kept}\n"
    assert (root / "seeds/texts/a.txt").read_text() == "New.\n"
    with pytest.raises(ReadError, match="is not text"):
        intake.update(Project(root), "a", b"\0\0\0\0", "a.bin")
    assert (root / "seeds/texts/a.txt").read_text() == "New.\n"


def test_fetched_page_is_kept_with_its_date(project, server):
    """Fetching follows redirects, keeps the text of the page, and says in the record when it was seen."""
    root = project({"seeds/a.yaml": f"url: {server}/moved\n"})
    intake.fetch_source(Project(root), "a", private=True)
    assert (root / "seeds/texts/a.txt").read_text() == "The wells were dry.\n"
    record = Project(root).records["a"]
    assert record.text == "texts/a.txt"
    assert len(record.retrieved) == len("2026-11-22")


def test_record_without_address_cannot_be_fetched(project):
    """A record without a url says what it needs."""
    root = project({"seeds/a.yaml": "title: A\n"})
    with pytest.raises(ReadError, match="give it a 'url:'"):
        intake.fetch_source(Project(root), "a")
    assert Path(root, "seeds/a.yaml").read_text() == "title: A\n"


def test_the_record_keeps_the_account(here, monkeypatch):
    """What was left out is in the record, with eight of its words at most, and a paragraph of it is a warning."""
    lost = LeftOut("menus", 2, words=50, most=45, first="one two three four five six seven eight nine")
    found = Extracted("Dry wells.", None, "html 9", visible=52, left_out=(lost,), doubts=("columns were guessed",))
    monkeypatch.setattr(intake, "extract", lambda *_, **__: found)
    taken = intake.add(here, b"the file", "w.html", facts=Source("w"))
    assert Project(here.root).records["w"].intake == taken.intake
    assert taken.intake == Intake(
        "html 9",
        hashlib.sha256(b"the file").hexdigest(),
        kept=2,
        visible=52,
        left_out=("menus at 2 places, 50 words: one two three four five six seven eight …",),
        doubts=("columns were guessed",),
    )
    assert taken.warnings == (
        "only 3 percent of the words that a reader sees are in the text",
        "45 words at one place are not in the text (menus)",
    )


def test_the_same_file_is_told_from_another(here):
    """An update says what the text was taken from before, and whether the text is another."""
    intake.add(here, b"One.", "a.txt", facts=Source("a"))
    again = intake.update(Project(here.root), "a", b"One.", "a.txt")
    assert (again.before.file, again.changed) == (again.intake.file, False)
    other = intake.update(Project(here.root), "a", b"Two.", "a.txt")
    assert (other.before.file, other.changed) == (again.intake.file, True)
    assert Project(here.root).records["a"].intake == other.intake != again.intake


def test_address_becomes_a_record_and_a_text(here, server):
    """A page is fetched and taken in with its title, its address without the words to show, and the date."""
    taken = intake.add_from_web(here, f"{server}/page#dry:~:text=The%20wells", facts=Source(""), private=True)
    record = Project(here.root).records["wells"]
    assert (record.title, record.url, record.text) == ("Wells", f"{server}/page#dry", "texts/wells.txt")
    assert record.retrieved == datetime.now(UTC).date().isoformat()
    assert taken.text.read_text() == "The wells were dry.\n"


def test_taken_id_is_refused_before_anything_is_fetched(here):
    """Where the id is taken, no address is asked."""
    intake.add(here, b"One.", "a.txt", facts=Source("a"))
    with pytest.raises(ReadError, match="there is a source 'a' already"):
        intake.add_from_web(Project(here.root), "http://no-host.invalid/", facts=Source("a"))


def test_encoding_of_a_fetched_page_can_be_named(project, server):
    """Someone may know the encoding better than the server does."""
    root = project({"seeds/a.yaml": f"url: {server}/latin\n"})
    intake.fetch_source(Project(root), "a", private=True, encoding="windows-1252")
    assert (root / "seeds/texts/a.txt").read_text() == "Größe.\n"


def test_halves_of_characters_are_told(here, monkeypatch):
    """What no file can hold is replaced, and the record says so; two halves that belong together are a character."""
    found = Extracted("a \ud83c\udf0a b \ud800", "T\udfff", "pdf 9", left_out=(LeftOut("notes", 1, 1, 1, "\udcff"),))
    monkeypatch.setattr(intake, "extract", lambda *_, **__: found)
    taken = intake.add(here, b"", "w.pdf", facts=Source("w"))
    record = Project(here.root).records["w"]
    assert (taken.text.read_text(), record.title) == ("a 🌊 b \ufffd", "T\ufffd")
    assert record.intake.left_out == ("notes at 1 place, 1 word: ?",)
    assert record.intake.doubts == ("the file holds halves of characters, for which \ufffd stands in the text",)


@pytest.mark.parametrize("record", ["# mine\ntitle: A\n\nnote: B  # why\n", "title:   A\n", "{title: A}\n"])
def test_a_canonical_record_stays_canonical(project, monkeypatch, record):
    """What `argmap format` would not change before is laid out as it would after, and what it would is left alone."""
    root = project({"seeds/a.yaml": record})
    found = Extracted(
        "Words.", None, "html 1", 9, (LeftOut("menus", 1, 8, 8, "one two three four five six seven eight"),)
    )
    monkeypatch.setattr(intake, "extract", lambda *_, **__: found)
    intake.update(Project(root), "a", b"", "a.html")
    written = (root / "seeds/a.yaml").read_text()
    assert (format_yaml(written, "record") == written) == (format_yaml(record, "record") == record)
    assert all(word in written for word in record.strip("{}\n").split())
