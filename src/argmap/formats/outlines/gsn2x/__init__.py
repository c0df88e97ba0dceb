"""Assurance cases in the Goal Structuring Notation, as gsn2x reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats import Advice, Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap

_LINKED = re.compile(rb"^[ \t]+(?:supportedBy|inContextOf|undeveloped|challenges|nodeType)[ \t]*:", re.MULTILINE)
_ELEMENT = re.compile(rb"^(?:CSn|Sn|CG|[GSCAJ])[\w.\-]*[ \t]*:[ \t]*(?:\{\}|#.*)?\r?$", re.MULTILINE)
_TYPED = re.compile(rb"^[ \t]+nodeType[ \t]*:[ \t]*(?:Counter)?(?:Goal|Solution|Strategy)\b", re.MULTILINE)
_NATIVE = re.compile(rb"""^["']?nodes["']?[ \t]*:""", re.MULTILINE)


def sniff(data: bytes) -> Sign:
    r"""Tell a case by its links between elements, and by elements at the beginning of a line.

    Example:
        >>> sniff(b"G1:\n  text: It is safe.\n  supportedBy: [Sn1]\n"), sniff(b"nodes: {}")
        (<Sign.SURE: 3>, <Sign.NONE: 0>)
    """
    if _NATIVE.search(data) or not (_ELEMENT.search(data) or _TYPED.search(data)):
        return Sign.NONE
    return Sign.SURE if _LINKED.search(data) else Sign.POSSIBLE


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from a case; raises `ConvertError` where there is no element in it.

    Goals are claims, strategies arguments, solutions evidence, which cites their address. What supports an element
    holds together: one step with several premises, among them the assumptions in whose context it stands.

    Example:
        >>> m = read("G1:\n text: It is safe.\n supportedBy: [Sn1, Sn2]\nSn1: {text: A}\nSn2: {text: B}\n", "")
        >>> [(r.kind.value, r.premises, r.target) for r in m.relations]
        [('support', ('Sn1', 'Sn2'), 'G1')]
    """
    from argmap.formats.outlines.gsn2x.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as a case, with the elements and attributes that it was read with."""
    from argmap.formats.outlines.gsn2x.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="gsn2x YAML",
    suffixes=(".gsn.yaml", ".gsn.yml", ".yaml", ".yml"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset(
        {
            *("titles", "descriptions", "kinds", "statement titles", "notes", "tags"),
            *("supports", "attacks", "linkage", "citations"),
        }
    ),
    advice=Advice(
        cite="add a Solution with 'url:'", reason="under 'supportedBy:'", write_out="to add it, write it as a key"
    ),
    known_by='elements such as "G1:" with "supportedBy:"',
)
