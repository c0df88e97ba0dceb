"""`argmap source`: what it says about an intake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.sources.extract import Extracted, LeftOut

LOST = LeftOut("menus", 2, words=50, most=45, first="Home\x1b[2J About")


def test_the_account_is_printed(run, project, monkeypatch) -> None:
    """Words kept and seen, a line for each kind left out, and warnings with doubts on standard error; status 0."""
    found = Extracted("Dry wells.", None, "html 9", visible=52, left_out=(LOST,), doubts=("columns were guessed",))
    monkeypatch.setattr("argmap.workflows.intake.extract", lambda *_, **__: found)
    project({"w.html": "the file"})
    done = run("source", "add", "w.html")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1:3] == [
        "seeds/texts/w.txt written: 2 words of the 52 that a reader sees",
        r"left out: menus at 2 places, 50 words: Home\x1b[2J About …",
    ]
    assert done.stderr.splitlines() == [
        "argmap: w: only 3 percent of the words that a reader sees are in the text",
        "argmap: w: 45 words at one place are not in the text (menus)",
        "argmap: w: columns were guessed",
    ]


def test_the_same_file_read_anew_is_told(run, project, monkeypatch) -> None:
    """An update says that the file is the one before, with its text or, by another extractor, with another."""
    project({"w.txt": "Dry wells."})
    run("source", "add", "w.txt")
    again = run("source", "update", "w", "w.txt").stdout
    assert again.splitlines()[2:] == ["It is the same file as before, with the same text."]
    found = Extracted("Dry  wells.", None, "text 9")
    monkeypatch.setattr("argmap.workflows.intake.extract", lambda *_, **__: found)
    again = run("source", "update", "w", "w.txt").stdout
    assert re.search("same file as before, read anew by text 9, not text [0-9]: the text is another", again)


@pytest.mark.parametrize("address", ["page", "page#:~:text=wells"])
def test_an_address_is_added_at_once(run, server, address) -> None:
    """Record and text of a page come from one command."""
    done = run("source", "add", f"{server}/{address}", "--allow-private", "--id", "w")
    assert done.stdout.splitlines() == [
        "seeds/w.yaml written",
        "seeds/texts/w.txt written: 4 words, all that a reader sees",
        'Cite it as: cite: w "first words … last words"',
        *(
            [f"argmap annotate w '{server}/{address}' prints the citation of what the address marks."]
            * ("#" in address)
        ),
    ]
    refused = run("source", "add", f"{server}/{address}", "--id", "x")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--allow-private" in refused.stderr


LIST = """@book{a, title={One}, author={Ann Able}, year={2001}, keywords={x}}
@book{a, title={One again}, author={Ann Able}, year={2001}}
@book{b, title={Two}, author={Bob Baker}, year={2002}, keywords={y}, file={b.pdf}}
@book{c, title={Unclosed, year={2003}
"""


def test_one_bad_reference_keeps_out_itself_alone(run, project) -> None:
    """The rest is taken in, each that is not is named with line and reason, and the status is that of findings."""
    project({"l.bib": LIST})
    done = run("source", "add", "l.bib", "--kind", "data")
    assert (done.exit_code, done.stdout.splitlines()) == (
        1,
        [
            "seeds/a.yaml written",
            "seeds/b.yaml written",
            "left out, with the number of references that have it: keywords (2), file (1)",
        ],
    )
    assert done.stderr.splitlines() == [
        "argmap: l.bib:2: the key 'a' stands twice, first in line 1, for another work; not taken in",
        "argmap: l.bib:4: 'c' cannot be read: it is not closed; a brace or a quotation mark is missing; not taken in",
    ]
    assert "kind: data" in Path("seeds/b.yaml").read_text(encoding="utf-8")


def test_a_list_is_taken_in_again_where_it_ended(run, project) -> None:
    """What is there already is left alone, whatever was added to its record; what is not is written; status 0."""
    project({"l.bib": "@book{a, title={One}, year={2001}}\n@book{b, title={Two}}"})
    run("source", "add", "l.bib")
    Path("seeds/b.yaml").unlink()
    record = Path("seeds/a.yaml").read_text(encoding="utf-8") + "reliability: B2  # mine\n"
    Path("seeds/a.yaml").write_text(record, encoding="utf-8")
    done = run("source", "add", "l.bib")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["seeds/b.yaml written", "1 reference there already, and left alone: a"]
    assert Path("seeds/a.yaml").read_text(encoding="utf-8") == record


def test_a_list_is_of_one_encoding(run, project) -> None:
    """UTF-8 unless someone, a byte order mark or JabRef's first line says otherwise; never a sign for what was lost."""
    text = "@book{k, author={Müller, Jürgen}, title={Größe}}"
    project({"l.bib": text.encode("latin-1"), "u.bib": text.encode("utf-16")})
    Path("j.bib").write_bytes(f"% Encoding: Cp1252\n{text}".encode("cp1252"))
    refused = run("source", "add", "l.bib")
    assert refused.exit_code == 2
    assert "line 1 is not in utf-8: it may be in windows-1252" in refused.stderr
    for arguments in (("l.bib", "--encoding", "windows-1252"), ("u.bib",), ("j.bib",)):
        assert run("source", "add", *arguments).exit_code == 0
        assert "authors: [Jürgen Müller]" in Path("seeds/k.yaml").read_text(encoding="utf-8")
        Path("seeds/k.yaml").unlink()


def test_a_list_is_told_by_what_it_holds(run, project) -> None:
    """Under another name, --references is enough; facts about one document do not go with a list."""
    project({"export.txt": "TY  - BOOK\nTI  - Wells\nPY  - 1999\nER  - \n"})
    assert run("source", "add", "export.txt", "--references").stdout == "seeds/reference-1999.yaml written\n"
    refused = run("source", "add", "export.txt", "--references", "--id", "x")
    assert refused.exit_code == 2
    assert "--id, --title and --url are for one document" in refused.stderr


def test_a_list_from_the_web(run, server) -> None:
    """An address of a list is read as a list."""
    done = run("source", "add", f"{server}/list.bib?format=x", "--allow-private")
    assert (done.exit_code, done.stdout) == (0, "seeds/k.yaml written\n")
