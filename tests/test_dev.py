"""dev.py: what it decides; that it works is shown by the test run itself, which it starts."""

from __future__ import annotations

import importlib.util
import os
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
FILE = ROOT / "dev.py"
SETTINGS = """\
[project]
requires-python = ">=3.11"
dependencies = ["attrs>=23.2"]
[dependency-groups]
test = ["pytest>=8"]
build = ["build"]
dev = ["ruff", { include-group = "test" }]
"""


@pytest.fixture
def dev(tmp_path, monkeypatch) -> ModuleType:
    """Return dev.py as it would be in a project of its own, with neither uv nor a right to install."""
    (tmp_path / "dev.py").write_bytes(FILE.read_bytes())
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    (tmp_path / "requirements-dev.txt").write_text(
        "attrs==25.1 \\\n    --hash=sha256:0\nnx==1 ; x\nnx==2 ; y\nruff==1\n"
    )
    spec = importlib.util.spec_from_file_location("dev", tmp_path / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    return module


@pytest.fixture
def programs(dev, monkeypatch) -> list[tuple[str, ...]]:
    """Return the programs that dev.py starts, none of which runs; every one of them works."""
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "attempt", lambda *command: started.append(command) or "")
    return started


def test_older_python_is_told_in_one_sentence():
    """A Python before 3.11 ends with one sentence, before anything that it lacks is imported."""
    program = (
        "import runpy, sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (default)';"
        f"sys.modules['tomllib'] = None; runpy.run_path({str(FILE)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "argmap needs Python 3.11 or newer; this is Python 3.9.2.\n"


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--help"], 0), (["tset"], 2)])
def test_without_a_known_command_the_commands_are_listed(dev, capsys, arguments, status):
    """Asked for nothing, for help, or for what it does not know, dev.py says what it can do."""
    assert dev.main(arguments) == status
    assert "python3 dev.py demo" in capsys.readouterr().out


def test_only_the_standard_library_is_imported():
    """dev.py runs before anything is installed."""
    imported = re.findall(r"^(?:import|from) (\w+)", FILE.read_text(encoding="utf-8"), re.MULTILINE)
    assert imported
    assert set(imported) <= sys.stdlib_module_names


def test_groups_include_groups(dev):
    """What is required is what argmap needs, what a group needs, and what the groups it includes need."""
    assert dev.requirements("dev") == ["attrs>=23.2", "ruff", "pytest>=8"]


def test_second_set_up_does_nothing(dev, programs):
    """While nothing has changed, setting up starts no program and asks no network."""
    dev.VENV.mkdir()
    dev.set_up()
    assert programs
    programs.clear()
    dev.set_up()
    assert programs == []


@pytest.mark.parametrize("file", ["pyproject.toml", "dev.py", "requirements-dev.txt"])
def test_changed_file_sets_up_anew(dev, programs, file):
    """A change of the settings, of the lock or of dev.py itself makes the next run install again."""
    dev.VENV.mkdir()
    dev.set_up()
    programs.clear()
    with (dev.ROOT / file).open("a") as end:
        end.write("# changed\n")
    dev.set_up()
    assert any("install" in command for command in programs)


def test_failed_installation_is_no_set_up(dev, monkeypatch, capsys):
    """When installing fails, pip's words and what to do are shown, the status is 2, and the next run tries again."""
    dev.VENV.mkdir()
    monkeypatch.setattr(dev, "attempt", lambda *command: "no network" if "install" in command else "")
    for _ in range(2):
        with pytest.raises(SystemExit, match="2"):
            dev.set_up()
        said = capsys.readouterr().err
        assert "no network" in said
        assert "renew them with `python3 dev.py lock`" in said


@pytest.mark.parametrize("remains", ["nothing", "empty folder", "dangling link", "no pip"])
def test_half_made_environment_is_not_whole(dev, remains):
    """An environment counts as whole only if its Python starts, is this Python and has what is needed."""
    python = dev.VENV / dev.BIN / "python"
    if remains != "nothing":
        python.parent.mkdir(parents=True)
    if remains == "dangling link":
        python.symlink_to("/nowhere/python")
    if remains == "no pip":
        python.symlink_to(sys.executable)
    assert not dev.is_whole(dev.VENV, "import no_such_module")
    assert dev.is_whole(dev.VENV, "") == (remains == "no pip")


def test_half_made_environment_is_made_again(dev, monkeypatch):
    """What an interrupted run left is removed before the environment is made."""
    left = dev.VENV / "left-over"
    left.parent.mkdir()
    left.touch()
    seen: list[bool] = []

    def attempt(*command: str) -> str:
        if "venv" in command:
            seen.append(left.exists())
        return "is not there" if "-c" in command else ""

    monkeypatch.setattr(dev, "attempt", attempt)
    dev.furnish(dev.VENV, ["pytest"], advice="")
    assert seen == [False]


def test_uv_comes_first(dev, programs, monkeypatch):
    """Where uv is installed, it installs; pip is not asked."""
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}" if name == "uv" else None)
    dev.furnish(dev.VENV, ["pytest"], advice="")
    assert [command[:3] for command in programs[1:]] == [("uv", "pip", "install")]


