"""Trivial Graph Format: the names of arguments, one in each line, a line ``#``, and attacks ``a b``, one in each line.

What follows a name in its line is its label, and what follows an attack the label of the attack. ICCMA took it besides
Aspartix's notation until 2021.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.frameworks.files._gathered import gathered
from argmap.frameworks.files._naming import names_written
from argmap.frameworks.files._notation import Drawn, Notation, Written
from argmap.unseen import visible

if TYPE_CHECKING:
    from argmap.frameworks.files._examined.faults import Faults
    from argmap.frameworks.framework import Framework

_REGULAR = re.compile(r"((?:[^\s#]++\n)*+)#\n((?:[^\s#]++ [^\s#]++\n)*+)\n*+")
_PARTING = re.compile(r"^[ \t]*+#[ \t]*+\r?$", re.MULTILINE)
_WORDS = re.compile(r"\s*+[^\r\n]*")
_UNHELD = re.compile("[\\s\0#\ud800-\udfff]|^$")


def is_meant(text: str) -> bool:
    r"""Tell it by the line that parts arguments and attacks, and a first attack on one of the arguments above it.

    Example:
        >>> is_meant("a\nb\n#\na b\n"), is_meant("# a comment\n#\ntitle: Rain\n")
        (True, False)
    """
    parting = _PARTING.search(text)
    if parting is None:
        return False
    arguments = {line.split(maxsplit=1)[0] for line in text[: parting.start()].splitlines() if line.strip()}
    first = _WORDS.match(text, parting.end())
    ends = first[0].split()[:2] if first else []
    return arguments.issuperset(ends) and not any(name.endswith(":") for name in arguments)


def read(text: str) -> Drawn | None:
    """Read a regular text: no labels, and one space between the names of an attack."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    found = _REGULAR.fullmatch(text if text.endswith("\n") else f"{text}\n")
    if found is None:
        return None
    names = found[1].split()
    index = dict(zip(names, range(len(names)), strict=True))
    if len(index) < len(names):
        return None
    try:
        ends = list(map(index.__getitem__, found[2].split()))
    except KeyError:
        return None
    framework = gathered(names, ends[::2], ends[1::2])
    return Drawn(framework) if framework else None


def examine(text: str, faults: Faults) -> Drawn:
    """Read any text, and find every fault in it."""
    from argmap.frameworks.files._examined.tgf import examined

    return examined(text, faults)


def write(framework: Framework, labels: Mapping[str, str]) -> Written:
    r"""Write a framework; names that are no single word are replaced, and stand as labels.

    Example:
        >>> from argmap.frameworks.framework import Framework
        >>> written = write(Framework.of(["a", "It rains."], [("a", "It rains.")]), {})
        >>> written.text.split("\n")
        ['a', 'It_rains. It rains.', '#', 'a It_rains.', '']
        >>> written.told
        ("TGF cannot hold 1 name: 'It rains.' is written 'It_rains.'; what it was stands after it",)
    """
    names, told = names_written(framework.arguments, "TGF", lambda name: _UNHELD.search(name) is not None)
    said = {name: visible(name) for name in framework.arguments} | {
        name: visible(each) for name, each in labels.items()
    }
    rows = [
        f"{name} {said[before]}".rstrip() + "\n" if name != before or before in labels else f"{name}\n"
        for name, before in zip(names, framework.arguments, strict=True)
    ]
    rows.append("#\n")
    for target, sources in zip(names, framework.attackers, strict=True):
        rows += [f"{names[source]} {target}\n" for source in sources]
    return Written("".join(rows), told if labels else tuple(f"{each}; what it was stands after it" for each in told))


NOTATION = Notation(
    title="Trivial Graph Format",
    suffixes=(".tgf",),
    known_by="a line '#' between arguments and attacks",
    is_meant=is_meant,
    read=read,
    examine=examine,
    write=write,
)
