"""The main part of a page: what it marks as that, if next to nothing stands outside."""

from __future__ import annotations

from itertools import accumulate

from argmap.sources.extract.html.fates import Words
from argmap.sources.extract.html.tree import Tree

_FEW = 25


def main_part(tree: Tree, fates: dict[int, str], words: Words) -> tuple[int, int]:
    """Return the indices between which the main part of a page stands; those of the whole page in doubt.

    A page's one ``main``, or else its one ``article``, is that part if the words outside, those of links and of what is
    left out aside, are few: a quarter of those inside, or 25 where there are as many inside.
    """
    everything = (0, len(tree.tags))
    counts = _kept(tree, fates, words)
    for name in ("main", "article"):
        found = _outermost(tree, fates, name)
        if len(found) != 1:
            continue
        start, end = found[0], tree.ends[found[0]]
        inside = counts[end] - counts[start]
        outside = counts[-1] - inside
        if inside and outside <= max(inside // 4, min(_FEW, inside)):
            return start, end
    return everything


def _outermost(tree: Tree, fates: dict[int, str], name: str) -> list[int]:
    found, at = [], 0
    while at < len(tree.tags):
        is_it = tree.tags[at] == name or (name == "main" and tree.attributes[at].get("role") == "main")
        if is_it and at not in fates:
            found.append(at)
        at = tree.ends[at] if is_it or at in fates else at + 1
    return found


def _kept(tree: Tree, fates: dict[int, str], words: Words) -> list[int]:
    """Return how many words of the text stand before each index, those of links not counted."""
    counts, end = [], 0
    for at in range(len(tree.tags)):
        if at in fates:
            end = max(end, tree.ends[at])
        mine = words.all[at + 1] - words.all[at] - (words.linked[at + 1] - words.linked[at])
        counts.append(mine if at >= end else 0)
    return list(accumulate(counts, initial=0))
