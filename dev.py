#!/usr/bin/env python3
"""Set argmap up in .venv, and use it there.

    python3 dev.py demo          check and draw the shipped maps
    python3 dev.py test [...]    run the tests; what follows goes to pytest
    python3 dev.py lint          style, types and floors
    python3 dev.py wheel         build the package and try it in a clean environment

Needs Python 3.11 and nothing else. The first run fetches the packages that pyproject.toml names, with uv where it is
installed and with venv and pip elsewhere; later runs use no network until pyproject.toml or this file changes.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"argmap needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = "Scripts" if os.name == "nt" else "bin"


def main(arguments: list[str]) -> int:
    """Run one of the commands; give its exit status."""
    name, *rest = arguments or ["--help"]
    commands = {"demo": demo, "test": test, "lint": lint, "wheel": wheel}
    if name not in commands:
        print(__doc__)
        return 0 if name in ("-h", "--help", "help") else 2
    return commands[name](rest)


# The commands


def demo(_: list[str]) -> int:
    """Check and draw the shipped maps, and say where the pictures are."""
    set_up("test")
    (ROOT / "build").mkdir(exist_ok=True)
    status = run("argmap", "check", "--exit-zero", "arguments")
    print("\nThe same as pictures:", flush=True)
    for kind in ("svg", "png"):
        status = run("argmap", "render", "arguments", "--output", "build", "--to", kind) or status
    return status


def test(arguments: list[str]) -> int:
    """Run the tests, with the text of the example article where it is at hand."""
    set_up("test")
    texts = ROOT / "seeds" / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for text in ROOT.parent.glob("shared/article/*.txt"):
        shutil.copyfile(text, texts / text.name)
    return run("python", "-m", "pytest", *arguments)


def lint(_: list[str]) -> int:
    """Look at style, types and floors; all of them, whatever the first one says."""
    set_up("dev")
    tools = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports", "--no-logo"))
    status = 0
    for tool in tools:
        print(f"-- {' '.join(tool)}", flush=True)
        status = run(*tool) or status
    return status


def wheel(_: list[str]) -> int:
    """Build sdist and wheel; install the wheel alone, away from here, and use it there."""
    set_up("dev")
    dist = ROOT / "build" / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    if status := run("python", "-m", "build", "--no-isolation", "--outdir", str(dist), str(ROOT)):
        return status
    with tempfile.TemporaryDirectory(prefix="argmap-wheel-") as folder:
        away = Path(folder)
        environment = away / "venv"
        furnish(environment, str(next(dist.glob("*.whl"))))
        for name in ("arguments", "seeds"):
            shutil.copytree(ROOT / name, away / name)
        map_file = "arguments/harbourton-30kmh.yaml"
        program = f"import argmap; m = argmap.load({map_file!r}); print(len(m), 'statements,', len(m.claims), 'claims')"
        uses = (
            ("argmap", "--version"),
            ("argmap", "check", "--exit-zero", "--output-format", "concise", map_file),
            ("argmap", "render", "--output", "map.dot", map_file),
            ("python", "-c", program),
        )
        return next(filter(None, (run(*use, venv=environment, cwd=away) for use in uses)), 0)


# The environment


def set_up(group: str) -> None:
    """Have .venv hold argmap, editable, with a dependency group; at once where nothing has changed."""
    stamp = VENV / f"argmap-{group}.stamp"
    current = digest()
    if stamp.is_file() and stamp.read_text() == current:
        return
    print("Setting up .venv; this is done once and takes a minute ...", flush=True)
    furnish(VENV, "--editable", str(ROOT), *requirements(group))
    stamp.write_text(current)


def digest() -> str:
    """Give what the environment depends on, as one hash: the settings, this file, the Python and the place."""
    files = (ROOT / "pyproject.toml", ROOT / "dev.py")
    facts = [*(file.read_bytes() for file in files), sys.version.encode(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def requirements(group: str) -> Iterator[str]:
    """Give the requirements of a dependency group of pyproject.toml (PEP 735), which pip before 25.1 cannot read."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for entry in settings["dependency-groups"][group]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from requirements(entry["include-group"])


def furnish(venv: Path, *packages: str) -> None:
    """Make an environment, unless a whole one is there, and install packages in it."""
    if shutil.which("uv") and furnish_with_uv(venv, *packages):
        return
    python = str(venv / BIN / "python")
    if not is_whole(venv, "import importlib.metadata; importlib.metadata.version('pip')"):
        need_ensurepip()
        shutil.rmtree(venv, ignore_errors=True)
        if failure := attempt(sys.executable, "-m", "venv", str(venv)):
            give_up(f"{failure}\nPython could not make {venv} (see above).")
    if failure := attempt(python, "-m", "pip", "install", "--quiet", *packages):
        give_up(f"{failure}\npip could not install what argmap needs (see above).")


def furnish_with_uv(venv: Path, *packages: str) -> bool:
    """Do the same with uv; tell whether it worked."""
    if not is_whole(venv, ""):
        shutil.rmtree(venv, ignore_errors=True)
        if attempt("uv", "venv", "--python", sys.executable, str(venv)):
            return False
    return not attempt("uv", "pip", "install", "--python", str(venv / BIN / "python"), *packages)


def is_whole(venv: Path, probe: str) -> bool:
    """Tell whether an environment is of this very Python and passes a probe; one left half-made is not."""
    same = f"import sys; assert sys.version == {sys.version!r}"
    return not attempt(str(venv / BIN / "python"), "-c", f"{same}; {probe}")


def need_ensurepip() -> None:
    """See to it that `python -m venv` can work; Debian keeps half of it in a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return
    if apt_install("python3-venv, which makes environments, is missing", "python3-venv"):
        importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        give_up("This Python cannot make environments: `apt install python3-venv` on Debian and Ubuntu, or install uv.")


def apt_install(reason: str, *packages: str) -> bool:
    """Install Debian packages and say so, if this is root on a Debian; tell whether it worked."""
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"{reason}: installing {' and '.join(packages)} with apt ...", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    failure = attempt(*install) and (attempt("apt-get", "update") or attempt(*install))
    if failure:
        print(failure, file=sys.stderr)
    return not failure


# Running programs


def run(program: str, *arguments: str, venv: Path = VENV, cwd: Path = ROOT) -> int:
    """Run a program of an environment, in sight; give its exit status."""
    return subprocess.run([str(venv / BIN / program), *arguments], cwd=cwd, check=False).returncode


def attempt(*command: str) -> str:
    """Run a program out of sight; give what it said if it fails, and nothing if it does not."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return ""
    return done.stdout.decode(errors="replace").strip() or f"{command[0]} failed with exit status {done.returncode}"


def give_up(reason: str) -> NoReturn:
    """Say why nothing can be done, and end."""
    print(reason, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
