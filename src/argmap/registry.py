"""What a folder holds: its modules by name, listed without importing them, and imported on demand."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType

from argmap.errors import UnknownNameError


@cache
def names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the modules in a package, sorted, without those that begin with an underscore; listed once.

    Args:
        package: An imported package, such as `argmap.formats`.

    Example:
        >>> from argmap import formats
        >>> "yaml" in names(formats), "_base" in names(formats)
        (True, False)
    """
    found = {_module(entry) for folder in package.__path__ for entry in os.scandir(folder)}
    return tuple(sorted(name for name in found if name and not name.startswith("_")))


def load(package: ModuleType, name: str, what: str = "") -> ModuleType:
    """Import a module of a package.

    Args:
        package: An imported package, such as `argmap.formats`.
        name: One of its `names`.
        what: What users call such a module; like the package where that is left out.

    Raises:
        UnknownNameError: There is no such module.

    Example:
        >>> from argmap import formats
        >>> load(formats, "yaml").FORMAT.suffixes
        ('.yaml', '.yml')
        >>> load(formats, "ymal")
        Traceback (most recent call last):
        argmap.errors.UnknownNameError: unknown format 'ymal': did you mean 'yaml'?
    """
    known = names(package)
    if name not in known:
        folder = package.__name__.rpartition(".")[2]
        called = what or (folder if folder.endswith("ics") else folder.removesuffix("s"))
        raise UnknownNameError(called, name, known)
    return import_module(f"{package.__name__}.{name}")


def first_line(package: ModuleType, name: str) -> str:
    """Return the first line of a module's docstring without importing the module.

    Args:
        package: An imported package.
        name: One of its `names`.

    Example:
        >>> from argmap import formats
        >>> first_line(formats, "yaml").startswith("YAML")
        True
    """
    import ast
    from pkgutil import get_data

    try:
        source = get_data(package.__name__, f"{name}.py") or b""
    except FileNotFoundError:
        source = get_data(package.__name__, f"{name}/__init__.py") or b""
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]


def _module(entry: os.DirEntry[str]) -> str | None:
    """Return the name of the module that a file or folder is, if it is one."""
    if entry.name.endswith(".py"):
        return entry.name.removesuffix(".py")
    is_package = "." not in entry.name and os.path.isfile(os.path.join(entry.path, "__init__.py"))  # noqa: PTH113, PTH118  (quick)
    return entry.name if is_package else None
