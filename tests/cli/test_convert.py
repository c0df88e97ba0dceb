"""Maps that are written to another folder: what they name is found from there, and what is not is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

import argmap
from argmap import formats
from argmap.cli.commands import convert
from argmap.formats import Writing
from argmap.project.documents import written

MAP = """
about: brief
nodes:
  wet: {claim: The street is wet., cite: memo "street is wet"}
  rain: {claim: It rained., cite: far "rain fell", because: [wet]}
sources:
  brief: {title: Brief}
  memo: {title: Memo, text: texts/memo.txt}
  far: {title: Far, text: ../far.txt}
"""
FILES = {
    "argmap.toml": "",
    "arguments/m.yaml": MAP,
    "arguments/texts/memo.txt": "The street is wet today.",
    "far.txt": "The rain fell.",
}

SHIFTED = {
    "a.txt": "We should go. It rains.",
    "a.ann": "T1\tMajorClaim 0 12\tWe should go.\n"
    "T2\tPremise 14 23\tIt rains.\n"
    "R1\tsupports Arg1:T9 Arg2:T1\nR2\tsupports Arg1:T8 Arg2:T1\n",
    "b.txt": "We should go. It rains.",
    "b.ann": "T1\tMajorClaim 0 12\tWe should go.\n",
}
"""Two annotated texts, with an offset that is not right, and the first with relations to nothing."""


def grades(file):
    """Return the standing and grade of each statement of a map."""
    evaluation = argmap.analyse(argmap.load(file)).evaluation
    return {name: (str(verdict.standing), str(verdict.grade)) for name, verdict in evaluation.items()}


@pytest.mark.parametrize("target", ["out/deep/m.argdown", "m.json", "arguments/other.yaml", "arguments/texts/m.ad"])
def test_texts_are_found_from_another_folder(project, run, target) -> None:
    """Paths of texts still name the same files, so that standings and grades stay, there and back."""
    project(FILES)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    assert run("convert", "arguments/m.yaml", target).stderr == ""
    assert grades(target) == grades("arguments/m.yaml")
    assert {grade for _, grade in grades(target).values()} == {"independent"}
    assert run("convert", target, "arguments/back.yaml").stderr == ""
    assert argmap.load("arguments/back.yaml").sources == argmap.load("arguments/m.yaml").sources


def test_an_included_file_brings_its_statements(project, run) -> None:
    """What a file includes is written out, and found from any folder."""
    project({"argmap.toml": "", "out/x": "", "a/m.argdown": "@include(part.ad)\n", "a/part.ad": "[A]: a"})
    assert run("convert", "a/m.argdown", "out/m.argdown").stderr == ""
    assert [s.text for s in argmap.load("out/m.argdown")] == ["a"]


def test_standard_output_is_as_seen_from_the_working_folder(project, run) -> None:
    """What is piped into another command finds the texts."""
    project(FILES)
    piped = run("convert", "arguments/m.yaml", "-", "--to", "json").stdout
    done = run("evaluate", "-", "--input-format", "json", stdin=piped)
    assert "2 supported, all independent" in done.stdout


def test_what_another_project_does_not_have_is_told(project, run) -> None:
    """Texts outside of the other project, and records that it does not have, are named."""
    project(
        {
            **{f"one/{name}": text for name, text in FILES.items()},
            "one/arguments/m.yaml": MAP.replace("  brief: {title: Brief}\n", ""),
            "one/seeds/brief.yaml": "title: Brief\n",
            "two/argmap.toml": "",
        }
    )
    done = run("convert", "one/arguments/m.yaml", "two/m.yaml")
    assert done.stderr.splitlines() == [
        "argmap: two/m.yaml: that project has no record of 'brief': copy what is in one/seeds along",
        *(
            f"argmap: two/m.yaml: the text of '{name}' is outside the project there, and is not read: "
            "argmap import one/arguments/m.yaml takes it into a project"
            for name in ("memo", "far")
        ),
    ]


def test_reviews_stay_with_the_name_of_the_map(project, run) -> None:
    """That a person has looked at a statement is remembered with its file, so its loss is told."""
    project(FILES)
    assert run("lock").exit_code == 0
    assert run("review", "wet").exit_code == 0
    done = run("convert", "arguments/m.yaml", "arguments/other.yaml")
    said = "1 review of arguments/m.yaml stays behind: review the statements again there, with argmap review"
    assert done.stderr == f"argmap: arguments/other.yaml: {said}\n"


def test_paths_that_are_none_stay() -> None:
    """What no system can look up is written as it stands, and so is a map that was read from no file."""
    m = argmap.loads("nodes: {a: {claim: A.}}\nsources: {b: {text: texts/b.txt}}")
    assert "texts/b.txt" in written(m, "elsewhere/m.yaml").text


def noted(m: argmap.ArgumentMap, beside: dict[str, bytes]) -> Writing:
    """Return what a format of several files would be written as."""
    return Writing("notes\n", beside=beside)


@pytest.fixture
def several(monkeypatch) -> None:
    """Let whatever is written be two files."""
    monkeypatch.setattr(convert.documents, "written", lambda m, *_: noted(m, {".txt": b"the text"}))


def test_a_format_of_several_files_has_no_standard_output(project, run, several) -> None:
    """What is several files is not piped: it is told which, and nothing is written."""
    project(FILES)
    done = run("convert", "arguments/m.yaml", "-", "--to", "web-annotation")
    told = "argmap: a map in this format is several files (.txt beside it): name OUT\n"
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", told)


@pytest.mark.parametrize("there", [None, b"the text"])
def test_a_file_beside_another_is_written(project, run, several, there) -> None:
    """Each file is told; one that holds the same already is written again."""
    project({**FILES, **({"out/m.txt": there} if there else {"out/x": ""})})
    done = run("convert", "arguments/m.yaml", "out/m.jsonld")
    assert done.stdout == "out/m.txt written\nout/m.jsonld written: 2 statements\n"
    assert Path("out/m.txt").read_bytes() == b"the text"


@pytest.mark.parametrize("folder", ["out", "arguments/texts"])
def test_no_file_is_written_over_that_nobody_named(project, run, several, folder) -> None:
    """A file beside OUT that holds something else stays, and so does the text of a source."""
    project({**FILES, "out/memo.txt": "mine"})
    before = Path(f"{folder}/memo.txt").read_bytes()
    done = run("convert", "arguments/m.yaml", f"{folder}/memo.jsonld")
    assert done.exit_code == 2
    assert "memo.txt" in done.stderr
    assert Path(f"{folder}/memo.txt").read_bytes() == before
    assert not Path(f"{folder}/memo.jsonld").exists()


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            {"log": "It rained here."},
            "the text of 'log' (3 words) is not in this file: argmap import 'in file' keeps it",
        ),
        (
            {"log": "It rained.", "memo": "a"},
            "the texts of 'log' and 'memo' (3 words) are not in this file: argmap import 'in file' keeps them",
        ),
    ],
)
def test_texts_that_came_with_a_map_are_told(texts, told) -> None:
    """A text that came with a map, and that the format has no place for, is told, with what would keep it."""
    m = evolve(argmap.loads("nodes: {a: {claim: A.}}"), texts=texts)
    m = evolve(m, origin=evolve(m.origin, file="in file"))
    assert [finding.message for finding in written(m, "out.yaml").findings] == [told]


def test_formats_go_by_names_with_hyphens(project, run) -> None:
    """The names of formats are taken with hyphens, as commands are, and the help lists them so, by room."""
    project(FILES)
    assert run("convert", "arguments/m.yaml", "-", "--to", "web-annotation").exit_code == 0
    listed = run("convert", "--help").stdout
    assert "Maps as people write them:" in listed
    assert "web-annotation" in listed


def test_formats_are_listed(run) -> None:
    """Every format is in the list, under what its files are like; one by itself says what it keeps and what not."""
    listed = run("formats").stdout
    assert all(f"  {name.replace('_', '-')} " in listed for name in formats.names())
    assert "argmap YAML (.yaml, .yml)" in listed
    assert run("formats", "web-annotation").stdout.startswith("W3C Web Annotation (.jsonld, .json)\n\nWeb Annotation: ")
    rows = json.loads(run("formats", "--json").stdout)
    assert {row["name"].replace("-", "_") for row in rows} == set(formats.names())
    assert run("formats", "ymal").stderr == "argmap: unknown format 'ymal': did you mean 'yaml'?\n"


def test_columns_can_be_named(run, project) -> None:
    """``--column`` says which column of a table holds what; what is no table has none to name."""
    project({"t.csv": "text,Wording\nshort,It rained all day.\n", "m.yaml": "nodes: {a: {claim: A.}}"})
    assert "It rained all day." in run("convert", "t.csv", "-", "--to", "yaml", "--column", "text=Wording").stdout
    assert "is not of the form FIELD=HEAD" in run("convert", "t.csv", "t.yaml", "--column", "text").stderr
    assert "m.yaml is no table" in run("convert", "m.yaml", "t.yaml", "--column", "text=Wording").stderr
    assert run("import", "t.csv", "--from", "csv", "--column", "text=Wording").exit_code == 0
    assert "It rained all day." in Path("arguments/t.yaml").read_text()


def test_what_is_wrong_with_the_file_is_summed_up(project, run) -> None:
    """Errors and warnings of reading are counted by their sorts, with the first, and the command that shows them."""
    project(SHIFTED)
    done = run("convert", "a.ann", "a.yaml")
    assert done.exit_code == 0
    summed, first, *_ = done.stderr.splitlines()
    assert summed.startswith("argmap: a.ann has 2 errors and 1 warning (2 AM501 unknown-reference and 1 AM018 wrong-")
    assert summed.endswith("): argmap check a.ann shows each; the first:")
    assert first.startswith("argmap: a.ann:1:1: AM018 'T1': at 0 to 12 stands 'We should go', not 'We should go.'")
    done = run("convert", "b.ann", "b.yaml", "--from", "brat")
    assert "b.ann:1:1: AM018" in done.stderr
    assert "argmap check" not in done.stderr
