"""Maps that are written to another folder: what they name is found from there, and what is not is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import argmap
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
            f"argmap: two/m.yaml: the text of '{name}' is outside the project there, and is not read: copy {path} along"
            for name, path in (("memo", "texts/memo.txt"), ("far", "../far.txt"))
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
