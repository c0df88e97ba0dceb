"""Building a corpus: what it holds, what is built again, and that it never ends with a broken file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from pyarrow import parquet

import argmap
from argmap.corpora import crews, tasks
from argmap.corpora.arrow import Rows
from argmap.corpora.building import Stage
from argmap.corpora.facts import Home, StatementFacts
from argmap.corpora.tables import TABLES
from argmap.errors import ReadError, UnknownNameError

from .conftest import content


def test_maps_of_every_format_are_rows(maps, made):
    """Maps of any format, in any folder, are rows; the second of a page has its number in its name."""
    done = made(maps)
    corpus = argmap.corpus("out")
    assert corpus.sql("SELECT map, file, format, statements, line FROM maps").rows == [
        ("a/page.md#1", "a/page.md", "argdown", 2, 4),
        ("a/page.md#2", "a/page.md", "argdown", 1, 9),
        ("a/rain.json", "a/rain.json", "json", 1, 1),
        ("b/debate.argdown", "b/debate.argdown", "argdown", 2, 1),
        ("street.yaml", "street.yaml", "yaml", 6, 1),
    ]
    assert (done.files, done.rows["maps"], done.rows["statements"]) == (7, 5, 12)
    assert dict(done.rows) == corpus.rows


def test_what_cannot_be_read_is_a_problem(maps, made):
    """A file that is no map, is not UTF-8, or is cut short is a row of the problems, with its line."""
    made(maps)
    rows = argmap.corpus("out").sql("SELECT file, line, kind, message FROM problems").rows
    assert [row[:3] for row in rows] == [
        ("b/broken.yaml", 1, "unreadable"),
        ("b/latin.yaml", 1, "unreadable"),
        ("b/package.json", 1, "no-map"),
    ]
    assert rows[1][3] == "this is not UTF-8 (byte 0xFC): save the file as UTF-8"
    assert rows[2][3].startswith("this is not a map: a .json file may hold")


def test_labels_and_findings_are_those_of_evaluate_and_check(maps, made):
    """The labels are what `argmap.evaluate` says of each statement, the findings what `argmap.check` finds."""
    made(maps)
    m = argmap.load(maps / "street.yaml")
    corpus = argmap.corpus("out")
    labels = corpus.sql("SELECT statement, standing, grade, missing, modifiers FROM labels WHERE map = 'street.yaml'")
    verdicts = argmap.evaluate(m).values()
    assert labels.rows == [(v.id, v.standing, v.grade, list(v.missing), list(v.modifiers)) for v in verdicts]
    assert {row[1] for row in labels.rows} == {"accepted", "unsupported"}
    bases = corpus.sql("SELECT on_independent, on_cited, if_granted FROM labels WHERE map = 'street.yaml'").rows
    of_each = [argmap.evaluate(m, basis=basis).standings.values() for basis in ("independent", "cited", "granted")]
    assert bases == list(zip(*of_each, strict=True))
    findings = corpus.sql("SELECT code, line, column_number, found_in, node FROM findings WHERE map = 'street.yaml'")
    assert findings.rows == [(f.code, f.line, f.column, "street.yaml", f.node) for f in argmap.check(m)]
    assert findings.rows


def test_relations_citations_and_sources(maps, made):
    """Relations tell linkage and what they strike at, citations what became of them, sources what is known of them."""
    made(maps)
    ask = argmap.corpus("out").sql
    where = "WHERE map = 'street.yaml'"
    assert ask(f"SELECT kind, premises, linked, target, target_is, strikes FROM relations {where}").rows == [
        ("support", ["rain"], False, "wet", "statement", None),
        ("support", ["washed", "today"], True, "wet", "statement", None),
        ("attack", ["covered"], False, "wet", "statement", "rebut"),
    ]
    assert ask(f"SELECT statement, role, source, quote, locator, outcome, grade, line FROM citations {where}").rows == [
        ("wet", "from", "brief", None, None, "whole-source", None, 9),
        ("rain", "cite", "log", "rain all … night", "p. 3", "source-absent", "unverified", 12),
    ]
    assert ask(f"SELECT source, authors, kind, described, has_text, passages, citations FROM sources {where}").rows == [
        ("brief", ["Ann", "Bo"], None, True, False, 1, 0),
        ("log", [], "data", True, False, 0, 1),
    ]
    assert ask(f"SELECT statement, depth, supports, attacks, is_premise FROM statements {where}").rows == [
        ("wet", 0, 2, 1, False),
        ("rain", 1, 0, 0, True),
        ("washed", 1, 0, 0, True),
        ("today", 1, 0, 0, True),
        ("covered", 1, 0, 0, True),
        ("when", 0, 0, 0, False),
    ]


def test_the_same_bytes_whoever_does_it(maps, made, tmp_path):
    """This process, threads and processes write the same files, byte for byte; their working folder does not matter."""
    made(maps)
    with ThreadPoolExecutor(3) as threads:
        made(maps, "threads", crew=crews.given(threads))
    made(maps, "processes", crew=crews.processes(2))
    program = f"from argmap import build_corpus; build_corpus({str(maps)!r}, {str(tmp_path / 'elsewhere')!r}, jobs=0)"
    subprocess.run([sys.executable, "-c", program], cwd=maps / "b", check=True)
    first = content(tmp_path / "out")
    assert len(first) == 9
    assert [content(tmp_path / other) for other in ("threads", "processes", "elsewhere")] == [first] * 3


def test_only_the_part_of_a_changed_file_is_built_again(made, project, monkeypatch):
    """One file more, less or changed costs one part; the others are found as they are, and what is stale is removed."""
    monkeypatch.setattr(tasks, "_MOST", 3)
    root = project({f"maps/{number:02}.yaml": f"nodes: {{a: {{claim: Number {number}.}}}}" for number in range(10)})
    first = made(root / "maps")
    before = content(root / "out")
    assert (first.parts, first.made) == (4, 4)
    assert made(root / "maps").made == 0
    assert content(root / "out") == before
    project({"maps/04.yaml": "nodes: {a: {claim: Changed.}}"})
    assert made(root / "maps").made == 1
    after = content(root / "out")
    assert len(after) == len(before)
    assert len(after.keys() - before.keys()) == 8  # a file for each table
    texts = argmap.corpus("out").sql("SELECT text FROM statements").rows
    assert [text for (text,) in texts] == ["Changed." if n == 4 else f"Number {n}." for n in range(10)]


def test_what_is_around_maps_counts(made, project):
    """A change of settings, of a record or of a source's text builds anew what depends on it."""
    root = project(
        {
            "argmap.toml": "",
            "arguments/a.yaml": "nodes: {a: {claim: It rained., cite: 'log \"it rained\"'}}",
            "seeds/log.yaml": "title: Log\ntext: texts/log.txt\n",
            "seeds/texts/log.txt": "On Monday it rained.",
        }
    )
    outcome = "SELECT outcome, has_text, record FROM citations JOIN sources USING (map, source)"

    def built() -> tuple[int, object]:
        return made(root / "arguments").made, argmap.corpus("out").sql(outcome).rows[0]

    assert built() == (1, ("verified", True, "../seeds/log.yaml"))
    assert built()[0] == 0
    project({"seeds/texts/log.txt": "On Monday it snowed."})
    assert built() == (1, ("missing", True, "../seeds/log.yaml"))
    project({"argmap.toml": "ignore = ['AM']"})
    assert built()[0] == 1


