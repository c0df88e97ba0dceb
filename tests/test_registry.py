"""What a folder holds."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from argmap import formats, registry
from argmap.checks import support
from argmap.errors import UnknownNameError


@pytest.fixture
def package(tmp_path):
    """Return a package with two modules, a package inside, and what is none of these."""
    for file in ("one.py", "two.py", "_base.py", "__init__.py", "notes.txt", "inner/__init__.py", "data/table.csv"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    made = ModuleType("rooms.shelves")
    made.__path__ = [str(tmp_path)]
    return made


def test_names_are_the_public_modules_and_packages(package):
    """Modules and packages are named in order; what begins with an underscore, and what is no module, is left out."""
    assert registry.names(package) == ("inner", "one", "two")


def test_names_imports_nothing():
    """Listing a folder leaves its modules unloaded."""
    name = "argmap.checks.support.orphan"
    before = sys.modules.pop(name, None)
    assert "orphan" in registry.names(support)
    assert name not in sys.modules
    if before:
        sys.modules[name] = before


def test_load_imports_the_module():
    """A name that is listed can be loaded."""
    assert registry.load(formats, "yaml").FORMAT.suffixes == (".yaml", ".yml")


@pytest.mark.parametrize("name", ["jsno", "_base", "", "../yaml", "yaml.read"])
def test_unknown_names_are_refused(name):
    """What is not listed is not loaded, whatever the import system might make of it."""
    with pytest.raises(UnknownNameError, match="unknown format"):
        registry.load(formats, name)


def test_nearest_name_is_suggested():
    """A slip of the pen is answered with the name that was meant."""
    with pytest.raises(UnknownNameError, match="did you mean 'json'"):
        registry.load(formats, "jsno")
