"""The canonical layout of a file as its author wrote it: comments, blank lines and outlines stay."""

from __future__ import annotations

from argmap.formats._native import json_layout, json_tree, yaml_layout, yaml_tree
from argmap.formats._native.canonical import in_order
from argmap.formats._native.slips import Slips
from argmap.formats._native.tree import Mapping
from argmap.formats._native.trivia import collect


def format_yaml(text: str, what: str = "document") -> str | None:
    """Put a YAML file into canonical layout.

    Args:
        text: The file's text.
        what: ``document`` for a map, ``record`` for a source record.

    Returns:
        The new text, or None where the file cannot be read, or holds a key twice and so would lose a value.
    """
    slips = Slips()
    tree, _ = yaml_tree.parse(text, slips)
    if not isinstance(tree, Mapping) or any(slip.rule.code == "AM001" for slip in slips.found):
        return None
    return yaml_layout.lay_out(in_order(tree, what), collect(text, tree))  # type: ignore[arg-type]


def format_json(text: str, what: str = "document") -> str | None:
    """Put a JSON file into canonical layout, or give None where it cannot be read."""
    tree = json_tree.parse(text, Slips())
    return json_layout.lay_out(in_order(tree, what)) if isinstance(tree, Mapping) else None  # type: ignore[arg-type]