def test_records_are_no_maps(made, project):
    """The source records of a project are not among its maps, and no problems."""
    root = project({"argmap.toml": "", "arguments/a.yaml": "nodes: {a: {claim: A.}}", "seeds/log.yaml": "title: Log"})
    done = made(root)
    assert (done.rows["maps"], done.rows["problems"]) == (1, 0)


def test_a_build_that_was_killed_goes_on_and_gives_the_same(project):
    """A run that SIGKILL ends after a part leaves no corpus; run again, it does the rest, and gives the same bytes."""
    root = project({f"maps/{number:02}.yaml": f"nodes: {{a: {{claim: Number {number}.}}}}" for number in range(9)})
    program = (
        "import os, signal, sys\n"
        "from argmap.corpora import building, crews, tasks\n"
        "tasks._MOST = 3\n"
        "kill = lambda stage: stage.done >= int(sys.argv[2]) and os.kill(os.getpid(), signal.SIGKILL)\n"
        "done = building.build('maps', sys.argv[1], crew=crews.processes(1), tell=kill)\n"
        "print(done.made, done.parts)\n"
    )

    def run(out: str, most: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, out, str(most)], capture_output=True, text=True, check=False
        )

    assert run("whole", 99).stdout.split()[1] == "3"
    killed = run("out", 3)
    assert (killed.returncode, killed.stdout) == (-9, "")
    with pytest.raises(ReadError, match="is not built to its end: give the command again"):
        argmap.corpus("out")
    made_now = int(run("out", 99).stdout.split()[0])
    assert made_now < 3
    for left_over in (root / "out").rglob(".argmap-*"):  # of a write that SIGKILL cut short, as it may
        left_over.unlink()
    assert content(root / "out") == content(root / "whole")


