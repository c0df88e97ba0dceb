"""dev.py: what it decides; that it works is shown by the test run itself, which it starts."""

from __future__ import annotations

import importlib.util
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parent.parent / "dev.py"


@pytest.fixture
def dev(tmp_path, monkeypatch) -> ModuleType:
    """Give dev.py as it would be in a project of its own, with neither uv nor a right to install."""
    (tmp_path / "dev.py").write_bytes(FILE.read_bytes())
    (tmp_path / "pyproject.toml").write_text(
        '[dependency-groups]\ntest = ["pytest"]\ndev = ["ruff", { include-group = "test" }]\n'
    )
    spec = importlib.util.spec_from_file_location("dev", tmp_path / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    return module


@pytest.fixture
def programs(dev, monkeypatch) -> list[tuple[str, ...]]:
    """Give the programs that dev.py starts, none of which runs; every one of them works."""
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
    """The requirements of a group are its own and those of the groups it includes, in order."""
    assert list(dev.requirements("dev")) == ["ruff", "pytest"]


def test_second_set_up_does_nothing(dev, programs):
    """While nothing has changed, setting up starts no program and asks no network."""
    dev.VENV.mkdir()
    dev.set_up("test")
    assert programs
    programs.clear()
    dev.set_up("test")
    assert programs == []


@pytest.mark.parametrize("file", ["pyproject.toml", "dev.py"])
def test_changed_file_sets_up_anew(dev, programs, file):
    """A change of the settings or of dev.py itself makes the next run install again."""
    dev.VENV.mkdir()
    dev.set_up("test")
    programs.clear()
    with (dev.ROOT / file).open("a") as end:
        end.write("# changed\n")
    dev.set_up("test")
    assert any("install" in command for command in programs)


def test_failed_installation_is_no_set_up(dev, monkeypatch, capsys):
    """When installing fails, its words are shown, the status is 2, and the next run tries again."""
    dev.VENV.mkdir()
    monkeypatch.setattr(dev, "attempt", lambda *command: "no network" if "install" in command else "")
    for _ in range(2):
        with pytest.raises(SystemExit, match="2"):
            dev.set_up("test")
        assert "no network" in capsys.readouterr().err


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
    dev.furnish(dev.VENV, "pytest")
    assert seen == [False]


def test_uv_comes_first(dev, programs, monkeypatch):
    """Where uv is installed, it installs; pip is not asked."""
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}" if name == "uv" else None)
    dev.furnish(dev.VENV, "pytest")
    assert [command[:3] for command in programs[1:]] == [("uv", "pip", "install")]


def test_pip_stands_in_for_a_failing_uv(dev, monkeypatch):
    """Where uv cannot install, venv and pip are tried."""
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}" if name == "uv" else None)
    monkeypatch.setattr(dev, "attempt", lambda *c: started.append(c) or ("refused" if c[0] == "uv" else ""))
    dev.furnish(dev.VENV, "pytest")
    assert started[-1][1:4] == ("-m", "pip", "install")


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
