"""Cutting a part of a map that is too large for a page into pieces that hang together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from argmap.model.document import ArgumentMap
from argmap.model.reading import reading_order
from argmap.model.statements import Kind
from argmap.renderers._parts import Links


def pieces(
    m: ArgumentMap, links: Links, inside: Collection[str], wanted: int, most: int, *, keeps_reasons: bool = False
) -> list[list[str]]:
    """Cut statements into pieces, each a branch with what is near to it, in reading order.

    Args:
        m: The map.
        links: What leads to what in it.
        inside: The ids of the statements.
        wanted: The most statements of a piece, unless it is a statement with its direct reasons; at least 1.
        most: The most statements of any piece; at least as many.
        keeps_reasons: Whether a recommendation is rather cut from the reasons for its direct reasons than from these.

    Example:
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=tuple(Statement(name, Kind.CLAIM, f"{name}.") for name in "abcde"),
        ...     relations=tuple(Relation.make("support", [one], other) for one, other in ("ba", "ca", "dc", "ec")),
        ... )
        >>> pieces(m, Links.of(m), "abcde", 3, 4)
        [['a', 'b'], ['c', 'd', 'e']]
    """
    order, parents = _read(m, links, inside)
    children: dict[str, list[str]] = {name: [] for name in order}
    for name in order:
        if (parent := parents[name]) is not None:
            children[parent].append(name)
    sizes: dict[str, int] = {}
    heads = {name for name in order if parents[name] is None}
    for name in reversed(order):
        kept = sorted(children[name], key=sizes.__getitem__)
        sizes[name] = 1 + sum(sizes[child] for child in kept)
        if keeps_reasons and m[name].kind is Kind.RECOMMENDATION and len(kept) < most:
            for reason in reversed(kept) if sizes[name] > wanted else ():
                heads.update(children[reason])
                sizes[name] -= sizes[reason] - 1
            continue
        while kept and sizes[name] > (wanted if sizes[kept[-1]] > 1 else most):
            cut = kept.pop()
            sizes[name] -= sizes[cut]
            heads.add(cut)
    piece_of: dict[str, str] = {}
    for name in order:
        parent = parents[name]
        piece_of[name] = name if name in heads or parent is None else piece_of[parent]
    found: dict[str, list[str]] = {}
    for name in order:
        found.setdefault(piece_of[name], []).append(name)
    return _joined(list(found.values()), wanted)


def _read(m: ArgumentMap, links: Links, inside: Collection[str]) -> tuple[list[str], Mapping[str, str | None]]:
    """Return statements as a reader meets them, and the one under which each stands."""
    known = set(inside)
    names = [s.id for s in m.statements if s.id in known]
    below = {name: [other for other in links.down(name) if other in known] for name in names}
    parents = reading_order(names, below)
    return list(parents), parents


def _joined(found: Sequence[list[str]], most: int) -> list[list[str]]:
    """Put small pieces that follow each other together."""
    made: list[list[str]] = []
    for piece in found:
        if made and len(made[-1]) + len(piece) <= most:
            made[-1] += piece
        else:
            made.append(list(piece))
    return made
