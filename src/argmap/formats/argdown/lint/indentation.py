"""Relations indented by tabs and by blanks in one tree, where what is seen is not what is read."""

from __future__ import annotations

from argmap.flaws import Flaws
from argmap.formats.argdown.lint.trees import owners, relations
from argmap.formats.argdown.syntax.tree import Tree
from argmap.rules.mixed_indentation import RULE as MIXED_INDENTATION
from argmap.text import Span
from argmap.wording import counted


def check_indentation(tree: Tree, flaws: Flaws) -> None:
    """Note, once for each tree of relations, where tabs meet blanks."""
    if "\t" not in tree.text:
        return
    for owner in owners(tree):
        before = ""
        for node in relations(owner):
            line = max(tree.text.rfind("\n", 0, node.start), tree.text.rfind("\r", 0, node.start)) + 1
            indent = tree.text[line : node.start]
            if not (indent.startswith(before) or before.startswith(indent)):
                flaws.add(MIXED_INDENTATION, _message(indent, before), Span(line, node.start))
                break
            before = indent


def _message(indent: str, before: str) -> str:
    if len(indent) > len(before):
        result = "stands below that one"
    else:
        result = "is on one level with that one" if len(indent) == len(before) else "does not stand below that one"
    return (
        f"this is indented by {_described(indent)} and the relation before it by {_described(before)}: "
        f"a tab counts as one blank, so this {result}; indent both with blanks, or both with tabs"
    )


def _described(indent: str) -> str:
    tabs, others = indent.count("\t"), len(indent) - indent.count("\t")
    parts = [counted(tabs, "tab")] * bool(tabs) + [counted(others, "blank")] * bool(others)
    return " and ".join(parts)
