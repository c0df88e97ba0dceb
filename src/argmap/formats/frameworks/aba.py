"""Flat ABA theories in the notation of ICCMA 2023: ``p aba 8``, then assumptions, contraries and rules over numbers.

An assumption of the theory is one of the map, and so is what a rule concludes from nothing; a rule is a support, and
the contrary of an assumption attacks it. All semantics agree: see `argmap.frameworks.structured.aba`. A map is written
as its translation (`argmap.evaluation.exports.aba`), with the grounds that count; comments say which atom is which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats import Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    r"""Tell it by its header.

    Example:
        >>> sniff(b"# by hand\np aba 3\na 1\n"), sniff(b"p af 3\n1 2\n")
        (<Sign.SURE: 3>, <Sign.NONE: 0>)
    """
    from argmap.frameworks.structured.iccma import is_meant

    return Sign.SURE if is_meant(data.decode("utf-8", "replace").removeprefix("\ufeff")) else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a theory as a map; raises `ConvertError` where no line is one of a theory.

    Example:
        >>> m = read("p aba 3\n# 3 wet\na 1\na 2\nc 1 3\nr 3 2\n", "")
        >>> [relation.id for relation in m.relations]
        ['2 -> wet', 'wet -| 1']
    """
    from argmap.formats.frameworks._theories import map_of
    from argmap.frameworks.structured.iccma import read_aba

    return map_of(text, file, "aba", read_aba)


def write(m: ArgumentMap) -> Writing:
    """Write the translation of a map."""
    from argmap.evaluation.exports.aba import to_aba
    from argmap.flaws import unwritten
    from argmap.formats import Writing
    from argmap.formats.frameworks import unseen
    from argmap.frameworks.structured.iccma import write_aba

    told = (
        "statements are numbers, and grounds that count are rules or assumptions; comments say which atom is which",
    )
    return Writing(write_aba(to_aba(m)), unwritten((*told, *unseen(m)) if m.statements else ()))


FORMAT = Format(
    title="ICCMA's ABA notation",
    suffixes=(".aba",),
    known_by='a header such as "p aba 8"',
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset(
        {
            *("supports", "attacks", "contradictions", "undercuts", "undercut undercuts", "citation undercuts"),
            *("linkage", "forces", "judgements", "standards", "weights", "citation weights"),
        }
    ),
)
