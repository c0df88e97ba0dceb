"""The canonical layout of a file as its author wrote it: comments, blank lines and outlines stay."""

from __future__ import annotations

from collections.abc import Callable

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.native.build import build
from argmap.native.canonical import in_order
from argmap.native.foreign import foreign
from argmap.native.json import layout as json_layout
from argmap.native.json import tree as json_tree
from argmap.native.source import read_source
from argmap.native.tree import Mapping, Node
from argmap.native.yaml import layout as yaml_layout
from argmap.native.yaml import tree as yaml_tree
from argmap.native.yaml.trivia import collect
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import line_ends


def format_yaml(text: str, what: str = "document") -> str | None:
    """Put a YAML file into canonical layout.

    Args:
        text: The file's text.
        what: ``document`` for a map, ``record`` for a source record.

    Returns:
        The new text, or None where the file has a syntax error: what its author meant is not for a program to decide.

    Raises:
        ConvertError: The file is that of another program.

    Example:
        >>> print(format_yaml("nodes: {a: {title: 'A', claim: 'It rained.'}}  # so far"), end="")
        nodes: {a: {claim: It rained., title: A}}  # so far
        >>> format_yaml("nodes: [") is None
        True
    """
    tree = _sound_tree(text, yaml_tree.parse, what)
    if tree is None or not tree.pairs:
        return text if tree else None
    return _with_line_ends_of(text, yaml_layout.lay_out(in_order(tree, what), collect(text, tree)))


def format_json(text: str, what: str = "document") -> str | None:
    """Put a JSON file into canonical layout, as `format_yaml` does one of YAML."""
    tree = _sound_tree(text, json_tree.parse, what)
    return _with_line_ends_of(text, json_layout.lay_out(in_order(tree, what))) if tree else None


def _sound_tree(text: str, parse: Callable[[Flaws], Node | None], what: str) -> Mapping | None:
    """Read a text to its tree, or return None where reading it finds a syntax error, be it in the tree or later."""
    flaws = Flaws(text)
    tree = parse(flaws)
    if tree is None or any(flaw.rule is SYNTAX for flaw in flaws.found):
        return None
    reason = foreign(tree, what)
    if reason or not isinstance(tree, Mapping):
        raise ConvertError(reason)
    if what == "record":
        read_source("", None, tree, flaws)
    else:
        build(tree, flaws)
    return None if any(flaw.rule is SYNTAX for flaw in flaws.found) else tree


def _with_line_ends_of(text: str, laid: str) -> str:
    """End the lines of a new text as most lines of the old one end."""
    most = line_ends(text).most_common(1)
    return laid.replace("\n", most[0][0]) if most else laid
