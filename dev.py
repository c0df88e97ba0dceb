#!/usr/bin/env python3
"""Set argmap up in .venv, and use it there.

    python3 dev.py demo          check and draw the shipped maps
    python3 dev.py test [...]    run the tests; what follows goes to pytest, but for --resolution highest or lowest:
                                 the newest or lowest versions that pyproject.toml allows, in .venv-highest or -lowest
    python3 dev.py lint          style, types and floors; the scripts of the page where npm is at hand
    python3 dev.py docs          build the documentation into build/docs; warnings are errors
    python3 dev.py wheel         build the package and try it in a clean environment
    python3 dev.py lock          renew requirements-dev.txt, the versions that all of this uses

Needs Python 3.11 and nothing else. The first run fetches the packages that requirements-dev.txt names, with uv where it
is installed and with venv and pip elsewhere; later runs use no network until that file, pyproject.toml or this one
changes.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"argmap needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

import argparse
import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements-dev.txt"
VENV = ROOT / ".venv"
BIN = "Scripts" if os.name == "nt" else "bin"


def main(arguments: list[str]) -> int:
    """Run one of the commands; give its exit status."""
    name, *rest = arguments or ["--help"]
    commands = {"demo": demo, "test": test, "lint": lint, "docs": docs, "wheel": wheel, "lock": lock}
    if name not in commands:
        print(__doc__)
        return 0 if name in ("-h", "--help", "help") else 2
    return commands[name](rest)


# The commands


def demo(_: list[str]) -> int:
    """Check and draw the shipped maps, and say where the pictures are; the page to open comes last."""
    set_up()
    (ROOT / "build").mkdir(exist_ok=True)
    status = run("argmap", "check", "--exit-zero", "arguments")
    print("\nThe same as pictures:", flush=True)
    for kind in ("svg", "png", "html"):
        status = run("argmap", "render", "arguments", "--output", "build", "--to", kind) or status
    print(f"\nOpen this page in a browser:\n{ROOT / 'build' / 'harbourton-30kmh.html'}", flush=True)
    return status


def test(arguments: list[str]) -> int:
    """Run the tests, with the locked versions or with the newest or lowest that are allowed."""
    parser = argparse.ArgumentParser(prog="python3 dev.py test", add_help=False, allow_abbrev=False)
    parser.add_argument("--resolution", choices=("locked", "highest", "lowest"), default="locked")
    options, others = parser.parse_known_args(arguments)
    if options.resolution != "locked":
        return test_with(options.resolution, others)
    set_up()
    return run_tests(VENV, *others)


def test_with(resolution: str, arguments: list[str]) -> int:
    """Run the tests in a new environment of the newest or the lowest versions, and say how those differ."""
    venv = ROOT / f".venv-{resolution}"
    which = f"the {'newest' if resolution == 'highest' else 'lowest'} versions that pyproject.toml allows"
    print(f"Setting up {venv.name} with {which} ...", flush=True)
    shutil.rmtree(venv, ignore_errors=True)
    packages = requirements("test", "build")
    if resolution == "lowest":
        packages = [floor(package) for package in packages]
    furnish(venv, packages, EDITABLE, advice=f"With {which} argmap cannot be installed.")
    status = run_tests(venv, TOLERANT, *arguments)
    print(f"\nWith {which} the tests {'fail' if status else 'pass'} on Python {sys.version.split()[0]}.")
    print(f"Not as in {LOCK.name}: {', '.join(differences(venv)) or 'nothing'}.", flush=True)
    return status


def run_tests(venv: Path, *arguments: str) -> int:
    """Run the tests, with the text of the example article where it is at hand."""
    texts = ROOT / "seeds" / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for text in ROOT.parent.glob("shared/article/*.txt"):
        copy = texts / text.name
        if not copy.is_file() or copy.read_bytes() != text.read_bytes():  # another run may be reading it
            shutil.copyfile(text, copy)
    return run("python", "-m", "pytest", *arguments, venv=venv)


def lint(_: list[str]) -> int:
    """Look at style, types and floors; all of them, whatever the first one says."""
    set_up()
    tools = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports", "--no-logo"))
    status = 0
    for tool in tools:
        print(f"-- {' '.join(tool)}", flush=True)
        status = run(*tool) or status
    return lint_scripts() or status


def lint_scripts() -> int:
    """Look at the scripts of the page with tsc and eslint, where npm is at hand to fetch and run them."""
    npm, folder = shutil.which("npm"), ROOT / ".ci" / "js"
    if not npm:
        print("-- the scripts of the page: not looked at, as npm is not on PATH", flush=True)
        return 0
    print("-- npm run lint", flush=True)
    if not (folder / "node_modules").is_dir() and (failure := attempt(npm, "ci", "--prefix", str(folder))):
        print(f"{failure}\nnpm could not fetch tsc and eslint (see above).", file=sys.stderr)
        return 1
    return subprocess.run([npm, "run", "--silent", "--prefix", str(folder), "lint"], cwd=ROOT, check=False).returncode


def docs(_: list[str]) -> int:
    """Build the documentation, and say which page to open."""
    set_up()
    pages = ROOT / "build" / "docs"
    options = ("--quiet", "--fail-on-warning", "--keep-going", "--fresh-env", "--write-all")
    status = run("python", "-m", "sphinx", *options, str(ROOT / "docs"), str(pages))
    if not status:
        print(f"The documentation is built: {pages / 'index.html'}")
    return status


def wheel(_: list[str]) -> int:
    """Build sdist and wheel; install the wheel alone, away from here, and use it there."""
    set_up()
    dist = ROOT / "build" / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    if status := run("python", "-m", "build", "--no-isolation", "--outdir", str(dist), str(ROOT)):
        return status
    with tempfile.TemporaryDirectory(prefix="argmap-wheel-") as folder:
        away = Path(folder)
        environment = away / "venv"
        furnish(environment, [str(next(dist.glob("*.whl")))], advice="argmap cannot be installed.")
        for name in ("arguments", "seeds"):
            shutil.copytree(ROOT / name, away / name)
        map_file = "arguments/harbourton-30kmh.yaml"
        program = f"import argmap; m = argmap.load({map_file!r}); print(len(m), 'statements,', len(m.claims), 'claims')"
        uses = (
            ("argmap", "--version"),
            ("argmap", "check", "--exit-zero", "--output-format", "concise", map_file),
            ("argmap", "render", "--output", "map.dot", map_file),
            ("argmap", "render", "--output", "map.html", map_file),
            ("python", "-c", program),
        )
        return next(filter(None, (run(*use, venv=environment, cwd=away) for use in uses)), 0)


def lock(_: list[str]) -> int:
    """Choose the versions of requirements-dev.txt anew, for every system and Python, with the hashes of their files."""
    with tempfile.TemporaryDirectory(prefix="argmap-lock-") as folder:
        uv = shutil.which("uv")
        if not uv:
            furnish(Path(folder) / "venv", ["uv"], advice="uv, which chooses the versions, cannot be installed.")
            uv = str(Path(folder) / "venv" / BIN / "uv")
        wanted = Path(folder) / "requirements.in"
        wanted.write_text("\n".join(requirements("dev")), encoding="utf-8")
        oldest = settings()["project"]["requires-python"].removeprefix(">=")
        options = ("--universal", "--python-version", oldest, "--generate-hashes", "--no-annotate", "--upgrade")
        os.environ["UV_CUSTOM_COMPILE_COMMAND"] = "python3 dev.py lock"  # what the file says of its origin
        if failure := attempt(uv, "pip", "compile", *options, "--output-file", str(LOCK), str(wanted)):
            give_up(f"{failure}\nuv found no versions that go together (see above); {LOCK.name} is as it was.")
    print(f"{LOCK.name} is renewed; `python3 dev.py test` tries it.")
    return 0


# The environments

EDITABLE = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
"""How argmap itself is installed, when all that it needs is there."""

TOLERANT = "-Wdefault"
"""What other versions of other packages warn of is shown, and is no failure as it is with the locked ones."""


def set_up() -> None:
    """Have .venv hold argmap, editable, and the locked versions of all else; at once where nothing has changed."""
    stamp = VENV / "argmap.stamp"
    current = digest()
    if stamp.is_file() and stamp.read_text() == current:
        return
    print("Setting up .venv; this is done once and takes a minute ...", flush=True)
    advice = (
        f"The versions in {LOCK.name} cannot be installed. If one was withdrawn or does not suit this Python, renew "
        "them with `python3 dev.py lock`; if the network failed, try again."
    )
    furnish(VENV, ["--require-hashes", "--requirement", str(LOCK)], EDITABLE, advice=advice)
    stamp.write_text(current)


def digest() -> str:
    """Return what .venv depends on, as one hash: the versions, the settings, this file, the Python and the place."""
    files = (LOCK, ROOT / "pyproject.toml", ROOT / "dev.py")
    facts = [*(file.read_bytes() for file in files), sys.version.encode(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def settings() -> dict[str, Any]:
    """Return what pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def requirements(*groups: str) -> list[str]:
    """Return what argmap and some dependency groups of pyproject.toml need; pip before 25.1 cannot read groups."""
    told = settings()
    needed = list(told["project"]["dependencies"])
    for group in groups:
        needed += members(told["dependency-groups"], group)
    return needed


