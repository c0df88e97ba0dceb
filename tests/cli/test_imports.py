"""What starting argmap loads: only what it needs, so that it starts at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

# What the group of commands may load besides click and the standard library that click brings.
GROUP = {
    "argmap",
    "argmap.cli",
    "argmap.cli.commands",
    "argmap.cli.group",
    "argmap.cli.lazy",
    "argmap.cli.output",
    "argmap.errors",
    "argmap.model",
    "argmap.model.notebook",
    "argmap.registry",
    "argmap.unseen",
    "argmap.version",
}
HEAVY = {"attr", "attrs", "yaml", "graphviz", "networkx", "json", "tomllib"}


def loaded(program: str) -> set[str]:
    """Return the modules that a fresh Python holds after a program."""
    listing = "import sys; sys.stderr.write('\\n' + ' '.join(sys.modules))"
    wrapped = f"try:\n    {program}\nexcept SystemExit:\n    pass\n{listing}"
    done = subprocess.run([sys.executable, "-c", wrapped], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def run(*arguments: str) -> str:
    """Return a program that runs a command line."""
    return f"import sys; sys.argv = {['argmap', *arguments]!r}; import argmap.cli; argmap.cli.main()"


def ours(modules: set[str]) -> set[str]:
    """Return argmap's own modules."""
    return {module for module in modules if module.split(".")[0] == "argmap"}


def test_the_version_loads_nothing() -> None:
    """`argmap --version` loads neither click nor any of our modules but a few small ones."""
    modules = loaded(run("--version"))
    assert ours(modules) == {"argmap", "argmap.cli", "argmap.model", "argmap.model.notebook", "argmap.version"}
    assert not modules & {*HEAVY, "click"}


def test_the_group_loads_click_alone() -> None:
    """The group of commands loads click and a listed few of our modules."""
    modules = loaded("import argmap.cli.group")
    assert ours(modules) == GROUP
    assert not modules & HEAVY


def test_help_loads_no_command() -> None:
    """`argmap --help` lists the commands from their files."""
    modules = loaded(run("--help"))
    assert ours(modules) == GROUP
    assert not modules & HEAVY


@pytest.mark.parametrize("name", ["check", "init"])
def test_a_command_loads_no_other(name) -> None:
    """A command's help loads that command and none of the others."""
    modules = loaded(run(name, "--help"))
    inside = {module.split(".")[3] for module in ours(modules) if module.startswith("argmap.cli.commands.")}
    assert inside == {name}
    assert not modules & {"argmap.native.format", "argmap.native.write", "json"}
    assert not modules & {"graphviz", "networkx", "numpy", "pandas"}


def test_checking_yaml_loads_no_pictures_and_no_other_format(tmp_path) -> None:
    """`argmap check` of a YAML map loads the YAML reader, and neither renderers nor other readers nor the network."""
    (tmp_path / "a.yaml").write_text("nodes: {a: {claim: A.}}", encoding="utf-8")
    modules = loaded(run("check", str(tmp_path / "a.yaml")))
    assert "argmap.formats.yaml" in modules
    others = ("argmap.formats.argdown.", "argmap.native.json", "markdown_it")
    unneeded = (*others, "argmap.renderers", "argmap.sources.fetch")
    assert not {module for module in ours(modules) if module.startswith(unneeded)}
    rooms = {"argmap.formats._rows", "argmap.formats.graphs._drawn"}  # they only say what is kept
    assert not {module for module in ours(modules) - rooms if module.startswith("argmap.formats.") and "._" in module}
    assert not modules & {"argmap.native.format", "argmap.native.write", "json"}
    assert not modules & {"graphviz", "networkx", "subprocess", "socket", "ssl", "http.client", "tomllib"}
