"""Settings: what argmap.toml and pyproject.toml may say, and how a slip in them is told."""

from __future__ import annotations

import pytest

from argmap.errors import ConfigError
from argmap.model.findings import Severity
from argmap.project.choice import Selection
from argmap.project.settings import Settings, read_settings
from argmap.root import settings_file

EVERYTHING = """\
select = ["AM1", "passage-missing"]
extend-select = ["AM7"]
ignore = ["AM112"]
fail-on = "error"
arguments = "maps"
seeds = "quellen/akten"

[per-file-ignores]
"maps/draft-*" = ["AM101"]

[severity]
AM109 = "warning"
"""


@pytest.fixture
def slip(project):
    """Return a function that reads settings with a slip and gives what is said about it."""

    def read(text: str | bytes, name: str = "argmap.toml") -> str:
        folder = project({name: text})
        with pytest.raises(ConfigError) as caught:
            read_settings(folder / name)
        return str(caught.value)

    return read


def test_every_setting(project) -> None:
    """Each setting is read, from both files alike."""
    folder = project({"argmap.toml": EVERYTHING})
    read = read_settings(folder / "argmap.toml")
    assert read == Settings(
        Selection(("AM1", "passage-missing"), ("AM7",), ("AM112",)),
        per_file_ignores={"maps/draft-*": ("AM101",)},
        severity={"AM109": Severity.WARNING},
        fail_on=Severity.ERROR,
        arguments="maps",
        seeds="quellen/akten",
        file=folder / "argmap.toml",
    )
    shared = "[project]\nname = 'x'\n\n[tool.argmap]\n" + EVERYTHING.replace("[", "[tool.argmap.").replace(
        "= [tool.argmap.", "= ["
    )
    project({"pyproject.toml": shared})
    assert read_settings(folder / "pyproject.toml").per_file_ignores == read.per_file_ignores
    assert read_settings(folder / "pyproject.toml").selection == read.selection


def test_nothing_said_is_the_default(project) -> None:
    """An empty file leaves everything as it is."""
    folder = project({"argmap.toml": "\n"})
    assert read_settings(folder / "argmap.toml") == Settings(file=folder / "argmap.toml")


def test_which_file_holds_the_settings(project) -> None:
    """argmap.toml goes before pyproject.toml, and a pyproject.toml without a table of ours is not meant."""
    folder = project({"pyproject.toml": "[project]\nname = 'x'\n"})
    assert settings_file(folder) is None
    project({"pyproject.toml": "[tool.argmap]\n"})
    assert settings_file(folder) == folder / "pyproject.toml"
    project({"argmap.toml": ""})
    assert settings_file(folder) == folder / "argmap.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignroe = []", "unknown setting 'ignroe': did you mean 'ignore'?"),
        ("colour = 1", "unknown setting 'colour': choose from arguments, extend-select"),
        ('ignore = "AM1"', '\'ignore\' is a list of codes or names, as in ["AM101", "orphan"]'),
        ("select = [1]", "'select' is a list of codes or names"),
        ('fail-on = "never"', "'fail-on' is one of error, warning, note, not 'never'"),
        ("fail-on = []", "'fail-on' is one of error, warning, note, not []"),
        ("severity = 3", "'severity' is a table, as in severity = { AM112 = \"note\" }"),
        ('[severity]\nAM1 = "grave"', "'severity.AM1' is one of error, warning, note, not 'grave'"),
        ("per-file-ignores = []", "'per-file-ignores' is a table"),
        ('[per-file-ignores]\n"a*" = "AM1"', "'per-file-ignores.a*' is a list of codes or names"),
        ('seeds = "../elsewhere"', "'seeds' is the name of a folder inside the project, not '../elsewhere'"),
        ('seeds = "/etc"', "'seeds' is the name of a folder inside the project, not '/etc'"),
        ("arguments = 3", "'arguments' is the name of a folder inside the project, not 3"),
        ("ignore = [", "Invalid value (at end of document)"),
        ("ignore = []\n= 3", "Invalid statement (at line 2, column 1)"),
        ("ignore = []".encode("utf-16"), "this text is in UTF-16: save the file as UTF-8"),
        (b"# caf\xe9", "this is not UTF-8 (byte 0xE9)"),
    ],
)
def test_a_slip_is_told_with_what_would_be_right(slip, text, said) -> None:
    """A wrong setting is one sentence that names the file, the key and what it takes."""
    assert slip(text).startswith(f"argmap.toml: {said}")


@pytest.mark.parametrize("text", ["tool = 3\n#[tool.argmap", "[tool]\nargmap = 3\n#[tool.argmap"])
def test_a_shared_file_of_another_shape(slip, text) -> None:
    """A pyproject.toml whose tool.argmap is no table is a slip like any other."""
    assert "is a table, as in [tool.argmap]" in slip(text, "pyproject.toml")


def test_a_byte_order_mark_does_no_harm(project) -> None:
    """Settings saved with a byte order mark are read."""
    folder = project({"argmap.toml": b'\xef\xbb\xbfseeds = "s"\r\n'})
    assert read_settings(folder / "argmap.toml").seeds == "s"


@pytest.mark.parametrize(
    ("pattern", "file", "fits"),
    [
        ("arguments/draft-*", "arguments/draft-a.yaml", True),
        ("arguments/*", "arguments/old/a.yaml", True),
        ("arguments/*.json", "arguments/a.yaml", False),
        ("a.yaml", "arguments/old/a.yaml", True),
        ("*.json", "arguments/a.json", True),
        ("old/*", "arguments/old/a.yaml", False),
        ("A.yaml", "a.yaml", False),
    ],
)
def test_patterns_for_files(pattern, file, fits) -> None:
    """A pattern with a slash is matched from the project's folder on, one without against the name."""
    assert Settings(per_file_ignores={pattern: ("AM1",)}).ignores(file) == (("AM1",) if fits else ())


@pytest.mark.parametrize("text", ["x = " + "[" * 3000, "x = " + "{a = " * 3000, "[" + "a." * 3000 + "b]"])
def test_settings_nested_without_end_are_an_error(slip, text) -> None:
    """However deep a settings file nests, it is told in a sentence."""
    assert slip(text).startswith("argmap.toml: ")
