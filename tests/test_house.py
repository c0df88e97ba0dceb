"""The house: what design and style ask of every module, seen without running it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "argmap"
MODULES = {str(file.relative_to(PACKAGE)): file for file in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in MODULES.items()}
FRONT = ("cli/", "lsp/")  # rooms that talk to people and may end the program

NETWORK = {"asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3", "urllib.request"}
VAGUE = {"common", "helper", "helpers", "manager", "managers", "misc", "tools", "util", "utils"}
SLOW = {"asyncio", "attr", "attrs", "email", "graphviz", "importlib.metadata", "json", "subprocess", "tomllib", "yaml"}


def imports(tree: ast.AST) -> Iterator[str]:
    """Return the modules that a tree imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(tree: ast.AST, known: set[str]) -> Iterator[str]:
    """Return the modules of the package that a tree imports: of ``from package import module`` the module alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from parts & known
            if parts - known and node.module in known:
                yield node.module


def functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Return each function with the number of its lines, docstring not counted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            yield node.name, node.end_lineno - first.lineno + 1


def loaded_by(statement: str) -> set[str]:
    """Return the modules that a fresh Python holds after a statement."""
    program = f"import sys\n{statement}\nprint(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", program], text=True).split())


def test_modules_stay_short():
    """No module has more than 400 lines, and nine in ten have fewer than 300."""
    lengths = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in MODULES.items()}
    assert not {name: length for name, length in lengths.items() if length > 400}
    assert sum(length < 300 for length in lengths.values()) >= 0.9 * len(lengths)


def test_functions_stay_short():
    """No function has more than 50 lines below its docstring, and 19 in 20 have fewer than 40."""
    lengths = {f"{name} {function}": length for name, tree in TREES.items() for function, length in functions(tree)}
    assert not {name: length for name, length in lengths.items() if length > 50}
    assert sum(length < 40 for length in lengths.values()) >= 0.95 * len(lengths)


def test_modules_say_what_they_are():
    """Every module begins with a docstring whose first line is a sentence of its own."""
    docstrings = {name: (ast.get_docstring(tree) or "").splitlines() for name, tree in TREES.items()}
    assert not [name for name, lines in docstrings.items() if not lines or lines[1:2] not in ([], [""])]


def test_modules_have_telling_names():
    """No module or folder is a drawer for what has no place."""
    assert not [name for name in MODULES if VAGUE & set(re.split(r"[/._]", name))]


def test_library_neither_prints_nor_exits():
    """Library code gives back what it has to say: `print`, `input`, `exit` and `sys.exit` happen in the front rooms."""
    ends = {"print", "input", "exit", "quit", "breakpoint", "sys.exit", "os._exit", "SystemExit"}
    assert not [
        f"{name} line {node.lineno}: {ast.unparse(node)}"
        for name, tree in TREES.items()
        if not name.startswith(FRONT)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call | ast.Raise)
        and ast.unparse(node.func if isinstance(node, ast.Call) else node.exc or ast.Constant(None)) in ends
    ]


def test_one_module_prints():
    """Commands print through `cli/output.py`, which cleans what comes from others; the version alone goes directly."""
    ways = {"print", "click.echo", "click.secho", "click.echo_via_pager", "sys.stdout.write", "sys.stderr.write"}
    met = {
        f"{name}: {call}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        if (call := ast.unparse(node.func)) in ways or call.endswith((".stdout.buffer.write", ".stderr.buffer.write"))
        if name != "cli/output.py"
    }
    assert met == {"cli/__init__.py: sys.stdout.write"}


def test_one_module_uses_the_network():
    """Only what fetches a source, and what serves pages to this machine, imports what talks to the network."""
    met = {name for name, tree in TREES.items() for m in imports(tree) if NETWORK & {m, m.split(".")[0]}}
    assert {name for name in met if not name.startswith("web/")} <= {"sources/fetch.py"}


def test_network_is_out_of_reach_of_all_else():
    """Loading, checking, evaluating and drawing do not even load the module that fetches."""
    loaded = loaded_by("from argmap import check, evaluate, load, loads, render, save; check(loads('nodes: {}'))")
    assert "argmap.analysis" in loaded
    assert "argmap.sources.fetch" not in loaded


def test_packages_are_packages():
    """Every folder of modules has an `__init__.py`, so that it is shipped, typed and seen by import-linter."""
    assert not {str(file.parent) for file in MODULES.values() if not (file.parent / "__init__.py").is_file()}


FORMATS = [f"formats/{path.parent.name}" for path in PACKAGE.glob("formats/[!_]*/__init__.py")]
ROOMS = ["rules", "checks", "formats", *sorted(set(FORMATS) - {"formats/argdown"}), "renderers"]


@pytest.mark.parametrize("room", [*ROOMS, "cli/commands", "cli/printing"])
def test_neighbours_in_a_room_do_not_meet(room):
    """A rule, check, format, renderer or command imports only what begins with an underscore of its neighbours."""
    neighbours = {str(path) for path in (PACKAGE / room).iterdir() if path.name[0] not in "_."}
    met = {
        f"{name} imports {module}"
        for name, tree in TREES.items()
        if name.startswith(f"{room}/")
        for module in imports(tree)
        for other in neighbours
        if f"{PACKAGE.parent / module.replace('.', '/')}/".startswith(f"{other.removesuffix('.py')}/")
        and not str(MODULES[name]).startswith(other)
    }
    assert not met


def test_what_is_private_stays_in_its_package():
    """No module imports a name or a module that begins with an underscore from another package than its own."""
    reached = {
        f"{name} imports {module}"
        for name, tree in TREES.items()
        for module in imports(tree)
        if module.startswith("argmap.")
        for at, part in enumerate(module.split("."))
        if part.startswith("_") and not part.startswith("__")
        if not f"argmap/{name}".startswith("/".join(module.split(".")[:at]) + "/")
    }
    assert not reached


def test_no_circle_of_modules():
    """No module imports, by whatever way round, a module that imports it: not even for types, or inside a function."""
    names = {f"argmap.{name.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__"): name for name in TREES}
    TopologicalSorter({name: set(modules(TREES[file], set(names))) for name, file in names.items()}).prepare()


def test_nothing_above_formats_names_one():
    """No module outside the formats imports one of them: they are found by name, ending and content."""
    named = re.compile(r"argmap\.formats\.[a-z]\w*")
    names = {path.stem for path in (PACKAGE / "formats").iterdir() if path.name[0] not in "_."}
    reached = {
        f"{name} imports {module}"
        for name, tree in TREES.items()
        if not name.startswith("formats/")
        for module in imports(tree)
        if named.match(module) and module.split(".")[2] in names
    }
    assert not reached


def test_rooms_stay_small():
    """No folder holds more than 20 modules, but for rooms in which each module is one of a kind."""
    kinds = {"cli/commands", "rules"}
    counts = Counter(str(file.relative_to(PACKAGE).parent) for file in MODULES.values() if file.name != "__init__.py")
    assert not {room: count for room, count in counts.items() if count > 20 and room not in kinds}


def test_one_constant_declares_a_check():
    """A module of a room of checks assigns CHECK once, and its name, the rule's, names the flaw in snake case."""
    for name, tree in TREES.items():
        if not name.startswith("checks/") or Path(name).name.startswith("_"):
            continue
        declared = [
            node for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CHECK"
        ]
        assert len(declared) == 1, name
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*\.py", Path(name).name), name


