"""ASPIC+ theories in JSON, as TOAST takes them: premises, rules such as ``[r1] p,q=>r``, and contraries.

What is given is an assumption of the map, a rule a support under its own name, ``q^p`` an attack of q on p, ``s-t`` a
contradiction, as ``p`` and ``~p`` are, and what concludes ``~[r1]`` an undercut. A map has neither strict rules nor
preferences; they are told. A map is written as its translation (`argmap.evaluation.exports.aspic`), with the grounds
that count. See https://toast.arg.tech/help/api and, for the arguments, `argmap.frameworks.structured.aspic`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats import Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap

_RULE = re.compile(rb'"\s*\[[^"\]]{1,200}\]\s?[^"]*?[=-]>')


def sniff(data: bytes) -> Sign:
    r"""Tell it by its lists, and the form of its rules.

    Example:
        >>> sniff(b'{"premises": ["p"], "rules": ["[r1] p=>q"]}'), sniff(b'{"rules": [], "premises": []}')
        (<Sign.SURE: 3>, <Sign.POSSIBLE: 1>)
    """
    if b'"premises"' not in data or not (b'"rules"' in data or b'"contrariness"' in data):
        return Sign.NONE
    return Sign.SURE if b'"contrariness"' in data or _RULE.search(data) else Sign.POSSIBLE


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a theory as a map; raises `ConvertError` where the text holds none.

    Example:
        >>> m = read('{"premises": ["p", "u"], "rules": ["[r1] p=>q", "[r2] u=>~[r1]"], "contrariness": ["q^p"]}', "")
        >>> [(relation.id, relation.kind.value, relation.target) for relation in m.relations]
        [('r1', 'support', 'q'), ('r2', 'undercut', 'r1'), ('q -| p', 'attack', 'p')]
    """
    from argmap.formats.frameworks._toast_reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write the translation of a map."""
    from argmap.evaluation.exports.aspic import to_aspic
    from argmap.flaws import unwritten
    from argmap.formats import Writing
    from argmap.formats.frameworks import unseen
    from argmap.formats.frameworks._toast_writing import written

    told = ("grounds that count are premises; what TOAST cannot take as a name is written with '_'",)
    return Writing(written(to_aspic(m)), unwritten((*told, *unseen(m)) if m.statements else ()))


FORMAT = Format(
    title="TOAST's ASPIC+ theories",
    suffixes=(".toast.json", ".json"),
    known_by='"contrariness"',
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
