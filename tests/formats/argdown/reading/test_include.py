"""Files of the project that an Argdown file includes."""

from __future__ import annotations

import pytest

from argmap.formats import argdown


@pytest.fixture
def folder(tmp_path):
    """Return a project of two folders, with a file outside it."""
    (tmp_path / "project" / "parts").mkdir(parents=True)
    (tmp_path / "project" / "argmap.toml").write_text("", encoding="utf-8")
    (tmp_path / "project" / "parts" / "b.argdown").write_text(
        "[B]: b\n  + [C]\n\n@include(c.argdown)\n", encoding="utf-8"
    )
    (tmp_path / "project" / "parts" / "c.argdown").write_text("[C]: c", encoding="utf-8")
    (tmp_path / "project" / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "outside.argdown").write_text("[X]: x", encoding="utf-8")
    return tmp_path / "project"


def read(folder, text):
    """Read a text as a file of the project's folder."""
    return argdown.FORMAT.read(text, str(folder / "a.argdown"))


def test_included_files_are_read(folder):
    """What other files say stands where they are included, and they may include others."""
    m = read(folder, "[A]: a\n  - [B]\n\n@include(parts/b.argdown)\n\n[D]: d\n  + [Q]: q\n")
    assert [s.id for s in m] == ["a", "b", "c", "d", "q"]
    assert [r.id for r in m.relations] == ["b -| a", "c -> b", "q -> d"]


def test_places_are_in_the_file_itself(folder):
    """What comes from another file is placed at the words that include it; what follows stays where it is."""
    text = "[A]: a\n\n@include(parts/b.argdown)\n\n[D]: d\n  + [Nowhere]\n"
    m = read(folder, text)
    assert {text[m[n].span.start : m[n].span.end] for n in ("b", "c")} == {"@include(parts/b.argdown)"}
    assert text[m["d"].span.start : m["d"].span.end] == "[D]: d"
    assert [(f.code, f.line) for f in m.origin.findings] == [("AM501", 6)]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("../outside.argdown", "outside the project"),
        ("secret.txt", "only .argdown"),
        ("parts/none.argdown", "no such file"),
        ("a.argdown", "includes itself"),
    ],
)
def test_what_cannot_be_included(folder, name, part):
    """Only Argdown files of the project can be included; anything else is one finding, and left out."""
    (folder / "a.argdown").write_text("", encoding="utf-8")
    m = read(folder, f"[A]: a\n\nSee @include({name})\n")
    assert m["see"].text == "See"
    (finding,) = m.origin.findings
    assert (finding.code, finding.line, finding.column) == ("AM004", 3, 5)
    assert part in finding.message


def test_links_out_of_the_project(folder):
    """A link inside the project to a file outside it is not followed."""
    (folder / "link.argdown").symlink_to(folder.parent / "outside.argdown")
    assert "x" not in read(folder, "[A]: a\n\n@include(link.argdown)\n")


def test_circles_end(folder):
    """Files that include each other are a finding."""
    (folder / "p.argdown").write_text("@include(q.argdown)", encoding="utf-8")
    (folder / "q.argdown").write_text("@include(p.argdown)", encoding="utf-8")
    assert "includes itself" in read(folder, "[A]: a\n\n@include(p.argdown)\n").origin.findings[0].message


def test_texts_that_are_no_files_include_nothing():
    """A text without a file has nothing beside it, which is said."""
    m = argdown.FORMAT.read("[A]: a\n\n@include(b.argdown)\n", "-")
    assert [s.id for s in m] == ["a"]
    assert [(f.code, f.line) for f in m.origin.findings] == [("AM004", 3)]
    assert "this text is no file" in m.origin.findings[0].message


def test_few_files_that_name_each_other_often(folder):
    """Nineteen files, each of which names the next one twice, are half a million readings: one finding."""
    for at in range(19):
        (folder / f"n{at}.argdown").write_text(f"@include(n{at + 1}.argdown)\n" * 2, encoding="utf-8")
    (folder / "n19.argdown").write_text("", encoding="utf-8")
    (finding,) = read(folder, "[A]: a\n\n@include(n0.argdown)\n").origin.findings
    assert "too much is included" in finding.message
