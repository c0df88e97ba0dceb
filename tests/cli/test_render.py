"""`argmap render`: where pictures go, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.cli.progress import Notice
from argmap.renderers import Drawing
from argmap.workflows import pictures

MAP = """\
nodes:
  wet: {claim: It is wet., because: [rain]}
  rain: {evidence: It rained., cite: log, group: sky}
groups: {sky: The sky}
sources: {log: {title: Log}}
"""


def test_a_picture_beside_oneself(run, project) -> None:
    """Without an output, the picture bears the map's name and lies in the working folder."""
    folder = project({"maps/a.b.yaml": MAP})
    done = run("render", "maps/a.b.yaml", "--to", "dot")
    assert (done.exit_code, done.stdout) == (0, "a.b.dot written\n")
    assert (folder / "a.b.dot").read_text(encoding="utf-8").startswith("digraph")


@pytest.mark.parametrize(
    ("options", "file"),
    [
        (("-o", "x.dot"), "x.dot"),
        (("-o", "x.txt", "--to", "dot"), "x.txt"),
        (("-o", "there", "--to", "dot"), "there/a.dot"),
        (("-o", "gone/", "--to", "dot"), "gone/a.dot"),
        (("-o", "there.svg", "--to", "dot"), "there.svg/a.dot"),
    ],
)
def test_where_a_picture_goes(run, project, options, file) -> None:
    """The output is a file or a folder; folders are made; the ending or ``--to`` tells the format."""
    folder = project({"a.yaml": MAP, "there/x": "", "there.svg/x": ""})
    done = run("render", "a.yaml", *options)
    assert (done.exit_code, done.stdout) == (0, f"{file} written\n")
    assert (folder / file).is_file()


def test_a_folder_that_is_made_for_a_picture_is_told(run, project) -> None:
    """A folder that is not there may be a slip of the pen: it is made, and said to be new."""
    folder = project({"a.yaml": MAP})
    assert run("render", "a.yaml", "-o", "new/of/x.dot").stdout == "new/of/x.dot written (the folder new/of is new)\n"
    assert run("render", "a.yaml", "-o", "new/of/y.dot").stdout == "new/of/y.dot written\n"
    assert (folder / "new/of/x.dot").is_file()


def test_standard_output(run, project) -> None:
    """``-o -`` prints the picture and nothing else; a map from standard input is drawn there by default."""
    project({"a.yaml": MAP})
    printed = run("render", "a.yaml", "--to", "dot", "-o", "-").stdout
    assert printed.startswith("digraph")
    assert "written" not in printed
    assert run("render", "-", "--to", "dot", stdin=MAP).stdout == printed


