"""Taking files of other formats into a project: what is written, what is left alone, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import argmap
from argmap import files
from argmap.errors import ReadError


def note(text: str, where: str = "https://example.org/a", quote: str = "") -> str:
    """Return what Hypothesis exports for a page with one note."""
    selector = [{"type": "TextQuoteSelector", "exact": quote}] if quote else []
    target = [{"source": where, "selector": selector}]
    return json.dumps({"total": 1, "rows": [{"id": "x", "uri": where, "text": text, "tags": [], "target": target}]})


OTHER = {
    "other/arguments/Wet Street.yaml": """\
about: log
nodes:
  wet: {claim: The street is wet., from: The street is wet, because: [rain]}
  rain: {evidence: It rained., cite: [memo "rain fell", {source: log, quote: no such words, unless: [wet]}]}
sources: {memo: {title: Memo, text: memo.txt}}
""",
    "other/arguments/memo.txt": "Much rain fell in May.",
    "other/seeds/log.yaml": "title: Weather log\nauthors: [A. Writer]\ntext: texts/log.txt\n",
    "other/seeds/texts/log.txt": "The street is wet today.\n",
}


def written(folder: str = ".") -> dict[str, bytes]:
    """Return all files of a folder by their paths."""
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_map_comes_with_its_records_and_texts(project, run) -> None:
    """Each source becomes a record with its text; the map names the records, and its passages are found."""
    project(OTHER)
    done = run("import", "other/arguments", "--into", "mine")
    assert done.exit_code == 0
    assert done.stdout == (
        "1 map written, from 1 yaml\n2 statements, 2 relations\n"
        "2 sources taken in; 2 passages found in their texts, 1 passage not found there\n"
        "Now try: cd mine; argmap check; argmap lock\n"
    )
    assert list(written("mine")) == [
        "arguments/wet-street.yaml",
        *(f"seeds/{name}" for name in ("log.yaml", "memo.yaml", "texts/log.txt", "texts/memo.txt")),
    ]
    m = argmap.load("mine/arguments/wet-street.yaml")
    assert (m.sources, m.about, m.origin.findings) == ((), "log", ())
    analysis = argmap.analyse(m)
    assert [str(found.outcome) for _, _, found in analysis.anchored] == ["verified", "verified", "missing"]
    assert analysis.sources["log"].authors == ("A. Writer",)
    assert run("format", "--check", "mine/arguments").exit_code == 0


def test_formats_of_which_nothing_is_new_are_not_named(project, run) -> None:
    """A second run counts the maps that it writes, and says nothing of formats of which it writes none."""
    web = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "bodyValue": "B.", "target": "x:b"}'
    project({**OTHER, "notes.json": note("A note."), "more.jsonld": web})
    run("import", "other/arguments")
    told = run("import", "other/arguments", "notes.json", "more.jsonld").stdout.splitlines()
    assert told[0] == "2 maps written, from 1 hypothesis and 1 web-annotation"


def test_what_was_imported_is_left_alone_whatever_was_changed_in_it(project, run) -> None:
    """A second run changes nothing, even where the map was edited, renamed, or its record completed."""
    project({**OTHER, "notes.json": note("A note.")})
    run("import", "other/arguments", "notes.json")
    Path("arguments/notes.yaml").rename("arguments/renamed.yaml")
    with Path("arguments/wet-street.yaml").open("a") as stream:
        stream.write("title: Mine\n")
    Path("seeds/log.yaml").write_text("title: Better\ntext: texts/log.txt\n")
    before = written()
    done = run("import", "other/arguments", "notes.json")
    assert done.stdout == "2 maps there already, and left alone: arguments/wet-street.yaml and arguments/renamed.yaml\n"
    assert written() == before


@pytest.mark.parametrize("form", ["yaml", "json", "argdown"])
def test_a_second_run_changes_nothing_in_any_format(project, run, form) -> None:
    """Whatever format the maps are written in, unchanged files are known again; what says so is told as no loss."""
    project({"c/a.json": note("A."), "c/b/a.json": note("B."), "c/copy.json": note("A.")})
    assert run("import", "c", "--to", form).exit_code == 0
    before = written()
    done = run("import", "c", "--to", form)
    assert done.stdout.startswith("3 maps there already, and left alone: ")
    assert written() == before
    assert [path for path in before if path.startswith("arguments/")] == [
        f"arguments/a-2.{form}",
        f"arguments/a.{form}",
    ]
    assert ": 1 annex of another format has no place" in run("convert", f"arguments/a.{form}", "a.opml").stderr


@pytest.mark.parametrize("form", ["yaml", "json", "argdown"])
def test_an_edited_map_is_known_again_in_any_format(project, run, form) -> None:
    """Whatever its author rewords in a map, and however it is laid out, its input is not imported twice."""
    project({f"c/{'long ' * 30}name.json": note("A note.")})
    run("import", "c", "--to", form)
    (target,) = Path("arguments").iterdir()
    target.write_text(target.read_text().replace("A note.", "Another."))
    run("format", str(target))
    before = written()
    assert run("import", "c", "--to", form).stdout.startswith("1 map there already, and left alone: ")
    assert written() == before


def test_names_that_are_taken_are_numbered_and_told(project, run) -> None:
    """A map of the project, another input, and a name that differs in capitals only are not written over."""
    project({"arguments/a.yaml": "nodes: {}\n", "c/A.json": note("A."), "c/b/a.json": note("B.")})
    done = run("import", "c")
    told = "numbered, for another map has the name: c/A.json is arguments/A-2.yaml and c/b/a.json is arguments/a-3.yaml"
    assert told in done.stdout.splitlines()
    assert Path("arguments/a.yaml").read_text() == "nodes: {}\n"


def test_equal_sources_have_one_record_and_others_have_their_own(project, run) -> None:
    """The record of a page is written once; another source of the same id gets a number, and the map follows it."""
    record = {"seeds/example-org-a.yaml": "title: Another\nurl: https://example.org/other\n"}
    project({**record, "c/a.json": note("A.", quote="some words"), "c/b.json": note("B.", quote="more words")})
    assert "1 source taken in; 2 passages without a text to look in" in run("import", "c").stdout
    assert sorted(path.name for path in Path("seeds").iterdir()) == ["example-org-a-2.yaml", "example-org-a.yaml"]
    for name in ("a", "b"):
        (statement,) = argmap.load(f"arguments/{name}.yaml")
        assert {cited.source for cited in statement.cited} == {"example-org-a-2"}


def test_a_broken_file_is_told_and_the_rest_goes_on(project, run) -> None:
    """What cannot be read, what is empty and what is no map is told, each in its way; all else is imported."""
    files_there = {
        "c/good.json": note("A."),
        "c/bad.yaml": b"nodes: {a: {claim: \xff}}\n",
        "c/none.yaml": "nodes: {}\n",
        "c/package.json": '{"name": "x"}',
        "c/good.txt": "beside it",
        "c/table.csv": "a,b\n",
        "c/.hidden.json": note("H."),
    }
    project(files_there)
    done = run("import", "c")
    assert done.exit_code == 1
    assert [path for path in written() if path.startswith("arguments/")] == ["arguments/good.yaml"]
    told = done.stderr.splitlines()
    assert told[0] == "argmap: 1 file without a statement, and left out: c/none.yaml"
    assert told[1].startswith(
        "argmap: not imported, for nothing says that they are maps: 1 .json and 1 .csv; name them"
    )
    assert told[2].startswith("argmap: c/bad.yaml:1:20: AM001 this is not UTF-8 (byte 0xFF)")
    assert told[3:] == ["argmap: 1 file not imported, for it cannot be read"]


def test_what_an_import_loses_is_summed_up(project, run) -> None:
    """Each kind of loss is told once, with the number of files."""
    text = "[A]: **bold** a\n\n[B]: *it* b\n"
    project({"c/a.argdown": text, "c/b.argdown": text.replace("B", "C")})
    told = run("import", "c").stderr.splitlines()
    assert told == ["argmap: bold and italic are read as plain words (4 places in 2 files)"]


def test_how_a_map_is_drawn_goes_along_or_is_told(project, run) -> None:
    """What an Argdown file says about its picture is kept in Argdown, and told where it is not."""
    project({"a.argdown": "===\nmap: {statementLabelMode: title}\n===\n\n[A]: a\n"})
    assert run("import", "a.argdown", "--into", "kept", "--to", "argdown").stderr == ""
    assert argmap.load("kept/arguments/a.argdown").origin.look == argmap.load("a.argdown").origin.look
    told = run("import", "a.argdown", "--into", "lost").stderr
    assert told == "argmap: what says how the map is drawn is not kept: map: (in 1 file)\n"


def test_what_is_wrong_with_files_is_summed_up(project, run) -> None:
    """Errors and warnings of reading are counted by their sorts, before the first of each file."""
    names = ("c/one.yaml", "c/two.yaml")
    project({name: f"title: {name}\nnodes: {{a: {{claim: A., lion: x, zebra: y}}}}\n" for name in names})
    told = run("import", "c").stderr.splitlines()
    assert told[0] == "argmap: 4 errors (4 AM002 unknown-key) in 2 files: argmap check FILE shows each"
    assert [line.partition(":2")[0] for line in told[1:]] == ["argmap: c/one.yaml", "argmap: c/two.yaml"]
    told = run("import", "c/one.yaml", "--from", "yaml", "--into", "other").stderr.splitlines()
    assert told[0].endswith(" in 1 file: argmap check c/one.yaml --input-format yaml shows each")


def test_nothing_is_left_of_a_map_that_cannot_be_written(project, run, monkeypatch) -> None:
    """Where the map cannot be written, neither are its records and texts."""
    project(OTHER)
    write = files.write

    def failing(file: str, data: bytes) -> None:
        if "wet-street" in str(file):
            raise ReadError(f"{file} cannot be written: no room")
        write(file, data)

    monkeypatch.setattr(files, "write", failing)
    done = run("import", "other/arguments", "--into", "mine")
    assert done.exit_code == 1
    assert "no room" in done.stderr
    assert written("mine") == {}


def test_the_project_itself_is_not_imported(project, run) -> None:
    """Its own folders are passed over when it is among the folders that are named."""
    project({"arguments/mine.yaml": "nodes: {a: {claim: A.}}\n", "more/b.json": note("B.")})
    assert run("import", ".").stdout.startswith("1 map written, from 1 hypothesis\n")


def test_a_project_is_begun_in_a_folder_of_another(project, run) -> None:
    """A folder that is named is a project of its own, even inside another."""
    project({"argmap.toml": "", "a.json": note("A.")})
    assert run("import", "a.json", "--into", "corpora/new").exit_code == 0
    assert list(written("corpora/new")) == ["argmap.toml", "arguments/a.yaml", "seeds/example-org-a.yaml"]
    assert not Path("arguments").exists()


def test_nothing_to_import_is_an_error(project, run) -> None:
    """Files of which none is a map are told by their endings; standard input has no name."""
    project({"c/a.txt": "x", "c/b.txt": "y"})
    done = run("import", "c")
    assert (done.exit_code, done.stderr) == (
        2,
        "argmap: there is nothing to import: none of the files is a map (2 .txt)\n",
    )
    assert run("import", "-").stderr.startswith("argmap: standard input has no name to import it under")
    assert run("import", "c", "--from", "nothing").stderr.startswith("argmap: unknown format 'nothing'")


def test_a_report_for_programs(project, run) -> None:
    """As JSON, the report has what became of each file, and the sums."""
    project({**OTHER, "c/bad.yaml": "- x\n"})
    told = json.loads(run("import", "other/arguments", "c/bad.yaml", "--json").stdout)
    assert (told["formats"], told["statements"], told["relations"]) == ({"yaml": 1}, 2, 2)
    assert told["states"] == {"new": 1, "there": 0, "broken": 1, "empty": 0}
    good, bad = told["files"]
    assert good["map"] == "arguments/wet-street.yaml"
    assert good["passages"] == {"found": 2, "missing": 1, "unverified": 0}
    assert good["sources"] == ["log", "memo"]
    assert bad["map"] is None
    assert bad["findings"][0].startswith("c/bad.yaml:1:1: ")


def test_links_out_of_the_project_are_not_followed(project, run) -> None:
    """Where the folder of maps is a link out of the project, nothing is written there."""
    project({"mine/argmap.toml": "", "outside/x": "", "a.json": note("A.")})
    Path("mine/arguments").symlink_to(Path("outside").absolute())
    done = run("import", "a.json", "--into", "mine")
    assert done.exit_code != 0
    assert list(written("outside")) == ["x"]
    assert not Path("mine/seeds").exists()