def test_a_file_that_ends_its_process_is_a_problem(project, made, monkeypatch):
    """A file whose reading ends the process is a problem; the others of its part are read, and it is tried again."""
    root = project({f"maps/{number}.yaml": f"nodes: {{a: {{claim: Number {number}.}}}}" for number in range(6)})
    program = (
        "import os\n"
        "from argmap.corpora import building, crews, making\n"
        "taken = making._take\n"
        "def take(each, task, tables):\n"
        "    if each.found.path == '3.yaml' and not each.flaw: os._exit(9)\n"
        "    taken(each, task, tables)\n"
        "making._take = take\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "crew = crews.Crew(lambda: ProcessPoolExecutor(2, get_context('fork')), 2)\n"
        "if __name__ == '__main__':\n"
        "    for _ in range(2): print(building.build('maps', 'out', crew=crew).made)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "0"]
    corpus = argmap.corpus("out")
    assert corpus.sql("SELECT file, kind FROM problems").rows == [("3.yaml", "fatal")]
    assert [name for (name,) in corpus.sql("SELECT map FROM maps").rows] == [f"{n}.yaml" for n in (0, 1, 2, 4, 5)]
    assert made(root / "maps").made == 1  # now that nothing ends
    assert argmap.corpus("out").rows["maps"] == 6


def test_a_bug_of_ours_is_a_problem(maps, made, monkeypatch):
    """An error that should not be is told with its file, and none of the rows of that map are kept."""

    def broken(analysis: object) -> object:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("argmap.corpora.taking.depths", broken)
    made(maps / "street.yaml")
    corpus = argmap.corpus("out")
    assert corpus.sql("SELECT file, kind, message FROM problems").rows == [
        ("street.yaml", "fault", "ZeroDivisionError: oh")
    ]
    assert {count for name, count in corpus.rows.items() if name != "problems"} == {0}


def test_what_a_file_system_does_not_give_is_a_problem(project, made):
    """A link that leads out of its project, a link to nothing, a pipe, and a file that is too large are problems."""
    root = project({"argmap.toml": "", "maps/a.yaml": "nodes: {a: {claim: A.}}", "maps/big.yaml": ""})
    (root / "maps" / "out.yaml").symlink_to("/etc/hostname")
    os.truncate(root / "maps" / "big.yaml", 65 * 2**20)
    made(root / "maps")
    assert argmap.corpus("out").sql("SELECT file, kind, message FROM problems").rows == [
        ("big.yaml", "unreadable", "it is too large: argmap reads files of up to 64 MB"),
        ("out.yaml", "unreadable", "out.yaml leads out of the project: argmap does not follow it"),
    ]


def test_hostile_cells(project, made):
    """Zero characters, and what SQL would take for its own, are text like any other, in cells and in names of files."""
    text = json.dumps({"nodes": {"a": {"claim": "x \x00 '; DROP", "tags": ["map"]}}})
    project({"it's/it's.json": text})
    made("it's", "it's out")
    found = argmap.corpus("it's out").sql("SELECT map, text, tags FROM statements").rows
    assert found == [("it's.json", "x \x00 '; DROP", ["map"])]


def test_cells_that_no_column_holds():
    """Half characters become escapes, in texts and lists of them; a number too large for a column is left out."""
    statement = argmap.Statement("a", argmap.Kind.CLAIM, "x\ud800", tags=("\udfff", "b"))
    rows = Rows(TABLES["statements"])
    for depth in (10**30, 2):
        facts = StatementFacts(Home("a", "a", ""), 1, 1, statement, depth, 0, 0, False)
        rows.add(rows.cells([facts]))
    table = parquet.read_table(BytesIO(rows.parquet({})))
    assert table.select(["text", "tags", "depth"]).to_pylist() == [
        {"text": "x\\ud800", "tags": ["\\udfff", "b"], "depth": depth} for depth in (None, 2)
    ]


def test_there_must_be_maps(project, made):
    """A folder without anything that may be a map, a pattern that matches nothing, and no such folder are errors."""
    project({"empty/notes.pdf": "x"})
    for name, said in (
        ("empty", "there is no map in empty"),
        ("empty/*.yaml", "no file matches"),
        ("none", "none does not exist"),
        ("", "a path is empty"),
    ):
        with pytest.raises(ReadError, match=said):
            made(name)


def test_a_folder_of_what_is_no_map_is_an_empty_corpus(project, made):
    """Where no file turns out to be a map, the tables are there, without rows."""
    project({"maps/package.json": "{}"})
    assert made("maps").rows["maps"] == 0
    corpus = argmap.corpus("out")
    assert corpus.sql("SELECT count(*) FROM statements").rows == [(0,)]
    assert corpus.statements.arrow().num_rows == 0


def test_two_builds_at_once(maps, made, tmp_path):
    """While one builds a corpus, another is told so, and leaves it alone."""
    with pytest.raises(ReadError, match="another argmap is at work on out"):
        made(maps, tell=lambda _: made(maps))
    assert made(maps).parts == 1


def test_a_pattern_and_tables(maps, made):
    """A pattern takes what matches, by paths from where it begins; tables that are not asked for are not made."""
    made(f"{maps}/*/*.json", tables=["statements"])
    corpus = argmap.corpus("out")
    assert corpus.tables == ("maps", "statements", "problems")
    assert corpus.sql("SELECT map FROM statements").rows == [("a/rain.json",)]
    with pytest.raises(UnknownNameError, match="unknown table 'statement': did you mean 'statements'"):
        made(maps, tables=["statement"])
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = corpus.nothing
    with pytest.raises(UnknownNameError, match="unknown table 'labels'"):
        _ = corpus.labels


def test_files_are_cut_alike_whatever_else_is_there(tmp_path):
    """Where a part ends follows from the names of its files alone, so that parts meet again after a change."""
    files = [tasks.Found(f"{number}.json", 2000) for number in range(5000)]
    whole = set(tasks.cut(files))
    for gone in (0, 1234, 4999):
        assert len(set(tasks.cut(files[:gone] + files[gone + 1 :])) - whole) <= 1
    assert [each for part in tasks.cut(files) for each in part] == files


def test_progress_is_told(maps, made):
    """How far a build has come is told from nothing to all files, with the rate and the time that is left."""
    told: list[Stage] = []
    made(maps, tell=told.append)
    assert [stage.done for stage in told] == [0, 7]
    assert str(Stage(50, 100, 10)) == "50 of 100 files, 5 a second, 10 s left"


def test_a_text_beside_annotations_is_no_problem(project, made):
    """What is read with another file of its name, as a text is with its annotations, is no map and no problem."""
    project({"maps/a.ann": "T1\tClaim 0 7\tIt rains\n", "maps/a.txt": "It rains here.\n", "maps/b.json": "{}"})
    made("maps")
    corpus = argmap.corpus("out")
    assert corpus.sql("SELECT file FROM problems").rows == [("b.json",)]
    assert corpus.sql("SELECT map, text FROM statements").rows == [("a.ann", "It rains")]
    project({"maps/a.txt": "It snows here.\n"})
    assert made("maps").made == 1
