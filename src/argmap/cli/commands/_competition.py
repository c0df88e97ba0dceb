"""Answers as the competitions of argumentation solvers (ICCMA) have them printed, and as JSON.

Since 2023: ``YES`` or ``NO``, and in a line ``w`` the extension that is asked for or shows the answer. Lists of
extensions are those of 2017 and 2019, and counts are numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from argmap.frameworks.solving.answer import Answer, Outcome

_PLAIN = re.compile(r'[^\s,\[\]"]+')


def printed(answer: Answer) -> str:
    """Return what is printed of an answer; nothing where there is none, or only a part of one.

    Example:
        >>> printed(Answer("DC-PR", "a", Outcome.YES, extension=("a", "c"))).splitlines()
        ['YES', 'w a c']
        >>> printed(Answer("SE-ST", None, Outcome.NONE)), printed(Answer("SE-PR", None, Outcome.FOUND, extension=()))
        ('NO\\n', 'w\\n')
        >>> printed(Answer("EE-PR", None, Outcome.LISTED, extensions=(("a", "b c"), ())))
        '[[a,"b c"],[]]\\n'
        >>> printed(Answer("CE-PR", None, Outcome.COUNTED, count=2)), printed(Answer("CE-PR", None, Outcome.UNDECIDED))
        ('2\\n', '')
    """
    lines: list[str] = []
    if answer.outcome in (Outcome.YES, Outcome.NO, Outcome.NONE):
        lines.append("YES" if answer.outcome is Outcome.YES else "NO")
    if answer.extension is not None:
        lines.append(" ".join(["w", *map(_plain, answer.extension)]))
    if answer.extensions is not None and answer.complete:
        lines.append(f"[{','.join(map(_bracketed, answer.extensions))}]")
    if answer.count is not None:
        lines.append(str(answer.count))
    return "".join(f"{line}\n" for line in lines)


def _bracketed(names: Iterable[str]) -> str:
    return f"[{','.join(map(_plain, names))}]"


def _plain(name: str) -> str:
    """Return a name as it is, or in quotes where it would be taken for several."""
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def problems() -> list[str]:
    """Return what can be asked: every task under every semantics.

    Example:
        >>> found = problems()
        >>> len(found), found[:2]
        (65, ['SE-AD', 'EE-AD'])
    """
    from argmap import registry
    from argmap.frameworks import semantics
    from argmap.frameworks.solving.problem import Task

    known = [semantics.find(name).abbreviation for name in registry.names(semantics)]
    return [f"{task}-{name}" for name in known for task in Task]