def test_pip_stands_in_for_a_failing_uv(dev, monkeypatch):
    """Where uv cannot install, venv and pip are tried."""
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}" if name == "uv" else None)
    monkeypatch.setattr(dev, "attempt", lambda *c: started.append(c) or ("refused" if c[0] == "uv" else ""))
    dev.furnish(dev.VENV, ["pytest"], advice="")
    assert started[-1][1:4] == ("-m", "pip", "install")


def test_locked_versions_are_installed_with_their_hashes(dev, programs):
    """Setting up installs what is locked, by its hashes, and then argmap alone."""
    dev.VENV.mkdir()
    dev.set_up()
    locked, argmap = (command[3:] for command in programs if "install" in command)
    assert locked == ("install", "--quiet", "--require-hashes", "--requirement", str(dev.LOCK))
    assert argmap == ("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(dev.ROOT))


@pytest.mark.parametrize(
    ("resolution", "packages"),
    [("highest", ("attrs>=23.2", "pytest>=8", "build")), ("lowest", ("attrs==23.2", "pytest==8", "build"))],
)
@pytest.mark.parametrize(("status", "verb"), [(0, "pass"), (1, "fail")])
def test_other_versions_have_an_environment_of_their_own(
    dev, programs, monkeypatch, capsys, resolution, packages, status, verb
):
    """With the newest or lowest versions the tests run elsewhere, and the last words say which they were."""
    runs: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "run_tests", lambda *arguments: runs.append(arguments) or status)
    monkeypatch.setattr(dev, "differences", lambda _: ["attrs 23.2 (locked: 25.1)"])
    assert dev.main(["test", "--resolution", resolution, "-k", "x"]) == status
    assert runs == [(dev.ROOT / f".venv-{resolution}", "-Wdefault", "-k", "x")]
    assert next(command[5:] for command in programs if "install" in command) == packages
    which, last = capsys.readouterr().out.splitlines()[-2:]
    assert f"{'newest' if resolution == 'highest' else 'lowest'} versions" in which
    assert f"the tests {verb} on" in which
    assert last == "Not as in requirements-dev.txt: attrs 23.2 (locked: 25.1)."


def test_unknown_resolution_is_refused(dev, programs):
    """Only locked, highest and lowest versions can be asked for."""
    with pytest.raises(SystemExit, match="2"):
        dev.main(["test", "--resolution", "middle"])
    assert programs == []


def test_what_differs_from_the_lock_is_named(dev):
    """An installed version differs unless the lock has it for some Python; packages that only one has do not count."""
    for package in ("attrs-23.2", "NX-2", "other-1"):
        folder = dev.VENV / "lib" / "site-packages" / f"{package}.dist-info"
        folder.mkdir(parents=True)
        name, version = package.split("-")
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    assert list(dev.differences(dev.VENV)) == ["attrs 23.2 (locked: 25.1)"]


