"""Marks in place of texts: an annex says of a source's text only which it was, for it is no place for long copies."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from argmap.evidence.lockfile import fingerprint
from argmap.formats.graphs._texts.anchoring import Text

_MARK = re.compile(r"sha256:[0-9a-f]{64}")


def mark(text: str) -> str:
    """Return what an annex has in place of a text.

    Example:
        >>> mark("The wells ran dry.")[:17]
        'sha256:3675056204'
    """
    return f"sha256:{fingerprint(text)}"


def is_mark(text: str) -> bool:
    """Tell whether a text only stands for another one."""
    return _MARK.fullmatch(text) is not None


def marked(texts: Mapping[str, Text]) -> dict[str, Text]:
    """Return texts with marks in place of their words."""
    return {name: evolve(text, content=mark(text.content)) for name, text in texts.items()}


def restored(texts: Mapping[str, str], marked: Mapping[str, Text]) -> dict[str, Text]:
    """Return marked texts with their words; those that are not at hand stay marked.

    Args:
        texts: Those that are at hand, by the ids of their sources.
        marked: By their ids in the file.
    """
    if not any(is_mark(text.content) for text in marked.values()):
        return dict(marked)
    known = {mark(text): text for text in texts.values()}
    return {name: evolve(text, content=known.get(text.content, text.content)) for name, text in marked.items()}
