"""`argmap report`: where reports go, in which form, and what happens when one cannot be made."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

RAIN = "title: Rain\nnodes:\n  wet: {claim: It is wet., because: [rain]}\n  rain: {assumption: It rained.}\n"
DATE = ("--date", "2026-11-30")


@pytest.fixture(autouse=True)
def maps(run, project) -> None:
    """Write two maps."""
    project({"rain.yaml": RAIN, "snow.yaml": RAIN.replace("Rain", "Snow")})


def test_markdown_goes_to_standard_output(run) -> None:
    """Without more, a report is printed as Markdown, with a flowchart in text, and nothing is written."""
    done = run("report", "rain.yaml", *DATE)
    assert done.exit_code == 0
    assert done.stdout.startswith("# Rain\n\n## In short\n")
    assert "- **Date:** 30 November 2026\n" in done.stdout
    assert "![" not in done.stdout
    assert '\n## Picture\n\n```mermaid\n---\ntitle: "Rain"\n---\nflowchart ' in done.stdout
    assert "mermaid" not in run("report", "rain.yaml", "--no-picture").stdout
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["rain.yaml", "snow.yaml"]


def test_several_maps_are_printed_one_after_another(run) -> None:
    """Of several maps, each has a report of its own."""
    done = run("report", "rain.yaml", "snow.yaml", *DATE)
    assert [line for line in done.stdout.splitlines() if line.startswith("# ")] == ["# Rain", "# Snow"]


@pytest.mark.parametrize("name", ["r.html", "r.docx", "r.xlsx", "r.md"])
def test_the_ending_tells_the_form(run, name) -> None:
    """A report is written to the file that is named, in the form that its ending says."""
    done = run("report", "rain.yaml", "-o", name, "--no-picture", *DATE)
    assert (done.exit_code, done.stdout) == (0, f"{name} written\n")
    data = Path(name).read_bytes()
    assert data.startswith({"html": b"<!DOCTYPE", "md": b"# Rain"}.get(name[2:], b"PK"))


@pytest.mark.dot
def test_pictures_of_markdown_stand_beside_it(run) -> None:
    """With a file to go to, Markdown has its pictures beside it."""
    done = run("report", "rain.yaml", "-o", "out/r.md", *DATE)
    assert done.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["r-1.svg", "r.md"]
    assert "(<r-1.svg>)" in Path("out/r.md").read_text(encoding="utf-8")


def test_several_maps_need_a_folder(run) -> None:
    """Several maps are written to a folder, each under its name; one file is refused."""
    done = run("report", "rain.yaml", "snow.yaml", "-o", "out/", "--to", "html", "--no-picture", *DATE)
    assert done.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["rain-report.html", "snow-report.html"]
    done = run("report", "rain.yaml", "snow.yaml", "-o", "one.html", *DATE)
    assert done.exit_code == 2
    assert done.stderr == "argmap: several maps need a folder to be written to, and one.html is a file\n"


def test_other_forms_go_to_the_working_folder(run) -> None:
    """A form that is no text to be printed goes to a file named after the map."""
    assert run("report", "rain.yaml", "--to", "xlsx", *DATE).stdout == "rain-report.xlsx written\n"
    assert zipfile.is_zipfile("rain-report.xlsx")


def test_standard_input_and_output(run) -> None:
    """A map from standard input is reported on; its file is not named, as it has none."""
    done = run("report", "-", "--to", "html", "--no-picture", *DATE, stdin=RAIN)
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert "File of the map" not in done.stdout


def test_the_same_day_gives_the_same_bytes(run, monkeypatch) -> None:
    """The date is that of --date, else of SOURCE_DATE_EPOCH; nothing else of the time is in a report."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")
    for name in ("r.md", "r.html", "r.docx", "r.xlsx"):
        run("report", "rain.yaml", "-o", name, "--no-picture")
        first = Path(name).read_bytes()
        run("report", "rain.yaml", "-o", name, "--no-picture", "--date", "2026-11-30")
        assert Path(name).read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "odt"), "unknown kind of report 'odt': choose from docx, html, md, xlsx"),
        (("-o", "r.pdf"), "unknown kind of report 'pdf': choose from docx, html, md, xlsx"),
        (("-o", "rain.yaml", "--to", "md"), "the report would be written over the map rain.yaml"),
        (("-o", ""), "the path after --output is empty"),
        (("--date", "tomorrow"), "Invalid value for '--date'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run, arguments, said) -> None:
    """A wrong form, file or date is told, and nothing is written."""
    done = run("report", "rain.yaml", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["rain.yaml", "snow.yaml"]
    assert Path("rain.yaml").read_text(encoding="utf-8") == RAIN


@pytest.mark.parametrize(("name", "module"), [("r.docx", "docx"), ("r.xlsx", "xlsxwriter")])
def test_a_missing_extra_is_one_sentence(run, monkeypatch, name, module) -> None:
    """Without what writes Word or Excel, the command to install it is told, and nothing is written."""
    monkeypatch.setitem(sys.modules, module, None)
    done = run("report", "rain.yaml", "-o", name, "--no-picture")
    assert done.exit_code == 2
    assert done.stderr.startswith("argmap: a report in ")
    assert f"pip install 'argmap[{name[2:]}]'" in done.stderr
    assert not Path(name).exists()


def test_without_graphviz_there_is_a_report_all_the_same(run, no_graphviz) -> None:
    """Where nothing draws, that is said, and the report has all else."""
    done = run("report", "rain.yaml", "-o", "r.html")
    assert done.exit_code == 0
    assert done.stderr.startswith("argmap: rain.yaml: drawing needs Graphviz")
    assert "The map could not be drawn" in Path("r.html").read_text(encoding="utf-8")


def test_a_map_that_cannot_be_read(run, project) -> None:
    """One map that cannot be read is told, the others are reported on, and the status is 2."""
    project({"bad.yaml": "[", "empty.yaml": ""})
    done = run("report", "bad.yaml", "rain.yaml")
    assert done.exit_code == 2
    assert "# Rain" in done.stdout
    assert "bad.yaml" in done.stderr


def test_markdown_steers_no_terminal(run, project) -> None:
    """A report that is printed holds no escape sequence of the map."""
    project({"bad.yaml": 'title: "a\\e[2J\\u202e"\nnodes: {a: {claim: "b\\e]0;x\\a"}}'})
    done = run("report", "bad.yaml")
    assert r"a\\x1b\[2J\\u202e" in done.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)


@pytest.mark.dot
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that takes nothing")
def test_a_report_that_fails_leaves_no_picture(run, project) -> None:
    """Where a report cannot be written, neither are the pictures beside it."""
    folder = project({"rain.yaml": RAIN})
    Path("out").mkdir()
    Path("out/r.md").symlink_to("/dev/full")
    done = run("report", "rain.yaml", "-o", "out/r.md")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "argmap: out/r.md cannot be written: no space left on device\n"
    assert [path.name for path in (folder / "out").iterdir()] == ["r.md"]


@pytest.mark.dot
@pytest.mark.skipif(sys.platform == "win32", reason="needs a file system that takes such names")
@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "a\nb\x1b[2J) c", "ü%20 x"])
def test_the_link_to_a_picture_holds_no_markup(run, project, name) -> None:
    """Whatever a file is called, the link to its picture is one address, which leads to that picture."""
    folder = project({f"{name}.yaml": RAIN})
    assert run("report", f"{name}.yaml", "-o", "out/").exit_code == 0
    told = (folder / "out" / f"{name}-report.md").read_text(encoding="utf-8")
    link = re.search(r"\]\(<([\w%./-]+)>\)\n", told)
    assert link
    assert (folder / "out" / unquote(link[1])).is_file()