def test_several_maps_go_into_a_folder(run, project) -> None:
    """Several maps are drawn into a folder under their names."""
    folder = project({"arguments/a.yaml": MAP, "arguments/b.yaml": MAP})
    done = run("render", "-o", "out", "--to", "dot")
    assert done.stdout == "out/a.dot written\nout/b.dot written\n"
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.dot", "b.dot"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.yaml", "-o", ""), "the path after --output is empty"),
        (
            ("a.yaml", "--to", "dot", "--type", "question"),
            "the map has no statement of kind question: its kinds are claim and evidence",
        ),
        (("a.yaml", "-o", "x.gif"), "unknown kind of picture 'gif'"),
        (("a.yaml", "--to", "svgg"), "unknown kind of picture 'svgg': did you mean 'svg'?"),
        (("a.yaml", "-o", "a.yaml", "--to", "dot"), "the picture would be written over the map a.yaml"),
        (("a.yaml", "b.yaml", "-o", "x.dot"), "several maps need a folder to be drawn to, and x.dot is a file"),
        (("a.yaml", "b.yaml", "-o", "file"), "several maps need a folder to be drawn to, and file is a file"),
        (("a.yaml", "sub/a.yaml", "--to", "dot"), "a.yaml and sub/a.yaml would both be drawn to a.dot"),
        (("a.yaml", "-o", "file/x.dot"), "the folder file cannot be made"),
        (("a.yaml", "--to", "dot", "--around", "rian"), "unknown statement 'rian': did you mean 'rain'?"),
        (("a.yaml", "--to", "dot", "--group", "sku"), "unknown group 'sku': did you mean 'sky'?"),
        (("seeds/s.yaml",), "seeds/s.yaml is a source record, not a map"),
        (("empty.yaml",), "empty.yaml has no statements"),
        (("broken.yaml",), "broken.yaml:"),
        (("seeds",), "there is no map in seeds"),
    ],
)
def test_what_cannot_be_drawn(run, project, arguments, said) -> None:
    """Each thing that cannot be drawn is one sentence, status 2, and no file is made or changed."""
    files = {"a.yaml": MAP, "b.yaml": MAP, "sub/a.yaml": MAP, "file": "", "seeds/s.yaml": "title: S"}
    folder = project({**files, "empty.yaml": "nodes: {}", "broken.yaml": "nodes: ["})
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = run("render", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"argmap: {said}")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_one_broken_map_among_others(run, project) -> None:
    """The others are drawn, and the status is 2."""
    project({"a.yaml": "nodes: [", "b.yaml": MAP})
    done = run("render", "a.yaml", "b.yaml", "--to", "dot", "-o", "out")
    assert (done.exit_code, done.stdout) == (2, "out/b.dot written\n")
    assert done.stderr.startswith("argmap: a.yaml:")


def test_a_failed_writing_keeps_the_old_picture(run, project, monkeypatch) -> None:
    """When a picture cannot be written, the old one stays and no half of the new one is left."""

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = project({"a.yaml": MAP, "a.dot": "old"})
    monkeypatch.setattr(Path, "replace", fail)
    done = run("render", "a.yaml", "-o", "a.dot")
    assert (done.exit_code, done.stderr) == (2, "argmap: a.dot cannot be written: permission denied\n")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {"a.yaml": MAP, "a.dot": "old"}


def test_options_reach_the_picture(run, project) -> None:
    """What to draw, and how, is heard."""
    project({"a.yaml": MAP})

    def drawn(*options: str) -> str:
        return run("render", "a.yaml", "--to", "dot", "-o", "-", *options).stdout

    assert "It is wet." not in drawn("--type", "evidence")
    assert "It rained." not in drawn("--no-evidence")
    assert "→ It is wet." in drawn("--group", "sky")
    assert "It is wet." not in drawn("--around", "rain", "--depth", "0")
    assert drawn("--direction", "lr") == drawn("--direction", "LR") != drawn("--direction", "RL")
    assert drawn("--theme", "dark") != drawn() != drawn("--no-legend")


def test_marks_reach_the_picture(run, project) -> None:
    """``--mark`` marks weak points, or what would change without sources and statements, supposed together."""
    project({"a.yaml": MAP})

    def drawn(*marks: str) -> str:
        options = [part for mark in marks for part in ("--mark", mark)]
        return run("render", "a.yaml", "--to", "dot", "-o", "-", *options).stdout

    assert "● single point" in drawn("weak")
    assert drawn("weak") == drawn("weak=It is wet.")
    assert "without the source log: 2 would fall." in drawn("source=log")
    assert "without the source log and the statement rain: 2 would fall." in drawn("source=log", "statement=rain")
    assert "Marked" not in drawn()


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (("strong",), "'strong' does not say what to mark: write weak, weak=…, source=…"),
        (("source",), "'source' does not say what to mark"),
        (("source= ",), "'source= ' does not say what to mark"),
        (("weak=",), "'weak=' does not say what to mark"),
        (("weak", "source=log"), "weak points and what would change cannot be marked in one picture"),
        (("source=lgo",), "argmap: unknown source 'lgo': did you mean 'log'?"),
        (("author=Ada",), "argmap: unknown author 'Ada'"),
        (("weak=rian",), "argmap: unknown statement 'rian': did you mean 'rain'?"),
    ],
)
def test_what_cannot_be_marked(run, project, marks, said) -> None:
    """What marks nothing, and what the map does not have, is one sentence, and nothing is drawn."""
    folder = project({"a.yaml": MAP})
    done = run("render", "a.yaml", "--to", "dot", *(part for mark in marks for part in ("--mark", mark)))
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml"]


