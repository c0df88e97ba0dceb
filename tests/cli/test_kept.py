"""What a project reads is never written over by a picture, a report or a converted map."""

from __future__ import annotations

from pathlib import Path

import pytest

MAP = "sources:\n  own: {title: Own, text: own.txt}\nnodes:\n  wet: {claim: It is wet.}\n"
FILES = {
    "arguments/a.yaml": MAP,
    "arguments/b.yaml": MAP,
    "arguments/own.txt": "Own words.",
    "seeds/s.yaml": "title: S\ntext: texts/s.txt\n",
    "seeds/texts/s.txt": "Its words.",
    "argmap.toml": "",
    "argmap.lock": "",
}


@pytest.fixture
def folder(project) -> Path:
    """Make a project with all that one reads."""
    return project(FILES)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("argmap.toml", "the settings of the project: argmap.toml"),
        ("argmap.lock", "the lock of the project: argmap.lock"),
        ("seeds/s.yaml", "a source record: seeds/s.yaml"),
        ("seeds/texts/s.txt", "the text of the source 's': seeds/texts/s.txt"),
        ("arguments/own.txt", "the text of the source 'own': arguments/own.txt"),
        ("arguments/b.yaml", "a map of the project: arguments/b.yaml"),
        ("link.md", "the text of the source 's': link.md"),
        ("arguments/a.yaml", "the map arguments/a.yaml"),
    ],
)
@pytest.mark.parametrize(("command", "what"), [("render --to dot", "picture"), ("report --to html", "report")])
def test_nothing_is_written_over_what_a_project_reads(run, folder, target, told, command, what) -> None:
    """A picture and a report are refused, in a sentence that says what stands there, also behind a link."""
    Path("link.md").symlink_to("seeds/texts/s.txt")
    done = run(*command.split(), "arguments/a.yaml", "-o", target)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"argmap: the {what} would be written over {told}\n" in done.stderr
    assert {name: (folder / name).read_text(encoding="utf-8") for name in FILES} == FILES


@pytest.mark.parametrize("target", ["argmap.toml", "argmap.lock", "seeds/s.yaml", "seeds/texts/s.txt"])
def test_a_converted_map_takes_the_place_of_maps_alone(run, folder, target) -> None:
    """What a project reads besides its maps is not written over by one; another map is."""
    done = run("convert", "arguments/a.yaml", target, "--to", "yaml")
    assert done.exit_code == 2
    assert "the map would be written over" in done.stderr
    assert (folder / target).read_text(encoding="utf-8") == FILES[target]
    assert run("convert", "arguments/a.yaml", "arguments/b.yaml").exit_code == 0


@pytest.mark.parametrize(("link", "map_"), [("link.dot", "a.yaml"), ("out/a.dot", "b.yaml")])
def test_a_link_to_a_map_is_not_drawn_to(run, project, link, map_) -> None:
    """A map is not written over through a link, be it that map or another that is drawn with it."""
    folder = project({"a.yaml": MAP, "b.yaml": MAP, "out/x": ""})
    Path(link).symlink_to(folder / map_)
    output = "out" if link.startswith("out") else link
    names = ["a.yaml", "b.yaml"] if output == "out" else ["a.yaml"]
    done = run("render", *names, "-o", output, "--to", "dot")
    said = f"argmap: the picture would be written over the map {map_}, to which {link} leads\n"
    assert (done.exit_code, done.stderr) == (2, said)
    assert (folder / map_).read_text(encoding="utf-8") == MAP


def test_two_pictures_do_not_meet_behind_a_link(run, project) -> None:
    """Two maps are not drawn to one file, also where a link makes one of two names."""
    project({"a.yaml": MAP, "b.yaml": MAP, "out/b.dot": "old"})
    Path("out/a.dot").symlink_to("b.dot")
    done = run("render", "a.yaml", "b.yaml", "-o", "out", "--to", "dot")
    assert (done.exit_code, done.stderr) == (2, "argmap: a.yaml and b.yaml would both be drawn to out/b.dot\n")
    assert Path("out/b.dot").read_text(encoding="utf-8") == "old"


def test_a_report_is_written_again(run, folder) -> None:
    """What argmap has made itself, in the folder of the maps too, makes way for what it makes anew."""
    for _ in range(2):
        assert run("report", "arguments/a.yaml", "-o", "arguments/a-report.md", "--no-picture").exit_code == 0
