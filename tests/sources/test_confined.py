"""Documents of others are read in a process of its own, whose death is one sentence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argmap.errors import MissingExtraError, ReadError
from argmap.sources import confined
from argmap.sources.confined import read_apart
from argmap.sources.extract import html

PAGE = b"<html><title>Tides</title><p>It rained at night."
BEFORE = confined._START.partition("from argmap")[0]


def child(monkeypatch, reader):
    """Let the process read documents by an expression, in which `data` is the document."""
    monkeypatch.setattr(
        confined,
        "_START",
        f"{BEFORE}import os; from argmap import errors; from argmap.sources import confined; "
        f"confined._read = lambda data, extractor, encoding: {reader}; confined.answer(**request)",
    )


def test_what_is_found_there_is_what_would_be_found_here():
    """A document that is read apart has the text, title and account that reading it here finds."""
    assert read_apart(PAGE, "html", None) == html.read(PAGE)
    assert read_apart("<p>café".encode("latin-1"), "html", "latin-1").text == "café\n"


def test_refusals_pass_through():
    """What a reader refuses, and an extra that it lacks, are told in its own words."""
    with pytest.raises(ReadError, match=r"^it is a damaged PDF$"):
        read_apart(b"%PDF-1.4\nnothing more", "pdf", None)


def test_missing_extras_pass_through(monkeypatch):
    """An extra that is missing is told with the command that installs it."""
    child(monkeypatch, "(_ for _ in ()).throw(errors.MissingExtraError('reading runes', 'runic', 'runes'))")
    with pytest.raises(MissingExtraError, match=r"reading runes needs runic: pip install 'argmap\[runes\]'"):
        read_apart(PAGE, "html", None)


def test_a_reader_that_takes_too_long_is_given_up():
    """A document that takes more than its time is given up in a sentence."""
    with pytest.raises(ReadError, match=r"more than 0 seconds and was given up"):
        read_apart(PAGE, "html", None, seconds=0)


def test_a_reader_that_dies_is_one_sentence(monkeypatch):
    """A reader that aborts, or that raises what nobody thought of, is told in a sentence."""
    child(monkeypatch, "os.abort()")
    with pytest.raises(ReadError, match=r"its reader broke down over it \("):
        read_apart(PAGE, "html", None)
    child(monkeypatch, "{}['no']")
    with pytest.raises(ReadError, match=r"its reader broke down over it \(KeyError\)"):
        read_apart(PAGE, "html", None)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to limits of memory")
def test_a_reader_that_takes_too_much_memory_is_given_up(monkeypatch):
    """A document that takes more memory than there is for it is given up in a sentence."""
    child(monkeypatch, "bytearray(5 << 30)")
    with pytest.raises(ReadError, match="more than 2 GB of memory"):
        read_apart(PAGE, "html", None)


def test_what_a_library_prints_is_no_part_of_the_answer(monkeypatch):
    """What a reader writes to its standard output does not get among the words of the document."""
    child(monkeypatch, "print(7) or os.write(1, b'8') and confined.Extracted('Rain.', None, 'x')")
    assert read_apart(PAGE, "html", None).text == "Rain."


def test_a_process_that_cannot_be_started_is_one_sentence(monkeypatch, tmp_path):
    """Where the system starts no process, that is said."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(ReadError, match="no process can be started to read it in"):
        read_apart(PAGE, "html", None)


def test_the_same_argmap_is_found_from_any_folder(monkeypatch, tmp_path):
    """The process imports the argmap that runs, wherever the program stands and whatever has become of its path."""
    (tmp_path / "argmap.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if not Path(entry, "argmap").is_dir()])
    assert read_apart(PAGE, "html", None).title == "Tides"


def test_a_program_with_its_python_inside_reads_here(monkeypatch):
    """Where there is no Python to start, as in a frozen program, documents are read in the program itself."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(os, "dup", None)
    assert read_apart(PAGE, "html", None) == html.read(PAGE)