def test_engines(run, project, monkeypatch, tmp_path) -> None:
    """``--engine`` chooses between the system's Graphviz and the bundled one."""
    project({"a.yaml": MAP})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("render", "a.yaml", "--engine", "bundled").stdout == "a.svg written\n"
    done = run("render", "a.yaml", "--engine", "dot")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("argmap: the program 'dot' is missing: install Graphviz from ")


def test_without_graphviz_there_is_one_sentence(run, project, no_graphviz) -> None:
    """Where Graphviz is missing, that is said, and no file is left; DOT needs none."""
    folder = project({"a.yaml": MAP})
    done = run("render", "a.yaml")
    assert done.exit_code == 2
    assert done.stderr.startswith("argmap: ")
    assert "Graphviz" in done.stderr
    assert run("render", "a.yaml", "--to", "dot").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.dot", "a.yaml"]


SELECTING = "===\nselection: {excludeStatements: [B]}\n===\n\n[A]: a #x\n  + [B]: b\n  + [C]: c\n"


def test_an_author_selects_and_all_overrules(run, project) -> None:
    """What an Argdown file says about its map counts, unless all is asked for."""
    project({"a.argdown": SELECTING})
    drawn = ("render", "a.argdown", "--to", "dot", "-o", "-")
    assert "n-b" not in run(*drawn).stdout
    assert "n-b" in run(*drawn, "--all").stdout


def test_around_a_title(run, project) -> None:
    """``--around`` takes a statement's title as well as its id."""
    project({"a.argdown": "[Wet streets]: It is wet.\n  + [Rain]: It rained.\n\n[Snow]: It snowed.\n"})
    drawn = ("render", "a.argdown", "--to", "dot", "-o", "-", "--around")
    assert run(*drawn, "Wet streets").stdout == run(*drawn, "wet-streets").stdout
    assert "n-snow" not in run(*drawn, "Wet streets").stdout


def test_a_section_by_its_heading(run, project) -> None:
    """``--group`` takes a heading as well as an id; where two sections bear it, their ids are asked for."""
    project({"a.argdown": "# The sky\n\n[Snow]: It snowed.\n\n# Streets\n\n## Cars\n\n[A]: a\n\n# Cars\n\n[B]: b\n"})
    drawn = ("render", "a.argdown", "--to", "dot", "-o", "-", "--group")
    assert run(*drawn, "The sky").stdout == run(*drawn, "the-sky").stdout
    assert run(*drawn, "Cars").stderr == "argmap: 'Cars' is the heading of cars and cars-2: name one by its id\n"


def test_only_a_tag(run, project) -> None:
    """``--tag`` draws what bears a tag."""
    project({"a.argdown": SELECTING})
    done = run("render", "a.argdown", "--to", "dot", "-o", "-", "--tag", "x")
    assert "n-a" in done.stdout
    assert "n-c" not in done.stdout


def test_sections_apart_or_joined(run, project) -> None:
    """``--arrangement`` draws sections apart, so that one refers to the other, or joins them."""
    project({"a.yaml": MAP})
    drawn = ("render", "a.yaml", "--to", "dot", "-o", "-", "--direction", "rl", "--arrangement")
    assert "stands in another section" in run(*drawn, "apart").stdout
    assert "stands in another section" not in run(*drawn, "joined").stdout


def test_an_empty_picture_is_told(run, project) -> None:
    """Where a selection leaves nothing, that is said, with the way to see all."""
    project({"a.argdown": "===\nselection: {selectedTags: [x]}\n===\n\n[A]: a\n  + [B]: b #y\n"})
    done = run("render", "a.argdown", "--to", "dot")
    assert done.exit_code == 0
    assert "nothing is drawn: every statement is left out (argmap render --all" in done.stderr


