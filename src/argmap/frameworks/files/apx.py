"""Aspartix's notation: facts, ``arg(a).`` for an argument and ``att(a,b).`` for an attack, in any layout.

``%`` begins a comment. Names with other characters than letters, digits and ``_`` stand in quotes, as in any answer-set
program. See https://www.dbai.tuwien.ac.at/research/argumentation/aspartix/dung.html.
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

_REGULAR = re.compile(r"(?:\s|arg\(\w++\)\.|att\(\w++,\w++\)\.)*+")
_ARGUMENT = re.compile(r"arg\((\w+)")
_ATTACK = re.compile(r"att\((\w+),(\w+)")
_MEANT = re.compile(r"(?:\s|%[^\r\n]*+)*+[a-z_?]++\s*+\(")
_PLAIN = re.compile(r"_*[a-z][A-Za-z0-9_]*|0|[1-9][0-9]*")
_UNHELD = re.compile("[\0\r\ud800-\udfff]")


def is_meant(text: str) -> bool:
    """Tell it by a first fact."""
    return _MEANT.match(text) is not None


def read(text: str) -> Drawn | None:
    """Read a regular text: plain names, no space in facts and no comments."""
    if not _REGULAR.fullmatch(text):
        return None
    names = _ARGUMENT.findall(text)
    index = dict(zip(names, range(len(names)), strict=True))
    attacks = _ATTACK.findall(text)
    if len(index) < len(names):
        return None
    try:
        sources, targets = ([index[pair[end]] for pair in attacks] for end in (0, 1))
    except KeyError:
        return None
    framework = gathered(names, sources, targets)
    return Drawn(framework) if framework else None


def examine(text: str, faults: Faults) -> Drawn:
    """Read any text, and find every fault in it."""
    from argmap.frameworks.files._examined.apx import examined

    return examined(text, faults)


def write(framework: Framework, labels: Mapping[str, str]) -> Written:
    r"""Write a framework; names that are not plain stand in quotes, and labels are comments.

    Example:
        >>> from argmap.frameworks.framework import Framework
        >>> write(Framework.of(["a", "It rains."], [("a", "It rains.")]), {"a": "Dry"}).text.split("\n")
        ['arg(a).  % Dry', 'arg("It rains.").', 'att(a,"It rains.").', '']
    """
    names, told = names_written(
        framework.arguments, "Aspartix", lambda name: not name.strip() or _UNHELD.search(name) is not None
    )
    spelled = [name if _PLAIN.fullmatch(name) else _in_quotes(name) for name in names]
    facts = [
        f"arg({name}).{f'  % {visible(labels[before])}' if before in labels else ''}\n"
        for name, before in zip(spelled, framework.arguments, strict=True)
    ]
    for target, sources in zip(spelled, framework.attackers, strict=True):
        facts += [f"att({spelled[source]},{target}).\n" for source in sources]
    return Written("".join(facts), told)


def _in_quotes(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


NOTATION = Notation(
    title="Aspartix",
    suffixes=(".apx", ".lp", ".dl"),
    known_by="facts such as 'arg(a).'",
    is_meant=is_meant,
    read=read,
    examine=examine,
    write=write,
)
