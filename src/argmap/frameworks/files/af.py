"""The notation of ICCMA, the competition of solvers, since 2023: ``p af 3``, then an attack ``1 2`` in each line.

Arguments are the numbers from 1 to that in the header. A line that begins with ``#`` is a comment. See "Input
format" in the rules of ICCMA 2023 and 2025.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.frameworks.files._gathered import gathered
from argmap.frameworks.files._naming import MOST, numbered
from argmap.frameworks.files._notation import Drawn, Notation, Written
from argmap.unseen import visible
from argmap.wording import quoted

if TYPE_CHECKING:
    from argmap.frameworks.files._examined.faults import Faults
    from argmap.frameworks.framework import Framework

_NUMBER = "[1-9][0-9]{0,8}+"
_COMMENT = re.compile(r"^#[^\r\n]*(?:\r?\n|\Z)", re.MULTILINE)
_REGULAR = re.compile(rf"p af (0|{_NUMBER})\n((?:{_NUMBER} {_NUMBER}\n)*+)")
_MEANT = re.compile(r"(?:\s|#[^\r\n]*+)*+(?:p\s|[0-9]++[ \t]++[0-9]++[ \t]*+(?:[\r\n]|\Z))")


def is_meant(text: str) -> bool:
    """Tell it by its header, or, where that is missing, by a first line of two numbers."""
    return _MEANT.match(text) is not None


def read(text: str) -> Drawn | None:
    """Read a regular text: a header, and attacks with one space between their numbers."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "#" in text:
        text = _COMMENT.sub("", text)
    found = _REGULAR.fullmatch(text if text.endswith("\n") else f"{text}\n")
    number = int(found[1]) if found else 0
    if found is None or number > MOST:
        return None
    numbers = json.loads("[" + found[2][:-1].replace(" ", ",").replace("\n", ",") + "]")  # quicker than int()
    index = list(range(-1, number)).__getitem__
    try:
        framework = gathered(numbered(number), map(index, numbers[::2]), numbers[1::2], first=1)
    except IndexError:
        return None
    return Drawn(framework) if framework else None


def examine(text: str, faults: Faults) -> Drawn:
    """Read any text, and find every fault in it."""
    from argmap.frameworks.files._examined.af import examined

    return examined(text, faults)


def write(framework: Framework, labels: Mapping[str, str]) -> Written:
    """Write a framework; where its arguments are not the numbers from 1 on in order, comments say which is which.

    Example:
        >>> from argmap.frameworks.framework import Framework
        >>> written = write(Framework.of(["wet", "dry"], [("wet", "dry")]), {"dry": "It is dry."})
        >>> written.text.splitlines()
        ['p af 2', '# 1 wet', '# 2 dry: It is dry.', '1 2']
        >>> written.told
        ("ICCMA numbers arguments: 'wet' is written 1, the last, 'dry', 2; comments say which is which",)
    """
    names = framework.arguments
    pairs = ((source, target) for target, sources in enumerate(framework.attackers) for source in sources)
    attacks = [f"{source + 1} {target + 1}\n" for source, target in sorted(pairs)]
    header = f"p af {len(names)}\n"
    is_numbered = names == numbered(len(names))
    called = [str(number) if is_numbered else f"{number} {visible(name)}" for number, name in enumerate(names, 1)]
    comments = [
        f"# {each}: {visible(labels[name])}\n" if name in labels else f"# {each}\n"
        for name, each in zip(names, called, strict=True)
        if name in labels or not is_numbered
    ]
    return Written(header + "".join(comments + attacks), () if is_numbered else (_told(names),))


def _told(names: tuple[str, ...]) -> str:
    last = f", the last, {quoted(names[-1])}, {len(names)}" if len(names) > 1 else ""
    return f"ICCMA numbers arguments: {quoted(names[0])} is written 1{last}; comments say which is which"


NOTATION = Notation(
    title="ICCMA",
    suffixes=(".af", ".i23"),
    known_by="a header 'p af 12'",
    is_meant=is_meant,
    read=read,
    examine=examine,
    write=write,
)
