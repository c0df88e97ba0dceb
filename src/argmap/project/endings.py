"""The formats by their names, and by the endings of files."""

from __future__ import annotations

from pathlib import Path

from argmap import formats, registry
from argmap.formats import Format
from argmap.model.origin import split_name


def named(name: str) -> Format:
    """Return the format with a name; raises `UnknownNameError`."""
    declared: Format = registry.load(formats, name).FORMAT
    return declared


def format_of(file: str | Path) -> str | None:
    """Return the name of the format that a file's ending stands for, if there is one.

    Example:
        >>> format_of("map.yml"), format_of("page.md#2"), format_of("map.docx")
        ('yaml', 'markdown', None)
    """
    suffix = Path(split_name(str(file))[0]).suffix.lower()
    likely = sorted(registry.names(formats), key=lambda name: name != suffix[1:])
    return next((name for name in likely if suffix in named(name).suffixes), None) if suffix else None
