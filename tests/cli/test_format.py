"""`argmap format`: what is laid out, and what is left alone."""

from __future__ import annotations

UNTIDY = "nodes:\n    a:\n        claim: 'A.'\ntitle: T\n"
TIDY = "title: T\nnodes:\n  a:\n    claim: A.\n"
RECORD = "text: t.txt\ntitle: S\n"
TIDY_RECORD = "title: S\ntext: t.txt\n"


def test_a_map_is_laid_out(run, project) -> None:
    """A file that is not laid out is, and once is enough."""
    folder = project({"a.yaml": UNTIDY})
    done = run("format", "a.yaml")
    assert (done.exit_code, done.stdout) == (0, "a.yaml laid out\n")
    assert (folder / "a.yaml").read_text(encoding="utf-8") == TIDY
    assert run("format", "a.yaml").stdout == ""


def test_the_whole_project(run, project) -> None:
    """Without a path the maps and the source records of the project are laid out, each in its own way."""
    folder = project({"arguments/a.yaml": UNTIDY, "seeds/s.yaml": RECORD, "seeds/t.yaml": TIDY_RECORD})
    assert run("format").stdout == "arguments/a.yaml laid out\nseeds/s.yaml laid out\n"
    assert (folder / "seeds" / "s.yaml").read_text(encoding="utf-8") == TIDY_RECORD


def test_records_may_be_named(run, project) -> None:
    """A folder of records, or one of them, is laid out as records."""
    folder = project({"seeds/s.yaml": RECORD, "seeds/t.yaml": RECORD})
    assert run("format", "seeds/s.yaml").stdout == "seeds/s.yaml laid out\n"
    assert run("format", "seeds").stdout == "seeds/t.yaml laid out\n"
    assert (folder / "seeds" / "t.yaml").read_text(encoding="utf-8") == TIDY_RECORD


def test_check_changes_nothing(run, project) -> None:
    """``--check`` names the files that would change and ends with 1 if there are any."""
    folder = project({"a.yaml": UNTIDY, "b.yaml": TIDY})
    done = run("format", "a.yaml", "b.yaml", "--check")
    assert (done.exit_code, done.stdout) == (1, "a.yaml would change\n")
    assert (folder / "a.yaml").read_text(encoding="utf-8") == UNTIDY
    assert run("format", "b.yaml", "--check").exit_code == 0


def test_diff_changes_nothing(run, project) -> None:
    """``--diff`` prints what would change, line by line."""
    folder = project({"a.yaml": TIDY.replace("claim: A.", "claim: 'A.'")})
    done = run("format", "a.yaml", "--diff")
    assert done.exit_code == 1
    assert "--- a.yaml\n+++ a.yaml\n" in done.stdout
    assert "-    claim: 'A.'\n+    claim: A.\n" in done.stdout
    assert "'A.'" in (folder / "a.yaml").read_text(encoding="utf-8")
    assert run("format", "-", "--diff", stdin=TIDY).stdout == ""


def test_standard_input(run) -> None:
    """A map from standard input is printed in its layout."""
    assert run("format", "-", stdin=UNTIDY).stdout == TIDY
    assert run("format", "-", stdin=TIDY).stdout == TIDY
    assert run("format", "-", "--check", stdin=UNTIDY).exit_code == 1
    assert run("format", "-", "--input-format", "json", stdin='{"title":"T"}').stdout == '{\n  "title": "T"\n}\n'


def test_a_broken_file_is_left_alone(run, project) -> None:
    """A file with a syntax error stays as it is; the others are laid out, and the status is 2."""
    broken = "nodes: {a: [}\n"
    folder = project({"a.yaml": broken, "b.yaml": UNTIDY, "c.yaml": b"\xff\xfe", "d.txt": ""})
    done = run("format", "a.yaml", "b.yaml", "c.yaml", "d.txt")
    assert (done.exit_code, done.stdout) == (2, "b.yaml laid out\n")
    assert done.stderr == (
        "argmap: a.yaml has a syntax error and was left alone; argmap check shows where\n"
        "argmap: c.yaml: this text is in UTF-16: save the file as UTF-8\n"
        "argmap: d.txt: argmap has no layout for this kind of file\n"
    )
    assert (folder / "a.yaml").read_text(encoding="utf-8") == broken


def test_line_ends_and_byte_order_marks(run, project) -> None:
    """Carriage returns and a byte order mark are no part of the layout."""
    folder = project({"a.yaml": b"\xef\xbb\xbf" + TIDY.encode(), "b.yaml": TIDY.replace("\n", "\r\n")})
    assert run("format", "a.yaml", "b.yaml").stdout == "a.yaml laid out\nb.yaml laid out\n"
    assert {(folder / name).read_bytes() for name in ("a.yaml", "b.yaml")} == {TIDY.encode()}