def test_tests_mirror_the_package():
    """Each folder of tests stands for a room, holds cases by others (`conformance`), or drives pages (`browser`)."""
    rooms = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir()} | {"browser", "conformance"}
    folders = {folder.name for folder in (ROOT / "tests").iterdir() if folder.is_dir() and any(folder.glob("**/*.py"))}
    assert folders <= rooms


def test_starting_the_command_loads_click_and_little_else():
    """The group of commands loads click and argmap's own modules, none that is slow, and no other package."""
    loaded = loaded_by("import argmap.cli.group") - loaded_by("import click")
    assert {module.split(".")[0] for module in loaded} - sys.stdlib_module_names <= {"argmap"}
    assert not loaded & SLOW


def test_importing_the_library_loads_nothing():
    """`import argmap` loads no other package; a public name brings its module when it is first asked for."""
    loaded = loaded_by("import argmap") - loaded_by("pass")
    assert {module.split(".")[0] for module in loaded} - sys.stdlib_module_names == {"argmap"}
    assert not loaded & SLOW


def test_the_hook_runs_for_each_file_that_a_check_reads() -> None:
    """A commit that changes a map, a record, a text, the settings or the lock runs the check before it."""
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"^  files: (.*)$", hook, re.MULTILINE)
    for name in (
        "arguments/m.yaml",
        "seeds/s.yaml",
        "seeds/texts/s.txt",
        "argmap.toml",
        "argmap.lock",
        "x/argmap.lock",
    ):
        assert re.search(pattern, name)
    assert not re.search(pattern, "README.md")
