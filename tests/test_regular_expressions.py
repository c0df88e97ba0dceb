"""Every regular expression of the package: none takes more than linear time, whatever text it meets."""

from __future__ import annotations

import ast
import builtins
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from .backtracking import Pattern

PACKAGE = Path(__file__).parent.parent / "src" / "argmap"
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))}
NODES = {file: list(ast.walk(tree)) for file, tree in TREES.items()}
IMPORTS = {file: [node for node in nodes if isinstance(node, ast.ImportFrom)] for file, nodes in NODES.items()}
PARENTS = {id(child): node for nodes in NODES.values() for node in nodes for child in ast.iter_child_nodes(node)}
FROM_THE_START = {"match", "fullmatch"}
ONCE = {*FROM_THE_START, "search"}
METHODS = {*ONCE, "findall", "finditer", "split", "sub", "subn"}


class Use(NamedTuple):
    """A regular expression of a module, and the methods by which it is looked for."""

    place: str
    pattern: str | bytes
    flags: int
    methods: frozenset[str]


class Names(dict[str, Any]):
    """What a module knows, and a letter for what only a running function knows."""

    def __missing__(self, name: str) -> str:
        if hasattr(builtins, name):
            raise KeyError(name)
        return "a"


def uses(file: Path, tree: ast.Module) -> Iterator[Use]:
    """Return the regular expressions that a module writes down."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    names = vars(importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts)))
    assigned = {id(part): name for name, value in _assigned(tree) for part in ast.walk(value)}
    for node in NODES[file]:
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), "compile"), [pattern, *rest], words):
                methods = looked_for(assigned[id(node)], file) if id(node) in assigned else _methods(node)
            case ast.Call(ast.Attribute(ast.Name("re"), method), [pattern, *rest], words) if method in METHODS:
                methods = {method}
            case _:
                continue
        flags = [given for given in (*rest, *(word.value for word in words)) if "re." in ast.unparse(given)]
        place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
        yield Use(place, worth(pattern, names), worth(flags[0], names) if flags else 0, frozenset(methods))


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        match node:
            case ast.FunctionDef(name, body=[*_, ast.Return(ast.expr() as value)]):
                yield name, value
            case ast.Assign([ast.Name(name)], value) | ast.AnnAssign(ast.Name(name), _, ast.expr() as value):
                yield name, value


def worth(node: ast.expr, names: dict[str, Any]) -> Any:
    """Return what an expression is worth in its module."""
    return eval(  # noqa: S307  (our own modules)
        compile(ast.Expression(node), "", "eval"), names, Names(names)
    )


def looked_for(name: str, home: Path) -> set[str]:
    """Return by which methods what has a name is looked for, where it is known; by all, if it is passed on."""
    found: set[str] = set()
    for file, nodes in NODES.items():
        if file == home or (not name.startswith("_") and _knows(file, home.stem, name)):
            for node in nodes:
                match node:
                    case ast.Name(id=reference, ctx=ast.Load()) if reference == name:
                        found |= _methods(node)
                    case ast.Attribute(ast.Name(module), attribute) if (module, attribute) == (home.stem, name):
                        found |= _methods(node)
    return found or METHODS


def _knows(file: Path, home: str, name: str) -> bool:
    return any(
        {home, name if (node.module or "").endswith(home) else home} & {a.name for a in node.names}
        for node in IMPORTS[file]
    )


def _methods(node: ast.AST) -> set[str]:
    """Return the method that is asked of a name, of an item of what it names, or of what it returns."""
    up = PARENTS[id(node)]
    if isinstance(up, ast.Subscript | ast.Call) and node is (up.value if isinstance(up, ast.Subscript) else up.func):
        return _methods(up)
    return {up.attr} if isinstance(up, ast.Attribute) and up.attr in METHODS else METHODS


USES = [use for file, tree in TREES.items() for use in uses(file, tree)]


@pytest.fixture(autouse=True)
def deep():
    """Let the matcher that counts call itself as often as a pattern repeats."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    yield
    sys.setrecursionlimit(limit)


def attack(use: Use) -> str | None:
    """Return the text on which a pattern goes back too often, if there is one."""
    found = Pattern(use.pattern, use.flags, anchored=use.methods <= FROM_THE_START, once=use.methods <= ONCE).slow()
    return found and f"{use.place} {sorted(use.methods)}: {found.before!r} + {found.repeated!r} × n + {found.after!r}"


@pytest.mark.parametrize("use", USES, ids=[use.place for use in USES])
def test_no_regular_expression_goes_back_more_than_linearly(use):
    """However often a text repeats what a pattern can tell apart, twice the text takes no more than twice the steps."""
    assert attack(use) is None


@pytest.mark.parametrize(
    ("pattern", "methods"),
    [
        ("(a+)+$", "match"),
        ("(?:a|a)*b", "match"),
        ("(?:<!--.*?-->)*<p", "match"),
        ("a*a*b", "match"),
        (r"\s+$", "search"),
        (r"\[[^]]*\]", "finditer"),
        ("x(?=.*y)", "finditer"),
    ],
)
def test_what_goes_back_is_found(pattern, methods):
    """Nested, adjacent and overlapping repeats are found, and searches that begin again inside what they ran over."""
    assert attack(Use("here", pattern, 0, frozenset({methods})))


@pytest.mark.parametrize(
    ("pattern", "methods"),
    [
        ("(?:a++)++$", "match"),
        (r"\s+$", "match"),
        (r"(?<!\s)\s++$", "search"),
        ("a{1,9}b", "finditer"),
        (r'"(?:[^"\\]++|\\.)*+"', "match"),
    ],
)
def test_what_goes_forward_is_left_alone(pattern, methods):
    """Possessive, bounded and anchored patterns are not accused."""
    assert attack(Use("here", pattern, 0, frozenset({methods}))) is None


@pytest.mark.parametrize(
    "pattern", [r"(a|b)*?c", r"(?i)A+\b", r"(?P<q>['\"]).*?(?P=q)", r"(?<=a)b|(?!c)\w", r"(a)?(?(1)b|c)", "a*+b|a"]
)
def test_the_matcher_that_counts_matches_as_re_does(pattern):
    """What the counting is about is what `re` does: it finds the same matches."""
    text = "abcA 'x' \"y' b\" aab c ac ab cab"
    assert Pattern(pattern).matches(text) == [found.span() for found in re.finditer(pattern, text)]
