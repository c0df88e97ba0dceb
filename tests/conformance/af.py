"""Print the extensions of an abstract framework in a file, as ``af-solutions/1``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from argmap.frameworks.files import read
from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.queries import count, extensions

MOST = 3000
"""More complete extensions than these are not listed."""

Extensions = list[list[str]]


def main(arguments: list[str]) -> int:
    """Read the framework in the file that is named; what is wrong in it goes to the error stream."""
    file = Path(arguments[0])
    found = read(file.read_bytes(), file.name)
    for finding in found.findings:
        sys.stderr.write(f"{file}: {finding.message}\n")
    if found.is_broken:
        return 1
    framework = found.framework
    names = framework.arguments
    (grounded,), (ideal,) = (tuple(extensions(framework, each)) for each in ("grounded", "ideal"))
    each = {name: listed(framework, name) for name in ("preferred", "stable", "semi_stable")}
    number = count(framework, "complete")
    summary = {
        "schema": "af-solutions/1",
        "arguments": names,
        "n_arguments": len(names),
        "n_attacks": framework.attacks,
        "grounded": grounded,
        "ideal": ideal,
        "complete": listed(framework, "complete") if number <= MOST else None,
        **({"complete_count": number} if number > MOST else {}),
        **each,
        "DC": {
            "CO": in_some(names, each["preferred"]),
            "PR": in_some(names, each["preferred"]),
            "ST": in_some(names, each["stable"]),
            "SST": in_some(names, each["semi_stable"]),
        },
        "DS": {
            "CO": grounded,
            "PR": in_all(names, each["preferred"]),
            "ST": in_all(names, each["stable"]),
            "SST": in_all(names, each["semi_stable"]),
        },
    }
    sys.stdout.write(json.dumps(summary, ensure_ascii=False) + "\n")
    return 0


def listed(framework: Framework, semantics: str) -> Extensions:
    """Return all extensions, the names in each sorted."""
    return [sorted(each) for each in extensions(framework, semantics)]


def in_some(names: tuple[str, ...], found: Extensions) -> list[str]:
    """Return the arguments that one extension holds at least."""
    held = set().union(*found)
    return [name for name in names if name in held]


def in_all(names: tuple[str, ...], found: Extensions) -> list[str]:
    """Return the arguments that all extensions hold."""
    held = set(names).intersection(*found)
    return [name for name in names if name in held]
