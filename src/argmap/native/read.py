"""Text to map or source record, in YAML or JSON, with the findings of reading it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from argmap import collector
from argmap.flaws import Flaws
from argmap.model.document import ArgumentMap
from argmap.model.origin import Ignore, Origin
from argmap.model.sources import Source
from argmap.native.build import build
from argmap.native.source import read_source
from argmap.native.tree import Mapping, Node, Scalar, Sequence
from argmap.native.yaml import tree as yaml_tree
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import LineIndex, Span

_IGNORE = re.compile(r"#[ \t]*argmap:[ \t]*ignore(?:\[([^\[\]\n]*)\])?")

_Parse = Callable[[Flaws], Node | None]


def read_yaml(text: str, file: str) -> ArgumentMap:
    """Read a map from YAML."""
    return _read_map(text, file, "yaml", yaml_tree.parse)


def read_json(text: str, file: str) -> ArgumentMap:
    """Read a map from JSON."""
    from argmap.native.json import tree as json_tree

    return _read_map(text, file, "json", json_tree.parse)


def read_record(text: str, file: str, name: str) -> Source:
    """Read a source record from YAML.

    Args:
        text: The file's text.
        file: Its path, for findings.
        name: The id it has unless it names another: the file's name without its ending.
    """
    flaws = Flaws(text)
    tree = yaml_tree.parse(flaws)
    if tree is None and not flaws.found:
        flaws.add(SYNTAX, "the file is empty: a source record has fields such as 'title:' and 'url:'", Span(0, 0))
    source = read_source(name, None, tree if tree is not None else Mapping([], 0, 0), flaws)
    lines = LineIndex(text)
    ignores = _ignores(text, tree)
    return evolve(source, record=Origin(file, "yaml", lines, ignores, flaws.findings(file, lines)))


def _read_map(text: str, file: str, name: str, parse: _Parse) -> ArgumentMap:
    flaws = Flaws(text)
    with collector.paused():
        tree = parse(flaws)
        if tree is None and not flaws.found:
            flaws.add(
                SYNTAX,
                "the file is empty: a map has 'nodes:', and under it one id with a kind and a text each",
                Span(0, 0),
            )
        found = build(tree, flaws)
    lines = LineIndex(text)
    ignores = _ignores(text, tree) if name == "yaml" else ()
    return ArgumentMap(**found, origin=Origin(file, name, lines, ignores, flaws.findings(file, lines)))


def _ignores(text: str, tree: Node | None) -> tuple[Ignore, ...]:
    """Find the comments that silence findings; what stands inside a text is not a comment."""
    found = [Ignore.of(match[1], Span(*match.span())) for match in _IGNORE.finditer(text)]
    if not found:
        return ()
    texts = [scalar for scalar in _scalars(tree) if "argmap:" in (scalar.value or "")]
    return tuple(i for i in found if not any(s.start <= i.span.start < s.end for s in texts))


def _scalars(tree: Node | None) -> Iterator[Scalar]:
    stack = [tree] if tree is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            stack += node.items
        else:
            for key, value in node.pairs:
                stack += (key, value)
