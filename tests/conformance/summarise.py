"""Print the summary of a file by which conformance with other programs is measured: ``summarise.py KIND [FILE]``.

Each kind is a module beside this one with a function ``main`` that takes the remaining arguments. With ``--again``, the
file is first read as a map and written back in its format, and the summary is that of what was written.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path


def again(kind: str, file: Path, folder: str) -> str:
    """Read a file as a map, write it back in its format into a folder, and return the name of the new file."""
    from argmap.project import documents

    new = Path(folder, file.name)
    documents.save(documents.load(file, format=kind), new, format=kind)
    return str(new)


def main(kind: str, arguments: list[str]) -> int:
    """Print the summary of what a kind's module makes of its arguments; return its exit status."""
    summarise = importlib.import_module(kind).main
    if "--again" not in arguments:
        return summarise(arguments)
    file, *others = [argument for argument in arguments if argument != "--again"]
    with tempfile.TemporaryDirectory() as folder:
        return summarise([again(kind, Path(file), folder), *others])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("summarise.py KIND [FILE] [--again]: KIND is a module beside this one, such as argdown")
    sys.exit(main(sys.argv[1], sys.argv[2:]))