def test_an_empty_selection_of_ones_own_is_told(run, project) -> None:
    """Where the options leave nothing, no other option is said to bring it back."""
    project({"a.yaml": MAP})
    done = run("render", "a.yaml", "--to", "dot", "--group", "sky", "--around", "wet", "--depth", "0")
    assert (done.exit_code, done.stderr) == (
        0,
        "argmap: a.yaml: nothing is drawn: no statement is all that was asked for\n",
    )


def test_only_a_page_has_texts_beside_it(run, project) -> None:
    """Asked for a picture with the texts of the sources, argmap says that only a page has them."""
    project({"m.yaml": MAP})
    done = run("render", "m.yaml", "--with-source", "--to", "svg")
    assert done.exit_code == 2
    assert "only a page has the texts beside it: add --to html" in done.stderr


def test_a_long_wait_is_told_before_it(project, run, monkeypatch):
    """That so many statements take long is said before they are laid out, not after."""
    project({"a.yaml": "nodes: {a: {claim: A.}, b: {claim: B.}}"})
    said: list[str] = []
    monkeypatch.setattr(Notice, "say", lambda _, what: said.append(what))
    monkeypatch.setattr(pictures, "LONG", 1)
    monkeypatch.setattr(pictures, "draw", lambda *_: said.append("(drawn)") or Drawing(b"<svg/>"))
    run("render", "a.yaml", "--all")
    told = "drawing a.yaml, which takes a minute or more with so many statements"
    assert said.index(told) < said.index("(drawn)")
    said.clear()
    run("render", "a.yaml")
    assert told not in said


WIDE = "nodes:\n" + "".join(
    f"  r{n}: {{claim: It is so., because: [s{n}]}}\n  s{n}: {{claim: It was so.}}\n" for n in range(20)
)


def test_each_page_is_a_file(run, project) -> None:
    """Pages of SVG are numbered files; a picture of one page is one file; several pages cannot be printed."""
    folder = project({"a.yaml": WIDE, "b.yaml": MAP})
    done = run("render", "a.yaml", "-o", "x.svg", "--page", "a4")
    names = [line.removesuffix(" written") for line in done.stdout.splitlines()]
    assert names == [f"x-{number}.svg" for number in range(1, len(names) + 1)]
    assert len(names) > 2
    assert all((folder / name).is_file() for name in names)
    assert run("render", "b.yaml", "--page", "A4").stdout == "b.svg written\n"
    printed = run("render", "a.yaml", "-o", "-", "--page", "A4")
    assert (printed.exit_code, printed.stdout) == (2, "")
    assert f"the picture has {len(names)} pages, a file each: name a file with --output, or draw PDF" in printed.stderr


def test_what_is_no_page_of_a_picture_is_told(run, project) -> None:
    """Files of an earlier picture of more pages stay, and are named; a gap ends them."""
    folder = project({"b.yaml": MAP, "b-1.svg": "", "b-2.svg": "", "b-4.svg": ""})
    done = run("render", "b.yaml", "--page", "A4")
    assert done.stderr.endswith("b.yaml: left as they were, and no pages of this picture: b-1.svg, b-2.svg\n")
    assert (folder / "b-2.svg").exists()


def test_no_page_is_written_over_another_picture(run, project) -> None:
    """A map whose name is that of another one's page is refused before anything is drawn, but not in a PDF."""
    folder = project({"b.yaml": MAP, "b-2.yaml": MAP})
    done = run("render", "b.yaml", "b-2.yaml", "--page", "A4")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "page 2 of b.svg might be written over b-2.svg: draw them to different folders" in done.stderr
    assert not list(folder.glob("*.svg"))


def test_only_what_is_printed_has_pages(run, project) -> None:
    """DOT and pages of the web have no paper."""
    project({"a.yaml": MAP})
    done = run("render", "a.yaml", "--to", "dot", "--page", "A4")
    assert done.exit_code == 2
    assert "only pdf, svg and png are drawn on pages" in done.stderr
