"""Setting one key of a YAML mapping, and changing nothing else of its text."""

from __future__ import annotations

from argmap.flaws import Flaws
from argmap.native.scalars import inline
from argmap.native.tree import Mapping
from argmap.native.yaml.tree import parse
from argmap.text import Edit, Span, apply_edits


def with_value(text: str, key: str, value: str) -> str:
    r"""Return the text of a mapping with a key set: where it stands, or at the end.

    Args:
        text: The mapping, such as a source record.
        key: The key.
        value: Its new value.

    Example:
        >>> with_value("text: a.txt  # short\n", "text", "b.txt")
        'text: b.txt  # short\n'
        >>> with_value("title: A", "text", "a.txt"), with_value("{title: A}", "text", "a.txt")
        ('title: A\ntext: a.txt\n', '{title: A, text: a.txt}')
    """
    tree = parse(Flaws(text))
    pairs, flow = (tree.pairs, tree.flow) if isinstance(tree, Mapping) else ([], False)
    entry = f"{key}: {inline(value, flow=flow)}"
    for name, old in pairs:
        if name.value == key:
            return apply_edits(text, [Edit(Span(name.start, old.end), entry)])
    if tree and flow:
        comma = ", " if pairs else ""
        return apply_edits(text, [Edit(Span(tree.end - 1, tree.end - 1), comma + entry)])
    return f"{text.rstrip()}\n{entry}\n".lstrip("\n")