def test_lock_is_made_by_uv_fetched_where_it_is_missing(dev, programs, capsys):
    """Without uv, it is installed in passing; it chooses for every system, from the oldest Python on, with hashes."""
    assert dev.main(["lock"]) == 0
    assert any(command[-2:] == ("--quiet", "uv") for command in programs)
    assert {"--universal", "--generate-hashes", "--upgrade", "3.11", str(dev.LOCK)} <= set(programs[-1])
    assert "requirements-dev.txt is renewed" in capsys.readouterr().out


def test_failing_lock_leaves_the_old_one(dev, monkeypatch, capsys):
    """Where no versions go together, uv's words are shown and the file stays."""
    before = dev.LOCK.read_text()
    monkeypatch.setattr(dev, "attempt", lambda *command: "no solution" if "compile" in command else "")
    with pytest.raises(SystemExit, match="2"):
        dev.main(["lock"])
    assert "no solution" in capsys.readouterr().err
    assert dev.LOCK.read_text() == before


def test_lock_holds_what_the_settings_ask_for():
    """Every requirement of argmap and of its development is locked, in a version that it allows, with hashes."""
    real = runpy.run_path(str(FILE))
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==([^\s;]+)[^\n]*\\\n    --hash=sha256:\w{64}", text, re.MULTILINE)
    assert len(entries) == sum(line[0] not in "# " for line in text.splitlines())
    assert "://" not in text
    locked = dict(entries)
    for requirement in map(Requirement, real["requirements"]("dev")):
        version = locked[requirement.name.lower()]
        assert requirement.specifier.contains(version, prereleases=True), requirement


def test_extras_and_tests_have_the_same_floors():
    """What is tested at its lowest version is what the extras allow, and ``all`` is every extra."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = settings["project"]["optional-dependencies"]
    (everything,) = map(Requirement, extras.pop("all"))
    assert everything.extras == set(extras)
    floors = {Requirement(text).name: text for texts in extras.values() for text in texts}
    tested = [text for text in settings["dependency-groups"]["test"] if Requirement(text).name in floors]
    assert tested == [floors[Requirement(text).name] for text in tested]
    assert tested


@pytest.mark.skipif(os.name == "nt", reason="there is no root")
@pytest.mark.parametrize(("user", "apt"), [(1000, True), (0, False)])
def test_without_root_or_apt_one_sentence_says_what_to_install(dev, programs, monkeypatch, capsys, user, apt):
    """Not root, or no Debian: nothing is installed and one sentence says what would help."""
    monkeypatch.setattr(dev.os, "geteuid", lambda: user)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}" if apt and name == "apt-get" else None)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="2"):
        dev.need_ensurepip()
    said = capsys.readouterr()
    assert "apt install python3-venv" in said.err
    assert len((said.out + said.err).splitlines()) == 1
    assert programs == []


@pytest.mark.skipif(os.name == "nt", reason="there is no root")
def test_root_on_debian_installs_and_says_so(dev, monkeypatch, capsys):
    """Root on a Debian whose package lists are old: the lists are fetched and the package installed, in sight."""
    started: list[str] = []

    def attempt(*command: str) -> str:
        started.append(command[1])
        return "" if "update" in started else "E: Unable to locate package python3-venv"

    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev.os, "environ", {})
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(dev, "attempt", attempt)
    assert dev.apt_install("something is missing", "python3-venv", "graphviz")
    assert started == ["install", "update", "install"]
    assert "something is missing: installing python3-venv and graphviz with apt" in capsys.readouterr().out


def test_status_is_that_of_the_program(dev):
    """What a program ends with, dev.py ends with."""
    python = dev.VENV / dev.BIN / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    assert dev.run("python", "-c", "raise SystemExit(5)") == 5


def test_loading_dev_does_nothing(tmp_path, monkeypatch):
    """Importing dev.py makes no environment and starts nothing."""
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(FILE))
    assert list(tmp_path.iterdir()) == []