def members(groups: dict[str, Any], name: str) -> Iterator[str]:
    """Go through the requirements of a dependency group and of those that it includes (PEP 735)."""
    for entry in groups[name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from members(groups, entry["include-group"])


def floor(requirement: str) -> str:
    """Return a requirement of the lowest version that a requirement allows."""
    return requirement.replace(">=", "==")


def differences(venv: Path) -> Iterator[str]:
    """Go through what an environment holds in other versions than the locked ones."""
    locked: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE):
        locked.setdefault(name, []).append(version)
    for package in importlib.metadata.distributions(path=[str(next(venv.glob("**/site-packages")))]):
        name = re.sub(r"[-_.]+", "-", package.name).lower()
        if name in locked and package.version not in locked[name]:
            yield f"{name} {package.version} (locked: {' or '.join(locked[name])})"


def furnish(venv: Path, *installations: list[str], advice: str) -> None:
    """Make an environment, unless a whole one is there, and install in it, one thing after the other."""
    if shutil.which("uv") and furnish_with_uv(venv, *installations):
        return
    python = str(venv / BIN / "python")
    if not is_whole(venv, "import importlib.metadata; importlib.metadata.version('pip')"):
        need_ensurepip()
        shutil.rmtree(venv, ignore_errors=True)
        if failure := attempt(sys.executable, "-m", "venv", str(venv)):
            give_up(f"{failure}\nPython could not make {venv} (see above).")
    for packages in installations:
        if failure := attempt(python, "-m", "pip", "install", "--quiet", *packages):
            give_up(f"{failure}\n{advice} What pip says stands above.")


def furnish_with_uv(venv: Path, *installations: list[str]) -> bool:
    """Do the same with uv; tell whether it worked."""
    python = str(venv / BIN / "python")
    if not is_whole(venv, ""):
        shutil.rmtree(venv, ignore_errors=True)
        if attempt("uv", "venv", "--python", sys.executable, str(venv)):
            return False
    return not any(attempt("uv", "pip", "install", "--python", python, *packages) for packages in installations)


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
